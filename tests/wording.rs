//! Every question, step and reason, in the words of each role: whole sentences, with verbs that agree.
//!
//! `cargo test --test wording -- --nocapture` lists them all, to be read by a person.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

use ask_about_immunotherapy::content::{Bundle, Question, Role, Rule, Wording, check, spoken};
use ask_about_immunotherapy::guide::{Answers, rank};
use ask_about_immunotherapy::list::{Notebook, PersonalList};
use ask_about_immunotherapy::takeaway::{Made, Sheet, calendar, fhir, text};
use serde_json::json;
use std::path::Path;
use std::sync::LazyLock;

static CONTENT: LazyLock<Bundle> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    check::bundle(&content, "en").unwrap_or_else(|errors| panic!("{errors:#?}"))
});

/// Words that may stand between a helping verb and its own verb: "could my child", "does my child still".
const HELPERS: [&str; 14] = [
    "do", "does", "did", "can", "could", "will", "would", "must", "may", "might", "should", "let", "help",
    "make",
];

/// Verbs without an ending, and with the ending that a child needs.
const VERBS: [(&str, &str); 27] = [
    ("have", "has"),
    ("do", "does"),
    ("are", "is"),
    ("am", "is"),
    ("need", "needs"),
    ("get", "gets"),
    ("take", "takes"),
    ("feel", "feels"),
    ("go", "goes"),
    ("miss", "misses"),
    ("lose", "loses"),
    ("try", "tries"),
    ("join", "joins"),
    ("start", "starts"),
    ("stop", "stops"),
    ("stay", "stays"),
    ("live", "lives"),
    ("wait", "waits"),
    ("come", "comes"),
    ("catch", "catches"),
    ("see", "sees"),
    ("turn", "turns"),
    ("choose", "chooses"),
    ("travel", "travels"),
    ("want", "wants"),
    ("know", "knows"),
    ("hold", "holds"),
];

/// What is wrong with a sentence, as far as a program can tell.
fn complaint(text: &str, role: Role) -> Option<String> {
    let plain = text.to_lowercase();
    let words: Vec<&str> = plain
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    let wrong = |what: &str| Some(format!("{what}: {text}"));
    if text.contains(['{', '}', '|']) || text.contains("  ") || text.contains(" ?") || text.contains(" .") {
        return wrong("braces or spaces are left");
    }
    if !text.starts_with(|first: char| first.is_uppercase() || first.is_numeric())
        || !text.ends_with(['?', '.'])
    {
        return wrong("no sentence");
    }
    for (place, word) in words.iter().enumerate() {
        let before = |back: usize| place.checked_sub(back).map_or("", |at| words[at]);
        let helped = |from: usize| (from..from + 3).any(|back| HELPERS.contains(&before(back)));
        for (bare, ending) in VERBS {
            if *word == bare
                && before(1) == "child"
                && before(2) == "my"
                && !helped(3)
                && !["and", "near"].contains(&before(3))
            {
                return wrong(&format!("'my child {bare}'"));
            }
            if *word == ending
                && before(1) == "child"
                && HELPERS.contains(&before(3))
                && bare != "are"
                && bare != "am"
            {
                return wrong(&format!("a helping verb and '{ending}'"));
            }
            if *word == ending && ["they", "i", "we"].contains(&before(1)) {
                return wrong(&format!("'{} {ending}'", before(1)));
            }
        }
        let pair = format!("{} {word}", before(1));
        let never = ["does they", "do my", "is they", "are my", "their's", "my they", "i am they"];
        let child = words.get(place + 1).is_some_and(|next| *next == "child");
        if never.contains(&pair.as_str()) && (!pair.ends_with(" my") || child) {
            return wrong(&format!("'{pair}'"));
        }
    }
    let holds = |word: &str| words.contains(&word);
    match role {
        Role::Own if plain.contains("my child") => wrong("a parent's words for oneself"),
        Role::Own if plain.contains("person i care for") => wrong("a carer's words for oneself"),
        Role::Carer if plain.contains("my child") || holds("teen") => wrong("a parent's words for a carer"),
        _ => None,
    }
}

/// Whether the question is for one role only, in whose words it is written.
fn for_one(question: &Question) -> bool {
    matches!(&question.when, Some(Rule::Fact(fact)) if fact.step == Role::STEP)
}

#[test]
fn every_question_is_good_english_in_every_role() {
    let mut wrong = Vec::new();
    for question in CONTENT.catalog.questions.iter().filter(|question| !for_one(question)) {
        for role in Role::ALL {
            let text = question.text.text(role);
            println!("{:7} {text}", role.option());
            wrong.extend(complaint(text, role));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_reason_is_good_english_in_every_role() {
    let mut wrong = Vec::new();
    let both = CONTENT.catalog.questions.iter().zip(&CONTENT.details.reasons);
    for (_, reason) in both.filter(|(question, _)| !for_one(question)) {
        for role in Role::ALL {
            let text = spoken(&reason.text, role);
            println!("{:7} {text}", role.option());
            wrong.extend(complaint(&text.replace("your child", "my child"), role));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn most_questions_differ_by_role_and_nobody_else_speaks_in_a_carers() {
    let questions = &CONTENT.catalog.questions;
    let differ =
        questions.iter().filter(|question| question.text.text(Role::Own) != question.text.text(Role::Parent));
    assert!(differ.count() * 4 > questions.len() * 3);
    for question in questions.iter().filter(|question| !for_one(question)) {
        // What is left of the first person is the one who asks: in braces alone, or within a form.
        let forms = question.text.authored().matches('{').count();
        let text = format!(" {} ", question.text.text(Role::Carer).replace([',', '?', '.', ':'], " "));
        let asker = [" I ", " me ", " my ", " mine "].iter().any(|word| text.contains(word));
        assert!(!asker || forms > 0, "{text}");
    }
}

#[test]
fn every_step_and_option_speaks_of_the_right_person() {
    let all = |role| -> Vec<String> {
        let steps = CONTENT.catalog.steps.iter().filter(|step| step.id.as_str() != Role::STEP);
        let of = |wording: &Wording| wording.text(role).to_owned();
        let texts = steps.flat_map(|step| {
            let options = step.options.iter().flat_map(|option| [of(&option.label), of(&option.said)]);
            [of(&step.title), of(&step.name), of(&step.help)].into_iter().chain(options).collect::<Vec<_>>()
        });
        texts.collect()
    };
    let (own, carer, parent) = (all(Role::Own), all(Role::Carer), all(Role::Parent));
    for (text, role) in
        [("I take steroids", &own), ("They take steroids", &carer), ("My child takes steroids", &parent)]
    {
        assert!(role.iter().any(|said| said == text), "{text}");
    }
    for text in [&own, &carer, &parent].into_iter().flatten() {
        assert!(!text.trim().is_empty() && !text.contains(['{', '|']), "{text}");
    }
    assert!(
        !carer
            .iter()
            .chain(&parent)
            .any(|text| text.contains("I take") || text.contains("matters most to you?"))
    );
}

/// Everything that leaves the app speaks as the person who made the list.
#[test]
fn every_export_is_in_the_words_of_the_role() {
    let catalog = &CONTENT.catalog;
    let made = Made { id: "5b7f4f0e-6a3d-4a51-9a0e-0d6f3f6c2b12", at: "2026-11-22T10:00:00Z" };
    for (role, aim, situation) in [
        ("self", "What is the aim for me:", "My situation"),
        ("carer", "What is the aim for them:", "Their situation"),
        ("parent", "What is the aim for my child:", "My child's situation"),
    ] {
        let answers: Answers =
            serde_json::from_value(json!({"role": [role], "moment": ["choosing"], "health": ["steroids"]}))
                .unwrap();
        let mut list = PersonalList::default();
        list.answers = answers;
        list.suggest(&rank(catalog, &list.answers.clone()));
        let sheet = Sheet::new(&list, catalog, &CONTENT.details.signs);
        let plain = text::plain(&sheet, &catalog.words);
        let calendar = calendar::calendar(list.visit(), &plain, &catalog.words, &made).replace("\r\n ", "");
        let fhir = fhir::bundle(&list, catalog, &made);
        let record = ask_about_immunotherapy::list::to_json(&Notebook::of(list.clone()), catalog);
        for (name, file) in [("text", &plain), ("calendar", &calendar), ("fhir", &fhir), ("record", &record)]
        {
            assert!(file.contains(aim), "{role} {name}: {file}");
            assert!(!file.contains('|') || name == "fhir", "{role} {name}: {file}");
        }
        assert!(plain.contains(situation), "{plain}");
        let others = ["for me:", "for them:", "for my child:"];
        let mine = others.iter().filter(|other| fhir.contains(*other)).count();
        assert_eq!(mine, 1, "{role}: the file speaks with one voice");
    }
}

#[test]
fn a_text_is_cut_at_its_braces_and_nowhere_else() {
    for (text, said) in [
        ("", ["", "", ""]),
        ("plain", ["plain", "plain", "plain"]),
        ("{a|b|c}", ["a", "b", "c"]),
        ("{I} and {my|their|my child's}", ["I and my", "I and their", "I and my child's"]),
        ("{|x|} end", [" end", "x end", " end"]),
        ("{0} of {1}", ["{0} of {1}", "{0} of {1}", "{0} of {1}"]),
        ("open {a|b", ["open {a|b", "open {a|b", "open {a|b"]),
        ("é{ü|ö|ä}ß", ["éüß", "éöß", "éäß"]),
    ] {
        assert_eq!(Role::ALL.map(|role| spoken(text, role)), said, "{text}");
        let wording = Wording::new(text);
        assert_eq!(Role::ALL.map(|role| wording.text(role).to_owned()), said, "{text}");
        let back: Wording = serde_json::from_value(serde_json::to_value(&wording).unwrap()).unwrap();
        assert_eq!(back, wording);
    }
    assert_eq!(Role::of("dog"), Role::Own);
    assert_eq!(Role::ALL.map(|role| Role::of(role.option())), Role::ALL);
}
