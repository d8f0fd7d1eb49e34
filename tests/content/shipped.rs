//! The shipped content: it passes, and holds what the product promises.

use super::{Copy, SIGNS};
use ask_about_immunotherapy::content::check::{check, languages};
use ask_about_immunotherapy::content::{CardId, SignId, Tone, authored::Authored};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::support::shipped;

/// The treatments that have a card: the classes of the therapy facts, no more and no fewer.
const CLASSES: [&str; 35] = [
    "checkpoint-inhibitors",
    "pd1-inhibitors",
    "pdl1-inhibitors",
    "ctla4-inhibitors",
    "lag3-inhibitors",
    "monoclonal-antibodies",
    "naked-antibodies",
    "antibody-drug-conjugates",
    "radioimmunotherapy",
    "t-cell-engagers",
    "bispecific-dual-blockers",
    "adoptive-cell-therapy",
    "car-t",
    "til-therapy",
    "tcr-t",
    "nk-cell-therapy",
    "donor-cell-therapy",
    "treatment-vaccines",
    "sipuleucel-t",
    "mrna-neoantigen-vaccine",
    "preventive-vaccines",
    "oncolytic-virus",
    "bladder-gene-therapy",
    "cytokines",
    "interferon-alfa",
    "interleukin-2",
    "il15-agonist",
    "bcg-bladder",
    "immunomodulatory-drugs",
    "imiquimod",
    "cytokine-receptors-fusion",
    "cytotoxic-fusion-proteins",
    "noncancer-antibodies",
    "allergen-immunotherapy",
    "immune-stimulants-other",
];

/// What is there, whether or not all of it passes the check, so that one mistake fails one test.
fn authored() -> Authored {
    Authored::read(&shipped(), "en").0
}

#[test]
fn passes_as_an_untouched_copy_so_that_each_breach_elsewhere_is_the_only_one() {
    assert_eq!(Copy::new().errors(), []);
}

#[test]
fn passes_with_a_grade_for_every_text() {
    let (authored, counts) = check(&shipped(), "en").unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!(languages(&shipped()), ["en"]);
    assert_eq!((counts.cards, counts.questions), (authored.cards.len(), authored.questions.len()));
    let graded = |kind: &str| counts.reading.iter().filter(|grade| grade.kind == kind).count();
    assert_eq!(graded("card"), counts.cards, "every card has a grade");
    assert_eq!(graded("topic"), authored.topics.len(), "every topic has a grade");
    for kind in ["signs", "terms", "article", "quiz", "drugs", "steps", "interface"] {
        assert_eq!(graded(kind), 1, "{kind}");
    }
    for grade in &counts.reading {
        let name = format!("{} {}", grade.kind, grade.id);
        assert!(grade.grade <= 6.0 && grade.words_per_sentence <= 12.0, "{name}");
        assert!(grade.raw_grade >= grade.grade, "{name}");
    }
}

#[test]
fn has_a_card_for_each_class_of_the_facts_and_for_no_other() {
    let cards: BTreeSet<String> = authored().card_order.iter().map(CardId::to_string).collect();
    assert_eq!(cards, CLASSES.map(str::to_owned).into());
}

/// What used to be other names of a family are cards now; an address with such a name leads to the card itself.
#[test]
fn has_kinds_below_their_families_and_no_former_ids() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for (id, card) in authored().cards {
        assert!(card.aliases.is_empty(), "{id}");
        if let Some(parent) = card.parent {
            *kinds.entry(parent.to_string()).or_default() += 1;
        }
    }
    let families = [
        ("adoptive-cell-therapy", 4),
        ("checkpoint-inhibitors", 4),
        ("cytokines", 3),
        ("monoclonal-antibodies", 5),
        ("treatment-vaccines", 2),
    ];
    assert_eq!(kinds, families.map(|(id, count)| (id.to_owned(), count)).into());
}

#[test]
fn has_enough_of_everything() {
    let authored = authored();
    assert!(authored.drugs.len() >= 211, "{} medicines", authored.drugs.len());
    assert!(authored.cancers.len() >= 42, "{} cancers", authored.cancers.len());
    assert!(authored.terms.len() >= 138, "{} glossary words", authored.terms.len());
    assert!(authored.questions.len() >= 178, "{} questions", authored.questions.len());
    assert!(authored.topics.len() >= 32, "{} topics", authored.topics.len());
    assert!(authored.signs.len() >= 52 && authored.sources.len() >= 60);
    assert!(!authored.article.is_empty(), "an article");
    assert_eq!(authored.quiz.len(), 12, "items of the quiz");
}

/// `tests/side-effects.json` names, for each side effect of the facts, the signs that tell of it.
#[test]
fn has_a_warning_sign_for_every_side_effect_of_the_facts() {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/side-effects.json");
    let text = std::fs::read_to_string(table).unwrap();
    let covered: BTreeMap<String, BTreeSet<SignId>> = serde_json::from_str(&text).unwrap();
    assert_eq!(covered.len(), 52, "side effects");
    let authored = authored();
    let known: BTreeSet<SignId> = authored.signs.into_iter().map(|sign| sign.id).collect();
    for (effect, signs) in covered {
        assert!(!signs.is_empty(), "no sign of {effect}");
        let unknown: Vec<&SignId> = signs.difference(&known).collect();
        assert!(unknown.is_empty(), "{effect}: {SIGNS} has no {unknown:?}");
    }
}

#[test]
fn has_the_steps_and_options_of_the_walkthrough() {
    let authored = authored();
    let steps: Vec<(&str, String)> =
        authored.steps.iter().map(|step| (step.id.as_str(), step.options.join(" "))).collect();
    let expected = [
        ("role", "self carer parent"),
        (
            "moment",
            "new-diagnosis choosing about-to-start on-treatment results-visit side-effects stopping-or-changing after-treatment",
        ),
        ("cancer", ""),
        ("treatment", ""),
        (
            "health",
            "autoimmune transplant pregnancy-fertility infection heart-lung-kidney steroids diabetes other-medicines vaccines-due none",
        ),
        (
            "values",
            "live-longer daily-life fewer-visits avoid-side-effects work-and-money family know-the-odds other",
        ),
        ("hard", "yes no"),
        ("time", "5 15 30"),
    ];
    assert_eq!(steps, expected.map(|(step, options)| (step, options.to_owned())));
}

#[test]
fn has_questions_in_every_topic_and_of_both_tones() {
    let authored = authored();
    for topic in &authored.topics {
        assert!(authored.questions.iter().any(|question| question.topic == topic.id), "{}", topic.id);
    }
    for tone in [Tone::Open, Tone::Hard] {
        assert!(authored.questions.iter().any(|question| question.tone == tone), "{tone:?}");
    }
}
