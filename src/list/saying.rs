//! The visit in words of the interface: "1 December 2026, 9:30 am, Dr Lee, Ward 5".

use super::{TimeOfDay, Visit};
use crate::content::Words;

impl TimeOfDay {
    /// The time as it is spoken.
    ///
    /// ```
    /// # use ask_about_immunotherapy::list::TimeOfDay;
    /// # let words = ask_about_immunotherapy::content::check::bundle("content".as_ref(), "en").unwrap().catalog.words;
    /// let said = |time| TimeOfDay::parse(time).unwrap().said(&words);
    /// assert_eq!([said("09:30"), said("12:05"), said("00:00"), said("23:59")], ["9:30 am", "12:05 pm", "12:00 am", "11:59 pm"]);
    /// ```
    pub fn said(&self, words: &Words) -> String {
        let (hour, minute) = self.as_str().split_once(':').unwrap_or_default();
        let hour: u8 = hour.parse().unwrap_or_default();
        let key = if hour < 12 { "date.am" } else { "date.pm" };
        let hour = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
        words.fill(key, &[&hour.to_string(), minute])
    }
}

impl Visit {
    /// What is known of the visit, as it is spoken; nothing if nothing is known.
    pub fn said(&self, words: &Words) -> Option<String> {
        let day = self.date.as_ref().map(|day| day.in_words(words));
        let time = self.time.as_ref().map(|time| time.said(words));
        let names = [&self.doctor, &self.place].into_iter().filter(|name| !name.is_empty()).cloned();
        let parts: Vec<String> = day.into_iter().chain(time).chain(names).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}
