//! "because you said: ...", in the reader's highlighter.

use crate::app::state::state;
use crate::content::Fact;
use leptos::prelude::*;

/// The strongest thing the person said that brought a question, and how many more there are.
#[component]
pub(in crate::app) fn Because(
    /// Reasons, strongest first.
    reasons: Vec<Fact>,
) -> impl IntoView {
    let state = state();
    let said: Vec<String> = reasons.iter().filter_map(|fact| state.said(fact)).collect();
    let more = said.len().saturating_sub(1);
    said.into_iter().next().map(|first| {
        let rest = (more > 0).then(|| state.count("question.more", more));
        let lead = state.say("question.because-lead");
        view! { <p class="because">{lead} " " <span class="mark">{first}</span> " " {rest}</p> }
    })
}
