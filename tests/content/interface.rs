//! The words of the interface and the keys in the program are the same.

use super::Copy;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Keys that the program puts together.
fn composed() -> BTreeSet<String> {
    let rows = ask_about_immunotherapy::content::Row::ALL.map(|row| format!("row.{}", row.as_str()));
    let choices = ["menu.theme.own", "menu.theme.light", "menu.theme.dark"].into_iter();
    let choices = choices.chain(["menu.text.own", "menu.text.large", "menu.text.larger"]);
    let ways = ["take", "take-paper", "take-people", "take-calendar", "transfer", "take-file", "take-record"];
    let ways = ways.map(|way| format!("{way}.title"));
    rows.into_iter().chain(choices.map(str::to_owned)).chain(ways).collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            sources(&entry.path(), found);
        } else {
            found.push(entry.path());
        }
    }
}

/// Every quoted literal outside comments, with the letters before it.
fn literals(code: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n").replace("'\"'", "' '").replace("\\\"", "'");
    let mut before = "";
    for (place, part) in code.split('"').enumerate() {
        if place % 2 == 0 {
            before = part;
        } else {
            found.push((
                before.chars().rev().take(12).collect::<Vec<_>>().iter().rev().collect(),
                part.to_owned(),
            ));
        }
    }
    found
}

fn keys() -> BTreeSet<String> {
    Copy::new().json("en/interface.json")["words"].as_object().unwrap().keys().cloned().collect()
}

fn used() -> Vec<(PathBuf, String, String)> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    // The room that reads files names them; it says nothing to a person.
    let speaks = |path: &PathBuf| !path.to_string_lossy().contains("src/content");
    let read = |path: PathBuf| {
        let code = fs::read_to_string(&path).unwrap();
        literals(&code).into_iter().map(move |(before, literal)| (path.clone(), before, literal))
    };
    files.into_iter().filter(speaks).flat_map(read).collect()
}

/// A count key stands for its two forms.
fn exists(keys: &BTreeSet<String>, key: &str, counted: bool) -> bool {
    let forms = ["one", "many"].iter().all(|form| keys.contains(&format!("{key}.{form}")));
    if counted { forms } else { keys.contains(key) }
}

#[test]
fn exist_for_every_key_in_the_program() {
    let keys = keys();
    let rooms: BTreeSet<&str> = keys.iter().filter_map(|key| Some(key.split_once('.')?.0)).collect();
    let mut missing = Vec::new();
    let mut asked = 0;
    for (path, before, literal) in used() {
        let said = [".say(", ".fill(", "words.get("].iter().any(|call| before.ends_with(call));
        let counted = before.ends_with(".count(");
        let like_a_key = literal.split_once('.').is_some_and(|(room, _)| rooms.contains(room))
            && Path::new(&literal).extension().is_none_or(|ending| ending != "json")
            // The command line names files.
            && !path.to_string_lossy().contains("src/cli")
            && literal.chars().all(|letter| letter.is_ascii_alphanumeric() || "-.".contains(letter));
        asked += usize::from(said || counted);
        let known = exists(&keys, &literal, counted)
            || (!said && !counted && (exists(&keys, &literal, true) || !like_a_key));
        if !known {
            missing.push(format!("{}: {literal}", path.display()));
        }
    }
    assert!(asked > 80, "the scan found only {asked} calls: it no longer reads the program");
    assert!(missing.is_empty(), "not in interface.json:\n{}", missing.join("\n"));
    let missing: Vec<String> = composed().difference(&keys).cloned().collect();
    assert!(missing.is_empty(), "put together, but not in interface.json: {missing:?}");
}

#[test]
fn are_all_used() {
    let used: BTreeSet<String> = used().into_iter().map(|(_, _, literal)| literal).collect();
    let composed = composed();
    let stem = |key: &str| key.strip_suffix(".one").or_else(|| key.strip_suffix(".many")).map(str::to_owned);
    let unused: Vec<String> = keys()
        .into_iter()
        .filter(|key| {
            !used.contains(key)
                && !composed.contains(key)
                && !stem(key).is_some_and(|stem| used.contains(&stem))
        })
        .collect();
    assert!(unused.is_empty(), "in interface.json, but nowhere in the program: {unused:?}");
}

#[test]
fn have_both_forms_of_every_count() {
    let keys = keys();
    for key in &keys {
        if let Some(stem) = key.strip_suffix(".one").or_else(|| key.strip_suffix(".many")) {
            assert!(exists(&keys, stem, true), "{stem} needs .one and .many");
        }
    }
}
