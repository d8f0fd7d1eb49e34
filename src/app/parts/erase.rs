//! "Erase everything", which asks once more in place: a dialog of the browser is refused in some frames.

use crate::app::dom::{El, button, div, icon, p};
use crate::app::state::State;
use leptos::prelude::*;

/// The button and its question.
pub(in crate::app) fn erase_button(state: State) -> El {
    let asking = RwSignal::new(false);
    let erase = move |_: &_| {
        state.erase();
        asking.set(false);
    };
    div("part").live(move || {
        if asking.get() {
            let sure = state.say("erase.sure");
            let yes = button("button small", erase).text(&state.say("erase.yes"));
            let no = button("button quiet small", move |_| asking.set(false)).text(&state.say("erase.no"));
            let group = div("inset").focusable().attr("role", "group").attr("aria-label", &sure);
            vec![group.child(p(&sure)).child(yes).text(" ").child(no)]
        } else {
            let ask = button("button quiet small", move |_| asking.set(true)).child(icon("trash"));
            vec![ask.text(&state.say("erase.button"))]
        }
    })
}
