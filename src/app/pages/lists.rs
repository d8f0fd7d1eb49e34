//! Every list, one for each visit.

use super::{article, heading};
use crate::app::dom::El;
use crate::app::state::State;

/// The screen.
pub(in crate::app) fn page(state: State) -> El {
    article("lists").child(heading(&state.say("lists.title")))
}
