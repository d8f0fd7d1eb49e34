//! Phrases that no text may hold: advice, promises, fear, war, spelling that is not the language's.

use super::{BCG_WORDS, CARD_WORDS, Copy, with};
use serde_json::{Value, json};

#[test]
fn that_are_forbidden_are_found_in_every_text() {
    let first =
        |file: &str, field: &str| format!("/{}/{field}", Copy::new().list(file)[0]["id"].as_str().unwrap());
    let (title, statement) =
        (first("catalog/article.json", "title"), first("catalog/article.json", "statements/0"));
    let (claim, why) = (first("catalog/quiz.json", "statement"), first("catalog/quiz.json", "why"));
    let places = [
        (CARD_WORDS, "/short"),
        (CARD_WORDS, "/title"),
        (CARD_WORDS, "/rows/how/0"),
        (CARD_WORDS, "/drawing/title"),
        (CARD_WORDS, "/drawing/description"),
        (CARD_WORDS, "/drawing/captions/0"),
        (BCG_WORDS, "/questions/bcg-how-many/text"),
        (BCG_WORDS, "/questions/bcg-how-many/why"),
        (BCG_WORDS, "/title"),
        ("en/signs.json", "/any-emergency/say"),
        ("en/signs.json", "/any-emergency/do"),
        ("en/signs.json", "/any-emergency/signs/0"),
        ("en/terms.json", "/adjuvant-treatment/meaning"),
        ("en/drugs.json", "/pembrolizumab/uses"),
        ("en/steps.json", "/role/help"),
        ("en/steps.json", "/role/options/self/label"),
        ("en/interface.json", "/about.what-1"),
        ("en/article.json", title.as_str()),
        ("en/article.json", statement.as_str()),
        ("en/quiz.json", claim.as_str()),
        ("en/quiz.json", why.as_str()),
    ];
    let copy = with(places.map(|(file, at)| (file, at, json!("You should take it, Clinically proven."))));
    for (file, at) in places {
        copy.is_refused(file, at, "'you should take' is not used here; say it another way");
        copy.is_refused(file, at, "'clinically proven' is not used here");
    }
}

#[test]
fn that_are_forbidden_are_found_one_and_all() {
    let style = Copy::new().json("en/style.json");
    let forbidden: Vec<&str> =
        style["forbidden"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    for known in ["reviewed by", "lower anxiety", "better outcomes", "fight", "you should stop", "tumour"] {
        assert!(forbidden.contains(&known), "the guide forbids '{known}'");
    }
    let copy = with([(CARD_WORDS, "/rows/how/0", json!(forbidden.join(". ").to_uppercase()))]);
    for phrase in forbidden {
        copy.is_refused(CARD_WORDS, "/rows/how/0", &format!("'{phrase}' is not used here"));
    }
}

#[test]
fn that_are_forbidden_are_whole_words() {
    let part = with([("en/interface.json", "/about.what-1", json!("A warm reward."))]);
    assert_eq!(part.errors(), [], "'war' is refused as a word, not as a part of one");
    let name = with([("en/cancers.json", "/breast/also/-", json!("Wilms' fight"))]);
    assert_eq!(name.errors(), [], "nothing is asked of the other names of an illness");
}
