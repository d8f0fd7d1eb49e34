//! A list that came in the address, from another device.

use super::{article, heading};
use crate::app::dom::El;
use crate::app::state::State;

/// The screen.
pub(in crate::app) fn page(state: State, _data: &str) -> El {
    article("open").child(heading(&state.say("open.title")))
}
