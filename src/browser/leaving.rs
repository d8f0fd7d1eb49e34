//! Closing the tab, where the list would go with it.

use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

thread_local! {
    static ASKING: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// From now on the browser asks before the page goes, as often as `decide` says that something would be lost. A
/// frame without `allow-modals` goes without asking; no code can tell.
pub fn ask_before(decide: impl Fn() -> bool + 'static) {
    let Some(window) = web_sys::window() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&window, "beforeunload", options, move |event| {
        if decide() {
            event.prevent_default();
            // Browsers of a few years ago look at this instead. The words are theirs.
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value("?");
            }
        }
    });
    ASKING.set(Some(listener));
}

/// Does not ask any more.
pub fn stop_asking() {
    ASKING.set(None);
}
