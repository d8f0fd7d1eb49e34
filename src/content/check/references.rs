//! Ids: well formed, unique, and everything that is referred to exists; every part of a thing is there.

use super::Errors;
use crate::content::authored::{Authored, CardShape, CardWords};
use crate::content::ids::is_kebab_case;
use crate::content::{CardId, OptionSource, Row, SourceId};
use std::collections::BTreeSet;
use std::fmt::Display;

/// Fewest own questions of a treatment.
const OWN_QUESTIONS: usize = 4;

pub(super) fn check(authored: &Authored, errors: &mut Errors) {
    unique(authored, errors);
    let known = Known::of(authored);
    cards(authored, &known, errors);
    questions(authored, &known, errors);
    steps(authored, errors);
    drugs(authored, &known, errors);
    signs(authored, &known, errors);
    cancers(authored, &known, errors);
    terms(authored, &known, errors);
}

struct Known<'a> {
    cards: BTreeSet<&'a CardId>,
    sources: BTreeSet<&'a SourceId>,
}

impl<'a> Known<'a> {
    fn of(authored: &'a Authored) -> Self {
        Self {
            cards: authored.cards.keys().collect(),
            sources: authored.sources.iter().map(|source| &source.id).collect(),
        }
    }

    fn sources(&self, file: &str, field: &str, sources: &[SourceId], errors: &mut Errors) {
        if sources.is_empty() {
            errors.add(file, field, "no source; name at least one from catalog/sources.json");
        }
        for source in sources.iter().filter(|source| !self.sources.contains(source)) {
            errors.add(file, field, format!("unknown source '{source}'; add it to catalog/sources.json"));
        }
    }

    fn classes(&self, file: &str, field: &str, classes: &[CardId], errors: &mut Errors) {
        for class in classes.iter().filter(|class| !self.cards.contains(class)) {
            errors.add(file, field, format!("no card '{class}'; it needs a file in catalog/cards"));
        }
    }
}

/// Each is an id, and stands once; the list stands at `at` in its file.
fn ids(file: &str, at: &str, ids: &[String], errors: &mut Errors) {
    let mut seen = BTreeSet::new();
    for (place, id) in ids.iter().enumerate() {
        let field = format!("{at}/{place}");
        if !is_kebab_case(id) {
            errors.add(file, &field, format!("'{id}' is not an id; write lower-case-words"));
        }
        if !seen.insert(id) {
            errors.add(file, &field, format!("'{id}' stands twice; an id must be unique"));
        }
    }
}

fn unique(authored: &Authored, errors: &mut Errors) {
    let mut list = |file: &str, words: Vec<String>| ids(file, "", &words, errors);
    list("catalog/steps.json", words(authored.steps.iter().map(|step| &step.id)));
    list("catalog/topics.json", words(authored.topics.iter()));
    list("catalog/questions.json", words(authored.questions.iter().map(|question| &question.id)));
    list("catalog/drugs.json", words(authored.drugs.iter().map(|drug| &drug.id)));
    list("catalog/signs.json", words(authored.signs.iter().map(|sign| &sign.id)));
    list("catalog/cancers.json", words(authored.cancers.iter().map(|cancer| &cancer.id)));
    list("catalog/terms.json", words(authored.terms.iter().map(|term| &term.id)));
    list("catalog/sources.json", words(authored.sources.iter().map(|source| &source.id)));
    let aliases = authored.cards.values().flat_map(|card| &card.aliases);
    list("catalog/cards.json", words(authored.card_order.iter().chain(aliases)));
}

fn words<'a, I: Display + 'a>(ids: impl Iterator<Item = &'a I>) -> Vec<String> {
    ids.map(ToString::to_string).collect()
}

/// Both sides name the same things; the words stand below `at` in their file.
fn same<'a, I: Ord + Display + 'a>(
    errors: &mut Errors,
    (file, structure): (&str, impl Iterator<Item = &'a I>),
    (words_file, at, words): (&str, &str, impl Iterator<Item = &'a I>),
) {
    let structure: BTreeSet<&I> = structure.collect();
    let words: BTreeSet<&I> = words.collect();
    for id in structure.difference(&words) {
        errors.add(
            words_file,
            format!("{at}/{id}"),
            format!("missing words for '{id}', which stands in {file}"),
        );
    }
    for id in words.difference(&structure) {
        errors.add(
            words_file,
            format!("{at}/{id}"),
            format!("unknown id '{id}'; it does not stand in {file}"),
        );
    }
}

fn cards(authored: &Authored, known: &Known, errors: &mut Errors) {
    let words = &authored.words;
    let folder = format!("{}/cards", words.language);
    same(
        errors,
        ("catalog/cards.json", authored.card_order.iter()),
        ("catalog/cards", "", authored.cards.keys()),
    );
    same(errors, ("catalog/cards.json", authored.card_order.iter()), (&folder, "", words.cards.keys()));
    for (id, card) in &authored.cards {
        let file = format!("catalog/cards/{id}.json");
        known.sources(&file, "/sources/short", &card.sources.short, errors);
        for (row, statements) in &card.sources.rows {
            for (place, sources) in statements.iter().enumerate() {
                known.sources(&file, &format!("/sources/rows/{}/{place}", row.as_str()), sources, errors);
            }
        }
        if let Some(words) = words.cards.get(id) {
            rows(&file, &format!("{folder}/{id}.json"), card, words, errors);
        }
        let own = authored.questions.iter().filter(|question| question.classes.contains(id)).count();
        if own < OWN_QUESTIONS {
            let reason = format!("{own} questions name this class; it needs {OWN_QUESTIONS} of its own");
            errors.add("catalog/questions.json", format!("/?classes={id}"), reason);
        }
        if !authored.signs.iter().any(|sign| sign.classes.contains(id)) {
            errors.add("catalog/signs.json", format!("/?classes={id}"), "no warning sign names this class");
        }
    }
}

fn rows(file: &str, words_file: &str, card: &CardShape, words: &CardWords, errors: &mut Errors) {
    for row in Row::ALL {
        let field = format!("/rows/{}", row.as_str());
        let statements = words.rows.get(&row).map_or(0, Vec::len);
        let sources = card.sources.rows.get(&row).map_or(0, Vec::len);
        if statements == 0 {
            errors.add(words_file, &field, "the row is empty; every card has every row");
        }
        if statements != sources {
            let reason =
                format!("{sources} lists of sources for {statements} statements in {words_file} {field}");
            errors.add(file, format!("/sources{field}"), reason);
        }
    }
}

fn questions(authored: &Authored, known: &Known, errors: &mut Errors) {
    const FILE: &str = "catalog/questions.json";
    let words = &authored.words;
    let folder = format!("{}/questions", words.language);
    same(errors, ("catalog/topics.json", authored.topics.iter()), (&folder, "", words.topics.keys()));
    for topic in &authored.topics {
        let shape = authored
            .questions
            .iter()
            .filter(|question| question.topic == *topic)
            .map(|question| &question.id);
        if let Some(topic_words) = words.topics.get(topic) {
            same(
                errors,
                (FILE, shape),
                (&format!("{folder}/{topic}.json"), "/questions", topic_words.questions.keys()),
            );
        }
    }
    for (place, question) in authored.questions.iter().enumerate() {
        if !authored.topics.contains(&question.topic) {
            errors.add(
                FILE,
                format!("/{place}/topic"),
                format!("no topic '{}' in catalog/topics.json", question.topic),
            );
        }
        if !(1..=10).contains(&question.weight) {
            errors.add(
                FILE,
                format!("/{place}/weight"),
                format!("{} is not between 1 and 10", question.weight),
            );
        }
        known.classes(FILE, &format!("/{place}/classes"), &question.classes, errors);
        known.sources(FILE, &format!("/{place}/sources"), &question.sources, errors);
    }
}

fn steps(authored: &Authored, errors: &mut Errors) {
    let words = &authored.words;
    let file = format!("{}/steps.json", words.language);
    same(
        errors,
        ("catalog/steps.json", authored.steps.iter().map(|step| &step.id)),
        (&file, "", words.steps.keys()),
    );
    for (place, step) in authored.steps.iter().enumerate() {
        if step.from == OptionSource::Listed && step.options.len() < 2 {
            let reason = "a step needs two options or more";
            errors.add("catalog/steps.json", format!("/{place}/options"), reason);
        }
        ids("catalog/steps.json", &format!("/{place}/options"), &step.options, errors);
        if let Some(words) = words.steps.get(&step.id) {
            let shape = ("catalog/steps.json", step.options.iter());
            same(errors, shape, (&file, &format!("/{}/options", step.id), words.options.keys()));
        }
    }
}

fn drugs(authored: &Authored, known: &Known, errors: &mut Errors) {
    const FILE: &str = "catalog/drugs.json";
    let words_file = format!("{}/drugs.json", authored.words.language);
    let ids = authored.drugs.iter().map(|drug| &drug.id);
    same(errors, (FILE, ids.clone()), (&words_file, "", authored.words.drugs.keys()));
    let ids: BTreeSet<_> = ids.collect();
    for (place, drug) in authored.drugs.iter().enumerate() {
        known.classes(FILE, &format!("/{place}/class"), std::slice::from_ref(&drug.class), errors);
        known.sources(FILE, &format!("/{place}/sources"), &drug.sources, errors);
        for part in drug.parts.iter().filter(|part| !ids.contains(part)) {
            errors.add(FILE, format!("/{place}/parts"), format!("unknown drug '{part}'"));
        }
    }
}

fn signs(authored: &Authored, known: &Known, errors: &mut Errors) {
    const FILE: &str = "catalog/signs.json";
    let words_file = format!("{}/signs.json", authored.words.language);
    let ids = authored.signs.iter().map(|sign| &sign.id);
    same(errors, (FILE, ids), (&words_file, "", authored.words.signs.keys()));
    for (place, sign) in authored.signs.iter().enumerate() {
        if sign.classes.is_empty() {
            errors.add(FILE, format!("/{place}/classes"), "a sign belongs to at least one class");
        }
        known.classes(FILE, &format!("/{place}/classes"), &sign.classes, errors);
        known.sources(FILE, &format!("/{place}/sources"), &sign.sources, errors);
    }
}

fn cancers(authored: &Authored, known: &Known, errors: &mut Errors) {
    const FILE: &str = "catalog/cancers.json";
    let words_file = format!("{}/cancers.json", authored.words.language);
    let ids = authored.cancers.iter().map(|cancer| &cancer.id);
    same(errors, (FILE, ids), (&words_file, "", authored.words.cancers.keys()));
    for (place, cancer) in authored.cancers.iter().enumerate() {
        known.classes(FILE, &format!("/{place}/classes"), &cancer.classes, errors);
        known.sources(FILE, &format!("/{place}/sources"), &cancer.sources, errors);
    }
}

fn terms(authored: &Authored, known: &Known, errors: &mut Errors) {
    const FILE: &str = "catalog/terms.json";
    let words_file = format!("{}/terms.json", authored.words.language);
    let ids = authored.terms.iter().map(|term| &term.id);
    same(errors, (FILE, ids), (&words_file, "", authored.words.terms.keys()));
    for (place, term) in authored.terms.iter().enumerate() {
        known.sources(FILE, &format!("/{place}/sources"), &term.sources, errors);
    }
}
