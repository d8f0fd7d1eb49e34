//! Ways to take the list along.

use crate::app::dom::{El, button, el, icon};
use crate::app::state::{Notice, State};
use crate::browser::{clock, device};
use crate::takeaway::{Made, Sheet, calendar, fhir, text};

/// Print, copy, files.
pub(in crate::app) fn take(state: State) -> El {
    let filled = |row: El, key: &str, picture: &str| {
        el("li").child(row.child(icon(picture)).child(el("span").text(&state.say(key))))
    };
    let row = |key: &str, picture: &str, act: fn(State)| {
        filled(button("row-link", move |_| act(state)), key, picture)
    };
    let rows = [
        filled(el("a").class("row-link").attr("href", "#/print"), "take.print", "printer"),
        row("take.copy", "copy", copy),
        row("take.calendar", "calendar", save_calendar),
        row("take.fhir", "download", save_fhir),
        row("take.record", "download", |state| state.save_file()),
    ];
    let title = el("h2").id("take-title").focusable().text(&state.say("take.title"));
    let section = el("section").class("take").attr("aria-labelledby", "take-title").child(title);
    section.child(el("ul").class("take-rows").children(rows))
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
    let file =
        state.list.with_untracked(|list| fhir::bundle(list, &state.catalog(), &Made { id: &id, at: &at }));
    save(state, "my-questions.fhir.json", "application/fhir+json", &file);
}
