//! The walkthrough: its steps and their options.

use crate::content::ids::StepId;
use crate::content::wording::Wording;
use serde::{Deserialize, Serialize};

/// One step of the walkthrough.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Its id, part of saved lists.
    pub id: StepId,
    /// One answer or several.
    pub kind: StepKind,
    /// Where the options come from.
    pub from: OptionSource,
    /// The question, as heading.
    pub title: Wording,
    /// Its short name, for "Step 2 of 7: where you are now".
    pub name: Wording,
    /// One line of help.
    pub help: Wording,
    /// Its own options; for cancers and treatments they are taken from the catalog when it is read.
    pub options: Vec<StepOption>,
    /// Whether it is asked beside the list, and not as a step of the walkthrough.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub aside: bool,
    /// The ids of the options that are shown while a long list is folded; none stands for the first ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub first: Vec<String>,
}

/// The option of a step that stands alone: "none of these".
pub const NONE: &str = "none";

/// How many answers a step takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum StepKind {
    /// One.
    One,
    /// Any number.
    Many,
}

/// Where a step's options come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum OptionSource {
    /// The step's own list.
    #[default]
    Listed,
    /// The kinds of cancer.
    Cancers,
    /// The therapy cards.
    Cards,
}

/// An answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepOption {
    /// Its id within the step.
    pub id: String,
    /// What the row says.
    pub label: Wording,
    /// What stands after "because you said:".
    pub said: Wording,
}
