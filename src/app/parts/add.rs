//! "Add to my list", which becomes "Added. Undo".

use super::icon::Icon;
use crate::app::state::state;
use crate::content::QuestionId;
use crate::list::{Edit, ItemId};
use leptos::prelude::*;

/// Puts a question on the list or takes it off again.
#[component]
pub(in crate::app) fn AddButton(
    /// The question.
    question: QuestionId,
) -> impl IntoView {
    let state = state();
    let text = state.catalog().question(&question).map(|question| question.text.clone()).unwrap_or_default();
    let id = question.clone();
    let on_list = Memo::new(move |_| state.list.with(|list| list.has_question(&id)));
    let name = text.clone();
    let press = move |_| {
        if on_list.get_untracked() {
            state.edit(Edit::Removed(text.clone()), |list| _ = list.remove(&ItemId::Question(question.clone())));
        } else {
            // A full list refuses, and `edit` then sees that nothing changed.
            state.edit(Edit::Added(text.clone()), |list| _ = list.add(&question));
        }
    };
    view! {
        <button class="button quiet small add" type="button" on:click=press
            aria-label=move || state.fill(if on_list.get() { "add.undo-name" } else { "add.name" }, &[&name])>
            {move || if on_list.get() { view! { <Icon name="check" /> } } else { view! { <Icon name="plus" /> } }}
            <span>{move || state.say(if on_list.get() { "add.undo" } else { "add.add" })}</span>
        </button>
    }
}
