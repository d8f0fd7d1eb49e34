//! After the visit: what was heard, what to do next, what is still open, and a summary to share.

use super::{article, heading};
use crate::app::dom::{El, button, div, el, link, p, value_of};
use crate::app::parts::answer::{note_field, ticks};
use crate::app::parts::family::family;
use crate::app::parts::item::slug;
use crate::app::parts::save::save_box;
use crate::app::parts::steps::next_steps;
use crate::app::parts::voice::{voice, why_absent};
use crate::app::parts::written::{Written, text_area};
use crate::app::state::{Notice, State};
use crate::browser::{clock, location, page, recorder};
use crate::content::{Catalog, Role};
use crate::list::{Day, Edit, HEARD_LIMIT, Item, PersonalList, Visit};
use crate::route::Route;
use leptos::prelude::*;
use web_sys::Event;

/// The screen. When the open questions were carried over, it asks for the day of the next visit.
pub(in crate::app) fn page(state: State) -> El {
    // The name of the new list, and how much is on it. Undo takes the list away again, and then it is another one.
    let carried = RwSignal::new(Vec::<String>::new());
    let open = Memo::new(move |_| state.list.with(|list| vec![list.id().to_owned()]));
    article("after").live(move || {
        let open = open.get();
        match &carried.get()[..] {
            [name, said] if *name == open[0] => next_visit(state, said),
            _ if state.details.with(Option::is_none) => vec![p(&state.say("loading"))],
            _ => sections(state, carried),
        }
    })
}

fn sections(state: State, carried: RwSignal<Vec<String>>) -> Vec<El> {
    let changed = RwSignal::new(false);
    let visit = move || state.list.with(|list| list.visit().said(&state.catalog().words).unwrap_or_default());
    let section = |key: &str, parts: Vec<El>| {
        let id = key.replace('.', "-");
        let title = el("h2").id(&id).focusable().text(&state.say(key));
        el("section").attr("aria-labelledby", &id).child(title).children(parts)
    };
    let heard = Written {
        read: Box::new(|list| list.heard().to_owned()),
        write: Box::new(PersonalList::set_heard),
        edit: Box::new(|| Edit::Heard),
    };
    let label = el("label").class("help").text(&state.say("after.heard-help"));
    vec![
        heading(&state.say("after.title")),
        p("").class("help").live_text(visit),
        section("after.heard", vec![text_area(state, "heard", label, HEARD_LIMIT, heard)]),
        section("after.answers", answers(state, changed)),
        section("after.steps", next_steps(state)),
        section("after.open", vec![still_open(state, carried)]),
        section("after.summary", family(state, changed)).class("share"),
        save_box(state),
    ]
}

/// The questions that were asked or have an answer.
fn answers(state: State, changed: RwSignal<bool>) -> Vec<El> {
    // Which they are, and their words: a field that is being written in must stay.
    let shown = StoredValue::new(Vec::new());
    let rows = Memo::new(move |_| {
        let catalog = state.catalog();
        state.list.with(|list| {
            let answered = |item: &&Item| item.asked || !item.note.is_empty();
            let names = |item: &Item| name(item, &catalog, list.role());
            // One that loses its tick or its last word stays until the screen is opened again.
            let now: Vec<String> = list.items().iter().filter(answered).map(names).collect();
            shown.update_value(|shown: &mut Vec<String>| {
                let there: Vec<String> = list.items().iter().map(names).collect();
                shown.retain(|name| there.contains(name) || now.contains(name));
                shown.extend(now.iter().filter(|name| !shown.contains(name)).cloned().collect::<Vec<_>>());
            });
            shown.get_value()
        })
    });
    let absent = recorder::absent().map(|absent| p(&why_absent(state, absent)).class("help"));
    let list = div("part").live(move || {
        let shown = rows.get();
        let catalog = state.catalog();
        let items: Vec<Item> = state.list.with_untracked(|list| list.items().to_vec());
        let answered = items.iter().filter(|item| shown.contains(&name(item, &catalog, state.role())));
        let rows: Vec<El> =
            answered.map(|item| answer(state, item, item.text(&catalog, state.role()), changed)).collect();
        if rows.is_empty() {
            return vec![p(&state.say("after.no-answers"))];
        }
        vec![el("ul").class("answered").children(rows)]
    });
    let mut parts = vec![list];
    parts.extend(absent);
    parts
}

/// Tells a question and its words apart from others.
fn name(item: &Item, catalog: &Catalog, role: Role) -> String {
    [&slug(&item.id()), " ", item.text(catalog, role)].concat()
}

fn answer(state: State, item: &Item, text: &str, changed: RwSignal<bool>) -> El {
    let id = item.id();
    let label = el("label").child(el("span").class("hidden").text(&state.fill("after.note", &[text])));
    el("li")
        .child(el("h3").text(text))
        .child(note_field(state, &id, text, label))
        .child(ticks(state, &id, text))
        .child(voice(state, &id, text, false, changed))
}

fn still_open(state: State, carried: RwSignal<Vec<String>>) -> El {
    let open = Memo::new(move |_| {
        let catalog = state.catalog();
        state.list.with(|list| {
            let open = list.items().iter().enumerate().filter(|(_, item)| item.is_open());
            open.map(|(place, item)| format!("{} {}", place + 1, item.text(&catalog, state.role())))
                .collect::<Vec<String>>()
        })
    });
    div("part").live(move || {
        let open = open.get();
        if open.is_empty() {
            return vec![p(&state.say("after.none-open"))];
        }
        let row = |line: &String| {
            let (place, text) = line.split_once(' ').unwrap_or_default();
            el("li").child(link(&Route::Visit(place.parse().unwrap_or(1)).to_hash(), text))
        };
        let count = open.len();
        let carry = button("button", move |_| carry_over(state, count, carried));
        vec![
            el("ul").class("still-open").children(open.iter().map(row)),
            p(&state.say("after.carry-help")).class("help"),
            carry.text(&state.count("after.carry", count)),
        ]
    })
}

fn carry_over(state: State, count: usize, carried: RwSignal<Vec<String>>) {
    let mut room = false;
    state.edit_notebook(Edit::ListAdded, |notebook| room = notebook.carry_over(&clock::uuid()));
    if room {
        let name = state.list.with_untracked(|list| list.id().to_owned());
        carried.set(vec![name, state.count("after.carried", count)]);
        page::soon(page::focus_heading);
    } else {
        state.tell(Notice::Plain(state.say("after.no-room")));
    }
}

/// The new list is open. Its day may stay empty.
fn next_visit(state: State, said: &str) -> Vec<El> {
    let day = RwSignal::new(String::new());
    let open = move |_: &Event| {
        if let Some(date) = Day::parse(&day.get_untracked()) {
            state.edit(Edit::Visit, |list| {
                let visit = Visit { date: Some(date), ..list.visit().clone() };
                list.set_visit(visit);
            });
        }
        location::go(&Route::Questions.to_hash());
    };
    let field = el("input").class("text-input day").id("next-visit").attr("type", "date");
    let label = el("label").attr("for", "next-visit").text(&state.say("after.next-day"));
    vec![
        heading(&state.say("after.next-title")),
        p(said),
        div("own").child(label).child(field.on("input", move |event| day.set(value_of(event)))),
        button("button", open).text(&state.say("after.next-open")),
    ]
}
