//! What stands on the alert card for the wallet, beside the team's number.

use super::words::{cut, tidy};
use super::{Day, NAME_LIMIT};
use crate::content::CardId;

/// The person's own part of the alert card; everything may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alert {
    /// The person's name.
    pub name: String,
    /// The medicine as it stands on the letter.
    pub drug: String,
    /// The kind of treatment.
    pub class: Option<CardId>,
    /// The first day of treatment.
    pub since: Option<Day>,
    /// The hospital or clinic that treats.
    pub hospital: String,
}

impl Alert {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// With tidy words; names are cut at 100 characters.
    #[must_use]
    pub fn tidied(self) -> Self {
        let name = |text: String| cut(tidy(&text), NAME_LIMIT);
        Self { name: name(self.name), drug: name(self.drug), hospital: name(self.hospital), ..self }
    }
}
