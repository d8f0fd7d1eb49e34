//! Texts: no longer than their place allows, in short sentences, at grade six.

use super::{BCG_WORDS, CARD_WORDS, Copy, with, words};
use serde_json::{Value, json};

/// What stands in the file of the first entry of an article or a quiz.
fn first(file: &str, field: &str) -> String {
    format!("/{}/{field}", Copy::new().list(file)[0]["id"].as_str().unwrap())
}

#[test]
fn keep_to_their_limits() {
    let (statement, why) = (first("catalog/quiz.json", "statement"), first("catalog/quiz.json", "why"));
    let limits = [
        (CARD_WORDS, "/short", 25),
        (CARD_WORDS, "/drawing/description", 60),
        (BCG_WORDS, "/questions/bcg-how-many/text", 25),
        (BCG_WORDS, "/questions/bcg-how-many/why", 40),
        ("en/terms.json", "/adjuvant-treatment/meaning", 30),
        ("en/signs.json", "/any-emergency/brief", 9),
        ("en/signs.json", "/any-emergency/say", 30),
        ("en/quiz.json", statement.as_str(), 20),
        ("en/quiz.json", why.as_str(), 50),
    ];
    let over = with(limits.map(|(file, at, most)| (file, at, json!(words(most + 1)))));
    for (file, at, most) in limits {
        over.is_refused(file, at, &format!("{} words; {most} at most", most + 1));
    }
    let full = with(limits.map(|(file, at, most)| (file, at, json!(words(most)))));
    let told: Vec<_> = full.errors().iter().filter(|error| error.reason.contains(" words; ")).collect();
    assert!(told.is_empty(), "as many words as the limit are allowed: {told:?}");
}

/// Texts of every kind that is graded: the file, and the fields below which every text is replaced.
const GRADED: [(&str, &[&str]); 9] = [
    (CARD_WORDS, &["rows"]),
    (BCG_WORDS, &["questions"]),
    ("en/signs.json", &["brief", "signs", "emergencyIf", "do", "say", "onset"]),
    ("en/terms.json", &["meaning"]),
    ("en/drugs.json", &["uses"]),
    ("en/article.json", &["statements"]),
    ("en/quiz.json", &["statement", "why"]),
    ("en/steps.json", &["help", "label", "said"]),
    ("en/interface.json", &["words"]),
];

/// Replaces every text below a field of one of these names.
fn replace(value: &mut Value, fields: &[&str], below: bool, text: &str) {
    match value {
        Value::String(old) if below => text.clone_into(old),
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, fields, below, text)),
        Value::Object(values) => {
            for (key, value) in values {
                replace(value, fields, below || fields.contains(&key.as_str()), text);
            }
        }
        _ => {}
    }
}

/// A copy whose graded files say nothing but this.
fn saying(text: &str) -> Copy {
    let said = |copy: Copy, (file, fields): &(&str, &[&str])| {
        copy.edit(file, |root| replace(root, fields, false, text))
    };
    GRADED.iter().fold(Copy::new(), said)
}

#[test]
fn have_sentences_of_twenty_words_at_most() {
    let (statement, why) = (first("catalog/article.json", "statements/0"), first("catalog/quiz.json", "why"));
    let places = [
        (CARD_WORDS, "/short"),
        (CARD_WORDS, "/rows/like/0"),
        (CARD_WORDS, "/drawing/description"),
        (CARD_WORDS, "/drawing/captions/0"),
        (BCG_WORDS, "/questions/bcg-how-many/text"),
        (BCG_WORDS, "/questions/bcg-how-many/why"),
        ("en/terms.json", "/adjuvant-treatment/meaning"),
        ("en/drugs.json", "/pembrolizumab/uses"),
        ("en/signs.json", "/any-emergency/onset"),
        ("en/steps.json", "/role/help"),
        ("en/interface.json", "/about.what-1"),
        ("en/article.json", statement.as_str()),
        ("en/quiz.json", why.as_str()),
    ];
    let long = with(places.map(|(file, at)| (file, at, json!(format!("So. {}. So.", words(21))))));
    for (file, at) in places {
        long.is_refused(file, at, &format!("a sentence of 21 words: '{}.'; 20 at most", words(21)));
    }
    let short = with(places.map(|(file, at)| (file, at, json!(words(20)))));
    let told = short.errors().iter().find(|error| error.reason.contains("a sentence of"));
    assert_eq!(told, None);
}

#[test]
fn have_twelve_words_a_sentence_on_average() {
    let copy = saying(&words(19));
    for (file, _) in GRADED {
        copy.is_refused(file, "", "words in a sentence on average; 12 at most");
    }
    copy.is_refused(BCG_WORDS, "", "19.0 words in a sentence on average");
}

#[test]
fn are_at_grade_six_or_below() {
    let copy = saying("Immediately accompanying complications necessitate extraordinary organization.");
    for (file, _) in GRADED {
        copy.is_refused(file, "", "; 6 at most");
        copy.is_refused(file, "", "reading grade ");
    }
}

/// A name that cannot be avoided is no reason to refuse a text; a word as long that is no name is one.
#[test]
fn count_a_medicine_a_brand_and_a_medical_name_as_two_syllables() {
    // Topics that say nothing but a word of their own, and where that word is made a name.
    let cases = [
        ("bcg", "Aveliramitozumab", "catalog/drugs.json", "/pembrolizumab/brands/us/-"),
        ("til-cells", "Beveliramitozumab", "catalog/drugs.json", "/pembrolizumab/brands/eu/-"),
        ("cytokines", "Ceveliramitozumab", "catalog/drugs.json", "/pembrolizumab/brands/latam/-"),
        ("antibodies", "Develiramitozumab", "en/drugs.json", "/nivolumab/name"),
        ("donor-cells", "Feveliramitozumab", "en/drugs.json", "/pembrolizumab/also/-"),
        ("injected-virus", "Geveliramitozumab", "en/style.json", "/medicalNames/-"),
    ];
    let file = |topic: &str| format!("en/questions/{topic}.json");
    let said = || {
        cases.iter().fold(Copy::new(), |copy, (topic, word, ..)| {
            let text = format!("Ask about {word}. {word} is new.");
            copy.edit(&file(topic), |root| replace(root, &["text", "why"], false, &text))
        })
    };
    let unnamed = said();
    let named =
        cases.iter().fold(said(), |copy, (_, word, file, at)| copy.set(file, at, json!(word.to_lowercase())));
    let graded = |copy: &Copy, topic: &str| {
        copy.errors().iter().any(|error| error.file == file(topic) && error.reason.contains("reading grade"))
    };
    for (topic, word, place, at) in cases {
        assert!(graded(&unnamed, topic), "{word} is no name yet");
        assert!(!graded(&named, topic), "{word} is a name by {place} {at}");
    }
}
