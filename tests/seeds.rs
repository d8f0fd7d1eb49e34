//! Nothing of the documents that the project started from is lost. `seeds.json` names, for every line of their
//! checklist, the items of the content that cover it and the words that must stand there; a line that nothing should
//! cover says why.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

use ask_about_immunotherapy::content::{Bundle, Role, Row, Urgency, check};
use ask_about_immunotherapy::search::text::words;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// How many lines each part of the checklist has. It lies outside the repository and may be absent, so they stand here.
const PARTS: [(&str, usize, &str); 7] = [
    ("000", 15, "MSD Manual: immunotherapeutics, fifteen statements down to author and date"),
    ("001", 12, "Merck Manual quick facts: eleven statements, and its links and quiz"),
    ("002", 20, "Cancer Research UK: eighteen statements, its review dates, its references"),
    ("003", 36, "Cleveland Clinic, the longest: thirty-five statements and its closing note"),
    ("004", 13, "How do cancer immunotherapies work: eleven statements, its sources, its clutter"),
    ("cross", 10, "what the brief asks for across the documents"),
    ("outdated", 11, "rows of the table of the most important outdated facts"),
];

/// What stands for one line of the checklist.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The part, an arrow, and a short name, in the order of the checklist.
    line: String,
    #[serde(default)]
    covered: Vec<Cover>,
    /// Why nothing of ours covers it.
    #[serde(default)]
    none: String,
}

/// An item of the content, and words that it must hold.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cover {
    /// `card:car-t`, `article:tests`, `release` ..
    #[serde(rename = "in")]
    item: String,
    words: Vec<String>,
}

static LINES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let table = fs::read_to_string(root().join("tests/seeds.json")).unwrap();
    serde_json::from_str(&table).unwrap()
});

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The part of the checklist that a line of the table stands for.
fn part(line: &Entry) -> &str {
    line.line.split(' ').next().unwrap_or_default()
}

fn count(part_of_list: &str) -> usize {
    LINES.iter().filter(|line| part(line) == part_of_list).count()
}

#[test]
fn every_line_has_an_entry() {
    for (part, lines, what) in PARTS {
        assert_eq!(count(part), lines, "{part}: {what}");
    }
    assert_eq!(LINES.len(), PARTS.iter().map(|(_, lines, _)| lines).sum::<usize>(), "no other part");
    let order: Vec<_> = LINES.iter().map(part).collect();
    assert!(order.is_sorted(), "in the order of the checklist");
    let names: BTreeSet<_> = LINES.iter().map(|line| &line.line).collect();
    assert_eq!(names.len(), LINES.len(), "no line stands twice");
}

#[test]
fn an_entry_names_what_covers_it_or_says_why_nothing_does() {
    for line in LINES.iter() {
        assert!(line.line.contains(" -> "), "{}", line.line);
        assert_ne!(
            line.covered.is_empty(),
            line.none.is_empty(),
            "{}: either `covered` or `none`",
            line.line
        );
        assert!(line.none.is_empty() || words(&line.none).len() > 5, "{}: a reason", line.line);
        for cover in &line.covered {
            assert!(!cover.words.is_empty(), "{}: words for {}", line.line, cover.item);
            assert!(cover.words.iter().all(|phrase| !words(phrase).is_empty()), "{}: words", line.line);
        }
    }
}

#[test]
fn every_item_holds_the_words_of_its_line() {
    let bundle = check::bundle(&root().join("content"), "en").unwrap_or_else(|errors| panic!("{errors:#?}"));
    let mut missing = Vec::new();
    for line in LINES.iter() {
        for Cover { item, words } in &line.covered {
            let Some(texts) = texts(&bundle, item) else {
                missing.push(format!("{}: there is no {item}", line.line));
                continue;
            };
            let absent = words.iter().filter(|phrase| !texts.iter().any(|text| holds(text, phrase)));
            missing.extend(absent.map(|phrase| format!("{}: {item} does not say '{phrase}'", line.line)));
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

/// Whether a text holds a phrase, as whole words next to each other.
fn holds(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (words(text), words(phrase));
    text.windows(phrase.len()).any(|part| part == phrase)
}

/// What a person reads of an item, text by text; nothing if there is no such item.
fn texts<'a>(Bundle { catalog, details }: &'a Bundle, item: &str) -> Option<Vec<&'a str>> {
    let (kind, id) = item.split_once(':').unwrap_or((item, ""));
    let interface = |key: &str| catalog.words.iter().find(|(known, _)| *known == key).map(|(_, text)| text);
    let title = |card: &str| catalog.card(card).map(|card| card.title.as_str());
    let mut texts: Vec<&str> = Vec::new();
    match kind {
        "card" => {
            let place = catalog.cards.iter().position(|card| card.id.as_str() == id)?;
            let (card, body) = (&catalog.cards[place], &details.bodies[place]);
            texts.extend([&card.title, &card.short].map(String::as_str));
            texts.extend(card.also.iter().map(String::as_str));
            texts.extend(Row::ALL.into_iter().flat_map(|row| body.row(row)).map(|said| said.text.as_str()));
        }
        "article" => {
            let section = details.article.iter().find(|section| section.id.as_str() == id)?;
            texts.push(&section.title);
            texts.extend(section.statements.iter().map(|said| said.text.as_str()));
        }
        "question" => {
            let place = catalog.questions.iter().position(|question| question.id.as_str() == id)?;
            texts.extend([
                catalog.questions[place].text.text(Role::Own),
                details.reasons[place].text.as_str(),
            ]);
        }
        "drug" => {
            let drug = catalog.drug(id)?;
            texts.extend([drug.name.as_str(), &drug.uses]);
            texts.extend(drug.brands.iter().chain(&drug.also).map(String::as_str));
            texts.extend(title(drug.class.as_str()));
        }
        "sign" => {
            let sign = details.signs.iter().find(|sign| sign.id.as_str() == id)?;
            texts.extend([&sign.name, &sign.brief, &sign.act, &sign.say, &sign.onset].map(String::as_str));
            texts.extend(sign.signs.iter().chain(&sign.emergency_if).map(String::as_str));
            texts.extend(interface(match sign.urgency {
                Urgency::EmergencyNow => "signs.emergency",
                Urgency::CallToday => "signs.today",
                Urgency::NextVisit => "signs.visit",
            }));
        }
        "term" => {
            let term = details.terms.iter().find(|term| term.id.as_str() == id)?;
            texts.extend([term.term.as_str(), &term.meaning]);
            texts.extend(term.also.iter().map(String::as_str));
        }
        "cancer" => {
            let cancer = catalog.cancers.iter().find(|cancer| cancer.id.as_str() == id)?;
            texts.push(&cancer.name);
            texts.extend(cancer.also.iter().map(String::as_str));
            texts.extend(cancer.classes.iter().filter_map(|card| title(card.as_str())));
        }
        "quiz" => {
            let item = details.quiz.iter().find(|item| item.id.as_str() == id)?;
            texts.extend([item.statement.as_str(), &item.why.text]);
        }
        "step" => {
            let step = catalog.step(id)?;
            texts.extend([step.title.text(Role::Own), step.help.text(Role::Own)]);
            texts.extend(step.options.iter().map(|option| option.label.text(Role::Own)));
        }
        "interface" => texts.push(interface(id)?),
        "release" => texts.extend([&catalog.release.version, &catalog.release.author].map(String::as_str)),
        _ => return None,
    }
    Some(texts)
}

/// Where the checklist is at hand, the table has as many lines as it has boxes, part by part.
#[test]
fn the_table_has_as_many_lines_as_the_checklist() {
    let Ok(list) = fs::read_to_string(root().join(Path::new("../shared/facts/seeds_checklist.md"))) else {
        return;
    };
    let boxes = |part: &str| list.lines().filter(|line| line.starts_with(&format!("- [ ] {part}"))).count();
    let documents = ["000", "001", "002", "003", "004"];
    for document in documents {
        assert_eq!(count(document), boxes(document), "{document}");
    }
    assert_eq!(count("cross"), boxes("") - documents.map(boxes).iter().sum::<usize>(), "cross");
    let table = list.split("## Most important outdated facts").nth(1).expect("the table of outdated facts");
    let rows =
        table.lines().skip(1).take_while(|line| !line.starts_with("##")).filter(|line| line.starts_with('|'));
    assert_eq!(count("outdated"), rows.count() - 2, "outdated, without the head of the table");
}
