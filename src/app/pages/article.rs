//! "What is immunotherapy?", in sections.

use super::{article, heading};
use crate::app::dom::{El, div, el, p};
use crate::app::parts::cards::card_chips;
use crate::app::parts::contents::contents;
use crate::app::parts::notes::Notes;
use crate::app::state::State;
use crate::content::{Details, Section};
use crate::route::Route;

/// The opening article.
pub(in crate::app) fn page(state: State) -> El {
    article("card").live(move || match state.details.get() {
        Some(details) => loaded(state, &details),
        None => vec![p(&state.say("loading"))],
    })
}

fn loaded(state: State, details: &Details) -> Vec<El> {
    let mut notes = Notes::new(&details.sources);
    let place = |section: &Section| (Route::Article.to_hash(), section.title.clone(), section.id.to_string());
    let contents = contents(state, "article.contents", details.article.iter().map(place).collect());
    let mut text = div("card-text").child(heading(&state.say("article.title")));
    for shown in &details.article {
        text = text.child(section(state, shown, &mut notes));
    }
    vec![contents, text.child(notes.row(state))]
}

fn section(state: State, section: &Section, notes: &mut Notes) -> El {
    let heading = el("h2").id(section.id.as_str()).focusable().text(&section.title);
    let mut shown = el("section").class("card-row").child(heading);
    for statement in &section.statements {
        shown = shown.child(p(&statement.text).text(" ").child(notes.refs(state, &statement.sources)));
    }
    shown.children(card_chips(&state.catalog(), &|card| section.cards.contains(&card.id)))
}
