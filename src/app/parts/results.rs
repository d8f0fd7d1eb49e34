//! What a search found, kinds told apart, the best first.

use super::add::add_button;
use crate::app::dom::{El, button, div, el, icon, link, p};
use crate::app::state::State;
use crate::browser::page;
use crate::content::{Drug, QuestionId, Status};
use crate::route::Route;
use crate::search::{Hit, Kind, Match};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How many results are shown.
const LIMIT: usize = 24;

/// Screen readers hear the count when typing has paused for this long, in milliseconds.
const PAUSE: u32 = 700;

const KINDS: [Kind; 4] = [Kind::Drug, Kind::Card, Kind::Question, Kind::Term];

/// The results for what is searched for.
pub(in crate::app) fn search_results(state: State) -> El {
    let only = RwSignal::new(None::<Kind>);
    let waiting = StoredValue::new_local(None::<Timeout>);
    div("part").live(move || {
        let found = state.index.get().search(&state.query.get(), LIMIT);
        only.set(None);
        let text = match found.len() {
            0 => state.fill("search.none", &[&state.query.get_untracked()]),
            count => state.count("search.count", count),
        };
        waiting.set_value(Some(Timeout::new(PAUSE, move || page::announce(text))));
        if found.is_empty() {
            return vec![nothing(state)];
        }
        let head = typed(state, &found);
        let chips = chips(state, &found, only);
        let list = el("ol").class("results").live(move || {
            let shown = found.iter().filter(|hit| only.get().is_none_or(|kind| kind == hit.kind));
            shown.map(|hit| result(state, hit)).collect()
        });
        head.into_iter().chain([chips, list]).collect()
    })
}

/// "You typed keytrda. Showing Keytruda.", when the best result is not what was typed.
fn typed(state: State, hits: &[Hit]) -> Option<El> {
    let best = hits.first().filter(|hit| hit.how == Match::Corrected)?;
    let lead = el("p").class("typed").text(&state.say("search.typed")).text(" ");
    let line = lead.child(el("span").class("mark").text(&state.query.get_untracked())).text(" ");
    Some(line.text(&state.say("search.showing")).text(" ").child(el("strong").text(&best.matched)))
}

fn chips(state: State, hits: &[Hit], only: RwSignal<Option<Kind>>) -> El {
    let chip = |kind: Option<Kind>| {
        let count = hits.iter().filter(|hit| kind.is_none_or(|kind| kind == hit.kind)).count();
        let key = kind.map_or("search.all", |kind| words(kind).1);
        let chosen = move || Some((only.get() == kind).to_string());
        let chip = button("chip", move |_| only.set(kind)).live_attr("aria-pressed", chosen);
        (count > 0).then(|| el("li").child(chip.text(&state.fill(key, &[&count.to_string()]))))
    };
    let kinds = KINDS.into_iter().map(Some);
    el("ul").class("chips").children([None].into_iter().chain(kinds).filter_map(chip))
}

/// The key of a kind's name, of its name with a count, and its icon.
fn words(kind: Kind) -> (&'static str, &'static str, &'static str) {
    match kind {
        Kind::Drug => ("search.drug", "search.drugs", "drug"),
        Kind::Card => ("search.card", "search.cards", "card"),
        Kind::Question => ("search.question", "search.questions", "question"),
        Kind::Term => ("search.term", "search.terms", "word"),
    }
}

fn result(state: State, hit: &Hit) -> El {
    let (kind, _, picture) = words(hit.kind);
    let head = el("p").class("result-kind").child(icon(picture)).text(" ").text(&state.say(kind));
    let body = match hit.kind {
        Kind::Drug => drug(state, hit).unwrap_or_default(),
        Kind::Card => card(state, hit),
        Kind::Question => vec![title(&asked(state, hit)), add_button(state, QuestionId::new(hit.id.clone()))],
        Kind::Term => term(state, hit),
    };
    el("li").class("result").child(head).children(body)
}

/// The question in the words of the person's role; what is searched is the same for all.
fn asked(state: State, hit: &Hit) -> String {
    let catalog = state.catalog();
    let question = catalog.question(&QuestionId::new(hit.id.clone()));
    question.map_or_else(String::new, |question| question.text.text(state.role()).to_owned())
}

fn title(text: &str) -> El {
    el("h3").class("result-title").text(text)
}

fn note(text: &str) -> El {
    p(text).class("result-also")
}

fn drug(state: State, hit: &Hit) -> Option<Vec<El>> {
    let catalog = state.catalog();
    let drug = catalog.drug(&hit.id)?;
    let card = catalog.card(drug.class.as_str())?;
    let others: Vec<&str> = [&drug.name]
        .into_iter()
        .chain(&drug.brands)
        .filter(|name| **name != hit.matched)
        .take(4)
        .map(String::as_str)
        .collect();
    let also = (!others.is_empty()).then(|| note(&state.fill("search.also", &[&others.join(", ")])));
    let say = (!drug.say.is_empty()).then(|| note(&state.fill("search.say", &[&drug.say])));
    let tag =
        availability(state, drug).map(|text| el("p").class("result-also").child(el("strong").text(&text)));
    let address = Route::Card(card.id.to_string(), None).to_hash();
    let leads = link(&address, &state.fill("search.read", &[&card.title]))
        .class("result-action")
        .child(icon("chevron-end"));
    let head = [title(&hit.matched)].into_iter().chain(also).chain(say).chain(tag);
    Some(head.chain([p(&drug.uses).class("result-text"), leads]).collect())
}

/// A word for a drug that cannot simply be had.
pub(in crate::app) fn availability(state: State, drug: &Drug) -> Option<String> {
    match drug.status {
        Status::Available => None,
        Status::Withdrawn => Some(state.say("drug.withdrawn")),
        Status::Trial => Some(state.say("drug.trial")),
    }
}

fn card(state: State, hit: &Hit) -> Vec<El> {
    let catalog = state.catalog();
    let short = catalog.card(&hit.id).map(|card| p(&card.short).class("result-text"));
    let address = Route::Card(hit.id.clone(), None).to_hash();
    let head = el("h3").class("result-title").child(link(&address, &hit.title));
    [head].into_iter().chain(short).collect()
}

fn term(state: State, hit: &Hit) -> Vec<El> {
    let meaning = state.details.with_untracked(|details| {
        let term = details.as_ref()?.terms.iter().find(|term| term.id.as_str() == hit.id)?;
        Some(p(&term.meaning).class("result-text"))
    });
    [title(&hit.title)].into_iter().chain(meaning).collect()
}

/// Nothing found: says so, and helps.
fn nothing(state: State) -> El {
    let head = el("strong").text(&state.fill("search.none", &[&state.query.get_untracked()]));
    div("inset")
        .child(el("p").child(head))
        .child(p(&state.say("search.none-help")))
        .child(el("p").child(link("#/treatments", &state.say("search.none-all"))))
}
