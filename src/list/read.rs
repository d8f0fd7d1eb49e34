//! Reading a saved list, field by field. The format: [`super::record`].

use super::edit::{NAME_LIMIT, OWN_LIMIT, TEAM_LIMIT, cut, tidy};
use super::record::{APP, SIZE_LIMIT, VERSION};
use super::{By, Day, Item, MAX_ITEMS, PersonalList, Problem, TimeOfDay, Unreadable, Visit};
use crate::content::{Catalog, QuestionId};
use serde_json::{Map, Value};

/// Own numbers above this are given anew, so that there is always a next one.
const HIGHEST_NUMBER: u64 = 1_000_000;

/// At most this many answers are looked at in one step, of at most this many bytes each.
const ANSWER_LIMIT: usize = 100;

/// At most this many problems are reported: more than anybody reads.
const PROBLEM_LIMIT: usize = 50;

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
            Some(Value::Number(number)) => {
                number.as_u64().map(|number| number.to_string()).unwrap_or_default()
            }
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
