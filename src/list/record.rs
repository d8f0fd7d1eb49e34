//! The saved notebook: JSON that a person can read and mend by hand, version 2.
//!
//! ```json
//! {
//!   "app": "ask-about-immunotherapy", "version": 2, "content": "2026.11", "current": 0,
//!   "lists": [{
//!     "id": "0b6c...", "answers": {"role": ["self"], "moment": ["about-to-start"]},
//!     "items": [
//!       {"question": "who-do-i-call", "text": "Who do I call, day or night?", "star": true},
//!       {"question": "aim", "text": "What is the aim?", "asked": true, "by": "person", "again": true,
//!        "note": "To shrink it.", "wording": "What do you hope for?"},
//!       {"own": "Can I keep my dog?", "id": 1, "topic": "daily-life"}
//!     ],
//!     "removed": ["cost"], "ordered": false, "team": "555-0142",
//!     "visit": {"date": "2026-12-01", "time": "10:30", "doctor": "", "place": ""},
//!     "heard": "Two drips, six weeks apart.",
//!     "next": [{"text": "Blood test", "date": "2026-12-08", "done": true}]
//!   }],
//!   "alert": {"name": "", "drug": "pembrolizumab", "class": "checkpoint-inhibitors", "since": "2026-12-01", "hospital": ""}
//! }
//! ```
//!
//! In version 1 there was one list, whose fields stood where `lists` stands now; it is read as a notebook of one
//! list without an id. `tests/saved/` has a file of every version.
//!
//! Reading is field by field: what is wrong is left out and reported, and the rest is kept. A question travels
//! with its text, so that one which the content no longer has is kept as the person's own. Fields that this
//! version does not know are ignored. Every notebook that the edits can make is within the limits of reading.

use super::json::{document, object, text};
use super::{Alert, By, Day, Item, NextStep, Notebook, PersonalList, TimeOfDay, Visit, What};
use crate::content::{Catalog, TopicId};
use serde_json::Value;

pub use super::problem::{Problem, Unreadable};
pub use super::read::parse;

/// The name in every saved list.
pub const APP: &str = "ask-about-immunotherapy";

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 2;

/// The longest text that is read, in bytes.
pub const SIZE_LIMIT: usize = 24_000_000;

/// Writes a notebook. The catalog gives the content's version and the text of each question.
pub fn to_json(notebook: &Notebook, catalog: &Catalog) -> String {
    let mut fields = vec![
        ("app", text(APP)),
        ("version", VERSION.into()),
        ("content", text(&catalog.release.version)),
        ("current", (notebook.current as u64).into()),
        ("lists", notebook.lists.iter().map(|list| written(list, catalog)).collect()),
    ];
    let Alert { name, drug, class, since, hospital } = &notebook.alert;
    if !notebook.alert.is_empty() {
        let alert = vec![
            ("name", text(name)),
            ("drug", text(drug)),
            ("class", text(class.as_ref().map_or("", |class| class.as_str()))),
            ("since", day(since.as_ref())),
            ("hospital", text(hospital)),
        ];
        fields.push(("alert", object(alert)));
    }
    document(&object(fields))
}

fn written(list: &PersonalList, catalog: &Catalog) -> Value {
    let answered = catalog.steps.iter().map(|step| (step.id.as_str(), list.answers.chosen(step.id.as_str())));
    let answers = answered
        .filter(|(_, chosen)| !chosen.is_empty())
        .map(|(step, chosen)| (step, chosen.iter().map(|option| text(option)).collect()));
    let mut fields = vec![
        ("id", text(&list.id)),
        ("answers", object(answers.collect())),
        ("items", list.items.iter().map(|item| line(item, list, catalog)).collect()),
        ("removed", list.removed.iter().map(|id| text(id.as_str())).collect()),
        ("ordered", list.ordered.into()),
    ];
    if let Some(team) = &list.team {
        fields.push(("team", text(team)));
    }
    let Visit { date, time, doctor, place } = &list.visit;
    if !list.visit.is_empty() {
        let visit = vec![
            ("date", day(date.as_ref())),
            ("time", text(time.as_ref().map_or("", TimeOfDay::as_str))),
            ("doctor", text(doctor)),
            ("place", text(place)),
        ];
        fields.push(("visit", object(visit)));
    }
    if !list.heard.is_empty() {
        fields.push(("heard", text(&list.heard)));
    }
    if !list.next.is_empty() {
        fields.push(("next", list.next.iter().map(step).collect()));
    }
    object(fields)
}

fn line(item: &Item, list: &PersonalList, catalog: &Catalog) -> Value {
    let mut fields = match &item.what {
        What::Question(id) => {
            let authored =
                catalog.question(id).map_or(id.as_str(), |question| question.text.text(list.role()));
            vec![("question", text(id.as_str())), ("text", text(authored))]
        }
        What::Own { id, text: words } => vec![("own", text(words)), ("id", (*id).into())],
    };
    for (name, set) in [("asked", item.asked), ("star", item.star), ("again", item.again)] {
        if set {
            fields.push((name, true.into()));
        }
    }
    if item.by == By::Person && matches!(item.what, What::Question(_)) {
        fields.push(("by", text("person")));
    }
    let topic = item.topic.as_ref().map(TopicId::as_str);
    for (name, words) in
        [("note", Some(item.note.as_str())), ("wording", item.wording.as_deref()), ("topic", topic)]
    {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            fields.push((name, text(words)));
        }
    }
    object(fields)
}

fn step(step: &NextStep) -> Value {
    let mut fields = vec![("text", text(&step.text))];
    if step.date.is_some() {
        fields.push(("date", day(step.date.as_ref())));
    }
    if step.done {
        fields.push(("done", true.into()));
    }
    object(fields)
}

fn day(day: Option<&Day>) -> Value {
    text(day.map_or("", Day::as_str))
}
