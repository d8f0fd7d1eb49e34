//! "For which visit?": day, time, doctor and place of a list, folded under what is known of them.

use crate::app::dom::{El, div, el, value_of};
use crate::app::state::State;
use crate::list::{Day, Edit, Notebook, PersonalList, TimeOfDay, Visit};

/// The first year that a day is taken from: while a year is typed, a field holds the years 2, 20 and 202 too.
const FIRST_YEAR: &str = "2000";

/// What a field shows of the visit, and how it is written down.
struct Field {
    word: &'static str,
    key: &'static str,
    kind: &'static str,
    show: fn(&Visit) -> String,
    /// Whether what was typed could be taken.
    set: fn(&mut Visit, &str) -> bool,
}

static FIELDS: [Field; 4] = [
    Field {
        word: "date",
        key: "appointment.date",
        kind: "date",
        show: |visit| visit.date.as_ref().map(|day| day.as_str().to_owned()).unwrap_or_default(),
        set: |visit, text| {
            visit.date = Day::parse(text);
            text.is_empty() || visit.date.is_some() && text >= FIRST_YEAR
        },
    },
    Field {
        word: "time",
        key: "appointment.time",
        kind: "time",
        show: |visit| visit.time.as_ref().map(|time| time.as_str().to_owned()).unwrap_or_default(),
        set: |visit, text| {
            visit.time = TimeOfDay::parse(text);
            text.is_empty() || visit.time.is_some()
        },
    },
    Field {
        word: "doctor",
        key: "appointment.doctor",
        kind: "text",
        show: |visit| visit.doctor.clone(),
        set: |visit, text| {
            text.clone_into(&mut visit.doctor);
            true
        },
    },
    Field {
        word: "place",
        key: "appointment.place",
        kind: "text",
        show: |visit| visit.place.clone(),
        set: |visit, text| {
            text.clone_into(&mut visit.place);
            true
        },
    },
];

/// The fold. `list` names the list, on a page that says its visit already; `None` is the one that is open.
pub(in crate::app) fn appointment(state: State, list: Option<String>) -> El {
    let slug = list.as_ref().map_or_else(|| "open".to_owned(), |list| format!("list-{list}"));
    let told = list.is_some();
    let said = move || {
        let visit = state.list.with(|list| list.visit().said(&state.catalog().words));
        let visit = visit.filter(|_| !told);
        visit.map_or_else(|| state.say("appointment.title"), |visit| state.fill("questions.for", &[&visit]))
    };
    let summary = el("summary").child(el("span").live_text(said));
    let fields = FIELDS.iter().map(|one| field(state, list.clone(), &slug, one));
    el("details").class("appointment").child(summary).child(div("appointment-fields").children(fields))
}

fn field(state: State, list: Option<String>, slug: &str, field: &'static Field) -> El {
    let id = format!("{}-{slug}", field.word);
    let of = list.clone();
    let shown = move || {
        state.notebook.with(|notebook| {
            let list = find(notebook, of.as_deref()).map(|place| &notebook.lists()[place]);
            list.map(|list| (field.show)(list.visit())).unwrap_or_default()
        })
    };
    let write = move |typed: &str| {
        state.edit_notebook(Edit::Visit, |notebook| {
            let Some(place) = find(notebook, list.as_deref()) else { return };
            let mut visit = notebook.lists()[place].visit().clone();
            if (field.set)(&mut visit, typed) {
                notebook.set_visit(place, visit);
            }
        });
    };
    let input = el("input").class("text-input").id(&id).attr("type", field.kind).attr("autocomplete", "off");
    let input = input.live_value(shown).on("change", move |event| write(&value_of(event)));
    let label = el("label").attr("for", &id).text(&state.say(field.key));
    div("own").child(label).child(input)
}

/// The place of a list.
fn find(notebook: &Notebook, list: Option<&str>) -> Option<usize> {
    list.map_or(Some(notebook.place()), |id| notebook.lists().iter().position(|list| list.id() == id))
}

/// What a list is called: its visit, or its number.
pub(in crate::app) fn name_of(state: State, list: &PersonalList, place: usize) -> String {
    let visit = list.visit().said(&state.catalog().words);
    visit.unwrap_or_else(|| state.fill("lists.number", &[&(place + 1).to_string()]))
}
