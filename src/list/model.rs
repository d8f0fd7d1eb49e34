//! What a list holds.
//!
//! Invariants, which every edit and every reading keeps:
//! 1. no question and no own id stands on the list twice;
//! 2. a question that the person took off is not on the list;
//! 3. own texts are not empty, hold no line breaks and at most [`OWN_LIMIT`](super::OWN_LIMIT) characters;
//! 4. there are at most [`MAX_ITEMS`] items.

use super::Visit;
use crate::content::{Catalog, QuestionId, Role};
use crate::guide::{Answers, TOP};

/// The most items a list holds: far more than a visit, few enough to stay quick on an old phone.
pub const MAX_ITEMS: usize = 300;

/// One person's list, with the answers it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonalList {
    /// What the person answered in the walkthrough.
    pub answers: Answers,
    pub(super) items: Vec<Item>,
    pub(super) removed: Vec<QuestionId>,
    pub(super) ordered: bool,
    pub(super) team: Option<String>,
    pub(super) visit: Visit,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The question.
    pub what: What,
    /// Whether it has been asked at the visit.
    pub asked: bool,
    /// Who put it there.
    pub by: By,
}

/// A question of the catalog or the person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A question of the catalog.
    Question(QuestionId),
    /// The person's own words.
    Own {
        /// Its number within the list.
        id: u32,
        /// The question.
        text: String,
    },
}

/// Who wanted an item on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The walkthrough suggested it, and may take it back when the answers change.
    Guide,
    /// The person ticked, wrote or moved it: only the person takes it off.
    Person,
}

/// Names an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemId {
    /// A question of the catalog.
    Question(QuestionId),
    /// The person's own, by number.
    Own(u32),
}

impl Item {
    /// A question of the catalog.
    pub(super) fn question(id: QuestionId, by: By) -> Self {
        Self { what: What::Question(id), asked: false, by }
    }

    /// Names this item.
    pub fn id(&self) -> ItemId {
        match &self.what {
            What::Question(id) => ItemId::Question(id.clone()),
            What::Own { id, .. } => ItemId::Own(*id),
        }
    }

    /// Whether this is the item of that name.
    pub fn is(&self, other: &ItemId) -> bool {
        match (&self.what, other) {
            (What::Question(id), ItemId::Question(other)) => id == other,
            (What::Own { id, .. }, ItemId::Own(other)) => id == other,
            _ => false,
        }
    }

    /// The question, as a person of this role asks it. (An id without a question, which a read list never has, shows itself.)
    pub fn text<'a>(&'a self, catalog: &'a Catalog, role: Role) -> &'a str {
        match &self.what {
            What::Question(id) => {
                catalog.question(id).map_or(id.as_str(), |question| question.text.text(role))
            }
            What::Own { text, .. } => text,
        }
    }
}

impl PersonalList {
    /// Whose list it is.
    pub fn role(&self) -> Role {
        self.answers.role()
    }

    /// Every item, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The items to ask first.
    pub fn top(&self) -> &[Item] {
        &self.items[..self.items.len().min(TOP)]
    }

    /// The items for "if there is time".
    pub fn if_time(&self) -> &[Item] {
        &self.items[self.items.len().min(TOP)..]
    }

    /// The item of this name.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.is(id))
    }

    /// Whether an item is on the list.
    pub fn contains(&self, id: &ItemId) -> bool {
        self.item(id).is_some()
    }

    /// Whether a question of the catalog is on the list.
    pub fn has_question(&self, question: &QuestionId) -> bool {
        self.items.iter().any(|item| matches!(&item.what, What::Question(id) if id == question))
    }

    /// Whether the person took this question off.
    pub fn was_removed(&self, question: &QuestionId) -> bool {
        self.removed.contains(question)
    }

    /// Whether the person changed the order, so that nothing is sorted any more.
    pub fn is_ordered(&self) -> bool {
        self.ordered
    }

    /// The team's number, if the person wrote it down.
    pub fn team(&self) -> Option<&str> {
        self.team.as_deref()
    }

    /// The visit the list is for.
    pub fn visit(&self) -> &Visit {
        &self.visit
    }

    /// Whether there is nothing to save.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn place(&self, id: &ItemId) -> Option<usize> {
        self.items.iter().position(|item| item.is(id))
    }
}
