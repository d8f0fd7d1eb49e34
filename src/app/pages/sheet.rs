//! The sheet to print: one page for the doctor's eye.

use crate::app::parts::icon::Icon;
use crate::app::state::{State, state};
use crate::browser::device;
use crate::takeaway::{Sheet, SheetQuestion};
use leptos::prelude::*;

/// How many questions for "if there is time" fit on the page.
const IF_TIME: usize = 6;

/// The sheet and the button that prints it.
#[component]
pub(in crate::app) fn SheetPage() -> impl IntoView {
    let state = state();
    let sheet = move || {
        let catalog = state.catalog();
        match state.details.get() {
            Some(details) => paper(state, &state.list.with(|list| Sheet::new(list, &catalog, &details.signs))).into_any(),
            None => view! { <p>{state.say("loading")}</p> }.into_any(),
        }
    };
    view! {
        <article class="page page-sheet">
            <h1 tabindex="-1">{state.say("sheet.page")}</h1>
            <div class="actions">
                <a class="button quiet" href="#/questions"><Icon name="chevron-start" /> {state.say("step.back")}</a>
                <button class="button" type="button" on:click=|_| device::print()><Icon name="printer" /> {state.say("sheet.print")}</button>
            </div>
            <p class="help screen-only">{state.say("sheet.print-help")}</p>
            {sheet}
        </article>
    }
}

fn paper(state: State, sheet: &Sheet) -> impl IntoView + use<> {
    let line = |key: &str| view! { <div><dt>{state.say(key)}</dt><dd></dd></div> };
    let about = sheet.about.iter().map(|(label, said)| view! { <div><dt>{label.clone()}</dt><dd>{said.clone()}</dd></div> });
    let first = sheet.first.iter().map(|question| first(state, question)).collect_view();
    let if_time = sheet.if_time.iter().take(IF_TIME).map(|question| {
        view! { <li><span class="box"></span> <span>{question.text.clone()}</span> <div class="answer-line"></div></li> }
    });
    let if_time = (!sheet.if_time.is_empty()).then(|| view! { <h2>{state.say("sheet.if-time")}</h2> <ul class="sheet-time">{if_time.collect_view()}</ul> });
    let urgent = |key: &str, signs: &[String]| {
        (!signs.is_empty()).then(|| view! { <p>{state.fill(key, &[&signs.join("; ")])}</p> })
    };
    view! {
        <div class="sheet">
            <header class="sheet-head">
                <div><p class="sheet-invite">{sheet.invite.clone()}</p> <p>{state.say("sheet.these")}</p></div>
                <dl class="sheet-lines">{line("sheet.name")} {line("sheet.visit")} {line("sheet.seen-by")}</dl>
            </header>
            <dl class="sheet-about">{about.collect_view()}</dl>
            <ol class="sheet-first">{first}</ol>
            {if_time}
            <div class="sheet-foot">
                <section class="sheet-back">
                    <h2>{state.say("sheet.back")}</h2>
                    <p>{state.say("sheet.back-text")}</p>
                    <div class="answer-line"></div><div class="answer-line"></div><div class="answer-line"></div>
                </section>
                <section class="sheet-urgent">
                    <h2><Icon name="alert" /> {state.say("sheet.wait")}</h2>
                    {urgent("sheet.emergency", &sheet.emergency)}
                    {urgent("sheet.today", &sheet.today)}
                    <p class="team-line">{state.say("sheet.team-label")} <span>{sheet.team.clone()}</span></p>
                </section>
            </div>
            <p class="sheet-status">{state.say("sheet.status")}</p>
        </div>
    }
}

fn first(state: State, question: &SheetQuestion) -> impl IntoView + use<> {
    let because = (!question.because.is_empty()).then(|| {
        view! { <p class="because">{state.say("sheet.because")} " " <u>{question.because.join("; ")}</u></p> }
    });
    view! {
        <li>
            <div class="sheet-question">
                <span class="sheet-number">{question.number}</span>
                <h3>{question.text.clone()}</h3>
                <span class="box">{state.say("sheet.asked")}</span>
            </div>
            {because}
            <div class="answer-line"></div><div class="answer-line"></div>
        </li>
    }
}
