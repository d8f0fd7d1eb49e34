//! What is read from end to end: the opening article and the quiz.

use super::card::Statement;
use crate::content::ids::{CardId, QuizId, SectionId};
use serde::{Deserialize, Serialize};

/// A section of the opening article.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// Its heading.
    pub title: String,
    /// What it says, a few sentences at a time.
    pub statements: Vec<Statement>,
    /// Cards to read next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<CardId>,
}

/// A statement to judge, with the answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct QuizItem {
    /// Its id.
    pub id: QuizId,
    /// The statement.
    pub statement: String,
    /// Whether it holds.
    pub holds: bool,
    /// Why.
    pub why: Statement,
    /// The card to read next.
    pub card: CardId,
}
