//! "Your questions": the first three, those for "if there is time", and the rest by topic.

use super::{article, heading};
use crate::app::dom::{El, div, el, icon, link};
use crate::app::parts::appointment::appointment;
use crate::app::parts::by_topic::by_topic;
use crate::app::parts::care::call_now;
use crate::app::parts::history::history;
use crate::app::parts::own::own_question;
use crate::app::parts::rows::rows;
use crate::app::parts::save::save_box;
use crate::app::parts::sure::{START_AGAIN, sure_button};
use crate::app::parts::take::take;
use crate::app::parts::time::time_wanted;
use crate::app::state::State;
use crate::route::Route;

/// The list to work with.
pub(in crate::app) fn page(state: State) -> El {
    let count = move || match state.list.with(|list| (list.items().len(), list.answers.is_empty())) {
        (0, _) => state.say("questions.empty"),
        (count, true) => state.count("questions.count", count),
        (count, false) => state.count("questions.picked", count),
    };
    let lists = link(&Route::Lists.to_hash(), &state.say("lists.title")).class("link-button");
    let visit = div("visit-line").child(appointment(state, None)).child(lists);
    let change = link("#/check", &state.say("questions.change")).class("link-button");
    let count = el("p").class("help count-line").child(el("span").live_text(count)).text(" ").child(change);
    article("questions")
        .child(heading(&state.say("questions.title")))
        .child(count)
        .child(call_now(state))
        .child(visit)
        .child(actions(state))
        .child(history(state))
        .child(rows(state))
        .child(time_wanted(state))
        .child(own_question(state))
        .child(by_topic(state))
        .child(take(state))
        .child(around(state))
        .child(save_box(state))
        .child(sure_button(state, &START_AGAIN))
}

/// What a list is for, once there is something on it.
fn actions(state: State) -> El {
    let way = |class: &str, route: Route, picture: &str, key: &str| {
        link(&route.to_hash(), "").class(class).child(icon(picture)).child(el("span").text(&state.say(key)))
    };
    div("actions")
        .live_attr("hidden", move || state.list.with(|list| list.items().is_empty()).then(String::new))
        .child(way("button small", Route::Visit(1), "question", "visit.title"))
        .child(way("button quiet small", Route::Take, "share", "questions.take"))
}

/// Where to go after the visit, and what else belongs to it.
fn around(state: State) -> El {
    let row = |route: Route, picture: &str, key: &str| {
        let row = link(&route.to_hash(), "").class("row-link").child(icon(picture));
        el("li").child(row.child(el("span").text(&state.say(key))))
    };
    let rows = [row(Route::After, "check", "after.title"), row(Route::Alert, "card", "alert.title")];
    let title = el("h2").id("around-title").text(&state.say("questions.more"));
    let section = el("section").class("take").attr("aria-labelledby", "around-title").child(title);
    section.child(el("ul").class("take-rows").children(rows))
}
