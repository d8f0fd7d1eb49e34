//! Reading a saved notebook, field by field. The format: [`super::record`].

use super::edit::{HEARD_LIMIT, NAME_LIMIT, NOTE_LIMIT, OWN_LIMIT, TEAM_LIMIT};
use super::record::{APP, SIZE_LIMIT, VERSION};
use super::words::{cut, tidy, tidy_lines};
use super::{
    Alert, By, Day, Item, ItemId, MAX_ITEMS, MAX_LISTS, MAX_STARS, MAX_STEPS, NextStep, Notebook,
    PersonalList, Problem, TimeOfDay, Unreadable, Visit,
};
use crate::content::{Catalog, QuestionId, TopicId};
use serde_json::{Map, Value};

/// Own numbers above this are given anew, so that there is always a next one.
const HIGHEST_NUMBER: u64 = 1_000_000;

/// At most this many answers are looked at in one step, of at most this many bytes each.
const ANSWER_LIMIT: usize = 100;

/// At most this many problems are reported: more than anybody reads.
const PROBLEM_LIMIT: usize = 50;

/// The longest name of a list, in bytes.
const ID_LIMIT: usize = 40;

/// Reads a saved notebook. What could not be used is reported beside it and should be shown.
pub fn parse(text: &str, catalog: &Catalog) -> Result<(Notebook, Vec<Problem>), Unreadable> {
    if text.len() > SIZE_LIMIT {
        return Err(Unreadable::TooLarge);
    }
    let value = serde_json::from_str(text.trim_start_matches('\u{feff}'));
    let Value::Object(fields) = value.map_err(|error| Unreadable::NotJson(error.line()))? else {
        return Err(Unreadable::NotAList);
    };
    let ours = match fields.get("app") {
        Some(app) => app == APP,
        None => ["lists", "items", "answers"].iter().any(|name| fields.contains_key(*name)),
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
    let notebook = reader.notebook(&fields);
    reader.problems.truncate(PROBLEM_LIMIT);
    Ok((notebook, reader.problems))
}

struct Reader<'a> {
    catalog: &'a Catalog,
    list: PersonalList,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn notebook(&mut self, fields: &Map<String, Value>) -> Notebook {
        let mut notebook = Notebook { lists: Vec::new(), current: 0, alert: Alert::default() };
        match fields.get("lists") {
            Some(Value::Array(lists)) => {
                for (place, list) in lists.iter().take(MAX_LISTS).enumerate() {
                    match list {
                        Value::Object(fields) => {
                            let mut list = self.list(fields);
                            list.id = notebook.free_name(&list.id);
                            notebook.lists.push(list);
                        }
                        _ => self.problems.push(Problem::List(place + 1)),
                    }
                }
                if lists.len() > MAX_LISTS {
                    self.problems.push(Problem::TooManyLists);
                }
                let place = fields.get("current").and_then(Value::as_u64).unwrap_or_default() as usize;
                notebook.current = place.min(notebook.lists.len().saturating_sub(1));
            }
            None => {
                let list = self.list(fields);
                notebook.lists.push(list);
            }
            other => self.expect_none(other, "lists"),
        }
        if notebook.lists.is_empty() {
            notebook.lists.push(PersonalList::default());
        }
        self.alert(fields, &mut notebook);
        notebook
    }

    fn list(&mut self, fields: &Map<String, Value>) -> PersonalList {
        self.list = PersonalList::default();
        let id = self.words(fields, "id");
        let sound = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if id.len() <= ID_LIMIT && id.chars().all(sound) {
            self.list.id = id;
        } else {
            self.problems.push(Problem::Field("id"));
        }
        self.answers(fields);
        self.items(fields);
        self.removed(fields);
        self.list.ordered = self.flag(fields, "ordered");
        let team = self.limited(fields, "team", TEAM_LIMIT);
        self.list.team = Some(team).filter(|team| !team.is_empty());
        self.visit(fields);
        self.list.heard = self.lines(fields, "heard", HEARD_LIMIT);
        self.next(fields);
        std::mem::take(&mut self.list)
    }

    fn next(&mut self, fields: &Map<String, Value>) {
        let steps = match fields.get("next") {
            Some(Value::Array(steps)) => steps,
            other => return self.expect_none(other, "next"),
        };
        for (place, step) in steps.iter().take(MAX_STEPS).enumerate() {
            let Some(fields) = step.as_object() else {
                self.problems.push(Problem::Step(place + 1));
                continue;
            };
            let text = self.limited(fields, "text", OWN_LIMIT);
            if text.is_empty() {
                self.problems.push(Problem::Step(place + 1));
                continue;
            }
            let date = self.day(fields, "date", "next date");
            let done = self.flag(fields, "done");
            self.list.next.push(NextStep { text, date, done });
        }
        if steps.len() > MAX_STEPS {
            self.problems.push(Problem::Field("next"));
        }
    }

    fn alert(&mut self, fields: &Map<String, Value>, notebook: &mut Notebook) {
        let fields = match fields.get("alert") {
            Some(Value::Object(fields)) => fields,
            other => return self.expect_none(other, "alert"),
        };
        let class = self.words(fields, "class");
        let known = self.catalog.card(&class).map(|card| card.id.clone());
        if known.is_none() && !class.is_empty() {
            self.problems.push(Problem::Field("alert class"));
        }
        notebook.alert = Alert {
            name: self.limited(fields, "name", NAME_LIMIT),
            drug: self.limited(fields, "drug", NAME_LIMIT),
            class: known,
            since: self.day(fields, "since", "alert since"),
            hospital: self.limited(fields, "hospital", NAME_LIMIT),
        };
    }

    /// A day; what is none is left out and reported.
    fn day(
        &mut self,
        fields: &Map<String, Value>,
        name: &'static str,
        reported: &'static str,
    ) -> Option<Day> {
        let words = self.words(fields, name);
        let day = Day::parse(&words);
        if day.is_none() && !words.is_empty() {
            self.problems.push(Problem::Field(reported));
        }
        day
    }

    /// A text of several lines; what is too long is cut and reported.
    fn lines(&mut self, fields: &Map<String, Value>, name: &'static str, limit: usize) -> String {
        let words = tidy_lines(&self.words(fields, name));
        let length = words.len();
        let words = cut(words, limit);
        if words.len() < length {
            self.problems.push(Problem::Field(name));
        }
        words
    }

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
            let id = self.own(own, number.map(|id| id as u32))?;
            self.marks(fields, &id);
            let topic = self.words(fields, "topic");
            if self.catalog.topics.iter().any(|known| known.id.as_str() == topic) {
                self.list.set_topic(&id, Some(TopicId::new(topic)));
            }
            return Some(());
        }
        let id = QuestionId::new(fields.get("question")?.as_str()?);
        let role = self.list.role();
        let authored = self.catalog.question(&id).map(|question| question.text.text(role).to_owned());
        let wording = self.limited(fields, "wording", OWN_LIMIT);
        let Some(authored) = authored else {
            let saved = tidy(&self.words(fields, "text"));
            let words = if wording.is_empty() { saved } else { wording };
            if words.is_empty() {
                self.problems.push(Problem::UnknownQuestion(cut(id.to_string(), OWN_LIMIT)));
            } else {
                self.problems.push(Problem::KeptAsOwn(cut(words.clone(), OWN_LIMIT)));
                let id = self.own(words, None)?;
                self.marks(fields, &id);
            }
            return Some(());
        };
        if !self.list.has_question(&id) {
            let person = fields.get("by").and_then(Value::as_str) == Some("person");
            let by = if person { By::Person } else { By::Guide };
            let wording = Some(wording).filter(|words| !words.is_empty() && words != &authored);
            self.list.items.push(Item { wording, ..Item::question(id.clone(), by) });
            self.marks(fields, &ItemId::Question(id));
        }
        Some(())
    }

    /// What a person did to an item that was just read.
    fn marks(&mut self, fields: &Map<String, Value>, id: &ItemId) {
        let asked = self.flag(fields, "asked");
        let again = self.flag(fields, "again");
        // More stars than there are is no mistake to report: an older or newer version may allow others.
        let star = fields.get("star") == Some(&Value::Bool(true)) && self.list.starred().count() < MAX_STARS;
        let note = self.lines(fields, "note", NOTE_LIMIT);
        if let Some(item) = self.list.place(id).and_then(|place| self.list.items.get_mut(place)) {
            *item = Item { asked, star, again, note, ..item.clone() };
        }
    }

    fn own(&mut self, words: String, number: Option<u32>) -> Option<ItemId> {
        let length = words.len();
        let words = cut(words, OWN_LIMIT);
        if words.is_empty() {
            return None;
        }
        if words.len() < length {
            self.problems.push(Problem::Shortened(words.clone()));
        }
        Some(self.list.push_own(words, number))
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
        let time = self.words(fields, "time");
        let visit = Visit {
            date: self.day(fields, "date", "visit date"),
            time: TimeOfDay::parse(&time),
            doctor: self.limited(fields, "doctor", NAME_LIMIT),
            place: self.limited(fields, "place", NAME_LIMIT),
        };
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
