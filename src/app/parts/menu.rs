//! The menu: places that are not in the bar, how to read, erase everything.

use super::save::shared_choice;
use super::sure::{ERASE, sure_button};
use crate::app::dom::{El, div, el, link};
use crate::app::state::State;
use crate::browser::page;
use crate::browser::storage::Reading;
use crate::route::Route;

const THEMES: [&str; 3] = ["", "light", "dark"];
const SIZES: [&str; 3] = ["", "large", "larger"];

/// The panel of the menu.
pub(in crate::app) fn menu(state: State) -> El {
    let places = [
        ("questions.title", Route::Questions),
        ("treatments.title", Route::Treatments(String::new())),
        ("signs.title", Route::Signs(None)),
        ("article.title", Route::Article),
        ("quiz.title", Route::Quiz(1)),
        ("words.title", Route::Words(None)),
        ("about.title", Route::About),
    ];
    let close = |_: &_| {
        if let Some(menu) = page::element("menu") {
            let _ = menu.remove_attribute("open");
        }
    };
    let places = places.map(|(key, route)| el("li").child(link(&route.to_hash(), &state.say(key))));
    let reading = move || {
        state.keeping.track();
        vec![
            choices(state, "menu.theme", THEMES, Reading::theme, Reading::set_theme),
            choices(state, "menu.text", SIZES, Reading::text, Reading::set_text),
        ]
    };
    el("div")
        .child(el("ul").on("click", close).children(places))
        .child(div("part").live(reading))
        .child(shared_choice(state))
        .child(sure_button(state, &ERASE))
}

/// How to read is kept at once. It is drawn anew when it is erased.
fn choices(
    state: State,
    key: &'static str,
    options: [&'static str; 3],
    now: fn(&Reading) -> &str,
    set: fn(&mut Reading, &str),
) -> El {
    let radio = |option: &'static str| {
        let name = if option.is_empty() { "own" } else { option };
        let choose = move |_: &_| state.set_reading(|reading| set(reading, option));
        let chosen = state.reading.with_untracked(|reading| now(reading) == option);
        let input = el("input").attr("type", "radio").attr("name", key).live_checked(move || chosen);
        let words = el("span").text(&state.say(&format!("{key}.{name}")));
        el("label").class("check").child(input.on("change", choose)).child(words)
    };
    el("fieldset").child(el("legend").text(&state.say(key))).children(options.map(radio))
}
