//! One question of the list, with what can be done to it. The row stays as long as the question is on the list: what
//! changes in it follows its [`Stand`].

use super::because::because;
use super::own::complaint;
use super::reword::reword;
use super::why::why;
use crate::app::dom::{El, button, div, el, icon, p};
use crate::app::state::{Notice, State};
use crate::browser::page;
use crate::content::Fact;
use crate::list::{Edit, Item, ItemId, PersonalList, What};
use leptos::prelude::*;

/// What changes in a row while it stays.
#[derive(Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is seen in a place of its own")]
pub(in crate::app) struct Stand {
    /// Whether it is one of those to ask first.
    pub top: bool,
    /// Whether it is the first of all.
    pub first: bool,
    /// Whether it is the last of all.
    pub last: bool,
    /// Whether it was asked.
    pub asked: bool,
    /// Whether it is starred.
    pub star: bool,
}

/// A word for the item that can stand in an `id` attribute.
pub(in crate::app) fn slug(id: &ItemId) -> String {
    match id {
        ItemId::Question(id) => id.to_string(),
        ItemId::Own(number) => format!("own-{number}"),
    }
}

/// A question of the list as a row, and what the person said that brought it.
pub(in crate::app) fn item_row(state: State, item: &Item, reasons: &[Fact], stand: RwSignal<Stand>) -> El {
    let id = item.id();
    let catalog = state.catalog();
    let text = item.text(&catalog, state.role()).to_owned();
    let editing = RwSignal::new(false);
    let side = div("slip-side")
        .attr("aria-hidden", "true")
        .child(el("span").class("slip-number"))
        .child(el("span").class("grip").child(icon("grip")));
    let question = el("h3").class("slip-question").text(&text);
    let class = move || {
        let stand = stand.get();
        let mut class = if stand.top { "slip" } else { "plain-row" }.to_owned();
        class.push_str(if stand.asked { " asked" } else { "" });
        Some(class + if stand.star { " starred" } else { "" })
    };
    let form_id = id.clone();
    let form = div("part").live(move || {
        let form = editing.get().then(|| reword(state, &form_id, move || editing.set(false)));
        form.into_iter().collect()
    });
    el("li")
        .attr("data-row", "")
        .live_attr("class", class)
        .child(div("slip-head").child(side).child(question))
        .children(because(state, reasons))
        .children(whose(state, item))
        .children(note(state, &item.note))
        .children(match &item.what {
            What::Question(question) => Some(why(state, question.clone())),
            What::Own { .. } => None,
        })
        .child(tools(state, &id, &text, stand, editing))
        .child(form)
}

/// That the words are the person's own, and their topic.
fn whose(state: State, item: &Item) -> Option<El> {
    let own = matches!(item.what, What::Own { .. });
    let catalog = state.catalog();
    let topic = item.topic.as_ref().and_then(|id| catalog.topics.iter().find(|topic| topic.id == *id));
    let words = match topic {
        Some(topic) => state.fill("question.own-topic", &[&topic.title]),
        None => state.say("question.own"),
    };
    (own || item.wording.is_some()).then(|| p(&words).class("because"))
}

fn note(state: State, note: &str) -> Option<El> {
    let lead = || el("span").class("note-lead").text(&state.say("item.noted"));
    (!note.is_empty()).then(|| p("").class("note").child(lead()).text(" ").text(note))
}

fn tools(state: State, id: &ItemId, text: &str, stand: RwSignal<Stand>, editing: RwSignal<bool>) -> El {
    let target = id.clone();
    let words = text.to_owned();
    let mark = move |_: &_| {
        let asked = !stand.get_untracked().asked;
        let edit = if asked { Edit::Asked(words.clone()) } else { Edit::Unasked(words.clone()) };
        change(state, "asked", &target, edit, |list| _ = list.set_asked(&target, asked));
    };
    let tick = el("input").attr("type", "checkbox").id(&format!("asked-{}", slug(id)));
    let tick = tick.attr("aria-label", &state.fill("item.asked-name", &[text]));
    let tick = tick.live_checked(move || stand.get().asked).on("change", mark);
    let word = el("span").attr("aria-hidden", "true").text(&state.say("item.asked"));
    let edit = button("icon-button", move |_| editing.set(true)).id(&format!("edit-{}", slug(id)));
    let edit = edit.attr("aria-label", &state.fill("item.edit", &[text])).child(icon("pencil"));
    let small = div("tool-icons")
        .child(edit)
        .child(tool(state, id, text, &UP).live_attr("aria-disabled", move || idle(stand.get().first)))
        .child(tool(state, id, text, &DOWN).live_attr("aria-disabled", move || idle(stand.get().last)))
        .child(tool(state, id, text, &REMOVE));
    div("tools")
        .child(el("label").class("tick").child(tick).child(word))
        .child(star(state, id, text, stand))
        .child(small)
}

/// Most important or not; a fourth one says why not.
fn star(state: State, id: &ItemId, text: &str, stand: RwSignal<Stand>) -> El {
    let (target, words) = (id.clone(), text.to_owned());
    let press = move |_: &_| {
        let star = !stand.get_untracked().star;
        let edit = if star { Edit::Starred(words.clone()) } else { Edit::Unstarred(words.clone()) };
        let mut refused = None;
        change(state, "star", &target, edit, |list| refused = list.set_star(&target, star).err());
        if let Some(refused) = refused {
            state.tell(Notice::Plain(complaint(state, &refused)));
        }
    };
    let pressed = move || Some(stand.get().star.to_string());
    button("star", press)
        .id(&format!("star-{}", slug(id)))
        .attr("aria-label", &state.fill("item.star-name", &[text]))
        .live_attr("aria-pressed", pressed)
        .child(icon("star"))
        .child(el("span").text(&state.say("item.star")))
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
fn idle(idle: bool) -> Option<String> {
    idle.then(|| "true".to_owned())
}

fn tool(state: State, id: &ItemId, text: &str, tool: &'static Tool) -> El {
    let (target, words) = (id.clone(), text.to_owned());
    let press = move |_: &_| {
        change(state, tool.word, &target, (tool.edit)(words.clone()), |list| _ = (tool.act)(list, &target));
    };
    let button = button("icon-button", press).id(&format!("{}-{}", tool.word, slug(id)));
    button.attr("aria-label", &state.fill(tool.name, &[text])).child(icon(tool.icon))
}

/// Changes the list and puts the focus back where it was: on the same button of the same question, or, when that
/// is gone, on the heading of the list. Says the new place of a question that moved.
fn change(state: State, word: &str, id: &ItemId, edit: Edit, change: impl FnOnce(&mut PersonalList)) {
    let moved = matches!(edit, Edit::Moved(_));
    state.edit(edit, change);
    if moved {
        say_place(state, id);
    }
    focus_tool(state, word, id);
}

/// Puts the focus on a button of a question once it is drawn; if it is gone, on the heading of the list.
pub(in crate::app) fn focus_tool(state: State, word: &str, id: &ItemId) {
    let target = format!("{word}-{}", slug(id));
    page::soon(move || {
        if page::focus(&target) {
            return;
        }
        if state.list.with_untracked(|list| list.items().is_empty()) {
            page::focus_heading();
        } else {
            page::focus("first-title");
        }
    });
}

/// Tells screen readers where a question stands now.
fn say_place(state: State, id: &ItemId) {
    let (place, count) = state
        .list
        .with_untracked(|list| (list.items().iter().position(|item| item.is(id)), list.items().len()));
    if let Some(place) = place {
        page::announce(state.fill("item.moved", &[&(place + 1).to_string(), &count.to_string()]));
    }
}

/// Moves a question to where it was dragged, from 0.
pub(in crate::app) fn drop_at(state: State, id: &ItemId, place: usize) {
    let text = state.list.with_untracked(|list| {
        let stays = list.items().get(place).is_none_or(|item| item.is(id));
        list.item(id).filter(|_| !stays).map(|item| item.text(&state.catalog(), state.role()).to_owned())
    });
    if let Some(text) = text {
        state.edit(Edit::Moved(text), |list| _ = list.move_to(id, place));
        say_place(state, id);
    }
}
