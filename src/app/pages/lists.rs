//! Every list, one for each visit.

use super::{article, heading};
use crate::app::dom::{El, button, div, el, icon, link, p};
use crate::app::parts::appointment::{appointment, name_of};
use crate::app::parts::history::history;
use crate::app::parts::save::save_box;
use crate::app::parts::sure::{Sure, sure_of};
use crate::app::state::State;
use crate::browser::{clock, location, page as document};
use crate::list::{Edit, Item, Notebook, PersonalList};
use crate::route::Route;
use leptos::prelude::*;

/// Takes one list of several away; undo brings it back.
static TAKE_AWAY: Sure = Sure {
    button: "lists.remove",
    class: "link-button",
    icon: None,
    ask: "lists.remove-sure",
    yes: "lists.remove-yes",
    // What is taken away depends on the list: see where it is used.
    act: |_| {},
};

/// The screen.
pub(in crate::app) fn page(state: State) -> El {
    // A card is drawn anew only when a list comes, goes or is opened: nobody's typing is cut short.
    let lists = Memo::new(move |_| {
        state.notebook.with(|notebook| {
            let names: Vec<String> = notebook.lists().iter().map(|list| list.id().to_owned()).collect();
            (names, notebook.place())
        })
    });
    let cards = el("ul").class("slips lists").live(move || {
        let (names, open) = lists.get();
        let several = names.len() > 1;
        names.iter().enumerate().map(|(place, id)| card(state, id, place == open, several)).collect()
    });
    article("lists")
        .child(heading(&state.say("lists.title")))
        .child(p(&state.say("lists.help")).class("help"))
        .child(history(state))
        .child(cards)
        .child(next(state))
        .child(save_box(state))
}

/// Looks at a list, if it is still there, with its place.
fn look<R>(notebook: &Notebook, id: &str, look: impl FnOnce(&PersonalList, usize) -> R) -> Option<R> {
    let place = notebook.lists().iter().position(|list| list.id() == id)?;
    Some(look(&notebook.lists()[place], place))
}

fn card(state: State, id: &str, open: bool, several: bool) -> El {
    let of = id.to_owned();
    let name = Memo::new(move |_| {
        let name =
            state.notebook.with(|notebook| look(notebook, &of, |list, place| name_of(state, list, place)));
        name.unwrap_or_default()
    });
    let of = id.to_owned();
    let count = move || {
        let counts = state.notebook.with(|notebook| {
            look(notebook, &of, |list, _| {
                (list.items().len(), list.items().iter().filter(|item| item.is_open()).count())
            })
        });
        let (all, open) = counts.unwrap_or_default();
        let all = state.count("questions.count", all);
        if open == 0 { all } else { format!("{all} {}", state.count("lists.still-open", open)) }
    };
    let title = el("h2").live_text(move || name.get());
    let head = div("list-head").child(title);
    let head = if open {
        head.child(el("p").child(el("span").class("mark").text(&state.say("lists.now"))))
    } else {
        head
    };
    let card = el("li").class("slip").child(head).child(el("p").class("help").live_text(count));
    let card = if open { card.attr("aria-current", "true") } else { card };
    let way = if open {
        link(&Route::Questions.to_hash(), &state.say("lists.go")).class("button quiet small")
    } else {
        let of = id.to_owned();
        let press = move |_: &_| {
            state.edit_notebook(Edit::ListOpened, |notebook| {
                if let Some(place) = look(notebook, &of, |_, place| place) {
                    notebook.open(place);
                }
            });
            location::go(&Route::Questions.to_hash());
        };
        button("button quiet small", press)
            .live_attr("aria-label", move || Some(state.fill("lists.open-name", &[&name.get()])))
            .text(&state.say("lists.open"))
    };
    let of = id.to_owned();
    let take_away = several.then(|| {
        let named = state.fill("lists.remove-name", &[&name.get_untracked()]);
        div("list-away").child(sure_of(state, &TAKE_AWAY, &named, move || {
            state.edit_notebook(Edit::ListRemoved, |notebook| {
                if let Some(place) = look(notebook, &of, |_, place| place) {
                    notebook.remove_list(place);
                }
            });
            document::soon(document::focus_heading);
        }))
    });
    card.child(appointment(state, Some(id.to_owned()))).child(div("actions").child(way)).children(take_away)
}

/// Ways to begin a list for the next visit.
fn next(state: State) -> El {
    let full = RwSignal::new(false);
    let begin = move |add: fn(&mut Notebook, &str) -> bool| {
        let id = clock::uuid();
        let mut added = false;
        state.edit_notebook(Edit::ListAdded, |notebook| added = add(notebook, &id));
        full.set(!added);
        if added {
            location::go(&Route::Questions.to_hash());
        }
    };
    let way = |key: &str, picture: &str, add: fn(&mut Notebook, &str) -> bool| {
        let row = button("row-link", move |_| begin(add)).child(icon(picture));
        row.child(el("span").text(&state.say(key)))
    };
    let open =
        move || state.list.with(|list| list.items().iter().filter(|item: &&Item| item.is_open()).count());
    let carry = way("lists.carry", "redo", Notebook::carry_over).attr("aria-describedby", "carry-help");
    let help =
        el("p").class("help").id("carry-help").live_text(move || state.count("lists.carry-help", open()));
    let carry =
        el("li").live_attr("hidden", move || (open() == 0).then(String::new)).child(carry).child(help);
    let rows = el("ul").class("take-rows").child(carry).child(el("li").child(way(
        "lists.new",
        "plus",
        Notebook::add_list,
    )));
    let error = el("p").class("error").attr("role", "alert");
    let error = error.live_text(move || if full.get() { state.say("lists.full") } else { String::new() });
    let title = el("h2").id("next-title").text(&state.say("lists.next"));
    el("section").class("take").attr("aria-labelledby", "next-title").child(title).child(rows).child(error)
}
