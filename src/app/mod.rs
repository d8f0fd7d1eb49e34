//! The screens. Components render the [`State`] and send intents to it; rules of the product live in the plain rooms.
//!
//! `index.html` holds the frame of every page and the real home screen. The app adopts those nodes: it fills the
//! places left for it (`#page`, `#menu-panel`, `#home-results`, `#notice`, `#list-count`) and replaces nothing, so that nothing
//! flashes or shifts when the program starts.

#![allow(unreachable_pub, reason = "the component macro writes `pub` props whatever the component's own visibility")]

mod home;
mod pages;
mod parts;
mod screen;
mod state;

use crate::browser::{location, page};
use crate::content::{Catalog, Details};
use leptos::mount::mount_to;
use leptos::prelude::*;
use state::State;
use std::cell::Cell;
use web_sys::HtmlElement;

thread_local! {
    /// The state, for `boot.js` to add the details to.
    static STATE: Cell<Option<State>> = const { Cell::new(None) };
}

/// Starts the app.
///
/// # Errors
/// The catalog cannot be read, or `index.html` has no place for the app.
pub fn start(catalog: &str) -> Result<(), String> {
    let catalog: Catalog = serde_json::from_str(catalog).map_err(|error| format!("catalog: {error}"))?;
    // The owner of everything reactive lives as long as the page.
    let owner = Owner::new();
    owner.set();
    let state = State::new(catalog);
    STATE.set(Some(state));
    fill("page", state, |_| view! { <screen::Screen /> }.into_any())?;
    fill("menu-panel", state, |_| view! { <parts::menu::Menu /> }.into_any())?;
    fill("home-results", state, |_| view! { <home::Results /> }.into_any())?;
    fill("notice", state, |_| view! { <parts::notice::NoticeBar /> }.into_any())?;
    home::adopt(state);
    screen::follow(state);
    location::keep_out_of_host_history();
    std::mem::forget(owner);
    page::set_ready();
    Ok(())
}

/// Adds what is read later: card bodies, reasons, signs, glossary.
///
/// # Errors
/// The details cannot be read, or the app was not started.
pub fn add_details(details: &str) -> Result<(), String> {
    let details: Details = serde_json::from_str(details).map_err(|error| format!("details: {error}"))?;
    let state = STATE.get().ok_or("the app was not started")?;
    if let Some(parts) = page::element("drawing-parts") {
        parts.set_inner_html(&details.drawing_parts);
    }
    state.add_details(details);
    Ok(())
}

fn fill(id: &str, state: State, view: impl FnOnce(State) -> AnyView + 'static) -> Result<(), String> {
    let place: HtmlElement = page::element(id).ok_or_else(|| format!("index.html has no #{id}"))?;
    let filled = mount_to(place, move || {
        provide_context(state);
        view(state)
    });
    filled.forget();
    Ok(())
}
