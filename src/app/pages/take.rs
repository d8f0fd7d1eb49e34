//! Every way to take the list along.

use super::{article, heading};
use crate::app::dom::El;
use crate::app::state::State;

/// The screen.
pub(in crate::app) fn page(state: State) -> El {
    article("take").child(heading(&state.say("take.title")))
}
