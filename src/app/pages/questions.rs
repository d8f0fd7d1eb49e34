//! "Your questions": the first three, those for "if there is time", and the rest by topic.

use crate::app::parts::because::Because;
use crate::app::parts::icon::Icon;
use crate::app::parts::item::ItemRow;
use crate::app::parts::save::SaveBox;
use crate::app::parts::take::Take;
use crate::app::parts::why::Why;
use crate::app::state::{State, state};
use crate::browser::page;
use crate::content::{Fact, Question, Topic};
use crate::guide::rank;
use crate::list::{Edit, Item, ItemId, OWN_LIMIT, PersonalList, Refused, What};
use leptos::prelude::*;
use std::collections::HashMap;

/// The list to work with.
#[component]
pub(in crate::app) fn QuestionsPage() -> impl IntoView {
    let state = state();
    let count = move || match state.list.with(|list| (list.items().len(), list.answers.is_empty())) {
        (0, _) => state.say("questions.empty"),
        (count, true) => state.count("questions.count", count),
        (count, false) => state.count("questions.picked", count),
    };
    view! {
        <article class="page page-questions">
            <h1 tabindex="-1">{state.say("questions.title")}</h1>
            <p class="help count-line">{count}</p>
            <div class="actions">
                <button class="button small" type="button" on:click=move |_| _ = page::focus("take-title")>
                    <Icon name="printer" /> {state.say("questions.take")}
                </button>
                <a class="button quiet small" href="#/step/role"><Icon name="pencil" /> {state.say("questions.change")}</a>
            </div>
            {move || items(state)}
            <OwnQuestion />
            {move || rest(state)}
            <Take />
            <SaveBox />
            <p><button class="link-button" type="button" on:click=move |_| state.start_again()>{state.say("questions.again")}</button></p>
        </article>
    }
}

/// What the person said that brought each question.
fn reasons(state: State, list: &PersonalList) -> HashMap<String, Vec<Fact>> {
    let catalog = state.catalog();
    let ranked = rank(&catalog, &list.answers);
    ranked.into_iter().map(|ranked| (ranked.question.id.to_string(), ranked.reasons)).collect()
}

fn items(state: State) -> impl IntoView {
    let list = state.list.get();
    let mut reasons = reasons(state, &list);
    let mut rows = |items: &[Item], from: usize, first: bool| {
        let row = |(place, item): (usize, &Item)| {
            let because = match &item.what {
                What::Question(id) => reasons.remove(id.as_str()).unwrap_or_default(),
                What::Own { .. } => Vec::new(),
            };
            view! { <ItemRow item=item.clone() number=from + place first=first reasons=because /> }
        };
        items.iter().enumerate().map(row).collect_view()
    };
    let top = (!list.top().is_empty()).then(|| {
        view! { <h2 id="first-title" tabindex="-1">{state.say("questions.first")}</h2> <ol class="slips">{rows(list.top(), 1, true)}</ol> }
    });
    let start = list.top().len() + 1;
    let if_time = (!list.if_time().is_empty()).then(|| {
        view! { <h2>{state.say("questions.if-time")}</h2> <ol class="plain-rows" start=start.to_string()>{rows(list.if_time(), start, false)}</ol> }
    });
    view! { {top} {if_time} }
}

/// The questions that fit the answers and are not on the list, by topic, closed.
fn rest(state: State) -> impl IntoView {
    let catalog = state.catalog();
    // Ticking a row must not fold its topic: the rows are drawn anew only when the answers change.
    let answers = Memo::new(move |_| state.answers());
    let ranked = answers.with(|answers| {
        rank(&catalog, answers).into_iter().map(|ranked| (ranked.question.clone(), ranked.reasons)).collect::<Vec<_>>()
    });
    let on_list = state.list.with_untracked(Clone::clone);
    let topic = |topic: &Topic| {
        let own = ranked.iter().filter(|(question, _)| question.topic == topic.id && !on_list.has_question(&question.id));
        let rows: Vec<_> = own.cloned().collect();
        (!rows.is_empty()).then(|| {
            view! {
                <details class="topic">
                    <summary><span>{topic.title.clone()}</span> <span class="topic-count">{rows.len()}</span></summary>
                    <ul class="tick-rows">{rows.into_iter().map(|(question, reasons)| tick_row(state, &question, reasons)).collect_view()}</ul>
                </details>
            }
        })
    };
    let topics = catalog.topics.iter().filter_map(topic).collect_view();
    view! { <h2>{state.say("questions.rest")}</h2> <p class="help">{state.say("questions.rest-help")}</p> {topics} }
}

fn tick_row(state: State, question: &Question, reasons: Vec<Fact>) -> impl IntoView + use<> {
    let (id, text) = (question.id.clone(), question.text.clone());
    let on_list = {
        let id = id.clone();
        move || state.list.with(|list| list.has_question(&id))
    };
    let words = text.clone();
    let why = id.clone();
    let tick = move |_| {
        if state.list.with_untracked(|list| list.has_question(&id)) {
            state.edit(Edit::Removed(words.clone()), |list| _ = list.remove(&ItemId::Question(id.clone())));
        } else {
            state.edit(Edit::Added(words.clone()), |list| _ = list.add(&id));
        }
    };
    view! {
        <li>
            <label class="option"><input type="checkbox" prop:checked=on_list on:change=tick /> <span>{text}</span></label>
            <Because reasons=reasons />
            <Why question=why />
        </li>
    }
}

/// A question in the person's own words.
#[component]
fn OwnQuestion() -> impl IntoView {
    let state = state();
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let add = move || {
        let words = text.get_untracked();
        let mut refused = None;
        state.edit(Edit::Added(words.trim().to_owned()), |list| refused = list.add_own(&words).err());
        if refused.is_none() {
            text.set(String::new());
        }
        wrong.set(refused.map(|refused| match refused {
            Refused::Empty => state.say("own.empty"),
            Refused::TooLong(length) => state.fill("own.long", &[&OWN_LIMIT.to_string(), &length.to_string()]),
            Refused::Full => state.say("own.full"),
        }));
        page::focus("own");
    };
    // Bound to the button and to Enter, not to a form: sandboxed frames may swallow the submit event.
    let key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            add();
        }
    };
    view! {
        <div class="own">
            <label for="own">{state.say("own.label")}</label>
            <div class="own-row">
                <input class="text-input" id="own" type="text" autocomplete="off" prop:value=move || text.get()
                    aria-describedby="own-error" aria-invalid=move || wrong.with(Option::is_some).to_string()
                    on:input=move |event| text.set(event_target_value(&event)) on:keydown=key />
                <button class="button small" type="button" on:click=move |_| add()>{state.say("own.add")}</button>
            </div>
            <p class="error" id="own-error" role="alert">{move || wrong.get()}</p>
        </div>
    }
}
