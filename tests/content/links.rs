//! Links lead to something, and every statement rests on a source.

use super::{ARTICLE, CARD, Copy, DRUGS, QUESTIONS, QUIZ, SIGNS, all_refused, with};
use serde_json::{Value, json};

/// Everywhere that sources are named.
const SOURCED: [(&str, &str); 10] = [
    (CARD, "/sources/short"),
    (CARD, "/sources/rows/good/0"),
    (CARD, "/sources/rows/unknown/1"),
    (QUESTIONS, "/0/sources"),
    (DRUGS, "/0/sources"),
    (SIGNS, "/0/sources"),
    ("catalog/cancers.json", "/0/sources"),
    ("catalog/terms.json", "/0/sources"),
    (ARTICLE, "/0/sources/0"),
    (QUIZ, "/0/sources"),
];

fn sourced(sources: &Value) -> Copy {
    with(SOURCED.map(|(file, at)| (file, at, sources.clone())))
}

#[test]
fn lead_to_a_source() {
    let copy = sourced(&json!(["hearsay"]));
    for (file, field) in SOURCED {
        copy.is_refused(file, field, "unknown source 'hearsay'; add it to catalog/sources.json");
    }
    let copy = sourced(&json!(["acs-ici", "hearsay"]));
    for (file, field) in SOURCED {
        copy.is_refused(file, field, "unknown source 'hearsay'");
    }
}

#[test]
fn to_a_source_stand_under_every_statement() {
    let copy = sourced(&json!([]));
    for (file, field) in SOURCED {
        copy.is_refused(file, field, "no source; name at least one from catalog/sources.json");
    }
}

#[test]
fn lead_to_a_card() {
    all_refused(&[
        (QUESTIONS, "/who-do-i-call/classes", json!(["car-tea"]), "no card 'car-tea'; it needs a file"),
        (DRUGS, "/pembrolizumab/class", json!("pd9-inhibitors"), "no card 'pd9-inhibitors'"),
        (SIGNS, "/any-emergency/classes/-", json!("nothing"), "no card 'nothing'"),
        ("catalog/cancers.json", "/melanoma-skin/classes/-", json!("nothing"), "no card 'nothing'"),
        (ARTICLE, "/0/cards", json!(["car-t", "nothing"]), "no card 'nothing'"),
        (QUIZ, "/0/card", json!("nothing"), "no card 'nothing'"),
        (CARD, "/parent", json!("nothing"), "no card 'nothing'; it needs a file in catalog/cards"),
    ]);
}

#[test]
fn lead_to_a_topic_a_drug_and_a_drawing() {
    all_refused(&[
        (QUESTIONS, "/who-do-i-call/topic", json!("when-to-shout"), "no topic 'when-to-shout'"),
        (DRUGS, "/pembrolizumab/parts", json!(["nivolumab", "nivo-thing"]), "unknown drug 'nivo-thing'"),
        (CARD, "/drawing", json!("car-tea"), "no drawing 'car-tea'; it needs drawings/car-tea.svg"),
    ]);
}

#[test]
fn give_every_sign_a_class() {
    let no_class = "a sign belongs to at least one class";
    all_refused(&[(SIGNS, "/any-emergency/classes", json!([]), no_class)]);
}
