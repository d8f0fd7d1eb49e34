//! What is looked up: medicines, cancers, words of the glossary, publications.

use crate::content::ids::{CancerId, CardId, DrugId, TermId};
use serde::{Deserialize, Serialize};

/// A medicine, or a named combination.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Drug {
    /// Its id.
    pub id: DrugId,
    /// The card it leads to.
    pub class: CardId,
    /// General name.
    pub name: String,
    /// Brand names, most widely used first.
    pub brands: Vec<String>,
    /// Short names and codes people use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// How to say it, by syllables.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub say: String,
    /// What it is used for, in one sentence.
    pub uses: String,
    /// Whether it can be had.
    #[serde(default, skip_serializing_if = "Status::is_available")]
    pub status: Status,
}

/// Whether a medicine can be had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Status {
    /// Approved and supplied somewhere.
    #[default]
    Available,
    /// No longer approved or made.
    Withdrawn,
    /// In trials only.
    Trial,
}

impl Status {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape serde asks for")]
    fn is_available(&self) -> bool {
        *self == Self::Available
    }
}

/// A kind of cancer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cancer {
    /// Its id.
    pub id: CancerId,
    /// Its name in plain words.
    pub name: String,
    /// Lay names and synonyms.
    pub also: Vec<String>,
    /// What stands after "because you said:".
    pub said: String,
    /// The treatments that are in standard use for some people with it.
    pub classes: Vec<CardId>,
}

/// A word of the glossary.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// The word.
    pub term: String,
    /// Other spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Its meaning, 30 words at most.
    pub meaning: String,
}

/// A publication that statements rest on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Source {
    /// Who published it.
    pub organisation: String,
    /// Its title.
    pub title: String,
    /// Its public address.
    pub address: String,
    /// When it was published, as exactly as known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
    /// What is uncertain about that date.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date_note: String,
    /// Day it was last looked at, `YYYY-MM-DD`; empty when only others' words about it were.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub checked: String,
}
