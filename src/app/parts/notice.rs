//! The bar under the header: what just happened, with undo; a new version; a saved list that could not be
//! read; a change that could not be kept.

use super::save::{again_button, file_button};
use crate::app::dom::{El, button, div, icon, p};
use crate::app::keeping::{Aside, Keeping};
use crate::app::state::{Notice, State};
use crate::browser::kept::Kept;
use crate::browser::{device, page};

/// The bar.
pub(in crate::app) fn notice_bar(state: State) -> El {
    let told = move || {
        let aside =
            state.aside.with(|aside| aside.first().map(|first| aside_bar(state, first, aside.len() - 1)));
        let notice = state.notice.get().map(|notice| bar(state, notice));
        aside.into_iter().chain(notice).collect()
    };
    // By itself, so that it is read out once and not with every other note.
    let behind = move || {
        let behind = state.keeping.get() == Keeping::Failing && state.kept.with_untracked(Kept::is_any);
        if behind { vec![behind_bar(state)] } else { Vec::new() }
    };
    div("part").child(div("part").live(behind)).child(div("part").live(told))
}

/// Stays until a change could be written again.
fn behind_bar(state: State) -> El {
    let bar = div("notice").attr("role", "alert").child(p(&state.say("save.behind")));
    bar.child(file_button(state, "save.file")).child(again_button(state))
}

fn bar(state: State, notice: Notice) -> El {
    let quiet = "button quiet small";
    let (text, action) = match notice {
        Notice::Undoable(text) => {
            let undo =
                button(quiet, move |_| state.undo()).child(icon("undo")).text(&state.say("notice.undo"));
            (text, Some(undo))
        }
        Notice::Undone(text) => {
            let redo =
                button(quiet, move |_| state.redo()).child(icon("redo")).text(&state.say("notice.redo"));
            (text, Some(redo))
        }
        Notice::Plain(text) => (text, None),
        Notice::NewVersion => {
            let update =
                button(quiet, |_| page::tell_boot("use-new-version")).text(&state.say("notice.update"));
            (state.say("notice.new-version"), Some(update))
        }
    };
    let close = button("icon-button", move |_| state.notice.set(None));
    let close = close.attr("aria-label", &state.say("notice.close")).child(icon("close"));
    div("notice").child(p(&text)).children(action).child(close)
}

fn aside_bar(state: State, aside: &Aside, more: usize) -> El {
    let quiet = "button quiet small";
    let text = aside.text.clone();
    let save = move |_: &_| _ = device::save_file("my-list-not-read.json", "application/json", &text);
    let more = (more > 0).then(|| p(&state.count("aside.more", more)));
    div("notice")
        .child(p(&aside.reason))
        .children(more)
        .child(button(quiet, save).text(&state.say("aside.save")))
        .child(button(quiet, move |_| state.drop_aside()).text(&state.say("aside.drop")))
}
