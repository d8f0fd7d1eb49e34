//! The sorted words: exact, by their start, nearly.
//!
//! A start is a contiguous range of places, and neighbours share their first letters, so that looking up nearly
//! equal words walks the list as if it were a tree. A tree can take the place of this without a change outside.

use super::distance::Table;
use std::ops::Range;

/// A word of the dictionary that is nearly the one asked for.
pub(crate) struct Near {
    /// Its place.
    pub(crate) place: usize,
    /// How many edits lie between, 1 or more.
    pub(crate) edits: u8,
}

/// Different words, sorted. Invariants: `ends` rises and its last is `letters.len()`; `shared[i]` is how many
/// letters word `i` shares with the one before, at most 255.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    letters: String,
    ends: Vec<u32>,
    shared: Vec<u8>,
}

impl Dictionary {
    /// Adds a word, which must follow all words so far.
    pub(crate) fn push(&mut self, word: &str) {
        let last = self.len().checked_sub(1).map_or("", |last| self.word(last));
        let shared = last.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
        self.shared.push(shared.min(255) as u8);
        self.letters.push_str(word);
        self.ends.push(self.letters.len() as u32);
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word at a place.
    pub(crate) fn word(&self, place: usize) -> &str {
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.letters[start as usize..self.ends[place] as usize]
    }

    /// The place of a word.
    pub(crate) fn get(&self, word: &str) -> Option<usize> {
        let place = self.first(|other| other < word);
        (place < self.len() && self.word(place) == word).then_some(place)
    }

    /// The places of all words that start so.
    pub(crate) fn starting(&self, start: &str) -> Range<usize> {
        self.first(|word| word < start)..self.first(|word| word < start || word.starts_with(start))
    }

    /// The first place for which `before` no longer holds.
    fn first(&self, before: impl Fn(&str) -> bool) -> usize {
        let mut range = 0..self.len();
        while !range.is_empty() {
            let middle = range.start + range.len() / 2;
            if before(self.word(middle)) { range.start = middle + 1 } else { range.end = middle }
        }
        range.start
    }

    /// All words within this many edits; with `typing`, also those of which a start is.
    pub(crate) fn near(&self, word: &str, edits: usize, typing: bool) -> Vec<Near> {
        let mut table = Table::new(word, edits);
        let mut near = Vec::new();
        // At this many letters the table said that nothing starting so can be near.
        let mut dead = usize::MAX;
        for place in 0..self.len() {
            let shared = usize::from(self.shared[place]).min(table.depth());
            if shared >= dead {
                continue;
            }
            table.keep(shared);
            let alive = self.word(place).chars().skip(shared).all(|letter| table.push(letter));
            dead = if alive { usize::MAX } else { table.depth() };
            let nearest = if typing { table.start().min(table.whole()) } else { table.whole() };
            if alive && usize::from(nearest) <= edits {
                near.push(Near { place, edits: nearest });
            }
        }
        near
    }
}
