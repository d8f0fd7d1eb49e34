//! Turning pages: with a finger and with the arrow keys, in the direction in which the page is read.

use gloo::events::EventListener;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

/// How far a finger moves for a swipe, in CSS pixels: more than a tap that slips.
const FAR: i32 = 56;

/// What a finger or an arrow key means something else in.
const FIELDS: &str = "textarea, input:not([type=checkbox]), select, audio";

/// To which page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The one that follows.
    Next,
    /// The one before.
    Previous,
}

/// A finger on the page. The browser scrolls up and down itself and then takes the finger back (`touch-action: pan-y`),
/// so what ends here went sideways.
#[derive(Debug, Default)]
pub struct Swipe {
    begun: Cell<Option<(i32, i32, i32)>>,
}

impl Swipe {
    /// A finger came down. A second one is a pinch, and no swipe.
    pub fn down(&self, event: &Event) {
        let begun = finger(event).filter(|event| event.is_primary() && !is_in_field(event));
        self.begun.set(begun.map(|event| (event.pointer_id(), event.client_x(), event.client_y())));
    }

    /// The browser took the finger back.
    pub fn cancel(&self) {
        self.begun.set(None);
    }

    /// The finger went up: where it turned to, if it did.
    pub fn up(&self, event: &Event) -> Option<Way> {
        let (id, x, y) = self.begun.take()?;
        let event = finger(event).filter(|event| event.pointer_id() == id)?;
        let (across, along) = (event.client_x() - x, event.client_y() - y);
        // Who marks words with a finger does not turn the page.
        let marks =
            web_sys::window()?.get_selection().ok().flatten().is_some_and(|marked| !marked.is_collapsed());
        let sideways = across.abs() >= FAR && across.abs() > 2 * along.abs() && !marks;
        sideways.then(|| towards(across < 0))
    }
}

/// Turns at the arrow keys, outside fields, until the listener is dropped.
pub fn by_keys(turn: impl Fn(Way) + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let heard = move |event: &Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let held = key.alt_key() || key.ctrl_key() || key.meta_key() || key.shift_key();
        if held || event.default_prevented() || is_in_field(event) {
            return;
        }
        match key.key().as_str() {
            "ArrowRight" => turn(towards(true)),
            "ArrowLeft" => turn(towards(false)),
            _ => {}
        }
    };
    Some(EventListener::new(&document, "keydown", heard))
}

/// Towards the right end of the page is forward where it is read from left to right. (A finger that goes left pulls the
/// page on its right into view.)
fn towards(right: bool) -> Way {
    if right == is_left_to_right() { Way::Next } else { Way::Previous }
}

fn is_left_to_right() -> bool {
    let root = web_sys::window().and_then(|window| {
        let root = window.document()?.document_element()?;
        window.get_computed_style(&root).ok().flatten()
    });
    root.and_then(|style| style.get_property_value("direction").ok())
        .is_none_or(|direction| direction != "rtl")
}

fn finger(event: &Event) -> Option<&PointerEvent> {
    event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() != "mouse")
}

fn is_in_field(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(FIELDS).ok().flatten().is_some())
}
