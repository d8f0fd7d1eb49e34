//! One question of the list, with what can be done to it.

use super::because::Because;
use super::icon::Icon;
use super::why::Why;
use crate::app::state::{State, state};
use crate::browser::page;
use crate::content::Fact;
use crate::list::{Edit, Item, ItemId, PersonalList, What};
use leptos::prelude::*;

/// A word for the item that can stand in an `id` attribute.
fn slug(id: &ItemId) -> String {
    match id {
        ItemId::Question(id) => id.to_string(),
        ItemId::Own(number) => format!("own-{number}"),
    }
}

/// A question of the list: a slip for the first three, a plain row for the rest.
#[component]
pub(in crate::app) fn ItemRow(
    /// The item as it is now.
    item: Item,
    /// Its number on the list, from 1.
    number: usize,
    /// Whether it is one of the first three.
    first: bool,
    /// What the person said that brought it.
    reasons: Vec<Fact>,
) -> impl IntoView {
    let state = state();
    let id = item.id();
    let text = item.text(&state.catalog()).to_owned();
    let why = match &item.what {
        What::Question(question) => view! { <Why question=question.clone() /> }.into_any(),
        What::Own { .. } => view! { <p class="because">{state.say("question.own")}</p> }.into_any(),
    };
    let class = match (first, item.asked) {
        (true, false) => "slip",
        (true, true) => "slip asked",
        (false, false) => "plain-row",
        (false, true) => "plain-row asked",
    };
    view! {
        <li class=class>
            <div class="slip-head">
                <span class="slip-number" aria-hidden="true">{number}</span>
                <h3 class="slip-question">{text.clone()}</h3>
            </div>
            <Because reasons=reasons />
            {why}
            {tools(state, &id, &text, number, item.asked)}
        </li>
    }
}

fn tools(state: State, id: &ItemId, text: &str, number: usize, asked: bool) -> impl IntoView + use<> {
    let last = state.list.with_untracked(|list| list.items().len());
    let mark = {
        let (id, text) = (id.clone(), text.to_owned());
        move |_| {
            let edit = if asked { Edit::Unasked(text.clone()) } else { Edit::Asked(text.clone()) };
            change(state, "asked", &id, edit, |list, id| _ = list.set_asked(id, !asked));
        }
    };
    let name = |key: &str| state.fill(key, &[text]);
    view! {
        <div class="tools">
            <label class="tick">
                <input type="checkbox" id=format!("asked-{}", slug(id)) prop:checked=asked on:change=mark
                    aria-label=name("item.asked-name") />
                <span aria-hidden="true">{state.say("item.asked")}</span>
            </label>
            {tool(state, id, text, Tool::Up, number == 1)}
            {tool(state, id, text, Tool::Down, number == last)}
            {tool(state, id, text, Tool::Remove, false)}
        </div>
    }
}

/// What a button beside a question does.
#[derive(Clone, Copy)]
enum Tool {
    Up,
    Down,
    Remove,
}

/// A button that cannot act keeps its place and the focus, and says so.
fn tool(state: State, id: &ItemId, text: &str, tool: Tool, idle: bool) -> impl IntoView + use<> {
    let (word, icon, name) = match tool {
        Tool::Up => ("up", "arrow-up", "item.up"),
        Tool::Down => ("down", "arrow-down", "item.down"),
        Tool::Remove => ("remove", "trash", "item.remove"),
    };
    let (target, words) = (id.clone(), text.to_owned());
    let press = move |_| match tool {
        Tool::Up => change(state, word, &target, Edit::Moved(words.clone()), |list, id| _ = list.move_up(id)),
        Tool::Down => change(state, word, &target, Edit::Moved(words.clone()), |list, id| _ = list.move_down(id)),
        Tool::Remove => change(state, word, &target, Edit::Removed(words.clone()), |list, id| _ = list.remove(id)),
    };
    view! {
        <button class="icon-button" type="button" id=format!("{word}-{}", slug(id)) aria-disabled=idle.then_some("true")
            aria-label=state.fill(name, &[text]) on:click=press>
            <Icon name=icon />
        </button>
    }
}

/// Changes the list and puts the focus back where it was: on the same button of the same question, or, when that
/// is gone, on the heading of the list. Says the new place of a question that moved.
fn change(state: State, word: &'static str, id: &ItemId, edit: Edit, change: impl FnOnce(&mut PersonalList, &ItemId)) {
    let moved = matches!(edit, Edit::Moved(_));
    state.edit(edit, |list| change(list, id));
    let place = state.list.with_untracked(|list| list.items().iter().position(|item| item.is(id)));
    if let Some(place) = place.filter(|_| moved) {
        page::announce(state.fill("item.moved", &[&(place + 1).to_string()]));
    }
    let target = format!("{word}-{}", slug(id));
    page::soon(move || {
        if !page::focus(&target) {
            page::focus("first-title");
        }
    });
}
