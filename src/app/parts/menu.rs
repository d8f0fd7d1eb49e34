//! The menu: places that are not in the bar, how to read, erase everything.

use super::sure::{ERASE, sure_button};
use crate::app::dom::{El, el, link};
use crate::app::state::State;
use crate::browser::{page, storage};
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
    el("div")
        .child(el("ul").on("click", close).children(places))
        .child(choices(state, "menu.theme", THEMES, storage::Reading::theme, storage::Reading::set_theme))
        .child(choices(state, "menu.text", SIZES, storage::Reading::text, storage::Reading::set_text))
        .child(sure_button(state, &ERASE))
}

/// How to read is kept at once: the person chose it, and it says nothing about them.
fn choices(
    state: State,
    key: &'static str,
    options: [&'static str; 3],
    now: fn(&storage::Reading) -> &str,
    set: fn(&mut storage::Reading, &str),
) -> El {
    let radio = |option: &'static str| {
        let name = if option.is_empty() { "own" } else { option };
        let choose = move |_: &_| {
            let mut reading = storage::Reading::read();
            set(&mut reading, option);
            reading.write();
            page::set_reading(reading.theme(), reading.text());
        };
        let chosen = now(&storage::Reading::read()) == option;
        let input = el("input").attr("type", "radio").attr("name", key).live_checked(move || chosen);
        let words = el("span").text(&state.say(&format!("{key}.{name}")));
        el("label").class("check").child(input.on("change", choose)).child(words)
    };
    el("fieldset").child(el("legend").text(&state.say(key))).children(options.map(radio))
}
