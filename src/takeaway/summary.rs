//! What came of a visit, as plain text to share with family: what was heard, the answers, the next steps, what is open.

use crate::content::{Catalog, Role, Words};
use crate::list::{Item, ItemId, NextStep, PersonalList};

/// The summary; parts with nothing in them are left out. `recorded` says of which questions there is a voice note,
/// which itself stays on the device. Ends with a line break.
pub fn summary(list: &PersonalList, catalog: &Catalog, recorded: &dyn Fn(&ItemId) -> bool) -> String {
    let words = &catalog.words;
    let mut parts = vec![head(list, words)];
    let heard = list.heard();
    if !heard.is_empty() {
        parts.push([words.get("summary.heard"), heard].join("\n"));
    }
    let answered = list.items().iter().filter(|item| !item.note.is_empty() || recorded(&item.id()));
    let answers: Vec<String> =
        answered.map(|item| answer(item, catalog, list.role(), recorded(&item.id()))).collect();
    if !answers.is_empty() {
        parts.push(words.get("summary.answers").to_owned());
        parts.extend(answers);
    }
    parts.extend(lines(words.get("summary.steps"), list.next_steps().iter().map(|step| next(step, words))));
    let open = list.items().iter().filter(|item| item.is_open());
    parts.extend(lines(
        words.get("summary.open"),
        open.map(|item| item.text(catalog, list.role()).to_owned()),
    ));
    parts.push(words.get("summary.status").to_owned());
    parts.join("\n\n") + "\n"
}

fn head(list: &PersonalList, words: &Words) -> String {
    let visit = list.visit().said(words).unwrap_or_default();
    let title = words.get("summary.title");
    if visit.is_empty() { title.to_owned() } else { [title, &visit].join("\n") }
}

fn answer(item: &Item, catalog: &Catalog, role: Role, recorded: bool) -> String {
    let words = &catalog.words;
    let mut lines = vec![words.fill("summary.question", &[item.text(catalog, role)])];
    if !item.note.is_empty() {
        lines.push(words.fill("summary.answer", &[&item.note]));
    }
    if recorded {
        lines.push(words.get("summary.voice").to_owned());
    }
    lines.join("\n")
}

fn next(step: &NextStep, words: &Words) -> String {
    let dated = match &step.date {
        Some(day) => words.fill("summary.by", &[&step.text, &day.in_words(words)]),
        None => step.text.clone(),
    };
    if step.done { words.fill("summary.done", &[&dated]) } else { dated }
}

/// The heading and its lines, each with a dash; nothing where there are no lines.
fn lines(heading: &str, lines: impl Iterator<Item = String>) -> Option<String> {
    let lines: Vec<String> = lines.map(|line| ["- ", &line].concat()).collect();
    (!lines.is_empty()).then(|| [heading, &lines.join("\n")].join("\n"))
}
