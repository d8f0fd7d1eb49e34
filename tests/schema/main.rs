//! The JSON Schemas of the content's files: those that an editor reads are those of the types, every file keeps to
//! its own, and what the types refuse the schemas refuse too, while it is typed.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

#[path = "../support/content.rs"]
#[allow(dead_code, reason = "the tests of the content use more of it")]
mod support;

mod changes;
mod mistakes;

use ask_about_immunotherapy::content::authored::schemas;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use support::{Copy, shipped};

/// Every JSON file below a folder with its place there, sorted.
fn files(folder: &Path) -> Vec<String> {
    fn below(folder: &Path, at: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let name = format!("{at}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                below(&entry.path(), &format!("{name}/"), found);
            } else if Path::new(&name).extension().is_some_and(|ending| ending == "json") {
                found.push(name);
            }
        }
    }
    let mut found = Vec::new();
    below(folder, "", &mut found);
    found.sort();
    found
}

/// Every file of the content, without the schemas.
fn content_files() -> Vec<String> {
    files(&shipped()).into_iter().filter(|file| !file.starts_with("schema/")).collect()
}

/// The place below `schema/` of the schema that a file names.
fn schema_of(file: &str, root: &Value) -> String {
    let address = root["$schema"].as_str().unwrap_or_else(|| panic!("{file} names no schema"));
    let up = "../".repeat(file.matches('/').count());
    let place = address.strip_prefix(&format!("{up}schema/"));
    place.unwrap_or_else(|| panic!("{file}: '{address}' leads nowhere")).to_owned()
}

/// The schemas as an editor finds them, by place.
fn validators() -> BTreeMap<String, Validator> {
    let folder = shipped().join("schema");
    let read = |name: String| {
        let schema: Value = serde_json::from_str(&fs::read_to_string(folder.join(&name)).unwrap()).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert!(jsonschema::meta::is_valid(&schema), "{name} is a schema");
        (name, jsonschema::draft202012::new(&schema).unwrap())
    };
    files(&folder).into_iter().map(read).collect()
}

#[test]
fn in_the_folder_are_those_of_the_types() {
    let folder = shipped().join("schema");
    let made: BTreeMap<&str, Value> =
        schemas().into_iter().map(|(name, schema)| (name, schema.to_value())).collect();
    assert_eq!(
        files(&folder).iter().map(String::as_str).collect::<Vec<_>>(),
        made.keys().copied().collect::<Vec<_>>(),
        "files in content/schema and kinds of files; run `cargo run --bin ask -- schema`"
    );
    for (name, schema) in made {
        // As JSON: with the tests' own libraries built in, the fields come in another order.
        let committed: Value = serde_json::from_str(&fs::read_to_string(folder.join(name)).unwrap()).unwrap();
        assert!(
            committed == schema,
            "content/schema/{name} is not what the types say; run `cargo run --bin ask -- schema`"
        );
    }
}

#[test]
fn are_named_and_kept_by_every_file() {
    let validators = validators();
    let mut used = BTreeSet::new();
    let copy = Copy::new();
    for file in content_files() {
        let root = copy.json(&file);
        let name = schema_of(&file, &root);
        let schema =
            validators.get(&name).unwrap_or_else(|| panic!("{file} names {name}, which is not there"));
        let wrong: Vec<String> =
            schema.iter_errors(&root).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(wrong.is_empty(), "{file}:\n{}", wrong.join("\n"));
        used.insert(name);
    }
    assert_eq!(used, validators.into_keys().collect(), "every kind of file is there");
}

#[test]
fn are_not_another_files() {
    let mut copy = Copy::new();
    for file in content_files() {
        let up = "../".repeat(file.matches('/').count());
        let other = if file.ends_with("drugs.json") { "signs" } else { "drugs" };
        copy = copy.set(&file, "/$schema", json!(format!("{up}schema/catalog/{other}.json")));
    }
    let untouched = Copy::new();
    for file in content_files() {
        let right = untouched.json(&file)["$schema"].as_str().unwrap().to_owned();
        copy.is_refused(&file, "/$schema", &format!("' is not this file's schema; write '{right}'"));
    }
    let without = content_files().iter().fold(Copy::new(), |copy, file| copy.remove(file, "/$schema"));
    for file in content_files() {
        without.is_refused(&file, "", "missing field `$schema`");
    }
}
