//! Which screen is shown, and what goes with a change of screen: title, focus, the current place in the bar.

use super::dom::{El, div};
use super::pages;
use super::state::State;
use crate::browser::{location, page};
use crate::route::Route;

/// The screen for the current address; nothing on the home screen, which `index.html` holds.
pub(super) fn screen(state: State) -> El {
    div("part").live(move || match state.route.get() {
        Route::Home => Vec::new(),
        Route::Step(id) => vec![pages::step::page(state, &id, false)],
        Route::Change(id) => vec![pages::step::page(state, &id, true)],
        Route::Check => vec![pages::check::page(state)],
        Route::Ten => vec![pages::ten::page(state)],
        Route::Questions => vec![pages::questions::page(state)],
        Route::Sheet => vec![pages::sheet::page(state)],
        Route::Treatments(_) => vec![pages::treatments::page(state)],
        Route::Card(id, row) => vec![pages::card::page(state, &id, row)],
        Route::Signs(class) => vec![pages::signs::page(state, class.as_deref())],
        Route::Words(id) => vec![pages::words::page(state, id)],
        Route::Article => vec![pages::article::page(state)],
        Route::Quiz(place) => vec![pages::quiz::page(state, place)],
        Route::About => vec![pages::about::page(state)],
        Route::NotFound(_) => vec![pages::missing::page(state)],
    })
}

/// Follows the address from now on. The first screen takes no focus: in a frame that would pull it out of the
/// host's page, and on its own the browser starts at the top anyway.
pub(super) fn follow(state: State) {
    show(state, &state.route.get_untracked());
    location::on_change(move |hash| {
        let route = Route::parse(&hash);
        if route == state.route.get_untracked() {
            return;
        }
        state.notice.set(None);
        if let Route::Treatments(words) = &route {
            state.query.set(words.clone());
        }
        state.route.set(route.clone());
        show(state, &route);
        page::soon(move || match &route {
            Route::Card(_, Some(row)) if page::lead_to(&format!("row-{}", row.as_str())) => {}
            Route::Words(Some(id)) if page::lead_to(&format!("word-{id}")) => {}
            _ => page::focus_heading(),
        });
    });
}

fn show(state: State, route: &Route) {
    let (screen, nav) = match route {
        Route::Home => ("home", ""),
        Route::Step(_) | Route::Change(_) => ("step", "questions"),
        Route::Check => ("check", "questions"),
        Route::Ten => ("ten", "questions"),
        Route::Questions => ("questions", "questions"),
        Route::Sheet => ("sheet", "questions"),
        Route::Treatments(_) => ("treatments", "treatments"),
        Route::Card(..) => ("card", "treatments"),
        Route::Signs(_) => ("signs", "signs"),
        Route::Words(_) => ("words", ""),
        Route::Article => ("article", "treatments"),
        Route::Quiz(_) => ("quiz", "treatments"),
        Route::About => ("about", ""),
        Route::NotFound(_) => ("missing", ""),
    };
    page::set_screen(screen);
    page::set_current_nav(nav);
    let app = state.say("app.name");
    page::set_title(&title(state, route).map_or_else(|| app.clone(), |title| format!("{title} – {app}")));
}

fn title(state: State, route: &Route) -> Option<String> {
    let catalog = state.catalog();
    Some(match route {
        Route::Home => return None,
        Route::Step(id) | Route::Change(id) => {
            let place = catalog.walk().position(|step| step.id == *id);
            place.map_or_else(|| state.say("missing.title"), |place| pages::step::name(state, place))
        }
        Route::Check => state.say("check.title"),
        Route::Ten => state.say("ten.title"),
        Route::Questions => state.say("questions.title"),
        Route::Sheet => state.say("sheet.page"),
        Route::Treatments(_) => state.say("treatments.title"),
        Route::Card(id, _) => {
            catalog.card(id).map_or_else(|| state.say("missing.title"), |card| card.title.clone())
        }
        Route::Signs(_) => state.say("signs.title"),
        Route::Words(_) => state.say("words.title"),
        Route::Article => state.say("article.title"),
        Route::Quiz(_) => state.say("quiz.title"),
        Route::About => state.say("about.title"),
        Route::NotFound(_) => state.say("missing.title"),
    })
}
