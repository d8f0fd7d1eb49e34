//! Whether the list stays on this device: nothing is kept until the person asks.

use super::sure::{SHARE, sure_button};
use crate::app::dom::{El, button, div, icon, p};
use crate::app::keeping::Keeping;
use crate::app::state::State;
use crate::browser::kept::Kept;

const QUIET: &str = "button quiet small";

/// Says how it stands and offers what can be done about it.
pub(in crate::app) fn save_box(state: State) -> El {
    div("save inset").live(move || {
        let says = |key: &str| p(&state.say(key));
        match state.keeping.get() {
            Keeping::No => {
                let keep = button(QUIET, move |_| state.keep()).text(&state.say("save.keep"));
                vec![says("save.not"), keep, share_button(state)]
            }
            Keeping::Yes => vec![says("save.kept"), share_button(state)],
            Keeping::Failing => {
                let any = state.kept.with_untracked(Kept::is_any);
                let words = if any { "save.behind" } else { "save.refused" };
                vec![says(words), file_button(state, "save.file"), again_button(state)]
            }
            Keeping::Refused => vec![says("save.refused"), file_button(state, "save.file")],
            Keeping::Shared => shared(state),
        }
    })
}

/// The same question alone, for the menu: whether others use this computer too.
pub(in crate::app) fn shared_choice(state: State) -> El {
    div("part").live(move || match state.keeping.get() {
        Keeping::No | Keeping::Yes => vec![share_button(state)],
        Keeping::Shared => shared(state),
        Keeping::Failing | Keeping::Refused => Vec::new(),
    })
}

fn shared(state: State) -> Vec<El> {
    let own = button("link-button", move |_| state.own_computer()).text(&state.say("shared.off"));
    vec![p(&state.say("shared.on")), file_button(state, "shared.file"), own]
}

/// Asks first where something would be taken off the device.
fn share_button(state: State) -> El {
    if state.keeping.get_untracked() == Keeping::Yes {
        return sure_button(state, &SHARE);
    }
    button("link-button", move |_| state.share_computer()).text(&state.say("shared.button"))
}

/// Saves the list as a file.
pub(in crate::app) fn file_button(state: State, key: &str) -> El {
    button(QUIET, move |_| state.save_file()).child(icon("download")).text(&state.say(key))
}

/// Tries again to keep what the device refused.
pub(in crate::app) fn again_button(state: State) -> El {
    button(QUIET, move |_| state.try_again()).text(&state.say("save.again"))
}
