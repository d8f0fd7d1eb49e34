//! The questions that fit the answers and are not on the list, by topic, and the own ones that were put under a topic.

use super::because::because;
use super::why::why;
use crate::app::dom::{El, div, el, link, p};
use crate::app::state::State;
use crate::content::{Fact, Question, QuestionId, Topic, TopicId};
use crate::guide::rank;
use crate::list::{Edit, ItemId, What};
use crate::route::Route;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What is on the list, for every row of every topic: worked out once for each change.
#[derive(Clone, Copy)]
struct OnList {
    questions: Memo<BTreeSet<QuestionId>>,
    own: Memo<Vec<(u32, TopicId, String)>>,
}

/// Every topic that has something, closed.
pub(in crate::app) fn by_topic(state: State) -> El {
    // Ticking a row must not fold its topic: all is drawn anew only when the answers change.
    let answers = Memo::new(move |_| {
        state.list.with(|list| list.answers.facts().iter().map(ToString::to_string).collect::<Vec<String>>())
    });
    let on_list = OnList {
        questions: Memo::new(move |_| {
            state.list.with(|list| {
                let questions = list.items().iter().filter_map(|item| match &item.what {
                    What::Question(id) => Some(id.clone()),
                    What::Own { .. } => None,
                });
                questions.collect()
            })
        }),
        own: Memo::new(move |_| {
            state.list.with(|list| {
                let own = list.items().iter().filter_map(|item| match &item.what {
                    What::Own { id, text } => Some((*id, item.topic.clone()?, text.clone())),
                    What::Question(_) => None,
                });
                own.collect()
            })
        }),
    };
    div("part").live(move || {
        answers.track();
        state.details.track();
        topics(state, on_list)
    })
}

fn topics(state: State, on_list: OnList) -> Vec<El> {
    let catalog = state.catalog();
    let there = on_list.questions.get_untracked();
    let mut fits: BTreeMap<TopicId, Vec<(Question, Vec<Fact>)>> = BTreeMap::new();
    state.list.with_untracked(|list| {
        for ranked in rank(&catalog, &list.answers) {
            if !there.contains(&ranked.question.id) {
                let rows = fits.entry(ranked.question.topic.clone()).or_default();
                rows.push((ranked.question.clone(), ranked.reasons));
            }
        }
    });
    let title = el("h2").text(&state.say("questions.rest"));
    let mut parts = vec![title, p(&state.say("questions.rest-help")).class("help")];
    parts.extend(
        catalog.topics.iter().map(|one| topic(state, one, fits.remove(&one.id).unwrap_or_default(), on_list)),
    );
    parts
}

fn topic(state: State, topic: &Topic, fits: Vec<(Question, Vec<Fact>)>, on_list: OnList) -> El {
    let id = topic.id.clone();
    let own = Memo::new(move |_| {
        let own = on_list.own.get().into_iter().filter(|(_, about, _)| *about == id);
        own.map(|(number, _, text)| (number, text)).collect::<Vec<(u32, String)>>()
    });
    let count = el("span").class("topic-count").text(&fits.len().to_string());
    let summary = el("summary").child(el("span").text(&topic.title)).text(" ").child(count);
    // What cannot wait for a visit must not be written down for one.
    let signs = topic.signs.then(|| {
        let all = link(&Route::Signs(None).to_hash(), &state.say("home.see-signs"));
        let signs = div("inset").child(p(&state.say("questions.signs-now")));
        signs.child(p(&state.say("questions.signs-today"))).child(el("p").child(all))
    });
    let empty = fits.is_empty();
    // Hundreds of rows that few look at are drawn when their topic is opened.
    let opened = RwSignal::new(false);
    let open = move |_: &_| opened.update(|opened| *opened = true);
    let rows = el("ul").class("tick-rows").live(move || {
        if !opened.get() {
            return Vec::new();
        }
        fits.iter().map(|(question, reasons)| tick_row(state, question, reasons, on_list)).collect()
    });
    let own_rows = el("ul")
        .class("tick-rows")
        .live(move || own.get().iter().map(|(number, text)| own_row(state, *number, text)).collect());
    let summary = summary.on("click", open);
    let details = el("details").class("topic").on("toggle", open).child(summary).children(signs);
    let details = details.child(own_rows).child(rows);
    details.live_attr("hidden", move || (empty && own.with(Vec::is_empty)).then(String::new))
}

fn tick_row(state: State, question: &Question, reasons: &[Fact], on_list: OnList) -> El {
    let (id, text) = (question.id.clone(), question.text.text(state.role()).to_owned());
    let tick = move |_: &_| {
        if state.list.with_untracked(|list| list.has_question(&id)) {
            state.edit(Edit::Removed(text.clone()), |list| _ = list.remove(&ItemId::Question(id.clone())));
        } else {
            state.edit(Edit::Added(text.clone()), |list| _ = list.add(&id));
        }
    };
    let id = question.id.clone();
    let ticked = move || on_list.questions.with(|questions| questions.contains(&id));
    let input = el("input").attr("type", "checkbox").live_checked(ticked).on("change", tick);
    let label =
        el("label").class("option").child(input).child(el("span").text(question.text.text(state.role())));
    el("li").child(label).children(because(state, reasons)).child(why(state, question.id.clone()))
}

/// An own question on the list: taking the tick away takes it off.
fn own_row(state: State, number: u32, text: &str) -> El {
    let words = text.to_owned();
    let tick = move |_: &_| {
        state.edit(Edit::Removed(words.clone()), |list| _ = list.remove(&ItemId::Own(number)));
    };
    let input = el("input").attr("type", "checkbox").live_checked(|| true).on("change", tick);
    let label = el("label").class("option").child(input).child(el("span").text(text));
    el("li").child(label).child(p(&state.say("question.own")).class("because"))
}
