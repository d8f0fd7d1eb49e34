//! The bundle travels to the browser in two parts, which are read there by hand, field by field: nothing is lost.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

use ask_about_immunotherapy::content::{Bundle, check, read};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::LazyLock;

static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    check::bundle(&content, "en").unwrap_or_else(|errors| panic!("{errors:#?}"))
});

fn parts() -> (Value, Value) {
    let (first, second) = BUNDLE.parts().unwrap();
    (serde_json::from_str(&first).unwrap(), serde_json::from_str(&second).unwrap())
}

/// Every field of both documents with its path, so that a difference names its place.
fn differences(at: &str, left: &Value, right: &Value, found: &mut Vec<String>) {
    match (left, right) {
        (Value::Object(one), Value::Object(other)) => {
            for key in one.keys().chain(other.keys().filter(|key| !one.contains_key(*key))) {
                differences(&format!("{at}/{key}"), &left[key], &right[key], found);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (place, (left, right)) in one.iter().zip(other).enumerate() {
                differences(&format!("{at}/{place}"), left, right, found);
            }
        }
        _ if left != right => found.push(format!("{at}: {left} is not {right}")),
        _ => {}
    }
}

#[test]
fn both_parts_read_back_are_the_bundle() {
    let (first, second) = BUNDLE.parts().unwrap();
    println!("catalog: {} bytes, details: {} bytes", first.len(), second.len());
    let catalog = read::catalog(&first).unwrap();
    assert!(catalog.questions.is_empty() && catalog.drugs.is_empty(), "they come with the second part");
    let (completion, details) = read::details(&second).unwrap();
    let read = Bundle { catalog: completion.complete(catalog), details };
    let mut found = Vec::new();
    let (read, joined) = (serde_json::to_value(&read).unwrap(), serde_json::to_value(&*BUNDLE).unwrap());
    differences("", &joined, &read, &mut found);
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), found.join("\n"));
    assert!(joined["catalog"]["questions"].as_array().unwrap().len() >= 60, "it was not empty");
    assert!(joined["details"]["bodies"].as_array().unwrap().len() >= 12);
}

#[test]
fn the_shipped_content_uses_what_the_reader_must_know() {
    let joined = serde_json::to_value(&*BUNDLE).unwrap();
    let any = |list: &str, field: &str| {
        joined.pointer(list).unwrap().as_array().unwrap().iter().any(|entry| !entry[field].is_null())
    };
    for (list, field) in [
        ("/catalog/topics", "signs"),
        ("/catalog/cards", "parent"),
        ("/catalog/questions", "classes"),
        ("/catalog/questions", "when"),
        ("/catalog/questions", "more"),
        ("/catalog/questions", "tone"),
        ("/catalog/drugs", "also"),
        ("/catalog/drugs", "say"),
        ("/details/signs", "emergency_if"),
        ("/details/terms", "also"),
        ("/details/sources", "date_note"),
    ] {
        assert!(any(list, field), "no {list} has {field}: the comparison above would not test it");
    }
}

#[test]
fn cards_and_bodies_questions_and_reasons_stand_in_the_same_order() {
    let Bundle { catalog, details } = &*BUNDLE;
    assert_eq!(catalog.cards.len(), details.bodies.len());
    assert_eq!(catalog.questions.len(), details.reasons.len());
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for (card, body) in catalog.cards.iter().zip(&details.bodies) {
        let text = std::fs::read_to_string(content.join(format!("en/cards/{}.json", card.id))).unwrap();
        let words: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(words["title"], card.title);
        assert_eq!(words["drawing"]["title"], body.drawing.title);
        assert!(!body.drawing.frames.is_empty(), "{}", card.id);
        assert!(body.drawing.frames.iter().all(|frame| !frame.contains("{{")), "{} has its labels", card.id);
    }
    for (question, reason) in catalog.questions.iter().zip(&details.reasons) {
        let text =
            std::fs::read_to_string(content.join(format!("en/questions/{}.json", question.topic))).unwrap();
        let words: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(words["questions"][question.id.as_str()]["why"], reason.text);
    }
    let last = details.sources.len();
    let statements = details.bodies.iter().flat_map(|body| {
        ask_about_immunotherapy::content::Row::ALL.into_iter().flat_map(|row| body.row(row))
    });
    for statement in statements.chain(&details.reasons) {
        assert!(!statement.sources.is_empty() && statement.sources.iter().all(|source| *source < last));
    }
}

#[test]
fn every_rule_shape_reads_back() {
    let (_, mut second) = parts();
    let rules = [
        json!("moment:choosing"),
        json!({"all": []}),
        json!({"any": ["role:self", {"not": "health:none"}]}),
        json!({"not": {"all": ["role:self", {"any": ["hard:yes", "hard:no"]}]}}),
    ];
    for rule in rules {
        second["questions"][0]["when"] = rule.clone();
        let (completion, _) = read::details(&second.to_string()).unwrap();
        assert_eq!(serde_json::to_value(&completion.questions[0].when).unwrap(), rule);
    }
}

#[test]
fn a_rule_that_cannot_be_read_is_reported() {
    let (_, mut second) = parts();
    for rule in
        [json!("choosing"), json!({}), json!({"none": []}), json!(7), json!({"any": ["x"]}), json!(null)]
    {
        second["questions"][0]["when"] = rule.clone();
        let error = read::details(&second.to_string()).unwrap_err();
        assert!(error.contains("'when'"), "{rule}: {error}");
    }
}

/// Reads one part, for its error.
type Read = fn(&str) -> Result<(), String>;

/// Takes the field out of the document, and puts a wrong one there; both must be named.
#[track_caller]
fn named(document: &Value, at: &str, read: Read) {
    let (parent, field) = at.rsplit_once('/').unwrap();
    let mut without = document.clone();
    let gone = without.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(field);
    assert!(gone.is_some(), "{at} was there");
    let mut wrong = document.clone();
    *wrong.pointer_mut(at).unwrap() = json!([7]);
    for broken in [without, wrong] {
        let error = read(&broken.to_string()).expect_err(at);
        assert!(error.contains(&format!("'{field}'")), "{at}: {error}");
    }
}

fn catalog(json: &str) -> Result<(), String> {
    read::catalog(json).map(|_| ())
}

fn details(json: &str) -> Result<(), String> {
    read::details(json).map(|_| ())
}

#[test]
fn a_field_that_is_missing_or_wrong_is_named() {
    let (first, second) = parts();
    for at in [
        "/language",
        "/words",
        "/release/version",
        "/release/author",
        "/release/checked",
        "/release/due",
        "/steps/0/id",
        "/steps/0/title",
        "/steps/0/name",
        "/steps/0/help",
        "/steps/0/options/0/id",
        "/steps/0/options/0/label",
        "/steps/0/options/0/said",
        "/topics/0/id",
        "/topics/0/title",
        "/cards/0/id",
        "/cards/0/title",
        "/cards/0/short",
    ] {
        named(&first, at, catalog);
    }
    for at in [
        "/questions/0/id",
        "/questions/0/topic",
        "/questions/0/text",
        "/questions/0/weight",
        "/drugs/0/id",
        "/drugs/0/class",
        "/drugs/0/name",
        "/drugs/0/uses",
        "/cancers/0/id",
        "/cancers/0/name",
        "/cancers/0/said",
        "/bodies/0/drawing/title",
        "/bodies/0/drawing/description",
        "/bodies/0/checked",
        "/bodies/0/due",
        "/bodies/0/approvals_due",
        "/bodies/0/rows/0/0/text",
        "/reasons/0/text",
        "/signs/0/id",
        "/signs/0/area",
        "/signs/0/name",
        "/signs/0/brief",
        "/signs/0/do",
        "/signs/0/say",
        "/signs/0/onset",
        "/terms/0/id",
        "/terms/0/term",
        "/terms/0/meaning",
        "/sources/0/organisation",
        "/sources/0/title",
        "/sources/0/address",
        "/sources/0/date",
        "/article/0/id",
        "/article/0/title",
        "/article/0/statements/0/text",
        "/quiz/0/id",
        "/quiz/0/statement",
        "/quiz/0/why/text",
        "/quiz/0/card",
        "/drawing_parts",
    ] {
        named(&second, at, details);
    }
}

#[test]
fn an_unknown_word_of_a_few_is_named() {
    let (first, second) = parts();
    let cases: [(&Value, &str, Read); 5] = [
        (&first, "/steps/0/kind", catalog),
        (&first, "/steps/0/from", catalog),
        (&first, "/cards/0/group", catalog),
        (&second, "/signs/0/urgency", details),
        (&second, "/questions/0/tone", details),
    ];
    for (document, at, read) in cases {
        let (parent, field) = at.rsplit_once('/').unwrap();
        let mut broken = document.clone();
        broken.pointer_mut(parent).unwrap()[field] = json!("nonsense");
        let error = read(&broken.to_string()).unwrap_err();
        assert!(error.contains(&format!("'{field}'")), "{at}: {error}");
    }
}

#[test]
fn what_is_not_json_or_not_an_object_is_refused() {
    for (text, told) in [
        ("", "EOF"),
        (" ", "EOF"),
        ("{", "EOF"),
        ("not json", "expected"),
        ("{} {}", "trailing"),
        ("[]", "'content'"),
        ("null", "'content'"),
        ("\"text\"", "'content'"),
        ("7", "'content'"),
    ] {
        for read in [catalog, details] {
            let error = read(text).unwrap_err();
            // What is not an object lacks every field; the last one that was missing is named.
            assert!(error.contains(told) || error.contains("is missing or wrong"), "{text:?}: {error}");
        }
    }
    let (mut first, mut second) = parts();
    first["release"] = json!("2026");
    second["bodies"][0]["drawing"] = json!([]);
    assert!(catalog(&first.to_string()).is_err() && details(&second.to_string()).is_err());
    assert!(catalog("{}").unwrap_err().contains("is missing or wrong"));
    assert!(details("{}").unwrap_err().contains("'drawing_parts'"));
}

#[test]
fn words_fall_back_to_their_key_and_fill_in_values() {
    let words = &BUNDLE.catalog.words;
    assert_eq!(words.get("home.start"), "Find my questions");
    assert_eq!(words.get("no.such-key"), "no.such-key");
    assert_eq!(words.fill("quiz.progress", &["2", "7"]), "2 of 7");
    assert_eq!(words.fill("quiz.progress", &[]), "{0} of {1}");
    assert_eq!(
        [0, 1, 2].map(|count| words.count("search.count", count)),
        ["0 results", "1 result", "2 results"]
    );
    assert!(words.iter().count() > 100);
}
