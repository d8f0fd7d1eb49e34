//! The address within the app, and whether the app stands in a frame.
//!
//! In a frame the app must not add entries to the host's history, so links are followed by replacing the address.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

/// The part of the address from `#` on; empty when there is none.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to an address within the app, such as `#/about`. Listeners hear of it as of any other change.
pub fn go(hash: &str) {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return };
    // A refused change leaves the person where they are, which is all that can be done.
    let _ = if is_framed() { location.replace(hash) } else { location.set_hash(hash) };
}

/// Goes to an address within the app in place of the current one, which the Back button then passes over.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(hash);
    }
}

/// The whole address of the page.
pub fn href() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// Whether the app stands in a frame. A host's window that may not be looked at is one too.
pub fn is_framed() -> bool {
    web_sys::window().is_some_and(|window| match window.top() {
        Ok(Some(top)) => !js_sys::Object::is(&top, &window),
        _ => true,
    })
}

/// Calls back on every change of the address, as long as the page lives.
pub fn on_change(mut changed: impl FnMut(String) + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "hashchange", move |_| changed(hash())).forget();
    }
}

/// In a frame, follows links within the app without adding to the host's history.
pub fn keep_out_of_host_history() {
    if !is_framed() {
        return;
    }
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let options = EventListenerOptions::enable_prevent_default();
    let follow = |event: &Event| {
        let modified = event
            .dyn_ref::<MouseEvent>()
            .is_none_or(|mouse| mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key());
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("a[href^='#/']").ok().flatten());
        if let Some(address) = link.filter(|_| !modified).and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            go(&address);
        }
    };
    EventListener::new_with_options(&document, "click", options, follow).forget();
}
