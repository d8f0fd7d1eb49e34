//! After the visit: what was heard, what to do next, what is still open.

use super::{article, heading};
use crate::app::dom::El;
use crate::app::state::State;

/// The screen.
pub(in crate::app) fn page(state: State) -> El {
    article("after").child(heading(&state.say("after.title")))
}
