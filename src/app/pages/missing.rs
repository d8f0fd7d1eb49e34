//! An address that no screen has.

use crate::app::state::state;
use leptos::prelude::*;

/// Says so and leads home.
#[component]
pub(in crate::app) fn MissingPage() -> impl IntoView {
    let state = state();
    view! {
        <article class="page page-missing">
            <h1 tabindex="-1">{state.say("missing.title")}</h1>
            <p class="lead">{state.say("missing.text")}</p>
            <p><a class="button" href="#/">{state.say("missing.home")}</a></p>
            <p><a href="#/treatments">{state.say("missing.treatments")}</a></p>
        </article>
    }
}
