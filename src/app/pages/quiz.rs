//! The quiz: one statement a screen, an explanation at once, no score.

use super::{article, heading, missing};
use crate::app::dom::{El, button, div, el, link, p};
use crate::app::state::State;
use crate::content::QuizItem;
use crate::route::Route;
use leptos::prelude::*;

/// The statement at a place, counted from 1.
pub(in crate::app) fn page(state: State, place: usize) -> El {
    article("quiz").live(move || {
        let Some(details) = state.details.get() else { return vec![p(&state.say("loading"))] };
        let of = details.quiz.len();
        match details.quiz.get(place.wrapping_sub(1)) {
            Some(item) => shown(state, item, place, of),
            None => vec![missing::page(state)],
        }
    })
}

fn shown(state: State, item: &QuizItem, place: usize, of: usize) -> Vec<El> {
    // The key of what is said about the answer; empty until there is one.
    let verdict = RwSignal::new(String::new());
    let choose = |key: &str, answer: bool| {
        let said = match (item.holds, answer) {
            (true, true) => "quiz.is-true",
            (true, false) => "quiz.true-after-all",
            (false, false) => "quiz.is-false",
            (false, true) => "quiz.false-after-all",
        };
        let press = move |_: &_| verdict.set(said.to_owned());
        button("button quiet", press).attr("aria-describedby", "statement").text(&state.say(key))
    };
    let answers = div("actions").child(choose("quiz.true", true)).child(choose("quiz.false", false));
    let (next, label) = if place < of {
        (Route::Quiz(place + 1), "quiz.next")
    } else {
        (Route::Step("role".into()), "home.start")
    };
    let next = link(&next.to_hash(), &state.say(label)).class("button");
    let item_place = state.fill("quiz.progress", &[&place.to_string(), &of.to_string()]);
    let card = state.catalog().card(item.card.as_str()).map(|card| card.title.clone()).unwrap_or_default();
    let card_link =
        link(&Route::Card(item.card.to_string(), None).to_hash(), &state.fill("quiz.card", &[&card]));
    let why = item.why.text.clone();
    let explained = div("part").attr("role", "status").live(move || {
        let said = verdict.get();
        if said.is_empty() {
            return Vec::new();
        }
        let read = el("p").child(card_link.clone());
        vec![el("p").child(el("strong").text(&state.say(&said))), p(&why), read]
    });
    vec![
        heading(&state.say("quiz.title")),
        p(&state.say("quiz.help")).class("help"),
        p(&item_place).class("progress-text"),
        el("h2").id("statement").text(&item.statement),
        answers,
        explained,
        el("p").child(next),
    ]
}
