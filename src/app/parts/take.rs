//! Ways to take the list along. Where the browser lacks one, the next is tried: share, copy, file.

use crate::app::dom::{El, button, div, el, icon, p};
use crate::app::state::{Notice, State};
use crate::browser::clock;
use crate::browser::device::{self, Shared};
use crate::takeaway::{Made, Sheet, calendar, fhir, text};

/// What most people want, and the way to the rest.
pub(in crate::app) fn take(state: State) -> El {
    section(
        state,
        "take",
        [paper_row(state, "#/print", "take.print"), share_row(state), copy_row(state), more_row(state)],
    )
}

/// A headed group of rows. `key` names its words.
pub(in crate::app) fn section(state: State, key: &str, rows: impl IntoIterator<Item = El>) -> El {
    let id = format!("{key}-title");
    let title = el("h2").id(&id).focusable().text(&state.say(&format!("{key}.title")));
    let section = el("section").class("take").attr("aria-labelledby", &id).child(title);
    section.child(el("ul").class("take-rows").children(rows.into_iter().map(|row| el("li").child(row))))
}

fn filled(state: State, row: El, key: &str, picture: &str) -> El {
    row.child(icon(picture)).child(el("span").text(&state.say(key)))
}

/// A row that does something.
pub(in crate::app) fn act_row(state: State, key: &str, picture: &str, act: fn(State)) -> El {
    filled(state, button("row-link", move |_| act(state)), key, picture)
}

fn link_row(state: State, address: &str, key: &str, picture: &str) -> El {
    filled(state, el("a").class("row-link").attr("href", address), key, picture)
}

fn more_row(state: State) -> El {
    link_row(state, "#/take", "take.more", "chevron-end")
}

/// A row that leads to something to print.
pub(in crate::app) fn paper_row(state: State, address: &str, key: &str) -> El {
    link_row(state, address, key, "printer")
}

/// The share sheet of the device; where there is none, the list is copied.
pub(in crate::app) fn share_row(state: State) -> El {
    act_row(state, "take.share", "share", share)
}

/// Copies the list.
pub(in crate::app) fn copy_row(state: State) -> El {
    act_row(state, "take.copy", "copy", copy)
}

/// The current list as it is set out for others, once the details are there; follows the list.
pub(in crate::app) fn sheet(state: State) -> Option<Sheet> {
    let catalog = state.catalog();
    state.details.with(|details| {
        let signs = &details.as_ref()?.signs;
        Some(state.list.with(|list| Sheet::new(list, &catalog, signs)))
    })
}

/// The current list as text.
fn plain(state: State) -> String {
    sheet(state).map(|sheet| text::plain(&sheet, &state.catalog().words)).unwrap_or_default()
}

fn share(state: State) {
    let text = plain(state);
    device::share(&state.say("sheet.title"), &text, move |shared| match shared {
        Shared::Yes => state.tell(Notice::Plain(state.say("take.shared"))),
        // Whoever closes the share sheet has changed their mind, and is not answered with something else.
        Shared::Cancelled => {}
        Shared::Impossible => copy(state),
    });
}

fn copy(state: State) {
    device::copy(plain(state), move |copied| {
        if copied {
            state.tell(Notice::Plain(state.say("take.copied")));
        } else if device::save_file(TEXT, "text/plain", &plain(state)) {
            state.tell(Notice::Plain(state.say("take.file-instead")));
        } else {
            state.tell(Notice::Plain(state.say("take.not-copied")));
        }
    });
}

/// Copies a text and says what came of it.
pub(in crate::app) fn copy_text(state: State, text: String) {
    device::copy(text, move |copied| {
        state.tell(Notice::Plain(state.say(if copied { "take.copied" } else { "transfer.not-copied" })));
    });
}

const TEXT: &str = "my-questions.txt";

/// Saves the list as plain text.
pub(in crate::app) fn save_text(state: State) {
    save(state, TEXT, "text/plain", &plain(state));
}

/// Offers a file and says what came of it.
pub(in crate::app) fn save(state: State, name: &str, kind: &str, text: &str) {
    let saved = device::save_file(name, kind, text);
    state.tell(Notice::Plain(state.say(if saved { "take.saved" } else { "take.not-saved" })));
}

/// Saves the visit as a calendar file with the list in it.
pub(in crate::app) fn save_calendar(state: State) {
    let (new, at) = (clock::uuid(), clock::now());
    let catalog = state.catalog();
    let plain = plain(state);
    let file = state.list.with_untracked(|list| {
        // The same entry each time, so that a calendar brings it up to date and has it once.
        let id = if list.id().is_empty() { &new } else { list.id() };
        calendar::calendar(list.visit(), &plain, &catalog.words, &Made { id, at: &at })
    });
    save(state, "my-questions.ics", "text/calendar", &file);
}

/// Saves answers and list for a health record.
pub(in crate::app) fn save_fhir(state: State) {
    let (id, at) = (clock::uuid(), clock::now());
    let file =
        state.list.with_untracked(|list| fhir::bundle(list, &state.catalog(), &Made { id: &id, at: &at }));
    save(state, "my-questions.fhir.json", "application/fhir+json", &file);
}

/// A line of help under rows.
pub(in crate::app) fn help(state: State, key: &str) -> El {
    div("help").child(p(&state.say(key)))
}
