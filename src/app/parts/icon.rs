//! A picture from the sprite in `index.html`, beside a word or named by its button.

use leptos::prelude::*;

/// An icon; it is decoration, the words beside it say what it means.
#[component]
pub(in crate::app) fn Icon(
    /// Its name in the sprite, without `i-`.
    name: &'static str,
) -> impl IntoView {
    let class = match name {
        "chevron-end" | "chevron-start" => "icon icon-flip",
        "alert" | "octagon" | "circle" | "square" => "icon d-art",
        _ => "icon",
    };
    view! { <svg class=class aria-hidden="true"><use href=format!("#i-{name}") /></svg> }
}
