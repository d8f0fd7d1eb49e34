//! Ways to take the list along.

use super::icon::Icon;
use crate::app::state::{Notice, State, state};
use crate::browser::{clock, device};
use crate::takeaway::{Made, Sheet, calendar, fhir, text};
use leptos::prelude::*;

/// Print, copy, files.
#[component]
pub(in crate::app) fn Take() -> impl IntoView {
    let state = state();
    let row = move |key: &'static str, icon: &'static str, press: fn(State)| {
        view! {
            <li>
                <button class="row-link" type="button" on:click=move |_| press(state)>
                    <Icon name=icon /> <span>{state.say(key)}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="take" aria-labelledby="take-title">
            <h2 id="take-title" tabindex="-1">{state.say("take.title")}</h2>
            <ul class="take-rows">
                <li>
                    <a class="row-link" href="#/print"><Icon name="printer" /> <span>{state.say("take.print")}</span></a>
                </li>
                {row("take.copy", "copy", copy)}
                {row("take.calendar", "calendar", save_calendar)}
                {row("take.fhir", "download", save_fhir)}
                {row("take.record", "download", save_record)}
            </ul>
        </section>
    }
}

fn plain(state: State) -> String {
    let catalog = state.catalog();
    state.details.with_untracked(|details| {
        let signs = details.as_ref().map_or(&[][..], |details| &details.signs);
        state.list.with_untracked(|list| text::plain(&Sheet::new(list, &catalog, signs), &catalog.words))
    })
}

fn copy(state: State) {
    device::copy(plain(state), move |copied| {
        state.tell(Notice::Plain(state.say(if copied { "take.copied" } else { "take.not-copied" })));
    });
}

fn save(state: State, name: &str, kind: &str, text: &str) {
    let saved = device::save_file(name, kind, text);
    state.tell(Notice::Plain(state.say(if saved { "take.saved" } else { "take.not-saved" })));
}

fn save_calendar(state: State) {
    let (id, at) = (clock::uuid(), clock::now());
    let catalog = state.catalog();
    let file = state.list.with_untracked(|list| {
        calendar::calendar(list.visit(), &plain(state), &catalog.words, &Made { id: &id, at: &at })
    });
    save(state, "my-questions.ics", "text/calendar", &file);
}

fn save_fhir(state: State) {
    let (id, at) = (clock::uuid(), clock::now());
    let file = state.list.with_untracked(|list| fhir::bundle(list, &state.catalog(), &Made { id: &id, at: &at }));
    save(state, "my-questions.fhir.json", "application/fhir+json", &file);
}

fn save_record(state: State) {
    save(state, "my-list.json", "application/json", &state.record());
}
