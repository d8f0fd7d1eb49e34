//! The answer to one question, at the visit and after it: noted, asked, to be asked again.

use super::item::slug;
use super::written::{Written, text_area};
use crate::app::dom::{El, div, el};
use crate::app::state::State;
use crate::list::{Edit, Item, ItemId, NOTE_LIMIT, PersonalList};

/// The field for the answer. `name` says to which question it belongs, where several stand on one screen.
pub(in crate::app) fn note_field(state: State, id: &ItemId, text: &str, name: El) -> El {
    let (read, write, words) = (id.clone(), id.clone(), text.to_owned());
    let what = Written {
        read: Box::new(move |list| list.item(&read).map(|item| item.note.clone()).unwrap_or_default()),
        write: Box::new(move |list, note| answered(list, &write, note)),
        edit: Box::new(move || Edit::Noted(words.clone())),
    };
    text_area(state, &format!("note-{}", slug(id)), name, NOTE_LIMIT, what)
}

/// Whoever notes the first words of an answer has asked. The tick can be taken off again, and stays off.
fn answered(list: &mut PersonalList, id: &ItemId, note: &str) {
    let silent = list.item(id).is_some_and(|item| item.note.is_empty());
    list.set_note(id, note);
    if silent && list.item(id).is_some_and(|item| !item.note.is_empty()) {
        list.set_asked(id, true);
    }
}

/// "Asked" and "Ask again next time".
pub(in crate::app) fn ticks(state: State, id: &ItemId, text: &str) -> El {
    let words = text.to_owned();
    let asked = Tick {
        key: "item.asked",
        name: "item.asked-name",
        is: |item| item.asked,
        set: PersonalList::set_asked,
        edits: [Edit::Unasked(words.clone()), Edit::Asked(words.clone())],
    };
    let again = Tick {
        key: "visit.again",
        name: "visit.again-name",
        is: |item| item.again,
        set: PersonalList::set_again,
        edits: [Edit::NotAgain(words.clone()), Edit::Again(words)],
    };
    div("ticks").child(tick(state, id, text, asked)).child(tick(state, id, text, again))
}

struct Tick {
    key: &'static str,
    name: &'static str,
    is: fn(&Item) -> bool,
    set: fn(&mut PersonalList, &ItemId, bool) -> bool,
    /// What taking the tick off and setting it is called.
    edits: [Edit; 2],
}

fn tick(state: State, id: &ItemId, text: &str, tick: Tick) -> El {
    let Tick { key, name, is, set, edits } = tick;
    let (shown, target) = (id.clone(), id.clone());
    let now = move |list: &PersonalList, id: &ItemId| list.item(id).is_some_and(is);
    let press = move |_: &_| {
        let on = !state.list.with_untracked(|list| now(list, &target));
        state.edit(edits[usize::from(on)].clone(), |list| _ = set(list, &target, on));
    };
    let input = el("input")
        .attr("type", "checkbox")
        .attr("aria-label", &state.fill(name, &[text]))
        .live_checked(move || state.list.with(|list| now(list, &shown)));
    let word = el("span").attr("aria-hidden", "true").text(&state.say(key));
    el("label").class("option").child(input.on("change", press)).child(word)
}
