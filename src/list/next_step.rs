//! What is to be done after a visit.

use super::words::{cut, tidy};
use super::{Day, MAX_STEPS, OWN_LIMIT, PersonalList, Refused};

/// One thing to do, perhaps by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// What, in the person's words: not empty, one line, at most [`OWN_LIMIT`] characters.
    pub text: String,
    /// By when.
    pub date: Option<Day>,
    /// Whether it is done.
    pub done: bool,
}

impl PersonalList {
    /// Adds a step at the end. Words beyond [`OWN_LIMIT`] characters are cut.
    ///
    /// # Errors
    /// There are no words, or [`MAX_STEPS`] steps already.
    pub fn add_step(&mut self, text: &str, date: Option<Day>) -> Result<(), Refused> {
        let text = cut(tidy(text), OWN_LIMIT);
        if text.is_empty() {
            return Err(Refused::NoStep);
        }
        if self.next.len() == MAX_STEPS {
            return Err(Refused::FullSteps);
        }
        self.next.push(NextStep { text, date, done: false });
        Ok(())
    }

    /// Marks a step, counted from 0, as done or not. Whether that changed anything.
    pub fn set_done(&mut self, place: usize, done: bool) -> bool {
        let step = self.next.get_mut(place).filter(|step| step.done != done);
        step.map(|step| step.done = done).is_some()
    }

    /// Sets or takes away the day of a step, counted from 0. Whether that changed anything.
    pub fn set_step_date(&mut self, place: usize, date: Option<Day>) -> bool {
        let step = self.next.get_mut(place).filter(|step| step.date != date);
        step.map(|step| step.date = date).is_some()
    }

    /// Takes a step off, counted from 0. Whether it was there.
    pub fn remove_step(&mut self, place: usize) -> bool {
        let there = place < self.next.len();
        if there {
            self.next.remove(place);
        }
        there
    }
}
