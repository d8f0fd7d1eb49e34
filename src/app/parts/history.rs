//! Undo and redo above the list, each with what it would do; by button and by keyboard.

use crate::app::dom::{El, button, div, el, icon};
use crate::app::state::State;
use crate::browser::page;
use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// Where Ctrl+Z takes back letters and not edits.
const TYPED_IN: &str = "textarea, select, input:not([type=checkbox], [type=radio]), [contenteditable]";

/// The two buttons; none where there is nothing to take back or do again.
pub(in crate::app) fn history(state: State) -> El {
    listen(state);
    div("history")
        .live_attr("hidden", move || (state.steps_back_and_forth() == [const { None }; 2]).then(String::new))
        .child(step(state, 0, "undo", State::undo))
        .child(step(state, 1, "redo", State::redo))
}

fn step(state: State, place: usize, word: &'static str, act: fn(&State)) -> El {
    let what = move || state.steps_back_and_forth()[place].take();
    let lead = if word == "undo" { "history.undo" } else { "history.redo" };
    let press = move |_: &Event| {
        act(&state);
        // The last step back leaves only the way forth, and the other way round.
        page::soon(move || {
            page::focus(word);
            if !page::holds_focus(word) {
                page::focus(if word == "undo" { "redo" } else { "undo" });
            }
        });
    };
    button("button quiet small", press)
        .id(word)
        .live_attr("hidden", move || what().is_none().then(String::new))
        .child(icon(word))
        .child(el("span").class("history-word").text(&state.say(lead)))
        .child(el("span").class("history-what").live_text(move || what().unwrap_or_default()))
}

/// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, or the same with the command key.
fn listen(state: State) {
    let keys = move |event: &Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let typing = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let typing = typing.is_some_and(|target| target.matches(TYPED_IN).unwrap_or_default());
        if typing || key.alt_key() || !(key.ctrl_key() || key.meta_key()) {
            return;
        }
        match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
            ("z", false) => state.undo(),
            ("z", true) | ("y", false) => state.redo(),
            _ => return,
        }
        event.prevent_default();
    };
    let options = EventListenerOptions::enable_prevent_default();
    StoredValue::new_local(EventListener::new_with_options(&document(), "keydown", options, keys));
}
