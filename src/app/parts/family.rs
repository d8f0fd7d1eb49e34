//! The summary for family: what will be shared can be read first.

use super::voice::recording_name;
use crate::app::dom::{El, button, div, el, icon, p};
use crate::app::state::{Notice, State};
use crate::browser::device::{self, Shared};
use crate::browser::recordings;
use crate::takeaway::summary::summary;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The summary and the ways to share it. `changed` turns over when a voice note comes or goes.
pub(in crate::app) fn family(state: State, changed: RwSignal<bool>) -> Vec<El> {
    let recorded = RwSignal::new(Vec::<String>::new());
    Effect::new(move || {
        changed.track();
        spawn_local(async move {
            let names = recordings::names().await;
            recorded.try_set(names);
        });
    });
    let text = Memo::new(move |_| {
        let catalog = state.catalog();
        state.list.with(|list| {
            recorded
                .with(|names| summary(list, &catalog, &|id| names.contains(&recording_name(list.id(), id))))
        })
    });
    let press = move |key: &str, picture: &str, act: fn(State, String)| {
        let words = state.say(key);
        button("button quiet small", move |_| act(state, text.get_untracked()))
            .child(icon(picture))
            .text(&words)
    };
    let ways = div("chips summary-ways")
        .child(press("after.share", "share", share))
        .child(press("take.copy", "copy", copy))
        .child(press("after.file", "download", save))
        .child(press("sheet.print", "printer", |_, _| device::print()));
    vec![
        p(&state.say("after.private")).class("help"),
        ways,
        el("pre").class("summary").live_text(move || text.get()),
    ]
}

fn share(state: State, text: String) {
    let words = text.clone();
    device::share(&state.say("summary.title"), &words, move |shared| match shared {
        Shared::Yes => state.tell(Notice::Plain(state.say("after.shared"))),
        Shared::Cancelled => {}
        // Without a share sheet it is put where it can be pasted.
        Shared::Impossible => copy(state, text),
    });
}

fn copy(state: State, text: String) {
    device::copy(text, move |copied| {
        state.tell(Notice::Plain(state.say(if copied { "take.copied" } else { "take.not-copied" })));
    });
}

fn save(state: State, text: String) {
    let saved = device::save_file("after-the-visit.txt", "text/plain", &text);
    state.tell(Notice::Plain(state.say(if saved { "take.saved" } else { "take.not-saved" })));
}
