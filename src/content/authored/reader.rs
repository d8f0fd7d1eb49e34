//! Reading files one by one, so that a mistake in one hides nothing in another.

use super::files::File;
use crate::content::check::ContentError;
use crate::content::duplicate::Unique;
use serde::de::DeserializeOwned;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Reads files below `content` and keeps what went wrong.
pub(super) struct Reader<'a> {
    /// The folder.
    pub(super) content: &'a Path,
    /// What could not be read.
    pub(super) errors: Vec<ContentError>,
}

impl Reader<'_> {
    fn text(&mut self, name: &str) -> Option<String> {
        match fs::read_to_string(self.content.join(name)) {
            Ok(text) => Some(text),
            Err(error) => {
                self.errors.push(ContentError::new(name, "", format!("cannot be read: {error}")));
                None
            }
        }
    }

    /// A file, unless it cannot be read or names another schema than its own.
    pub(super) fn file<F: File>(&mut self, name: &str) -> Option<F::Content> {
        let text = self.text(name)?;
        match parse::<F>(&text).and_then(|file| parse::<Unique>(&text).map(|_| file)) {
            Ok(file) => {
                let schema = format!("{}schema/{}", "../".repeat(name.matches('/').count()), F::SCHEMA);
                if file.schema() != schema {
                    let reason = format!("'{}' is not this file's schema; write '{schema}'", file.schema());
                    self.errors.push(ContentError::new(name, "/$schema", reason));
                }
                Some(file.content())
            }
            Err((field, reason)) => {
                self.errors.push(ContentError::new(name, field, reason));
                None
            }
        }
    }

    /// Every file of a folder, by the id that its name gives.
    pub(super) fn folder<F: File, I: Ord>(
        &mut self,
        folder: &str,
        id: fn(String) -> I,
    ) -> BTreeMap<I, F::Content> {
        let names = self.names(folder, "json");
        names
            .into_iter()
            .filter_map(|name| Some((id(name.clone()), self.file::<F>(&format!("{folder}/{name}.json"))?)))
            .collect()
    }

    /// Every drawing by its id.
    pub(super) fn drawings(&mut self) -> BTreeMap<String, String> {
        let names = self.names("drawings", "svg");
        names
            .into_iter()
            .filter_map(|name| self.text(&format!("drawings/{name}.svg")).map(|text| (name, text)))
            .collect()
    }

    /// The stems of the files with this ending, sorted, so that a bundle does not depend on the file system.
    fn names(&mut self, folder: &str, ending: &str) -> Vec<String> {
        let stem = |path: PathBuf| {
            let matches = path.extension().is_some_and(|extension| extension == ending);
            matches.then(|| path.file_stem().map(|stem| stem.to_string_lossy().into_owned())).flatten()
        };
        match fs::read_dir(self.content.join(folder)) {
            Ok(entries) => {
                let mut names: Vec<String> =
                    entries.flatten().filter_map(|entry| stem(entry.path())).collect();
                names.sort();
                names
            }
            Err(error) => {
                self.errors.push(ContentError::new(folder, "", format!("cannot be read: {error}")));
                Vec::new()
            }
        }
    }
}

/// Reads JSON, or says where reading stopped and why.
fn parse<T: DeserializeOwned>(text: &str) -> Result<T, (String, String)> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| (pointer(error.path()), error.inner().to_string()))?;
    json.end().map_err(|error| (String::new(), error.to_string()))?;
    Ok(value)
}

/// A JSON pointer (RFC 6901) to where reading stopped.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let part = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } | Segment::Enum { variant: key } => {
            format!("/{}", key.replace('~', "~0").replace('/', "~1"))
        }
        Segment::Unknown => "/?".to_owned(),
    };
    path.iter().map(part).collect()
}
