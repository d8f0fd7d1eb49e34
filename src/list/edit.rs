//! What a person can do with the list.

use super::{By, Item, ItemId, MAX_ITEMS, PersonalList, Visit, What};
use crate::content::QuestionId;
use std::fmt;

/// The longest own question, in characters.
pub const OWN_LIMIT: usize = 300;

/// The longest team number, in characters: room for "ask for ward 5" behind it.
pub const TEAM_LIMIT: usize = 60;

/// The longest name of a doctor or place, in characters.
pub(super) const NAME_LIMIT: usize = 100;

/// Why something was not put on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There were no words.
    Empty,
    /// There were more than [`OWN_LIMIT`] characters: this many.
    TooLong(usize),
    /// The list holds [`MAX_ITEMS`] already.
    Full,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There is no question yet. Type your question first."),
            Self::TooLong(length) => {
                write!(
                    f,
                    "This question is too long by {}. Make it shorter, or make two.",
                    length - OWN_LIMIT
                )
            }
            Self::Full => write!(f, "The list holds {MAX_ITEMS} questions and is full. Take one off first."),
        }
    }
}

impl std::error::Error for Refused {}

impl PersonalList {
    /// Puts a question of the catalog on the list because the person wants it there. If it was suggested, it now
    /// stays.
    pub fn add(&mut self, question: &QuestionId) -> Result<(), Refused> {
        let id = ItemId::Question(question.clone());
        if let Some(place) = self.place(&id) {
            self.items[place].by = By::Person;
        } else {
            self.has_room()?;
            self.items.push(Item::question(question.clone(), By::Person));
            self.removed.retain(|removed| removed != question);
        }
        Ok(())
    }

    /// Puts the person's own question at the end of the list and names it.
    pub fn add_own(&mut self, text: &str) -> Result<ItemId, Refused> {
        let text = tidy(text);
        let length = text.chars().count();
        if length == 0 {
            return Err(Refused::Empty);
        }
        if length > OWN_LIMIT {
            return Err(Refused::TooLong(length));
        }
        self.has_room()?;
        Ok(self.push_own(text, None, false))
    }

    /// Takes an item off; a question of the catalog is then not suggested again. Whether it was there.
    pub fn remove(&mut self, id: &ItemId) -> bool {
        let Some(place) = self.place(id) else { return false };
        self.items.remove(place);
        if let ItemId::Question(question) = id {
            self.removed.push(question.clone());
        }
        true
    }

    /// Moves an item to a place counted from 0, or to the end if there are fewer. Whether anything moved.
    pub fn move_to(&mut self, id: &ItemId, place: usize) -> bool {
        let Some(from) = self.place(id) else { return false };
        let to = place.min(self.items.len() - 1);
        if from == to {
            return false;
        }
        let mut item = self.items.remove(from);
        item.by = By::Person;
        self.items.insert(to, item);
        self.ordered = true;
        true
    }

    /// Moves an item up by one. Whether it moved.
    pub fn move_up(&mut self, id: &ItemId) -> bool {
        self.place(id).is_some_and(|place| place > 0 && self.move_to(id, place - 1))
    }

    /// Moves an item down by one. Whether it moved.
    pub fn move_down(&mut self, id: &ItemId) -> bool {
        self.place(id).is_some_and(|place| self.move_to(id, place + 1))
    }

    /// Moves an item to the first place. Whether it moved.
    pub fn move_to_top(&mut self, id: &ItemId) -> bool {
        self.move_to(id, 0)
    }

    /// Marks an item as asked or not. Whether that changed anything.
    pub fn set_asked(&mut self, id: &ItemId, asked: bool) -> bool {
        let found = self.place(id).filter(|place| self.items[*place].asked != asked);
        if let Some(place) = found {
            self.items[place].asked = asked;
        }
        found.is_some()
    }

    /// Writes down the team's number; no words take it away. More than [`TEAM_LIMIT`] characters are cut.
    pub fn set_team(&mut self, number: &str) {
        let number = cut(tidy(number), TEAM_LIMIT);
        self.team = (!number.is_empty()).then_some(number);
    }

    /// Sets what the list is for. Names are cut at 100 characters.
    pub fn set_visit(&mut self, visit: Visit) {
        let name = |text: String| cut(tidy(&text), NAME_LIMIT);
        self.visit = Visit { doctor: name(visit.doctor), place: name(visit.place), ..visit };
    }

    /// Forgets everything, the answers too.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    fn has_room(&self) -> Result<(), Refused> {
        if self.items.len() < MAX_ITEMS { Ok(()) } else { Err(Refused::Full) }
    }

    /// Adds a tidied own question; a number that is missing or taken is replaced by the next free one.
    pub(super) fn push_own(&mut self, text: String, number: Option<u32>, asked: bool) -> ItemId {
        let numbers = self.items.iter().filter_map(|item| match item.what {
            What::Own { id, .. } => Some(id),
            What::Question(_) => None,
        });
        let next = numbers.max().unwrap_or(0).saturating_add(1);
        let id = number.filter(|number| !self.contains(&ItemId::Own(*number))).unwrap_or(next);
        self.items.push(Item { what: What::Own { id, text }, asked, by: By::Person });
        ItemId::Own(id)
    }
}

/// The words with single spaces between them: no line breaks, no control characters.
pub(super) fn tidy(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// At most this many characters.
pub(super) fn cut(mut text: String, limit: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(limit) {
        text.truncate(end);
        text.truncate(text.trim_end().len());
    }
    text
}
