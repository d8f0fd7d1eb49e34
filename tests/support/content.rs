//! A copy of `content/` to break one thing in, and what the check says about it.

use ask_about_immunotherapy::content::check::{ContentError, check};
use serde_json::Value;
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
/// Pointers are JSON pointers, with one convenience: in a list, an id stands for the entry that has it, so that
/// `/pembrolizumab/class` in `catalog/drugs.json` means `/0/class`.
pub(crate) struct Copy {
    folder: Folder,
}

impl Copy {
    pub(crate) fn new() -> Self {
        let folder = Folder::new();
        copy(&shipped(), folder.path());
        Self { folder }
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

    /// Replaces a file.
    pub(crate) fn write(self, file: &str, text: &str) -> Self {
        self.folder.write(file, text);
        self
    }

    /// Adds to the end of a file.
    pub(crate) fn append(self, file: &str, text: &str) -> Self {
        let now = fs::read_to_string(self.path().join(file)).expect("a file to add to");
        self.write(file, &format!("{now}{text}"))
    }

    pub(crate) fn delete(self, file: &str) -> Self {
        fs::remove_file(self.path().join(file)).expect("a file to delete");
        self
    }

    pub(crate) fn json(&self, file: &str) -> Value {
        let text = fs::read_to_string(self.path().join(file)).expect("a file of the content");
        serde_json::from_str(&text).expect("JSON")
    }

    /// What the check finds, in English.
    pub(crate) fn errors(&self) -> Vec<ContentError> {
        check(self.path(), "en").err().unwrap_or_default()
    }

    /// Asserts that the check refuses the copy with this file, this field and words that tell why.
    #[track_caller]
    pub(crate) fn is_refused(&self, file: &str, field: &str, reason: &str) {
        let place = self.path().join(file);
        let read = fs::read_to_string(place).ok().and_then(|text| serde_json::from_str::<Value>(&text).ok());
        let field = read.map_or_else(|| field.to_owned(), |root| numbered(&root, field));
        let errors = self.errors();
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

/// The pointer with ids in lists written as places.
fn numbered(root: &Value, at: &str) -> String {
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
