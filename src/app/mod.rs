//! The screens. They render the [`State`] and send intents to it; rules of the product live in the plain rooms.
//!
//! `index.html` holds the frame of every page and the real home screen. The app adopts those nodes: it fills the
//! places left for it (`#page`, `#menu-panel`, `#home-results`, `#notice`, `#list-count`) and replaces nothing, so
//! that nothing flashes or shifts when the program starts.

mod current;
mod dom;
mod home;
mod keeping;
mod later;
mod pages;
mod parts;
mod screen;
mod state;
mod watched;

use crate::browser::{location, page};
use crate::content::read;
use dom::El;
use js_sys::Promise;
use leptos::mount::mount_to;
use leptos::prelude::Owner;
use state::State;
use std::cell::Cell;

thread_local! {
    /// The state, for `boot.js` to add the details to.
    static STATE: Cell<Option<State>> = const { Cell::new(None) };
}

/// Starts the app. `styles` is kept when the style sheet of the later screens is there, or will not come.
///
/// # Errors
/// The catalog cannot be read, or `index.html` has no place for the app.
pub fn start(catalog: &str, styles: Promise) -> Result<(), String> {
    let catalog = read::catalog(catalog).map_err(|error| format!("catalog: {error}"))?;
    // The owner of everything reactive lives as long as the page.
    let owner = Owner::new();
    owner.set();
    let state = State::new(catalog);
    STATE.set(Some(state));
    fill("page", state, screen::screen)?;
    fill("menu-panel", state, parts::menu::menu)?;
    fill("home-results", state, home::results)?;
    fill("notice", state, parts::notice::notice_bar)?;
    home::adopt(state);
    screen::follow(state);
    state.listen();
    later::fetch(state, Some(styles));
    location::keep_out_of_host_history();
    std::mem::forget(owner);
    page::set_ready();
    Ok(())
}

/// Adds what comes second: questions, card bodies, reasons, signs, glossary. A saved list opens now.
///
/// # Errors
/// The details cannot be read, or the app was not started.
pub fn add_details(details: &str) -> Result<(), String> {
    let second = read::details(details).map_err(|error| format!("details: {error}"))?;
    let state = STATE.get().ok_or("the app was not started")?;
    state.add_second(second);
    Ok(())
}

fn fill(id: &str, state: State, build: fn(State) -> El) -> Result<(), String> {
    let place = page::element(id).ok_or_else(|| format!("index.html has no #{id}"))?;
    mount_to(place.clone(), move || build(state).append_to(&place)).forget();
    Ok(())
}
