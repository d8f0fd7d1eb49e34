//! A button that asks once more in place before it does what it says: a dialog of the browser is refused in some
//! frames.

use crate::app::dom::{El, button, div, icon, p};
use crate::app::state::State;
use leptos::prelude::*;

/// What such a button says, asks and does; words by their keys.
pub(in crate::app) struct Sure {
    /// The words on the button.
    pub button: &'static str,
    /// The class of the button.
    pub class: &'static str,
    /// The picture on the button, if any.
    pub icon: Option<&'static str>,
    /// The question.
    pub ask: &'static str,
    /// The answer that does it.
    pub yes: &'static str,
    /// What it does.
    pub act: fn(&State),
}

/// Forgets answers and list, here and on the device.
pub(in crate::app) static ERASE: Sure = Sure {
    button: "erase.button",
    class: "button quiet small",
    icon: Some("trash"),
    ask: "erase.sure",
    yes: "erase.yes",
    act: State::erase,
};

/// Takes the list off a computer that others use too.
pub(in crate::app) static SHARE: Sure = Sure {
    button: "shared.button",
    class: "link-button",
    icon: None,
    ask: "shared.sure",
    yes: "shared.yes",
    act: State::share_computer,
};

/// Empties answers and list; undo brings them back.
pub(in crate::app) static START_AGAIN: Sure = Sure {
    button: "questions.again",
    class: "link-button",
    icon: None,
    ask: "again.sure",
    yes: "again.yes",
    act: State::start_again,
};

/// The button and its question.
pub(in crate::app) fn sure_button(state: State, sure: &'static Sure) -> El {
    sure_of(state, sure, "", move || (sure.act)(&state))
}

/// The same for one thing of several, which is called `name`: the words of its button say which.
pub(in crate::app) fn sure_of(
    state: State,
    sure: &'static Sure,
    name: &str,
    act: impl Fn() + Clone + 'static,
) -> El {
    let asking = RwSignal::new(false);
    let name = name.to_owned();
    div("part").live(move || {
        if asking.get() {
            let question = state.say(sure.ask);
            let act = act.clone();
            let yes = move |_: &_| {
                act();
                asking.try_set(false);
            };
            let yes = button("button small", yes).text(&state.say(sure.yes));
            let no = button("button quiet small", move |_| asking.set(false)).text(&state.say("erase.no"));
            let group = div("inset").focusable().attr("role", "group").attr("aria-label", &question);
            vec![group.child(p(&question)).child(yes).text(" ").child(no)]
        } else {
            let ask = button(sure.class, move |_| asking.set(true)).children(sure.icon.map(icon));
            let ask = ask.text(&state.say(sure.button));
            vec![if name.is_empty() { ask } else { ask.attr("aria-label", &name) }]
        }
    })
}
