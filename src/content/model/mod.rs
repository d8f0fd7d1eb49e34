//! The content as the program uses it: one language, structure and words joined.
//!
//! Two parts travel separately ([`Bundle::parts`]). What the first screen and the first steps need comes first:
//! words, steps, treatments. Other names of treatments, questions, drugs, cancers and the [`Details`] follow while
//! the person reads.
//!
//! Invariants, which the build's check ([`crate::content::check`]) has proved of every bundle:
//! 1. ids are unique within their kind, and every id that something refers to exists;
//! 2. `catalog.cards[i]` and `details.bodies[i]` are the same card;
//!    `catalog.questions[i]` belongs to `details.reasons[i]`;
//! 3. no text is empty.

mod card;
mod question;
mod reading;
mod reference;
mod sign;
mod step;
mod words;

pub use card::*;
pub use question::*;
pub use reading::*;
pub use reference::*;
pub use sign::*;
pub use step::*;
pub use words::*;

use super::ids::QuestionId;
use super::rule::Fact;
use super::wording::{Role, Wording};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Everything, for one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Bundle {
    /// What is needed at once.
    pub catalog: Catalog,
    /// What is read later.
    pub details: Details,
}

impl Bundle {
    /// The two parts as they travel: the catalog without questions, drugs, cancers and the other names of the cards, and the
    /// details with them. The browser reads them back with [`read`](super::read).
    ///
    /// # Errors
    /// Never for content that was joined; `serde_json` asks for it.
    pub fn parts(&self) -> serde_json::Result<(String, String)> {
        let mut first = serde_json::to_value(&self.catalog)?;
        let mut second = serde_json::to_value(&self.details)?;
        if let (Some(first), Some(second)) = (first.as_object_mut(), second.as_object_mut()) {
            second.extend(first.remove_entry("questions"));
            second.extend(first.remove_entry("drugs"));
            second.extend(first.remove_entry("cancers"));
            let cards = first.get_mut("cards").and_then(Value::as_array_mut);
            let also = |card: &mut Value| card.as_object_mut().and_then(|card| card.remove("also"));
            let also = cards.map(|cards| cards.iter_mut().filter_map(also).collect());
            second.insert("also".to_owned(), Value::Array(also.unwrap_or_default()));
        }
        Ok((first.to_string(), second.to_string()))
    }
}

/// What is needed at once: interface words, steps, treatments; and what completes it: questions, drugs, cancers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Catalog {
    /// BCP 47 tag of the words, for example `en`.
    pub language: String,
    /// Which content this is and how it was checked.
    pub release: Release,
    /// Words of the interface by key.
    pub words: Words,
    /// The walkthrough, in order, and what is asked beside the list.
    pub steps: Vec<Step>,
    /// Subjects of questions, in the order they are shown.
    pub topics: Vec<Topic>,
    /// Every question.
    pub questions: Vec<Question>,
    /// Every therapy card, without its body.
    pub cards: Vec<Card>,
    /// Every medicine.
    pub drugs: Vec<Drug>,
    /// Kinds of cancer.
    pub cancers: Vec<Cancer>,
}

/// What is read later: card bodies, reasons, signs, glossary, article, quiz, sources, drawings.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Details {
    /// Bodies of the cards, in the order of [`Catalog::cards`].
    pub bodies: Vec<CardBody>,
    /// Why each question is worth asking, and its sources, in the order of [`Catalog::questions`].
    pub reasons: Vec<Statement>,
    /// Warning signs.
    pub signs: Vec<Sign>,
    /// Glossary.
    pub terms: Vec<Term>,
    /// The opening article, section by section.
    pub article: Vec<Section>,
    /// The quiz.
    pub quiz: Vec<QuizItem>,
    /// Publications that statements name, in the order of their numbers.
    pub sources: Vec<Source>,
    /// Shared parts of the drawings, one SVG document.
    pub drawing_parts: String,
}

/// Which content this is, and its honest review status.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Release {
    /// Version of the content; saved lists carry it.
    pub version: String,
    /// Who wrote it.
    pub author: String,
    /// Who checked it, if anybody did.
    pub reviewer: Option<String>,
    /// Day of the last check, `YYYY-MM-DD`.
    pub checked: String,
    /// Day the next check is due, `YYYY-MM-DD`.
    pub due: String,
}

impl Catalog {
    /// The card with this id or with this alias.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.card_place(id).map(|place| &self.cards[place])
    }

    /// Where the card with this id or alias stands in [`Catalog::cards`].
    pub fn card_place(&self, id: &str) -> Option<usize> {
        let named =
            |card: &Card| card.id.as_str() == id || card.aliases.iter().any(|alias| alias.as_str() == id);
        self.cards.iter().position(named)
    }

    /// The question with this id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.question_place(id).map(|place| &self.questions[place])
    }

    /// Where the question with this id stands in [`Catalog::questions`].
    pub fn question_place(&self, id: &QuestionId) -> Option<usize> {
        self.questions.iter().position(|question| question.id == *id)
    }

    /// The step with this id.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id.as_str() == id)
    }

    /// The steps of the walkthrough, in order.
    pub fn walk(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| !step.aside)
    }

    /// The drug with this id.
    pub fn drug(&self, id: &str) -> Option<&Drug> {
        self.drugs.iter().find(|drug| drug.id.as_str() == id)
    }

    /// The options of a step, wherever they come from. Cancers come commonest first, cards by family.
    pub fn options(&self, step: &Step) -> Vec<StepOption> {
        match step.from {
            OptionSource::Listed => step.options.clone(),
            OptionSource::Cancers => self
                .cancers
                .iter()
                .map(|cancer| StepOption {
                    id: cancer.id.to_string(),
                    label: Wording::new(&cancer.name),
                    said: Wording::new(&cancer.said),
                })
                .collect(),
            OptionSource::Cards => self
                .cards
                .iter()
                .map(|card| StepOption {
                    id: card.id.to_string(),
                    label: Wording::new(&card.title),
                    said: Wording::new(&card.title),
                })
                .collect(),
        }
    }

    /// What the person said with a fact, as it stands after "because you said:".
    pub fn said(&self, fact: &Fact, role: Role) -> Option<String> {
        let step = self.step(&fact.step)?;
        let option = self.options(step).into_iter().find(|option| option.id == fact.option)?;
        Some(option.said.text(role).to_owned())
    }
}
