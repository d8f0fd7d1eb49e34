//! What can be wrong with a saved list, in words that say what to do next.

use super::{MAX_ITEMS, MAX_LISTS};
use crate::guide::AnswerProblem;
use std::fmt;

/// Why a text is not a list at all. The text itself should be kept aside and offered as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is longer than [`SIZE_LIMIT`](super::record::SIZE_LIMIT).
    TooLarge,
    /// It is not JSON, from this line on.
    NotJson(usize),
    /// It is JSON of something else.
    NotAList,
    /// A newer version of the program wrote it.
    Newer(u64),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => {
                f.write_str("This is too large to be a saved list. Choose the file you saved from this app.")
            }
            Self::NotJson(line) => write!(
                f,
                "This list is damaged at line {line}. Keep the file and start a new list, or use an older backup."
            ),
            Self::NotAList => {
                f.write_str("This is not a list from this app. Choose the file you saved from this app.")
            }
            Self::Newer(version) => write!(
                f,
                "A newer version of this app saved this list (format {version}). Keep the file, reload this page to get the new version, then open the file again."
            ),
        }
    }
}

impl std::error::Error for Unreadable {}

/// What was left out or changed while a list was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// An answer could not be used.
    Answer(AnswerProblem),
    /// This field held something else than it should.
    Field(&'static str),
    /// This entry of the list, counted from 1, was no question.
    Entry(usize),
    /// The content has no such question, and its text was not saved.
    UnknownQuestion(String),
    /// The content no longer has this question; it is now the person's own.
    KeptAsOwn(String),
    /// This own question was too long and was cut.
    Shortened(String),
    /// There were more than [`MAX_ITEMS`]; the rest was left out.
    TooMany,
    /// This list, counted from 1, was none.
    List(usize),
    /// There were more than [`MAX_LISTS`] lists; the rest was left out.
    TooManyLists,
    /// This next step, counted from 1, was none.
    Step(usize),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(problem) => write!(f, "In your answers {problem}. You can answer again."),
            Self::Field(name) => {
                write!(
                    f,
                    "The part '{name}' could not be read as it was. Please check it and fill it in again."
                )
            }
            Self::Entry(place) => {
                write!(f, "Entry {place} of the list could not be read. Add the question again.")
            }
            Self::UnknownQuestion(id) => {
                write!(
                    f,
                    "The question '{id}' is no longer offered. Add it in your own words if you need it."
                )
            }
            Self::KeptAsOwn(text) => {
                write!(
                    f,
                    "This question is no longer offered; it is kept as your own: {text} Check that it still fits."
                )
            }
            Self::Shortened(text) => {
                write!(f, "This question was too long and was cut; please check it: {text}")
            }
            Self::List(place) => {
                write!(f, "List {place} could not be read. The file still holds it.")
            }
            Self::TooManyLists => {
                write!(f, "Only the first {MAX_LISTS} lists were kept. The file still holds the rest.")
            }
            Self::Step(place) => {
                write!(f, "Next step {place} could not be read. Write it down again.")
            }
            Self::TooMany => {
                write!(f, "Only the first {MAX_ITEMS} questions were kept. The file still holds the rest.")
            }
        }
    }
}
