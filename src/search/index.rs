//! Names and texts by word.

use super::dictionary::Dictionary;
use super::document::{Document, Kind};
use super::rank::{Hit, rank};
use super::text::{is_stop_word, stem, words};
use crate::order::order;

/// Where in a document something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// The title of anything but a question.
    Title,
    /// Another name.
    Also,
    /// The words of a question.
    Question,
    /// The title of the card of a drug's class.
    Class,
    /// What it says in short.
    Text,
}

impl Field {
    /// Whether it names the document.
    pub(crate) fn is_name(self) -> bool {
        matches!(self, Self::Title | Self::Also)
    }
}

/// One name, or one text: what is matched as a whole.
#[derive(Debug)]
pub(crate) struct Part {
    /// Place of its document.
    pub(crate) document: u32,
    /// Which field it is.
    pub(crate) field: Field,
    /// Which of the document's names it is.
    pub(crate) name: u16,
    /// How many bytes its words have as they are kept, without stop words.
    pub(crate) letters: u16,
}

/// Documents that can be searched.
///
/// Invariants: parts stand in the order of their documents; `ends[i]` is where the postings of word `i` of the
/// dictionary end, and postings are places in `parts`, rising, twice for a word that stands twice; `named[i]` says whether word `i` is in a name.
/// All of it is flat, so that later it can be written to bytes when the content is bundled.
#[derive(Debug, Default)]
pub struct Index {
    documents: Vec<Document>,
    parts: Vec<Part>,
    dictionary: Dictionary,
    ends: Vec<u32>,
    postings: Vec<u32>,
    named: Vec<bool>,
}

impl Index {
    /// An index of these documents. Equal hits keep their order.
    pub fn build(documents: Vec<Document>) -> Self {
        let mut index = Self::default();
        let mut entries: Vec<(String, u32)> = Vec::new();
        for (place, document) in documents.iter().enumerate() {
            let (title, other) = match document.kind {
                Kind::Question => (Field::Question, Field::Question),
                _ => (Field::Title, Field::Also),
            };
            index.add(&mut entries, place, title, 0, &document.title);
            for (other_place, name) in document.also.iter().enumerate() {
                index.add(&mut entries, place, other, other_place + 1, name);
            }
            if let Some(card) = class_card(&documents, document) {
                index.add(&mut entries, place, Field::Class, 0, &documents[card].title);
            }
            index.add(&mut entries, place, Field::Text, 0, &document.text);
        }
        for place in order(entries.len(), &|a, b| entries[a].cmp(&entries[b])) {
            let (word, part) = &entries[place];
            let last = index.dictionary.len().checked_sub(1);
            if last.is_none_or(|last| index.dictionary.word(last) != word.as_str()) {
                index.dictionary.push(word);
                index.ends.push(0);
                index.named.push(false);
            }
            let last = index.ends.len() - 1;
            index.postings.push(*part);
            index.ends[last] = index.postings.len() as u32;
            index.named[last] |= index.parts[*part as usize].field.is_name();
        }
        index.documents = documents;
        index
    }

    /// Adds a name or text, and its words to the entries. Names are also found with neighbouring words joined
    /// when one of them is short: `CAR-T` as `cart`, `MK-3475` as `mk3475`.
    fn add(
        &mut self,
        entries: &mut Vec<(String, u32)>,
        document: usize,
        field: Field,
        name: usize,
        text: &str,
    ) {
        let words: Vec<String> = words(text).into_iter().filter(|word| !is_stop_word(word)).collect();
        let stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
        let letters: usize = stems.iter().map(String::len).sum();
        let part = self.parts.len() as u32;
        let (letters, name) = (letters.min(0xffff) as u16, name.min(0xffff) as u16);
        self.parts.push(Part { document: document as u32, field, name, letters });
        if field.is_name() {
            let short =
                words.windows(2).filter(|pair| pair.iter().any(|word| word.len() <= LONGEST_SHORT_WORD));
            entries.extend(short.map(|pair| (stem(&pair.concat()), part)));
        }
        entries.extend(stems.into_iter().map(|word| (word, part)));
    }

    /// What is found for what was typed so far, best first, at most `limit`. Nothing for a query that is empty or
    /// of stop words only. The card of the best drug's class follows the drug, found or not.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        rank(self, query, limit)
    }

    /// The document of a [`Hit`].
    pub fn document(&self, hit: &Hit) -> Option<&Document> {
        self.documents.get(hit.document)
    }

    /// All documents, in the order they were given.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    pub(crate) fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    pub(crate) fn part(&self, place: u32) -> &Part {
        &self.parts[place as usize]
    }

    /// The places of the parts that hold a word of the dictionary, rising.
    pub(crate) fn postings(&self, word: usize) -> &[u32] {
        let start = if word == 0 { 0 } else { self.ends[word - 1] };
        &self.postings[start as usize..self.ends[word] as usize]
    }

    /// Whether a word of the dictionary stands in a name.
    pub(crate) fn is_named(&self, word: usize) -> bool {
        self.named[word]
    }
}

/// A word of at most so many letters may be written together with its neighbour.
const LONGEST_SHORT_WORD: usize = 3;

/// Where the card of a drug's class stands.
pub(crate) fn class_card(documents: &[Document], drug: &Document) -> Option<usize> {
    let class = drug.class.as_ref()?;
    documents.iter().position(|document| document.kind == Kind::Card && document.id == *class)
}
