//! Bringing together what was written in two places: a backup, another device, another tab.
//!
//! Nothing is lost and nothing is doubled: merging the same thing twice changes nothing the second time. Where both
//! sides say something that cannot stand together (an order, an answer of the walkthrough), this side wins.

use super::edit::{HEARD_LIMIT, NOTE_LIMIT};
use super::words::cut;
use super::{By, Item, ItemId, MAX_LISTS, MAX_STARS, MAX_STEPS, Notebook, PersonalList, Visit, What};
use crate::guide::Answers;

impl Notebook {
    /// Takes in another notebook. Lists of the same name are merged; others are added as long as there is room. The
    /// current list stays the current one. How many lists found no room.
    pub fn merge(&mut self, other: Self) -> usize {
        if self.is_empty() {
            *self = other;
            return 0;
        }
        let mut left = 0;
        for list in other.lists {
            if let Some(mine) = self.lists.iter_mut().find(|mine| mine.id == list.id) {
                mine.merge(list);
            } else if list.is_empty() {
                // An empty list of another device says nothing.
            } else if self.lists.len() < MAX_LISTS {
                self.lists.push(list);
            } else {
                left += 1;
            }
        }
        let mine = &mut self.alert;
        for (mine, theirs) in [
            (&mut mine.name, other.alert.name),
            (&mut mine.drug, other.alert.drug),
            (&mut mine.hospital, other.alert.hospital),
        ] {
            fill(mine, theirs);
        }
        mine.class = mine.class.take().or(other.alert.class);
        mine.since = mine.since.take().or(other.alert.since);
        left
    }
}

impl PersonalList {
    /// Takes in another list, or another state of this one.
    pub fn merge(&mut self, other: Self) {
        let mut answers: Answers = other.answers;
        answers.extend(std::mem::take(&mut self.answers));
        self.answers = answers;
        for item in other.items {
            self.merge_item(item);
        }
        for question in other.removed {
            if !self.has_question(&question) && !self.was_removed(&question) {
                self.removed.push(question);
            }
        }
        self.ordered |= other.ordered;
        self.team = self.team.take().or(other.team);
        let Visit { date, time, doctor, place } = other.visit;
        self.visit.date = self.visit.date.take().or(date);
        self.visit.time = self.visit.time.take().or(time);
        fill(&mut self.visit.doctor, doctor);
        fill(&mut self.visit.place, place);
        self.heard = both(&self.heard, &other.heard, HEARD_LIMIT);
        for step in other.next {
            if let Some(mine) = self.next.iter_mut().find(|mine| mine.text == step.text) {
                mine.done |= step.done;
                mine.date = mine.date.take().or(step.date);
            } else if self.next.len() < MAX_STEPS {
                self.next.push(step);
            }
        }
    }

    fn merge_item(&mut self, item: Item) {
        let stars = self.starred().count();
        let mine = self.items.iter_mut().find(|mine| match (&mine.what, &item.what) {
            (What::Question(mine), What::Question(id)) => mine == id,
            // The same words, whatever their number: numbers are given on each device.
            (What::Own { text: mine, .. }, What::Own { text, .. }) => mine == text,
            _ => false,
        });
        if let Some(mine) = mine {
            mine.asked |= item.asked;
            mine.again |= item.again;
            mine.star |= item.star && stars < MAX_STARS;
            mine.note = both(&mine.note, &item.note, NOTE_LIMIT);
            mine.wording = mine.wording.take().or(item.wording);
            mine.topic = mine.topic.take().or(item.topic);
            if item.by == By::Person {
                mine.by = item.by;
            }
            return;
        }
        if self.has_room().is_err() {
            return;
        }
        let star = item.star && stars < MAX_STARS;
        match &item.what {
            // What was taken off here, and only suggested there, stays off.
            What::Question(id) if self.was_removed(id) && item.by == By::Guide => {}
            What::Question(id) => {
                let id = id.clone();
                self.removed.retain(|removed| *removed != id);
                self.items.push(Item { star, ..item });
            }
            What::Own { id, text } => {
                let named = self.push_own(text.clone(), Some(*id));
                if let ItemId::Own(id) = named
                    && let Some(last) = self.items.last_mut()
                {
                    *last = Item { what: What::Own { id, text: text.clone() }, star, ..item.clone() };
                }
            }
        }
    }
}

fn fill(mine: &mut String, theirs: String) {
    if mine.is_empty() {
        *mine = theirs;
    }
}

/// Both texts, mine first, unless one holds the other.
fn both(mine: &str, theirs: &str, limit: usize) -> String {
    if mine.contains(theirs) {
        mine.to_owned()
    } else if theirs.contains(mine) {
        theirs.to_owned()
    } else {
        cut(format!("{mine}\n{theirs}"), limit)
    }
}
