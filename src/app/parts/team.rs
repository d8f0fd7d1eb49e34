//! The team's number: a call when it is known, a field when it is not.

use crate::app::dom::{El, button, div, el, icon, value_of};
use crate::app::state::State;
use crate::list::Edit;
use leptos::prelude::*;

/// The number to call, day or night.
pub(in crate::app) fn team_line(state: State) -> El {
    div("part").live(move || match state.list.with(|list| list.team().map(str::to_owned)) {
        Some(number) => known(state, &number),
        None => vec![unknown(state)],
    })
}

fn known(state: State, number: &str) -> Vec<El> {
    let digits: String = number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    let call =
        el("a").class("button quiet care-call").attr("href", &format!("tel:{digits}")).child(icon("phone"));
    let forget = move |_: &_| state.edit_notebook(Edit::Team, |notebook| notebook.set_team(""));
    let change = button("link-button", forget).text(&state.say("signs.change-number"));
    vec![call.text(&state.fill("signs.call", &[number])), el("p").child(change)]
}

fn unknown(state: State) -> El {
    let typed = RwSignal::new(String::new());
    let save = move |_: &_| {
        let number = typed.get_untracked();
        state.edit_notebook(Edit::Team, |notebook| notebook.set_team(&number));
    };
    let input = el("input").class("text-input").id("team").attr("type", "tel").attr("autocomplete", "off");
    let input = input.on("input", move |event| typed.set(value_of(event)));
    let label = el("label").attr("for", "team").text(&state.say("signs.team-label"));
    let row = div("own-row").child(input).child(button("button small", save).text(&state.say("signs.write")));
    div("own").child(label).child(row)
}
