//! "Ten questions to start with", one press from home, for whoever is in a hurry: about what was said so far, or about
//! one treatment or topic.

use super::{article, heading};
use crate::app::dom::{El, button, div, el, icon, link, p, value_of};
use crate::app::parts::ask::ask_rows;
use crate::app::state::State;
use crate::browser::location;
use crate::content::{Question, TopicId};
use crate::guide::{About, ten};
use crate::list::Edit;
use crate::route::{Paper, Route};
use leptos::prelude::*;

/// What a choice of a topic begins with; a treatment is its id alone.
const TOPIC: &str = "topic:";

/// The ten, with a button that adds each, one that adds all, and one that prints them.
pub(in crate::app) fn page(state: State) -> El {
    let about = RwSignal::new(String::new());
    // Adding one must not draw the rows anew: answers do not change here.
    let rows = div("part").live(move || {
        if state.details.with(Option::is_none) {
            return vec![p(&state.say("loading"))];
        }
        let catalog = state.catalog();
        let about = about.with(|chosen| about_of(chosen));
        let ten = state.list.with_untracked(|list| ten(&catalog, &list.answers, &about));
        let questions: Vec<&Question> = ten.iter().map(|ranked| ranked.question).collect();
        let mut rows = ask_rows(state, &questions);
        rows.push(print(state, &questions));
        rows
    });
    article("ten")
        .child(heading(&state.say("ten.title")))
        .child(choice(state, about))
        .child(p(&state.say("ten.help")).class("help"))
        .child(rows)
        .child(el("p").child(link("#/questions", &state.say("home.go-on")).class("link-button")))
}

fn about_of(chosen: &str) -> About {
    match chosen.strip_prefix(TOPIC) {
        Some(topic) => About::Topic(TopicId::new(topic)),
        None if chosen.is_empty() => About::Said,
        None => About::Treatment(chosen.to_owned()),
    }
}

/// "Questions about": what was said so far, a treatment, a topic.
fn choice(state: State, about: RwSignal<String>) -> El {
    let option = |value: &str, name: &str| el("option").attr("value", value).text(name);
    let group = |key: &str| el("optgroup").attr("label", &state.say(key));
    let catalog = state.catalog();
    let treatments = catalog.cards.iter().map(|card| option(card.id.as_str(), &card.title));
    let topics = catalog.topics.iter().map(|topic| option(&format!("{TOPIC}{}", topic.id), &topic.title));
    let select = el("select")
        .class("text-input")
        .id("ten-about")
        .on("change", move |event| about.set(value_of(event)))
        .child(option("", &state.say("ten.said")))
        .child(group("ten.treatments").children(treatments))
        .child(group("ten.topics").children(topics));
    let label = el("label").attr("for", "ten-about").text(&state.say("ten.what"));
    div("own").child(label).child(select)
}

/// Puts them on the list and leads to the sheet.
fn print(state: State, questions: &[&Question]) -> El {
    let ids: Vec<_> = questions.iter().map(|question| question.id.clone()).collect();
    let print = move |_: &_| {
        let text = state.count("add.several", ids.len());
        state.edit(Edit::Added(text), |list| ids.iter().for_each(|id| _ = list.add(id)));
        location::go(&Route::Sheet(Paper::Page).to_hash());
    };
    button("button quiet small", print).child(icon("printer")).text(&state.say("ten.print"))
}
