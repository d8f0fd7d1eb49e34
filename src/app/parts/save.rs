//! Whether the list stays on this device: nothing is kept until the person asks.

use crate::app::dom::{El, button, div, p};
use crate::app::state::{Keeping, State};

/// Says how it stands and offers to keep the list.
pub(in crate::app) fn save_box(state: State) -> El {
    div("save inset").live(move || match state.keeping.get() {
        Keeping::No => {
            let keep = button("button quiet small", move |_| state.keep()).text(&state.say("save.keep"));
            vec![p(&state.say("save.not")), keep]
        }
        Keeping::Yes => vec![p(&state.say("save.kept"))],
        Keeping::Refused => vec![p(&state.say("save.refused"))],
    })
}
