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

use super::json::{document, object, text};
use super::{By, Day, Item, PersonalList, TimeOfDay, Visit, What};
use crate::content::Catalog;
use serde_json::Value;

pub use super::problem::{Problem, Unreadable};
pub use super::read::parse;

/// The name in every saved list.
pub const APP: &str = "ask-about-immunotherapy";

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;

/// The longest text that is read, in bytes.
pub const SIZE_LIMIT: usize = 500_000;

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
        ("items", list.items.iter().map(|item| written(item, list, catalog)).collect()),
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

fn written(item: &Item, list: &PersonalList, catalog: &Catalog) -> Value {
    let mut fields = match &item.what {
        What::Question(id) => {
            vec![("question", text(id.as_str())), ("text", text(item.text(catalog, list.role())))]
        }
        What::Own { id, text: words } => vec![("own", text(words)), ("id", (*id).into())],
    };
    if item.asked {
        fields.push(("asked", true.into()));
    }
    if item.by == By::Person && matches!(item.what, What::Question(_)) {
        fields.push(("by", text("person")));
    }
    object(fields)
}
