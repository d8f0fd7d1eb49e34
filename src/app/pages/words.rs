//! The glossary.

use crate::app::state::state;
use leptos::prelude::*;

/// Every word with its meaning; one may be pointed out.
#[component]
pub(in crate::app) fn WordsPage(
    /// The word that was looked up.
    id: Option<String>,
) -> impl IntoView {
    let state = state();
    let words = move || {
        let details = state.details.get();
        let Some(details) = details else { return view! { <p>{state.say("loading")}</p> }.into_any() };
        let row = |term: &crate::content::Term| {
            let looked_up = id.as_deref() == Some(term.id.as_str());
            view! {
                <div class:looked-up=looked_up>
                    <dt id=format!("word-{}", term.id) tabindex="-1">{term.term.clone()}</dt>
                    <dd>{term.meaning.clone()}</dd>
                </div>
            }
        };
        view! { <dl class="words">{details.terms.iter().map(row).collect_view()}</dl> }.into_any()
    };
    view! {
        <article class="page page-words">
            <h1 tabindex="-1">{state.say("words.title")}</h1>
            <p class="help">{state.say("words.help")}</p>
            {words}
        </article>
    }
}
