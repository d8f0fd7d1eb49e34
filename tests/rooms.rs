//! Keeps "the one rule" of `src/lib.rs`: the rooms of the product are plain Rust, the browser's room knows no
//! Leptos, and nothing panics where a person would see it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

use std::fs;
use std::path::Path;

const PLAIN: [&str; 8] = [
    "src/content",
    "src/guide",
    "src/search",
    "src/list",
    "src/takeaway",
    "src/cli",
    "src/route.rs",
    "src/order.rs",
];

/// Lines of code, without comments, below a folder or in a file: name, number and code of each.
fn code(place: &str) -> Vec<(String, usize, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(place);
    if path.is_dir() {
        let mut entries: Vec<_> =
            fs::read_dir(&path).unwrap().flatten().map(|entry| entry.file_name()).collect();
        entries.sort();
        return entries
            .iter()
            .flat_map(|name| code(&format!("{place}/{}", name.to_string_lossy())))
            .collect();
    }
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{place}: {error}"));
    let numbered = text.lines().enumerate().map(|(number, line)| (place.to_owned(), number + 1, bare(line)));
    numbered.filter(|(_, _, line)| !line.is_empty()).collect()
}

/// The code of a line. `//` in a text such as an address is left alone.
fn bare(line: &str) -> String {
    let comment = line
        .match_indices("//")
        .map(|(at, _)| at)
        .find(|at| line[..*at].matches('"').count().is_multiple_of(2));
    line[..comment.unwrap_or(line.len())].trim().to_owned()
}

/// Whether the line has the word, not as a part of a longer one.
fn has(line: &str, word: &str) -> bool {
    let part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    let open = |edge: char, next: Option<char>| part(Some(edge)) && part(next);
    line.match_indices(word).any(|(at, _)| {
        let (first, last) = (word.chars().next().unwrap(), word.chars().last().unwrap());
        !open(first, line[..at].chars().next_back()) && !open(last, line[at + word.len()..].chars().next())
    })
}

fn mentions(places: &[&str], words: &[&str], allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let lines: Vec<_> = places.iter().flat_map(|place| code(place)).collect();
    assert!(lines.len() > 50, "{places:?} holds code");
    let mut found = Vec::new();
    for (file, number, line) in lines.iter().filter(|(file, _, _)| !allowed(file)) {
        for word in words.iter().filter(|word| has(line, word)) {
            found.push(format!("{file}:{number} mentions {word}: {line}"));
        }
    }
    found
}

#[track_caller]
fn none(found: Vec<String>) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_plain_rooms_know_no_browser_no_screens_no_time_and_no_chance() {
    let words = [
        "leptos",
        "web_sys",
        "js_sys",
        "gloo",
        "wasm_bindgen",
        "wasm_bindgen_futures",
        "crate::browser",
        "crate::app",
        "super::browser",
        "super::app",
    ];
    none(mentions(&PLAIN, &words, |_| false));
    let words =
        ["std::time", "SystemTime", "Instant", "rand", "uuid::", "std::env", "std::net", "std::process"];
    none(mentions(&PLAIN, &words, |file| file.starts_with("src/cli")));
}

#[test]
fn only_what_writes_and_checks_content_reads_files() {
    let native = |file: &str| {
        file.starts_with("src/cli")
            || file.starts_with("src/content/authored")
            || file.starts_with("src/content/check")
    };
    none(mentions(&PLAIN, &["std::fs", "fs::read_to_string", "File::open"], native));
}

#[test]
fn grouped_imports_hide_nothing() {
    let grouped = mentions(&PLAIN, &["use std::{"], |file| file.starts_with("src/cli"));
    for line in grouped {
        for word in ["time", "env", "net", "process"] {
            assert!(!has(line.rsplit_once("use std").unwrap().1, word), "{line}");
        }
    }
    for (file, number, line) in PLAIN.iter().flat_map(|place| code(place)) {
        let import = line.starts_with("use crate::{") || line.starts_with("use super::{");
        assert!(!(import && (has(&line, "browser") || has(&line, "app"))), "{file}:{number}: {line}");
    }
}

#[test]
fn the_browser_room_knows_no_leptos_and_no_screens() {
    none(mentions(
        &["src/browser"],
        &["leptos", "crate::app", "super::app", "crate::guide", "crate::list"],
        |_| false,
    ));
}

#[test]
fn markup_is_written_in_one_place_and_for_the_parts_of_drawings() {
    let allowed = |file: &str| file == "src/app/dom.rs" || file == "src/app/state.rs";
    let words = ["inner_html", "set_inner_html", "set_outer_html", "insert_adjacent_html", "document.write"];
    none(mentions(&["src"], &words, allowed));
    for (file, _, line) in code("src/app/state.rs").iter().chain(&code("src/app/dom.rs")) {
        if has(line, "set_inner_html") {
            let known = line.contains("details.drawing_parts") || line.contains("set_inner_html(markup)");
            assert!(known, "{file}: {line}");
        }
    }
    let mut uses = Vec::new();
    for (file, number, line) in code("src/app") {
        if line.contains(".markup(") && !line.contains("fn markup") {
            assert!(
                line.contains("frame"),
                "{file}:{number} writes markup that is not a drawing's frame: {line}"
            );
            uses.push(file);
        }
    }
    assert!(!uses.is_empty(), "drawings are shown");
}

#[test]
fn nothing_in_the_program_panics_on_purpose() {
    let words = [".unwrap()", ".expect(", "panic!", "unreachable!", "todo!", "unimplemented!", "dbg!"];
    none(mentions(&["src"], &words, |_| false));
}

#[test]
fn the_scan_itself_can_fail() {
    assert_eq!(bare("let a = 1; // leptos"), "let a = 1;");
    assert_eq!(bare("/// leptos::prelude"), "");
    assert_eq!(bare("let a = \"https://x.org\"; // no"), "let a = \"https://x.org\";");
    assert!(has("use leptos::prelude::*;", "leptos") && !has("use leptosy::x;", "leptos"));
    assert!(has("let x = rand::random();", "rand") && !has("let brand = 1;", "rand"));
    assert!(has("a.unwrap()", ".unwrap()") && !has("a.unwrap_or_default()", ".unwrap()"));
    assert!(!has("fn operand()", "rand"));
}
