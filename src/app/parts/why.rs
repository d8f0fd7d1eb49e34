//! "Why ask this?", opened in place.

use crate::app::state::state;
use crate::content::QuestionId;
use leptos::prelude::*;

/// Why a question of the catalog is worth asking.
#[component]
pub(in crate::app) fn Why(
    /// The question.
    question: QuestionId,
) -> impl IntoView {
    let state = state();
    let why = move || state.why(&question).unwrap_or_else(|| state.say("loading"));
    view! { <details class="why"><summary>{state.say("question.why")}</summary><p>{why}</p></details> }
}
