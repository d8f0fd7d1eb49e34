//! A therapy card: the same rows in the same order on every card.

use super::about::{entry, reviewer};
use super::{article, heading, missing};
use crate::app::dom::{El, button, div, el, icon, link, p};
use crate::app::parts::ask::ask_rows;
use crate::app::parts::cards::card_chips;
use crate::app::parts::contents::contents;
use crate::app::parts::drawing::frames;
use crate::app::parts::notes::Notes;
use crate::app::parts::results::availability;
use crate::app::state::State;
use crate::browser::{clock, page};
use crate::content::{Card, CardBody, Catalog, Details, Drug, Question, Row, Sign, Statement, Urgency};
use crate::route::Route;

/// A card by its id or an alias, perhaps at one of its rows.
pub(in crate::app) fn page(state: State, id: &str, row: Option<Row>) -> El {
    let Some(place) = state.catalog().card_place(id) else { return missing::page(state) };
    article("card").live(move || {
        // A link to a row may arrive before the rows do.
        if let (Some(row), true) = (row, state.details.with(Option::is_some)) {
            page::soon(move || _ = page::lead_to(&row_id(row)));
        }
        let details = state.details.get();
        details
            .and_then(|details| loaded(state, &details, place))
            .unwrap_or_else(|| vec![p(&state.say("loading"))])
    })
}

fn row_id(row: Row) -> String {
    format!("row-{}", row.as_str())
}

fn row_title(state: State, row: Row) -> String {
    state.say(&format!("row.{}", row.as_str()))
}

/// A row with its heading, which takes the focus when it is led to.
fn section(id: &str, title: &str) -> El {
    el("section").class("card-row").child(el("h2").id(id).focusable().text(title))
}

fn loaded(state: State, details: &Details, place: usize) -> Option<Vec<El>> {
    let catalog = state.catalog();
    let card = catalog.cards.get(place)?;
    let body = details.bodies.get(place)?;
    let mut notes = Notes::new(&details.sources);
    let overdue = [("card.overdue", &body.due), ("card.approvals-overdue", &body.approvals_due)];
    let overdue = overdue.into_iter().find(|(_, due)| clock::today() > **due);
    let overdue = overdue.map(|(key, due)| p(&state.fill(key, &[due])).class("inset"));
    let back = el("a").attr("href", "#/treatments").child(icon("chevron-start")).text(&state.say("card.all"));
    let lead = p(&card.short).class("card-lead").text(" ").child(notes.refs(state, &body.short_sources));
    let mut text = div("card-text")
        .child(el("p").class("back").child(back))
        .child(heading(&card.title))
        .children(overdue)
        .child(lead)
        .children(family(state, &catalog, card))
        .child(frames(&body.drawing));
    for row in Row::ALL {
        let statements = body.row(row);
        text = text.child(statement_row(state, row, statements, &mut notes));
        // Warning signs stand between the bad points and the cautions.
        if row == Row::Bad {
            text = text.child(signs_row(state, card, &details.signs));
        }
    }
    let text = text.children(drugs_row(state, &catalog, card)).child(questions_row(state, &catalog, card));
    Some(vec![rows(state, card), text.child(notes.row(state)), aside(state, card, body)])
}

/// The wider class, or the kinds of this one.
fn family(state: State, catalog: &Catalog, card: &Card) -> Option<El> {
    let key = if card.parent.is_some() { "card.kind-of" } else { "card.kinds" };
    let related = |other: &Card| match &card.parent {
        Some(parent) => other.id == *parent,
        None => other.parent.as_ref() == Some(&card.id),
    };
    let chips = card_chips(catalog, &related)?;
    Some(div("part").child(p(&state.say(key)).class("help")).child(chips))
}

fn rows(state: State, card: &Card) -> El {
    let place =
        |row| (Route::Card(card.id.to_string(), Some(row)).to_hash(), row_title(state, row), row_id(row));
    contents(state, "card.contents", Row::ALL.map(place).into())
}

/// A row: paragraphs when it tells a story, points when it lists.
fn statement_row(state: State, row: Row, statements: &[Statement], notes: &mut Notes) -> El {
    let told = matches!(row, Row::How | Row::Like | Row::Evidence);
    let items = statements.iter().map(|statement| {
        let item = el(if told { "p" } else { "li" }).text(&statement.text).text(" ");
        item.child(notes.refs(state, &statement.sources))
    });
    let section = section(&row_id(row), &row_title(state, row));
    if told { section.children(items) } else { section.child(el("ul").class("points").children(items)) }
}

/// The most urgent signs in a few words, and the way to all of them.
fn signs_row(state: State, card: &Card, signs: &[Sign]) -> El {
    let box_of = |class: &str, picture: &str, key: &str, urgency: Urgency| {
        let fits = |sign: &&Sign| sign.urgency == urgency && sign.classes.contains(&card.id);
        let rows: Vec<El> = signs.iter().filter(fits).map(|sign| el("li").text(&sign.brief)).collect();
        let head = div("care-head").child(icon(picture)).child(el("h3").text(&state.say(key)));
        let filled = || {
            div(class)
                .child(head)
                .child(div("care-body").child(el("ul").class("points").children(rows.clone())))
        };
        (!rows.is_empty()).then(filled)
    };
    let address = Route::Signs(Some(card.id.to_string())).to_hash();
    section("row-signs", &state.say("signs.title"))
        .children(box_of("care care-emergency", "alert", "signs.emergency", Urgency::EmergencyNow))
        .children(box_of("care care-today", "clock", "signs.today", Urgency::CallToday))
        .child(el("p").child(link(&address, &state.say("card.signs-more"))))
}

fn drugs_row(state: State, catalog: &Catalog, card: &Card) -> Option<El> {
    let row = |drug: &Drug| {
        let brands =
            if drug.brands.is_empty() { String::new() } else { format!(" ({})", drug.brands.join(", ")) };
        let tag = availability(state, drug).unwrap_or_default();
        el("li").child(el("strong").text(&drug.name)).text(&format!("{brands}. {} {tag}", drug.uses))
    };
    let drugs: Vec<El> = catalog.drugs.iter().filter(|drug| drug.class == card.id).map(row).collect();
    let summary = el("summary").text(&state.count("card.drugs-count", drugs.len()));
    (!drugs.is_empty()).then(|| {
        let list = el("details").class("more").child(summary).child(el("ul").class("points").children(drugs));
        section("row-drugs", &state.say("card.drugs")).child(list)
    })
}

fn questions_row(state: State, catalog: &Catalog, card: &Card) -> El {
    let own: Vec<&Question> =
        catalog.questions.iter().filter(|question| question.classes.contains(&card.id)).collect();
    section("row-questions", &state.say("card.questions")).children(ask_rows(state, &own))
}

fn aside(state: State, card: &Card, body: &CardBody) -> El {
    let address = Route::Signs(Some(card.id.to_string())).to_hash();
    let words = el("span")
        .child(el("strong").text(&state.say("home.unwell")))
        .text(" ")
        .text(&state.say("home.see-signs"));
    let unwell = el("a").class("row-link urgent").attr("href", &address);
    let ask = button("button small", |_| _ = page::lead_to("row-questions")).text(&state.say("card.ask"));
    let dates = el("dl").class("dates").children([
        entry(state, "review.checked", &body.checked),
        entry(state, "review.due", &body.due),
        entry(state, "review.approvals-due", &body.approvals_due),
        entry(state, "review.doctor", &reviewer(state, body.reviewer.as_ref())),
    ]);
    el("aside")
        .class("aside")
        .child(unwell.child(icon("alert")).child(words).child(icon("chevron-end")))
        .child(el("p").child(ask))
        .child(dates)
        .child(p(&state.say("card.not-advice")).class("help"))
}
