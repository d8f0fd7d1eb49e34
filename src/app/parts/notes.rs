//! Sources as numbered notes: a raised number leads to its note.

use crate::app::dom::{El, button, el, link};
use crate::app::state::State;
use crate::browser::page;
use crate::content::Source;

/// The sources of one page, numbered by first use.
pub(in crate::app) struct Notes<'a> {
    used: Vec<usize>,
    sources: &'a [Source],
}

impl<'a> Notes<'a> {
    /// None used yet.
    pub(in crate::app) fn new(sources: &'a [Source]) -> Self {
        Self { used: Vec::new(), sources }
    }

    /// Raised numbers that lead to the notes.
    pub(in crate::app) fn refs(&mut self, state: State, sources: &[usize]) -> El {
        let links = sources.iter().map(|source| {
            let number = self.number(*source);
            let to_note = button("ref", move |_| _ = page::lead_to(&format!("note-{number}")));
            to_note
                .attr("aria-label", &state.fill("card.ref", &[&number.to_string()]))
                .text(&number.to_string())
        });
        el("sup").class("refs").children(links)
    }

    fn number(&mut self, source: usize) -> usize {
        let place = self.used.iter().position(|used| *used == source).unwrap_or_else(|| {
            self.used.push(source);
            self.used.len() - 1
        });
        place + 1
    }

    /// The sources in the order of their numbers.
    pub(in crate::app) fn row(&self, state: State) -> El {
        let row = |(place, source): (usize, &Source)| {
            let note =
                if source.date_note.is_empty() { String::new() } else { format!(" ({})", source.date_note) };
            let title = link(&source.address, &source.title)
                .attr("rel", "noopener noreferrer external")
                .attr("target", "_blank");
            let checked = if source.checked.is_empty() {
                state.say("card.source-unopened")
            } else {
                state.fill("card.source-checked", &[&source.checked])
            };
            let row = el("li").id(&format!("note-{}", place + 1)).focusable();
            row.text(&format!("{}. ", source.organisation))
                .child(title)
                .text(&format!(". {}{note}. {checked}", source.date))
        };
        let title = el("h2").id("row-sources").focusable().text(&state.say("card.sources"));
        let used = self.used.iter().filter_map(|source| self.sources.get(*source)).enumerate();
        el("section").class("card-row").child(title).child(el("ol").class("notes").children(used.map(row)))
    }
}
