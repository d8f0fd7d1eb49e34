//! Whether the list stays on this device: nothing is kept until the person asks.

use crate::app::state::{Keeping, state};
use leptos::prelude::*;

/// Says how it stands and offers to keep the list.
#[component]
pub(in crate::app) fn SaveBox() -> impl IntoView {
    let state = state();
    view! {
        <div class="save inset">
            {move || match state.keeping.get() {
                Keeping::No => view! {
                    <p>{state.say("save.not")}</p>
                    <button class="button quiet small" type="button" on:click=move |_| state.keep()>
                        {state.say("save.keep")}
                    </button>
                }
                .into_any(),
                Keeping::Yes => view! { <p>{state.say("save.kept")}</p> }.into_any(),
                Keeping::Refused => view! { <p>{state.say("save.refused")}</p> }.into_any(),
            }}
        </div>
    }
}
