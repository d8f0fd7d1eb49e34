//! Names of things in the content: stable kebab-case words, one type for each kind, so that a question's id
//! can never stand where a card's is meant.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How an id looks, for the schemas of the files that hold it.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(extend("pattern" = ID)))]
        pub struct $name(String);

        impl $name {
            /// Takes the word as it stands; whether it names something is for the catalog to say.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The word itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )+};
}

ids! {
    /// A therapy card, and the class of treatment it describes.
    CardId,
    /// A question to ask.
    QuestionId,
    /// A subject that questions are grouped under.
    TopicId,
    /// A medicine.
    DrugId,
    /// A warning sign.
    SignId,
    /// A word of the glossary.
    TermId,
    /// A publication that statements rest on.
    SourceId,
    /// A kind of cancer.
    CancerId,
    /// A step of the walkthrough.
    StepId,
    /// A section of the opening article.
    SectionId,
    /// An item of the quiz.
    QuizId,
}

/// Whether a word may serve as an id: lower-case letters, digits and single hyphens between them.
///
/// ```
/// use ask_about_immunotherapy::content::ids::is_kebab_case;
/// assert!(is_kebab_case("car-t"));
/// assert!(!is_kebab_case("CAR T") && !is_kebab_case("-x") && !is_kebab_case("a--b"));
/// ```
pub fn is_kebab_case(word: &str) -> bool {
    word.split('-').all(|part| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}
