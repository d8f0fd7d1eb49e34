//! Words: there for everything in the structure, and for nothing else; complete in every language.

use super::{BCG_WORDS, CARD_WORDS, Copy, STEPS, all_refused, with};
use ask_about_immunotherapy::content::check::{check, languages};
use serde_json::{Value, json};

/// An entry of each kind: the file of the words, where they stand, the id, and the file of the structure.
const ENTRIES: [(&str, &str, &str, &str); 9] = [
    (BCG_WORDS, "/questions", "bcg-how-many", "catalog/questions.json"),
    ("en/drugs.json", "/drugs", "pembrolizumab", "catalog/drugs.json"),
    ("en/signs.json", "/signs", "any-emergency", "catalog/signs.json"),
    ("en/cancers.json", "/cancers", "breast", "catalog/cancers.json"),
    ("en/terms.json", "/terms", "adjuvant-treatment", "catalog/terms.json"),
    ("en/steps.json", "/steps", "hard", STEPS),
    ("en/steps.json", "/steps/role/options", "parent", STEPS),
    ("en/article.json", "/sections", "", "catalog/article.json"),
    ("en/quiz.json", "/items", "", "catalog/quiz.json"),
];

/// The entries; an empty id stands for the first of its file, so that a renamed one breaks no test.
fn entries() -> Vec<(&'static str, String, String, &'static str)> {
    let copy = Copy::new();
    let id = |file: &str, id: &str| match id {
        "" => copy.list(file)[0]["id"].as_str().unwrap().to_owned(),
        id => id.to_owned(),
    };
    let named = |(words, at, entry, file): (&'static str, &str, &str, &'static str)| {
        (words, at.to_owned(), id(file, entry), file)
    };
    ENTRIES.map(named).into()
}

#[test]
fn stand_for_everything_in_the_structure() {
    let removed = entries()
        .iter()
        .fold(Copy::new(), |copy, (words, at, id, _)| copy.remove(words, &format!("{at}/{id}")));
    for (words, at, id, file) in entries() {
        let reason = format!("missing words for '{id}', which stands in {file}");
        removed.is_refused(words, &format!("{at}/{id}"), &reason);
    }
    let topic = Copy::new().delete(BCG_WORDS);
    topic.is_refused("en/questions", "/bcg", "missing words for 'bcg', which stands in catalog/topics.json");
}

#[test]
fn stand_for_nothing_else() {
    let more = entries().iter().fold(Copy::new(), |copy, (words, at, id, _)| {
        let entry = copy.json(words).pointer(&format!("{at}/{id}")).unwrap().clone();
        copy.set(words, &format!("{at}/none-such"), entry)
    });
    for (words, at, _, file) in entries() {
        let reason = format!("unknown id 'none-such'; it does not stand in {file}");
        more.is_refused(words, &format!("{at}/none-such"), &reason);
    }
    let weather = r#"{"$schema": "../../schema/words/topic.json", "title": "Rain", "questions": {}}"#;
    let car_t = Copy::new().json(CARD_WORDS).to_string();
    let copy = Copy::new().write("en/questions/weather.json", weather).write("en/cards/car-tea.json", &car_t);
    let reason = "unknown id 'weather'; it does not stand in catalog/topics.json";
    copy.is_refused("en/questions", "/weather", reason);
    copy.is_refused("en/cards", "/car-tea", "unknown id 'car-tea'; it does not stand in catalog/cards.json");
}

#[test]
fn say_something_wherever_they_are_asked_for() {
    let first = |file: &str| Copy::new().list(file)[0]["id"].as_str().unwrap().to_owned();
    let (section, item) = (first("catalog/article.json"), first("catalog/quiz.json"));
    let mut places: Vec<(&str, String)> = [
        (CARD_WORDS, "/title"),
        (CARD_WORDS, "/short"),
        (CARD_WORDS, "/rows/good/0"),
        (CARD_WORDS, "/drawing/title"),
        (CARD_WORDS, "/drawing/description"),
        (CARD_WORDS, "/drawing/captions/1"),
        (BCG_WORDS, "/title"),
        (BCG_WORDS, "/questions/bcg-how-many/text"),
        (BCG_WORDS, "/questions/bcg-how-many/why"),
        ("en/signs.json", "/any-emergency/name"),
        ("en/signs.json", "/any-emergency/brief"),
        ("en/signs.json", "/any-emergency/do"),
        ("en/signs.json", "/any-emergency/say"),
        ("en/signs.json", "/any-emergency/onset"),
        ("en/signs.json", "/any-emergency/signs/0"),
        ("en/signs.json", "/any-emergency/emergencyIf/0"),
        ("en/drugs.json", "/pembrolizumab/name"),
        ("en/drugs.json", "/pembrolizumab/uses"),
        ("en/cancers.json", "/breast/name"),
        ("en/cancers.json", "/breast/said"),
        ("en/terms.json", "/adjuvant-treatment/term"),
        ("en/terms.json", "/adjuvant-treatment/meaning"),
        ("en/steps.json", "/role/title"),
        ("en/steps.json", "/role/name"),
        ("en/steps.json", "/role/help"),
        ("en/steps.json", "/role/options/self/label"),
        ("en/steps.json", "/role/options/self/said"),
        ("en/interface.json", "/home.start"),
    ]
    .map(|(file, at)| (file, at.to_owned()))
    .into();
    places.push(("en/article.json", format!("/{section}/title")));
    places.push(("en/article.json", format!("/{section}/statements/0")));
    places.push(("en/quiz.json", format!("/{item}/statement")));
    places.push(("en/quiz.json", format!("/{item}/why")));
    let copy = with(places.iter().map(|(file, at)| (*file, at.as_str(), json!(" "))));
    for (file, at) in places {
        copy.is_refused(file, &at, "the text is empty");
    }
}

#[test]
fn of_a_step_and_of_a_sign_offer_something() {
    all_refused(&[
        (STEPS, "/role/options", json!(["self"]), "a step needs two options or more"),
        (STEPS, "/hard/options", json!([]), "a step needs two options or more"),
        (STEPS, "/treatment/first", json!(["car-t", "tea"]), "'tea' is not an option of this step"),
        (STEPS, "/moment/first", json!(["lunch"]), "'lunch' is not an option of this step"),
        ("en/signs.json", "/any-emergency/signs", json!([]), "a warning sign needs at least one sign"),
    ]);
    let named: Vec<Value> = Copy::new().list(STEPS);
    let without: Vec<&Value> = named.iter().filter(|step| step["options"].is_null()).collect();
    assert_eq!(without.len(), 2, "cancers and treatments take theirs from the catalog: {without:?}");
}

#[test]
fn of_a_language_are_complete_or_refused() {
    let copy = Copy::new().write("es/interface.json", "{}");
    assert_eq!(languages(copy.path()), ["en", "es"]);
    let errors = check(copy.path(), "es").unwrap_err();
    let files = ["steps", "drugs", "signs", "cancers", "terms", "article", "quiz", "drawings", "style"]
        .map(|name| format!("es/{name}.json"));
    for file in files.iter().map(String::as_str).chain(["es/cards", "es/questions"]) {
        let unread = |error: &&_| is(error, file, "", "cannot be read");
        assert!(errors.iter().any(|error| unread(&error)), "{file}");
    }
    assert!(errors.iter().any(|error| is(error, "es/interface.json", "", "missing field `$schema`")));
    let missing = "missing words for 'pembrolizumab'";
    assert!(errors.iter().any(|error| is(error, "es/drugs.json", "/drugs/pembrolizumab", missing)));
}

fn is(
    error: &ask_about_immunotherapy::content::check::ContentError,
    file: &str,
    at: &str,
    why: &str,
) -> bool {
    error.file == file && error.field == at && error.reason.contains(why)
}
