//! Warning signs.

use crate::content::ids::{CardId, SignId};
use serde::{Deserialize, Serialize};

/// How soon a warning sign needs a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Urgency {
    /// The emergency number, now.
    EmergencyNow,
    /// The team's line, the same day, day or night.
    CallToday,
    /// The next visit, sooner if it gets worse.
    NextVisit,
}

/// A warning sign: general information by class. Nothing here is computed from what a person enters.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sign {
    /// Its id.
    pub id: SignId,
    /// How soon to call.
    pub urgency: Urgency,
    /// Part of the body.
    pub area: String,
    /// The treatments it belongs to.
    pub classes: Vec<CardId>,
    /// Its name.
    pub name: String,
    /// In a few words, for the printed sheet.
    pub brief: String,
    /// What a person would notice.
    pub signs: Vec<String>,
    /// What makes it an emergency.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emergency_if: Vec<String>,
    /// What to do now.
    #[serde(rename = "do")]
    pub act: String,
    /// What to say on the phone.
    pub say: String,
    /// When it usually starts.
    pub onset: String,
    /// Places in [`Details::sources`](super::Details::sources).
    pub sources: Vec<usize>,
}
