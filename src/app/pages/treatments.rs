//! Search as you type, and every treatment by family.

use super::{article, heading};
use crate::app::dom::{El, button, div, el, icon, link, p, value_of};
use crate::app::parts::results::search_results;
use crate::app::state::State;
use crate::browser::page::focus;
use crate::content::{Card, Group};
use crate::route::Route;
use leptos::prelude::*;

/// Find a treatment, or look through them.
pub(in crate::app) fn page(state: State) -> El {
    let searching = Memo::new(move |_| state.query.with(|query| !query.trim().is_empty()));
    let clear = move || {
        let clear = move |_: &_| {
            state.query.set(String::new());
            focus("search");
        };
        button("icon-button", clear).attr("aria-label", &state.say("search.clear")).child(icon("close"))
    };
    let input = el("input")
        .attr("type", "search")
        .id("search")
        .attr("aria-label", &state.say("search.label"))
        .attr("aria-describedby", "search-help")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .live_value(move || state.query.get())
        .on("input", move |event| state.query.set(value_of(event)));
    let field = div("field").child(icon("search")).child(input);
    let field = field.child(
        el("span").class("part").live(move || if searching.get() { vec![clear()] } else { Vec::new() }),
    );
    let body =
        div("part").live(move || if searching.get() { vec![search_results(state)] } else { all(state) });
    article("treatments")
        .child(heading(&state.say("treatments.title")))
        .child(p(&state.say("search.help")).class("help").id("search-help"))
        .child(div("search").attr("role", "search").child(field))
        .child(body)
}

fn all(state: State) -> Vec<El> {
    let catalog = state.catalog();
    let group = |group: Group| {
        let cards: Vec<El> = catalog.cards.iter().filter(|card| card.group == group).map(card_link).collect();
        let title = el("h2").text(&state.say(title(group)));
        let section = || el("section").class("group").child(title);
        (!cards.is_empty()).then(|| section().child(el("ul").class("card-links").children(cards)))
    };
    let more = [("article.title", Route::Article), ("quiz.title", Route::Quiz(1))];
    let more = more.map(|(key, route)| el("p").child(link(&route.to_hash(), &state.say(key))));
    Group::ALL.into_iter().filter_map(group).chain(more).collect()
}

fn card_link(card: &Card) -> El {
    let address = Route::Card(card.id.to_string(), None).to_hash();
    let link = el("a").class("card-link").attr("href", &address);
    el("li")
        .class(if card.parent.is_some() { "kind" } else { "" })
        .child(link.child(el("strong").text(&card.title)).text(" ").child(el("span").text(&card.short)))
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
