//! Every way to take the list along: on paper, to people, to a calendar, to another device, into a file.

use super::{article, heading};
use crate::app::dom::{El, div, el, icon, p};
use crate::app::parts::incoming::incoming;
use crate::app::parts::take::{
    act_row, copy_row, help, paper_row, save_calendar, save_fhir, save_text, section, share_row, sheet,
};
use crate::app::parts::transfer::transfer;
use crate::app::state::State;
use crate::browser::{device, page as document};
use crate::content::Words;
use crate::list::record::SIZE_LIMIT;
use crate::list::{self, Notebook, Problem};
use crate::takeaway::Sheet;
use crate::takeaway::mail::{self, Draft};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// The screen.
pub(in crate::app) fn page(state: State) -> El {
    let back = el("a").class("button quiet").attr("href", "#/questions").child(icon("chevron-start"));
    let papers = [
        paper_row(state, "#/print", "take.print"),
        paper_row(state, "#/print/large", "take.print-large"),
        paper_row(state, "#/print/full", "take.print-full"),
        paper_row(state, "#/alert", "take.alert"),
    ];
    let people = [
        share_row(state),
        letter_row(state, "take.mail", "mail", mail::email),
        letter_row(state, "take.message", "question", mail::message),
        copy_row(state),
        act_row(state, "take.text", "download", save_text),
    ];
    article("take")
        .child(heading(&state.say("take.title")))
        .child(div("actions").child(back.text(&state.say("step.back"))))
        .child(section(state, "take-paper", papers))
        .child(section(state, "take-people", people).child(help(state, "take-people.help")))
        .child(section(state, "take-calendar", [act_row(state, "take.calendar", "calendar", save_calendar)]))
        .child(transfer(state))
        .child(
            section(
                state,
                "take-file",
                [act_row(state, "take.record", "download", |state| state.save_file())],
            )
            .child(open_file(state)),
        )
        .child(section(state, "take-record", [act_row(state, "take.fhir", "download", save_fhir)]))
}

/// A row that opens a draft with the list in it, in the device's own program.
fn letter_row(state: State, key: &str, picture: &str, draft: fn(&Sheet, &Words) -> Draft) -> El {
    let address = move || sheet(state).map(|sheet| draft(&sheet, &state.catalog().words).address);
    let row = el("a").class("row-link").live_attr("href", address);
    row.child(icon(picture)).child(el("span").text(&state.say(key)))
}

/// What came from a file, or why nothing did.
#[derive(Clone)]
enum Came {
    Lists(Notebook, Vec<Problem>),
    Nothing(String),
}

/// Opens a file that this app saved; shows what it holds before anything is added.
fn open_file(state: State) -> El {
    let came: RwSignal<Option<Arc<Came>>> = RwSignal::new(None);
    let field = el("input").id("open-file").attr("type", "file").attr("accept", ".json,application/json");
    let field = field.attr("aria-describedby", "open-help").on("change", move |event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into().ok()) else { return };
        device::read_chosen(&field, SIZE_LIMIT, move |text| {
            let read = match text {
                None => Came::Nothing(list::Unreadable::TooLarge.to_string()),
                Some(text) => match list::parse(&text, &state.catalog()) {
                    Ok((notebook, problems)) => Came::Lists(notebook, problems),
                    Err(reason) => Came::Nothing(reason.to_string()),
                },
            };
            came.set(Some(Arc::new(read)));
            document::soon(|| _ = document::lead_to("open-result"));
        });
    });
    let result = div("part").id("open-result").focusable().live(move || match came.get().as_deref() {
        None => Vec::new(),
        Some(Came::Nothing(reason)) => vec![p(reason).class("error").attr("role", "alert")],
        Some(Came::Lists(notebook, problems)) => {
            vec![incoming(state, notebook.clone(), problems, move |_| came.set(None))]
        }
    });
    let label = el("label").attr("for", "open-file").text(&state.say("take.open"));
    div("own")
        .child(label)
        .child(field)
        .child(p(&state.say("take.open-help")).class("help").id("open-help"))
        .child(result)
}
