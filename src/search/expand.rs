//! From what was typed to words of the dictionary.

use super::index::Index;
use super::rank::{Match, WEIGHTS};
use super::text::{is_stop_word, stem, words};

/// So many words of a query count; a pasted letter is not a search.
pub(crate) const MOST_WORDS: usize = 16;

/// Shorter words before the last are not taken as a start.
const SHORTEST_START: usize = 3;

/// Shorter halves are not taken for words written together.
const SHORTEST_HALF: usize = 3;

/// From so many letters on a word may be two edits away; see [`edits`].
const TWO_EDITS: usize = 7;

/// Longer words are not corrected: nothing has such a name.
const LONGEST_CORRECTED: usize = 40;

/// A word of the dictionary that may have been meant by a word of the query.
pub(crate) struct Candidate {
    /// Which word of the query.
    pub(crate) word: usize,
    /// Place in the dictionary.
    pub(crate) term: usize,
    /// How well it fits, 0 to 1.
    pub(crate) quality: f32,
    /// How many letters of the name it accounts for.
    pub(crate) letters: usize,
    /// In what way it fits.
    pub(crate) how: Match,
}

/// The words of a query that count, with those written together taken apart when only so they mean something.
pub(crate) fn query_words(index: &Index, query: &str) -> Vec<String> {
    let typed: Vec<String> = words(query).into_iter().filter(|word| !is_stop_word(word)).collect();
    let mut apart = Vec::new();
    for word in typed.into_iter().take(MOST_WORDS / 2) {
        match halves(index, &word) {
            Some((first, second)) => apart.extend([first.to_owned(), second.to_owned()]),
            None => apart.push(word),
        }
    }
    apart
}

/// The two names' words of which an unknown word is made: `cartcell` is `cart` and `cell`.
fn halves<'a>(index: &Index, word: &'a str) -> Option<(&'a str, &'a str)> {
    let dictionary = index.dictionary();
    if dictionary.get(&stem(word)).is_some() || !dictionary.starting(word).is_empty() {
        return None;
    }
    let is_name = |part: &str| dictionary.get(&stem(part)).is_some_and(|term| index.is_named(term));
    let cuts = SHORTEST_HALF..=word.len().saturating_sub(SHORTEST_HALF);
    cuts.filter_map(|cut| word.split_at_checked(cut))
        .find(|(first, second)| is_name(first) && is_name(second))
}

/// Every word of the dictionary that the words of a query may mean.
pub(crate) fn candidates(index: &Index, words: &[String]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let last = words.len().saturating_sub(1);
    for (place, word) in words.iter().enumerate() {
        known(index, word, place == last, &[(place, word.len())], &mut found);
    }
    for (place, pair) in words.windows(2).enumerate() {
        let parts = [(place, pair[0].len()), (place + 1, pair[1].len())];
        known(index, &pair.concat(), place + 1 == last, &parts, &mut found);
    }
    let nothing = found.is_empty();
    for (place, word) in words.iter().enumerate() {
        let mut mine = found.iter().filter(|candidate| candidate.word == place);
        if !mine.any(|candidate| index.is_named(candidate.term) || candidate.how == Match::Exact) {
            corrected(index, word, place, place == last, nothing, &mut found);
        }
    }
    found
}

/// The word itself and what it is the start of. `parts` says for which words of the query, and with how many
/// letters of each, it stands.
fn known(index: &Index, word: &str, typing: bool, parts: &[(usize, usize)], found: &mut Vec<Candidate>) {
    let dictionary = index.dictionary();
    let mut add = |term: usize, quality: f32, letters: Option<usize>, how: Match| {
        found.extend(parts.iter().map(|&(word, length)| Candidate {
            word,
            term,
            quality,
            letters: letters.unwrap_or(length),
            how,
        }));
    };
    let exact = dictionary.get(&stem(word));
    if let Some(term) = exact {
        let whole = (parts.len() == 1).then(|| dictionary.word(term).len());
        add(term, 1.0, whole, Match::Exact);
    }
    let length = word.chars().count();
    if length < SHORTEST_START && (!typing || parts.len() > 1) {
        return;
    }
    for term in dictionary.starting(word).filter(|term| Some(*term) != exact) {
        // One or two letters start too many words of texts to mean one.
        if length >= SHORTEST_START || index.is_named(term) {
            add(term, WEIGHTS.start, None, Match::Prefix);
        }
    }
}

/// What the word would be with one edit, or with two when there is nothing with one.
fn corrected(
    index: &Index,
    word: &str,
    place: usize,
    typing: bool,
    nothing: bool,
    found: &mut Vec<Candidate>,
) {
    let dictionary = index.dictionary();
    for edits in 1..=edits(word, nothing) {
        let near = dictionary.near(word, edits, typing);
        let enough = near.iter().any(|near| index.is_named(near.place));
        for near in near {
            let term = dictionary.word(near.place);
            let mut quality = if near.edits == 1 { WEIGHTS.one_edit } else { WEIGHTS.two_edits };
            if term.chars().next() != word.chars().next() {
                quality *= WEIGHTS.first_letter;
            }
            let letters = word.len().min(term.len()).saturating_sub(usize::from(near.edits));
            found.push(Candidate { word: place, term: near.place, quality, letters, how: Match::Corrected });
        }
        if enough {
            return;
        }
    }
}

/// How many edits a word may need: none below four letters or with a digit (a code with another digit is another
/// medicine), one below seven, two from there on and, from five, when nothing of the query is known.
fn edits(word: &str, nothing: bool) -> usize {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    match word.chars().count() {
        0..4 => 0,
        TWO_EDITS..=LONGEST_CORRECTED => 2,
        5..TWO_EDITS if nothing => 2,
        4..TWO_EDITS => 1,
        _ => 0,
    }
}
