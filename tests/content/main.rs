//! What the build refuses: the shipped content passes, and a copy with one thing broken does not.
//!
//! One file a concern. Each test breaks a copy of the shipped content and reads the file, the field and the reason that
//! the check gives, so that an editor is told where to look.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

#[path = "../support/content.rs"]
mod support;

mod article;
mod cards;
mod coverage;
mod dates;
mod drawings;
mod files;
mod glossary;
mod ids;
mod interface;
mod joined;
mod links;
mod phrases;
mod rules;
mod shipped;
mod sources;
mod texts;
mod translation;
mod urgent;
mod wording;

use serde_json::Value;
use support::Copy;

const CARD: &str = "catalog/cards/car-t.json";
const CARD_WORDS: &str = "en/cards/car-t.json";
const QUESTIONS: &str = "catalog/questions.json";
const DRUGS: &str = "catalog/drugs.json";
const SIGNS: &str = "catalog/signs.json";
const SOURCES: &str = "catalog/sources.json";
const STEPS: &str = "catalog/steps.json";
const ARTICLE: &str = "catalog/article.json";
const QUIZ: &str = "catalog/quiz.json";
const BCG_WORDS: &str = "en/questions/bcg.json";

/// One thing to break and what must be said about it: the change, then file, field and a part of the reason.
type Breach = (&'static str, fn(Copy) -> Copy, [&'static str; 3]);

/// Breaks a copy of its own with each.
#[track_caller]
fn refused(breaches: &[Breach]) {
    for (name, change, [file, field, reason]) in breaches {
        println!("{name}");
        change(Copy::new()).is_refused(file, field, reason);
    }
}

/// The same for files that cannot be read.
#[track_caller]
fn unreadable(breaches: &[Breach]) {
    for (name, change, [file, field, reason]) in breaches {
        println!("{name}");
        change(Copy::new()).is_unreadable(file, field, reason);
    }
}

/// Something wrong: the file, the field, the value to put there, and a part of what must be said about that field.
type Wrong = (&'static str, &'static str, Value, &'static str);

/// Breaks one copy with all of them: each is told, since a mistake hides no other.
#[track_caller]
fn all_refused(wrong: &[Wrong]) {
    let put = |copy: Copy, (file, at, value, _): &Wrong| copy.set(file, at, value.clone());
    let copy = wrong.iter().fold(Copy::new(), put);
    for (file, at, _, reason) in wrong {
        copy.is_refused(file, at.trim_end_matches("/-"), reason);
    }
}

/// Puts a value of its own at each place of one copy.
fn with<'a>(places: impl IntoIterator<Item = (&'a str, &'a str, Value)>) -> Copy {
    places.into_iter().fold(Copy::new(), |copy, (file, at, value)| copy.set(file, at, value))
}

/// The places of the first so many questions that are for everybody: no class, no rule, not hard.
fn for_everybody(copy: &Copy) -> Vec<usize> {
    let plain = |question: &Value| ["classes", "when", "tone"].iter().all(|field| question[field].is_null());
    let questions = copy.list(QUESTIONS);
    (0..questions.len()).filter(|place| plain(&questions[*place])).collect()
}

/// This many short words.
fn words(count: usize) -> String {
    vec!["so"; count].join(" ")
}
