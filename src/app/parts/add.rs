//! "Add to my list", which becomes "Added. Undo".

use crate::app::dom::{El, button, el, icon};
use crate::app::state::State;
use crate::content::QuestionId;
use crate::list::{Edit, ItemId};
use leptos::prelude::*;

/// Puts a question on the list or takes it off again.
pub(in crate::app) fn add_button(state: State, question: QuestionId) -> El {
    let text = state
        .catalog()
        .question(&question)
        .map(|question| question.text.text(state.role()).to_owned())
        .unwrap_or_default();
    let id = question.clone();
    let on_list = Memo::new(move |_| state.list.with(|list| list.has_question(&id)));
    let name = text.clone();
    let press = move |_: &_| {
        if on_list.get_untracked() {
            state.edit(Edit::Removed(text.clone()), |list| {
                _ = list.remove(&ItemId::Question(question.clone()));
            });
        } else {
            // A full list refuses, and `edit` then sees that nothing changed.
            state.edit(Edit::Added(text.clone()), |list| _ = list.add(&question));
        }
    };
    let named = move || Some(state.fill(if on_list.get() { "add.undo-name" } else { "add.name" }, &[&name]));
    button("button quiet small add", press).live_attr("aria-label", named).live(move || {
        let (picture, word) = if on_list.get() { ("check", "add.undo") } else { ("plus", "add.add") };
        vec![icon(picture), el("span").text(&state.say(word))]
    })
}
