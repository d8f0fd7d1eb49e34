//! What a list holds.
//!
//! Invariants, which every edit and every reading keeps:
//! 1. no question and no own id stands on the list twice;
//! 2. a question that the person took off is not on the list;
//! 3. own texts and changed wordings are not empty, hold no line breaks and at most [`OWN_LIMIT`](super::OWN_LIMIT)
//!    characters;
//! 4. there are at most [`MAX_ITEMS`] items and [`MAX_STEPS`] next steps;
//! 5. at most [`MAX_STARS`] items are starred;
//! 6. only an own question has a topic of its own, only a question of the catalog a changed wording.

use super::{NextStep, Visit};
use crate::content::{Catalog, QuestionId, Role, TopicId};
use crate::guide::{Answers, TOP};

/// The most items a list holds: far more than a visit, few enough to stay quick on an old phone.
pub const MAX_ITEMS: usize = 300;

/// How many questions can be starred: what a doctor takes in at one look.
pub const MAX_STARS: usize = 3;

/// The most next steps that are kept for one visit.
pub const MAX_STEPS: usize = 50;

/// One person's list for one visit, with the answers it came from and what came of the visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonalList {
    /// Tells lists apart, also on other devices; chosen when the list is made.
    pub(super) id: String,
    /// What the person answered in the walkthrough.
    pub answers: Answers,
    pub(super) items: Vec<Item>,
    pub(super) removed: Vec<QuestionId>,
    pub(super) ordered: bool,
    pub(super) team: Option<String>,
    pub(super) visit: Visit,
    pub(super) heard: String,
    pub(super) next: Vec<NextStep>,
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
    /// Whether it is one of the person's most important.
    pub star: bool,
    /// Whether it is to be asked again at the next visit.
    pub again: bool,
    /// The answer, as the person noted it; may have several lines.
    pub note: String,
    /// The person's own wording of a question of the catalog.
    pub wording: Option<String>,
    /// The topic of an own question, where the person chose one.
    pub topic: Option<TopicId>,
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
    pub(super) fn new(what: What, by: By) -> Self {
        Self {
            what,
            asked: false,
            by,
            star: false,
            again: false,
            note: String::new(),
            wording: None,
            topic: None,
        }
    }

    /// A question of the catalog.
    pub(super) fn question(id: QuestionId, by: By) -> Self {
        Self::new(What::Question(id), by)
    }

    /// Whether it still waits for an answer: not asked yet, or to be asked again.
    pub fn is_open(&self) -> bool {
        !self.asked || self.again
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

    /// The question, as a person of this role asks it. (An id without a question, which a read list never has, shows
    /// itself.)
    pub fn text<'a>(&'a self, catalog: &'a Catalog, role: Role) -> &'a str {
        match (&self.what, &self.wording) {
            (What::Question(_), Some(wording)) => wording,
            (What::Question(id), None) => {
                catalog.question(id).map_or(id.as_str(), |question| question.text.text(role))
            }
            (What::Own { text, .. }, _) => text,
        }
    }

    /// Its topic: of the catalog, or the one that the person chose.
    pub fn topic<'a>(&'a self, catalog: &'a Catalog) -> Option<&'a TopicId> {
        match &self.what {
            What::Question(id) => catalog.question(id).map(|question| &question.topic),
            What::Own { .. } => self.topic.as_ref(),
        }
    }
}

impl PersonalList {
    /// An empty list of this name. The name is a UUID, or another word of at most 40 letters, digits and hyphens.
    pub fn named(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }

    /// Tells it apart from other lists, also on other devices. Empty for a list that was saved before there were
    /// several.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What the person heard at the visit, in several lines.
    pub fn heard(&self) -> &str {
        &self.heard
    }

    /// What is to be done after the visit.
    pub fn next_steps(&self) -> &[NextStep] {
        &self.next
    }

    /// The starred items, in the order of the list.
    pub fn starred(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.star)
    }

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
        *self == Self::named(&self.id)
    }

    pub(super) fn place(&self, id: &ItemId) -> Option<usize> {
        self.items.iter().position(|item| item.is(id))
    }
}
