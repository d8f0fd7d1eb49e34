//! The list as a draft: an e-mail (RFC 6068) or a text message, as an address that the device's own program opens.
//!
//! Nothing is sent and no receiver is set: the person chooses one, reads, and sends. Programs pass on only so much of
//! an address, so a long list is shortened: first what the person said about themselves goes, then the names of the
//! signs that cannot wait, then questions from the end. Lines at the end say what is missing and where it is.

use super::{Sheet, text};
use crate::content::Words;

/// The most letters of a `mailto:` address: what Windows and its mail programs pass on.
pub const MAIL_LIMIT: usize = 1900;

/// The most letters of a text message before it is made an address: seven parts or so, which phones still join.
pub const MESSAGE_LIMIT: usize = 1000;

/// A draft to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The address, for a link or a window to open.
    pub address: String,
    /// How many questions had no room.
    pub left_out: usize,
    /// Whether it holds all that the text of the list holds. If not: offer the file beside it, to send along.
    pub whole: bool,
}

/// An e-mail draft of the list, at most [`MAIL_LIMIT`] letters.
pub fn email(sheet: &Sheet, words: &Words) -> Draft {
    let subject = words.get("sheet.title");
    fitted(sheet, words, |body| mailto(subject, body), |_, address| address.len() <= MAIL_LIMIT)
}

/// A text message of the list, at most [`MESSAGE_LIMIT`] letters of text.
pub fn message(sheet: &Sheet, words: &Words) -> Draft {
    fitted(sheet, words, sms, |body, _| body.chars().count() <= MESSAGE_LIMIT)
}

/// An e-mail without a receiver. `body` may have several lines.
///
/// ```
/// # use ask_about_immunotherapy::takeaway::mail::mailto;
/// assert_eq!(mailto("A & B", "Why?\nNow"), "mailto:?subject=A%20%26%20B&body=Why%3F%0D%0ANow");
/// ```
pub fn mailto(subject: &str, body: &str) -> String {
    format!("mailto:?subject={}&body={}", encoded(subject), encoded(body))
}

/// A text message without a receiver. (`?&`, because iOS wants one and Android the other.)
///
/// ```
/// # use ask_about_immunotherapy::takeaway::mail::sms;
/// assert_eq!(sms("Why?\nNow"), "sms:?&body=Why%3F%0ANow");
/// ```
pub fn sms(body: &str) -> String {
    format!("sms:?&body={}", encoded(body).replace("%0D%0A", "%0A"))
}

/// With as much as fits, and as many questions as fit, from the first on.
fn fitted(
    sheet: &Sheet,
    words: &Words,
    address: impl Fn(&str) -> String,
    fits: impl Fn(&str, &str) -> bool,
) -> Draft {
    let all = sheet.first.len() + sheet.if_time.len();
    let questions = [(all, true, true), (all, false, true)].into_iter();
    for (kept, about, signs) in questions.chain((0..=all).rev().map(|kept| (kept, false, false))) {
        let body = body(sheet, words, kept, about, signs);
        let address = address(&body);
        if fits(&body, &address) {
            return Draft { address, left_out: all - kept, whole: about };
        }
    }
    // Words of the interface alone, longer than any program takes: still better than nothing.
    Draft { address: address(&body(sheet, words, 0, false, false)), left_out: all, whole: false }
}

/// The text of the first questions, and lines about what is missing.
fn body(sheet: &Sheet, words: &Words, kept: usize, about: bool, signs: bool) -> String {
    let mut short = sheet.clone();
    let mut missing = Vec::new();
    if !about {
        short.about.clear();
    }
    if !signs {
        short.emergency.clear();
        short.today.clear();
        missing.push(words.get("mail.signs").to_owned());
    }
    let left_out = short.first.len() + short.if_time.len() - kept;
    if left_out > 0 {
        missing.push(words.count("mail.more", left_out));
    }
    short.if_time.truncate(kept.saturating_sub(short.first.len()));
    short.first.truncate(kept);
    let mut body = text::plain(&short, words).trim_end().to_owned();
    if !missing.is_empty() {
        body.push_str("\n\n");
        body.push_str(&missing.join("\n"));
    }
    body
}

/// Percent-encoded but for letters, digits and `-._~`; a line ends as RFC 6068 (section 5) wants it.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars().filter(|letter| *letter == '\n' || !letter.is_control()) {
        if letter == '\n' {
            out.push_str("%0D%0A");
        } else if letter.is_ascii_alphanumeric() || "-._~".contains(letter) {
            out.push(letter);
        } else {
            for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
                }
            }
        }
    }
    out
}
