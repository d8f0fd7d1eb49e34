//! The form and its answers in NLM's LHC-Forms, in a real browser.

use super::offered::offered;
use super::{bundle, everything, item, items, npm, suggested};
use crate::browser::{Screen, play};
use crate::site::Site;
use ask_about_immunotherapy::takeaway::fhir::CODES;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

const PAGE: &str = include_str!("forms.html");

/// What LHC-Forms makes of a bundle, and the errors it reports.
fn filled(bundle: &Value, page: &str) -> (Value, Vec<String>) {
    let folder = npm().join("lforms");
    assert!(folder.join("webcomponent/main.js").is_file(), "no LHC-Forms; `make test` installs it");
    let site = Site::start(&folder, 0).unwrap();
    site.add_page("/", PAGE);
    site.add_page("/bundle.json", bundle.to_string());
    play(Screen::Desktop, async |browser| {
        // The program keeps the page busy while it lays out a form; on a busy machine that takes its time.
        browser.driver.set_script_timeout(Duration::from_mins(3)).await.unwrap();
        browser.open(&site.url(page)).await;
        browser.wait_until("!!window.made").await;
        (browser.eval("return window.made").await, browser.console_errors().await)
    })
}

/// The answers by link, each as its code or its words, in their order.
fn given(response: &Value) -> BTreeMap<String, Vec<String>> {
    let said = |answer: &Value| {
        let words = answer["valueCoding"]["code"].as_str().or(answer["valueString"].as_str());
        words.unwrap_or_else(|| panic!("an answer of another kind: {answer}")).to_owned()
    };
    let answered = items(response).into_iter().filter_map(|(_, item)| {
        let answers = item["answer"].as_array()?.iter().map(said).collect();
        Some((item["linkId"].as_str().unwrap().to_owned(), answers))
    });
    answered.collect()
}

/// The questions that LHC-Forms offers.
fn seen(made: &Value) -> BTreeSet<String> {
    let tidy = |text: &Value| text.as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    made["seen"].as_array().unwrap_or_else(|| panic!("{made}")).iter().map(tidy).collect()
}

/// Leaves these groups of offered questions in the form.
fn keep_topics(form: &mut Value, keep: &[&str]) -> BTreeSet<String> {
    let topics = item(form, "offer")["item"].as_array_mut().unwrap();
    topics.retain(|topic| keep.iter().any(|id| topic["linkId"] == format!("offer/{id}")));
    let kept = items(item(form, "offer")).into_iter().filter(|(_, item)| item["type"] == "display");
    kept.map(|(_, item)| item["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_answer_comes_back_in_its_order_and_the_right_questions_are_offered() {
    let list = everything();
    let bundle = bundle(&list);
    let (made, errors) = filled(&bundle, "/");
    assert_eq!(made["error"], Value::Null);
    assert_eq!(errors, [""; 0]);
    let wanted = given(&bundle["entry"][1]["resource"]);
    assert_eq!(wanted["list/questions"].len(), list.items().len());
    assert_eq!(given(&made["back"]), wanted);
    assert_eq!(seen(&made), offered(&list.answers, list.role()));
}

#[test]
fn a_person_sees_the_form_filled_in() {
    let mut list = suggested(
        json!({"role": ["carer"], "treatment": ["imiquimod"], "health": ["steroids"], "hard": ["no"]}),
    );
    list.add_own("Can I keep my dog?").unwrap();
    let mut bundle = bundle(&list);
    let form = &mut bundle["entry"][0]["resource"];
    let kept = keep_topics(form, &["immune-pills-and-creams", "future-care"]);
    let (made, errors) = filled(&bundle, "/?show");
    assert_eq!(made["error"], Value::Null);
    assert_eq!(errors, [""; 0]);
    assert_eq!(given(&made["back"]), given(&bundle["entry"][1]["resource"]));
    assert_eq!(made["problems"], Value::Null, "nothing is invalid");
    let wanted: BTreeSet<String> = kept.intersection(&offered(&list.answers, list.role())).cloned().collect();
    assert!(!wanted.is_empty() && wanted.len() < kept.len());
    assert_eq!(seen(&made), wanted);
}

/// What the tests above rely on: LHC-Forms drops the answers of an item that is not enabled.
#[test]
fn an_answer_under_a_condition_that_does_not_hold_is_lost() {
    let mut bundle = bundle(&everything());
    let form = &mut bundle["entry"][0]["resource"];
    item(form, "list/questions")["enableWhen"] = json!([{"question": "step/hard/answer", "operator": "!=",
        "answerCoding": {"system": CODES, "code": "hard:yes"}}]);
    let (made, _) = filled(&bundle, "/");
    let back = given(&made["back"]);
    assert!(back.contains_key("step/hard/answer") && !back.contains_key("list/questions"), "{back:?}");
}
