//! Files: what cannot be read is named with its place, names of fields are known, and every mistake is told at once.

use super::{BCG_WORDS, CARD, CARD_WORDS, Copy, DRUGS, QUESTIONS, SIGNS, SOURCES, STEPS, unreadable, with};
use ask_about_immunotherapy::content::authored::Authored;
use serde_json::json;
use std::fs;

#[test]
fn that_cannot_be_read_are_named_with_the_place_where_reading_stopped() {
    unreadable(&[
        (
            "not JSON",
            |copy| copy.write(QUESTIONS, "{\"questions\": [{\"id\": \"a\", }]}"),
            [QUESTIONS, "/questions/0/?", "line 1 column"],
        ),
        ("cut off", |copy| copy.write(CARD_WORDS, "{\"title\": \"CAR"), [CARD_WORDS, "/title", "EOF"]),
        ("empty", |copy| copy.write(DRUGS, ""), [DRUGS, "", "EOF"]),
        ("something after its end", |copy| copy.append(DRUGS, "{}"), [DRUGS, "", "trailing characters"]),
        ("missing", |copy| copy.delete(SOURCES), [SOURCES, "", "cannot be read"]),
        (
            "a number for a text",
            |copy| copy.set(DRUGS, "/pembrolizumab/class", json!(7)),
            [DRUGS, "/pembrolizumab/class", "invalid type: integer `7`, expected a string"],
        ),
        (
            "a text for a list",
            |copy| copy.set(CARD_WORDS, "/also", json!("CAR T")),
            [CARD_WORDS, "/also", "invalid type: string \"CAR T\", expected a sequence"],
        ),
        (
            "an unknown row",
            |copy| copy.set(CARD_WORDS, "/rows/ugly", json!([])),
            [CARD_WORDS, "/rows/?", "unknown variant `ugly`"],
        ),
        (
            "an unknown route",
            |copy| copy.set(CARD, "/routes/0", json!("nose")),
            [CARD, "/routes/0", "unknown variant `nose`"],
        ),
        (
            "an unknown urgency",
            |copy| copy.set(SIGNS, "/any-emergency/urgency", json!("some-day")),
            [SIGNS, "/any-emergency/urgency", "unknown variant `some-day`"],
        ),
    ]);
}

#[test]
fn of_drawings_that_are_no_text_and_folders_that_are_missing_are_named() {
    let copy = Copy::new();
    fs::write(copy.path().join("drawings/car-t.svg"), [0xff, 0xfe]).unwrap();
    copy.is_unreadable("drawings/car-t.svg", "", "cannot be read");
    for folder in ["catalog/cards", "en/cards", "en/questions", "drawings"] {
        let copy = Copy::new();
        fs::remove_dir_all(copy.path().join(folder)).unwrap();
        copy.is_unreadable(folder, "", "cannot be read");
    }
}

#[test]
fn have_no_field_that_is_not_known() {
    // Places in as many files: an unknown field in one hides the next in the same.
    let places = [
        (QUESTIONS, "/who-do-i-call/wieght"),
        (DRUGS, "/pembrolizumab/brands/mars"),
        (SIGNS, "/any-emergency/colour"),
        (SOURCES, "/0/colour"),
        (CARD, "/colour"),
        ("catalog/cards/bcg-bladder.json", "/sources/colour"),
        (CARD_WORDS, "/colour"),
        ("en/cards/bcg-bladder.json", "/drawing/colour"),
        (BCG_WORDS, "/questions/bcg-how-many/colour"),
        ("en/questions/antibodies.json", "/colour"),
        (STEPS, "/role/colour"),
        ("catalog/release.json", "/release/colour"),
        ("catalog/cancers.json", "/0/colour"),
        ("catalog/terms.json", "/0/colour"),
        ("catalog/article.json", "/0/colour"),
        ("catalog/quiz.json", "/0/colour"),
        ("en/steps.json", "/role/options/self/colour"),
        ("en/drugs.json", "/pembrolizumab/colour"),
        ("en/signs.json", "/any-emergency/colour"),
        ("en/cancers.json", "/breast/colour"),
        ("en/terms.json", "/adjuvant-treatment/colour"),
        ("en/style.json", "/colour"),
    ];
    let copy = with(places.map(|(file, at)| (file, at, json!(1))));
    for (file, at) in places {
        copy.is_unreadable(file, at, "unknown field");
    }
    let held = Copy::new().edit("catalog/topics.json", |root| root["colour"] = json!(1));
    held.is_unreadable("catalog/topics.json", "/colour", "unknown field `colour`");
}

#[test]
fn hide_nothing_from_one_another() {
    let copy = Copy::new()
        .edit_list(QUESTIONS, |list| {
            for question in list.iter_mut().take(100) {
                question["weight"] = json!(99);
            }
        })
        .edit_list(SOURCES, |list| {
            for source in list.iter_mut().take(50) {
                source["date"] = json!("once");
            }
        })
        .set(DRUGS, "/pembrolizumab/class", json!("nothing"))
        .set(SIGNS, "/any-emergency/classes", json!(["nothing", "nothing"]))
        .write("en/terms.json", "{")
        .set(CARD, "/due", json!("2030-01-01"))
        .set(CARD_WORDS, "/short", json!("You should take it."))
        .append("drawings/car-t.svg", "<svg><script/></svg>");
    let errors = copy.errors();
    let count = |file: &str, reason: &str| {
        errors.iter().filter(|error| error.file == file && error.reason.contains(reason)).count()
    };
    assert_eq!(count(QUESTIONS, "is not between 1 and 10"), 100, "a hundred errors at once");
    assert_eq!(count(SOURCES, "is not a date"), 50);
    assert_eq!(count(DRUGS, "no card 'nothing'"), 1, "an unreadable file hides nothing in another");
    assert_eq!(count(SIGNS, "no card 'nothing'"), 1, "the same of one place is told once");
    assert_eq!(count("en/terms.json", "EOF"), 1);
    assert_eq!(count(CARD, "is not within 12 months"), 1);
    assert_eq!(count(CARD_WORDS, "'you should take' is not used here"), 1);
    assert_eq!(count("drawings/car-t.svg", "holds '<script'"), 1);
    assert!(errors.is_sorted(), "sorted by file and field");
}

#[test]
fn that_can_be_read_are_read_although_others_cannot() {
    let copy = Copy::new().write(DRUGS, "[").write("en/cancers.json", "nonsense");
    let (authored, errors) = Authored::read(copy.path(), "en");
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(authored.drugs.is_empty() && authored.cards.len() >= 35 && authored.questions.len() >= 60);
}
