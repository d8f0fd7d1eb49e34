//! "Why ask this?", opened in place.

use crate::app::dom::{El, el};
use crate::app::state::State;
use crate::content::QuestionId;

/// Why a question of the catalog is worth asking.
pub(in crate::app) fn why(state: State, question: QuestionId) -> El {
    let reason = move || state.why(&question).unwrap_or_else(|| state.say("loading"));
    let summary = el("summary").text(&state.say("question.why"));
    el("details").class("why").child(summary).child(el("p").live_text(reason))
}
