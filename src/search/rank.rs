//! From words of the dictionary to ordered hits.

use super::document::Kind;
use super::expand::{Candidate, MOST_WORDS, candidates, query_words};
use super::index::{Field, Index, class_card};
use crate::order::order;
use serde::{Deserialize, Serialize};

/// In what way a document was found. The order is from best to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// Every word that was found is in the document as typed (singular or plural, accents or not).
    Exact,
    /// A word was taken as the start of a longer one.
    Prefix,
    /// A word was taken for another, up to two edits away. Say so: "Showing Keytruda".
    Corrected,
    /// Not found itself: the card of the class of the best drug.
    Related,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Place of the document in [`Index::documents`].
    pub document: usize,
    /// What it is.
    pub kind: Kind,
    /// Its id within its kind.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The one of its names that was meant; the title when it was found by what it says.
    pub matched: String,
    /// In what way it was found.
    pub how: Match,
    /// Whether a name was found, rather than words of a text.
    pub by_name: bool,
    /// How well it fits, above 0, at most 1 (but for rounding): every word exact, and the name complete. To be compared within one
    /// search only.
    pub score: f32,
}

/// What counts how much. Every weight is between 0 and 1.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// A word in the title.
    pub title: f32,
    /// A word in another name.
    pub also: f32,
    /// A word in a question.
    pub question: f32,
    /// A word in the title of a drug's class.
    pub class: f32,
    /// A word in a text.
    pub text: f32,
    /// A word that is the start of another; an exact word is 1.
    pub start: f32,
    /// One edit away.
    pub one_edit: f32,
    /// Two edits away.
    pub two_edits: f32,
    /// Times an edit, when the first letter differs.
    pub first_letter: f32,
    /// Share of the score that is for complete names rather than for single words.
    pub complete: f32,
    /// Times the score of a card, so that a drug goes before a card that has its name too.
    pub card: f32,
    /// Times the score of a word of the glossary.
    pub term: f32,
    /// Hits below this share of the best are left out.
    pub floor: f32,
}

/// The weights in use. How they were chosen: `docs/SEARCH.md`.
pub const WEIGHTS: Weights = Weights {
    title: 1.0,
    also: 0.97,
    question: 0.5,
    class: 0.35,
    text: 0.25,
    start: 0.75,
    one_edit: 0.6,
    two_edits: 0.45,
    first_letter: 0.95,
    complete: 0.4,
    card: 0.96,
    term: 0.9,
    floor: 0.15,
};

impl Weights {
    fn field(&self, field: Field) -> f32 {
        match field {
            Field::Title => self.title,
            Field::Also => self.also,
            Field::Question => self.question,
            Field::Class => self.class,
            Field::Text => self.text,
        }
    }

    fn kind(&self, kind: Kind) -> f32 {
        match kind {
            Kind::Drug | Kind::Question => 1.0,
            Kind::Card => self.card,
            Kind::Term => self.term,
        }
    }
}

/// A word of the query in a name or text.
#[derive(Clone, Copy)]
struct Found {
    part: u32,
    word: usize,
    quality: f32,
    letters: usize,
    how: Match,
}

/// A document with its score, and the part of it that fits best.
#[derive(Clone, Copy)]
struct Scored {
    document: usize,
    score: f32,
    part: u32,
    how: Match,
}

/// Best first, at most `limit`.
pub(crate) fn rank(index: &Index, query: &str, limit: usize) -> Vec<Hit> {
    let words = query_words(index, query);
    let found = occurrences(index, &candidates(index, &words));
    let rarity = rarity(index, words.len(), &found);
    let scored: Vec<Scored> = found
        .chunk_by(|a, b| index.part(a.part).document == index.part(b.part).document)
        .map(|found| score(index, found, &rarity))
        .collect();
    let by_score = order(scored.len(), &|a, b| scored[b].score.total_cmp(&scored[a].score));
    let best = by_score.first().map_or(0.0, |best| scored[*best].score);
    let mut scored: Vec<Scored> = by_score
        .into_iter()
        .map(|place| scored[place])
        .take_while(|scored| scored.score >= best * WEIGHTS.floor)
        .collect();
    place_class_card(index, &mut scored);
    scored.truncate(limit);
    scored.iter().map(|scored| hit(index, scored)).collect()
}

/// Where the candidates occur: by part, then by word, the best first.
fn occurrences(index: &Index, candidates: &[Candidate]) -> Vec<Found> {
    let mut found = Vec::new();
    for &Candidate { word, term, quality, letters, how } in candidates {
        found.extend(index.postings(term).iter().map(|&part| Found { part, word, quality, letters, how }));
    }
    let better = |a: &Found, b: &Found| b.quality.total_cmp(&a.quality).then(b.letters.cmp(&a.letters));
    let by_place = order(found.len(), &|a, b| {
        let (a, b) = (&found[a], &found[b]);
        (a.part, a.word).cmp(&(b.part, b.word)).then_with(|| better(a, b))
    });
    let mut found: Vec<Found> = by_place.into_iter().map(|place| found[place]).collect();
    found.dedup_by_key(|found| (found.part, found.word));
    found
}

/// How much each word of the query tells, above 0, at most 1: one divided by the fourth root of how many documents
/// hold it. It falls about as a logarithm does over the range that matters, and needs no size of the collection.
fn rarity(index: &Index, words: usize, found: &[Found]) -> Vec<f32> {
    let mut counts = vec![(0_u32, None); words];
    for found in found {
        let document = Some(index.part(found.part).document);
        let (count, last) = &mut counts[found.word];
        if *last != document {
            (*count, *last) = (*count + 1, document);
        }
    }
    counts.iter().map(|(count, _)| 1.0 / (*count.max(&1) as f32).sqrt().sqrt()).collect()
}

/// The score of one document, from everything found in it.
fn score(index: &Index, found: &[Found], rarity: &[f32]) -> Scored {
    let total: f32 = rarity.iter().sum();
    // The best of each word anywhere in the document.
    let mut best = [0.0_f32; MOST_WORDS];
    let mut how = [Match::Exact; MOST_WORDS];
    let (mut complete, mut fit, mut best_part) = (0.0_f32, 0.0_f32, found[0].part);
    for found in found.chunk_by(|a, b| a.part == b.part) {
        let part = index.part(found[0].part);
        let field = WEIGHTS.field(part.field);
        let (mut meant, mut letters) = (0.0, 0);
        for found in found {
            let value = found.quality * field;
            if value > best[found.word] {
                (best[found.word], how[found.word]) = (value, found.how);
            }
            meant += value * rarity[found.word] / total;
            letters += found.letters;
        }
        let share = (letters as f32 / f32::from(part.letters.max(1))).min(1.0);
        complete = complete.max(meant * share);
        if meant * (1.0 + share) > fit {
            (fit, best_part) = (meant * (1.0 + share), found[0].part);
        }
    }
    let sum: f32 = best.iter().zip(rarity).map(|(best, rarity)| best * rarity).sum();
    let covered: f32 =
        best.iter().zip(rarity).filter(|(best, _)| **best > 0.0).map(|(_, rarity)| rarity).sum();
    let single = sum / total * (covered / total);
    let document = index.part(best_part).document as usize;
    let kind = WEIGHTS.kind(index.documents()[document].kind);
    Scored {
        document,
        score: kind * ((1.0 - WEIGHTS.complete) * single + WEIGHTS.complete * complete),
        part: best_part,
        how: how.into_iter().max().unwrap_or(Match::Exact),
    }
}

/// Puts the card of the best drug's class right after the drug, unless it stands before it, if the drug was found by
/// name.
fn place_class_card(index: &Index, scored: &mut Vec<Scored>) {
    let documents = index.documents();
    let is_drug = |scored: &Scored| documents[scored.document].kind == Kind::Drug;
    let Some(drug) = scored.iter().position(is_drug) else { return };
    let by_name = index.part(scored[drug].part).field.is_name();
    let Some(card) = class_card(documents, &documents[scored[drug].document]).filter(|_| by_name) else {
        return;
    };
    let score = scored[drug].score;
    let moved = match scored.iter().position(|scored| scored.document == card) {
        Some(place) if place < drug => return,
        Some(place) => Scored { score, ..scored.remove(place) },
        None => Scored { document: card, score, part: u32::MAX, how: Match::Related },
    };
    scored.insert(drug + 1, moved);
}

fn hit(index: &Index, scored: &Scored) -> Hit {
    let document = &index.documents()[scored.document];
    let part = (scored.how != Match::Related).then(|| index.part(scored.part));
    let by_name = part.is_some_and(|part| part.field.is_name());
    Hit {
        document: scored.document,
        kind: document.kind,
        id: document.id.clone(),
        title: document.title.clone(),
        matched: document.name(part.map_or(0, |part| usize::from(part.name))).to_owned(),
        how: scored.how,
        by_name,
        score: scored.score,
    }
}
