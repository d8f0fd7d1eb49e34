//! An address that no screen has.

use super::{article, heading};
use crate::app::dom::{El, el, link, p};
use crate::app::state::State;

/// Says so and leads home.
pub(in crate::app) fn page(state: State) -> El {
    article("missing")
        .child(heading(&state.say("missing.title")))
        .child(p(&state.say("missing.text")).class("lead"))
        .child(el("p").child(link("#/", &state.say("missing.home")).class("button")))
        .child(el("p").child(link("#/treatments", &state.say("missing.treatments"))))
}
