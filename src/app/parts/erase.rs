//! "Erase everything", which asks once more in place: a dialog of the browser is refused in some frames.

use super::icon::Icon;
use crate::app::state::state;
use leptos::prelude::*;

/// The button and its question.
#[component]
pub(in crate::app) fn EraseButton() -> impl IntoView {
    let state = state();
    let asking = RwSignal::new(false);
    let erase = move |_| {
        state.erase();
        asking.set(false);
    };
    move || {
        if asking.get() {
            view! {
                <div class="inset" role="group" aria-label=state.say("erase.sure")>
                    <p>{state.say("erase.sure")}</p>
                    <button class="button small" type="button" on:click=erase>{state.say("erase.yes")}</button>
                    " "
                    <button class="button quiet small" type="button" on:click=move |_| asking.set(false)>
                        {state.say("erase.no")}
                    </button>
                </div>
            }
            .into_any()
        } else {
            view! {
                <button class="button quiet small" type="button" on:click=move |_| asking.set(true)>
                    <Icon name="trash" /> {state.say("erase.button")}
                </button>
            }
            .into_any()
        }
    }
}
