//! Words of the interface.

use crate::content::wording::{Role, spoken};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Words of the interface, by key such as `list.empty`, sorted by key. (A list and no map: each type of map brings
/// its own 3 kB of program.)
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
pub struct Words(Vec<(String, String)>);

impl From<BTreeMap<String, String>> for Words {
    fn from(words: BTreeMap<String, String>) -> Self {
        Self(words.into_iter().collect())
    }
}

impl From<Words> for BTreeMap<String, String> {
    fn from(words: Words) -> Self {
        words.0.into_iter().collect()
    }
}

impl Words {
    /// The words for a key; the key itself when there are none, so that a gap is seen and nothing fails.
    /// (A test proves that every key used in the source exists.)
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        let found = self.0.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok();
        found.map_or(key, |place| &self.0[place].1)
    }

    /// The words for a key as a person of this role reads them.
    pub fn role(&self, key: &str, role: Role) -> String {
        spoken(self.get(key), role)
    }

    /// The same with `{0}`, `{1}` .. replaced.
    pub fn role_fill(&self, key: &str, role: Role, values: &[&str]) -> String {
        filled(self.role(key, role), values)
    }

    /// Words that stand in the order of their keys, as the fields of a JSON object do.
    pub(in crate::content) fn sorted(words: Vec<(String, String)>) -> Self {
        Self(words)
    }

    /// Every key with its words.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, words)| (key.as_str(), words.as_str()))
    }

    /// The words for a key with `{0}`, `{1}` .. replaced.
    pub fn fill(&self, key: &str, values: &[&str]) -> String {
        filled(self.get(key).to_owned(), values)
    }

    /// The words for a count: `key.one` for one, else `key.many`, with `{0}` replaced by the count.
    pub fn count(&self, key: &str, count: usize) -> String {
        let form = if count == 1 { "one" } else { "many" };
        self.fill(&format!("{key}.{form}"), &[&count.to_string()])
    }
}

fn filled(text: String, values: &[&str]) -> String {
    values.iter().enumerate().fold(text, |text, (place, value)| text.replace(&format!("{{{place}}}"), value))
}
