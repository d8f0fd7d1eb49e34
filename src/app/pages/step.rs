//! One step of the walkthrough: one question, big rows, "I'm not sure" last, Back and Continue at the end.
//! The last step leads to the page that lists the answers; so does a step that was opened from there.

use super::{article, heading, missing};
use crate::app::dom::{El, button, div, el, icon, p, value_of};
use crate::app::state::State;
use crate::browser::location;
use crate::content::{Cancer, OptionSource, Step, StepId, StepKind, StepOption};
use crate::guide::UNSURE;
use crate::order::sorted;
use crate::route::Route;
use crate::search::{Document, Index, Kind};
use leptos::prelude::*;

/// More options than this are folded: the first ones, then "Show more".
const FOLDED: usize = 8;

/// How many stay visible while folded, and how many suggestions are shown.
const SHOWN: usize = 6;

/// A step; one that is changed leads back to the page that lists the answers.
pub(in crate::app) fn page(state: State, id: &StepId, changing: bool) -> El {
    let catalog = state.catalog();
    let Some(place) = catalog.steps.iter().position(|step| step.id == *id) else {
        return missing::page(state);
    };
    let step = catalog.steps[place].clone();
    let beside = |other: Option<usize>, end| match other.and_then(|other| catalog.steps.get(other)) {
        _ if changing => Route::Check,
        Some(step) => Route::Step(step.id.clone()),
        None => end,
    };
    let back = beside(place.checked_sub(1), Route::Home);
    let next = beside(Some(place + 1), Route::Check).to_hash();
    let chosen = {
        let id = step.id.clone();
        Memo::new(move |_| state.list.with(|list| list.answers.chosen(id.as_str()).to_vec()))
    };
    let go_on = move |_: &_| location::go(&next);
    let label = move || state.say(if chosen.with(Vec::is_empty) { "step.skip" } else { "step.continue" });
    let back = el("a").class("button quiet").attr("href", &back.to_hash()).child(icon("chevron-start"));
    let actions = div("actions")
        .child(back.text(&state.say("step.back")))
        .child(button("button", go_on).live_text(label));
    let now = button("link-button", move |_| show_questions(state)).text(&state.say("step.show-now"));
    let legend = el("legend").child(heading(&step.title));
    let options = el("fieldset").class("options").child(legend).child(p(&step.help).class("help"));
    article("step")
        .child(progress(state, place, catalog.steps.len()))
        .child(options.children(rows(state, &step, chosen)))
        .child(actions)
        .child(el("p").child(now))
}

/// "Step 3 of 7: the cancer".
pub(in crate::app) fn name(state: State, place: usize) -> String {
    let catalog = state.catalog();
    let (number, of) = ((place + 1).to_string(), catalog.steps.len().to_string());
    state.fill("step.title", &[&number, &of, &catalog.steps[place].name])
}

/// Puts the questions for the answers on the list and goes there.
pub(super) fn show_questions(state: State) {
    state.suggest();
    location::go(&Route::Questions.to_hash());
}

fn progress(state: State, place: usize, steps: usize) -> El {
    let cells = (0..steps).map(|cell| {
        el("li").class(match cell.cmp(&place) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "ahead",
        })
    });
    div("progress")
        .child(p(&name(state, place)).class("progress-text"))
        .child(el("ol").class("progress-cells").attr("aria-hidden", "true").children(cells))
}

/// The rows. Where the options are many, a field narrows them by name, also misspelt, and by drug.
fn rows(state: State, step: &Step, chosen: Memo<Vec<String>>) -> Vec<El> {
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let shaped = step.clone();
    let rows = el("div").class("option-rows").live(move || {
        // Cancers come with the second part of the content.
        state.details.track();
        let catalog = state.catalog();
        let all = catalog.options(&shaped);
        let folded = all.len() > FOLDED && !open.get();
        let found = suggestions(state, &shaped, &typed.get());
        let picked = chosen.get_untracked();
        let first = |place: usize, id: &String| match &shaped.first[..] {
            [] => place < SHOWN,
            first => first.contains(id),
        };
        let visible = |(place, option): &(usize, &StepOption)| match &found {
            Some(found) => found.contains(&option.id),
            None => !folded || first(*place, &option.id) || picked.contains(&option.id),
        };
        let mut shown: Vec<&StepOption> =
            all.iter().enumerate().filter(visible).map(|(_, option)| option).collect();
        if let Some(found) = &found {
            let place = |option: &StepOption| found.iter().position(|id| *id == option.id);
            shown = sorted(shown, &|a, b| place(a).cmp(&place(b)));
        }
        let none = (found.is_some() && shown.is_empty()).then(|| p(&state.say("step.none")).class("help"));
        let more = (folded && found.is_none())
            .then(|| button("link-button", move |_| open.set(true)).text(&state.say("step.more")));
        none.into_iter()
            .chain(shown.into_iter().map(|option| row(state, &shaped, option, chosen)))
            .chain(more)
            .collect()
    });
    let unsure = StepOption { id: UNSURE.to_owned(), label: state.say("step.unsure"), said: String::new() };
    let field = (step.from != OptionSource::Listed).then(|| field(state, step, typed));
    field.into_iter().chain([rows, row(state, step, &unsure, chosen)]).collect()
}

fn field(state: State, step: &Step, typed: RwSignal<String>) -> El {
    let words = state.say(if step.from == OptionSource::Cancers {
        "step.find-cancer"
    } else {
        "step.find-treatment"
    });
    let input = el("input")
        .attr("type", "search")
        .attr("aria-label", &words)
        .attr("placeholder", &words)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on("input", move |event| typed.set(value_of(event)));
    div("field").child(icon("search")).child(input)
}

fn row(state: State, step: &Step, option: &StepOption, chosen: Memo<Vec<String>>) -> El {
    let kind = step.kind;
    let class = if option.id == UNSURE { "option option-unsure" } else { "option" };
    let (name, id) = (step.id.to_string(), option.id.clone());
    let checked = {
        let id = id.clone();
        move || chosen.with(|chosen| chosen.contains(&id))
    };
    let input = el("input")
        .attr("type", if kind == StepKind::One { "radio" } else { "checkbox" })
        .attr("name", &name)
        .live_checked(checked)
        .on("change", move |_| state.answer(&name, kind, &id));
    el("label").class(class).child(input).child(el("span").text(&option.label))
}

/// The ids of the options that fit what was typed; `None` while nothing is typed.
fn suggestions(state: State, step: &Step, typed: &str) -> Option<Vec<String>> {
    if typed.trim().is_empty() {
        return None;
    }
    Some(if step.from == OptionSource::Cancers {
        let index = Index::build(state.catalog().cancers.iter().map(document).collect());
        index.search(typed, SHOWN).into_iter().map(|hit| hit.id).collect()
    } else {
        classes(state, typed)
    })
}

/// A cancer as a document with nothing but names; the kind says only how equal hits are ordered.
fn document(cancer: &Cancer) -> Document {
    Document {
        kind: Kind::Term,
        id: cancer.id.to_string(),
        title: cancer.name.clone(),
        also: cancer.also.clone(),
        text: String::new(),
        class: None,
    }
}

/// The treatments that a name leads to: a card by its own names, or the card of a drug.
fn classes(state: State, query: &str) -> Vec<String> {
    let catalog = state.catalog();
    let mut found: Vec<String> = Vec::new();
    for hit in state.index.get().search(query, 30) {
        let class = match hit.kind {
            Kind::Card => Some(hit.id),
            Kind::Drug => catalog.drug(&hit.id).map(|drug| drug.class.to_string()),
            Kind::Question | Kind::Term => None,
        };
        found.extend(class.filter(|class| hit.by_name && !found.contains(class)));
    }
    found.truncate(SHOWN);
    found
}
