//! One step of the walkthrough: one question, big rows, "I'm not sure" last, Back and Continue at the end.

use super::missing::MissingPage;
use crate::app::parts::icon::Icon;
use crate::app::state::{State, state};
use crate::browser::location;
use crate::content::{OptionSource, Step, StepId, StepKind, StepOption};
use crate::guide::UNSURE;
use crate::route::Route;
use crate::search::{Document, Index, Kind};
use leptos::prelude::*;
use std::sync::Arc;

/// More options than this are folded: the first ones, then "Show more".
const FOLDED: usize = 8;

/// How many stay visible while folded.
const SHOWN: usize = 6;

/// A step.
#[component]
pub(in crate::app) fn StepPage(
    /// Which one.
    id: StepId,
) -> impl IntoView {
    let state = state();
    let catalog = state.catalog();
    let Some(place) = catalog.steps.iter().position(|step| step.id == id) else {
        return MissingPage().into_any();
    };
    let step = catalog.steps[place].clone();
    let last = place + 1 == catalog.steps.len();
    let back = match place.checked_sub(1) {
        Some(before) => Route::Step(catalog.steps[before].id.clone()),
        None => Route::Home,
    };
    let next = catalog.steps.get(place + 1).map(|step| Route::Step(step.id.clone()));
    let chosen = {
        let id = step.id.clone();
        Memo::new(move |_| state.list.with(|list| list.answers.chosen(id.as_str()).to_vec()))
    };
    let go_on = move |_| match &next {
        Some(next) => location::go(&next.to_hash()),
        None => show_questions(state),
    };
    let label = move || match (chosen.with(Vec::is_empty), last) {
        (true, false) => state.say("step.skip"),
        (false, false) => state.say("step.continue"),
        (_, true) => state.say("step.show"),
    };
    view! {
        <article class="page page-step">
            {progress(state, place, catalog.steps.len(), &step.name)}
            <fieldset class="options">
                <legend><h1 tabindex="-1">{step.title.clone()}</h1></legend>
                <p class="help">{step.help.clone()}</p>
                {options(state, &step, chosen)}
            </fieldset>
            <div class="actions">
                <a class="button quiet" href=back.to_hash()><Icon name="chevron-start" /> {state.say("step.back")}</a>
                <button class="button" type="button" on:click=go_on>{label}</button>
            </div>
            {(!last).then(|| view! {
                <p><button class="link-button" type="button" on:click=move |_| show_questions(state)>{state.say("step.show-now")}</button></p>
            })}
        </article>
    }
    .into_any()
}

fn show_questions(state: State) {
    state.suggest();
    location::go(&Route::Questions.to_hash());
}

fn progress(state: State, place: usize, steps: usize, name: &str) -> impl IntoView + use<> {
    let text = state.fill("step.progress", &[&(place + 1).to_string(), &steps.to_string()]);
    let cells = (0..steps).map(|cell| {
        let class = match cell.cmp(&place) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "ahead",
        };
        view! { <li class=class></li> }
    });
    let name = name.to_owned();
    view! {
        <div class="progress">
            <p class="progress-text">{text} <span class="hidden">": " {name}</span></p>
            <ol class="progress-cells" aria-hidden="true">{cells.collect_view()}</ol>
        </div>
    }
}

/// The rows. Where the options are many, a field narrows them by name, also misspelt, and by drug.
fn options(state: State, step: &Step, chosen: Memo<Vec<String>>) -> impl IntoView + use<> {
    let catalog = state.catalog();
    let all = catalog.options(step);
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(all.len() <= FOLDED);
    let from = step.from;
    let cancers = (from == OptionSource::Cancers).then(|| Arc::new(cancer_index(state)));
    let found = Memo::new(move |_| {
        let query = typed.get();
        if query.trim().is_empty() {
            return None;
        }
        Some(match &cancers {
            Some(index) => index.search(&query, SHOWN).into_iter().map(|hit| hit.id).collect(),
            None => classes(state, &query),
        })
    });
    let rows = {
        let step = step.clone();
        move || {
            let found: Option<Vec<String>> = found.get();
            let picked = chosen.get_untracked();
            let visible = |(place, option): &(usize, &StepOption)| match &found {
                Some(found) => found.contains(&option.id),
                None => open.get() || *place < SHOWN || picked.contains(&option.id),
            };
            let mut shown: Vec<&StepOption> = all.iter().enumerate().filter(visible).map(|(_, option)| option).collect();
            if let Some(found) = &found {
                shown.sort_by_key(|option| found.iter().position(|id| *id == option.id));
            }
            let none = (found.is_some() && shown.is_empty()).then(|| view! { <p class="help">{state.say("step.none")}</p> });
            view! { {none} {shown.into_iter().map(|option| row(state, &step, option, chosen)).collect_view()} }
        }
    };
    let field = (from != OptionSource::Listed).then(|| {
        let key = if from == OptionSource::Cancers { "step.find-cancer" } else { "step.find-treatment" };
        view! {
            <div class="field">
                <Icon name="search" />
                <input type="search" aria-label=state.say(key) placeholder=state.say(key) autocomplete="off" spellcheck="false"
                    prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event)) />
            </div>
        }
    });
    let more = move || {
        (!open.get() && found.with(Option::is_none)).then(|| {
            view! { <button class="link-button" type="button" on:click=move |_| open.set(true)>{state.say("step.more")}</button> }
        })
    };
    let unsure = StepOption { id: UNSURE.to_owned(), label: state.say("step.unsure"), said: String::new() };
    view! { {field} {rows} {more} {row(state, step, &unsure, chosen)} }
}

fn row(state: State, step: &Step, option: &StepOption, chosen: Memo<Vec<String>>) -> impl IntoView + use<> {
    let kind = step.kind;
    let input = if kind == StepKind::One { "radio" } else { "checkbox" };
    let class = if option.id == UNSURE { "option option-unsure" } else { "option" };
    let (step, id) = (step.id.to_string(), option.id.clone());
    let name = step.clone();
    let checked = {
        let id = id.clone();
        move || chosen.with(|chosen| chosen.contains(&id))
    };
    view! {
        <label class=class>
            <input type=input name=name prop:checked=checked on:change=move |_| state.answer(&step, kind, &id) />
            <span>{option.label.clone()}</span>
        </label>
    }
}

fn cancer_index(state: State) -> Index {
    let document = |cancer: &crate::content::Cancer| Document {
        kind: Kind::Term,
        id: cancer.id.to_string(),
        title: cancer.name.clone(),
        also: cancer.also.clone(),
        text: String::new(),
        class: None,
    };
    Index::build(state.catalog().cancers.iter().map(document).collect())
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
