//! The walkthrough: what a person answered, and which questions that brings, in which order, and why.
//!
//! Nothing is inferred: an answer raises the questions that name it, and every place in the list can be
//! explained from what the person said. How the order comes about: `docs/RANKING.md`.

mod answers;
mod rank;
mod ten;
mod time;

pub use answers::{AnswerProblem, Answers, UNSURE};
pub use rank::{IF_TIME, Ranked, TOP, rank};
pub use ten::{About, TEN, ten};
pub use time::Time;
