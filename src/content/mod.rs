//! What the product says: the types of the content, and (outside the browser) how it is read and checked.
//!
//! Authors write `content/`: structure once in `catalog/`, words once per language in `en/`. The build
//! reads both ([`authored`]), refuses what breaks a rule ([`check`]) and joins them into a [`Bundle`] for
//! one language, which is all that the browser ever sees. Start reading at [`model`].
//!
//! This room knows nothing of the browser, of storage or of time: today's date comes in as a parameter.

pub mod ids;
pub mod model;
pub mod read;
pub mod rule;
pub mod wording;

#[cfg(not(target_arch = "wasm32"))]
pub mod authored;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
mod duplicate;
#[cfg(not(target_arch = "wasm32"))]
pub mod join;
#[cfg(not(target_arch = "wasm32"))]
pub mod readability;

pub use ids::{
    CancerId, CardId, DrugId, QuestionId, QuizId, SectionId, SignId, SourceId, StepId, TermId, TopicId,
};
pub use model::{
    Bundle, Cancer, Card, CardBody, Catalog, Details, Drawing, Drug, Group, NONE, OptionSource, Question,
    QuizItem, Release, Route, Row, Section, Sign, Source, Statement, Status, Step, StepKind, StepOption,
    Term, Tone, Topic, Urgency, Words,
};
pub use rule::{Fact, Facts, Rule};
pub use wording::{Role, Wording, spoken};
