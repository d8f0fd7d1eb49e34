//! The glossary explains words that stand somewhere.

use super::{BCG_WORDS, CARD_WORDS, Copy};
use serde_json::json;

/// A word that no text holds.
const WORD: &str = "zyxology";

/// Where a word may stand to have a place in the glossary.
fn places() -> Vec<(&'static str, String)> {
    let first = |file: &str| Copy::new().list(file)[0]["id"].as_str().unwrap().to_owned();
    let (section, item) = (first("catalog/article.json"), first("catalog/quiz.json"));
    let fixed = [
        (CARD_WORDS, "/title"),
        (CARD_WORDS, "/short"),
        (CARD_WORDS, "/rows/how/0"),
        (BCG_WORDS, "/questions/bcg-how-many/text"),
        (BCG_WORDS, "/questions/bcg-how-many/why"),
        ("en/signs.json", "/any-emergency/name"),
        ("en/signs.json", "/any-emergency/do"),
        ("en/signs.json", "/any-emergency/say"),
        ("en/signs.json", "/any-emergency/onset"),
        ("en/signs.json", "/any-emergency/signs/0"),
        ("en/signs.json", "/any-emergency/emergencyIf/0"),
        ("en/drugs.json", "/pembrolizumab/uses"),
        ("en/cancers.json", "/breast/name"),
    ];
    let mut places: Vec<(&str, String)> = fixed.map(|(file, at)| (file, at.to_owned())).into();
    places.push(("en/article.json", format!("/{section}/statements/0")));
    places.push(("en/quiz.json", format!("/{item}/statement")));
    places.push(("en/quiz.json", format!("/{item}/why")));
    places
}

/// A copy whose glossary explains `WORD0`, `WORD1`, .. in place of as many of its words, and the ids of these.
fn explaining(count: usize) -> (Copy, Vec<String>) {
    let copy = Copy::new();
    let ids: Vec<String> = copy
        .list("catalog/terms.json")
        .iter()
        .take(count)
        .map(|term| term["id"].as_str().unwrap().to_owned())
        .collect();
    let copy = copy.edit("en/terms.json", |root| {
        for (place, id) in ids.iter().enumerate() {
            root["terms"][id] = json!({"term": format!("{WORD}{place}"), "meaning": "A thing."});
        }
    });
    (copy, ids)
}

fn is_unused(copy: &Copy, id: &str) -> bool {
    let field = format!("/terms/{id}");
    copy.errors()
        .iter()
        .any(|error| error.field == field && error.reason.starts_with("no text uses this word"))
}

#[test]
fn has_no_word_that_no_text_uses() {
    let (copy, ids) = explaining(1);
    let reason = "no text uses this word; use it or take it out";
    copy.is_refused("en/terms.json", &format!("/{}", ids[0]), reason);
}

#[test]
fn has_words_of_cards_questions_signs_article_quiz_medicines_and_cancers() {
    let places = places();
    let (copy, ids) = explaining(places.len());
    let used = places
        .iter()
        .enumerate()
        .fold(copy, |copy, (place, (file, at))| copy.set(file, at, json!(format!("This is {WORD}{place}."))));
    for (id, (file, at)) in ids.iter().zip(&places) {
        assert!(!is_unused(&used, id), "it stands in {file} {at}");
    }
}

#[test]
fn has_words_of_other_meanings_but_not_of_their_own() {
    let (copy, ids) = explaining(2);
    let meaning = |id: &str| format!("/{id}/meaning");
    let copy = copy.set("en/terms.json", &meaning(&ids[0]), json!(format!("The {WORD}0 itself.")));
    assert!(is_unused(&copy, &ids[0]), "its own meaning is no use of a word");
    let copy = copy.set("en/terms.json", &meaning(&ids[1]), json!(format!("A kind of {WORD}0.")));
    assert!(!is_unused(&copy, &ids[0]), "another meaning is");
    assert!(is_unused(&copy, &ids[1]));
}

#[test]
fn knows_other_spellings_plurals_and_capitals_and_whole_words_only() {
    // `W` stands for the word of the case.
    let cases: [(&str, &str, bool); 9] = [
        ("", "Ask about W.", true),
        ("", "Ask about Ws now.", true),
        ("", "Ask about Wes.", true),
        ("", "Ask about (W).", true),
        ("", "Ask about W-like things.", true),
        ("", "Ask about Wless things.", false),
        ("", "Ask about preW.", false),
        ("the W thing", "Ask: the W thing?", true),
        ("W zyx", "Nothing: zyx W.", false),
    ];
    let (copy, ids) = explaining(cases.len());
    let word = |place: usize| format!("{WORD}{place}");
    let texts: Vec<String> =
        cases.iter().enumerate().map(|(place, (_, text, _))| text.replace('W', &word(place))).collect();
    let copy = copy.set(CARD_WORDS, "/rows/how/0", json!(texts.join(" ")));
    let copy = copy.edit("en/terms.json", |root| {
        for (place, (id, (also, ..))) in ids.iter().zip(cases).enumerate() {
            if !also.is_empty() {
                let also = also.replace('W', &word(place));
                root["terms"][id] = json!({"term": "zyxonomy", "also": [also], "meaning": "It is."});
            }
        }
    });
    for ((id, text), (_, _, used)) in ids.iter().zip(texts).zip(cases) {
        assert_eq!(is_unused(&copy, id), !used, "{text}");
    }
}
