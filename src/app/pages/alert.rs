//! The card for the wallet.

use super::{article, heading};
use crate::app::dom::El;
use crate::app::state::State;

/// The screen.
pub(in crate::app) fn page(state: State) -> El {
    article("alert").child(heading(&state.say("alert.title")))
}
