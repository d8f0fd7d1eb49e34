//! Every change of one place in a file of each kind: `mistakes` names some, this makes them all, so that no field is
//! forgotten.

use super::{content_files, schema_of, validators};
use crate::support::Copy;
use ask_about_immunotherapy::content::authored::Authored;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// One file for each schema, the first of its kind.
fn one_of_each_kind() -> BTreeMap<String, String> {
    let copy = Copy::new();
    let mut kinds = BTreeMap::new();
    for file in content_files() {
        kinds.entry(schema_of(&file, &copy.json(&file))).or_insert(file);
    }
    kinds
}

/// A change of one place in a file.
#[derive(Clone)]
enum Change {
    /// Another type of value.
    Replace(String, Value),
    /// A field that may not be known.
    Add(String),
    /// A field that may be needed.
    Remove(String),
}

impl Change {
    fn apply(&self, root: &mut Value) {
        match self {
            Self::Replace(at, value) => *root.pointer_mut(at).unwrap() = value.clone(),
            Self::Add(at) => root.pointer_mut(at).unwrap()["colour"] = json!(1),
            Self::Remove(at) => {
                let (parent, key) = at.rsplit_once('/').unwrap();
                let key = key.replace("~1", "/").replace("~0", "~");
                root.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(&key);
            }
        }
    }

    fn told(&self) -> String {
        match self {
            Self::Replace(at, value) => format!("{at} is {value}"),
            Self::Add(at) => format!("{at} has a field more"),
            Self::Remove(at) => format!("{at} is missing"),
        }
    }
}

/// Every change of one place; of a list the first entry is enough, of many words the first ten are.
fn changes(at: &str, value: &Value, found: &mut Vec<Change>) {
    let others = match value {
        Value::Number(_) => vec![json!("seven"), json!(-1), json!(null)],
        Value::String(_) | Value::Bool(_) | Value::Null => vec![json!(7), json!(["colour"])],
        Value::Array(_) => vec![json!("seven"), json!({"colour": {}}), json!(null)],
        Value::Object(_) => vec![json!("seven"), json!(null)],
    };
    found.extend(others.into_iter().map(|other| Change::Replace(at.to_owned(), other)));
    match value {
        Value::Object(fields) => {
            found.push(Change::Add(at.to_owned()));
            for (key, value) in fields.iter().take(10) {
                let below = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
                found.push(Change::Remove(below.clone()));
                changes(&below, value, found);
            }
        }
        Value::Array(values) => {
            if let Some(value) = values.first() {
                changes(&format!("{at}/0"), value, found);
            }
        }
        _ => {}
    }
}

/// Of the words of many things those of two are enough.
fn shortened(file: &str, mut root: Value) -> Value {
    if let (true, Some(fields)) = (file.starts_with("en/"), root.as_object_mut())
        && fields.len() == 2
        && let Some(words) = fields.values_mut().find_map(Value::as_object_mut)
    {
        *words = std::mem::take(words).into_iter().take(2).collect();
    }
    root
}

#[test]
fn of_one_place_are_judged_alike_by_the_types_and_the_schema() {
    let validators = validators();
    let mut copy = Copy::new();
    let mut todo = Vec::new();
    for (schema, file) in one_of_each_kind() {
        let root = shortened(&file, copy.json(&file));
        let mut found = Vec::new();
        changes("", &root, &mut found);
        todo.push((schema, file, root, found));
    }
    let rounds = todo.iter().map(|(.., found)| found.len()).max().unwrap();
    let mut differ = Vec::new();
    // Each round breaks every kind of file in another place: files are read one by one.
    for round in 0..rounds {
        let mut made = Vec::new();
        for (schema, file, root, found) in &todo {
            let mut root = root.clone();
            if let Some(change) = found.get(round) {
                change.apply(&mut root);
                made.push((file, change, validators[schema].is_valid(&root)));
            }
            copy = copy.write(file, &root.to_string());
        }
        let (_, errors) = Authored::read(copy.path(), "en");
        for (file, change, valid) in made {
            let read = !errors.iter().any(|error| error.file == *file);
            if valid != read {
                let (types, schema) = if read { ("accept", "refuses") } else { ("refuse", "accepts") };
                let told = change.told();
                differ.push(format!("{file}, where {told}: the types {types} it, the schema {schema} it"));
            }
        }
    }
    assert!(rounds > 100 && differ.is_empty(), "{rounds} rounds\n{}", differ.join("\n"));
}
