//! What a search found, kinds told apart, the best first.

use super::add::AddButton;
use super::icon::Icon;
use crate::app::state::{State, state};
use crate::browser::page;
use crate::content::{Catalog, QuestionId, Status};
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
#[component]
pub(in crate::app) fn SearchResults() -> impl IntoView {
    let state = state();
    let hits = Memo::new(move |_| state.index.get().search(&state.query.get(), LIMIT));
    let only = RwSignal::new(None::<Kind>);
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move || {
        let text = if hits.with(Vec::is_empty) {
            state.fill("search.none", &[&state.query.get()])
        } else {
            state.count("search.count", hits.with(Vec::len))
        };
        only.set(None);
        waiting.set_value(Some(Timeout::new(PAUSE, move || page::announce(text))));
    });
    move || {
        if hits.with(Vec::is_empty) {
            nothing(state).into_any()
        } else {
            let shown = move || {
                let catalog = state.catalog();
                let mut found = hits.get();
                found.retain(|hit| only.get().is_none_or(|kind| kind == hit.kind));
                found.iter().map(|hit| result(state, &catalog, hit)).collect_view()
            };
            let found = hits.get();
            view! {
                {typed(state, &found)}
                {chips(state, hits, only)}
                <ol class="results">{shown}</ol>
            }
            .into_any()
        }
    }
}

/// "You typed keytrda. Showing Keytruda.", when the best result is not what was typed.
fn typed(state: State, hits: &[Hit]) -> impl IntoView + use<> {
    let best = hits.first().filter(|hit| hit.how == Match::Corrected)?;
    let matched = best.matched.clone();
    let query = state.query.get_untracked();
    Some(view! {
        <p class="typed">
            {state.say("search.typed")} " " <span class="mark">{query}</span> " "
            {state.say("search.showing")} " " <strong>{matched}</strong>
        </p>
    })
}

fn chips(state: State, hits: Memo<Vec<Hit>>, only: RwSignal<Option<Kind>>) -> impl IntoView {
    let chip = move |kind: Option<Kind>| {
        let count = hits.with(|hits| hits.iter().filter(|hit| kind.is_none_or(|kind| kind == hit.kind)).count());
        (count > 0).then(|| {
            let key = kind.map_or("search.all", |kind| words(kind).1);
            view! {
                <li>
                    <button class="chip" type="button" aria-pressed=move || (only.get() == kind).to_string()
                        on:click=move |_| only.set(kind)>
                        {state.fill(key, &[&count.to_string()])}
                    </button>
                </li>
            }
        })
    };
    let kinds = KINDS.map(|kind| chip(Some(kind)));
    view! { <ul class="chips">{chip(None)} {kinds.into_iter().collect_view()}</ul> }
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

fn result(state: State, catalog: &Catalog, hit: &Hit) -> impl IntoView + use<> {
    let (kind, _, icon) = words(hit.kind);
    let body = match hit.kind {
        Kind::Drug => drug(state, catalog, hit).into_any(),
        Kind::Card => card(catalog, hit).into_any(),
        Kind::Question => question(hit).into_any(),
        Kind::Term => term(state, hit).into_any(),
    };
    view! {
        <li class="result">
            <p class="result-kind"><Icon name=icon /> {state.say(kind)}</p>
            {body}
        </li>
    }
}

fn drug(state: State, catalog: &Catalog, hit: &Hit) -> impl IntoView + use<> {
    let drug = catalog.drug(&hit.id)?.clone();
    let card = catalog.card(drug.class.as_str())?;
    let others: Vec<String> =
        [&drug.name].into_iter().chain(&drug.brands).filter(|name| **name != hit.matched).take(4).cloned().collect();
    let also = (!others.is_empty()).then(|| view! { <p class="result-also">{state.fill("search.also", &[&others.join(", ")])}</p> });
    let say = (!drug.say.is_empty()).then(|| view! { <p class="result-also">{state.fill("search.say", &[&drug.say])}</p> });
    let status = match drug.status {
        Status::Available => None,
        Status::Withdrawn => Some("drug.withdrawn"),
        Status::Trial => Some("drug.trial"),
    };
    let tag = status.map(|key| view! { <p class="result-also"><strong>{state.say(key)}</strong></p> });
    let leads_to = state.fill("search.read", &[&card.title]);
    Some(view! {
        <h3 class="result-title">{hit.matched.clone()}</h3>
        {also} {say} {tag}
        <p class="result-text">{drug.uses}</p>
        <a class="result-action" href=Route::Card(card.id.to_string(), None).to_hash()>
            {leads_to} <Icon name="chevron-end" />
        </a>
    })
}

fn card(catalog: &Catalog, hit: &Hit) -> impl IntoView + use<> {
    let card = catalog.card(&hit.id)?.clone();
    let address = Route::Card(card.id.to_string(), None).to_hash();
    Some(view! {
        <h3 class="result-title"><a href=address>{card.title}</a></h3>
        <p class="result-text">{card.short}</p>
    })
}

fn question(hit: &Hit) -> impl IntoView + use<> {
    view! {
        <h3 class="result-title">{hit.title.clone()}</h3>
        <AddButton question=QuestionId::new(hit.id.clone()) />
    }
}

fn term(state: State, hit: &Hit) -> impl IntoView + use<> {
    let meaning = state.details.with(|details| {
        let term = details.as_ref()?.terms.iter().find(|term| term.id.as_str() == hit.id)?;
        Some(term.meaning.clone())
    });
    view! {
        <h3 class="result-title">{hit.title.clone()}</h3>
        <p class="result-text">{meaning}</p>
    }
}

/// Nothing found: says so, and helps.
fn nothing(state: State) -> impl IntoView {
    let typed = state.query.get();
    view! {
        <div class="inset">
            <p><strong>{state.fill("search.none", &[&typed])}</strong></p>
            <p>{state.say("search.none-help")}</p>
            <p><a href="#/treatments">{state.say("search.none-all")}</a></p>
        </div>
    }
}
