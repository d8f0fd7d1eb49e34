//! The menu: places that are not in the bar, how to read, erase everything.

use super::erase::EraseButton;
use crate::app::state::state;
use crate::browser::{page, storage};
use crate::route::Route;
use leptos::prelude::*;

const THEMES: [&str; 3] = ["", "light", "dark"];
const SIZES: [&str; 3] = ["", "large", "larger"];

/// The panel of the menu.
#[component]
pub(in crate::app) fn Menu() -> impl IntoView {
    let state = state();
    let reading = storage::read(storage::Key::Reading).unwrap_or_default();
    let (theme, text) = reading.split_once(' ').unwrap_or_default();
    let theme = RwSignal::new(theme.to_owned());
    let text = RwSignal::new(text.to_owned());
    // How to read is kept at once: the person chose it, and it says nothing about them.
    let apply = move || {
        page::set_reading(&theme.get_untracked(), &text.get_untracked());
        let _ = storage::write(storage::Key::Reading, &format!("{} {}", theme.get_untracked(), text.get_untracked()));
    };
    let close = move |_| {
        if let Some(menu) = page::element("menu") {
            let _ = menu.remove_attribute("open");
        }
    };
    let places = [
        ("questions.title", Route::Questions),
        ("treatments.title", Route::Treatments(String::new())),
        ("signs.title", Route::Signs(None)),
        ("words.title", Route::Words(None)),
        ("about.title", Route::About),
    ];
    let choices = move |key: &'static str, options: [&'static str; 3], chosen: RwSignal<String>| {
        let radios = options.map(|option| {
            let name = if option.is_empty() { "own" } else { option };
            let choose = move |_| {
                chosen.set(option.to_owned());
                apply();
            };
            view! {
                <label class="check">
                    <input type="radio" name=key prop:checked=move || chosen.get() == option on:change=choose />
                    <span>{state.say(&format!("{key}.{name}"))}</span>
                </label>
            }
        });
        view! { <fieldset><legend>{state.say(key)}</legend>{radios.into_iter().collect_view()}</fieldset> }
    };
    view! {
        <ul on:click=close>
            {places.map(|(key, route)| view! { <li><a href=route.to_hash()>{state.say(key)}</a></li> }).into_iter().collect_view()}
        </ul>
        {choices("menu.theme", THEMES, theme)}
        {choices("menu.text", SIZES, text)}
        <EraseButton />
    }
}
