//! A therapy card: the same rows in the same order on every card.

use super::missing::MissingPage;
use crate::app::parts::add::AddButton;
use crate::app::parts::drawing::Frames;
use crate::app::parts::icon::Icon;
use crate::app::state::{State, state};
use crate::browser::page;
use crate::content::{Card, CardBody, Details, Drug, Question, Row, Sign, Source, Statement, Status, Urgency};
use crate::list::Edit;
use crate::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// A card.
#[component]
pub(in crate::app) fn CardPage(
    /// Its id, or an alias.
    id: String,
    /// The row that was linked to.
    row: Option<Row>,
) -> impl IntoView {
    let state = state();
    let Some(place) = state.catalog().card_place(&id) else { return MissingPage().into_any() };
    // A link to a row may arrive before the rows do.
    Effect::new(move || {
        if let (Some(row), true) = (row, state.details.with(Option::is_some)) {
            page::soon(move || _ = page::focus(&row_id(row)));
        }
    });
    let body = move || match state.details.get() {
        Some(details) => loaded(state, &details, place).into_any(),
        None => view! { <p>{state.say("loading")}</p> }.into_any(),
    };
    view! { <article class="page page-card">{body}</article> }.into_any()
}

fn row_id(row: Row) -> String {
    format!("row-{}", row.as_str())
}

/// The sources of one card, numbered by first use.
struct Notes<'a> {
    used: Vec<usize>,
    sources: &'a [Source],
}

impl Notes<'_> {
    /// Raised numbers that lead to the notes.
    fn refs(&mut self, state: State, sources: &[usize]) -> impl IntoView + use<> {
        let numbers: Vec<usize> = sources.iter().map(|source| self.number(*source)).collect();
        let links = numbers.into_iter().map(|number| {
            view! {
                <button class="ref" type="button" aria-label=state.fill("card.ref", &[&number.to_string()])
                    on:click=move |_| _ = page::focus(&format!("note-{number}"))>{number}</button>
            }
        });
        view! { <sup class="refs">{links.collect_view()}</sup> }
    }

    fn number(&mut self, source: usize) -> usize {
        let place = self.used.iter().position(|used| *used == source).unwrap_or_else(|| {
            self.used.push(source);
            self.used.len() - 1
        });
        place + 1
    }
}

fn loaded(state: State, details: &Arc<Details>, place: usize) -> Option<impl IntoView + use<>> {
    let catalog = state.catalog();
    let card = catalog.cards.get(place)?.clone();
    let body = details.bodies.get(place)?.clone();
    let mut notes = Notes { used: Vec::new(), sources: &details.sources };
    let lead = notes.refs(state, &body.short_sources);
    let drugs: Vec<Drug> = catalog.drugs.iter().filter(|drug| drug.class == card.id).cloned().collect();
    let questions: Vec<Question> =
        catalog.questions.iter().filter(|question| question.classes.contains(&card.id)).cloned().collect();
    let signs: Vec<Sign> = details.signs.iter().filter(|sign| sign.classes.contains(&card.id)).cloned().collect();
    let overdue = (state.today() > body.due)
        .then(|| view! { <p class="inset">{state.fill("card.overdue", &[&body.due])}</p> });
    let rows = Row::ALL.map(|row| {
        let statements = body.rows.get(&row).map_or(&[][..], Vec::as_slice);
        let section = section(state, row, statements, &mut notes);
        // Warning signs stand between the bad points and the cautions.
        let signs = (row == Row::Bad).then(|| signs_row(state, &card, &signs));
        view! { {section} {signs} }
    });
    Some(view! {
        {contents(state, &card)}
        <div class="card-text">
            <p class="back"><a href="#/treatments"><Icon name="chevron-start" /> {state.say("card.all")}</a></p>
            <h1 tabindex="-1">{card.title.clone()}</h1>
            {overdue}
            <p class="card-lead">{card.short.clone()} {lead}</p>
            <Frames drawing=body.drawing.clone() />
            {rows.into_iter().collect_view()}
            {drugs_row(state, drugs)}
            {questions_row(state, &questions)}
            {notes_row(state, &notes)}
        </div>
        {aside(state, &card, &body)}
    })
}

fn contents(state: State, card: &Card) -> impl IntoView + use<> {
    let link = |row: Row| {
        let address = Route::Card(card.id.to_string(), Some(row)).to_hash();
        let focus = move |_| _ = page::focus(&row_id(row));
        view! { <li><a href=address on:click=focus>{state.say(&format!("row.{}", row.as_str()))}</a></li> }
    };
    view! {
        <nav class="contents" aria-labelledby="contents-title">
            <h2 id="contents-title">{state.say("card.contents")}</h2>
            <ol>{Row::ALL.map(link).into_iter().collect_view()}</ol>
        </nav>
    }
}

/// A row: a paragraph when it tells a story, points when it lists.
fn section(state: State, row: Row, statements: &[Statement], notes: &mut Notes) -> impl IntoView + use<> {
    let told = matches!(row, Row::How | Row::Like | Row::Evidence);
    let items: Vec<AnyView> = statements
        .iter()
        .map(|statement| {
            let (text, refs) = (statement.text.clone(), notes.refs(state, &statement.sources));
            if told { view! { <p>{text} {refs}</p> }.into_any() } else { view! { <li>{text} {refs}</li> }.into_any() }
        })
        .collect();
    let items = if told { items.into_any() } else { view! { <ul class="points">{items}</ul> }.into_any() };
    view! {
        <section class="card-row">
            <h2 id=row_id(row) tabindex="-1">{state.say(&format!("row.{}", row.as_str()))}</h2>
            {items}
        </section>
    }
}

/// The most urgent signs in a few words, and the way to all of them.
fn signs_row(state: State, card: &Card, signs: &[Sign]) -> impl IntoView + use<> {
    let list = |urgency: Urgency| {
        let briefs = signs.iter().filter(move |sign| sign.urgency == urgency);
        briefs.map(|sign| view! { <li>{sign.brief.clone()}</li> }).collect_view()
    };
    let care = |class: &'static str, icon: &'static str, key: &str, urgency: Urgency| {
        let rows = list(urgency);
        (!rows.is_empty()).then(|| view! {
            <div class=format!("care {class}")>
                <div class="care-head"><Icon name=icon /> <h3>{state.say(key)}</h3></div>
                <div class="care-body"><ul class="points">{rows}</ul></div>
            </div>
        })
    };
    let address = Route::Signs(Some(card.id.to_string())).to_hash();
    view! {
        <section class="card-row">
            <h2>{state.say("signs.title")}</h2>
            {care("care-emergency", "alert", "signs.emergency", Urgency::EmergencyNow)}
            {care("care-today", "clock", "signs.today", Urgency::CallToday)}
            <p><a href=address>{state.say("card.signs-more")}</a></p>
        </section>
    }
}

fn drugs_row(state: State, drugs: Vec<Drug>) -> impl IntoView {
    let row = |drug: Drug| {
        let brands = (!drug.brands.is_empty()).then(|| format!(" ({})", drug.brands.join(", ")));
        let tag = match drug.status {
            Status::Available => None,
            Status::Withdrawn => Some(state.say("drug.withdrawn")),
            Status::Trial => Some(state.say("drug.trial")),
        };
        view! { <li><strong>{drug.name}</strong> {brands} ". " {drug.uses} " " {tag}</li> }
    };
    (!drugs.is_empty()).then(|| {
        view! {
            <section class="card-row">
                <h2 id="row-drugs" tabindex="-1">{state.say("card.drugs")}</h2>
                <details class="more">
                    <summary>{state.count("card.drugs-count", drugs.len())}</summary>
                    <ul class="points">{drugs.into_iter().map(row).collect_view()}</ul>
                </details>
            </section>
        }
    })
}

fn questions_row(state: State, questions: &[Question]) -> impl IntoView + use<> {
    let rows = questions.iter().map(|question| {
        view! { <li><p>{question.text.clone()}</p> <AddButton question=question.id.clone() /></li> }
    });
    let ids: Vec<_> = questions.iter().map(|question| question.id.clone()).collect();
    let add_all = move |_| {
        let text = state.count("add.several", ids.len());
        state.edit(Edit::Added(text), |list| ids.iter().for_each(|id| _ = list.add(id)));
    };
    view! {
        <section class="card-row">
            <h2 id="row-questions" tabindex="-1">{state.say("card.questions")}</h2>
            <ul class="ask-rows">{rows.collect_view()}</ul>
            <button class="button small" type="button" on:click=add_all><Icon name="plus" /> {state.say("add.all")}</button>
        </section>
    }
}

fn notes_row(state: State, notes: &Notes) -> impl IntoView + use<> {
    let row = |(place, source): (usize, &Source)| {
        let note = if source.date_note.is_empty() { String::new() } else { format!(" ({})", source.date_note) };
        view! {
            <li id=format!("note-{}", place + 1) tabindex="-1">
                {source.organisation.clone()} ". "
                <a href=source.address.clone() rel="noopener noreferrer external" target="_blank">{source.title.clone()}</a>
                ". " {source.date.clone()} {note} ". " {state.fill("card.source-checked", &[&source.checked])}
            </li>
        }
    };
    let sources = notes.used.iter().filter_map(|source| notes.sources.get(*source)).enumerate().map(row);
    view! {
        <section class="card-row">
            <h2 id="row-sources" tabindex="-1">{state.say("card.sources")}</h2>
            <ol class="notes">{sources.collect_view()}</ol>
        </section>
    }
}

fn aside(state: State, card: &Card, body: &CardBody) -> impl IntoView + use<> {
    let reviewer = state.catalog().release.reviewer.clone().unwrap_or_else(|| state.say("review.nobody"));
    let address = Route::Signs(Some(card.id.to_string())).to_hash();
    view! {
        <aside class="aside">
            <a class="row-link urgent" href=address>
                <Icon name="alert" /> <span><strong>{state.say("home.unwell")}</strong> " " {state.say("home.see-signs")}</span>
                <Icon name="chevron-end" />
            </a>
            <p><a class="button small" href="#row-questions" on:click=|event| { event.prevent_default(); page::focus("row-questions"); }>{state.say("card.ask")}</a></p>
            <dl class="dates">
                <div><dt>{state.say("review.checked")}</dt><dd>{body.checked.clone()}</dd></div>
                <div><dt>{state.say("review.due")}</dt><dd>{body.due.clone()}</dd></div>
                <div><dt>{state.say("review.doctor")}</dt><dd>{reviewer}</dd></div>
            </dl>
            <p class="help">{state.say("card.not-advice")}</p>
        </aside>
    }
}
