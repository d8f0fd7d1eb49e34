//! All of a person's lists: one for each visit.
//!
//! Invariants, which every edit and every reading keeps:
//! 1. there is at least one list, at most [`MAX_LISTS`], and one of them is the current one;
//! 2. no two lists have the same name.

use super::{Alert, By, PersonalList, Visit};

/// The most lists that are kept: a year of monthly visits.
pub const MAX_LISTS: usize = 12;

/// The lists, the one that is open, and what holds for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notebook {
    pub(super) lists: Vec<PersonalList>,
    pub(super) current: usize,
    pub(super) alert: Alert,
}

impl Default for Notebook {
    /// One empty list without a name of its own.
    fn default() -> Self {
        Self::new("")
    }
}

impl Notebook {
    /// One empty list of this name (see [`PersonalList::named`]).
    pub fn new(id: &str) -> Self {
        Self { lists: vec![PersonalList::named(id)], current: 0, alert: Alert::default() }
    }

    /// With one list, the current one.
    pub fn of(list: PersonalList) -> Self {
        Self { lists: vec![list], current: 0, alert: Alert::default() }
    }

    /// Every list, oldest first.
    pub fn lists(&self) -> &[PersonalList] {
        &self.lists
    }

    /// The place of the current list.
    pub fn place(&self) -> usize {
        self.current
    }

    /// The list that is open.
    pub fn current(&self) -> &PersonalList {
        &self.lists[self.current]
    }

    /// The list that is open, to change it.
    pub fn current_mut(&mut self) -> &mut PersonalList {
        &mut self.lists[self.current]
    }

    /// What stands on the alert card.
    pub fn alert(&self) -> &Alert {
        &self.alert
    }

    /// Writes the alert card.
    pub fn set_alert(&mut self, alert: Alert) {
        self.alert = alert.tidied();
    }

    /// Whether there is nothing to save.
    pub fn is_empty(&self) -> bool {
        self.alert.is_empty() && self.lists.iter().all(PersonalList::is_empty) && self.lists.len() == 1
    }

    /// Opens the list at a place. Whether another one is open now.
    pub fn open(&mut self, place: usize) -> bool {
        let other = place < self.lists.len() && place != self.current;
        if other {
            self.current = place;
        }
        other
    }

    /// Sets what the list at a place is for. Whether it was there.
    pub fn set_visit(&mut self, place: usize, visit: Visit) -> bool {
        let list = self.lists.get_mut(place);
        list.map(|list| list.set_visit(visit)).is_some()
    }

    /// Writes down the team's number on every list: it is the same team. More than [`TEAM_LIMIT`](super::TEAM_LIMIT) characters
    /// are cut.
    pub fn set_team(&mut self, number: &str) {
        self.lists.iter_mut().for_each(|list| list.set_team(number));
    }

    /// Begins an empty list for another visit, with the same answers and team, and opens it. Whether there was room.
    pub fn add_list(&mut self, id: &str) -> bool {
        let before = self.current();
        let list = PersonalList {
            answers: before.answers.clone(),
            team: before.team.clone(),
            removed: before.removed.clone(),
            ..PersonalList::named(id)
        };
        self.take_in(list)
    }

    /// Begins the list for the next visit with what is still open on the current one, in its order: not asked yet, or
    /// to be asked again. Answers noted stay where they were noted. Whether there was room.
    pub fn carry_over(&mut self, id: &str) -> bool {
        let open = self.current().items.iter().filter(|item| item.is_open()).cloned().collect::<Vec<_>>();
        if !self.add_list(id) {
            return false;
        }
        let list = self.current_mut();
        for mut item in open {
            item.asked = false;
            item.again = false;
            item.note.clear();
            // Carried over on purpose: new answers must not take it off again.
            item.by = By::Person;
            list.items.push(item);
        }
        list.ordered = true;
        true
    }

    /// Puts a list behind the others under a name of its own, and opens it. Whether there was room.
    pub fn take_in(&mut self, mut list: PersonalList) -> bool {
        if self.lists.len() == MAX_LISTS {
            return false;
        }
        list.id = self.free_name(&list.id);
        self.lists.push(list);
        self.current = self.lists.len() - 1;
        true
    }

    /// Takes a list away; the last one is emptied instead. Whether it was there.
    pub fn remove_list(&mut self, place: usize) -> bool {
        if place >= self.lists.len() {
            return false;
        }
        if self.lists.len() == 1 {
            self.current_mut().clear();
            return true;
        }
        self.lists.remove(place);
        if self.current > place || self.current == self.lists.len() {
            self.current -= 1;
        }
        true
    }

    /// The name, or one like it that no list has.
    pub(super) fn free_name(&self, id: &str) -> String {
        let taken = |name: &str| self.lists.iter().any(|list| list.id == name);
        let mut name = id.to_owned();
        let mut number = 2;
        while taken(&name) {
            name = format!("{id}-{number}");
            number += 1;
        }
        name
    }
}
