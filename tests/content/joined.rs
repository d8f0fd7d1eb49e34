//! Structure and words, joined: what holds for a family holds for its kinds, numbers lead to the right publications,
//! words stand in the drawings as text.

use super::{CARD, Copy, QUESTIONS, with};
use ask_about_immunotherapy::content::check::bundle;
use ask_about_immunotherapy::content::{Bundle, CardId, Question, Row};
use ask_about_immunotherapy::guide::{Answers, rank};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn joined(copy: &Copy) -> Bundle {
    bundle(copy.path(), "en").unwrap_or_else(|errors| panic!("{errors:#?}"))
}

fn classes(question: &Question) -> BTreeSet<&str> {
    question.classes.iter().map(CardId::as_str).collect()
}

#[test]
fn a_question_of_a_family_holds_for_its_kinds_and_not_the_other_way_round() {
    let bundle = joined(&Copy::new());
    let shapes = Copy::new().list(QUESTIONS);
    let named = |place: usize| -> BTreeSet<&str> {
        shapes[place]["classes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
    };
    let mut widened = 0;
    for (place, question) in bundle.catalog.questions.iter().enumerate() {
        let mut expected = named(place);
        for card in &bundle.catalog.cards {
            if card.parent.as_ref().is_some_and(|parent| named(place).contains(parent.as_str())) {
                expected.insert(card.id.as_str());
            }
        }
        widened += usize::from(expected.len() > named(place).len());
        assert_eq!(classes(question), expected, "{}", question.id);
        assert_eq!(question.classes.len(), expected.len(), "each once: {}", question.id);
    }
    assert!(widened > 10, "{widened} questions are about a family");
    let offered = |treatment: &str| -> BTreeSet<String> {
        let answers: Answers = serde_json::from_value(json!({"treatment": [treatment]})).unwrap();
        rank(&bundle.catalog, &answers).iter().map(|ranked| ranked.question.id.to_string()).collect()
    };
    let (family, kind) = (offered("checkpoint-inhibitors"), offered("pd1-inhibitors"));
    assert!(family.is_subset(&kind), "{:?}", family.difference(&kind));
    assert!(!kind.is_subset(&family), "a kind has questions of its own");
}

#[test]
fn numbers_lead_to_the_publications_that_the_statements_name_and_to_no_others() {
    let copy = Copy::new();
    let bundle = joined(&copy);
    let sources = copy.list("catalog/sources.json");
    let address = |id: &Value| {
        sources.iter().find(|source| source["id"] == *id).unwrap()["address"].as_str().unwrap().to_owned()
    };
    let shape = copy.json(CARD);
    let place = bundle.catalog.cards.iter().position(|card| card.id.as_str() == "car-t").unwrap();
    let body = &bundle.details.bodies[place];
    for row in Row::ALL {
        let named = shape["sources"]["rows"][row.as_str()].as_array().unwrap();
        for (statement, named) in body.row(row).iter().zip(named) {
            let named: Vec<String> = named.as_array().unwrap().iter().map(address).collect();
            let found: Vec<&str> = statement
                .sources
                .iter()
                .map(|number| bundle.details.sources[*number].address.as_str())
                .collect();
            assert_eq!(found, named, "{}", statement.text);
        }
    }
    let extra = copy.edit_list("catalog/sources.json", |list| {
        let mut source = list[0].clone();
        source["id"] = json!("named-by-nobody");
        source["address"] = json!("https://nobody.example");
        list.insert(0, source);
    });
    let found = joined(&extra).details.sources;
    assert_eq!(found.len(), bundle.details.sources.len(), "a publication that nobody names does not travel");
    assert!(found.iter().all(|source| source.address != "https://nobody.example"));
}

#[test]
fn labels_of_drawings_are_text() {
    let copy = with([("en/drawings.json", "/all/t-cell", json!("<b> & \"T\""))]);
    let bundle = joined(&copy);
    let place = bundle.catalog.cards.iter().position(|card| card.id.as_str() == "car-t").unwrap();
    let frames = bundle.details.bodies[place].drawing.frames.concat();
    assert!(frames.contains("&lt;b&gt; &amp; &quot;T&quot;") && !frames.contains("<b>"), "{frames}");
}

#[test]
fn words_of_the_glossary_are_sorted_and_brands_stand_once() {
    let bundle = joined(&Copy::new().edit_list("catalog/terms.json", |list| list.reverse()));
    let terms: Vec<String> = bundle.details.terms.iter().map(|term| term.term.to_lowercase()).collect();
    assert!(terms.is_sorted() && terms.len() >= 138, "in whatever order the catalog has them: {terms:?}");
    let pembrolizumab = bundle.catalog.drug("pembrolizumab").unwrap();
    assert_eq!(pembrolizumab.brands, ["Keytruda", "Keytruda Qlex"], "the same name in three regions is one");
}
