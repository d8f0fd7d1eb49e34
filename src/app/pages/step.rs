//! One step of the walkthrough: one question, big rows, "I'm not sure" last, Back and Continue at the end.
//! The last step leads to the page that lists the answers; so does a step that was opened from there.

use super::{article, heading, missing};
use crate::app::dom::{El, button, div, el, icon, p};
use crate::app::parts::care::call_now;
use crate::app::parts::combobox::{FIELD, Suggestion, combobox};
use crate::app::state::State;
use crate::browser::{location, page};
use crate::content::{Cancer, Card, OptionSource, Step, StepId, StepKind, StepOption, Wording};
use crate::guide::UNSURE;
use crate::route::Route;
use crate::search::{Document, Hit, Index, Kind};
use leptos::prelude::*;

/// More options than this are folded: the first ones, then "Show more".
const FOLDED: usize = 8;

/// How many stay visible while folded, and how many suggestions are shown.
const SHOWN: usize = 6;

/// How many results are looked through for treatments: most are drugs of the same few.
const HITS: usize = 30;

/// A step; one that is changed leads back to the page that lists the answers.
pub(in crate::app) fn page(state: State, id: &StepId, changing: bool) -> El {
    let catalog = state.catalog();
    let steps: Vec<&Step> = catalog.walk().collect();
    let Some(place) = steps.iter().position(|step| step.id == *id) else {
        return missing::page(state);
    };
    let step = steps[place].clone();
    let role = state.role();
    let beside = |other: Option<usize>, end| match other.and_then(|other| steps.get(other)) {
        _ if changing => Route::Check,
        Some(step) => Route::Step(step.id.clone()),
        None => end,
    };
    let back = beside(place.checked_sub(1), Route::Home);
    let next = beside(Some(place + 1), Route::Check).to_hash();
    let chosen = {
        let id = step.id.clone();
        Memo::new(move |_| state.list.with(|list| list.answers.chosen(id.as_str()).to_vec()))
    };
    let go_on = move |_: &_| location::go(&next);
    let label = move || state.say(if chosen.with(Vec::is_empty) { "step.skip" } else { "step.continue" });
    let back = el("a").class("button quiet").attr("href", &back.to_hash()).child(icon("chevron-start"));
    let actions = div("actions")
        .child(back.text(&state.say("step.back")))
        .child(button("button", go_on).live_text(label));
    let now = button("link-button", move |_| show_questions(state)).text(&state.say("step.show-now"));
    let legend = el("legend").child(heading(step.title.text(role)));
    let options = el("fieldset").class("options").child(legend).child(p(step.help.text(role)).class("help"));
    article("step")
        .child(progress(state, place, steps.len()))
        .child(options.children(rows(state, &step, chosen)))
        .children((step.id.as_str() == "moment").then(|| call_now(state)))
        .child(actions)
        .child(el("p").child(now))
}

/// "Step 3 of 7: the cancer".
pub(in crate::app) fn name(state: State, place: usize) -> String {
    let catalog = state.catalog();
    let (number, of) = ((place + 1).to_string(), catalog.walk().count().to_string());
    let name = catalog.walk().nth(place).map_or("", |step| step.name.text(state.role()));
    state.fill("step.title", &[&number, &of, name])
}

/// Puts the questions for the answers on the list and goes there.
pub(super) fn show_questions(state: State) {
    state.suggest();
    location::go(&Route::Questions.to_hash());
}

fn progress(state: State, place: usize, steps: usize) -> El {
    let cells = (0..steps).map(|cell| {
        el("li").class(match cell.cmp(&place) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "ahead",
        })
    });
    div("progress")
        .child(p(&name(state, place)).class("progress-text"))
        .child(el("ol").class("progress-cells").attr("aria-hidden", "true").children(cells))
}

/// The rows. Where the options are many, a field finds them by name, also misspelt, and by drug; the list to browse
/// stands below it.
fn rows(state: State, step: &Step, chosen: Memo<Vec<String>>) -> Vec<El> {
    let open = RwSignal::new(false);
    // What was found by typing shows in a folded list too.
    let found = RwSignal::new(false);
    let shaped = step.clone();
    let rows = el("div").class("option-rows").live(move || {
        // Cancers come with the second part of the content.
        state.details.track();
        found.track();
        let catalog = state.catalog();
        let all = catalog.options(&shaped);
        let folded = all.len() > FOLDED && !open.get();
        let picked = chosen.get_untracked();
        let first = |place: usize, id: &String| match &shaped.first[..] {
            [] => place < SHOWN,
            first => first.contains(id),
        };
        let visible = |(place, option): &(usize, &StepOption)| {
            !folded || first(*place, &option.id) || picked.contains(&option.id)
        };
        let shown = all.iter().enumerate().filter(visible).map(|(_, option)| option);
        let more =
            folded.then(|| button("link-button", move |_| open.set(true)).text(&state.say("step.more")));
        shown.map(|option| row(state, &shaped, option, chosen)).chain(more).collect()
    });
    let unsure = StepOption {
        id: UNSURE.to_owned(),
        label: Wording::new(state.say("step.unsure")),
        said: Wording::new(""),
    };
    let typing = (step.from != OptionSource::Listed).then(|| {
        let browse = p(&state.say("step.browse")).class("help");
        [finder(state, step, found), chosen_so_far(state, step, chosen), browse]
    });
    typing.into_iter().flatten().chain([rows, row(state, step, &unsure, chosen)]).collect()
}

/// The field that finds an option by what a person types.
fn finder(state: State, step: &Step, found: RwSignal<bool>) -> El {
    let words = state.say(if step.from == OptionSource::Cancers {
        "step.find-cancer"
    } else {
        "step.find-treatment"
    });
    let (shaped, id, kind) = (step.clone(), step.id.to_string(), step.kind);
    let find = move |typed: &str| suggestions(state, &shaped, typed);
    let pick = move |taken: &Suggestion| {
        if !state.list.with_untracked(|list| list.answers.has(&id, &taken.id)) {
            state.answer(&id, kind, &taken.id);
        }
        found.update(|found| *found = !*found);
    };
    combobox(state, &words, Box::new(find), Box::new(pick))
}

/// What was chosen, beside the field: where several may be, each with a button that takes it away.
fn chosen_so_far(state: State, step: &Step, chosen: Memo<Vec<String>>) -> El {
    let step = step.clone();
    div("part").live(move || {
        state.details.track();
        let chosen = chosen.get();
        let catalog = state.catalog();
        let options: Vec<StepOption> =
            catalog.options(&step).into_iter().filter(|option| chosen.contains(&option.id)).collect();
        if options.is_empty() {
            return Vec::new();
        }
        let role = state.role();
        if step.kind == StepKind::One {
            let names: Vec<&str> = options.iter().map(|option| option.label.text(role)).collect();
            return vec![p(&state.fill("step.chosen", &[&names.join(", ")])).class("chosen")];
        }
        let chip = |option: &StepOption| {
            let (id, of) = (option.id.clone(), step.id.to_string());
            let label = option.label.text(role).to_owned();
            let name = state.fill("step.chip", &[&label]);
            let gone = state.fill("step.taken", &[&label]);
            let take = move |_: &_| {
                state.answer(&of, StepKind::Many, &id);
                page::announce(gone.clone());
                page::soon(|| _ = page::focus(FIELD));
            };
            let chip = button("chip", take).attr("aria-label", &name).child(el("span").text(&label));
            el("li").child(chip.child(icon("close")))
        };
        let chips = el("ul").class("chips").attr("aria-label", &state.say("step.picked"));
        vec![chips.children(options.iter().map(chip))]
    })
}

fn row(state: State, step: &Step, option: &StepOption, chosen: Memo<Vec<String>>) -> El {
    let kind = step.kind;
    let class = if option.id == UNSURE { "option option-unsure" } else { "option" };
    let (name, id) = (step.id.to_string(), option.id.clone());
    let checked = {
        let id = id.clone();
        move || chosen.with(|chosen| chosen.contains(&id))
    };
    let input = el("input")
        .attr("type", if kind == StepKind::One { "radio" } else { "checkbox" })
        .attr("name", &name)
        .live_checked(checked)
        .on("change", move |_| state.answer(&name, kind, &id));
    el("label").class(class).child(input).child(el("span").text(option.label.text(state.role())))
}

/// The options that fit what was typed, with the name by which they were found.
fn suggestions(state: State, step: &Step, typed: &str) -> Vec<Suggestion> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let catalog = state.catalog();
    let hits: Vec<Hit> = if step.from == OptionSource::Cancers {
        Index::build(catalog.cancers.iter().map(document).collect()).search(typed, SHOWN)
    } else {
        state.index.get_untracked().search(typed, HITS).into_iter().filter(|hit| hit.by_name).collect()
    };
    let mut found: Vec<Suggestion> = Vec::new();
    for hit in hits {
        let option = match (step.from, hit.kind) {
            (OptionSource::Cancers, _) => Some((hit.id, hit.title)),
            (_, Kind::Drug) => {
                catalog.drug(&hit.id).and_then(|drug| catalog.card(drug.class.as_str())).map(named)
            }
            (_, Kind::Card) => catalog.card(&hit.id).map(named),
            (_, Kind::Question | Kind::Term) => None,
        };
        let Some((id, label)) = option else { continue };
        if found.len() < SHOWN && !found.iter().any(|other| other.id == id) {
            let by = if hit.matched == label { String::new() } else { hit.matched };
            found.push(Suggestion { id, label, by });
        }
    }
    found
}

fn named(card: &Card) -> (String, String) {
    (card.id.to_string(), card.title.clone())
}

/// A cancer as a document with nothing but names; the kind says only how equal hits are ordered.
fn document(cancer: &Cancer) -> Document {
    Document {
        kind: Kind::Term,
        id: cancer.id.to_string(),
        title: cancer.name.clone(),
        also: cancer.also.clone(),
        text: String::new(),
        class: None,
    }
}
