//! "because you said: ...", in the reader's highlighter.

use crate::app::dom::{El, el, p};
use crate::app::state::State;
use crate::content::Fact;

/// The strongest thing the person said that brought a question, and how many more there are.
pub(in crate::app) fn because(state: State, reasons: &[Fact]) -> Option<El> {
    let said: Vec<String> = reasons.iter().filter_map(|fact| state.said(fact)).collect();
    let first = said.first()?;
    let lead = p(&state.say("question.because-lead")).class("because").text(" ");
    let line = lead.child(el("span").class("mark").text(first)).text(" ");
    Some(if said.len() > 1 { line.text(&state.count("question.more", said.len() - 1)) } else { line })
}
