//! The list at the visit: large, one question at a time. Turning replaces the address, so that the browser's Back leaves
//! the visit and does not walk through it.

use super::{article, heading};
use crate::app::dom::{El, button, div, el, icon, link, p};
use crate::app::parts::answer::{note_field, ticks};
use crate::app::parts::item::slug;
use crate::app::parts::voice::voice;
use crate::app::parts::why::why;
use crate::app::state::State;
use crate::browser::turning::{self, Swipe, Way};
use crate::browser::{location, wake};
use crate::content::Catalog;
use crate::list::{Item, PersonalList, What};
use crate::route::Route;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

thread_local! {
    /// Whether the person asked for bright light. It says something about a moment, so it is not kept.
    static BRIGHT: Cell<bool> = const { Cell::new(false) };
}

/// The question at a place, counted from 1; behind the last one, the end.
pub(in crate::app) fn page(state: State, place: usize) -> El {
    let bright = RwSignal::new(BRIGHT.get());
    let awake = stay_awake(state);
    let go = move |way: Way| turn(state, place, way);
    StoredValue::new_local(turning::by_keys(go));
    let swipe = Rc::new(Swipe::default());
    let (down, up, cancel) = (swipe.clone(), swipe.clone(), swipe);
    // Ticks and notes follow the list by themselves; a field that is being written in must stay.
    let shape = Memo::new(move |_| state.list.with(|list| shape(list, &state.catalog(), place)));
    article("visit")
        .live_attr("class", move || {
            Some(if bright.get() { "page page-visit bright" } else { "page page-visit" }.to_owned())
        })
        .on("pointerdown", move |event| down.down(event))
        .on("pointercancel", move |_| cancel.cancel())
        .on("pointerup", move |event| {
            if let Some(way) = up.up(event) {
                go(way);
            }
        })
        .live(move || {
            // Reading is what makes a memo follow.
            shape.with(Vec::len);
            if state.details.with(Option::is_none) {
                return vec![p(&state.say("loading"))];
            }
            let (items, place) =
                state.list.with_untracked(|list| (list.items().to_vec(), reached(list, place)));
            match (items.get(place - 1), items.is_empty()) {
                (_, true) => empty(state),
                (Some(item), _) => question(state, item, place, items.len(), (bright, awake)),
                (None, _) => end(state, &items),
            }
        })
}

/// Keeps the screen on as long as the visit lasts; the key of what there is to say about it, once that is known.
fn stay_awake(state: State) -> RwSignal<String> {
    let awake = RwSignal::new(String::new());
    wake::hold(move |on| _ = awake.try_set(if on { "visit.awake" } else { "visit.sleeps" }.to_owned()));
    on_cleanup(move || {
        if !matches!(state.route.get_untracked(), Route::Visit(_)) {
            wake::release();
        }
    });
    awake
}

/// What the screen is drawn from, apart from what follows the list by itself.
fn shape(list: &PersonalList, catalog: &Catalog, place: usize) -> Vec<String> {
    let items = list.items();
    let name = |item: &Item| [&slug(&item.id()), " ", item.text(catalog, list.role())].concat();
    let mut shape = vec![list.id().to_owned(), items.len().to_string()];
    match items.get(reached(list, place) - 1) {
        Some(item) => shape.extend([name(item), item.star.to_string()]),
        None => shape.extend(items.iter().filter(|item| item.is_open()).map(name)),
    }
    shape
}

/// The place, or the nearest there is; one behind the last question is the end.
fn reached(list: &PersonalList, place: usize) -> usize {
    place.clamp(1, list.items().len() + 1)
}

fn turn(state: State, place: usize, way: Way) {
    let (place, last) = state.list.with_untracked(|list| (reached(list, place), list.items().len() + 1));
    let to = match way {
        Way::Next => (place + 1).min(last),
        Way::Previous => (place - 1).max(1),
    };
    if to != place {
        location::replace(&Route::Visit(to).to_hash());
    }
}

fn question(
    state: State,
    item: &Item,
    place: usize,
    of: usize,
    (bright, awake): (RwSignal<bool>, RwSignal<String>),
) -> Vec<El> {
    let id = item.id();
    let text = item.text(&state.catalog(), state.role()).to_owned();
    let stands = state.fill("visit.place", &[&place.to_string(), &of.to_string()]);
    let title = heading("")
        .class("visit-title")
        .child(el("span").class("visit-place").text(&stands))
        .text(" ")
        .child(el("span").class("visit-question").text(&text));
    let star =
        item.star.then(|| el("p").class("visit-star").child(icon("star")).text(&state.say("visit.star")));
    let label = el("label").text(&state.say("visit.note"));
    let on = move || awake.with(|key| if key.is_empty() { String::new() } else { state.say(key) });
    vec![
        top(state, bright),
        title,
        div("part").children(star),
        ticks(state, &id, &text),
        note_field(state, &id, &text, label),
        voice(state, &id, &text, true, RwSignal::new(false)),
        more(state, item),
        p("").class("help visit-awake").live_text(on),
        bar(state, place, of),
    ]
}

/// The way out, and the look for bright light.
fn top(state: State, bright: RwSignal<bool>) -> El {
    let leave = el("a")
        .class("link-button")
        .attr("href", &Route::Questions.to_hash())
        .text(&state.say("visit.leave"));
    let toggle = button("chip", move |_| {
        BRIGHT.set(!BRIGHT.get());
        bright.set(BRIGHT.get());
    });
    let toggle = toggle.live_attr("aria-pressed", move || Some(bright.get().to_string()));
    div("visit-top").child(leave).child(toggle.text(&state.say("visit.bright")))
}

/// Topic and reason, folded: at the visit the question counts.
fn more(state: State, item: &Item) -> El {
    let catalog = state.catalog();
    let topic = item.topic(&catalog).and_then(|id| catalog.topics.iter().find(|topic| topic.id == *id));
    let topic = topic.map(|topic| p(&state.fill("visit.topic", &[&topic.title])).class("help"));
    match &item.what {
        What::Question(question) => div("visit-more").child(why(state, question.clone()).children(topic)),
        What::Own { .. } => {
            div("visit-more").child(p(&state.say("question.own")).class("help")).children(topic)
        }
    }
}

/// Back and on, at the end of the window, where a thumb reaches.
fn bar(state: State, place: usize, of: usize) -> El {
    let previous = button("button quiet", move |_| turn(state, place, Way::Previous));
    let previous = if place == 1 { previous.attr("aria-disabled", "true") } else { previous };
    let next = button("button", move |_| turn(state, place, Way::Next));
    let last = if place < of { "visit.next" } else { "visit.finish" };
    div("visit-bar")
        .child(previous.child(icon("chevron-start")).text(&state.say("visit.previous")))
        .child(next.text(&state.say(last)).child(icon("chevron-end")))
}

fn end(state: State, items: &[Item]) -> Vec<El> {
    let catalog = state.catalog();
    let open = items.iter().enumerate().filter(|(_, item)| item.is_open());
    let rows: Vec<El> = open
        .map(|(place, item)| {
            let go = move |_: &_| location::replace(&Route::Visit(place + 1).to_hash());
            el("li").child(button("row-link", go).child(el("span").text(item.text(&catalog, state.role()))))
        })
        .collect();
    let said =
        if rows.is_empty() { state.say("visit.all-asked") } else { state.count("visit.open", rows.len()) };
    let after = link(&Route::After.to_hash(), &state.say("after.title")).class("button");
    let back =
        button("button quiet", move |_| location::replace(&Route::Visit(items_place(state)).to_hash()));
    let back = back.child(icon("chevron-start")).text(&state.say("visit.previous"));
    vec![
        heading(&state.say("visit.end")),
        p(&said),
        el("ul").class("visit-open").children(rows),
        div("visit-bar").child(back).child(after),
    ]
}

/// The place of the last question.
fn items_place(state: State) -> usize {
    state.list.with_untracked(|list| list.items().len())
}

fn empty(state: State) -> Vec<El> {
    let way = |route: Route, key: &str, class: &str| link(&route.to_hash(), &state.say(key)).class(class);
    let actions = div("actions").child(way(Route::Step("role".into()), "home.start", "button")).child(way(
        Route::Questions,
        "visit.own",
        "button quiet",
    ));
    vec![heading(&state.say("visit.title")), p(&state.say("visit.empty")), actions]
}
