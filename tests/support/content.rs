//! A copy of `content/` to break one thing in, and what the check says about it.

use ask_about_immunotherapy::content::authored::Authored;
use ask_about_immunotherapy::content::check::{ContentError, check};
use serde_json::Value;
use std::cell::OnceCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The content that ships.
pub(crate) fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// A folder of its own for one test, gone at its end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("ask-test-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the file");
        fs::write(&path, text).expect("a file for the test");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A copy of the shipped content.
///
/// Pointers are JSON pointers, with two conveniences: what a file holds beside its schema need not be named, and in a
/// list, an id stands for the entry that has it, so that `/pembrolizumab/class` in `catalog/drugs.json` means
/// `/drugs/0/class`.
pub(crate) struct Copy {
    folder: Folder,
    /// What the check found, until the next change: a check takes most of a second.
    found: OnceCell<Vec<ContentError>>,
}

impl Copy {
    pub(crate) fn new() -> Self {
        let folder = Folder::new();
        copy(&shipped(), folder.path());
        Self { folder, found: OnceCell::new() }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a value where the pointer says; `-` as the last part adds it to a list.
    pub(crate) fn set(self, file: &str, at: &str, value: Value) -> Self {
        self.edit(file, |root| put(root, &numbered(root, at), value))
    }

    /// Takes out what the pointer names.
    pub(crate) fn remove(self, file: &str, at: &str) -> Self {
        self.edit(file, |root| {
            let at = numbered(root, at);
            let (parent, key) = at.rsplit_once('/').expect("a pointer");
            match root.pointer_mut(parent) {
                Some(Value::Object(fields)) => _ = fields.remove(key).expect("a field to remove"),
                Some(Value::Array(values)) => _ = values.remove(key.parse().expect("a place")),
                _ => panic!("nothing at {at} in {file}"),
            }
        })
    }

    /// Changes a file as JSON.
    pub(crate) fn edit(self, file: &str, change: impl FnOnce(&mut Value)) -> Self {
        let mut root = self.json(file);
        change(&mut root);
        self.write(file, &root.to_string())
    }

    /// Changes the list that a file holds.
    pub(crate) fn edit_list(self, file: &str, change: impl FnOnce(&mut Vec<Value>)) -> Self {
        self.edit(file, |root| {
            let held = held(root).expect("a file that holds one thing").to_owned();
            change(root[held].as_array_mut().expect("a list"));
        })
    }

    /// Replaces a file.
    pub(crate) fn write(mut self, file: &str, text: &str) -> Self {
        self.folder.write(file, text);
        self.found.take();
        self
    }

    /// Adds to the end of a file.
    pub(crate) fn append(self, file: &str, text: &str) -> Self {
        let now = fs::read_to_string(self.path().join(file)).expect("a file to add to");
        self.write(file, &format!("{now}{text}"))
    }

    pub(crate) fn delete(mut self, file: &str) -> Self {
        fs::remove_file(self.path().join(file)).expect("a file to delete");
        self.found.take();
        self
    }

    pub(crate) fn json(&self, file: &str) -> Value {
        let text = fs::read_to_string(self.path().join(file)).expect("a file of the content");
        serde_json::from_str(&text).expect("JSON")
    }

    /// The list that a file holds.
    pub(crate) fn list(&self, file: &str) -> Vec<Value> {
        let root = self.json(file);
        root[held(&root).expect("a file that holds one thing")].as_array().expect("a list").clone()
    }

    /// The JSON pointer that a pointer with the conveniences stands for; of a file that is no JSON, itself.
    pub(crate) fn pointer(&self, file: &str, at: &str) -> String {
        let text = fs::read_to_string(self.path().join(file)).ok();
        let root = text.and_then(|text| serde_json::from_str(&text).ok());
        root.map_or_else(|| at.to_owned(), |root| numbered(&root, at))
    }

    /// What the check finds, in English.
    pub(crate) fn errors(&self) -> &[ContentError] {
        self.found.get_or_init(|| check(self.path(), "en").err().unwrap_or_default())
    }

    /// Asserts that the check refuses the copy with this file, this field and words that tell why.
    #[track_caller]
    pub(crate) fn is_refused(&self, file: &str, field: &str, reason: &str) {
        self.is_told(self.errors(), file, field, reason);
    }

    /// Asserts that a file cannot be read, at this field and with words that tell why. Quicker than the whole check.
    #[track_caller]
    pub(crate) fn is_unreadable(&self, file: &str, field: &str, reason: &str) {
        let (_, errors) = Authored::read(self.path(), "en");
        self.is_told(&errors, file, field, reason);
    }

    #[track_caller]
    fn is_told(&self, errors: &[ContentError], file: &str, field: &str, reason: &str) {
        let field = self.pointer(file, field);
        let said = |error: &&ContentError| {
            error.file == file && error.field == field && error.reason.contains(reason)
        };
        let list: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert!(
            errors.iter().any(|error| said(&error)),
            "expected {file} {field}: ..{reason}..\nfound {} errors:\n{}",
            list.len(),
            list.join("\n")
        );
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder of the content").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).expect("a folder for the copy");
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// The one thing that a file holds beside its schema, if it holds one.
fn held(root: &Value) -> Option<&str> {
    let mut fields = root.as_object()?.keys().filter(|key| *key != "$schema");
    fields.next().filter(|_| fields.next().is_none()).map(String::as_str)
}

/// The pointer with what the file holds in front, and ids in lists written as places.
fn numbered(root: &Value, at: &str) -> String {
    let first = at.split('/').nth(1).unwrap_or_default();
    let named = at.is_empty() || root.get(first).is_some();
    let at = held(root).filter(|_| !named).map_or_else(|| at.to_owned(), |held| format!("/{held}{at}"));
    let mut now = Some(root);
    let mut pointer = String::new();
    for part in at.split('/').skip(1) {
        let part = match now {
            Some(Value::Array(values)) => values
                .iter()
                .position(|value| value.get("id").unwrap_or(value) == part)
                .map_or_else(|| part.to_owned(), |place| place.to_string()),
            _ => part.to_owned(),
        };
        now = now.and_then(|value| match value {
            Value::Array(values) => values.get(part.parse::<usize>().ok()?),
            value => value.get(&part),
        });
        pointer.push('/');
        pointer.push_str(&part);
    }
    pointer
}

fn put(root: &mut Value, at: &str, value: Value) {
    let (parent, key) = at.rsplit_once('/').expect("a pointer");
    match root.pointer_mut(parent) {
        Some(Value::Object(fields)) => _ = fields.insert(key.to_owned(), value),
        Some(Value::Array(values)) if key == "-" => values.push(value),
        Some(Value::Array(values)) => values[key.parse::<usize>().expect("a place")] = value,
        _ => panic!("nothing at {at}"),
    }
}
