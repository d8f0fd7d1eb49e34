//! The saved list: JSON that a person can read and mend by hand, version 1.
//!
//! ```json
//! {
//!   "app": "ask-about-immunotherapy", "version": 1, "content": "2026.11",
//!   "answers": {"role": ["self"], "moment": ["about-to-start"]},
//!   "items": [
//!     {"question": "who-do-i-call", "text": "Who do I call, day or night?"},
//!     {"question": "aim", "text": "What is the aim?", "asked": true, "by": "person"},
//!     {"own": "Can I keep my dog?", "id": 1}
//!   ],
//!   "removed": ["cost"], "ordered": false, "team": "555-0142",
//!   "visit": {"date": "2026-12-01", "time": "10:30", "doctor": "", "place": ""}
//! }
//! ```
//!
//! Reading is field by field: what is wrong is left out and reported, and the rest is kept. A question travels
//! with its text, so that one which the content no longer has is kept as the person's own. Fields that this
//! version does not know are ignored. Every list that the edits can make is within the limits of reading.

use super::edit::{NAME_LIMIT, OWN_LIMIT, TEAM_LIMIT, cut, tidy};
use super::json::{document, object, text};
use super::{By, Day, Item, ItemId, MAX_ITEMS, PersonalList, TimeOfDay, Visit, What};
use crate::content::{Catalog, QuestionId};
use crate::guide::AnswerProblem;
use serde_json::{Map, Value};
use std::fmt;

/// The name in every saved list.
pub const APP: &str = "ask-about-immunotherapy";

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;

/// The longest text that is read, in bytes.
pub const SIZE_LIMIT: usize = 500_000;

/// Own numbers above this are given anew, so that there is always a next one.
const HIGHEST_NUMBER: u64 = 1_000_000;

/// At most this many answers are looked at in one step, of at most this many bytes each.
const ANSWER_LIMIT: usize = 100;

/// At most this many problems are reported: more than anybody reads.
const PROBLEM_LIMIT: usize = 50;

/// Why a text is not a list at all. The text itself should be kept aside and offered as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is longer than [`SIZE_LIMIT`].
    TooLarge,
    /// It is not JSON, from this line on.
    NotJson(usize),
    /// It is JSON of something else.
    NotAList,
    /// A newer version of the program wrote it.
    Newer(u64),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => {
                f.write_str("This is too large to be a saved list. Choose the file you saved from this app.")
            }
            Self::NotJson(line) => write!(
                f,
                "This list is damaged at line {line}. Keep the file and start a new list, or use an older backup."
            ),
            Self::NotAList => {
                f.write_str("This is not a list from this app. Choose the file you saved from this app.")
            }
            Self::Newer(version) => write!(
                f,
                "A newer version of this app saved this list (format {version}). Keep the file, reload this page to get the new version, then open the file again."
            ),
        }
    }
}

impl std::error::Error for Unreadable {}

/// What was left out or changed while a list was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// An answer could not be used.
    Answer(AnswerProblem),
    /// This field held something else than it should.
    Field(&'static str),
    /// This entry of the list, counted from 1, was no question.
    Entry(usize),
    /// The content has no such question, and its text was not saved.
    UnknownQuestion(String),
    /// The content no longer has this question; it is now the person's own.
    KeptAsOwn(String),
    /// This own question was too long and was cut.
    Shortened(String),
    /// There were more than [`MAX_ITEMS`]; the rest was left out.
    TooMany,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(problem) => write!(f, "In your answers {problem}. You can answer again."),
            Self::Field(name) => {
                write!(
                    f,
                    "The part '{name}' could not be read as it was. Please check it and fill it in again."
                )
            }
            Self::Entry(place) => {
                write!(f, "Entry {place} of the list could not be read. Add the question again.")
            }
            Self::UnknownQuestion(id) => {
                write!(
                    f,
                    "The question '{id}' is no longer offered. Add it in your own words if you need it."
                )
            }
            Self::KeptAsOwn(text) => {
                write!(
                    f,
                    "This question is no longer offered; it is kept as your own: {text} Check that it still fits."
                )
            }
            Self::Shortened(text) => {
                write!(f, "This question was too long and was cut; please check it: {text}")
            }
            Self::TooMany => {
                write!(f, "Only the first {MAX_ITEMS} questions were kept. The file still holds the rest.")
            }
        }
    }
}

/// Reads a saved list. What could not be used is reported beside the list and should be shown.
pub fn parse(text: &str, catalog: &Catalog) -> Result<(PersonalList, Vec<Problem>), Unreadable> {
    if text.len() > SIZE_LIMIT {
        return Err(Unreadable::TooLarge);
    }
    let value = serde_json::from_str(text.trim_start_matches('\u{feff}'));
    let Value::Object(fields) = value.map_err(|error| Unreadable::NotJson(error.line()))? else {
        return Err(Unreadable::NotAList);
    };
    let ours = match fields.get("app") {
        Some(app) => app == APP,
        None => fields.contains_key("items") || fields.contains_key("answers"),
    };
    if !ours {
        return Err(Unreadable::NotAList);
    }
    let mut reader = Reader { catalog, list: PersonalList::default(), problems: Vec::new() };
    match fields.get("version").map(Value::as_f64) {
        Some(Some(version)) if version > VERSION as f64 => return Err(Unreadable::Newer(version as u64)),
        Some(None) => reader.problems.push(Problem::Field("version")),
        _ => {}
    }
    reader.answers(&fields);
    reader.items(&fields);
    reader.removed(&fields);
    reader.list.ordered = reader.flag(&fields, "ordered");
    let team = reader.limited(&fields, "team", TEAM_LIMIT);
    reader.list.set_team(&team);
    reader.visit(&fields);
    reader.problems.truncate(PROBLEM_LIMIT);
    Ok((reader.list, reader.problems))
}

struct Reader<'a> {
    catalog: &'a Catalog,
    list: PersonalList,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn answers(&mut self, fields: &Map<String, Value>) {
        let steps = match fields.get("answers") {
            Some(Value::Object(steps)) => steps,
            other => return self.expect_none(other, "answers"),
        };
        for (step, options) in steps.iter().take(ANSWER_LIMIT) {
            let options = match options {
                Value::Array(options) => options.as_slice(),
                one => std::slice::from_ref(one),
            };
            let words = options
                .iter()
                .take(ANSWER_LIMIT)
                .filter_map(Value::as_str)
                .filter(|word| word.len() <= ANSWER_LIMIT);
            self.list.answers.set(step, words.map(str::to_owned).collect());
        }
        let problems = self.list.answers.mend(self.catalog);
        self.problems.extend(problems.into_iter().map(Problem::Answer));
    }

    fn items(&mut self, fields: &Map<String, Value>) {
        let items = match fields.get("items") {
            Some(Value::Array(items)) => items,
            other => return self.expect_none(other, "items"),
        };
        if items.len() > MAX_ITEMS {
            self.problems.push(Problem::TooMany);
        }
        for (place, item) in items.iter().take(MAX_ITEMS).enumerate() {
            if item.as_object().and_then(|fields| self.item(fields)).is_none() {
                self.problems.push(Problem::Entry(place + 1));
            }
        }
    }

    fn item(&mut self, fields: &Map<String, Value>) -> Option<()> {
        if let Some(own) = fields.get("own") {
            let own = tidy(own.as_str()?);
            let number = fields.get("id").and_then(Value::as_u64).filter(|id| *id <= HIGHEST_NUMBER);
            let asked = self.flag(fields, "asked");
            return self.own(own, number.map(|id| id as u32), asked);
        }
        let id = QuestionId::new(fields.get("question")?.as_str()?);
        let asked = self.flag(fields, "asked");
        if self.catalog.question(&id).is_none() {
            let words = tidy(&self.words(fields, "text"));
            if words.is_empty() {
                self.problems.push(Problem::UnknownQuestion(cut(id.to_string(), OWN_LIMIT)));
            } else {
                self.problems.push(Problem::KeptAsOwn(cut(words.clone(), OWN_LIMIT)));
                self.own(words, None, asked)?;
            }
        } else if !self.list.has_question(&id) {
            let by = if fields.get("by").and_then(Value::as_str) == Some("person") {
                By::Person
            } else {
                By::Guide
            };
            self.list.items.push(Item { asked, ..Item::question(id, by) });
        }
        Some(())
    }

    fn own(&mut self, words: String, number: Option<u32>, asked: bool) -> Option<()> {
        let length = words.len();
        let words = cut(words, OWN_LIMIT);
        if words.is_empty() {
            return None;
        }
        if words.len() < length {
            self.problems.push(Problem::Shortened(words.clone()));
        }
        self.list.push_own(words, number, asked);
        Some(())
    }

    /// Questions that no longer exist need not be remembered as taken off.
    fn removed(&mut self, fields: &Map<String, Value>) {
        let ids = match fields.get("removed") {
            Some(Value::Array(ids)) => ids,
            other => return self.expect_none(other, "removed"),
        };
        for id in ids.iter().filter_map(Value::as_str).map(QuestionId::new) {
            if self.catalog.question(&id).is_some()
                && !self.list.has_question(&id)
                && !self.list.was_removed(&id)
            {
                self.list.removed.push(id);
            }
        }
    }

    fn visit(&mut self, fields: &Map<String, Value>) {
        let fields = match fields.get("visit") {
            Some(Value::Object(fields)) => fields,
            other => return self.expect_none(other, "visit"),
        };
        let (date, time) = (self.words(fields, "date"), self.words(fields, "time"));
        let visit = Visit {
            date: Day::parse(&date),
            time: TimeOfDay::parse(&time),
            doctor: self.limited(fields, "doctor", NAME_LIMIT),
            place: self.limited(fields, "place", NAME_LIMIT),
        };
        if visit.date.is_none() && !date.is_empty() {
            self.problems.push(Problem::Field("visit date"));
        }
        if visit.time.is_none() && !time.is_empty() {
            self.problems.push(Problem::Field("visit time"));
        }
        self.list.set_visit(visit);
    }

    fn flag(&mut self, fields: &Map<String, Value>, name: &'static str) -> bool {
        match fields.get(name) {
            Some(Value::Bool(flag)) => *flag,
            other => {
                self.expect_none(other, name);
                false
            }
        }
    }

    /// A text; a number, as a hand might write a telephone number, is taken as it stands.
    fn words(&mut self, fields: &Map<String, Value>, name: &'static str) -> String {
        match fields.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            other => {
                self.expect_none(other, name);
                String::new()
            }
        }
    }

    /// A tidied text; what is too long is cut and reported.
    fn limited(&mut self, fields: &Map<String, Value>, name: &'static str, limit: usize) -> String {
        let words = tidy(&self.words(fields, name));
        let length = words.len();
        let words = cut(words, limit);
        if words.len() < length {
            self.problems.push(Problem::Field(name));
        }
        words
    }

    fn expect_none(&mut self, value: Option<&Value>, name: &'static str) {
        if value.is_some_and(|value| !value.is_null()) {
            self.problems.push(Problem::Field(name));
        }
    }
}

/// Writes a list. The catalog gives the content's version and the text of each question.
pub fn to_json(list: &PersonalList, catalog: &Catalog) -> String {
    let answered = catalog.steps.iter().map(|step| (step.id.as_str(), list.answers.chosen(step.id.as_str())));
    let answers = answered
        .filter(|(_, chosen)| !chosen.is_empty())
        .map(|(step, chosen)| (step, chosen.iter().map(|option| text(option)).collect()));
    let mut fields = vec![
        ("app", text(APP)),
        ("version", VERSION.into()),
        ("content", text(&catalog.release.version)),
        ("answers", object(answers.collect())),
        ("items", list.items.iter().map(|item| written(item, catalog)).collect()),
        ("removed", list.removed.iter().map(|id| text(id.as_str())).collect()),
        ("ordered", list.ordered.into()),
    ];
    if let Some(team) = &list.team {
        fields.push(("team", text(team)));
    }
    let Visit { date, time, doctor, place } = &list.visit;
    if !list.visit.is_empty() {
        let visit = vec![
            ("date", text(date.as_ref().map_or("", Day::as_str))),
            ("time", text(time.as_ref().map_or("", TimeOfDay::as_str))),
            ("doctor", text(doctor)),
            ("place", text(place)),
        ];
        fields.push(("visit", object(visit)));
    }
    document(&object(fields))
}

fn written(item: &Item, catalog: &Catalog) -> Value {
    let mut fields = match &item.what {
        What::Question(id) => vec![("question", text(id.as_str())), ("text", text(item.text(catalog)))],
        What::Own { id, text: words } => vec![("own", text(words)), ("id", (*id).into())],
    };
    if item.asked {
        fields.push(("asked", true.into()));
    }
    if item.by == By::Person && matches!(item.id(), ItemId::Question(_)) {
        fields.push(("by", text("person")));
    }
    object(fields)
}
