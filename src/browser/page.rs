//! The document around the app: title, focus, announcements, and the nodes that `index.html` holds.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, Event, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The node with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The input field with this id.
pub fn input(id: &str) -> Option<HtmlInputElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Only a malformed attribute name can fail, and these are constants.
        let _ = if value.is_empty() { root.remove_attribute(name) } else { root.set_attribute(name, value) };
    }
}

/// Which screen is shown: style sheets show and hide what `index.html` holds by it.
pub fn set_screen(name: &str) {
    set_root("data-page", name);
}

/// That the program runs. Nothing of the failure page may show from here on.
pub fn set_ready() {
    set_root("data-state", "ready");
}

/// Light or dark, and the text size; an empty word is the device's own.
pub fn set_reading(theme: &str, text: &str) {
    set_root("data-theme", theme);
    set_root("data-text", text);
}

/// The title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Marks the place in the bar that leads to the current screen.
pub fn set_current_nav(name: &str) {
    let Some(places) = document().and_then(|document| document.query_selector_all("[data-nav]").ok()) else {
        return;
    };
    for place in (0..places.length()).filter_map(|at| places.get(at)?.dyn_into::<Element>().ok()) {
        let current = place.get_attribute("data-nav").as_deref() == Some(name);
        let _ = if current {
            place.set_attribute("aria-current", "page")
        } else {
            place.remove_attribute("aria-current")
        };
    }
}

/// Moves the focus to the node with this id and shows it; whether there is one.
pub fn focus(id: &str) -> bool {
    element(id).is_some_and(|element| element.focus().is_ok())
}

/// Whether the focus is at the node with this id or within it.
pub fn holds_focus(id: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| element(id).is_some_and(|element| element.contains(Some(&focused))))
}

/// Scrolls just so far that the node with this id can be seen.
pub fn show(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Leads to the node with this id: it takes the focus, and what follows it stands in the window; whether there is one.
pub fn lead_to(id: &str) -> bool {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
    focus(id)
}

/// Moves the focus to the heading of the screen, from the top of the page.
pub fn focus_heading() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    let heading = document()
        .and_then(|document| document.query_selector("#page h1, [data-page=home] #home h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

/// Tells screen readers what changed. The region is emptied first, so that the same words are spoken again.
pub fn announce(text: String) {
    let Some(status) = element("status") else { return };
    status.set_text_content(None);
    Timeout::new(100, move || status.set_text_content(Some(&text))).forget();
}

/// After the screen has been drawn.
pub fn soon(then: impl FnOnce() + 'static) {
    Timeout::new(0, then).forget();
}

/// Calls back on an event of a node, as long as the page lives.
pub fn on(node: &HtmlElement, event: &'static str, heard: impl FnMut(&Event) + 'static) {
    EventListener::new(node, event, heard).forget();
}

/// Calls back on an event that `boot.js` sends, as long as the page lives.
pub fn on_document(event: &'static str, heard: impl FnMut(&Event) + 'static) {
    if let Some(document) = document() {
        EventListener::new(&document, event, heard).forget();
    }
}

/// Sends an event to `boot.js`.
pub fn tell_boot(event: &str) {
    if let (Some(document), Ok(event)) = (document(), Event::new(event)) {
        let _ = document.dispatch_event(&event);
    }
}
