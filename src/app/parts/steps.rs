//! What is to be done after the visit, each with a day if it has one.

use super::own::complaint;
use super::written::{Written, day_field};
use crate::app::dom::{El, button, div, el, icon, p, value_of};
use crate::app::state::State;
use crate::browser::page;
use crate::list::{Day, Edit, NextStep, OWN_LIMIT, PersonalList};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// The steps, and a field for another one.
pub(in crate::app) fn next_steps(state: State) -> Vec<El> {
    // A day that is typed must not draw its row anew.
    let rows = Memo::new(move |_| {
        let names = |list: &PersonalList| list.next_steps().iter().map(|step| step.text.clone()).collect();
        state.list.with::<Vec<String>>(names)
    });
    let shown = el("ul").class("steps").live(move || {
        // Reading is what makes a memo follow.
        rows.with(Vec::len);
        state.list.with_untracked(|list| {
            list.next_steps().iter().enumerate().map(|step| row(state, step)).collect()
        })
    });
    vec![shown, add(state)]
}

fn row(state: State, (place, step): (usize, &NextStep)) -> El {
    let text = step.text.clone();
    let is_done = move |list: &PersonalList| list.next_steps().get(place).is_some_and(|step| step.done);
    let tick = move |_: &_| {
        let done = state.list.with_untracked(is_done);
        state.edit(Edit::Steps, |list| _ = list.set_done(place, !done));
    };
    let done = move || state.list.with(is_done);
    let input = el("input")
        .attr("type", "checkbox")
        .attr("aria-label", &state.fill("after.done", &[&text]))
        .live_checked(done)
        .on("change", tick);
    let label =
        el("label").class("option").child(input).child(el("span").attr("aria-hidden", "true").text(&text));
    let day = Written {
        read: Box::new(move |list| {
            let day = list.next_steps().get(place).and_then(|step| step.date.as_ref());
            day.map(|day| day.as_str().to_owned()).unwrap_or_default()
        }),
        write: Box::new(move |list, day| _ = list.set_step_date(place, Day::parse(day))),
        edit: Box::new(|| Edit::Steps),
    };
    let day = day_field(state, &state.fill("after.day", &[&text]), day);
    let remove = button("icon-button", move |_| {
        state.edit(Edit::Steps, |list| _ = list.remove_step(place));
        page::soon(|| _ = page::focus("step"));
    });
    let remove = remove.attr("aria-label", &state.fill("item.remove", &[&text])).child(icon("trash"));
    el("li").child(label).child(div("step-tools").child(day).child(remove))
}

fn add(state: State) -> El {
    let text = RwSignal::new(String::new());
    let day = RwSignal::new(String::new());
    let wrong = RwSignal::new(String::new());
    let add = move || {
        let words = text.get_untracked();
        let date = Day::parse(&day.get_untracked());
        let mut refused = None;
        state.edit(Edit::Steps, |list| refused = list.add_step(&words, date).err());
        if refused.is_none() {
            text.set(String::new());
            day.set(String::new());
        }
        wrong.set(refused.map(|refused| complaint(state, &refused)).unwrap_or_default());
        page::focus("step");
    };
    // Bound to the button and to Enter, not to a form: sandboxed frames swallow the submit event.
    let enter = move |event: &Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Enter") {
            event.prevent_default();
            add();
        }
    };
    let what = el("input")
        .class("text-input")
        .id("step")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("maxlength", &OWN_LIMIT.to_string())
        .attr("aria-describedby", "step-error")
        .live_attr("aria-invalid", move || wrong.with(|wrong| (!wrong.is_empty()).then(|| "true".to_owned())))
        .live_value(move || text.get())
        .on("input", move |event| text.set(value_of(event)))
        .on("keydown", enter);
    let when = el("input")
        .class("text-input day")
        .id("step-day")
        .attr("type", "date")
        .live_value(move || day.get())
        .on("input", move |event| day.set(value_of(event)));
    let label = |id: &str, key: &str| el("label").attr("for", id).text(&state.say(key));
    let add = button("button small", move |_| add()).text(&state.say("after.add-step"));
    let error = p("").class("error").id("step-error").attr("role", "alert").live_text(move || wrong.get());
    div("own step-form")
        .child(div("step-what").child(label("step", "after.step-label")).child(what))
        .child(div("step-when").child(label("step-day", "after.step-day")).child(when))
        .child(add)
        .child(error)
}
