//! Enough questions for everybody: for each moment, each thing about a person's health, each role.

use super::{Copy, QUESTIONS};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Every answer that needs questions, and how many. "None of these" and "for me" need none.
const FEWEST: [(&str, &[&str], usize); 3] = [
    (
        "moment",
        &[
            "new-diagnosis",
            "choosing",
            "about-to-start",
            "on-treatment",
            "results-visit",
            "side-effects",
            "stopping-or-changing",
            "after-treatment",
        ],
        8,
    ),
    (
        "health",
        &[
            "autoimmune",
            "transplant",
            "pregnancy-fertility",
            "infection",
            "heart-lung-kidney",
            "steroids",
            "diabetes",
            "other-medicines",
            "vaccines-due",
        ],
        3,
    ),
    ("role", &["carer", "parent"], 3),
];

fn needed() -> Vec<(String, usize)> {
    let of_step = |(step, options, fewest): (&str, &[&str], usize)| -> Vec<(String, usize)> {
        options.iter().map(|option| (format!("{step}:{option}"), fewest)).collect()
    };
    FEWEST.into_iter().flat_map(of_step).collect()
}

/// Every fact in a rule.
fn facts(rule: &Value, found: &mut Vec<Value>) {
    match rule {
        Value::String(_) => found.push(rule.clone()),
        Value::Array(rules) => rules.iter().for_each(|rule| facts(rule, found)),
        Value::Object(rule) => rule.values().for_each(|rule| facts(rule, found)),
        _ => {}
    }
}

/// A copy without rules, where what stood in a rule only raises its question, and no answer raises more than `most`
/// questions.
fn thinned(most: impl Fn(&str) -> usize) -> Copy {
    let mut raised: BTreeMap<String, usize> = BTreeMap::new();
    Copy::new().edit_list(QUESTIONS, |questions| {
        for question in questions {
            let mut named = Vec::new();
            let fields = question.as_object_mut().unwrap();
            facts(&fields.remove("when").unwrap_or_default(), &mut named);
            facts(&fields.remove("more").unwrap_or_default(), &mut named);
            let named: BTreeSet<String> =
                named.iter().map(|fact| fact.as_str().unwrap().to_owned()).collect();
            let mut kept = Vec::new();
            for fact in named {
                let count = raised.entry(fact.clone()).or_default();
                if *count < most(&fact) {
                    *count += 1;
                    kept.push(json!(fact));
                }
            }
            question["more"] = Value::Array(kept);
        }
    })
}

fn told(copy: &Copy) -> Vec<&str> {
    let told = copy.errors().iter().filter(|error| error.reason.contains("it needs"));
    told.map(|error| error.reason.as_str()).collect()
}

#[test]
fn is_eight_questions_for_a_moment_and_three_for_health_and_for_those_who_help() {
    let needed: BTreeMap<String, usize> = needed().into_iter().collect();
    let too_few = thinned(|fact| needed.get(fact).map_or(0, |fewest| fewest - 1));
    for (fact, fewest) in &needed {
        let reason = format!("{} questions name {fact}; it needs {fewest}", fewest - 1);
        too_few.is_refused(QUESTIONS, "/questions", &reason);
    }
    assert_eq!(told(&too_few).len(), needed.len(), "and nothing else needs any: {:?}", told(&too_few));
    let enough = thinned(|fact| needed.get(fact).copied().unwrap_or(0));
    assert_eq!(told(&enough), [""; 0]);
}

#[test]
fn counts_questions_that_an_answer_brings_as_well_as_those_it_raises() {
    let alone = |copy: &Copy| -> Vec<usize> {
        let raised = |question: &Value| question["more"].as_array().unwrap().contains(&json!("role:carer"));
        let questions = copy.list(QUESTIONS);
        (0..questions.len()).filter(|place| !raised(&questions[*place])).collect()
    };
    let copy = thinned(|fact| if fact == "role:carer" { 2 } else { 100 });
    copy.is_refused(QUESTIONS, "/questions", "2 questions name role:carer; it needs 3");
    let place = alone(&copy)[0];
    for rule in [json!("role:carer"), json!({"any": ["role:parent", {"all": ["role:carer"]}]})] {
        let copy = thinned(|fact| if fact == "role:carer" { 2 } else { 100 });
        let copy = copy.set(QUESTIONS, &format!("/{place}/when"), rule);
        assert_eq!(told(&copy), [""; 0]);
    }
}
