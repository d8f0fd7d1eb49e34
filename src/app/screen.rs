//! Which screen is shown, and what goes with a change of screen: title, focus, the current place in the bar.

use super::dom::{El, div};
use super::later;
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
        Route::Treatments(_) => vec![pages::treatments::page(state)],
        Route::NotFound(_) => vec![pages::missing::page(state)],
        route => {
            let title = title(state, &route).unwrap_or_default();
            later::screen(state, route, &title)
        }
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
        page::soon(move || lead(&route));
    });
}

/// Leads to where the screen begins, or to the part of it that the address names.
pub(super) fn lead(route: &Route) {
    match route {
        Route::Card(_, Some(row)) if page::lead_to(&format!("row-{}", row.as_str())) => {}
        Route::Words(Some(id)) if page::lead_to(&format!("word-{id}")) => {}
        _ => page::focus_heading(),
    }
}

/// What goes with a screen, besides the screen.
pub(super) fn show(state: State, route: &Route) {
    let (screen, nav) = match route {
        Route::Home => ("home", ""),
        Route::Step(_) | Route::Change(_) => ("step", "questions"),
        Route::Check => ("check", "questions"),
        Route::Ten => ("ten", "questions"),
        Route::Questions => ("questions", "questions"),
        Route::Sheet(_) => ("sheet", "questions"),
        Route::Visit(_) => ("visit", "questions"),
        Route::After => ("after", "questions"),
        Route::Lists => ("lists", "questions"),
        Route::Alert => ("alert", "questions"),
        Route::Take => ("take", "questions"),
        Route::Open(_) => ("open", "questions"),
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
        Route::Sheet(_) => state.say("sheet.page"),
        Route::Visit(_) => state.say("visit.title"),
        Route::After => state.say("after.title"),
        Route::Lists => state.say("lists.title"),
        Route::Alert => state.say("alert.title"),
        Route::Take => state.say("take.title"),
        Route::Open(_) => state.say("open.title"),
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
