//! Mistakes that an editor may make while typing: the schema refuses each, and so does the check.

use super::{schema_of, validators};
use crate::support::Copy;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Something wrong with a file: where, and what stands there then; nothing, to take it out.
type Wrong = (&'static str, &'static str, Option<Value>);

/// What an editor may type wrong in each kind of file.
fn wrong() -> Vec<Wrong> {
    const CARD: &str = "catalog/cards/car-t.json";
    const CARD_WORDS: &str = "en/cards/car-t.json";
    const BCG: &str = "en/questions/bcg.json";
    let other = json!({"name": "x", "uses": "x"});
    let with = |file, at, value: Value| (file, at, Some(value));
    let without = |file, at| (file, at, None);
    vec![
        // A field that is not known.
        with("catalog/questions.json", "/0/wieght", json!(5)),
        with("catalog/drugs.json", "/0/brands/mars", json!([])),
        with("catalog/release.json", "/release/colour", json!("red")),
        with(CARD, "/sources/long", json!(["acs-ici"])),
        with(CARD_WORDS, "/drawing/colour", json!("red")),
        with(BCG, "/questions/bcg-how-many/hint", json!("x")),
        with("en/steps.json", "/role/options/self/hint", json!("x")),
        with("en/quiz.json", "/colour", json!("x")),
        // A field that is missing.
        without("catalog/questions.json", "/0/kind"),
        without("catalog/drugs.json", "/0/class"),
        without("catalog/sources.json", "/0/address"),
        without("catalog/signs.json", "/0/urgency"),
        without(CARD, "/approvalsDue"),
        without(CARD, "/sources/short"),
        without(CARD_WORDS, "/drawing"),
        without(BCG, "/questions/bcg-how-many/why"),
        without("en/signs.json", "/any-emergency/do"),
        without("en/terms.json", "/adjuvant-treatment/meaning"),
        without("catalog/quiz.json", "/0/holds"),
        without("catalog/article.json", "/0/sources"),
        // Another type.
        with("catalog/questions.json", "/0/weight", json!("5")),
        with("catalog/questions.json", "/0/weight", json!(-1)),
        with("catalog/questions.json", "/0/weight", json!(0)),
        with("catalog/questions.json", "/0/weight", json!(11)),
        with("catalog/drugs.json", "/pembrolizumab/firstApproval/year", json!("2014")),
        with("catalog/quiz.json", "/0/holds", json!("yes")),
        with("catalog/article.json", "/0/sources", json!(["acs-ici"])),
        with("catalog/topics.json", "/0", json!("when-to-call")),
        with("catalog/topics.json", "/0/signs", json!("yes")),
        with(CARD_WORDS, "/also", json!("CAR T")),
        with(CARD_WORDS, "/rows/how", json!("It works.")),
        with("en/interface.json", "/home.start", json!(["Start"])),
        with("en/style.json", "/forbidden", json!({"fight": true})),
        with("en/drawings.json", "/all", json!([])),
        with("catalog/questions.json", "/0/more", json!(null)),
        // A word that is none of those in a list of words.
        with(CARD, "/group", json!("magic")),
        with(CARD, "/routes", json!(["nose"])),
        with(CARD, "/sources/rows/ugly", json!([])),
        with(CARD_WORDS, "/rows/ugly", json!([])),
        with("catalog/steps.json", "/0/kind", json!("three")),
        with("catalog/steps.json", "/2/from", json!("moon")),
        with("catalog/questions.json", "/0/tone", json!("loud")),
        with("catalog/questions.json", "/0/kind", json!("heard")),
        with("catalog/signs.json", "/0/urgency", json!("some-day")),
        with("catalog/drugs.json", "/0/status", json!("sold-out")),
        with("catalog/drugs.json", "/0/routes", json!(["nose"])),
        with("catalog/sources.json", "/0/authority", json!("blog")),
        // A rule that is none.
        with("catalog/questions.json", "/0/when", json!("moment")),
        with("catalog/questions.json", "/0/when", json!({"none": []})),
        with("catalog/questions.json", "/0/when", json!({"all": [], "any": []})),
        with("catalog/questions.json", "/0/when", json!({})),
        with("catalog/questions.json", "/0/more", json!([":self"])),
        // An id that is none.
        with("catalog/questions.json", "/0/id", json!("Who Do I Call")),
        with("catalog/questions.json", "/0/topic", json!("When to call")),
        with("catalog/questions.json", "/0/classes", json!(["CAR-T"])),
        with("catalog/drugs.json", "/0/id", json!("under_score")),
        with("catalog/drugs.json", "/0/class", json!("-hyphen")),
        with("catalog/signs.json", "/0/id", json!("")),
        with("catalog/cancers.json", "/0/id", json!("two--hyphens")),
        with("catalog/terms.json", "/0/id", json!("Term")),
        with("catalog/sources.json", "/0/id", json!("acs_ici")),
        with("catalog/topics.json", "/0/id", json!("When to call")),
        with("catalog/cards.json", "/0", json!("Car T")),
        with("catalog/steps.json", "/0/id", json!("Role")),
        with("catalog/steps.json", "/0/options/1", json!("Carer")),
        with("catalog/article.json", "/0/id", json!("What?")),
        with("catalog/quiz.json", "/0/id", json!("Not chemo")),
        with(CARD, "/parent", json!("Cells")),
        with("en/drugs.json", "/Water", other),
        with(BCG, "/questions/BCG", json!({"text": "Is it so?", "why": "So."})),
    ]
}

#[test]
fn are_refused_by_the_schema_and_by_the_check() {
    let validators = validators();
    let mut by_file: BTreeMap<&str, Vec<(&str, Option<Value>)>> = BTreeMap::new();
    for (file, at, value) in wrong() {
        by_file.entry(file).or_default().push((at, value));
    }
    let rounds = by_file.values().map(Vec::len).max().unwrap();
    let mut accepted = Vec::new();
    // Each round breaks every file in another place. What cannot be read hides other mistakes of its own file only.
    for round in 0..rounds {
        let mut made = Vec::new();
        let mut copy = Copy::new();
        for (file, wrong) in &by_file {
            if let Some((at, value)) = wrong.get(round) {
                let place = copy.pointer(file, at);
                copy = match value {
                    Some(value) => copy.set(file, &place, value.clone()),
                    None => copy.remove(file, &place),
                };
                let said = value.as_ref().map_or("missing".to_owned(), Value::to_string);
                made.push((*file, place, said));
            }
        }
        for (file, place, said) in made {
            let root = copy.json(file);
            if validators[&schema_of(file, &root)].is_valid(&root) {
                accepted.push(format!("the schema accepts {file} {place}: {said}"));
            }
            let told = |field: &str| {
                let field = field.trim_end_matches('?');
                place.starts_with(field) || field.starts_with(&place)
            };
            if !copy.errors().iter().any(|error| error.file == file && told(&error.field)) {
                accepted.push(format!("the check accepts {file} {place}: {said}"));
            }
        }
    }
    assert!(accepted.is_empty(), "{}", accepted.join("\n"));
}
