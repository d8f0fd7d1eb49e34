//! "Ten questions to start with", one press from home, for whoever is in a hurry.

use super::{article, heading};
use crate::app::dom::{El, div, el, link, p};
use crate::app::parts::ask::ask_rows;
use crate::app::state::State;
use crate::content::Question;
use crate::guide::ten;

/// The ten, with a button that adds each and one that adds all.
pub(in crate::app) fn page(state: State) -> El {
    // Adding one must not draw the rows anew: answers do not change here.
    let rows = div("part").live(move || {
        if state.details.with(Option::is_none) {
            return vec![p(&state.say("loading"))];
        }
        let catalog = state.catalog();
        let ten = state.list.with_untracked(|list| ten(&catalog, &list.answers));
        let questions: Vec<&Question> = ten.iter().map(|ranked| ranked.question).collect();
        ask_rows(state, &questions)
    });
    article("ten")
        .child(heading(&state.say("ten.title")))
        .child(p(&state.say("ten.help")).class("help"))
        .child(rows)
        .child(el("p").child(link("#/questions", &state.say("home.go-on")).class("link-button")))
}
