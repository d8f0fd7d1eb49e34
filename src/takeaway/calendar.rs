//! A calendar file (RFC 5545) that holds the list: the visit as an event, or a task where its day is not known.

use super::Made;
use crate::content::Words;
use crate::list::{TimeOfDay, Visit};

/// The longest line, in bytes without its line break (RFC 5545, section 3.1).
const LINE_LIMIT: usize = 75;

/// How long a visit with a time is shown.
const DURATION: &str = "PT1H";

/// The file. `description` is the list as text ([`super::text::plain`]).
///
/// The time of the visit is local time without a zone, because a visit is at that time wherever the phone comes
/// from. The entry is marked private: a shared calendar should show others no more than that there is one.
pub fn calendar(visit: &Visit, description: &str, words: &Words, made: &Made<'_>) -> String {
    let kind = if visit.date.is_some() { "VEVENT" } else { "VTODO" };
    let summary = if visit.date.is_some() { "calendar.visit" } else { "calendar.task" };
    let mut file = String::new();
    let mut line = |name: &str, value: &str| fold(&mut file, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Ask About Immunotherapy//List 1//EN");
    line("BEGIN", kind);
    line("UID", &escape(made.id));
    line("DTSTAMP", &basic(made.at));
    if let Some(date) = &visit.date {
        let day = basic(date.as_str());
        match visit.time.as_ref().map(TimeOfDay::as_str) {
            Some(time) => {
                line("DTSTART", &format!("{day}T{}00", basic(time)));
                line("DURATION", DURATION);
            }
            None => line("DTSTART;VALUE=DATE", &day),
        }
    }
    line("SUMMARY", &escape(words.get(summary)));
    line("DESCRIPTION", &escape(description.trim_end()));
    if !visit.place.is_empty() {
        line("LOCATION", &escape(&visit.place));
    }
    line("CLASS", "PRIVATE");
    line("END", kind);
    line("END", "VCALENDAR");
    file
}

/// The basic form of ISO 8601: no hyphens, colons or fractions of a second.
fn basic(text: &str) -> String {
    let whole = text.split('.').next().unwrap_or_default();
    let end = if whole.len() < text.len() { "Z" } else { "" };
    whole.chars().filter(|letter| *letter != '-' && *letter != ':').chain(end.chars()).collect()
}

/// A text value (section 3.3.11). Other control characters may not stand in a calendar file and are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Adds a line, broken before [`LINE_LIMIT`] bytes and never within a character; a continued line begins with a
/// space, which counts.
fn fold(file: &mut String, line: &str) {
    let mut used = 0;
    for letter in line.chars() {
        if used + letter.len_utf8() > LINE_LIMIT {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(letter);
        used += letter.len_utf8();
    }
    file.push_str("\r\n");
}
