//! The list in a link: another device opens it without any server, because what stands behind `#` never leaves the
//! browser.
//!
//! ```text
//! https://any.host/path/#/open/1.CHECK.DATA
//! ```
//!
//! `1` is the version of this format, `DATA` the saved record in few bytes (`squeeze.rs`, then base64url), and
//! `CHECK` tells whether all of it arrived unchanged: the CRC-32 of DATA, and how many letters DATA has. The record is the one of [`crate::list::record`] without spaces and without the texts of questions that the content
//! has; [`crate::list::parse`] reads it, follows renamed things and reports what it had to leave out.
//!
//! ```
//! # use ask_about_immunotherapy::{list::Notebook, takeaway::link};
//! # let catalog = ask_about_immunotherapy::content::check::bundle("content".as_ref(), "en").unwrap().catalog;
//! let mut notebook = Notebook::default();
//! notebook.current_mut().add_own("Can I keep my dog?").unwrap();
//! let code = link::encode(&notebook, &catalog).unwrap();
//! let address = link::address("https://any.host/app/?x#/questions", &code);
//! assert!(address.starts_with("https://any.host/app/#/open/1."));
//! let record = link::decode(&address).unwrap();
//! assert_eq!(ask_about_immunotherapy::list::parse(&record, &catalog).unwrap().0, notebook);
//! ```

use super::letters::{bytes, check_sum, letters};
use super::squeeze::{squeeze, unsqueeze};
use crate::content::{Catalog, QuestionId, Role};
use crate::list::json::document;
use crate::list::{Notebook, to_json};
use serde_json::Value;
use std::fmt;

/// The version that is written, and the only one so far.
const VERSION: &str = "1";

/// The most letters of a whole address: what browsers, mail programs and messengers pass on unharmed.
pub const ADDRESS_LIMIT: usize = 8000;

/// The most letters of a code, so that the address of an installation fits before it.
pub const CODE_LIMIT: usize = ADDRESS_LIMIT - 200;

/// The longest record that is written or read, in bytes. It bounds the work that a made-up link can cause.
pub const RECORD_LIMIT: usize = 100_000;

/// What stands before the code in an address.
const OPEN: &str = "#/open/";

/// The list is too long for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "This list is too long for a link. Save it as a file, and open the file on the other device.",
        )
    }
}

impl std::error::Error for TooLong {}

/// Why a link holds no list that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// It is another text.
    NotALink,
    /// A newer version of the program made it: the version of its format.
    Newer(u32),
    /// The end is missing: this many letters.
    Cut(usize),
    /// It is not as it was made.
    Changed,
    /// It is longer than any link that this program makes.
    TooLong,
}

impl fmt::Display for LinkProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALink => f.write_str(
                "This link holds no list. Copy the whole link again, or save the list as a file and open the file here.",
            ),
            Self::Newer(version) => write!(
                f,
                "A newer version of this app made this link (format {version}). Reload this page to get the new version, then open the link again."
            ),
            Self::Cut(1) => f.write_str(
                "The end of this link is missing: 1 letter. Copy the whole link again, or save the list as a file and open the file here.",
            ),
            Self::Cut(missing) => write!(
                f,
                "The end of this link is missing: {missing} letters. Copy the whole link again, or save the list as a file and open the file here."
            ),
            Self::Changed => f.write_str(
                "This link was changed on its way. Copy the whole link again, or save the list as a file and open the file here.",
            ),
            Self::TooLong => f.write_str(
                "This link is too long to be a list from this app. Save the list as a file and open the file here.",
            ),
        }
    }
}

impl std::error::Error for LinkProblem {}

/// The code of all lists, to stand behind `#/open/`. For one list give [`Notebook::of`] it.
pub fn encode(notebook: &Notebook, catalog: &Catalog) -> Result<String, TooLong> {
    encode_record(&to_json(notebook, catalog), catalog)
}

/// The code of a saved record.
pub fn encode_record(record: &str, catalog: &Catalog) -> Result<String, TooLong> {
    let lean = lean(record, catalog);
    if lean.len() > RECORD_LIMIT {
        return Err(TooLong);
    }
    let data = letters(&squeeze(lean.as_bytes()));
    let code = format!("{VERSION}.{}.{data}", check(&data));
    if code.len() > CODE_LIMIT { Err(TooLong) } else { Ok(code) }
}

/// The whole address for a code; `page` is the address of the app, wherever in it the person is.
pub fn address(page: &str, code: &str) -> String {
    let folder = page.split(['#', '?']).next().unwrap_or_default();
    format!("{folder}{OPEN}{code}")
}

/// The record in an address or in a code alone. Spaces and line breaks that a mail program put in do no harm.
///
/// Whatever the text, this ends soon, needs little memory and never fails in another way.
pub fn decode(text: &str) -> Result<String, LinkProblem> {
    // Whatever is longer would be refused in any case, and need not be copied.
    if text.len() > 2 * ADDRESS_LIMIT {
        return Err(LinkProblem::TooLong);
    }
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let code = text.split_once(OPEN).map_or(text.as_str(), |(_, code)| code);
    let code = code.trim_start_matches(['#', '/']);
    let (version, rest) = code.split_once('.').ok_or(LinkProblem::NotALink)?;
    if version != VERSION {
        let newer = version.parse().ok().filter(|version| *version > 1);
        return Err(newer.map_or(LinkProblem::NotALink, LinkProblem::Newer));
    }
    if code.len() > CODE_LIMIT {
        return Err(LinkProblem::TooLong);
    }
    // A link that ends within the check sum misses more than can be told.
    let (sum, data) = rest.split_once('.').ok_or(LinkProblem::Changed)?;
    let promised = promised(sum).ok_or(LinkProblem::Changed)?;
    if data.len() < promised {
        return Err(LinkProblem::Cut(promised - data.len()));
    }
    if check(data) != sum {
        return Err(LinkProblem::Changed);
    }
    let record = bytes(data).and_then(|squeezed| unsqueeze(&squeezed, RECORD_LIMIT));
    record.and_then(|record| String::from_utf8(record).ok()).ok_or(LinkProblem::Changed)
}

/// Check sum and number of letters, in 8 letters.
fn check(data: &str) -> String {
    let sum = check_sum(data.as_bytes()).to_be_bytes();
    let [.., high, low] = data.len().to_be_bytes();
    letters(&[sum[0], sum[1], sum[2], sum[3], high, low])
}

/// How many letters the data should have.
fn promised(sum: &str) -> Option<usize> {
    match bytes(sum)?[..] {
        [_, _, _, _, high, low] => Some(usize::from(high) << 8 | usize::from(low)),
        _ => None,
    }
}

/// The record without spaces, and without what the other device knows: the text of each question of the content.
/// What the person wrote, their own wording of such a question too, stays.
fn lean(record: &str, catalog: &Catalog) -> String {
    match serde_json::from_str(record) {
        Ok(mut value) => {
            forget_texts(&mut value, catalog);
            without_spaces(&document(&value))
        }
        // Not ours to judge: whoever opens it says what is wrong.
        Err(_) => record.to_owned(),
    }
}

fn forget_texts(value: &mut Value, catalog: &Catalog) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| forget_texts(value, catalog)),
        Value::Object(fields) => {
            let id = fields.get("question").and_then(Value::as_str).map(QuestionId::new);
            let known = id.and_then(|id| catalog.question(&id));
            let said = fields.get("text").and_then(Value::as_str).unwrap_or_default();
            if known.is_some_and(|known| Role::ALL.into_iter().any(|role| known.text.text(role) == said)) {
                fields.remove("text");
            }
            fields.values_mut().for_each(|value| forget_texts(value, catalog));
        }
        _ => {}
    }
}

/// JSON without what stands between its parts for the eye.
fn without_spaces(json: &str) -> String {
    let (mut quoted, mut escaped) = (false, false);
    let mut out = String::new();
    for letter in json.chars() {
        if quoted || !letter.is_ascii_whitespace() {
            out.push(letter);
        }
        match letter {
            '"' if !escaped => quoted = !quoted,
            '\\' if !escaped => {
                escaped = true;
                continue;
            }
            _ => {}
        }
        escaped = false;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
        /// What gets past the check sum was made on purpose: whatever it holds, it is read within the limits.
        #[test]
        fn data_made_up_on_purpose_gives_an_answer(data in proptest::collection::vec(any::<u8>(), 0..200)) {
            let data = letters(&data);
            if let Ok(record) = decode(&format!("{VERSION}.{}.{data}", check(&data))) {
                prop_assert!(record.len() <= RECORD_LIMIT);
            }
        }
    }
}
