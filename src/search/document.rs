//! What can be found.

use crate::content::{Catalog, Question, Role, Term};
use serde::{Deserialize, Serialize};

/// What a document is. The order is the order of equal hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A medicine or a named combination.
    Drug,
    /// A therapy card.
    Card,
    /// A word of the glossary.
    Term,
    /// A question to ask.
    Question,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it is.
    pub kind: Kind,
    /// Its id within its kind.
    pub id: String,
    /// Its name; for a question the question itself.
    pub title: String,
    /// Other names: brands, codes, short names, lay words.
    pub also: Vec<String>,
    /// What it says in short, or the topic of a question; found too, but weaker than a name.
    pub text: String,
    /// For a drug, the id of the card of its class.
    pub class: Option<String>,
}

impl Document {
    /// Its name at a place: the title is at 0, the other names follow. The title when there is none.
    pub(crate) fn name(&self, place: usize) -> &str {
        place.checked_sub(1).and_then(|other| self.also.get(other)).unwrap_or(&self.title)
    }
}

/// Everything that can be found in the content: drugs, cards, words, questions. The glossary travels later than
/// the catalog; until it is there, give no terms.
pub fn documents(catalog: &Catalog, terms: &[Term]) -> Vec<Document> {
    let drugs = catalog.drugs.iter().map(|drug| Document {
        kind: Kind::Drug,
        id: drug.id.to_string(),
        title: drug.name.clone(),
        also: drug.brands.iter().chain(&drug.also).cloned().collect(),
        text: drug.uses.clone(),
        class: Some(drug.class.to_string()),
    });
    let cards = catalog.cards.iter().map(|card| Document {
        kind: Kind::Card,
        id: card.id.to_string(),
        title: card.title.clone(),
        also: card.also.clone(),
        text: card.short.clone(),
        class: None,
    });
    let terms = terms.iter().map(|term| Document {
        kind: Kind::Term,
        id: term.id.to_string(),
        title: term.term.clone(),
        also: term.also.clone(),
        text: term.meaning.clone(),
        class: None,
    });
    let topic = |question: &Question| catalog.topics.iter().find(|topic| topic.id == question.topic);
    let questions = catalog.questions.iter().map(|question| Document {
        kind: Kind::Question,
        id: question.id.to_string(),
        title: question.text.text(Role::Own).to_owned(),
        also: Vec::new(),
        text: topic(question).map_or_else(String::new, |topic| topic.title.clone()),
        class: None,
    });
    drugs.chain(cards).chain(terms).chain(questions).collect()
}
