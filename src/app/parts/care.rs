//! What cannot wait for a visit, for whoever said that they live with side effects: it comes before every question.
//! General words, the same for everyone; nothing is worked out from what was said.

use super::team::team_line;
use crate::app::dom::{El, div, el, icon, link, p};
use crate::app::state::State;
use crate::route::Route;
use leptos::prelude::*;

/// The signs to call for now, as long as "living with side effects" is chosen.
pub(in crate::app) fn call_now(state: State) -> El {
    let chosen = Memo::new(move |_| state.list.with(|list| list.answers.has("moment", "side-effects")));
    div("part").live(move || if chosen.get() { vec![panel(state)] } else { Vec::new() })
}

fn panel(state: State) -> El {
    let number = el("p").child(el("strong").text(&state.say("signs.number")));
    let all = el("p").child(link(&Route::Signs(None).to_hash(), &state.say("care.more")));
    el("section")
        .class("call-now")
        .attr("aria-labelledby", "call-now")
        .child(el("h2").id("call-now").text(&state.say("care.title")))
        .child(level(state, "care care-emergency", "alert", "signs.emergency", "questions.signs-now", number))
        .child(level(
            state,
            "care care-today",
            "clock",
            "signs.today",
            "questions.signs-today",
            team_line(state),
        ))
        .child(all)
        .child(p(&state.say("care.then")))
}

fn level(state: State, class: &str, picture: &str, title: &str, signs: &str, call: El) -> El {
    let head = div("care-head").child(icon(picture)).child(el("h3").text(&state.say(title)));
    div(class).child(head).child(div("care-body").child(call).child(p(&state.say(signs))))
}
