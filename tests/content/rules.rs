//! Rules over answers: they name real steps and options, and some set of answers brings every question.

use super::{Copy, QUESTIONS, for_everybody};
use ask_about_immunotherapy::content::authored::Authored;
use ask_about_immunotherapy::content::check::can_hold;
use ask_about_immunotherapy::content::{Rule, StepKind};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A copy where each of these stands on a question for everybody, and the places of those questions.
fn changed(cases: &[(Value, &str)]) -> (Copy, Vec<usize>) {
    let places = for_everybody(&Copy::new());
    let copy = Copy::new().edit_list(QUESTIONS, |questions| {
        for (place, (fields, _)) in places.iter().zip(cases) {
            let question = questions[*place].as_object_mut().unwrap();
            question.extend(fields.as_object().unwrap().clone());
        }
    });
    (copy, places)
}

#[test]
fn name_real_steps_and_options() {
    let cases = [
        (json!({"when": "mood:happy"}), "'mood:happy' names an unknown step 'mood'"),
        (json!({"when": "moment:lunch"}), "'moment:lunch' names an unknown option 'lunch'"),
        (json!({"when": {"not": {"any": ["role:dog"]}}}), "'role:dog' names an unknown option 'dog'"),
        (json!({"when": {"all": ["role:self", "role:cat"]}}), "'role:cat' names an unknown option 'cat'"),
        (json!({"more": ["values:fame"]}), "'values:fame' names an unknown option 'fame'"),
        (json!({"more": ["mood:sad"]}), "'mood:sad' names an unknown step 'mood'"),
        (json!({"when": "cancer:none-such"}), "'cancer:none-such' names an unknown option 'none-such'"),
        (json!({"when": "treatment:none-such"}), "'treatment:none-such' names an unknown option"),
        // "I'm not sure" states nothing, so that nothing can follow from it.
        (json!({"when": "moment:unsure"}), "'moment:unsure' names an unknown option 'unsure'"),
    ];
    let (copy, places) = changed(&cases);
    for (place, (_, reason)) in places.iter().zip(cases) {
        copy.is_refused(QUESTIONS, &format!("/{place}"), reason);
    }
}

#[test]
fn are_facts_joined_by_all_any_and_not() {
    const RULE: &str = "/who-do-i-call/when";
    for (rule, reason) in [
        (json!("moment"), "'moment' is not a fact; write step:option"),
        (json!(":self"), "':self' is not a fact"),
        (json!("role:"), "'role:' is not a fact"),
        (json!({"any": ["moment"]}), "'moment' is not a fact"),
        (json!({"none": []}), "unknown field `none`"),
        (json!({"all": [], "any": []}), "a rule has one of all, any, not; nest them to combine"),
        (json!({}), "an empty rule; leave `when` out for a general question"),
        (json!(7), "expected a fact like"),
    ] {
        let copy = Copy::new().set(QUESTIONS, RULE, rule.clone());
        let told = Authored::read(copy.path(), "en").1;
        let at = copy.pointer(QUESTIONS, RULE);
        assert_eq!(told.len(), 1, "{rule}: {told:?}");
        assert!(told[0].field.starts_with(&at) && told[0].reason.contains(reason), "{rule}: {told:?}");
    }
    let more = Copy::new().set(QUESTIONS, "/who-do-i-call/more/0", json!("self"));
    more.is_unreadable(QUESTIONS, "/who-do-i-call/more/0", "'self' is not a fact; write step:option");
}

/// Any of the first so many kinds of cancer.
fn any_cancer(count: usize) -> Value {
    let cancers = Copy::new().list("catalog/cancers.json");
    let fact = |cancer: &Value| format!("cancer:{}", cancer["id"].as_str().unwrap());
    json!({"any": cancers.iter().take(count).map(fact).collect::<Vec<_>>()})
}

#[test]
fn can_hold_for_some_set_of_answers() {
    let nothing = "no set of answers can bring it";
    let cases = [
        // Two answers of a step that takes one.
        (json!({"when": {"all": ["moment:choosing", "moment:side-effects"]}}), nothing),
        (json!({"when": {"all": ["health:steroids", {"not": "health:steroids"}]}}), nothing),
        (json!({"when": {"any": []}}), nothing),
        (json!({"when": "hard:no", "tone": "hard"}), nothing),
        (json!({"when": {"not": "treatment:car-t"}, "classes": ["car-t"]}), nothing),
        (json!({"when": any_cancer(15)}), "a rule over more than 14 facts"),
    ];
    let (copy, places) = changed(&cases);
    for (place, (_, reason)) in places.iter().zip(cases) {
        copy.is_refused(QUESTIONS, &format!("/{place}/when"), reason);
    }
    let (copy, _) = changed(&[
        (json!({"when": {"all": ["health:steroids", "health:diabetes"]}}), ""),
        (json!({"when": "hard:yes", "tone": "hard"}), ""),
        (json!({"when": {"not": "treatment:car-t"}, "classes": ["car-t", "bcg-bladder"]}), ""),
        (json!({"when": any_cancer(14)}), ""),
    ]);
    assert_eq!(copy.errors(), []);
}

#[test]
fn are_tried_against_every_possible_set_of_answers() {
    let kinds: BTreeMap<String, StepKind> =
        [("one".to_owned(), StepKind::One), ("many".to_owned(), StepKind::Many)].into();
    let cases = [
        (json!("one:a"), true),
        (json!({"all": []}), true),
        (json!({"any": []}), false),
        (json!({"all": ["one:a", "one:b"]}), false),
        (json!({"all": ["many:a", "many:b"]}), true),
        // "None of these" stands alone.
        (json!({"all": ["many:none", "many:b"]}), false),
        (json!({"all": ["many:none", "one:a"]}), true),
        (json!({"any": ["one:a", "one:b"]}), true),
        (json!({"all": ["one:a", {"not": "one:b"}]}), true),
        (json!({"all": [{"any": ["one:a", "one:b"]}, {"not": "one:a"}, {"not": "one:b"}]}), false),
        (json!({"not": {"all": []}}), false),
        (json!({"not": {"not": "many:a"}}), true),
    ];
    for (rule, possible) in cases {
        let read: Rule = serde_json::from_value(rule.clone()).unwrap();
        assert_eq!(can_hold(&read, &kinds), Some(possible), "{rule}");
        assert_eq!(serde_json::to_value(&read).unwrap(), rule, "and it is written as it was read");
    }
}

#[test]
fn stand_beside_a_weight_between_one_and_ten() {
    let cases = [
        (json!({"weight": 0}), "0 is not between 1 and 10"),
        (json!({"weight": 11}), "11 is not between 1 and 10"),
    ];
    let (copy, places) = changed(&cases);
    for (place, (_, reason)) in places.iter().zip(cases) {
        copy.is_refused(QUESTIONS, &format!("/{place}/weight"), reason);
    }
    let (copy, _) = changed(&[(json!({"weight": 1}), ""), (json!({"weight": 10}), "")]);
    assert_eq!(copy.errors(), []);
}
