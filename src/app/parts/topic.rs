//! A choice of the topic of an own question.

use crate::app::dom::{El, div, el, value_of};
use crate::app::state::State;
use crate::content::TopicId;
use leptos::prelude::*;

/// The choice, by the topic's id; nothing is "no topic".
pub(in crate::app) fn topic_choice(state: State, id: &str, chosen: RwSignal<String>) -> El {
    let catalog = state.catalog();
    let option = |value: &str, title: &str| {
        let option = el("option").attr("value", value).text(title);
        if chosen.get_untracked() == value { option.attr("selected", "") } else { option }
    };
    let none = option("", &state.say("own.no-topic"));
    let topics = catalog.topics.iter().map(|topic| option(topic.id.as_str(), &topic.title));
    let choice = el("select").class("text-input").id(id).child(none).children(topics);
    let choice =
        choice.live_value(move || chosen.get()).on("change", move |event| chosen.set(value_of(event)));
    let label = el("label").attr("for", id).text(&state.say("own.topic"));
    div("topic-choice").child(label).child(choice)
}

/// The topic that was chosen, if it is one.
pub(in crate::app) fn chosen_topic(chosen: RwSignal<String>) -> Option<TopicId> {
    let chosen = chosen.get_untracked();
    (!chosen.is_empty()).then(|| TopicId::new(chosen))
}
