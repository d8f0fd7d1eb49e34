//! The list as plain text, for copying, mail and the calendar.

use super::{Sheet, SheetQuestion};
use crate::content::Words;

/// The sheet as lines of text, without marks that a mail program would show. Ends with a line break.
pub fn plain(sheet: &Sheet, words: &Words) -> String {
    let mut parts = vec![vec![words.role("sheet.title", sheet.role), sheet.invite.clone()]];
    if !sheet.visit.is_empty() {
        parts[0].push(format!("{}: {}", words.get("sheet.visit"), sheet.visit));
    }
    let about = sheet.about.iter().map(|(label, said)| format!("{label}: {said}"));
    parts.push(headed(&words.role("sheet.about", sheet.role), about.collect()));
    parts.push(headed(words.get("sheet.first"), questions(&sheet.first, words)));
    parts.push(headed(words.get("sheet.if-time"), questions(&sheet.if_time, words)));
    parts.push(care(sheet, words));
    parts.push(vec![words.get("sheet.status").to_owned()]);
    parts.retain(|part| !part.is_empty());
    let mut text = parts.into_iter().map(|part| part.join("\n")).collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text
}

/// The heading and its lines; nothing where there are no lines.
fn headed(heading: &str, mut lines: Vec<String>) -> Vec<String> {
    if !lines.is_empty() {
        lines.insert(0, heading.to_owned());
    }
    lines
}

fn questions(questions: &[SheetQuestion], words: &Words) -> Vec<String> {
    let line = |question: &SheetQuestion| {
        let marks = [(question.star, "sheet.star"), (question.asked, "sheet.asked")];
        let marks =
            marks.into_iter().filter(|(set, _)| *set).map(|(_, key)| format!(" ({})", words.get(key)));
        format!("{}. {}{}", question.number, question.text, marks.collect::<String>())
    };
    questions.iter().map(line).collect()
}

/// What cannot wait for a visit, and the number to call: written or left to write in.
fn care(sheet: &Sheet, words: &Words) -> Vec<String> {
    let mut lines = vec![words.get("sheet.wait").to_owned()];
    for (key, signs) in [("sheet.emergency", &sheet.emergency), ("sheet.today", &sheet.today)] {
        if !signs.is_empty() {
            lines.push(words.role_fill(key, sheet.role, &[&signs.join("; ")]));
        }
    }
    lines.push(words.role_fill("sheet.team", sheet.role, &[sheet.team.as_deref().unwrap_or("____________")]));
    lines
}
