//! "Your questions": the first three, those for "if there is time", and the rest by topic.

use super::{article, heading};
use crate::app::dom::{El, button, div, el, icon, link, p};
use crate::app::parts::because::because;
use crate::app::parts::care::call_now;
use crate::app::parts::item::item_row;
use crate::app::parts::own::own_question;
use crate::app::parts::save::save_box;
use crate::app::parts::sure::{START_AGAIN, sure_button};
use crate::app::parts::take::take;
use crate::app::parts::time::time_wanted;
use crate::app::parts::why::why;
use crate::app::state::State;
use crate::browser::page::lead_to;
use crate::content::{Fact, Question};
use crate::guide::rank;
use crate::list::{Edit, Item, ItemId, PersonalList, What};
use crate::route::Route;
use leptos::prelude::*;

/// The list to work with.
pub(in crate::app) fn page(state: State) -> El {
    let count = move || match state.list.with(|list| (list.items().len(), list.answers.is_empty())) {
        (0, _) => state.say("questions.empty"),
        (count, true) => state.count("questions.count", count),
        (count, false) => state.count("questions.picked", count),
    };
    let take_along = button("button small", |_| _ = lead_to("take-title")).child(icon("printer"));
    let change = el("a").class("button quiet small").attr("href", "#/check").child(icon("pencil"));
    let actions = div("actions").child(take_along.text(&state.say("questions.take")));
    // Ticking a row must not fold its topic: the rest is drawn anew only when the answers change.
    let answers = Memo::new(move |_| {
        state.list.with(|list| list.answers.facts().iter().map(ToString::to_string).collect::<Vec<String>>())
    });
    article("questions")
        .child(heading(&state.say("questions.title")))
        .child(el("p").class("help count-line").live_text(count))
        .child(call_now(state))
        .child(actions.child(change.text(&state.say("questions.change"))))
        .child(time_wanted(state))
        .child(div("part").live(move || state.list.with(|list| items(state, list))))
        .child(own_question(state))
        .child(div("part").live(move || {
            answers.track();
            state.details.track();
            state.list.with_untracked(|list| rest(state, list))
        }))
        .child(take(state))
        .child(save_box(state))
        .child(sure_button(state, &START_AGAIN))
}

fn items(state: State, list: &PersonalList) -> Vec<El> {
    let catalog = state.catalog();
    let ranked = rank(&catalog, &list.answers);
    let row = |place: usize, item: &Item, class: &str| {
        let reasons = match &item.what {
            What::Question(id) => {
                ranked.iter().find(|ranked| ranked.question.id == *id).map(|ranked| &ranked.reasons[..])
            }
            What::Own { .. } => None,
        };
        item_row(state, item, place + 1, class, reasons.unwrap_or_default())
    };
    let first = list.top().len();
    let section = |title: El, rows: El| [title, rows];
    let mut parts = Vec::new();
    if first > 0 {
        let rows = list.top().iter().enumerate().map(|(place, item)| row(place, item, "slip"));
        let title = el("h2").id("first-title").focusable().text(&state.say("questions.first"));
        parts.extend(section(title, el("ol").class("slips").children(rows)));
    }
    if !list.if_time().is_empty() {
        let rows =
            list.if_time().iter().enumerate().map(|(place, item)| row(first + place, item, "plain-row"));
        let rows = el("ol").class("plain-rows").attr("start", &(first + 1).to_string()).children(rows);
        parts.extend(section(el("h2").text(&state.say("questions.if-time")), rows));
    }
    parts
}

/// The questions that fit the answers and are not on the list, by topic, closed.
fn rest(state: State, list: &PersonalList) -> Vec<El> {
    let catalog = state.catalog();
    let ranked = rank(&catalog, &list.answers);
    let mut parts =
        vec![el("h2").text(&state.say("questions.rest")), p(&state.say("questions.rest-help")).class("help")];
    for topic in &catalog.topics {
        let fits = ranked
            .iter()
            .filter(|ranked| ranked.question.topic == topic.id && !list.has_question(&ranked.question.id));
        let rows: Vec<El> = fits.map(|ranked| tick_row(state, ranked.question, &ranked.reasons)).collect();
        if rows.is_empty() {
            continue;
        }
        let count = el("span").class("topic-count").text(&rows.len().to_string());
        let summary = el("summary").child(el("span").text(&topic.title)).text(" ").child(count);
        // What cannot wait for a visit must not be written down for one.
        let signs = topic.signs.then(|| {
            let all = link(&Route::Signs(None).to_hash(), &state.say("home.see-signs"));
            let signs = div("inset").child(p(&state.say("questions.signs-now")));
            signs.child(p(&state.say("questions.signs-today"))).child(el("p").child(all))
        });
        let details = el("details").class("topic").child(summary).children(signs);
        parts.push(details.child(el("ul").class("tick-rows").children(rows)));
    }
    parts
}

fn tick_row(state: State, question: &Question, reasons: &[Fact]) -> El {
    let (id, text) = (question.id.clone(), question.text.text(state.role()).to_owned());
    let tick = move |_: &_| {
        if state.list.with_untracked(|list| list.has_question(&id)) {
            state.edit(Edit::Removed(text.clone()), |list| _ = list.remove(&ItemId::Question(id.clone())));
        } else {
            state.edit(Edit::Added(text.clone()), |list| _ = list.add(&id));
        }
    };
    let id = question.id.clone();
    let on_list = move || state.list.with(|list| list.has_question(&id));
    let input = el("input").attr("type", "checkbox").live_checked(on_list).on("change", tick);
    let label =
        el("label").class("option").child(input).child(el("span").text(question.text.text(state.role())));
    el("li").child(label).children(because(state, reasons)).child(why(state, question.id.clone()))
}
