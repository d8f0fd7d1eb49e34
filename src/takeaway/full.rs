//! The full sheet, as data: every question by topic, with why it is worth asking and the answer that was noted.

use super::sheet::{SheetQuestion, questions};
use crate::content::{Catalog, Details};
use crate::list::{Item, PersonalList, What};

/// What stands on the full sheet beside what the one page has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Full {
    /// The questions under the titles of their topics, in the order of the content; then those without a topic.
    pub topics: Vec<(String, Vec<FullQuestion>)>,
}

/// A question with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullQuestion {
    /// The question as on the one page.
    pub question: SheetQuestion,
    /// Why it is worth asking; nothing for an own question.
    pub why: Option<String>,
    /// The answer, as the person noted it; empty where there is none yet.
    pub note: String,
}

impl Full {
    /// The full sheet of a list.
    pub fn new(list: &PersonalList, catalog: &Catalog, details: &Details) -> Self {
        let mut all = questions(list, catalog);
        let mut topics = Vec::new();
        for topic in &catalog.topics {
            let (here, rest): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|(item, _)| item.topic(catalog) == Some(&topic.id));
            all = rest;
            topics.push((topic.title.clone(), here));
        }
        topics.push((catalog.words.get("question.own").to_owned(), all));
        topics.retain(|(_, questions)| !questions.is_empty());
        let topics = topics.into_iter().map(|(title, questions)| {
            let full = |(item, question): (&Item, _)| FullQuestion {
                question,
                why: why(item, catalog, details),
                note: item.note.clone(),
            };
            (title, questions.into_iter().map(full).collect())
        });
        Self { topics: topics.collect() }
    }
}

fn why(item: &Item, catalog: &Catalog, details: &Details) -> Option<String> {
    let What::Question(id) = &item.what else { return None };
    Some(details.reasons.get(catalog.question_place(id)?)?.text.clone())
}
