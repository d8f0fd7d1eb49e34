//! `ask search`, `ask guide` and `ask export`: what a person sees, from the command line.

use super::{Call, Failure, load, read};
use crate::content::Catalog;
use crate::guide::{Answers, rank};
use crate::list;
use crate::search::{Hit, Index, documents};
use crate::takeaway::{Made, Sheet, calendar, fhir, text};
use serde_json::{Value, json};
use std::io::{BufRead, Write};
use std::{path::Path, time::SystemTime};

pub(super) fn search(call: &Call, query: &str) -> Result<(), Failure> {
    let bundle = load(call)?;
    let index = Index::build(documents(&bundle.catalog, &bundle.details.terms));
    if query == "-" {
        for line in std::io::stdin().lock().lines() {
            let line = line.map_err(|error| Failure::Input(error.to_string()))?;
            say!("{}", found(&index.search(&line, call.limit)));
        }
    } else {
        let hits = index.search(query, call.limit);
        if call.json {
            say!("{}", found(&hits));
        } else if hits.is_empty() {
            say!("nothing found for '{query}'");
        }
        for hit in hits.iter().filter(|_| !call.json) {
            say!("{:7.3}  {:8} {:28} {} (as {})", hit.score, kind(hit), hit.id, hit.title, hit.matched);
        }
    }
    Ok(())
}

fn kind(hit: &Hit) -> String {
    json!(hit.kind).as_str().unwrap_or_default().to_owned()
}

fn found(hits: &[Hit]) -> Value {
    let shown = |hit: &Hit| json!({"kind": hit.kind, "id": hit.id, "title": hit.title, "score": hit.score, "matched": hit.matched});
    hits.iter().map(shown).collect()
}

pub(super) fn guide(call: &Call, path: &Path) -> Result<(), Failure> {
    let wrong = |error: serde_json::Error| Failure::Input(format!("{}: {error}", path.display()));
    let catalog = load(call)?.catalog;
    let given: Value = serde_json::from_str(&read(path)?).map_err(wrong)?;
    let several = given.is_array();
    let people: Vec<Answers> = if several {
        serde_json::from_value(given)
    } else {
        serde_json::from_value(given).map(|one| vec![one])
    }
    .map_err(wrong)?;
    let lists: Vec<Value> = people.into_iter().map(|answers| ranked(&catalog, answers)).collect();
    if call.json {
        say!("{}", if several { json!(lists) } else { lists.into_iter().next().unwrap_or_default() });
        return Ok(());
    }
    for list in lists {
        for question in list.as_array().into_iter().flatten() {
            let top = if question["top"] == true { "*" } else { " " };
            let text = |field: &str| question[field].as_str().unwrap_or_default().to_owned();
            let rank = question["rank"].as_u64().unwrap_or_default();
            say!("{rank:3}{top} {:24} {}", text("topic"), text("text"));
            for reason in question["reasons"].as_array().into_iter().flatten() {
                say!("{:30}{}", "", reason.as_str().unwrap_or_default());
            }
        }
        say!("");
    }
    Ok(())
}

fn ranked(catalog: &Catalog, mut answers: Answers) -> Value {
    for problem in answers.mend(catalog) {
        eprintln!("note: {problem}");
    }
    let because = |said: String| catalog.words.fill("question.because", &[&said]);
    let role = answers.role();
    let shown = rank(catalog, &answers).into_iter().map(|ranked| {
        let reasons: Vec<String> =
            ranked.reasons.iter().filter_map(|fact| catalog.said(fact, role)).map(because).collect();
        json!({
            "id": ranked.question.id,
            "topic": ranked.question.topic,
            "text": ranked.question.text.text(role),
            "reasons": reasons,
            "facts": ranked.reasons,
            "score": ranked.score,
            "rank": ranked.rank,
            "top": ranked.top,
        })
    });
    shown.collect()
}

pub(super) fn export(call: &Call, path: &Path) -> Result<(), Failure> {
    let bundle = load(call)?;
    let catalog = &bundle.catalog;
    let wrong = |reason: String| Failure::Input(format!("{}: {reason}", path.display()));
    let (notebook, problems) =
        list::parse(&read(path)?, catalog).map_err(|error| wrong(error.to_string()))?;
    for problem in problems {
        eprintln!("note: {problem}");
    }
    let list = notebook.current();
    let sheet = Sheet::new(list, catalog, &bundle.details.signs);
    let plain = text::plain(&sheet, &catalog.words);
    let stamp = stamp(SystemTime::now());
    match call.format.as_deref() {
        Some("text") => say!("{plain}"),
        Some("ics") => {
            let calendar = calendar::calendar(list.visit(), &plain, &catalog.words, &stamp.made());
            // As it is, line ends and all.
            let _ = write!(std::io::stdout(), "{calendar}");
        }
        Some("fhir") => say!("{}", fhir::bundle(list, catalog, &stamp.made())),
        Some(other) => return Err(Failure::Usage(format!("no format '{other}'; text, fhir or ics"))),
        None => return Err(Failure::Usage("say --format text, fhir or ics".to_owned())),
    }
    Ok(())
}

/// What the takeaway cannot know by itself: a new id and the time.
struct Stamp {
    id: String,
    at: String,
}

impl Stamp {
    fn made(&self) -> Made<'_> {
        Made { id: &self.id, at: &self.at }
    }
}

fn stamp(now: SystemTime) -> Stamp {
    Stamp { id: uuid::Uuid::new_v4().to_string(), at: humantime::format_rfc3339_seconds(now).to_string() }
}
