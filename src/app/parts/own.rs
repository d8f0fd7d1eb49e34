//! A question in the person's own words.

use super::topic::{chosen_topic, topic_choice};
use crate::app::dom::{El, button, div, el, p, value_of};
use crate::app::state::State;
use crate::browser::page;
use crate::list::{Edit, OWN_LIMIT, Refused};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// A field, a button, and a topic for who wants one.
pub(in crate::app) fn own_question(state: State) -> El {
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(String::new());
    let topic = RwSignal::new(String::new());
    let add = move || {
        let words = text.get_untracked();
        let mut refused = None;
        state.edit(Edit::Added(words.trim().to_owned()), |list| match list.add_own(&words) {
            Ok(id) => _ = list.set_topic(&id, chosen_topic(topic)),
            Err(reason) => refused = Some(reason),
        });
        if refused.is_none() {
            text.set(String::new());
            topic.set(String::new());
        }
        wrong.set(refused.map(|refused| complaint(state, &refused)).unwrap_or_default());
        page::focus("own");
    };
    // Bound to the button and to Enter, not to a form: sandboxed frames swallow the submit event.
    let enter = move |event: &web_sys::Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Enter") {
            event.prevent_default();
            add();
        }
    };
    let input = el("input")
        .class("text-input")
        .id("own")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "own-error")
        .live_attr("aria-invalid", move || wrong.with(|wrong| (!wrong.is_empty()).then(|| "true".to_owned())))
        .live_value(move || text.get())
        .on("input", move |event| text.set(value_of(event)))
        .on("keydown", enter);
    let row =
        div("own-row").child(input).child(button("button small", move |_| add()).text(&state.say("own.add")));
    let error = p("").class("error").id("own-error").attr("role", "alert");
    let label = el("label").attr("for", "own").text(&state.say("own.label"));
    let own = div("own").child(label).child(row).child(error.live_text(move || wrong.get()));
    own.child(topic_choice(state, "own-topic", topic))
}

/// Why something was not put down, and what to do.
pub(in crate::app) fn complaint(state: State, refused: &Refused) -> String {
    match refused {
        Refused::Empty => state.say("own.empty"),
        Refused::TooLong(length) => state.fill("own.long", &[&OWN_LIMIT.to_string(), &length.to_string()]),
        Refused::Full => state.say("own.full"),
        Refused::Stars => state.say("item.stars"),
        Refused::NoStep => state.say("after.step-empty"),
        Refused::FullSteps => state.say("after.step-full"),
    }
}
