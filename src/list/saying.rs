//! The visit in words of the interface: "1 December, 9:30 am, Dr Lee, Ward 5".

use super::{Day, TimeOfDay, Visit};
use crate::content::Words;

/// Keys of the months' names.
const MONTHS: [&str; 12] = [
    "month.01", "month.02", "month.03", "month.04", "month.05", "month.06", "month.07", "month.08", "month.09",
    "month.10", "month.11", "month.12",
];

impl Day {
    /// The day as it is spoken; with the year where that is another one than today's (`YYYY-MM-DD`).
    ///
    /// ```
    /// # use ask_about_immunotherapy::list::Day;
    /// # let words = ask_about_immunotherapy::content::check::bundle("content".as_ref(), "en").unwrap().catalog.words;
    /// let day = Day::parse("2026-12-01").unwrap();
    /// assert_eq!(day.said(&words, "2026-11-22"), "1 December");
    /// assert_eq!(day.said(&words, "2025-12-31"), "1 December 2026");
    /// ```
    pub fn said(&self, words: &Words, today: &str) -> String {
        let [year, month, day] = self.parts();
        // A day that was read has a month from 01 to 12.
        let month = month.parse().ok().and_then(|month: usize| MONTHS.get(month.wrapping_sub(1)));
        let month = month.map_or("", |key| words.get(key));
        let day = day.trim_start_matches('0');
        if today.starts_with(year) {
            words.fill("date.day", &[day, month])
        } else {
            words.fill("date.day-year", &[day, month, year])
        }
    }

    fn parts(&self) -> [&str; 3] {
        let text = self.as_str();
        [&text[..4], &text[5..7], &text[8..]]
    }
}

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
    pub fn said(&self, words: &Words, today: &str) -> Option<String> {
        let day = self.date.as_ref().map(|day| day.said(words, today));
        let time = self.time.as_ref().map(|time| time.said(words));
        let names = [&self.doctor, &self.place].into_iter().filter(|name| !name.is_empty()).cloned();
        let parts: Vec<String> = day.into_iter().chain(time).chain(names).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}
