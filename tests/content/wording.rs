//! Words that follow whose list it is: every form is written, and no word for the one who asks is forgotten.

use super::{BCG_WORDS, Copy, QUESTIONS, refused};
use serde_json::json;

const AT: &str = "/questions/bcg-how-many/text";
const LABEL: &str = "/steps/health/options/steroids/label";

fn asking(text: &str) -> Copy {
    Copy::new().set(BCG_WORDS, AT, json!(text))
}

#[test]
fn holds_three_forms_or_one() {
    refused(&[
        ("two forms", |_| asking("Is it for {me|them}?"), [BCG_WORDS, AT, "has 2 forms"]),
        ("four forms", |_| asking("Is it for {me|them|us|you}?"), [BCG_WORDS, AT, "has 4 forms"]),
        ("the same three times", |_| asking("Is it for {us|us|us}?"), [BCG_WORDS, AT, "the same for all"]),
        ("nothing", |_| asking("Is it for {}?"), [BCG_WORDS, AT, "nothing in them"]),
        ("an open brace", |_| asking("Is it for {me|them|my child?"), [BCG_WORDS, AT, "without its pair"]),
        ("a lost bar", |_| asking("Is it for us | them?"), [BCG_WORDS, AT, "without its pair"]),
    ]);
}

#[test]
fn forgets_nobody_in_a_question_for_several_roles() {
    refused(&[
        ("a bare my", |_| asking("How is my bladder?"), [BCG_WORDS, AT, "'my' outside of braces"]),
        ("a bare I", |_| asking("Must I come?"), [BCG_WORDS, AT, "'I' outside of braces"]),
        (
            "a bare my in a step",
            |_| Copy::new().set("en/steps.json", LABEL, json!("My steroids")),
            ["en/steps.json", LABEL, "'my' outside of braces"],
        ),
    ]);
    assert_eq!(asking("Who do {I} call for {me|them|my child}?").errors(), []);
}

#[test]
fn is_free_in_a_question_for_one_role() {
    let at = "/questions/child-can-i-stay/text";
    assert_eq!(
        Copy::new().set("en/questions/children.json", at, json!("May I stay with my child?")).errors(),
        []
    );
}

#[test]
fn is_as_easy_to_read_in_every_role() {
    const LONG: &str = "Is it for {me|them and for each and all of those who live near to them and see them at home on most days of the week|my child}?";
    refused(&[("a long form", |_| asking(LONG), [BCG_WORDS, AT, "20 at most"])]);
}

#[test]
fn says_the_same_in_other_words_of_two_questions_or_more() {
    let alone = Copy::new().set(QUESTIONS, "/questions/0/same", json!("alone"));
    alone.is_refused(QUESTIONS, "/questions/0/same", "no other question is the same as 'alone'");
}
