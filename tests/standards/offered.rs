//! The conditions of the form enable exactly the questions that the guide offers.

use super::{answers, bundle, catalog, items, suggested};
use ask_about_immunotherapy::content::{Role, StepKind};
use ask_about_immunotherapy::guide::{Answers, UNSURE, rank};
use ask_about_immunotherapy::list::PersonalList;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The texts of the questions that are enabled, as a program that fills in the form decides it.
fn enabled(form: &Value, answers: &Answers) -> BTreeSet<String> {
    let all = items(form);
    let by_link: BTreeMap<&str, (&str, &Value)> = all
        .iter()
        .map(|(parent, item)| (item["linkId"].as_str().unwrap(), (parent.as_str(), *item)))
        .collect();
    let met = |condition: &Value| {
        let (step, option) = condition["answerCoding"]["code"].as_str().unwrap().split_once(':').unwrap();
        assert_eq!(condition["question"], format!("step/{step}/answer"));
        answers.has(step, option) == (condition["operator"] == "=")
    };
    let on = |item: &Value| {
        let mut conditions = item["enableWhen"].as_array().into_iter().flatten();
        if item["enableBehavior"] == "any" { conditions.any(met) } else { conditions.all(met) }
    };
    let mut texts = BTreeSet::new();
    for (parent, item) in all.iter().filter(|(_, item)| item["type"] == "display") {
        let mut above = parent.as_str();
        let mut all_on = on(item);
        while let Some((next, group)) = by_link.get(above) {
            all_on &= on(group);
            above = next;
        }
        if all_on {
            texts.insert(item["text"].as_str().unwrap().to_owned());
        }
    }
    texts
}

/// What the guide offers, in the words of the role for which the form was made.
pub(super) fn offered(answers: &Answers, role: Role) -> BTreeSet<String> {
    rank(catalog(), answers).into_iter().map(|ranked| ranked.question.text.text(role).to_owned()).collect()
}

/// Any answers that the walkthrough takes.
fn any_answers() -> impl Strategy<Value = Answers> {
    let steps = catalog().steps.iter().map(|step| {
        let mut options: Vec<String> = catalog().options(step).into_iter().map(|option| option.id).collect();
        options.push(UNSURE.to_owned());
        let most = if step.kind == StepKind::One { 1 } else { 4 };
        let id = step.id.to_string();
        proptest::sample::subsequence(options, 0..=most).prop_map(move |chosen| (id.clone(), chosen))
    });
    steps.collect::<Vec<_>>().prop_map(|steps| {
        let mut answers = Answers::default();
        for (step, chosen) in steps {
            answers.set(&step, chosen);
        }
        answers
    })
}

#[test]
fn the_form_offers_what_the_guide_offers_for_any_answers() {
    let bundle = bundle(&PersonalList::default());
    let form = &bundle["entry"][0]["resource"];
    let mut runner = TestRunner::new(Config { cases: 300, failure_persistence: None, ..Config::default() });
    runner
        .run(&any_answers(), |answers| {
            prop_assert_eq!(enabled(form, &answers), offered(&answers, Role::Own));
            Ok(())
        })
        .unwrap();
}

#[test]
fn every_question_stands_once_and_the_groups_by_treatment_open_with_it() {
    let bundle = bundle(&suggested(json!({})));
    let form = &bundle["entry"][0]["resource"];
    let shown = items(form).into_iter().filter(|(_, item)| item["type"] == "display").count();
    assert_eq!(shown, catalog().questions.len());
    let group = items(form).into_iter().find(|(_, item)| item["linkId"] == "offer/car-t-cells").unwrap().1;
    let coding = json!({"system": ask_about_immunotherapy::takeaway::fhir::CODES, "code": "treatment:car-t"});
    let wanted = json!([{"question": "step/treatment/answer", "operator": "=", "answerCoding": coding}]);
    assert_eq!(group["enableWhen"], wanted);
    assert!(items(form).iter().any(|(_, item)| item["enableBehavior"] == "any"));
    assert!(items(form).iter().any(|(_, item)| item["enableBehavior"] == "all"));
}

#[test]
fn nothing_is_left_to_chance_where_answers_stand_apart() {
    let bundle = bundle(&PersonalList::default());
    let form = &bundle["entry"][0]["resource"];
    let general = enabled(form, &Answers::default());
    let hard = enabled(form, &answers(json!({"hard": ["yes"]})));
    assert!(hard.len() > general.len() && hard.is_superset(&general));
    assert_eq!(enabled(form, &answers(json!({"role": ["unsure"]}))), general);
}
