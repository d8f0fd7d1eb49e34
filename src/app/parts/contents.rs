//! What a long page holds: a list of links beside it or above it.

use crate::app::dom::{El, el, link};
use crate::app::state::State;
use crate::browser::page;

/// Links to the places on the page: the address of each, its words, and the id of what is led to.
pub(in crate::app) fn contents(state: State, key: &str, places: Vec<(String, String, String)>) -> El {
    let links = places.into_iter().map(|(address, text, id)| {
        el("li").child(link(&address, &text).on("click", move |_| _ = page::lead_to(&id)))
    });
    let title = el("h2").id("contents-title").text(&state.say(key));
    let nav = el("nav").class("contents").attr("aria-labelledby", "contents-title");
    nav.child(title).child(el("ol").children(links))
}
