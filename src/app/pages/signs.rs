//! Warning signs: what needs the emergency number, what needs a call today, what can wait for the next visit.
//! General information by treatment; nothing is worked out from what a person enters.

use super::{article, heading};
use crate::app::dom::{El, div, el, icon, link, p};
use crate::app::parts::team::team_line;
use crate::app::state::State;
use crate::content::{Card, CardId, Sign, Urgency};
use crate::route::Route;

/// The signs of one treatment, of the treatments the person named, or of all.
pub(in crate::app) fn page(state: State, class: Option<&str>) -> El {
    let catalog = state.catalog();
    let named = || -> Vec<CardId> {
        let known = |id: &String| Some(catalog.card(id)?.id.clone());
        state.list.with_untracked(|list| list.answers.chosen("treatment").iter().filter_map(known).collect())
    };
    let shown = class.and_then(|class| catalog.card(class)).map_or_else(named, |card| vec![card.id.clone()]);
    let titles: Vec<&str> =
        shown.iter().filter_map(|id| Some(catalog.card(id.as_str())?.title.as_str())).collect();
    let which = if titles.is_empty() { state.say("signs.every") } else { titles.join(", ") };
    let lead =
        el("p").class("lead").child(el("strong").text(&which)).text(" ").text(&state.say("signs.late"));
    let chip = |card: &Card| {
        let address = Route::Signs(Some(card.id.to_string())).to_hash();
        let chip = link(&address, &card.title).class("chip");
        el("li").child(if shown.contains(&card.id) { chip.attr("aria-current", "true") } else { chip })
    };
    let chips = el("ul").class("chips").children(catalog.cards.iter().map(chip));
    let shown = shown.clone();
    let cards = div("part").live(move || {
        let Some(details) = state.details.get() else { return vec![p(&state.say("loading"))] };
        let fits = |sign: &&Sign| shown.is_empty() || sign.classes.iter().any(|class| shown.contains(class));
        let signs: Vec<&Sign> = details.signs.iter().filter(fits).collect();
        let urgencies = [Urgency::EmergencyNow, Urgency::CallToday, Urgency::NextVisit];
        urgencies.into_iter().filter_map(|urgency| care(state, urgency, &signs)).collect()
    });
    article("signs")
        .child(heading(&state.say("signs.title")))
        .child(lead)
        .child(cards)
        .child(p(&state.say("signs.unsure")).class("inset"))
        .child(el("h2").text(&state.say("signs.by-treatment")))
        .child(chips)
}

fn care(state: State, urgency: Urgency, signs: &[&Sign]) -> Option<El> {
    let (class, picture, title) = match urgency {
        Urgency::EmergencyNow => ("care care-emergency", "alert", "signs.emergency"),
        Urgency::CallToday => ("care care-today", "clock", "signs.today"),
        Urgency::NextVisit => ("care care-visit", "calendar", "signs.visit"),
    };
    let rows: Vec<El> =
        signs.iter().filter(|sign| sign.urgency == urgency).map(|sign| row(state, sign)).collect();
    let call = match urgency {
        Urgency::EmergencyNow => Some(el("p").child(el("strong").text(&state.say("signs.number")))),
        Urgency::CallToday => Some(team_line(state)),
        Urgency::NextVisit => None,
    };
    let head = div("care-head").child(icon(picture)).child(el("h2").text(&state.say(title)));
    (!rows.is_empty()).then(|| {
        let body = div("care-body").children(call).child(el("ul").class("sign-rows").children(rows));
        el("section").class(class).child(head).child(body)
    })
}

fn row(state: State, sign: &Sign) -> El {
    let points =
        |signs: &[String]| el("ul").class("points").children(signs.iter().map(|sign| el("li").text(sign)));
    let strong = |key: &str| el("p").child(el("strong").text(&state.say(key)));
    let emergency = (!sign.emergency_if.is_empty())
        .then(|| [strong("signs.emergency-if"), points(&sign.emergency_if)])
        .into_iter()
        .flatten();
    let summary =
        el("summary").child(el("strong").text(&sign.name)).text(" ").child(el("span").text(&sign.brief));
    let details = el("details")
        .class("sign")
        .child(summary)
        .child(points(&sign.signs))
        .children(emergency)
        .child(p(&sign.act))
        .child(strong("signs.say").text(&format!(" “{}”", sign.say)))
        .child(p(&format!("{} {}", state.say("signs.onset"), sign.onset)).class("help"));
    el("li").child(details)
}
