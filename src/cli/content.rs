//! `ask check` and `ask bundle`.

use super::{Call, Failure, listed, load, parts, to_json, write};
use crate::content::{authored::schemas, check};
use serde_json::json;
use std::path::Path;
use std::time::SystemTime;

pub(super) fn check(call: &Call) -> Result<(), Failure> {
    let languages = check::languages(&call.content);
    if languages.is_empty() {
        return Err(Failure::Input(format!("{}: no folder with an interface.json", call.content.display())));
    }
    let now = humantime::format_rfc3339(SystemTime::now()).to_string();
    let today = now.get(..10).unwrap_or_default().to_owned();
    let mut errors = Vec::new();
    let mut counted = Vec::new();
    for language in languages {
        match check::check(&call.content, &language) {
            Ok((authored, counts)) => {
                errors.extend(check::checked_after(&authored, &today));
                counted.push((language, counts));
            }
            Err(found) => errors.extend(found),
        }
    }
    errors.sort();
    errors.dedup();
    if call.json {
        let reports: Vec<_> = counted
            .iter()
            .map(|(language, counts)| json!({"language": language, "counts": counts}))
            .collect();
        say!("{}", json!({"ok": errors.is_empty(), "errors": errors, "languages": reports}));
    } else if errors.is_empty() {
        for (language, counts) in &counted {
            print(language, counts);
        }
    }
    match errors.len() {
        0 => Ok(()),
        count if call.json => Err(Failure::Input(format!("{count} errors in the content"))),
        _ => Err(Failure::Input(listed(&errors))),
    }
}

fn print(language: &str, counts: &check::Counts) {
    say!(
        "{language}: {} cards, {} questions, {} drugs, {} signs, {} terms, {} cancers, {} sources, {} article sections, {} quiz items",
        counts.cards,
        counts.questions,
        counts.drugs,
        counts.signs,
        counts.terms,
        counts.cancers,
        counts.sources,
        counts.sections,
        counts.quiz
    );
    say!("reading grade (as spoken), words in a sentence:");
    for reading in &counts.reading {
        let (kind, id) = (reading.kind, &reading.id);
        let (grade, raw, words) = (reading.grade, reading.raw_grade, reading.words_per_sentence);
        say!("  {kind:9} {id:26} {grade:4.1} ({raw:4.1}) {words:5.1}");
    }
    say!("the hardest passages:");
    for passage in &counts.hardest {
        say!("  {:4.1} {} {}: {}", passage.grade, passage.file, passage.field, passage.text);
    }
    if let Some(next) = counts.card_status.iter().min_by_key(|card| &card.approvals_due) {
        say!("approvals are due a check by {}, cards by {}", next.approvals_due, next.due);
    }
}

/// The JSON Schemas of the files, into `content/schema/`.
pub(super) fn schema(call: &Call) -> Result<(), Failure> {
    for (name, schema) in schemas() {
        let path = call.content.join("schema").join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| Failure::Input(error.to_string()))?;
        }
        let text =
            serde_json::to_string_pretty(&schema).map_err(|error| Failure::Input(error.to_string()))?;
        write(&path, text + "\n")?;
    }
    Ok(())
}

/// One file with everything or, into a folder, one file for each part that the browser loads.
pub(super) fn bundle(call: &Call, out: &Path) -> Result<(), Failure> {
    let bundle = load(call)?;
    if out.is_dir() {
        let (catalog, details) = parts(&bundle)?;
        write(&out.join("catalog.json"), catalog)?;
        write(&out.join("details.json"), details)
    } else {
        write(out, to_json(&bundle)?)
    }
}
