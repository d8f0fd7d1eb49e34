//! Which screen is shown, and what goes with a change of screen: title, focus, the current place in the bar.

use super::pages;
use super::state::{State, state};
use crate::browser::{location, page};
use crate::route::Route;
use leptos::prelude::*;

/// The screen for the current address; nothing on the home screen, which `index.html` holds.
#[component]
pub(super) fn Screen() -> impl IntoView {
    let state = state();
    move || match state.route.get() {
        Route::Home => ().into_any(),
        Route::Step(id) => pages::step::StepPage(pages::step::StepPageProps { id }).into_any(),
        Route::Questions => pages::questions::QuestionsPage().into_any(),
        Route::Sheet => pages::sheet::SheetPage().into_any(),
        Route::Treatments(_) => pages::treatments::TreatmentsPage().into_any(),
        Route::Card(id, row) => pages::card::CardPage(pages::card::CardPageProps { id, row }).into_any(),
        Route::Signs(class) => pages::signs::SignsPage(pages::signs::SignsPageProps { class }).into_any(),
        Route::Words(id) => pages::words::WordsPage(pages::words::WordsPageProps { id }).into_any(),
        Route::About => pages::about::AboutPage().into_any(),
        Route::NotFound(_) => pages::missing::MissingPage().into_any(),
    }
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
            Route::Card(_, Some(row)) if page::focus(&format!("row-{}", row.as_str())) => {}
            Route::Words(Some(id)) if page::focus(&format!("word-{id}")) => {}
            _ => page::focus_heading(),
        });
    });
}

fn show(state: State, route: &Route) {
    let (screen, nav) = match route {
        Route::Home => ("home", ""),
        Route::Step(_) => ("step", "questions"),
        Route::Questions => ("questions", "questions"),
        Route::Sheet => ("sheet", "questions"),
        Route::Treatments(_) => ("treatments", "treatments"),
        Route::Card(..) => ("card", "treatments"),
        Route::Signs(_) => ("signs", "signs"),
        Route::Words(_) => ("words", ""),
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
        Route::Step(id) => {
            let Some(place) = catalog.steps.iter().position(|step| step.id == *id) else {
                return Some(state.say("missing.title"));
            };
            let (number, of) = ((place + 1).to_string(), catalog.steps.len().to_string());
            state.fill("step.title", &[&number, &of, &catalog.steps[place].name])
        }
        Route::Questions => state.say("questions.title"),
        Route::Sheet => state.say("sheet.page"),
        Route::Treatments(_) => state.say("treatments.title"),
        Route::Card(id, _) => catalog.card(id).map_or_else(|| state.say("missing.title"), |card| card.title.clone()),
        Route::Signs(_) => state.say("signs.title"),
        Route::Words(_) => state.say("words.title"),
        Route::About => state.say("about.title"),
        Route::NotFound(_) => state.say("missing.title"),
    })
}
