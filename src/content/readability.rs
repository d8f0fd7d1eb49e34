//! How hard a text is to read: the Flesch-Kincaid grade, with syllables counted by dictionary.
//!
//! Grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid and others, 1975). Health texts
//! should stay at grade 6 or below (American Medical Association; National Institutes of Health).

use std::collections::BTreeSet;

/// Counts of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    /// Sentences; a list item counts as one.
    pub sentences: usize,
    /// Words.
    pub words: usize,
    /// Syllables as they are spoken.
    pub syllables: usize,
    /// Syllables when medical names that cannot be avoided count as two.
    pub plain_syllables: usize,
}

impl Reading {
    /// Counts the texts together. Each string ends a sentence, with or without a full stop.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>, names: &BTreeSet<String>) -> Self {
        let mut reading = Self::default();
        for sentence in texts.into_iter().flat_map(sentences) {
            reading.sentences += 1;
            reading.words += sentence.split_whitespace().filter(|word| has_word(word)).count();
            for part in parts(sentence) {
                let syllables = syllables(&part);
                reading.syllables += syllables;
                reading.plain_syllables += if names.contains(&part) { syllables.min(2) } else { syllables };
            }
        }
        reading
    }

    /// US school grade as spoken.
    pub fn raw_grade(&self) -> f64 {
        self.grade_of(self.syllables)
    }

    /// US school grade with medical names counted as two syllables: the figure that is limited.
    pub fn grade(&self) -> f64 {
        self.grade_of(self.plain_syllables)
    }

    /// Words in a sentence, on average.
    pub fn words_per_sentence(&self) -> f64 {
        self.words as f64 / self.sentences.max(1) as f64
    }

    fn grade_of(&self, syllables: usize) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        0.39 * self.words_per_sentence() + 11.8 * syllables as f64 / self.words as f64 - 15.59
    }
}

/// The sentences of a text: split after `.`, `!` or `?` that is followed by a space or a closing quote, and at line ends.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['\n'])
        .flat_map(|line| {
            let mut rest = line.trim();
            std::iter::from_fn(move || {
                if rest.is_empty() {
                    return None;
                }
                let end =
                    rest.match_indices(['.', '!', '?']).map(|(at, mark)| at + mark.len()).find(|&end| {
                        // "U.S. approval" and "e.g. this" would need a lookahead; the content avoids both.
                        rest[end..].starts_with([' ', '\u{201d}', '"'])
                    });
                let (sentence, after) = rest.split_at(end.unwrap_or(rest.len()));
                rest = after.trim_start_matches(['\u{201d}', '"', ' ']);
                Some(sentence)
            })
        })
        .filter(|sentence| has_word(sentence))
}

/// How many words a text has.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| has_word(word)).count()
}

fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The spoken parts of a sentence in lower case: "check-up" is two, "body's" is one.
fn parts(sentence: &str) -> impl Iterator<Item = String> {
    sentence
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '\u{2019}')
        .map(|part| {
            let lower = part.to_lowercase().replace('\u{2019}', "'");
            lower.trim_matches('\'').trim_end_matches("'s").to_owned()
        })
        .filter(|part| !part.is_empty())
}

/// Syllables of one part; a number counts as one, as does an abbreviation of up to three letters without vowels.
fn syllables(part: &str) -> usize {
    if part.chars().any(|letter| letter.is_ascii_digit()) {
        return 1;
    }
    syllarust::count_syllables(part).max(1)
}
