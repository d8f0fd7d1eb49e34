//! What leaves the app, read by programs of other hands: validators of FHIR, NLM's LHC-Forms in a real browser, and a
//! calendar library. They come from npm; `make test` installs them into `.tools/standards`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

#[allow(dead_code, reason = "the whole-app tests use more of it")]
#[path = "../e2e/browser/mod.rs"]
mod browser;
mod calendars;
mod forms;
mod offered;
#[allow(dead_code, reason = "the whole-app tests use more of it")]
#[path = "../support/site.rs"]
mod site;
mod validators;

use ask_about_immunotherapy::content::{Bundle, Catalog, check};
use ask_about_immunotherapy::guide::{Answers, rank};
use ask_about_immunotherapy::list::PersonalList;
use ask_about_immunotherapy::takeaway::{Made, fhir};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

static CONTENT: LazyLock<Bundle> = LazyLock::new(|| check::bundle("content".as_ref(), "en").unwrap());

const MADE: Made<'_> = Made { id: "7d1c1f0a-2f3c-4c0e-9e53-6a1f0b2a9b10", at: "2026-11-22T10:00:00.000Z" };

fn catalog() -> &'static Catalog {
    &CONTENT.catalog
}

/// Where npm's packages are.
fn npm() -> PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/standards")
}

/// What a script of this folder says to a document.
fn node(script: &str, document: &Value) -> Value {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("ask-standards-{}-{count}.json", std::process::id()));
    std::fs::write(&file, document.to_string()).unwrap();
    let script = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/standards").join(script);
    let run = Command::new("node").arg(&script).args([npm(), file.clone()]).output();
    let run = run.expect("node, which `make test` needs");
    std::fs::remove_file(file).unwrap();
    let told = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{}: {told}\n`make test` installs what it needs", script.display());
    serde_json::from_slice(&run.stdout).unwrap_or_else(|error| panic!("{error}: {told}"))
}

fn answers(value: Value) -> Answers {
    serde_json::from_value(value).unwrap()
}

/// A list as the walkthrough leaves it after these answers.
fn suggested(value: Value) -> PersonalList {
    let mut list = PersonalList::default();
    list.answers = answers(value);
    list.suggest(&rank(catalog(), &list.answers.clone()));
    list
}

/// Somebody with two treatments, three illnesses, and questions from everywhere: offered or not, own, and reworded.
fn everything() -> PersonalList {
    let mut list = suggested(json!({
        "role": ["parent"], "moment": ["side-effects"], "cancer": ["melanoma-skin"],
        "treatment": ["monoclonal-antibodies", "imiquimod"], "health": ["steroids", "transplant", "diabetes"],
        "values": ["family", "know-the-odds"], "hard": ["yes"],
    }));
    for question in catalog().questions.iter().step_by(9) {
        list.add(&question.id).unwrap();
    }
    let own = list.add_own("Can I keep my dog; or, say, my \"cat\" <b>Ørsted</b>? 🐕").unwrap();
    list.move_to(&own, 1);
    list.set_asked(&own, true);
    list.set_team("555-0142");
    list
}

fn bundle(list: &PersonalList) -> Value {
    serde_json::from_str(&fhir::bundle(list, catalog(), &MADE)).unwrap()
}

/// Every item below, with its parent's link.
fn items(of: &Value) -> Vec<(String, &Value)> {
    fn walk<'a>(item: &'a Value, parent: &str, found: &mut Vec<(String, &'a Value)>) {
        for child in item["item"].as_array().into_iter().flatten() {
            found.push((parent.to_owned(), child));
            walk(child, child["linkId"].as_str().unwrap(), found);
        }
    }
    let mut found = Vec::new();
    walk(of, "", &mut found);
    found
}

/// The item of this link, to break it.
fn item<'a>(of: &'a mut Value, link: &str) -> &'a mut Value {
    fn find<'a>(of: &'a mut Value, link: &str) -> Option<&'a mut Value> {
        let items = of.get_mut("item")?.as_array_mut()?;
        for item in items {
            if item["linkId"] == link {
                return Some(item);
            }
            if let Some(found) = find(item, link) {
                return Some(found);
            }
        }
        None
    }
    find(of, link).unwrap_or_else(|| panic!("an item {link}"))
}
