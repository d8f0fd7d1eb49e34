//! Ids: well formed, unique, and everything that is referred to exists; every part of a thing is there.

use super::Errors;
use crate::content::authored::{Authored, CardShape, CardWords, QuestionShape};
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
    article(authored, &known, errors);
    quiz(authored, &known, errors);
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
    let mut list = |file: &str, at: &str, words: Vec<String>| ids(file, at, &words, errors);
    list("catalog/steps.json", "/steps", words(authored.steps.iter().map(|step| &step.id)));
    list("catalog/topics.json", "/topics", words(authored.topics.iter().map(|topic| &topic.id)));
    list(
        "catalog/questions.json",
        "/questions",
        words(authored.questions.iter().map(|question| &question.id)),
    );
    list("catalog/drugs.json", "/drugs", words(authored.drugs.iter().map(|drug| &drug.id)));
    list("catalog/signs.json", "/signs", words(authored.signs.iter().map(|sign| &sign.id)));
    list("catalog/cancers.json", "/cancers", words(authored.cancers.iter().map(|cancer| &cancer.id)));
    list("catalog/terms.json", "/terms", words(authored.terms.iter().map(|term| &term.id)));
    list("catalog/sources.json", "/sources", words(authored.sources.iter().map(|source| &source.id)));
    list("catalog/article.json", "/sections", words(authored.article.iter().map(|section| &section.id)));
    list("catalog/quiz.json", "/items", words(authored.quiz.iter().map(|item| &item.id)));
    let aliases = authored.cards.values().flat_map(|card| &card.aliases);
    list("catalog/cards.json", "/cards", words(authored.card_order.iter().chain(aliases)));
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
        if let Some(parent) = &card.parent {
            parents(&file, parent, authored, errors);
        }
        let own = authored.questions.iter().filter(|question| question.classes.contains(id)).count();
        if own < OWN_QUESTIONS {
            let reason = format!("{own} questions name this class; it needs {OWN_QUESTIONS} of its own");
            errors.add("catalog/questions.json", format!("/questions/?classes={id}"), reason);
        }
        if !authored.signs.iter().any(|sign| sign.classes.contains(id)) {
            errors.add(
                "catalog/signs.json",
                format!("/signs/?classes={id}"),
                "no warning sign names this class",
            );
        }
    }
}

/// A kind has a wider class, and that one has none: a person must not get lost in families of families.
fn parents(file: &str, parent: &CardId, authored: &Authored, errors: &mut Errors) {
    match authored.cards.get(parent) {
        None => errors.add(file, "/parent", format!("no card '{parent}'; it needs a file in catalog/cards")),
        Some(card) if card.parent.is_some() => {
            errors.add(file, "/parent", format!("'{parent}' is itself a kind of another class"));
        }
        Some(_) => {}
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
    let ids = authored.topics.iter().map(|topic| &topic.id);
    same(errors, ("catalog/topics.json", ids.clone()), (&folder, "", words.topics.keys()));
    for topic in ids {
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
        if !authored.topics.iter().any(|topic| topic.id == question.topic) {
            errors.add(
                FILE,
                format!("/questions/{place}/topic"),
                format!("no topic '{}' in catalog/topics.json", question.topic),
            );
        }
        if !(1..=10).contains(&question.weight) {
            errors.add(
                FILE,
                format!("/questions/{place}/weight"),
                format!("{} is not between 1 and 10", question.weight),
            );
        }
        let alike = |other: &&QuestionShape| other.same == question.same;
        if !question.same.is_empty() && authored.questions.iter().filter(alike).count() < 2 {
            let reason = format!("no other question is the same as '{}' in other words", question.same);
            errors.add(FILE, format!("/questions/{place}/same"), reason);
        }
        known.classes(FILE, &format!("/questions/{place}/classes"), &question.classes, errors);
        known.sources(FILE, &format!("/questions/{place}/sources"), &question.sources, errors);
    }
}

fn steps(authored: &Authored, errors: &mut Errors) {
    let words = &authored.words;
    let file = format!("{}/steps.json", words.language);
    same(
        errors,
        ("catalog/steps.json", authored.steps.iter().map(|step| &step.id)),
        (&file, "/steps", words.steps.keys()),
    );
    for (place, step) in authored.steps.iter().enumerate() {
        if step.from == OptionSource::Listed && step.options.len() < 2 {
            let reason = "a step needs two options or more";
            errors.add("catalog/steps.json", format!("/steps/{place}/options"), reason);
        }
        ids("catalog/steps.json", &format!("/steps/{place}/options"), &step.options, errors);
        let known = authored.options(step);
        for first in step.first.iter().filter(|first| !known.contains(&first.as_str())) {
            let reason = format!("'{first}' is not an option of this step");
            errors.add("catalog/steps.json", format!("/steps/{place}/first"), reason);
        }
        if let Some(words) = words.steps.get(&step.id) {
            let shape = ("catalog/steps.json", step.options.iter());
            same(errors, shape, (&file, &format!("/steps/{}/options", step.id), words.options.keys()));
        }
    }
}

fn drugs(authored: &Authored, known: &Known, errors: &mut Errors) {
    const FILE: &str = "catalog/drugs.json";
    let words_file = format!("{}/drugs.json", authored.words.language);
    let ids = authored.drugs.iter().map(|drug| &drug.id);
    same(errors, (FILE, ids.clone()), (&words_file, "/drugs", authored.words.drugs.keys()));
    let ids: BTreeSet<_> = ids.collect();
    for (place, drug) in authored.drugs.iter().enumerate() {
        known.classes(FILE, &format!("/drugs/{place}/class"), std::slice::from_ref(&drug.class), errors);
        known.sources(FILE, &format!("/drugs/{place}/sources"), &drug.sources, errors);
        for part in drug.parts.iter().filter(|part| !ids.contains(part)) {
            errors.add(FILE, format!("/drugs/{place}/parts"), format!("unknown drug '{part}'"));
        }
    }
}

fn signs(authored: &Authored, known: &Known, errors: &mut Errors) {
    const FILE: &str = "catalog/signs.json";
    let words_file = format!("{}/signs.json", authored.words.language);
    let ids = authored.signs.iter().map(|sign| &sign.id);
    same(errors, (FILE, ids), (&words_file, "/signs", authored.words.signs.keys()));
    for (place, sign) in authored.signs.iter().enumerate() {
        if sign.classes.is_empty() {
            errors.add(FILE, format!("/signs/{place}/classes"), "a sign belongs to at least one class");
        }
        known.classes(FILE, &format!("/signs/{place}/classes"), &sign.classes, errors);
        known.sources(FILE, &format!("/signs/{place}/sources"), &sign.sources, errors);
    }
}

fn cancers(authored: &Authored, known: &Known, errors: &mut Errors) {
    const FILE: &str = "catalog/cancers.json";
    let words_file = format!("{}/cancers.json", authored.words.language);
    let ids = authored.cancers.iter().map(|cancer| &cancer.id);
    same(errors, (FILE, ids), (&words_file, "/cancers", authored.words.cancers.keys()));
    for (place, cancer) in authored.cancers.iter().enumerate() {
        known.classes(FILE, &format!("/cancers/{place}/classes"), &cancer.classes, errors);
        known.sources(FILE, &format!("/cancers/{place}/sources"), &cancer.sources, errors);
    }
}

fn terms(authored: &Authored, known: &Known, errors: &mut Errors) {
    const FILE: &str = "catalog/terms.json";
    let words_file = format!("{}/terms.json", authored.words.language);
    let ids = authored.terms.iter().map(|term| &term.id);
    same(errors, (FILE, ids), (&words_file, "/terms", authored.words.terms.keys()));
    for (place, term) in authored.terms.iter().enumerate() {
        known.sources(FILE, &format!("/terms/{place}/sources"), &term.sources, errors);
    }
}

fn article(authored: &Authored, known: &Known, errors: &mut Errors) {
    const FILE: &str = "catalog/article.json";
    let words = &authored.words.article;
    let words_file = format!("{}/article.json", authored.words.language);
    let ids = authored.article.iter().map(|section| &section.id);
    same(errors, (FILE, ids), (&words_file, "/sections", words.keys()));
    for (place, section) in authored.article.iter().enumerate() {
        known.classes(FILE, &format!("/sections/{place}/cards"), &section.cards, errors);
        for (statement, sources) in section.sources.iter().enumerate() {
            known.sources(FILE, &format!("/sections/{place}/sources/{statement}"), sources, errors);
        }
        let statements = words.get(&section.id).map_or(0, |words| words.statements.len());
        if statements == 0 {
            let field = format!("/sections/{}/statements", section.id);
            errors.add(&words_file, field, "the section is empty");
        }
        if statements != section.sources.len() {
            let reason = format!("{} lists of sources for {statements} statements", section.sources.len());
            errors.add(FILE, format!("/sections/{place}/sources"), reason);
        }
    }
}

fn quiz(authored: &Authored, known: &Known, errors: &mut Errors) {
    const FILE: &str = "catalog/quiz.json";
    let words_file = format!("{}/quiz.json", authored.words.language);
    let ids = authored.quiz.iter().map(|item| &item.id);
    same(errors, (FILE, ids), (&words_file, "/items", authored.words.quiz.keys()));
    for (place, item) in authored.quiz.iter().enumerate() {
        let card = std::slice::from_ref(&item.card);
        known.classes(FILE, &format!("/items/{place}/card"), card, errors);
        known.sources(FILE, &format!("/items/{place}/sources"), &item.sources, errors);
    }
}
