//! What the build refuses. Every rule of the content, every breach with file, field and reason, all at once.
//!
//! The rules are those of the editorial guide (`docs/EDITING.md`). One file a concern: `references` (ids and
//! links), `reach` (rules over answers), `coverage` (enough questions for every answer), `text` (limits, reading grade,
//! phrases), `wording` (what follows whose list it is), `glossary`, `dates`, `drawings`.

mod coverage;
mod dates;
mod drawings;
mod glossary;
mod reach;
mod references;
mod text;
mod wording;

pub use coverage::Coverage;
pub use dates::checked_after;
pub use reach::can_hold;
pub use text::Passage;

use super::authored::{Authored, CardShape};
use super::ids::{CardId, QuestionId};
use super::join::join;
use super::model::Bundle;
use super::readability::Reading;
use super::rule::Facts;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::{fmt, path::Path};

/// A breach of a rule of the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ContentError {
    /// The file below `content/`.
    pub file: String,
    /// JSON pointer to the field; empty for the whole file.
    pub field: String,
    /// What is wrong and what to do.
    pub reason: String,
}

impl ContentError {
    /// An error at a place.
    pub fn new(file: impl Into<String>, field: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { file: file.into(), field: field.into(), reason: reason.into() }
    }
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "content/{} {}: {}",
            self.file,
            if self.field.is_empty() { "/" } else { &self.field },
            self.reason
        )
    }
}

/// Collects breaches.
#[derive(Default)]
struct Errors(Vec<ContentError>);

impl Errors {
    fn add(&mut self, file: impl Into<String>, field: impl Into<String>, reason: impl Into<String>) {
        self.0.push(ContentError::new(file, field, reason));
    }
}

/// How much content there is, how far it reaches, and how hard it is to read.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Therapy cards.
    pub cards: usize,
    /// Questions.
    pub questions: usize,
    /// Medicines and named combinations.
    pub drugs: usize,
    /// Warning signs.
    pub signs: usize,
    /// Glossary words.
    pub terms: usize,
    /// Publications.
    pub sources: usize,
    /// Kinds of cancer.
    pub cancers: usize,
    /// Sections of the opening article.
    pub sections: usize,
    /// Items of the quiz.
    pub quiz: usize,
    /// Questions for each answer of the walkthrough.
    pub coverage: Vec<Coverage>,
    /// For each question the fewest answers that bring it.
    pub reached_by: BTreeMap<QuestionId, Facts>,
    /// Of each card, when it is checked next and how many publications it rests on.
    pub card_status: Vec<CardStatus>,
    /// Reading grade of each card, topic and other text.
    pub reading: Vec<Grade>,
    /// The ten hardest passages.
    pub hardest: Vec<Passage>,
}

/// When a card is checked next, and what it rests on.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CardStatus {
    /// The card.
    pub id: CardId,
    /// Publications that its statements name.
    pub sources: usize,
    /// Day of the next check.
    pub due: String,
    /// Day of the next check of approvals and supply.
    pub approvals_due: String,
}

impl CardStatus {
    fn new(id: &CardId, card: &CardShape) -> Self {
        let named = card.sources.rows.values().flatten().flatten().chain(&card.sources.short);
        Self {
            id: id.clone(),
            sources: named.collect::<BTreeSet<_>>().len(),
            due: card.due.clone(),
            approvals_due: card.approvals_due.clone(),
        }
    }
}

/// The reading grade of one text.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Grade {
    /// `card`, `topic`, `signs`, `terms`, `article`, `quiz`, `drugs`, `steps` or `interface`.
    pub kind: &'static str,
    /// Its id; empty where there is one only.
    pub id: String,
    /// US school grade, medical names counted as two syllables.
    pub grade: f64,
    /// US school grade as spoken.
    pub raw_grade: f64,
    /// Words in a sentence, on average.
    pub words_per_sentence: f64,
}

impl Grade {
    fn new(kind: &'static str, id: &str, reading: &Reading) -> Self {
        let round = |value: f64| (value * 10.0).round() / 10.0;
        Self {
            kind,
            id: id.to_owned(),
            grade: round(reading.grade()),
            raw_grade: round(reading.raw_grade()),
            words_per_sentence: round(reading.words_per_sentence()),
        }
    }
}

/// Reads and checks `content/` for one language.
///
/// # Errors
/// Every breach of every rule, sorted by file and field.
pub fn check(content: &Path, language: &str) -> Result<(Authored, Counts), Vec<ContentError>> {
    let (authored, unread) = Authored::read(content, language);
    let mut errors = Errors(unread);
    references::check(&authored, &mut errors);
    reach::check(&authored, &mut errors);
    coverage::check(&authored, &mut errors);
    let (reading, hardest) = text::check(&authored, &mut errors);
    wording::check(&authored, &mut errors);
    glossary::check(&authored, &mut errors);
    dates::check(&authored, &mut errors);
    drawings::check(&authored, &mut errors);
    if errors.0.is_empty() {
        let counts = Counts {
            cards: authored.cards.len(),
            questions: authored.questions.len(),
            drugs: authored.drugs.len(),
            signs: authored.signs.len(),
            terms: authored.terms.len(),
            sources: authored.sources.len(),
            cancers: authored.cancers.len(),
            sections: authored.article.len(),
            quiz: authored.quiz.len(),
            coverage: coverage::count(&authored),
            reached_by: reach::shortest(&authored),
            card_status: authored.cards.iter().map(|(id, card)| CardStatus::new(id, card)).collect(),
            reading,
            hardest,
        };
        Ok((authored, counts))
    } else {
        errors.0.sort();
        errors.0.dedup();
        Err(errors.0)
    }
}

/// The languages that `content/` holds words for: every folder with an `interface.json`, sorted.
pub fn languages(content: &Path) -> Vec<String> {
    let folders = std::fs::read_dir(content).into_iter().flatten().flatten();
    let mut found: Vec<String> = folders
        .filter(|folder| folder.path().join("interface.json").is_file())
        .map(|folder| folder.file_name().to_string_lossy().into_owned())
        .collect();
    found.sort();
    found
}

/// Reads, checks and joins `content/` for one language.
///
/// # Errors
/// Every breach of every rule.
pub fn bundle(content: &Path, language: &str) -> Result<Bundle, Vec<ContentError>> {
    let (authored, _) = check(content, language)?;
    join(&authored)
}
