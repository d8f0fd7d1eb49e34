//! One question of the list, with what can be done to it.

use super::because::because;
use super::why::why;
use crate::app::dom::{El, button, div, el, icon, p};
use crate::app::state::State;
use crate::browser::page;
use crate::content::Fact;
use crate::list::{Edit, Item, ItemId, PersonalList, What};

/// A word for the item that can stand in an `id` attribute.
fn slug(id: &ItemId) -> String {
    match id {
        ItemId::Question(id) => id.to_string(),
        ItemId::Own(number) => format!("own-{number}"),
    }
}

/// A question of the list, as a row of `class`: its number from 1, and what the person said that brought it.
pub(in crate::app) fn item_row(
    state: State,
    item: &Item,
    number: usize,
    class: &str,
    reasons: &[Fact],
) -> El {
    let id = item.id();
    let text = item.text(&state.catalog(), state.role()).to_owned();
    let more = match &item.what {
        What::Question(question) => why(state, question.clone()),
        What::Own { .. } => p(&state.say("question.own")).class("because"),
    };
    let class = if item.asked { format!("{class} asked") } else { class.to_owned() };
    let place = el("span").class("slip-number").attr("aria-hidden", "true").text(&number.to_string());
    let head = div("slip-head").child(place).child(el("h3").class("slip-question").text(&text));
    let row = el("li").class(&class).child(head).children(because(state, reasons)).child(more);
    row.child(tools(state, &id, &text, number, item.asked))
}

fn tools(state: State, id: &ItemId, text: &str, number: usize, asked: bool) -> El {
    let last = state.list.with_untracked(|list| list.items().len());
    let target = id.clone();
    let words = text.to_owned();
    let mark = move |_: &_| {
        let edit = if asked { Edit::Unasked(words.clone()) } else { Edit::Asked(words.clone()) };
        change(state, "asked", &target, edit, |list, id| _ = list.set_asked(id, !asked));
    };
    let tick = el("input").attr("type", "checkbox").id(&format!("asked-{}", slug(id)));
    let tick = tick.attr("aria-label", &state.fill("item.asked-name", &[text])).live_checked(move || asked);
    let word = el("span").attr("aria-hidden", "true").text(&state.say("item.asked"));
    div("tools")
        .child(el("label").class("tick").child(tick.on("change", mark)).child(word))
        .child(tool(state, id, text, &UP, number == 1))
        .child(tool(state, id, text, &DOWN, number == last))
        .child(tool(state, id, text, &REMOVE, false))
}

/// What a button beside a question does.
struct Tool {
    word: &'static str,
    icon: &'static str,
    name: &'static str,
    edit: fn(String) -> Edit,
    act: fn(&mut PersonalList, &ItemId) -> bool,
}

static UP: Tool =
    Tool { word: "up", icon: "arrow-up", name: "item.up", edit: Edit::Moved, act: PersonalList::move_up };
static DOWN: Tool = Tool {
    word: "down",
    icon: "arrow-down",
    name: "item.down",
    edit: Edit::Moved,
    act: PersonalList::move_down,
};
static REMOVE: Tool = Tool {
    word: "remove",
    icon: "trash",
    name: "item.remove",
    edit: Edit::Removed,
    act: PersonalList::remove,
};

/// A button that cannot act keeps its place and the focus, and says so.
fn tool(state: State, id: &ItemId, text: &str, tool: &'static Tool, idle: bool) -> El {
    let (target, words) = (id.clone(), text.to_owned());
    let press = move |_: &_| {
        change(state, tool.word, &target, (tool.edit)(words.clone()), |list, id| _ = (tool.act)(list, id));
    };
    let button = button("icon-button", press).id(&format!("{}-{}", tool.word, slug(id)));
    let button = button.attr("aria-label", &state.fill(tool.name, &[text])).child(icon(tool.icon));
    if idle { button.attr("aria-disabled", "true") } else { button }
}

/// Changes the list and puts the focus back where it was: on the same button of the same question, or, when that
/// is gone, on the heading of the list. Says the new place of a question that moved.
fn change(
    state: State,
    word: &'static str,
    id: &ItemId,
    edit: Edit,
    change: impl FnOnce(&mut PersonalList, &ItemId),
) {
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
