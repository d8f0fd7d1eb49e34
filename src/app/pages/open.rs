//! A list that came in the address, from another device. It is shown, and added only when the person says so.

use super::{article, heading};
use crate::app::dom::{El, div, link, p};
use crate::app::parts::incoming::incoming;
use crate::app::state::State;
use crate::browser::location;
use crate::list;
use crate::route::Route;
use crate::takeaway;

/// The screen for what stands behind `#/open/`.
pub(in crate::app) fn page(state: State, code: &str) -> El {
    let record = takeaway::link::decode(code).map_err(|problem| problem.to_string());
    let came = move || {
        // What a question says is known only with the details.
        if state.details.with(Option::is_none) {
            return vec![p(&state.say("loading"))];
        }
        let read = record
            .clone()
            .and_then(|record| list::parse(&record, &state.catalog()).map_err(|reason| reason.to_string()));
        match read {
            Ok((notebook, problems)) => vec![incoming(state, notebook, &problems, leave)],
            Err(reason) => vec![
                p(&reason).class("error").attr("role", "alert"),
                link(&Route::Questions.to_hash(), &state.say("open.mine")).class("button quiet"),
            ],
        }
    };
    article("open").child(heading(&state.say("open.title"))).child(div("part").live(came))
}

/// To the list, in place of the address that held the other one: Back and a reload must not offer it again.
fn leave(_: State) {
    location::replace(&Route::Questions.to_hash());
}
