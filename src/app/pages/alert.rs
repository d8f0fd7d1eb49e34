//! The card for the wallet: fields to fill, and the card as it will be printed, at its true size on paper.

use super::{article, heading};
use crate::app::dom::{El, button, div, el, icon, link, p, value_of};
use crate::app::parts::save::save_box;
use crate::app::state::State;
use crate::browser::device;
use crate::content::{Card, CardId};
use crate::list::{Alert, Day, Edit};
use crate::route::Route;
use crate::search::Kind;
use crate::takeaway::AlertCard;
use crate::takeaway::alert::usual_class;
use leptos::prelude::*;

/// How many names of medicines are suggested.
const SUGGESTIONS: usize = 6;

/// What is being typed, before it is put down: the card and the team's number.
type Draft = RwSignal<Option<(Alert, String)>>;

/// The screen.
pub(in crate::app) fn page(state: State) -> El {
    let draft: Draft = RwSignal::new(None);
    let back = el("a").class("button quiet").attr("href", "#/questions").child(icon("chevron-start"));
    let print = button("button", |_| device::print()).child(icon("printer")).text(&state.say("alert.print"));
    article("alert")
        .child(heading(&state.say("alert.title")))
        .child(p(&state.say("alert.help")).class("help"))
        .child(fields(state, draft))
        .child(el("h2").text(&state.say("alert.preview")))
        .child(div("part").live(move || vec![card(state, &written(state, draft))]))
        .child(p(&state.say("alert.fold")).class("help"))
        .child(div("actions").child(back.text(&state.say("step.back"))).child(print))
        .child(el("p").live(move || vec![signs(state, written(state, draft).0.class)]))
        .child(save_box(state))
}

/// What stands on the card now: what is being typed, else what was put down. A card that is still empty starts with
/// the treatment that was named.
fn written(state: State, draft: Draft) -> (Alert, String) {
    // Both are followed: undo changes the one, typing the other.
    let kept = state.notebook.with(|notebook| {
        let list = notebook.current();
        let mut alert = notebook.alert().clone();
        if alert.is_empty() {
            alert.class = usual_class("", list.answers.chosen("treatment"), &state.catalog());
        }
        (alert, list.team().unwrap_or_default().to_owned())
    });
    draft.get().unwrap_or(kept)
}

/// Puts down what was typed.
fn put_down(state: State, draft: Draft) {
    let Some((alert, team)) = draft.get_untracked() else { return };
    state.edit_notebook(Edit::Alert, |notebook| {
        notebook.set_alert(alert);
        notebook.set_team(&team);
    });
    draft.set(None);
}

/// A field that is followed by the card while something is typed, and put down when it is left.
fn field(
    state: State,
    draft: Draft,
    (id, key): (&str, &str),
    input: El,
    read: fn(&(Alert, String)) -> String,
    write: fn(State, &mut (Alert, String), String),
) -> El {
    let typed = move |event: &web_sys::Event| {
        let mut now = untrack(|| written(state, draft));
        write(state, &mut now, value_of(event));
        draft.set(Some(now));
    };
    let input = input
        .class("text-input")
        .id(id)
        .attr("autocomplete", "off")
        .live_value(move || read(&written(state, draft)))
        .on("input", typed)
        // A choice may come as a change alone.
        .on("change", move |event| {
            typed(event);
            put_down(state, draft);
        });
    el("p").class("alert-field").child(el("label").attr("for", id).text(&state.say(key))).child(input)
}

fn fields(state: State, draft: Draft) -> El {
    let text = |kind: &str| el("input").attr("type", kind);
    let drug = text("text").attr("list", "alert-drugs").attr("spellcheck", "false");
    let names =
        el("datalist").id("alert-drugs").live(move || suggestions(state, &written(state, draft).0.drug));
    let write_drug = |state: State, now: &mut (Alert, String), text: String| {
        // The kind goes with the medicine where that is known; a kind that was chosen by hand stays for any other name.
        now.0.class = usual_class(&text, &[], &state.catalog()).or(now.0.class.take());
        now.0.drug = text;
    };
    div("alert-fields")
        .child(field(
            state,
            draft,
            ("alert-name", "alert.name"),
            text("text"),
            |now| now.0.name.clone(),
            |_, now, text| now.0.name = text,
        ))
        .child(field(
            state,
            draft,
            ("alert-drug", "alert.letter"),
            drug,
            |now| now.0.drug.clone(),
            write_drug,
        ))
        .child(names)
        .child(field(
            state,
            draft,
            ("alert-class", "alert.class"),
            kinds(state),
            |now| now.0.class.as_ref().map(CardId::to_string).unwrap_or_default(),
            |state, now, text| now.0.class = state.catalog().card(&text).map(|card| card.id.clone()),
        ))
        .child(field(
            state,
            draft,
            ("alert-since", "alert.since"),
            text("date"),
            |now| now.0.since.as_ref().map(|day| day.as_str().to_owned()).unwrap_or_default(),
            |_, now, text| now.0.since = Day::parse(&text),
        ))
        .child(field(
            state,
            draft,
            ("alert-hospital", "alert.hospital"),
            text("text"),
            |now| now.0.hospital.clone(),
            |_, now, text| now.0.hospital = text,
        ))
        .child(field(
            state,
            draft,
            ("alert-team", "alert.team"),
            text("tel"),
            |now| now.1.clone(),
            |_, now, text| now.1 = text,
        ))
}

/// The kinds of treatment to choose from.
fn kinds(state: State) -> El {
    let option = |value: &str, text: &str| el("option").attr("value", value).text(text);
    let kinds = state
        .catalog()
        .cards
        .iter()
        .map(|card: &Card| option(card.id.as_str(), &card.title))
        .collect::<Vec<_>>();
    el("select").child(option("", &state.say("alert.class-none"))).children(kinds)
}

/// Names of medicines for what was typed, as they are written on letters.
fn suggestions(state: State, typed: &str) -> Vec<El> {
    let found = state.index.get().search(typed, 30);
    let drugs = found.into_iter().filter(|hit| hit.kind == Kind::Drug).take(SUGGESTIONS);
    drugs.map(|hit| el("option").attr("value", &hit.matched)).collect()
}

/// Front and back, side by side on paper, to fold in the middle.
fn card(state: State, (alert, team): &(Alert, String)) -> El {
    let team = Some(team.as_str()).filter(|team| !team.is_empty());
    let card = state.details.with(|details| {
        let signs = details.as_ref().map_or(&[][..], |details| &details.signs);
        AlertCard::new(&alert.clone().tidied(), team, &state.catalog(), signs)
    });
    let row =
        |(label, text): &(String, String)| el("div").child(el("dt").text(label)).child(el("dd").text(text));
    let title = el("h3").child(icon("alert")).text(&state.say("alert.front"));
    let front = div("alert-side").child(title).child(el("dl").children(card.front.iter().map(row)));
    let back = div("alert-side")
        .child(el("h3").text(&state.say("alert.back")))
        .children(card.back.iter().map(|text| p(text)));
    el("section").class("alert-card").attr("aria-label", &state.say("alert.preview")).child(front).child(back)
}

/// Where the words on the back come from.
fn signs(state: State, class: Option<CardId>) -> El {
    link(&Route::Signs(class.map(|class| class.to_string())).to_hash(), &state.say("alert.signs"))
}
