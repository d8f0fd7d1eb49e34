//! The bar under the header: what just happened, with undo; a new version; a saved list that could not be read.

use crate::app::dom::{El, button, div, icon, p};
use crate::app::state::{Aside, Notice, State};
use crate::browser::{device, page};

/// The bar.
pub(in crate::app) fn notice_bar(state: State) -> El {
    div("part").live(move || {
        let aside = state.aside.get().map(|aside| aside_bar(state, aside));
        let notice = state.notice.get().map(|notice| bar(state, notice));
        aside.into_iter().chain(notice).collect()
    })
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

fn aside_bar(state: State, aside: Aside) -> El {
    let quiet = "button quiet small";
    let text = aside.text;
    let save = move |_: &_| _ = device::save_file("my-list-not-read.json", "application/json", &text);
    div("notice")
        .child(p(&aside.reason))
        .child(button(quiet, save).text(&state.say("aside.save")))
        .child(button(quiet, move |_| state.drop_aside()).text(&state.say("aside.drop")))
}
