//! Small links to cards.

use crate::app::dom::{El, el, link};
use crate::content::{Card, Catalog};
use crate::route::Route;

/// Links to the cards that fit, in order; `None` when there are none.
pub(in crate::app) fn card_chips(catalog: &Catalog, fits: &dyn Fn(&Card) -> bool) -> Option<El> {
    let mut chips = Vec::new();
    for card in catalog.cards.iter().filter(|card| fits(card)) {
        let address = Route::Card(card.id.to_string(), None).to_hash();
        chips.push(el("li").child(link(&address, &card.title).class("chip")));
    }
    (!chips.is_empty()).then(|| el("ul").class("chips").children(chips))
}
