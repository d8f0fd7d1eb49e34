//! About the app: what it is, who checked it, what stays on the device, erasing.

use crate::app::parts::erase::EraseButton;
use crate::app::parts::save::SaveBox;
use crate::app::state::state;
use leptos::prelude::*;

const PARTS: [(&str, &[&str]); 3] = [
    ("about.what", &["about.what-1", "about.what-2"]),
    ("about.trust", &["about.funding", "about.updates"]),
    ("about.privacy", &["about.privacy-1", "about.privacy-2"]),
];

/// Honest about everything.
#[component]
pub(in crate::app) fn AboutPage() -> impl IntoView {
    let state = state();
    let release = state.catalog().release.clone();
    let reviewer = release.reviewer.unwrap_or_else(|| state.say("review.nobody"));
    let parts = PARTS.map(|(title, texts)| {
        view! {
            <h2>{state.say(title)}</h2>
            {texts.iter().map(|key| view! { <p>{state.say(key)}</p> }).collect_view()}
        }
    });
    view! {
        <article class="page page-about">
            <h1 tabindex="-1">{state.say("about.title")}</h1>
            {parts.into_iter().collect_view()}
            <dl class="dates">
                <div><dt>{state.say("about.author")}</dt><dd>{release.author}</dd></div>
                <div><dt>{state.say("review.doctor")}</dt><dd>{reviewer}</dd></div>
                <div><dt>{state.say("review.checked")}</dt><dd>{release.checked}</dd></div>
                <div><dt>{state.say("review.due")}</dt><dd>{release.due}</dd></div>
                <div><dt>{state.say("about.version")}</dt><dd>{release.version}</dd></div>
            </dl>
            <SaveBox />
            <EraseButton />
        </article>
    }
}
