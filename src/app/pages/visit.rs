//! The list at the visit: large, one question at a time.

use super::{article, heading};
use crate::app::dom::El;
use crate::app::state::State;

/// The screen.
pub(in crate::app) fn page(state: State, _place: usize) -> El {
    article("visit").child(heading(&state.say("visit.title")))
}
