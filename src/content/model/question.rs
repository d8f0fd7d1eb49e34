//! Questions to ask, and their topics.

use crate::content::ids::{CardId, QuestionId, TopicId};
use crate::content::rule::{Fact, Rule};
use crate::content::wording::Wording;
use serde::{Deserialize, Serialize};

/// A subject of questions.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its heading.
    pub title: String,
    /// Whether the signs that cannot wait for a visit are shown beside its questions.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signs: bool,
}

/// A question to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id; saved lists refer to it.
    pub id: QuestionId,
    /// Its topic.
    pub topic: TopicId,
    /// The question, in the words of whoever asks it.
    pub text: Wording,
    /// The treatments it is about; empty for every treatment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<CardId>,
    /// When it is offered at all; always, if there is no rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Rule>,
    /// What makes it matter more, without restricting it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Fact>,
    /// What questions that ask the same in other words share: a list suggests one of them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub same: String,
    /// How useful it is to nearly everyone, 1 to 10.
    pub weight: u8,
    /// Whether it is one of the hard questions.
    #[serde(default, skip_serializing_if = "Tone::is_open")]
    pub tone: Tone,
}

/// Whether a question is shown to everyone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Tone {
    /// Shown.
    #[default]
    Open,
    /// Shown only to those who asked for the hard topics.
    Hard,
}

impl Tone {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape serde asks for")]
    fn is_open(&self) -> bool {
        *self == Self::Open
    }
}
