//! Ids: lower-case words that stand once.

use super::{BCG_WORDS, CARD, Copy, STEPS, refused};
use serde_json::json;

/// Every list of the catalog, and where an entry has its id.
const LISTS: [(&str, &str); 11] = [
    ("catalog/steps.json", "/id"),
    ("catalog/topics.json", "/id"),
    ("catalog/questions.json", "/id"),
    ("catalog/cards.json", ""),
    ("catalog/drugs.json", "/id"),
    ("catalog/signs.json", "/id"),
    ("catalog/cancers.json", "/id"),
    ("catalog/terms.json", "/id"),
    ("catalog/sources.json", "/id"),
    ("catalog/article.json", "/id"),
    ("catalog/quiz.json", "/id"),
];

#[test]
fn stand_once_in_every_list() {
    let first = |file: &str, id: &str| Copy::new().list(file)[0].pointer(id).unwrap().clone();
    let twice = |copy: Copy, (file, id): &(&str, &str)| copy.set(file, &format!("/1{id}"), first(file, id));
    let copy = LISTS.iter().fold(Copy::new(), twice);
    for (file, id) in LISTS {
        let reason = format!("'{}' stands twice; an id must be unique", first(file, id).as_str().unwrap());
        copy.is_refused(file, "/1", &reason);
    }
}

#[test]
fn are_lower_case_words_in_every_list() {
    let wrong = ["Not An Id", "under_score", "-hyphen", "two--hyphens", ""];
    let mut copy = Copy::new();
    for (file, id) in LISTS {
        for (place, wrong) in wrong.iter().enumerate() {
            copy = copy.set(file, &format!("/{place}{id}"), json!(wrong));
        }
    }
    for (file, _) in LISTS {
        for (place, wrong) in wrong.iter().enumerate() {
            let reason = format!("'{wrong}' is not an id; write lower-case-words");
            copy.is_refused(file, &format!("/{place}"), &reason);
        }
    }
}

#[test]
fn of_options_and_former_ids_of_cards_keep_the_same_rules() {
    refused(&[
        (
            "an option twice",
            |copy| copy.set(STEPS, "/role/options", json!(["self", "carer", "parent", "self"])),
            [STEPS, "/0/options/3", "'self' stands twice"],
        ),
        (
            "an option in capitals",
            |copy| copy.set(STEPS, "/role/options", json!(["self", "Carer"])),
            [STEPS, "/0/options/1", "'Carer' is not an id"],
        ),
        (
            "a former id that is another card",
            |copy| copy.set(CARD, "/aliases", json!(["bcg-bladder"])),
            ["catalog/cards.json", "/35", "'bcg-bladder' stands twice"],
        ),
        (
            "a former id with a space",
            |copy| copy.set(CARD, "/aliases", json!(["chimeric-cells", "car t"])),
            ["catalog/cards.json", "/36", "'car t' is not an id"],
        ),
    ]);
}

#[test]
fn stand_once_in_the_words_too() {
    let twice = r#"{"title": "One", "title": "Two", "questions": {}}"#;
    Copy::new().write(BCG_WORDS, twice).is_refused(BCG_WORDS, "", "duplicate field");
    let words = Copy::new().json("en/drugs.json").to_string();
    let entry = r#""drugs":{"nivolumab":{"name":"x","uses":"x"},"#;
    let copy = Copy::new().write("en/drugs.json", &words.replacen("\"drugs\":{", entry, 1));
    copy.is_refused("en/drugs.json", "/nivolumab", "'nivolumab' stands twice; an id must be unique");
}
