//! The glossary.

use super::{article, heading};
use crate::app::dom::{El, el, p};
use crate::app::state::State;
use crate::content::Term;

/// Every word with its meaning; one may be pointed out.
pub(in crate::app) fn page(state: State, looked_up: Option<String>) -> El {
    let words = el("dl").class("words").live(move || match state.details.get() {
        Some(details) => details.terms.iter().map(|term| row(term, looked_up.as_deref())).collect(),
        None => vec![el("dd").text(&state.say("loading"))],
    });
    article("words")
        .child(heading(&state.say("words.title")))
        .child(p(&state.say("words.help")).class("help"))
        .child(words)
}

fn row(term: &Term, looked_up: Option<&str>) -> El {
    let class = if looked_up == Some(term.id.as_str()) { "looked-up" } else { "" };
    let word = el("dt").id(&format!("word-{}", term.id)).focusable().text(&term.term);
    el("div").class(class).child(word).child(el("dd").text(&term.meaning))
}
