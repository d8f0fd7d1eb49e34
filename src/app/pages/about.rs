//! About the app: what it is, who checked it, what stays on the device, erasing.

use super::{article, heading};
use crate::app::dom::{El, el, p};
use crate::app::parts::save::save_box;
use crate::app::parts::sure::{ERASE, sure_button};
use crate::app::state::State;

const PARTS: [(&str, &[&str]); 4] = [
    ("about.what", &["about.what-1", "about.what-2"]),
    ("about.trust", &["about.funding", "about.updates"]),
    ("about.privacy", &["about.privacy-1", "about.privacy-2"]),
    ("about.stays", &["about.stays-1", "about.stays-2", "about.stays-3", "about.stays-4", "about.stays-5"]),
];

/// Honest about everything.
pub(in crate::app) fn page(state: State) -> El {
    let parts = PARTS.into_iter().flat_map(|(title, texts)| {
        let texts = texts.iter().map(move |key| p(&state.say(key)));
        std::iter::once(el("h2").text(&state.say(title))).chain(texts)
    });
    let catalog = state.catalog();
    let release = &catalog.release;
    let dates = el("dl").class("dates").children([
        entry(state, "about.author", &release.author),
        entry(state, "review.doctor", &reviewer(state, release.reviewer.as_ref())),
        entry(state, "review.checked", &release.checked),
        entry(state, "review.due", &release.due),
        entry(state, "about.version", &release.version),
    ]);
    article("about")
        .child(heading(&state.say("about.title")))
        .children(parts)
        .child(dates)
        .child(save_box(state))
        .child(sure_button(state, &ERASE))
}

/// Who reviewed the content: nobody yet is an honest answer.
pub(super) fn reviewer(state: State, reviewer: Option<&String>) -> String {
    reviewer.cloned().unwrap_or_else(|| state.say("review.nobody"))
}

/// A label with its value.
pub(super) fn entry(state: State, key: &str, value: &str) -> El {
    el("div").child(el("dt").text(&state.say(key))).child(el("dd").text(value))
}
