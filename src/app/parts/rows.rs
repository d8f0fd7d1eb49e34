//! The questions of the list as rows that stay: each is drawn once and changed where it changed, so that what the
//! person opened stays open, and a list of hundreds stays quick.

use super::item::{Stand, drop_at, item_row};
use crate::app::dom::{El, div, el};
use crate::app::state::State;
use crate::browser::{drag, page};
use crate::content::{Catalog, Fact, QuestionId};
use crate::guide::{Answers, rank};
use crate::list::{Item, ItemId, PersonalList, What};
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, HtmlElement};

/// How many rows are drawn at a time: two windows of a phone. The rest follows when those are on the screen.
const AT_ONCE: usize = 20;

/// The first three, and those for "if there is time", each under its heading.
pub(in crate::app) fn rows(state: State) -> El {
    let title = |key: &str| el("h2").text(&state.say(key));
    let titles = [title("questions.first").id("first-title").focusable(), title("questions.if-time")];
    let lists = [el("ol").class("slips"), el("ol").class("plain-rows")];
    let room = RwSignal::new(AT_ONCE);
    let rows = Rc::new(RefCell::new(Rows {
        state,
        owner: Owner::current().unwrap_or_default(),
        titles: titles.each_ref().map(|title| title.node().clone()),
        lists: lists.each_ref().map(|list| list.node().clone()),
        shown: Vec::new(),
        ranked: None,
    }));
    let dragged = Rc::clone(&rows);
    let dropped = move |row: &Element, place: usize| {
        let id =
            dragged.borrow().shown.iter().find(|shown| shown.el.node() == row).map(|shown| shown.id.clone());
        if let Some(id) = id {
            drop_at(state, &id, place);
        }
    };
    let dropped = Rc::new(dropped);
    let [first, rest] = titles;
    let [slips, plain] = lists;
    let all = div("mine").child(first).child(slips).child(rest).child(plain);
    let all = all.on("pointerdown", move |event| {
        let dropped = Rc::clone(&dropped);
        drag::begin(event, move |row, place| dropped(row, place));
    });
    all.live_with(move |_| {
        state.details.track();
        let room_now = room.get();
        let more = state.list.with(|list| rows.borrow_mut().show(list, room_now));
        if more {
            page::soon(move || room.try_update(|room| *room += AT_ONCE).unwrap_or_default());
        }
    })
}

/// What a row was drawn from. Where that changes, it is drawn anew.
#[derive(PartialEq)]
struct Drawn {
    item: Item,
    reasons: Vec<Fact>,
}

/// A row on the screen.
struct Row {
    id: ItemId,
    el: El,
    drawn: Drawn,
    stand: RwSignal<Stand>,
    /// Everything reactive in it.
    owner: Owner,
}

struct Rows {
    state: State,
    owner: Owner,
    titles: [Element; 2],
    lists: [Element; 2],
    shown: Vec<Row>,
    /// What the answers say for each question, worked out once for the same answers.
    ranked: Option<(Answers, usize, BTreeMap<QuestionId, Vec<Fact>>)>,
}

impl Rows {
    /// Makes the rows those of the list, as many as there is room for. Whether there are more.
    fn show(&mut self, list: &PersonalList, room: usize) -> bool {
        let catalog = self.state.catalog();
        let anew = self.rank(list, &catalog);
        let focused = document().active_element();
        let (items, top) = (list.items(), list.top().len());
        let mut old: Vec<Option<Row>> = std::mem::take(&mut self.shown).into_iter().map(Some).collect();
        let mut near = 0;
        for (place, item) in items.iter().take(room).enumerate() {
            let stand = Stand {
                top: place < top,
                first: place == 0,
                last: place + 1 == items.len(),
                asked: item.asked,
                star: item.star,
            };
            // Most rows stand where the last one was followed by them.
            let is_it = |at: &usize| old[*at].as_ref().is_some_and(|row| item.is(&row.id));
            let found = (near..old.len()).chain(0..near.min(old.len())).find(is_it);
            let row = match found.and_then(|at| {
                near = at + 1;
                old[at].take()
            }) {
                Some(row) => self.keep(row, item, stand, anew),
                None => self.draw(item, stand),
            };
            self.shown.push(row);
        }
        old.into_iter().flatten().for_each(|row| {
            row.el.node().remove();
            row.owner.cleanup();
        });
        self.set_out(top);
        // A row that moved has lost the focus.
        if let Some(focused) = focused.filter(|focused| focused.is_connected())
            && document().active_element().as_ref() != Some(&focused)
        {
            let _ = focused.unchecked_into::<HtmlElement>().focus();
        }
        items.len() > self.shown.len()
    }

    /// Whether the reasons are to be looked at anew: the answers changed, or the questions have arrived.
    fn rank(&mut self, list: &PersonalList, catalog: &Catalog) -> bool {
        let known = catalog.questions.len();
        if self.ranked.as_ref().is_some_and(|(answers, count, _)| *answers == list.answers && *count == known)
        {
            return false;
        }
        let ranked = rank(catalog, &list.answers);
        let reasons = ranked.into_iter().map(|ranked| (ranked.question.id.clone(), ranked.reasons)).collect();
        self.ranked = Some((list.answers.clone(), known, reasons));
        true
    }

    fn reasons(&self, item: &Item) -> Vec<Fact> {
        let reasons = match (&item.what, &self.ranked) {
            (What::Question(id), Some((_, _, reasons))) => reasons.get(id),
            _ => None,
        };
        reasons.cloned().unwrap_or_default()
    }

    fn draw(&self, item: &Item, stand: Stand) -> Row {
        let owner = self.owner.child();
        let reasons = self.reasons(item);
        let (el, stand) = owner.with(|| {
            let stand = RwSignal::new(stand);
            (untrack(|| item_row(self.state, item, &reasons, stand)), stand)
        });
        Row { id: item.id(), el, drawn: Drawn { item: item.clone(), reasons }, stand, owner }
    }

    /// The row as it is, with what changed in it; drawn anew where its words changed.
    fn keep(&self, mut row: Row, item: &Item, stand: Stand, anew: bool) -> Row {
        let was = &row.drawn.item;
        let same = was.note == item.note
            && was.what == item.what
            && was.wording == item.wording
            && was.topic == item.topic
            && (!anew || row.drawn.reasons == self.reasons(item));
        if same {
            if row.stand.get_untracked() != stand {
                row.stand.set(stand);
            }
            return row;
        }
        let new = self.draw(item, stand);
        let opened = |el: &El| el.node().query_selector("details").ok().flatten();
        if let (Some(was), Some(is)) = (opened(&row.el), opened(&new.el))
            && was.has_attribute("open")
        {
            is.set_attribute("open", "").unwrap_throw();
        }
        row.el.node().replace_with_with_node_1(new.el.node()).unwrap_throw();
        row.owner.cleanup();
        row = new;
        row
    }

    /// Puts the rows under their headings, in order, moving as few as it can.
    fn set_out(&self, top: usize) {
        let (slips, plain) = self.shown.split_at(top.min(self.shown.len()));
        for ((rows, list), title) in [slips, plain].into_iter().zip(&self.lists).zip(&self.titles) {
            put(list, rows);
            for element in [list, title] {
                element.toggle_attribute_with_force("hidden", rows.is_empty()).unwrap_throw();
            }
        }
        self.lists[1].set_attribute("start", &(top + 1).to_string()).unwrap_throw();
    }
}

/// Makes the rows the children of the list, in this order.
fn put(list: &Element, rows: &[Row]) {
    let mut next = list.first_element_child();
    for row in rows {
        let node = row.el.node();
        // One that moved away, down or to the other list, makes room for those behind it.
        let after = next.as_ref().and_then(Element::next_element_sibling);
        if next.as_ref() != Some(node) && after.as_ref() == Some(node) {
            if let Some(away) = &next {
                away.remove();
            }
            next = after;
        }
        if next.as_ref() == Some(node) {
            next = node.next_element_sibling();
        } else {
            list.insert_before(node, next.as_ref().map(AsRef::as_ref)).unwrap_throw();
        }
    }
}
