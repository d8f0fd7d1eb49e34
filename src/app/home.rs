//! The home screen, which `index.html` holds: the app adopts its nodes and keeps them.

use super::dom::{El, div};
use super::parts::results::search_results;
use super::state::{Notice, State};
use crate::browser::page;
use crate::route::Route;
use leptos::prelude::*;

/// What is found while typing on the home screen.
pub(super) fn results(state: State) -> El {
    let searching = Memo::new(move |_| {
        state.route.get() == Route::Home && !state.query.with(|query| query.trim().is_empty())
    });
    div("part").live(move || if searching.get() { vec![search_results(state)] } else { Vec::new() })
}

/// Brings the nodes of `index.html` to life.
pub(super) fn adopt(state: State) {
    adopt_search(state);
    Effect::new(move || {
        let count = state.list.with(|list| list.items().len());
        if let Some(badge) = page::element("list-count") {
            badge.set_hidden(count == 0);
            badge.set_text_content(Some(&count.to_string()));
        }
    });
    // With a list the button goes on with it, with answers alone where they are listed. It keeps its place and size, so that nothing shifts.
    let words =
        page::element("home-start").and_then(|button| Some((button.clone(), button.first_element_child()?)));
    Effect::new(move || {
        let (key, to) = state.list.with(|list| match (list.items().is_empty(), list.answers.is_empty()) {
            (false, _) => ("home.go-on", "#/questions"),
            (true, false) => ("home.go-on", "#/check"),
            (true, true) => ("home.start", "#/step/role"),
        });
        if let Some((button, label)) = &words {
            label.set_text_content(Some(&state.say(key)));
            let _ = button.set_attribute("href", to);
        }
    });
    page::on_document("new-version", move |_| state.tell(Notice::NewVersion));
    state.reading.with_untracked(|reading| page::set_reading(reading.theme(), reading.text()));
}

/// The search field works from the first letter, also for what was typed before the program ran.
fn adopt_search(state: State) {
    let Some(field) = page::input("home-search") else { return };
    state.query.set(field.value());
    let typed = field.clone();
    page::on(&field, "input", move |_| state.query.set(typed.value()));
    let shown = field.clone();
    Effect::new(move || {
        let query = state.query.get();
        if shown.value() != query {
            shown.set_value(&query);
        }
    });
}
