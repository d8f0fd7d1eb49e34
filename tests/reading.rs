//! How hard a text is to read: syllables, sentences, words and the grade made of them.

#![cfg(not(target_arch = "wasm32"))]

use ask_about_immunotherapy::content::readability::{Reading, sentences, word_count};
use std::collections::BTreeSet;

/// 47 words in 5 sentences with 62 syllables, counted by hand: grade 3.64 (`STANDARDS.md`, 7.5).
const KNOWN: [&str; 5] = [
    "Immunotherapy helps your body find cancer.", // 6 words, 6 + 1 + 1 + 2 + 1 + 2 = 13
    "The drug can damage a part of you that is healthy.", // 11 words, 13
    "Tell your team at once if you have diarrhea or a rash.", // 12 words, 15
    "They may give you steroid pills for some weeks.", // 9 words, 10
    "Write the number down and carry it with you.", // 9 words, 11
];

fn spoken(text: &str) -> Reading {
    Reading::of([text], &BTreeSet::new())
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 0.005
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    #[rustfmt::skip]
    let counted: &[(&str, usize)] = &[
        // Everyday words.
        ("a", 1), ("the", 1), ("call", 1), ("asked", 1), ("times", 1), ("lives", 1), ("visit", 2), ("questions", 2),
        ("doctor", 2), ("hospital", 3), ("family", 3), ("area", 3), ("idea", 3), ("being", 2), ("science", 2),
        ("usually", 4), ("emergency", 4), ("medicine", 3), ("couldn't", 2),
        ("isn't", 2), ("body's", 2), ("people", 2), ("little", 2), ("needed", 2), ("tired", 2), ("nausea", 3),
        // Words of the illness.
        ("cancer", 2), ("tumor", 2), ("fever", 2), ("diarrhea", 4), ("immunotherapy", 6), ("lymphoma", 3),
        ("leukemia", 4), ("melanoma", 4), ("chemotherapy", 5), ("radiation", 4), ("antibody", 4),
        ("antibodies", 4), ("vaccine", 2), ("virus", 2), ("immune", 2), ("steroid", 2), ("diabetes", 4), ("kidney", 2),
        ("bladder", 2), ("thyroid", 2), ("colitis", 3), ("hepatitis", 4), ("biopsy", 3), ("infusion", 3),
        ("insulin", 3), ("interferon", 4), ("interleukin", 4), ("cytokine", 3), ("lymphocyte", 3), ("transplant", 2),
        ("seizure", 2), ("pneumonia", 3), ("oncologist", 4), ("thalidomide", 4), ("carcinoma", 4), ("placebo", 3),
        ("tuberculosis", 5), ("pregnancy", 3), ("fertility", 4), ("inhibitor", 4), ("melanomas", 4),
        ("rituximab", 4), ("ipilimumab", 5), ("pembrolizumab", 5), ("nivolumab", 4),
    ];
    let wrong: Vec<String> = counted
        .iter()
        .map(|(word, syllables)| (word, syllables, spoken(word).syllables))
        .filter(|(_, syllables, found)| *syllables != found)
        .map(|(word, syllables, found)| format!("{word}: {syllables}, counted {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn parts_of_a_word_and_numbers_are_spoken_one_by_one() {
    let counted: &[(&str, usize, usize)] = &[
        // text, words, syllables
        ("check-up", 1, 2),
        ("one-to-one", 1, 3),
        ("body\u{2019}s", 1, 2),
        ("'quoted'", 1, 2),
        ("PD-1", 1, 2),
        ("7", 1, 1),
        ("100 people", 2, 3),
        ("yes / no", 2, 2),
        ("you \u{2013} and me", 3, 3),
    ];
    for (text, words, syllables) in counted {
        let reading = spoken(text);
        assert_eq!((reading.words, reading.syllables), (*words, *syllables), "{text}");
        assert_eq!(word_count(text), *words, "{text}");
    }
}

#[test]
fn sentences_end_where_a_reader_would_stop() {
    let split: &[(&str, &[&str])] = &[
        ("", &[]),
        ("  \n ", &[]),
        ("...", &[]),
        ("No full stop", &["No full stop"]),
        ("One. Two! Three? Four.", &["One.", "Two!", "Three?", "Four."]),
        ("One\nTwo\n\nThree", &["One", "Two", "Three"]),
        ("A dose of 2.5 mg is small.", &["A dose of 2.5 mg is small."]),
        ("See www.cancer.gov today.", &["See www.cancer.gov today."]),
        ("One moment ... and go.", &["One moment ...", "and go."]),
        ("\u{201c}Stop.\u{201d} Then go.", &["\u{201c}Stop.", "Then go."]),
        ("Say \"now!\" Then wait.", &["Say \"now!", "Then wait."]),
        ("One thing: call.", &["One thing: call."]),
        ("Two.   Spaces.", &["Two.", "Spaces."]),
    ];
    for (text, expected) in split {
        assert_eq!(sentences(text).collect::<Vec<_>>(), *expected, "{text:?}");
    }
}

#[test]
fn the_grade_follows_the_formula_on_a_known_text() {
    let reading = spoken(&KNOWN.join(" "));
    assert_eq!((reading.sentences, reading.words, reading.syllables), (5, 47, 62));
    assert!(close(reading.words_per_sentence(), 9.4), "{}", reading.words_per_sentence());
    assert!(close(reading.raw_grade(), 3.64), "{}", reading.raw_grade());
    assert!(close(reading.grade(), 3.64), "without names both grades are the same: {}", reading.grade());
}

#[test]
fn each_text_ends_a_sentence_with_or_without_a_full_stop() {
    let stopped = Reading::of(KNOWN, &BTreeSet::new());
    let open = Reading::of(KNOWN.map(|text| text.trim_end_matches('.')), &BTreeSet::new());
    assert_eq!(stopped, open);
    assert_eq!(stopped, spoken(&KNOWN.join("\n")));
}

#[test]
fn names_that_cannot_be_avoided_count_as_two() {
    let names: BTreeSet<String> =
        ["immunotherapy", "diarrhea", "team"].map(str::to_owned).into_iter().collect();
    let reading = Reading::of(KNOWN, &names);
    assert_eq!(reading.syllables, 62, "the count as spoken stays");
    assert_eq!(reading.plain_syllables, 62 - 4 - 2, "six and four become two, one stays one");
    assert!(close(reading.grade(), 0.39 * 9.4 + 11.8 * 56.0 / 47.0 - 15.59), "{}", reading.grade());
    assert!(close(reading.raw_grade(), 3.64));
    let inside = Reading::of(["Immunotherapy's pre-immunotherapy"], &names);
    assert_eq!((inside.syllables, inside.plain_syllables), (13, 5), "in any case, possessive or compound");
}

#[test]
fn nothing_to_read_has_grade_zero() {
    for text in ["", "...", "\n\n", "\u{2013}"] {
        let reading = spoken(text);
        assert_eq!((reading.words, reading.sentences, reading.syllables), (0, 0, 0), "{text:?}");
        assert!(close(reading.grade(), 0.0) && close(reading.words_per_sentence(), 0.0));
    }
}
