//! What stands for a screen whose code has not arrived, under that screen's own heading.

use super::{article, heading};
use crate::app::dom::{El, button, el, p};
use crate::app::later;
use crate::app::state::State;

/// It is on its way.
pub(in crate::app) fn loading(state: State, title: &str) -> El {
    article("waiting").child(heading(title)).child(p(&state.say("loading")))
}

/// It could not be fetched: says so, and tries again when asked to.
pub(in crate::app) fn failed(state: State, title: &str) -> El {
    let again = button("button", move |_| later::fetch(state, None)).text(&state.say("later.again"));
    article("waiting")
        .child(heading(title))
        .child(p(&state.say("later.failed")).class("inset"))
        .child(el("p").child(again))
}
