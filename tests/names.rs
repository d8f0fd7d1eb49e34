//! Every name of the fact sheet finds what it names: each class by preferred name, synonyms, lay names and
//! abbreviations, each drug by its general name and every brand. `names.json` was taken from the fact sheet, region notes
//! in brackets left out.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use ask_about_immunotherapy::content::{Bundle, check::bundle};
use ask_about_immunotherapy::search::{Hit, Index, Kind, documents};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Names {
    cards: BTreeMap<String, Vec<String>>,
    drugs: BTreeMap<String, Vec<String>>,
}

static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| bundle("content".as_ref(), "en").unwrap());
static INDEX: LazyLock<Index> =
    LazyLock::new(|| Index::build(documents(&BUNDLE.catalog, &BUNDLE.details.terms)));
static NAMES: LazyLock<Names> = LazyLock::new(|| serde_json::from_str(include_str!("names.json")).unwrap());

/// The first two cards that the hits lead to, a drug leading to the card of its class.
fn first_cards(hits: &[Hit]) -> Vec<String> {
    let mut cards: Vec<String> = Vec::new();
    for hit in hits {
        let card = match hit.kind {
            Kind::Card => Some(hit.id.clone()),
            Kind::Drug => BUNDLE.catalog.drug(&hit.id).map(|drug| drug.class.to_string()),
            Kind::Term | Kind::Question => None,
        };
        cards.extend(card.filter(|card| !cards.contains(card)));
    }
    cards.truncate(2);
    cards
}

#[test]
fn every_name_of_a_class_finds_its_card() {
    let owners = |name: &str| -> Vec<&String> {
        let same = |other: &String| other.eq_ignore_ascii_case(name);
        NAMES.cards.iter().filter(|(_, names)| names.iter().any(same)).map(|(id, _)| id).collect()
    };
    let mut missed = Vec::new();
    for (card, names) in &NAMES.cards {
        for name in names {
            let found = first_cards(&INDEX.search(name, 12));
            // "mAb" is the name of three classes: one of them must come.
            if !found.contains(card) && !owners(name).iter().any(|owner| found.contains(owner)) {
                missed.push(format!("{name}: {card}, found {found:?}"));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    assert_eq!(NAMES.cards.len(), 35);
}

#[test]
fn every_name_of_a_drug_finds_it_or_its_card() {
    let mut missed = Vec::new();
    for (drug, names) in &NAMES.drugs {
        for name in names {
            let hits = INDEX.search(name, 12);
            let itself = hits.iter().take(2).any(|hit| hit.kind == Kind::Drug && hit.id == *drug);
            let class = BUNDLE.catalog.drug(drug).map(|drug| drug.class.to_string()).unwrap_or_default();
            if !itself && !first_cards(&hits).contains(&class) {
                missed.push(format!("{name}: {drug}, found {:?}", first_cards(&hits)));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    assert_eq!(NAMES.drugs.len(), 211);
}
