//! The list as FHIR R4: one collection Bundle of a Questionnaire (the walkthrough and the question bank) and its
//! response (the answers, and the chosen questions in the person's order).
//!
//! Nothing names the person: the subject has a display text and no reference or identifier. One code system names
//! the options as `step:option` and the questions as `question:id`.
//!
//! Which questions the walkthrough offers for the answers is in the form too: `display` items by topic and class,
//! enabled by the rules of [`crate::guide::rank()`] (`fhir/offer.rs`). What the person chose stands in one item that is
//! always enabled, because a list may hold any question, and because programs drop the answers of an item that is
//! not enabled.

mod offer;

use super::Made;
use crate::content::{Catalog, Role, Step, StepKind, StepOption, Wording};
use crate::guide::UNSURE;
use crate::list::json::{document, object, text};
use crate::list::{Item, PersonalList, What};
use serde_json::Value;

/// The canonical address of the questionnaire, the same for every installation.
pub const QUESTIONNAIRE: &str = "urn:uuid:5b7f4f0e-6a3d-4a51-9a0e-0d6f3f6c2b11";

/// The code system of options and questions.
pub const CODES: &str = "urn:uuid:c1c7a1b8-2f8b-4d0f-8a44-7c1a9c8e5d22";

const NAME: &str = "AskAboutImmunotherapy";
const DISPLAY: &str = "http://hl7.org/fhir/StructureDefinition/display";
const ENTRY_MODE: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-entryMode";
const LIST: &str = "list";
const CHOSEN: &str = "list/questions";

/// The Bundle as JSON.
pub fn bundle(list: &PersonalList, catalog: &Catalog, made: &Made<'_>) -> String {
    let entry = |address: &str, resource| object(vec![("fullUrl", text(address)), ("resource", resource)]);
    document(&object(vec![
        ("resourceType", text("Bundle")),
        ("type", text("collection")),
        ("timestamp", text(made.at)),
        (
            "entry",
            Value::Array(vec![
                entry(QUESTIONNAIRE, questionnaire(catalog, list.role())),
                entry(&format!("urn:uuid:{}", made.id), response(list, catalog, made)),
            ]),
        ),
    ]))
}

fn questionnaire(catalog: &Catalog, role: Role) -> Value {
    let mut items: Vec<Value> =
        catalog.steps.iter().map(|step| walkthrough_step(catalog, step, role)).collect();
    items.push(offer::offer(catalog, role));
    let bank = catalog.questions.iter();
    let options =
        bank.map(|question| object(vec![coding("question", question.id.as_str(), question.text.text(role))]));
    let more =
        vec![("type", text("open-choice")), ("repeats", true.into()), ("answerOption", options.collect())];
    items.push(group(
        LIST,
        catalog.words.get("fhir.list"),
        node(CHOSEN, catalog.words.get("fhir.chosen"), more),
    ));
    object(vec![
        ("resourceType", text("Questionnaire")),
        ("language", text(&catalog.language)),
        ("extension", extension(ENTRY_MODE, "valueCode", "prior-edit")),
        ("url", text(QUESTIONNAIRE)),
        ("version", text(&catalog.release.version)),
        ("name", text(NAME)),
        ("title", text(catalog.words.get("fhir.title"))),
        ("status", text("active")),
        ("subjectType", Value::Array(vec![text("Patient")])),
        ("item", Value::Array(items)),
    ])
}

fn walkthrough_step(catalog: &Catalog, step: &Step, role: Role) -> Value {
    let id = step.id.as_str();
    let options = options(catalog, step);
    let codings = options.iter().map(|option| object(vec![coding(id, &option.id, option.label.text(role))]));
    let mut more = vec![("type", text("choice")), ("answerOption", codings.collect())];
    if step.kind == StepKind::Many {
        more.push(("repeats", true.into()));
    }
    let question = node(&answer_link(id), step.title.text(role), more);
    group(&step_link(id), step.name.text(role), question)
}

fn response(list: &PersonalList, catalog: &Catalog, made: &Made<'_>) -> Value {
    let mut items: Vec<Value> =
        catalog.steps.iter().filter_map(|step| answered_step(list, catalog, step)).collect();
    if !list.items().is_empty() {
        let chosen: Value =
            list.items().iter().map(|item| chosen_question(item, catalog, list.role())).collect();
        let answer = node(CHOSEN, catalog.words.get("fhir.chosen"), vec![("answer", chosen)]);
        items.push(node(LIST, catalog.words.get("fhir.list"), vec![("item", Value::Array(vec![answer]))]));
    }
    let mut fields = vec![
        ("resourceType", text("QuestionnaireResponse")),
        ("language", text(&catalog.language)),
        ("questionnaire", text(&format!("{QUESTIONNAIRE}|{}", catalog.release.version))),
        (
            "_questionnaire",
            object(vec![("extension", extension(DISPLAY, "valueString", catalog.words.get("fhir.title")))]),
        ),
        ("status", text("completed")),
        (
            "subject",
            object(vec![("type", text("Patient")), ("display", text(catalog.words.get("fhir.person")))]),
        ),
        ("authored", text(made.at)),
    ];
    // FHIR has no empty arrays.
    if !items.is_empty() {
        fields.push(("item", Value::Array(items)));
    }
    object(fields)
}

fn answered_step(list: &PersonalList, catalog: &Catalog, step: &Step) -> Option<Value> {
    let (id, role) = (step.id.as_str(), list.role());
    let options = options(catalog, step);
    let chosen = list.answers.chosen(id).iter();
    let answers: Vec<Value> = chosen
        .filter_map(|chosen| options.iter().find(|option| option.id == *chosen))
        .map(|option| object(vec![coding(id, &option.id, option.label.text(role))]))
        .collect();
    if answers.is_empty() {
        return None;
    }
    let answer = node(&answer_link(id), step.title.text(role), vec![("answer", Value::Array(answers))]);
    Some(node(&step_link(id), step.name.text(role), vec![("item", Value::Array(vec![answer]))]))
}

fn chosen_question(item: &Item, catalog: &Catalog, role: Role) -> Value {
    object(vec![match &item.what {
        What::Question(id) if item.wording.is_none() => {
            coding("question", id.as_str(), item.text(catalog, role))
        }
        // In the person's own words, so not as the form has it.
        What::Question(_) | What::Own { .. } => ("valueString", text(item.text(catalog, role))),
    }])
}

/// The options of a step and, after them, "I'm not sure", which every step offers.
fn options(catalog: &Catalog, step: &Step) -> Vec<StepOption> {
    let mut options = catalog.options(step);
    if !options.iter().any(|option| option.id == UNSURE) {
        let label = Wording::new(catalog.words.get("step.unsure"));
        options.push(StepOption { id: UNSURE.to_owned(), said: label.clone(), label });
    }
    options
}

fn step_link(id: &str) -> String {
    format!("step/{id}")
}

fn answer_link(id: &str) -> String {
    format!("step/{id}/answer")
}

/// An item of either resource.
fn node(link: &str, words: &str, more: Vec<(&str, Value)>) -> Value {
    let mut fields = vec![("linkId", text(link)), ("text", text(words))];
    fields.extend(more);
    object(fields)
}

/// A group of the questionnaire with one item.
fn group(link: &str, words: &str, item: Value) -> Value {
    node(link, words, vec![("type", text("group")), ("item", Value::Array(vec![item]))])
}

fn coding<'a>(kind: &str, id: &str, display: &str) -> (&'a str, Value) {
    let code = format!("{kind}:{id}");
    ("valueCoding", object(vec![("system", text(CODES)), ("code", text(&code)), ("display", text(display))]))
}

fn extension(url: &str, kind: &str, value: &str) -> Value {
    Value::Array(vec![object(vec![("url", text(url)), (kind, text(value))])])
}
