//! Edit distance of one word to many, letter by letter: insertions, deletions, substitutions and swaps of
//! neighbours cost 1 each (optimal string alignment).
//!
//! Only the diagonal band that can stay within the limit is computed, and the rows of the letters that two
//! neighbours in a sorted list share are computed once.

/// The most edits that are looked for.
pub(crate) const MOST_EDITS: usize = 2;

/// Cells of a row: as many edits to either side of the diagonal.
const BAND: usize = 2 * MOST_EDITS + 1;

/// The table of one word against the letters pushed so far.
///
/// Invariants: `rows.len() == best.len() == letters.len() + 1`. Cell `b` of row `i` is the distance of the first
/// `i` letters to the first `i + b - limit` of the word, or `limit + 1` when it is more than the limit.
pub(crate) struct Table {
    word: Vec<char>,
    limit: usize,
    letters: Vec<char>,
    rows: Vec<[u8; BAND]>,
    /// The least distance of the word to any start of the letters, up to each row.
    best: Vec<u8>,
}

impl Table {
    /// A table for a word and at most this many edits, capped at [`MOST_EDITS`].
    pub(crate) fn new(word: &str, limit: usize) -> Self {
        let word: Vec<char> = word.chars().collect();
        let limit = limit.min(MOST_EDITS);
        let far = limit as u8 + 1;
        let mut first = [far; BAND];
        for edits in 0..=limit.min(word.len()) {
            first[limit + edits] = edits as u8;
        }
        let best = (word.len() as u8).min(far);
        Self { word, limit, letters: Vec::new(), rows: vec![first], best: vec![best] }
    }

    /// How many letters have been pushed.
    pub(crate) fn depth(&self) -> usize {
        self.letters.len()
    }

    /// Goes back to the first so many letters.
    pub(crate) fn keep(&mut self, depth: usize) {
        self.letters.truncate(depth);
        self.rows.truncate(depth + 1);
        self.best.truncate(depth + 1);
    }

    /// Adds a letter. False when nothing that starts with these letters can be within the limit any more.
    pub(crate) fn push(&mut self, letter: char) -> bool {
        let (depth, limit, length) = (self.letters.len() + 1, self.limit, self.word.len());
        let far = limit as u8 + 1;
        let above = self.rows[depth - 1];
        let mut row = [far; BAND];
        for band in 0..=2 * limit {
            let Some(column) = (depth + band).checked_sub(limit).filter(|column| *column <= length) else {
                continue;
            };
            if column == 0 {
                row[band] = depth as u8;
                continue;
            }
            let mut cell = above[band] + u8::from(self.word[column - 1] != letter);
            if band > 0 {
                cell = cell.min(row[band - 1] + 1);
            }
            if band < 2 * limit {
                cell = cell.min(above[band + 1] + 1);
            }
            let swapped = depth > 1
                && column > 1
                && self.word[column - 2] == letter
                && self.word[column - 1] == self.letters[depth - 2];
            if swapped {
                cell = cell.min(self.rows[depth - 2][band] + 1);
            }
            row[band] = cell.min(far);
        }
        self.letters.push(letter);
        self.rows.push(row);
        let best = self.best[depth - 1].min(self.whole());
        self.best.push(best);
        best < far || row.iter().any(|cell| *cell < far)
    }

    /// The distance of the word to all letters; more than the limit means "too far".
    pub(crate) fn whole(&self) -> u8 {
        let depth = self.letters.len();
        let band = (self.word.len() + self.limit).checked_sub(depth).filter(|band| *band <= 2 * self.limit);
        band.map_or(self.limit as u8 + 1, |band| self.rows[depth][band])
    }

    /// The least distance of the word to any start of the letters: the word may still be being typed.
    pub(crate) fn start(&self) -> u8 {
        self.best[self.letters.len()]
    }
}
