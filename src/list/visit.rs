//! The visit a list is for. Days and times are kept as they are written, after a check that they exist.

use crate::content::Words;

/// The visit; everything in it may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// The day.
    pub date: Option<Day>,
    /// The time of day, where the visit is.
    pub time: Option<TimeOfDay>,
    /// Who will be seen.
    pub doctor: String,
    /// Where.
    pub place: String,
}

/// A day of the calendar, `YYYY-MM-DD`.
///
/// ```
/// use ask_about_immunotherapy::list::Day;
/// assert!(Day::parse("2028-02-29").is_some());
/// assert!(Day::parse("2026-02-29").is_none() && Day::parse("1 December").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(String);

/// A time of day, `HH:MM`, from 00:00 to 23:59.
///
/// ```
/// use ask_about_immunotherapy::list::TimeOfDay;
/// assert!(TimeOfDay::parse("09:30").is_some());
/// assert!(TimeOfDay::parse("24:00").is_none() && TimeOfDay::parse("9:30").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(String);

impl Visit {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Day {
    /// The day, if it exists.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        (1..=last).contains(&day).then(|| Self(text.to_owned()))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In words of the interface (`date.months`, `date.day`): "1 December 2026".
    pub fn in_words(&self, words: &Words) -> String {
        let part = |from: usize, to: usize| self.0[from..to].trim_start_matches('0');
        let month = part(5, 7).parse().unwrap_or(0_usize);
        let name = words.get("date.months").split(' ').nth(month.wrapping_sub(1)).unwrap_or_default();
        words.fill("date.day", &[part(8, 10), name, &self.0[..4]])
    }
}

impl TimeOfDay {
    /// The time, if it exists.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        (number(hour, 2)? < 24 && number(minute, 2)? < 60).then(|| Self(text.to_owned()))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The number, if it is written with exactly this many digits.
fn number(text: &str, digits: usize) -> Option<u16> {
    if text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}
