//! How much time there is for questions: it sizes "if there is time".

use crate::app::dom::{El, div, el, p};
use crate::app::state::State;
use crate::content::{Step, StepKind};
use crate::guide::Time;
use leptos::prelude::*;

/// The choice, as soon as there are answers that bring a list.
pub(in crate::app) fn time_wanted(state: State) -> El {
    let answered = Memo::new(move |_| {
        state.list.with(|list| list.answers.facts().iter().any(|fact| fact.step != Time::STEP))
    });
    div("part").live(move || {
        let catalog = state.catalog();
        let step = catalog.step(Time::STEP).filter(|_| answered.get());
        step.map(|step| choice(state, step)).into_iter().collect()
    })
}

fn choice(state: State, step: &Step) -> El {
    let role = state.role();
    let rows = step.options.iter().map(|option| {
        let (id, shown) = (option.id.clone(), option.id.clone());
        let input = el("input")
            .attr("type", "radio")
            .attr("name", Time::STEP)
            .live_checked(move || state.list.with(|list| list.answers.time().option() == shown))
            .on("change", move |_| state.answer(Time::STEP, StepKind::One, &id));
        el("label").class("option").child(input).child(el("span").text(option.label.text(role)))
    });
    el("fieldset")
        .class("time")
        .child(el("legend").text(step.title.text(role)))
        .child(p(step.help.text(role)).class("help"))
        .child(div("time-rows").children(rows))
}
