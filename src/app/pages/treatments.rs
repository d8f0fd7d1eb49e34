//! Search as you type, and every treatment by family.

use crate::app::parts::icon::Icon;
use crate::app::parts::results::SearchResults;
use crate::app::state::{State, state};
use crate::browser::page;
use crate::content::{Card, Group};
use crate::route::Route;
use leptos::prelude::*;

/// Find a treatment, or look through them.
#[component]
pub(in crate::app) fn TreatmentsPage() -> impl IntoView {
    let state = state();
    let searching = Memo::new(move |_| state.query.with(|query| !query.trim().is_empty()));
    let clear = move |_| {
        state.query.set(String::new());
        page::focus("search");
    };
    view! {
        <article class="page page-treatments">
            <h1 tabindex="-1">{state.say("treatments.title")}</h1>
            <p class="help" id="search-help">{state.say("search.help")}</p>
            <div class="search" role="search">
                <div class="field">
                    <Icon name="search" />
                    <input type="search" id="search" aria-label=state.say("search.label") aria-describedby="search-help"
                        autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
                        prop:value=move || state.query.get() on:input=move |event| state.query.set(event_target_value(&event)) />
                    {move || searching.get().then(|| view! {
                        <button class="icon-button" type="button" aria-label=state.say("search.clear") on:click=clear><Icon name="close" /></button>
                    })}
                </div>
                {move || searching.get().then(|| view! { <SearchResults /> })}
            </div>
            {move || (!searching.get()).then(|| all(state))}
        </article>
    }
}

fn all(state: State) -> impl IntoView {
    let catalog = state.catalog();
    let mut groups: Vec<Group> = catalog.cards.iter().map(|card| card.group).collect();
    groups.sort();
    groups.dedup();
    let link = |card: &Card| {
        let address = Route::Card(card.id.to_string(), None).to_hash();
        view! { <li><a class="card-link" href=address><strong>{card.title.clone()}</strong> <span>{card.short.clone()}</span></a></li> }
    };
    let group = |group: Group| {
        let cards = catalog.cards.iter().filter(|card| card.group == group).map(link).collect_view();
        view! { <section class="group"><h2>{state.say(title(group))}</h2><ul class="card-links">{cards}</ul></section> }
    };
    groups.into_iter().map(group).collect_view()
}

const fn title(group: Group) -> &'static str {
    match group {
        Group::Checkpoint => "group.checkpoint",
        Group::Antibody => "group.antibody",
        Group::Cell => "group.cell",
        Group::Vaccine => "group.vaccine",
        Group::Virus => "group.virus",
        Group::ImmuneBooster => "group.immune-booster",
        Group::Noncancer => "group.noncancer",
        Group::Other => "group.other",
    }
}
