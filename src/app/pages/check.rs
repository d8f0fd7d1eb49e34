//! "Check your answers": each step by name, what was answered, and a link to change it.

use super::step::show_questions;
use super::{article, heading};
use crate::app::dom::{El, button, div, el, link};
use crate::app::parts::save::save_box;
use crate::app::parts::time::time_wanted;
use crate::app::state::State;
use crate::content::{Catalog, Step};
use crate::guide::UNSURE;
use crate::route::Route;

/// The answers, before the list is shown.
pub(in crate::app) fn page(state: State) -> El {
    let answers = el("dl").class("answers").live(move || {
        // The names of cancers come with the second part of the content.
        state.details.track();
        let catalog = state.catalog();
        state.list.with(|list| {
            let row = |step: &Step| row(state, &catalog, step, list.answers.chosen(step.id.as_str()));
            catalog.walk().map(row).collect()
        })
    });
    let show = button("button", move |_| show_questions(state)).text(&state.say("step.show"));
    article("check")
        .child(heading(&state.say("check.title")))
        .child(answers)
        .child(time_wanted(state))
        .child(div("actions").child(show))
        .child(save_box(state))
}

fn row(state: State, catalog: &Catalog, step: &Step, chosen: &[String]) -> El {
    let options = catalog.options(step).into_iter().filter(|option| chosen.contains(&option.id));
    let role = state.role();
    let mut said: Vec<String> = options.map(|option| option.label.text(role).to_owned()).collect();
    if said.is_empty() {
        said.push(state.say(match chosen {
            [] => "check.none",
            [only] if only == UNSURE => "step.unsure",
            _ => "loading",
        }));
    }
    let address = Route::Change(step.id.clone()).to_hash();
    // A part of a name that is hidden alone gets a space before it; so the whole name is hidden, and spoken.
    let name = step.name.text(role);
    let seen = el("span").attr("aria-hidden", "true").text(&state.say("questions.change"));
    let spoken = el("span").class("hidden").text(&state.fill("check.change", &[name]));
    let change = link(&address, "").class("link-button").child(seen).child(spoken);
    el("div")
        .child(el("dt").text(name))
        .children(said.iter().map(|said| el("dd").text(said)))
        .child(el("dd").child(change))
}
