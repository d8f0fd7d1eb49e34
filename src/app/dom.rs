//! Building screens: elements that follow Leptos signals.
//!
//! Leptos' own renderer gives each piece of markup a type, and each type its copy of the code that draws it. For
//! these screens that came to 247 kB (brotli) of program, 196 kB with its types erased; the whole critical path may
//! weigh 150 kB. So markup is built here by plain calls on one type, and Leptos does what it does best: signals,
//! memos, effects and their ownership. `docs/DECISIONS.md` has the figures.
//!
//! Closures are boxed at the edge of each function, so that nothing here is compiled twice.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{RenderEffect, StoredValue, document};
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, Event, FocusOptions, HtmlElement, HtmlInputElement};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element under construction.
#[derive(Clone)]
pub(super) struct El(Element);

/// A new element.
pub(super) fn el(tag: &str) -> El {
    // Only a malformed name can fail, and tags are constants.
    El(document().create_element(tag).unwrap_throw())
}

/// A new element of a class.
pub(super) fn div(class: &str) -> El {
    el("div").class(class)
}

/// A new paragraph with words in it.
pub(super) fn p(text: &str) -> El {
    el("p").text(text)
}

/// A link within the app.
pub(super) fn link(address: &str, text: &str) -> El {
    el("a").attr("href", address).text(text)
}

/// A button that does something when pressed.
pub(super) fn button(class: &str, act: impl FnMut(&Event) + 'static) -> El {
    el("button").class(class).attr("type", "button").on("click", act)
}

/// A picture from the sprite in `index.html`; it is decoration, the words beside it say what it means.
pub(super) fn icon(name: &str) -> El {
    let class = match name {
        "chevron-end" | "chevron-start" => "icon icon-flip",
        "alert" => "icon d-art",
        _ => "icon",
    };
    svg("svg").class(class).attr("aria-hidden", "true").child(svg("use").attr("href", &format!("#i-{name}")))
}

/// A new element of a picture.
pub(super) fn svg(tag: &str) -> El {
    El(document().create_element_ns(Some(SVG), tag).unwrap_throw())
}

impl El {
    /// Sets the class.
    pub(super) fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Sets the id.
    pub(super) fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// Sets an attribute.
    pub(super) fn attr(self, name: &str, value: &str) -> Self {
        set(&self.0, name, Some(value));
        self
    }

    /// Lets a heading or row take the focus when it is led to.
    pub(super) fn focusable(self) -> Self {
        self.attr("tabindex", "-1")
    }

    /// Adds words.
    pub(super) fn text(self, text: &str) -> Self {
        self.0.append_with_str_1(text).unwrap_throw();
        self
    }

    /// Adds an element.
    pub(super) fn child(self, child: El) -> Self {
        self.0.append_with_node_1(&child.0).unwrap_throw();
        self
    }

    /// Adds elements; an `Option` adds one or none.
    pub(super) fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, El::child)
    }

    /// Fills it with markup of our own bundle, never with a person's words.
    pub(super) fn markup(self, markup: &str) -> Self {
        self.0.set_inner_html(markup);
        self
    }

    /// Fills it with elements that are drawn anew when what they read changes.
    pub(super) fn live(self, draw: impl Fn() -> Vec<El> + 'static) -> Self {
        let place = self.0.clone();
        follow(Box::new(move || {
            let parts = draw();
            let focused = document().active_element().is_some_and(|focused| place.contains(Some(&focused)));
            place.set_text_content(None);
            for part in parts {
                place.append_with_node_1(&part.0).unwrap_throw();
            }
            if focused {
                keep_focus(&place);
            }
        }));
        self
    }

    /// Words that follow what they read.
    pub(super) fn live_text(self, write: impl Fn() -> String + 'static) -> Self {
        let place = self.0.clone();
        follow(Box::new(move || place.set_text_content(Some(&write()))));
        self
    }

    /// An attribute that follows what it reads; `None` takes it away.
    pub(super) fn live_attr(self, name: &'static str, write: impl Fn() -> Option<String> + 'static) -> Self {
        let place = self.0.clone();
        follow(Box::new(move || set(&place, name, write().as_deref())));
        self
    }

    /// A tick or dot that follows what it reads.
    pub(super) fn live_checked(self, decide: impl Fn() -> bool + 'static) -> Self {
        let place: HtmlInputElement = self.0.clone().unchecked_into();
        follow(Box::new(move || place.set_checked(decide())));
        self
    }

    /// What stands in a field follows what it reads, without moving the cursor while the person types.
    pub(super) fn live_value(self, write: impl Fn() -> String + 'static) -> Self {
        let place: HtmlInputElement = self.0.clone().unchecked_into();
        follow(Box::new(move || {
            let value = write();
            if place.value() != value {
                place.set_value(&value);
            }
        }));
        self
    }

    /// Does something to it now, and again when what that reads changes.
    pub(super) fn live_with(self, act: impl Fn(&Element) + 'static) -> Self {
        let place = self.0.clone();
        follow(Box::new(move || act(&place)));
        self
    }

    /// The element itself, for what only few do with one.
    pub(super) fn node(&self) -> &Element {
        &self.0
    }

    /// Calls back on an event, as long as the element is shown.
    pub(super) fn on(self, event: &'static str, act: impl FnMut(&Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// Whether what is in it is higher than itself. It stands in the page for as long as that is measured, which
    /// nobody sees.
    pub(super) fn overflows(self) -> bool {
        let Some(body) = document().body() else { return false };
        body.append_with_node_1(&self.0).unwrap_throw();
        let overflows = self.0.scroll_height() > self.0.client_height();
        self.0.remove();
        overflows
    }

    /// Puts it into the page.
    pub(super) fn append_to(self, place: &Element) {
        place.append_with_node_1(&self.0).unwrap_throw();
    }
}

/// Gives the focus to the first thing that can take it where a pressed button was, or else to the heading of the
/// screen: it must not fall back to the top of the page.
fn keep_focus(place: &Element) {
    let first = place.query_selector("[tabindex], button, a[href], input").ok().flatten();
    let heading = || document().query_selector("#page h1, #home h1").ok().flatten();
    if let Some(target) = first.or_else(heading) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = target.unchecked_into::<HtmlElement>().focus_with_options(&options);
    }
}

/// What stands in the field that an event comes from.
pub(super) fn value_of(event: &Event) -> String {
    event.target().map(|target| target.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}

fn set(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    }
    .unwrap_throw();
}

/// Runs now and again whenever what it reads changes, until the part of the screen it belongs to goes.
fn follow(run: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| run()));
}

fn listen(element: &Element, event: &'static str, act: Box<dyn FnMut(&Event)>) {
    let options = EventListenerOptions::enable_prevent_default();
    StoredValue::new_local(EventListener::new_with_options(element, event, options, act));
}
