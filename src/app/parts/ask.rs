//! Questions that can be put on the list, one by one or all at once.

use super::add::add_button;
use crate::app::dom::{El, button, el, icon, p};
use crate::app::state::State;
use crate::content::Question;
use crate::list::Edit;

/// The questions, each with its button, and the button for all.
pub(in crate::app) fn ask_rows(state: State, questions: &[&Question]) -> Vec<El> {
    let rows = questions.iter().map(|question| {
        el("li").child(p(question.text.text(state.role()))).child(add_button(state, question.id.clone()))
    });
    let ids: Vec<_> = questions.iter().map(|question| question.id.clone()).collect();
    let add_all = move |_: &_| {
        let text = state.count("add.several", ids.len());
        state.edit(Edit::Added(text), |list| ids.iter().for_each(|id| _ = list.add(id)));
    };
    let all = button("button small", add_all).child(icon("plus")).text(&state.say("add.all"));
    vec![el("ul").class("ask-rows").children(rows), all]
}
