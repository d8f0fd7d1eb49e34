//! What a person can do with the list.

use super::words::{cut, tidy, tidy_lines};
use super::{By, Item, ItemId, MAX_ITEMS, MAX_STARS, MAX_STEPS, PersonalList, Visit, What};
use crate::content::{QuestionId, TopicId};
use std::fmt;

/// The longest own question, in characters.
pub const OWN_LIMIT: usize = 300;

/// The longest team number, in characters: room for "ask for ward 5" behind it.
pub const TEAM_LIMIT: usize = 60;

/// The longest name of a doctor or place, in characters.
pub const NAME_LIMIT: usize = 100;

/// The longest noted answer, in characters: a page of handwriting.
pub const NOTE_LIMIT: usize = 1_000;

/// The longest "what I heard", in characters.
pub const HEARD_LIMIT: usize = 4_000;

/// Why something was not put on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There were no words.
    Empty,
    /// There were more than [`OWN_LIMIT`] characters: this many.
    TooLong(usize),
    /// The list holds [`MAX_ITEMS`] already.
    Full,
    /// [`MAX_STARS`] questions are starred already.
    Stars,
    /// There were no words for a next step.
    NoStep,
    /// [`MAX_STEPS`] next steps are kept already.
    FullSteps,
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
            Self::NoStep => f.write_str("There is no next step yet. Type it first."),
            Self::FullSteps => write!(f, "There are {MAX_STEPS} next steps. Take one off first."),
            Self::Stars => {
                write!(f, "You can star {MAX_STARS} questions. Take the star off another one first.")
            }
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
        let text = question_words(text)?;
        self.has_room()?;
        Ok(self.push_own(text, None))
    }

    /// Puts an own question under a topic, or under none. Whether that changed anything.
    pub fn set_topic(&mut self, id: &ItemId, topic: Option<TopicId>) -> bool {
        self.change(id, |item| {
            if matches!(item.what, What::Own { .. }) {
                item.topic = topic;
            }
        })
    }

    /// Writes a question in the person's words. No words give a question of the catalog its own words back, and are
    /// refused for an own question. Whether that changed anything.
    pub fn reword(&mut self, id: &ItemId, text: &str, authored: &str) -> Result<bool, Refused> {
        let words = match (question_words(text), id) {
            (Err(Refused::Empty), ItemId::Question(_)) => authored.to_owned(),
            (words, _) => words?,
        };
        Ok(self.change(id, |item| match &mut item.what {
            What::Own { text, .. } => *text = words,
            What::Question(_) => {
                item.wording = (words != authored).then_some(words);
                item.by = By::Person;
            }
        }))
    }

    /// Stars a question, which brings it to the front behind those starred before, or takes the star off. At most
    /// [`MAX_STARS`] are starred. Whether that changed anything.
    pub fn set_star(&mut self, id: &ItemId, star: bool) -> Result<bool, Refused> {
        let stars = self.starred().count();
        let Some(place) = self.place(id).filter(|place| self.items[*place].star != star) else {
            return Ok(false);
        };
        if star && stars == MAX_STARS {
            return Err(Refused::Stars);
        }
        let mut item = self.items.remove(place);
        item.star = star;
        item.by = By::Person;
        let front = self.items.iter().take_while(|item| item.star).count();
        self.items.insert(if star { front } else { place }, item);
        Ok(true)
    }

    /// Notes the answer; no words take the note away. More than [`NOTE_LIMIT`] characters are cut. Whether that
    /// changed anything.
    pub fn set_note(&mut self, id: &ItemId, note: &str) -> bool {
        let note = cut(tidy_lines(note), NOTE_LIMIT);
        self.change(id, |item| {
            if item.note != note {
                item.note = note;
                item.by = By::Person;
            }
        })
    }

    /// Marks an item to be asked again at the next visit, or not. Whether that changed anything.
    pub fn set_again(&mut self, id: &ItemId, again: bool) -> bool {
        self.change(id, |item| {
            if item.again != again {
                item.again = again;
                item.by = By::Person;
            }
        })
    }

    /// Writes down what was heard. More than [`HEARD_LIMIT`] characters are cut.
    pub fn set_heard(&mut self, text: &str) {
        self.heard = cut(tidy_lines(text), HEARD_LIMIT);
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
        self.change(id, |item| item.asked = asked)
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
        *self = Self::named(&self.id);
    }

    /// Changes an item. Whether it was there and is now another.
    fn change(&mut self, id: &ItemId, change: impl FnOnce(&mut Item)) -> bool {
        let Some(place) = self.place(id) else { return false };
        let before = self.items[place].clone();
        change(&mut self.items[place]);
        self.items[place] != before
    }

    pub(super) fn has_room(&self) -> Result<(), Refused> {
        if self.items.len() < MAX_ITEMS { Ok(()) } else { Err(Refused::Full) }
    }

    /// Adds a tidied own question; a number that is missing or taken is replaced by the next free one.
    pub(super) fn push_own(&mut self, text: String, number: Option<u32>) -> ItemId {
        let numbers = self.items.iter().filter_map(|item| match item.what {
            What::Own { id, .. } => Some(id),
            What::Question(_) => None,
        });
        let next = numbers.max().unwrap_or(0).saturating_add(1);
        let id = number.filter(|number| !self.contains(&ItemId::Own(*number))).unwrap_or(next);
        self.items.push(Item::new(What::Own { id, text }, By::Person));
        ItemId::Own(id)
    }
}

/// A question in the person's words, if it is one.
fn question_words(text: &str) -> Result<String, Refused> {
    let text = tidy(text);
    match text.chars().count() {
        0 => Err(Refused::Empty),
        length if length > OWN_LIMIT => Err(Refused::TooLong(length)),
        _ => Ok(text),
    }
}
