//! Lists that come from a file or another device: what they hold is shown, and nothing is added before the person
//! says so.

use crate::app::dom::{El, button, div, el, p};
use crate::app::state::{Notice, State};
use crate::list::{Edit, Notebook, PersonalList, Problem};

/// What came, and the two answers to it. `done` is called after either.
pub(in crate::app) fn incoming(
    state: State,
    came: Notebook,
    problems: &[Problem],
    done: impl Fn(State) + Copy + 'static,
) -> El {
    let lists = came.lists().iter().filter(|list| !list.is_empty());
    let rows: Vec<El> = lists.map(|list| el("li").children(shown(state, list))).collect();
    let group = div("inset incoming").focusable().attr("role", "group");
    let group = group.attr("aria-label", &state.say("incoming.title"));
    let group = group.child(el("h2").text(&state.say("incoming.title")));
    if came.is_empty() {
        return group.child(p(&state.say("incoming.empty")));
    }
    let add = move |_: &_| {
        let mut left = 0;
        state.edit_notebook(Edit::TakenIn, |notebook| left = notebook.merge(came.clone()));
        if left > 0 {
            state.tell(Notice::Undoable(state.count("incoming.no-room", left)));
        }
        done(state);
    };
    let buttons = div("actions")
        .child(button("button", add).text(&state.say("incoming.add")))
        .child(button("button quiet", move |_| done(state)).text(&state.say("incoming.cancel")));
    group
        .child(el("ul").class("incoming-lists").children(rows))
        .children(troubles(state, problems))
        .child(buttons)
}

/// A list in a few lines: the visit, how many questions, the first of them.
fn shown(state: State, list: &PersonalList) -> Vec<El> {
    const FIRST: usize = 5;
    let catalog = state.catalog();
    let visit = list.visit().said(&catalog.words).unwrap_or_default();
    let count = state.count("questions.count", list.items().len());
    let head = if visit.is_empty() { count } else { format!("{visit}: {count}") };
    let first = list.items().iter().take(FIRST).map(|item| el("li").text(item.text(&catalog, list.role())));
    let more = list.items().len().saturating_sub(FIRST);
    let more = (more > 0).then(|| p(&state.count("incoming.more", more)));
    [p(&head), el("ul").children(first)].into_iter().chain(more).collect()
}

/// What could not be read.
fn troubles(state: State, problems: &[Problem]) -> Option<El> {
    if problems.is_empty() {
        return None;
    }
    let rows = problems.iter().map(|problem| el("li").text(&problem.to_string()));
    Some(div("part").child(p(&state.say("incoming.problems"))).child(el("ul").children(rows)))
}
