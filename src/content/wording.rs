//! Words that follow whose list it is.
//!
//! A text holds, in braces, how it is said by a person for themselves, by whoever cares for somebody, and by a parent:
//! `Do {I need|they need|my child needs} a port?`. What is the same for all three, though it sounds like the first,
//! stands in braces alone: `Who do {I} call?` is the caller in every case. Nothing is worked out from English: each form is
//! written, and the check refuses a question in which one was forgotten.

use serde::{Deserialize, Serialize};

/// Whose list it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The person's own; also as long as nobody said.
    #[default]
    Own,
    /// Somebody's whom the person cares for.
    Carer,
    /// The person's child's.
    Parent,
}

impl Role {
    /// Every role, in the order in which a text holds their words.
    pub const ALL: [Self; 3] = [Self::Own, Self::Carer, Self::Parent];

    /// The step of the walkthrough that asks for it.
    pub const STEP: &'static str = "role";

    /// The role that an option of the step `role` stands for.
    pub fn of(option: &str) -> Self {
        Self::ALL.into_iter().find(|role| role.option() == option).unwrap_or_default()
    }

    /// The option of the step `role`.
    pub fn option(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::Carer => "carer",
            Self::Parent => "parent",
        }
    }
}

/// A text in the words of every role.
///
/// ```
/// use ask_about_immunotherapy::content::{Role, Wording};
/// let text = Wording::new("{I have|They have|My child has} a port. Who do {I} call?");
/// assert_eq!(text.text(Role::Own), "I have a port. Who do I call?");
/// assert_eq!(text.text(Role::Parent), "My child has a port. Who do I call?");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Wording {
    authored: String,
    /// One for each role, or none where all are the same.
    spoken: Vec<String>,
}

impl Wording {
    /// From a text with braces.
    pub fn new(authored: impl Into<String>) -> Self {
        let authored = authored.into();
        let spoken = if authored.contains('{') {
            Role::ALL.into_iter().map(|role| spoken(&authored, role)).collect()
        } else {
            Vec::new()
        };
        Self { authored, spoken }
    }

    /// The words of one role.
    pub fn text(&self, role: Role) -> &str {
        self.spoken.get(role as usize).unwrap_or(&self.authored)
    }

    /// The text as it was written, braces and all.
    pub fn authored(&self) -> &str {
        &self.authored
    }
}

impl From<String> for Wording {
    fn from(authored: String) -> Self {
        Self::new(authored)
    }
}

impl From<Wording> for String {
    fn from(wording: Wording) -> Self {
        wording.authored
    }
}

/// A text with braces in the words of one role. A number in braces is a gap for a value and stays; so does a brace that
/// is not closed.
pub fn spoken(authored: &str, role: Role) -> String {
    let mut said = String::new();
    let mut rest = authored;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((group, after)) = after.split_once('}') else { break };
        said.push_str(before);
        let form = group.split('|').nth(role as usize).filter(|_| group.contains('|'));
        if form.is_none() && group.bytes().all(|letter| letter.is_ascii_digit()) {
            said.push('{');
            said.push_str(group);
            said.push('}');
        } else {
            said.push_str(form.unwrap_or(group));
        }
        rest = after;
    }
    said.push_str(rest);
    said
}

/// The groups of a text: what stands in each pair of braces, and what stands outside.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn groups(authored: &str) -> (Vec<&str>, String) {
    let (mut found, mut outside, mut rest) = (Vec::new(), String::new(), authored);
    while let Some((before, after)) = rest.split_once('{') {
        let Some((group, after)) = after.split_once('}') else { break };
        outside.push_str(before);
        outside.push(' ');
        found.push(group);
        rest = after;
    }
    outside.push_str(rest);
    (found, outside)
}
