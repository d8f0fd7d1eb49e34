//! The alert card for the wallet, as data: the person's own part, and what an emergency doctor who does not know the
//! treatment needs to know.
//!
//! Nothing on it is written for one person. Each line rests on a warning sign of the content, with its sources, and
//! stands on the cards of exactly those treatments to which that sign belongs. It says what may be happening and whom to
//! call, never what to give. It says "the person with this card", so that it holds whoever filled it in.

use crate::content::{CardId, Catalog, Sign};
use crate::list::{Alert, Day};

/// How many lines of one treatment the back has room for.
const LINE_LIMIT: usize = 4;

/// The lines: words key, and the signs of the content that they rest on (each with its sources). What is hardest to
/// guess for who does not know the treatment comes first.
pub const LINES: [(&str, &[&str]); 21] = [
    ("alert.checkpoint", &["irae-late"]),
    ("alert.partner", &["partner-immune"]),
    ("alert.heart", &["myocarditis"]),
    ("alert.cortisol", &["adrenal-crisis"]),
    ("alert.crs", &["crs"]),
    ("alert.icans", &["icans"]),
    ("alert.bcg", &["bcg-infection"]),
    ("alert.virus", &["herpes-eye-brain"]),
    ("alert.gene", &["bladder-gene-crisis"]),
    ("alert.radio", &["radio-low-counts"]),
    ("alert.counts", &["low-counts-infection", "stimulant-fever"]),
    ("alert.gvhd", &["gvhd-severe"]),
    ("alert.mood", &["interferon-crisis"]),
    ("alert.il2", &["il2-heart", "il2-brain"]),
    ("alert.leak", &["cap-leak"]),
    ("alert.meningitis", &["complement-meningitis"]),
    ("alert.calm", &["noncancer-infection"]),
    ("alert.clots", &["imid-clots"]),
    ("alert.lungs", &["pneumonitis-severe"]),
    ("alert.allergy", &["allergic-vaccine", "irae-infusion"]),
    ("alert.any", &["any-worry", "noncancer-worry"]),
];

/// What goes on the card. Headings come from the words of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertCard {
    /// The front, row by row: label, and what stands beside it; nothing where it is to be written by hand.
    pub front: Vec<(String, String)>,
    /// The back: sentences for doctors and nurses.
    pub back: Vec<String>,
}

impl AlertCard {
    /// The card. `signs` are all signs of the content.
    pub fn new(alert: &Alert, team: Option<&str>, catalog: &Catalog, signs: &[Sign]) -> Self {
        let words = &catalog.words;
        let class = alert.class.as_ref().and_then(|class| catalog.card(class.as_str()));
        let since = alert.since.as_ref().map(|day: &Day| day.in_words(words)).unwrap_or_default();
        let front = [
            ("alert.name", alert.name.as_str()),
            ("alert.drug", &alert.drug),
            ("alert.class", class.map_or("", |card| &card.title)),
            ("alert.since", &since),
            ("alert.hospital", &alert.hospital),
            ("alert.team", team.unwrap_or_default()),
        ];
        let lines = lines(class.map(|card| &card.id), signs);
        let back = ["alert.intro"].into_iter().chain(lines).chain(["alert.call"]);
        Self {
            front: front.map(|(key, text)| (words.get(key).to_owned(), text.to_owned())).to_vec(),
            back: back.map(|key| words.get(key).to_owned()).collect(),
        }
    }
}

/// The keys of the lines for a treatment. Where none is named, only what holds for all is said.
fn lines(class: Option<&CardId>, signs: &[Sign]) -> Vec<&'static str> {
    let Some(class) = class else { return vec!["alert.any"] };
    let belongs =
        |id: &&str| signs.iter().any(|sign| sign.id.as_str() == *id && sign.classes.contains(class));
    let found = LINES.iter().filter(|(_, rests_on)| rests_on.iter().any(belongs));
    found.map(|(key, _)| *key).take(LINE_LIMIT).collect()
}

/// The class that is meant where the person has not chosen one: that of the medicine, if it is written as the content
/// knows it, else the one treatment that was answered.
pub fn usual_class(drug: &str, answered: &[String], catalog: &Catalog) -> Option<CardId> {
    let named = |name: &str| name.to_lowercase() == drug.trim().to_lowercase();
    let known =
        catalog.drugs.iter().find(|drug| named(&drug.name) || drug.brands.iter().any(|brand| named(brand)));
    let known = known.map(|drug| drug.class.clone());
    known.or_else(|| match answered {
        [only] => catalog.card(only).map(|card| card.id.clone()),
        _ => None,
    })
}
