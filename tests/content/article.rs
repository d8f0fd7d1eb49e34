//! The opening article and the quiz: both sides say the same things, and every statement has its sources. Their links,
//! limits, grades and urgent words are with those of the other texts.

use super::{ARTICLE, Copy, QUIZ, unreadable};
use serde_json::{Value, json};

fn first(file: &str) -> String {
    Copy::new().list(file)[0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn has_as_many_lists_of_sources_as_statements_in_each_section() {
    let section = first(ARTICLE);
    let words = Copy::new().json("en/article.json");
    let count = words["sections"][&section]["statements"].as_array().unwrap().len();
    let copy = Copy::new().set(ARTICLE, "/0/sources/-", json!(["acs-ici"]));
    let reason = format!("{} lists of sources for {count} statements", count + 1);
    copy.is_refused(ARTICLE, "/0/sources", &reason);
    let copy = Copy::new().set("en/article.json", &format!("/{section}/statements/-"), json!("So it is."));
    let reason = format!("{count} lists of sources for {} statements", count + 1);
    copy.is_refused(ARTICLE, "/0/sources", &reason);
}

#[test]
fn has_no_section_without_statements() {
    let section = first(ARTICLE);
    let copy = Copy::new().set("en/article.json", &format!("/{section}/statements"), json!([])).set(
        ARTICLE,
        "/0/sources",
        json!([]),
    );
    copy.is_refused("en/article.json", &format!("/{section}/statements"), "the section is empty");
}

#[test]
fn and_quiz_have_no_entry_by_halves() {
    let (section, item) = (format!("/{}", first(ARTICLE)), format!("/{}", first(QUIZ)));
    for (file, entry, fields) in [
        (ARTICLE, "/0", &["id", "sources"][..]),
        (QUIZ, "/0", &["id", "holds", "card", "sources"]),
        ("en/article.json", &section, &["title", "statements"]),
        ("en/quiz.json", &item, &["statement", "why"]),
    ] {
        for field in fields {
            let copy = Copy::new().remove(file, &format!("{entry}/{field}"));
            copy.is_unreadable(file, entry, &format!("missing field `{field}`"));
        }
    }
}

#[test]
fn of_a_quiz_says_whether_a_statement_holds() {
    unreadable(&[(
        "a word for yes or no",
        |copy| copy.set(QUIZ, "/0/holds", json!("maybe")),
        [QUIZ, "/0/holds", "invalid type: string \"maybe\", expected a boolean"],
    )]);
    let holds: Vec<Value> = Copy::new().list(QUIZ).iter().map(|item| item["holds"].clone()).collect();
    assert!(holds.contains(&json!(true)) && holds.contains(&json!(false)), "both kinds: {holds:?}");
}
