//! What the build refuses: the shipped content passes, and a copy with one thing broken does not.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

#[path = "support/content.rs"]
mod support;

use ask_about_immunotherapy::content::authored::Authored;
use ask_about_immunotherapy::content::check::{can_hold, check, languages};
use ask_about_immunotherapy::content::{CardId, Rule, StepKind};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use support::{Copy, shipped};

const CARD: &str = "catalog/cards/car-t.json";
const CARD_WORDS: &str = "en/cards/car-t.json";
const QUESTIONS: &str = "catalog/questions.json";
const DRUGS: &str = "catalog/drugs.json";
const SIGNS: &str = "catalog/signs.json";
const SOURCES: &str = "catalog/sources.json";
const BCG_WORDS: &str = "en/questions/bcg.json";

/// One thing to break and what must be said about it: the change, then file, field and a part of the reason.
type Breach = (&'static str, fn(Copy) -> Copy, [&'static str; 3]);

#[track_caller]
fn refused(breaches: &[Breach]) {
    for (name, change, [file, field, reason]) in breaches {
        println!("{name}");
        change(Copy::new()).is_refused(file, field, reason);
    }
}

/// This many short words.
fn words(count: usize) -> String {
    vec!["so"; count].join(" ")
}

mod the_shipped_content {
    use super::*;

    #[test]
    fn passes_with_enough_of_everything() {
        let (_, counts) = check(&shipped(), "en").unwrap_or_else(|errors| panic!("{errors:#?}"));
        assert!(counts.cards >= 12, "{} cards", counts.cards);
        assert!(counts.questions >= 60, "{} questions", counts.questions);
        assert!(counts.drugs >= 60, "{} drugs", counts.drugs);
        assert!(counts.signs >= 12 && counts.terms >= 60 && counts.sources >= 60 && counts.cancers >= 20);
        assert_eq!(languages(&shipped()), ["en"]);
        let graded = |kind: &str| counts.reading.iter().filter(|grade| grade.kind == kind).count();
        assert_eq!(graded("card"), counts.cards, "every card has a grade");
        for grade in &counts.reading {
            let name = format!("{} {}", grade.kind, grade.id);
            assert!(grade.grade <= 6.0 && grade.words_per_sentence <= 12.0, "{name}");
            assert!(grade.raw_grade >= grade.grade, "{name}");
        }
    }

    #[test]
    fn passes_as_an_untouched_copy_so_that_each_breach_below_is_the_only_one() {
        assert_eq!(Copy::new().errors(), []);
    }

    #[test]
    fn has_the_classes_steps_and_options_of_the_issue() {
        let (authored, _) = check(&shipped(), "en").unwrap();
        let cards: Vec<&str> = authored.card_order.iter().map(CardId::as_str).collect();
        for class in [
            "checkpoint-inhibitors",
            "monoclonal-antibodies",
            "car-t",
            "til-therapy",
            "treatment-vaccines",
            "preventive-vaccines",
            "cytokines",
            "interleukin-2",
            "interferon-alfa",
            "bcg-bladder",
            "immunomodulatory-drugs",
            "oncolytic-virus",
        ] {
            assert!(cards.contains(&class), "{class}");
        }
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
        ];
        assert_eq!(steps, expected.map(|(step, options)| (step, options.to_owned())));
    }

    #[test]
    fn has_questions_in_every_topic_and_of_both_tones() {
        let (authored, _) = check(&shipped(), "en").unwrap();
        for topic in &authored.topics {
            assert!(authored.questions.iter().any(|question| question.topic == *topic), "{topic}");
        }
        assert!(authored.questions.iter().any(|question| format!("{:?}", question.tone) == "Hard"));
    }
}

mod ids {
    use super::*;

    #[test]
    fn stand_once_and_are_lower_case_words() {
        refused(&[
            (
                "a question twice",
                |copy| {
                    let first = copy.json(QUESTIONS)[0].clone();
                    copy.edit(QUESTIONS, |root| root.as_array_mut().unwrap().insert(1, first))
                },
                [QUESTIONS, "/1", "'who-do-i-call' stands twice"],
            ),
            (
                "a drug twice",
                |copy| copy.set(DRUGS, "/nivolumab/id", json!("pembrolizumab")),
                [DRUGS, "/1", "'pembrolizumab' stands twice"],
            ),
            (
                "a topic twice",
                |copy| copy.set("catalog/topics.json", "/0", json!("bcg")),
                ["catalog/topics.json", "/11", "'bcg' stands twice"],
            ),
            (
                "a source twice",
                |copy| copy.set(SOURCES, "/1/id", json!("acs-ici")),
                [SOURCES, "/1", "'acs-ici' stands twice"],
            ),
            (
                "a card twice",
                |copy| copy.set("catalog/cards.json", "/1", json!("checkpoint-inhibitors")),
                ["catalog/cards.json", "/1", "stands twice"],
            ),
            (
                "an alias that is another card",
                |copy| copy.set(CARD, "/aliases", json!(["bcg-bladder"])),
                ["catalog/cards.json", "/12", "'bcg-bladder' stands twice"],
            ),
            (
                "an option twice",
                |copy| {
                    copy.set(
                        "catalog/steps.json",
                        "/role/options",
                        json!(["self", "carer", "parent", "self"]),
                    )
                },
                ["catalog/steps.json", "/0/options/3", "'self' stands twice"],
            ),
            (
                "an id in capitals",
                |copy| copy.set(QUESTIONS, "/0/id", json!("Who Do I Call")),
                [QUESTIONS, "/0", "'Who Do I Call' is not an id"],
            ),
            (
                "a source with an underscore",
                |copy| copy.set(SOURCES, "/0/id", json!("acs_ici")),
                [SOURCES, "/0", "'acs_ici' is not an id"],
            ),
            (
                "an alias with a space",
                |copy| copy.set(CARD, "/aliases", json!(["car t"])),
                ["catalog/cards.json", "/12", "'car t' is not an id"],
            ),
            (
                "an option in capitals",
                |copy| copy.set("catalog/steps.json", "/role/options", json!(["self", "Carer"])),
                ["catalog/steps.json", "/0/options/1", "'Carer' is not an id"],
            ),
        ]);
    }

    #[test]
    fn stand_once_in_the_words_too() {
        let twice = r#"{"title": "One", "title": "Two", "questions": {}}"#;
        Copy::new().write(BCG_WORDS, twice).is_refused(BCG_WORDS, "", "duplicate field");
        let copy = Copy::new();
        let text = std::fs::read_to_string(copy.path().join("en/drugs.json")).unwrap();
        let entry = r#"{"nivolumab": {"name": "x", "uses": "x"},"#;
        let copy = copy.write("en/drugs.json", &text.replacen('{', entry, 1));
        copy.is_refused("en/drugs.json", "/nivolumab", "stands twice");
    }
}

mod links {
    use super::*;

    #[test]
    fn lead_to_something() {
        refused(&[
            (
                "a question of an unknown class",
                |copy| copy.set(QUESTIONS, "/who-do-i-call/classes", json!(["car-tea"])),
                [QUESTIONS, "/who-do-i-call/classes", "no card 'car-tea'"],
            ),
            (
                "a question of an unknown topic",
                |copy| copy.set(QUESTIONS, "/who-do-i-call/topic", json!("when-to-shout")),
                [QUESTIONS, "/who-do-i-call/topic", "no topic 'when-to-shout'"],
            ),
            (
                "a question on an unknown source",
                |copy| copy.set(QUESTIONS, "/who-do-i-call/sources", json!(["hearsay"])),
                [QUESTIONS, "/who-do-i-call/sources", "unknown source 'hearsay'"],
            ),
            (
                "a drug whose class has no card",
                |copy| copy.set(DRUGS, "/pembrolizumab/class", json!("pd1-inhibitors")),
                [DRUGS, "/pembrolizumab/class", "no card 'pd1-inhibitors'"],
            ),
            (
                "a drug on an unknown source",
                |copy| copy.set(DRUGS, "/pembrolizumab/sources/0", json!("hearsay")),
                [DRUGS, "/pembrolizumab/sources", "unknown source 'hearsay'"],
            ),
            (
                "a combination of an unknown drug",
                |copy| copy.set(DRUGS, "/pembrolizumab/parts", json!(["nivo-something"])),
                [DRUGS, "/pembrolizumab/parts", "unknown drug 'nivo-something'"],
            ),
            (
                "a sign of an unknown class",
                |copy| copy.set(SIGNS, "/any-emergency/classes/-", json!("nothing")),
                [SIGNS, "/any-emergency/classes", "no card 'nothing'"],
            ),
            (
                "a sign on an unknown source",
                |copy| copy.set(SIGNS, "/any-emergency/sources", json!(["hearsay"])),
                [SIGNS, "/any-emergency/sources", "unknown source 'hearsay'"],
            ),
            (
                "a cancer with an unknown class",
                |copy| copy.set("catalog/cancers.json", "/melanoma-skin/classes/-", json!("nothing")),
                ["catalog/cancers.json", "/melanoma-skin/classes", "no card 'nothing'"],
            ),
            (
                "a word on an unknown source",
                |copy| copy.set("catalog/terms.json", "/0/sources", json!(["hearsay"])),
                ["catalog/terms.json", "/0/sources", "unknown source 'hearsay'"],
            ),
            (
                "a card's statement on an unknown source",
                |copy| copy.set(CARD, "/sources/rows/good/0", json!(["hearsay"])),
                [CARD, "/sources/rows/good/0", "unknown source 'hearsay'"],
            ),
            (
                "a card's short text on an unknown source",
                |copy| copy.set(CARD, "/sources/short", json!(["hearsay"])),
                [CARD, "/sources/short", "unknown source 'hearsay'"],
            ),
            (
                "a card without its drawing",
                |copy| copy.set(CARD, "/drawing", json!("car-tea")),
                [CARD, "/drawing", "no drawing 'car-tea'"],
            ),
        ]);
    }
}

mod a_card {
    use super::*;

    #[test]
    fn has_every_row_with_its_sources() {
        for row in
            ["how", "used-for", "given", "tests", "like", "good", "bad", "cautions", "evidence", "unknown"]
        {
            let copy = Copy::new().set(CARD_WORDS, &format!("/rows/{row}"), json!([]));
            copy.is_refused(CARD_WORDS, &format!("/rows/{row}"), "the row is empty");
            copy.is_refused(CARD, &format!("/sources/rows/{row}"), "lists of sources for 0 statements");
        }
        refused(&[
            (
                "a row that is missing",
                |copy| copy.remove(CARD_WORDS, "/rows/unknown").remove(CARD, "/sources/rows/unknown"),
                [CARD_WORDS, "/rows/unknown", "the row is empty"],
            ),
            (
                "a statement without a source",
                |copy| copy.set(CARD, "/sources/rows/bad/1", json!([])),
                [CARD, "/sources/rows/bad/1", "no source"],
            ),
            (
                "a statement more than lists of sources",
                |copy| copy.set(CARD_WORDS, "/rows/bad/-", json!("It can be hard.")),
                [CARD, "/sources/rows/bad", "lists of sources for"],
            ),
            (
                "no source of the short text",
                |copy| copy.set(CARD, "/sources/short", json!([])),
                [CARD, "/sources/short", "no source"],
            ),
        ]);
    }

    #[test]
    fn has_dates_that_are_days_and_not_too_far_apart() {
        refused(&[
            (
                "no day of the check",
                |copy| copy.remove(CARD, "/checked"),
                [CARD, "", "missing field `checked`"],
            ),
            ("no day of the next", |copy| copy.remove(CARD, "/due"), [CARD, "", "missing field `due`"]),
            (
                "no day",
                |copy| copy.set(CARD, "/due", json!("soon")),
                [CARD, "/due", "must both be YYYY-MM-DD"],
            ),
            (
                "a month only",
                |copy| copy.set(CARD, "/checked", json!("2026-11")),
                [CARD, "/due", "YYYY-MM-DD"],
            ),
            (
                "no such month",
                |copy| copy.set(CARD, "/checked", json!("2026-13-01")),
                [CARD, "/due", "YYYY-MM-DD"],
            ),
            (
                "due before it was checked",
                |copy| copy.set(CARD, "/due", json!("2026-01-01")),
                [CARD, "/due", "is not within 12 months"],
            ),
            (
                "due a day after a year",
                |copy| copy.set(CARD, "/checked", json!("2026-11-22")).set(CARD, "/due", json!("2027-11-23")),
                [CARD, "/due", "is not within 12 months after '2026-11-22'"],
            ),
            (
                "a release without the next check",
                |copy| copy.set("catalog/release.json", "/due", json!("2030-01-01")),
                ["catalog/release.json", "/due", "is not within 12 months"],
            ),
        ]);
        let year =
            Copy::new().set(CARD, "/checked", json!("2026-11-22")).set(CARD, "/due", json!("2027-11-22"));
        assert_eq!(year.errors(), [], "a year to the day is allowed");
    }

    #[test]
    fn has_four_questions_of_its_own() {
        let mut left = 5;
        let copy = Copy::new().edit(QUESTIONS, |root| {
            root.as_array_mut().unwrap().retain(|question| {
                let own = question["classes"]
                    .as_array()
                    .is_some_and(|classes| classes.contains(&json!("cytokines")));
                left -= usize::from(own && left > 0);
                !own || left > 1
            });
        });
        copy.is_refused(
            QUESTIONS,
            "/?classes=cytokines",
            "3 questions name this class; it needs 4 of its own",
        );
        let copy = Copy::new().edit(QUESTIONS, |root| {
            root.as_array_mut().unwrap().retain(|question| question["classes"] != json!(["bcg-bladder"]));
        });
        copy.is_refused(QUESTIONS, "/?classes=bcg-bladder", "0 questions name this class");
    }

    #[test]
    fn has_a_warning_sign() {
        let copy = Copy::new().edit(SIGNS, |root| {
            for sign in root.as_array_mut().unwrap() {
                sign["classes"].as_array_mut().unwrap().retain(|class| class != "til-therapy");
            }
        });
        copy.is_refused(SIGNS, "/?classes=til-therapy", "no warning sign names this class");
    }

    #[test]
    fn has_good_and_bad_points_of_like_length() {
        let copy = Copy::new().edit(CARD_WORDS, |root| {
            let good = root.pointer("/rows/good").unwrap().as_array().unwrap().len();
            root["rows"]["good"] = (0..good).map(|_| Value::from("Good.")).collect();
        });
        copy.is_refused(CARD_WORDS, "/rows/good", "keep them within a third");
    }

    #[test]
    fn is_a_file_and_a_place_in_the_order() {
        refused(&[
            (
                "a file that the order does not name",
                |copy| copy.remove("catalog/cards.json", "/car-t"),
                ["catalog/cards", "/car-t", "unknown id 'car-t'; it does not stand in catalog/cards.json"],
            ),
            (
                "a place in the order without a file",
                |copy| copy.delete(CARD),
                ["catalog/cards", "/car-t", "missing words for 'car-t'"],
            ),
        ]);
    }
}

mod a_rule {
    use super::*;

    #[test]
    fn names_real_steps_and_options() {
        refused(&[
            (
                "an unknown step",
                |copy| copy.set(QUESTIONS, "/how-serious-is-it/when", json!("mood:happy")),
                [QUESTIONS, "/how-serious-is-it", "'mood:happy' names an unknown step 'mood'"],
            ),
            (
                "an unknown option",
                |copy| copy.set(QUESTIONS, "/how-serious-is-it/when", json!("moment:lunch")),
                [QUESTIONS, "/how-serious-is-it", "'moment:lunch' names an unknown option 'lunch'"],
            ),
            (
                "an unknown option under not",
                |copy| copy.set(QUESTIONS, "/how-serious-is-it/when", json!({"not": {"any": ["role:dog"]}})),
                [QUESTIONS, "/how-serious-is-it", "'role:dog' names an unknown option 'dog'"],
            ),
            (
                "an unknown option that raises",
                |copy| copy.set(QUESTIONS, "/who-do-i-call/more/0", json!("values:fame")),
                [QUESTIONS, "/who-do-i-call", "'values:fame' names an unknown option 'fame'"],
            ),
            (
                "an unknown cancer",
                |copy| copy.set(QUESTIONS, "/how-serious-is-it/when", json!("cancer:none-such")),
                [QUESTIONS, "/how-serious-is-it", "unknown option 'none-such'"],
            ),
            (
                "an unknown treatment",
                |copy| copy.set(QUESTIONS, "/how-serious-is-it/when", json!("treatment:none-such")),
                [QUESTIONS, "/how-serious-is-it", "unknown option 'none-such'"],
            ),
            (
                "what is unsure",
                |copy| copy.set(QUESTIONS, "/how-serious-is-it/when", json!("moment:unsure")),
                [QUESTIONS, "/how-serious-is-it", "unknown option 'unsure'"],
            ),
            (
                "half a fact",
                |copy| copy.set(QUESTIONS, "/how-serious-is-it/when", json!("moment")),
                [QUESTIONS, "/how-serious-is-it/when", "'moment' is not a fact"],
            ),
            (
                "an unknown word",
                |copy| copy.set(QUESTIONS, "/how-serious-is-it/when", json!({"none": []})),
                [QUESTIONS, "/how-serious-is-it/when", "unknown field `none`"],
            ),
            (
                "two words",
                |copy| copy.set(QUESTIONS, "/how-serious-is-it/when", json!({"all": [], "any": []})),
                [QUESTIONS, "/how-serious-is-it/when", "a rule has one of all, any, not"],
            ),
            (
                "no word",
                |copy| copy.set(QUESTIONS, "/how-serious-is-it/when", json!({})),
                [QUESTIONS, "/how-serious-is-it/when", "an empty rule"],
            ),
        ]);
    }

    #[test]
    fn can_hold_for_some_set_of_answers() {
        refused(&[
            (
                "two answers of a step that takes one",
                |copy| {
                    copy.set(
                        QUESTIONS,
                        "/how-serious-is-it/when",
                        json!({"all": ["moment:choosing", "moment:side-effects"]}),
                    )
                },
                [QUESTIONS, "/how-serious-is-it/when", "no set of answers can bring it"],
            ),
            (
                "yes and no",
                |copy| {
                    copy.set(
                        QUESTIONS,
                        "/how-serious-is-it/when",
                        json!({"all": ["health:steroids", {"not": "health:steroids"}]}),
                    )
                },
                [QUESTIONS, "/how-serious-is-it/when", "no set of answers can bring it"],
            ),
            (
                "any of nothing",
                |copy| copy.set(QUESTIONS, "/how-serious-is-it/when", json!({"any": []})),
                [QUESTIONS, "/how-serious-is-it/when", "no set of answers can bring it"],
            ),
            (
                "a hard question for those who said no",
                |copy| {
                    copy.set(QUESTIONS, "/how-serious-is-it/tone", json!("hard")).set(
                        QUESTIONS,
                        "/how-serious-is-it/when",
                        json!("hard:no"),
                    )
                },
                [QUESTIONS, "/how-serious-is-it/when", "no set of answers can bring it"],
            ),
            (
                "a question of a class for those who did not name it",
                |copy| {
                    copy.set(QUESTIONS, "/how-serious-is-it/classes", json!(["car-t"])).set(
                        QUESTIONS,
                        "/how-serious-is-it/when",
                        json!({"not": "treatment:car-t"}),
                    )
                },
                [QUESTIONS, "/how-serious-is-it/when", "no set of answers can bring it"],
            ),
            (
                "too many facts",
                |copy| {
                    let cancers = copy.json("catalog/cancers.json");
                    let cancers = cancers.as_array().unwrap().iter().take(15);
                    let facts: Vec<String> =
                        cancers.map(|cancer| format!("cancer:{}", cancer["id"].as_str().unwrap())).collect();
                    copy.set(QUESTIONS, "/how-serious-is-it/when", json!({"any": facts}))
                },
                [QUESTIONS, "/how-serious-is-it/when", "a rule over more than 14 facts"],
            ),
        ]);
    }

    #[test]
    fn is_tried_against_every_possible_set_of_answers() {
        let kinds: BTreeMap<String, StepKind> =
            [("one".to_owned(), StepKind::One), ("many".to_owned(), StepKind::Many)].into();
        let cases = [
            (json!("one:a"), true),
            (json!({"all": []}), true),
            (json!({"any": []}), false),
            (json!({"all": ["one:a", "one:b"]}), false),
            (json!({"all": ["many:a", "many:b"]}), true),
            (json!({"any": ["one:a", "one:b"]}), true),
            (json!({"all": ["one:a", {"not": "one:b"}]}), true),
            (json!({"all": [{"any": ["one:a", "one:b"]}, {"not": "one:a"}, {"not": "one:b"}]}), false),
            (json!({"not": {"all": []}}), false),
            (json!({"not": {"not": "many:a"}}), true),
        ];
        for (rule, possible) in cases {
            let read: Rule = serde_json::from_value(rule.clone()).unwrap();
            assert_eq!(can_hold(&read, &kinds), Some(possible), "{rule}");
            assert_eq!(serde_json::to_value(&read).unwrap(), rule, "and it is written as it was read");
        }
    }

    #[test]
    fn has_a_weight_between_one_and_ten() {
        for weight in [0, 11] {
            let copy = Copy::new().set(QUESTIONS, "/who-do-i-call/weight", json!(weight));
            copy.is_refused(QUESTIONS, "/who-do-i-call/weight", "is not between 1 and 10");
        }
    }
}

mod a_source {
    use super::*;

    #[test]
    fn has_address_date_and_names() {
        refused(&[
            (
                "no address",
                |copy| copy.remove(SOURCES, "/0/address"),
                [SOURCES, "/0", "missing field `address`"],
            ),
            (
                "an empty address",
                |copy| copy.set(SOURCES, "/0/address", json!("")),
                [SOURCES, "/0/address", "public address"],
            ),
            (
                "a file on a disk",
                |copy| copy.set(SOURCES, "/0/address", json!("file:///a.pdf")),
                [SOURCES, "/0/address", "'file:///a.pdf' is not a public address"],
            ),
            ("no date", |copy| copy.remove(SOURCES, "/0/date"), [SOURCES, "/0", "missing field `date`"]),
            (
                "an empty date",
                |copy| copy.set(SOURCES, "/0/date", json!("")),
                [SOURCES, "/0/date", "is not a date"],
            ),
            (
                "a date in words",
                |copy| copy.set(SOURCES, "/0/date", json!("May 2024")),
                [SOURCES, "/0/date", "is not a date"],
            ),
            (
                "a day 32",
                |copy| copy.set(SOURCES, "/0/date", json!("2024-05-32")),
                [SOURCES, "/0/date", "is not a date"],
            ),
            (
                "no day of the look",
                |copy| copy.set(SOURCES, "/0/checked", json!("2024")),
                [SOURCES, "/0/checked", "YYYY-MM-DD"],
            ),
            (
                "no publisher",
                |copy| copy.set(SOURCES, "/0/organisation", json!(" ")),
                [SOURCES, "/0/organisation", "empty"],
            ),
            ("no title", |copy| copy.set(SOURCES, "/0/title", json!("")), [SOURCES, "/0/title", "empty"]),
            (
                "an unknown authority",
                |copy| copy.set(SOURCES, "/0/authority", json!("blog")),
                [SOURCES, "/0/authority", "unknown variant `blog`"],
            ),
        ]);
    }

    #[test]
    fn may_have_a_date_of_a_year_a_month_or_a_day() {
        for date in ["2024", "2024-05", "2024-05-31"] {
            assert_eq!(Copy::new().set(SOURCES, "/0/date", json!(date)).errors(), [], "{date}");
        }
    }

    #[test]
    fn stands_under_questions_drugs_signs_cancers_and_words() {
        let cases = [
            (QUESTIONS, "/0/sources"),
            (DRUGS, "/0/sources"),
            (SIGNS, "/0/sources"),
            ("catalog/cancers.json", "/0/sources"),
            ("catalog/terms.json", "/0/sources"),
        ];
        for (file, field) in cases {
            Copy::new().set(file, field, json!([])).is_refused(file, field, "no source");
        }
    }
}

mod a_translation {
    use super::*;

    #[test]
    fn has_words_for_everything_in_the_structure() {
        refused(&[
            (
                "a question",
                |copy| copy.remove(BCG_WORDS, "/questions/bcg-how-many"),
                [BCG_WORDS, "/questions/bcg-how-many", "missing words for 'bcg-how-many'"],
            ),
            ("a topic", |copy| copy.delete(BCG_WORDS), ["en/questions", "/bcg", "missing words for 'bcg'"]),
            ("a card", |copy| copy.delete(CARD_WORDS), ["en/cards", "/car-t", "missing words for 'car-t'"]),
            (
                "a drug",
                |copy| copy.remove("en/drugs.json", "/pembrolizumab"),
                ["en/drugs.json", "/pembrolizumab", "missing words for 'pembrolizumab'"],
            ),
            (
                "a sign",
                |copy| copy.remove("en/signs.json", "/any-emergency"),
                ["en/signs.json", "/any-emergency", "missing words"],
            ),
            (
                "a cancer",
                |copy| copy.remove("en/cancers.json", "/breast"),
                ["en/cancers.json", "/breast", "missing words for 'breast'"],
            ),
            (
                "a word",
                |copy| copy.remove("en/terms.json", "/adjuvant-treatment"),
                ["en/terms.json", "/adjuvant-treatment", "missing words"],
            ),
            (
                "a step",
                |copy| copy.remove("en/steps.json", "/hard"),
                ["en/steps.json", "/hard", "missing words for 'hard'"],
            ),
            (
                "an option",
                |copy| copy.remove("en/steps.json", "/role/options/parent"),
                ["en/steps.json", "/role/options/parent", "missing words for 'parent'"],
            ),
            (
                "a label of a drawing",
                |copy| copy.remove("en/drawings.json", "/all/t-cell"),
                ["en/drawings.json", "/checkpoint-inhibitors/t-cell", "missing words for a label"],
            ),
        ]);
    }

    #[test]
    fn has_no_words_for_what_is_not_in_the_structure() {
        refused(&[
            (
                "a question",
                |copy| {
                    copy.set(
                        BCG_WORDS,
                        "/questions/bcg-colour",
                        json!({"text": "Is it so?", "why": "It is so."}),
                    )
                },
                [BCG_WORDS, "/questions/bcg-colour", "unknown id 'bcg-colour'"],
            ),
            (
                "a topic",
                |copy| copy.write("en/questions/weather.json", r#"{"title": "Rain", "questions": {}}"#),
                ["en/questions", "/weather", "unknown id 'weather'"],
            ),
            (
                "a drug",
                |copy| copy.set("en/drugs.json", "/water", json!({"name": "water", "uses": "Thirst."})),
                ["en/drugs.json", "/water", "unknown id 'water'"],
            ),
            (
                "an option",
                |copy| {
                    copy.set("en/steps.json", "/role/options/dog", json!({"label": "A dog", "said": "a dog"}))
                },
                ["en/steps.json", "/role/options/dog", "unknown id 'dog'"],
            ),
        ]);
    }

    #[test]
    fn says_something_wherever_words_are_asked_for() {
        let places = [
            (CARD_WORDS, "/title"),
            (CARD_WORDS, "/short"),
            (CARD_WORDS, "/rows/good/0"),
            (CARD_WORDS, "/drawing/title"),
            (CARD_WORDS, "/drawing/description"),
            (BCG_WORDS, "/title"),
            (BCG_WORDS, "/questions/bcg-how-many/text"),
            (BCG_WORDS, "/questions/bcg-how-many/why"),
            ("en/signs.json", "/any-emergency/name"),
            ("en/signs.json", "/any-emergency/brief"),
            ("en/signs.json", "/any-emergency/do"),
            ("en/signs.json", "/any-emergency/signs/0"),
            ("en/drugs.json", "/pembrolizumab/name"),
            ("en/drugs.json", "/pembrolizumab/uses"),
            ("en/cancers.json", "/breast/name"),
            ("en/cancers.json", "/breast/said"),
            ("en/terms.json", "/adjuvant-treatment/term"),
            ("en/terms.json", "/adjuvant-treatment/meaning"),
            ("en/steps.json", "/role/title"),
            ("en/steps.json", "/role/options/self/said"),
            ("en/interface.json", "/home.start"),
        ];
        for (file, field) in places {
            Copy::new().set(file, field, json!(" ")).is_refused(file, field, "the text is empty");
        }
    }

    #[test]
    fn is_complete_or_refused() {
        let copy = Copy::new().write("es/interface.json", "{}");
        assert_eq!(languages(copy.path()), ["en", "es"]);
        let errors = check(copy.path(), "es").unwrap_err();
        for file in ["es/steps.json", "es/drugs.json", "es/signs.json", "es/style.json", "es/cards"] {
            assert!(
                errors.iter().any(|error| error.file == file && error.reason.contains("cannot be read")),
                "{file}"
            );
        }
        assert!(errors.iter().any(|error| error.file == "es/drugs.json" && error.field == "/pembrolizumab"));
    }
}

mod a_text {
    use super::*;

    #[test]
    fn keeps_to_its_limit() {
        let limits = [
            (CARD_WORDS, "/short", 25),
            (CARD_WORDS, "/drawing/description", 60),
            (BCG_WORDS, "/questions/bcg-how-many/text", 25),
            (BCG_WORDS, "/questions/bcg-how-many/why", 40),
            ("en/terms.json", "/adjuvant-treatment/meaning", 30),
            ("en/signs.json", "/any-emergency/brief", 9),
            ("en/signs.json", "/any-emergency/say", 30),
        ];
        for (file, field, most) in limits {
            let reason = format!("{} words; {most} at most", most + 1);
            Copy::new().set(file, field, json!(words(most + 1))).is_refused(file, field, &reason);
            let at_most = Copy::new().set(file, field, json!(words(most))).errors();
            let limited = at_most.iter().find(|error| {
                error.reason.contains(&format!("{most} at most"))
                    && error.reason.contains("words;")
                    && most != 20
            });
            assert_eq!(limited, None, "{file} {field} may have {most} words");
        }
    }

    #[test]
    fn has_sentences_of_twenty_words_at_most() {
        let places = [
            (CARD_WORDS, "/rows/like/0"),
            (CARD_WORDS, "/drawing/description"),
            (BCG_WORDS, "/questions/bcg-how-many/why"),
            ("en/terms.json", "/adjuvant-treatment/meaning"),
            ("en/signs.json", "/any-emergency/onset"),
            ("en/steps.json", "/role/help"),
            ("en/interface.json", "/about.what-1"),
        ];
        for (file, field) in places {
            let long = json!(format!("{}.", words(21)));
            Copy::new().set(file, field, long).is_refused(file, field, "a sentence of 21 words");
        }
        let twenty = Copy::new().set(CARD_WORDS, "/rows/like/0", json!(words(20)));
        assert!(!twenty.errors().iter().any(|error| error.reason.contains("a sentence of")));
    }

    #[test]
    fn is_at_grade_six_or_below_and_twelve_words_a_sentence_on_average() {
        let hard = "Immediately accompanying complications necessitate extraordinary organization.";
        let copy = Copy::new().edit(BCG_WORDS, |root| {
            for question in root["questions"].as_object_mut().unwrap().values_mut() {
                question["why"] = json!(hard);
            }
        });
        copy.is_refused(BCG_WORDS, "", "reading grade");
        copy.is_refused(BCG_WORDS, "", "; 6 at most");
        let copy = Copy::new().edit(BCG_WORDS, |root| {
            for question in root["questions"].as_object_mut().unwrap().values_mut() {
                question["text"] = json!(words(19));
                question["why"] = json!(words(19));
            }
        });
        copy.is_refused(BCG_WORDS, "", "19.0 words in a sentence on average; 12 at most");
        let copy = Copy::new().edit(CARD_WORDS, |root| {
            for rows in root["rows"].as_object_mut().unwrap().values_mut() {
                for text in rows.as_array_mut().unwrap() {
                    *text = json!(hard);
                }
            }
        });
        copy.is_refused(CARD_WORDS, "", "reading grade");
    }

    #[test]
    fn holds_no_forbidden_phrase() {
        let places = [
            (CARD_WORDS, "/short"),
            (CARD_WORDS, "/title"),
            (CARD_WORDS, "/rows/how/0"),
            (BCG_WORDS, "/questions/bcg-how-many/text"),
            (BCG_WORDS, "/title"),
            ("en/signs.json", "/any-emergency/say"),
            ("en/terms.json", "/adjuvant-treatment/meaning"),
            ("en/drugs.json", "/pembrolizumab/uses"),
            ("en/steps.json", "/role/help"),
            ("en/interface.json", "/about.what-1"),
        ];
        for (file, field) in places {
            let said = json!("You should take it, Clinically proven.");
            let copy = Copy::new().set(file, field, said);
            copy.is_refused(file, field, "'you should take' is not used here");
            copy.is_refused(file, field, "'clinically proven' is not used here");
        }
        let part = Copy::new().set("en/interface.json", "/about.what-1", json!("A warm reward."));
        assert_eq!(part.errors(), [], "'war' is refused as a word, not as a part of one");
    }
}

mod an_urgent_sign {
    use super::*;

    #[test]
    fn says_to_call_and_never_to_wait() {
        refused(&[
            (
                "a reason without a word of calling",
                |copy| copy.set(BCG_WORDS, "/questions/bcg-how-many/why", json!("You may have a fever.")),
                [BCG_WORDS, "/questions/bcg-how-many", "'fever' is an urgent sign; say in `why` to call now"],
            ),
            (
                "a question that asks about it",
                |copy| {
                    copy.set(BCG_WORDS, "/questions/bcg-how-many/text", json!("What if I have chest pain?"))
                },
                [BCG_WORDS, "/questions/bcg-how-many", "'chest pain' is an urgent sign"],
            ),
            (
                "a reason that says to wait",
                |copy| {
                    let why = "With a fever, call, or ask at your next visit.";
                    copy.set(BCG_WORDS, "/questions/bcg-how-many/why", json!(why))
                },
                [BCG_WORDS, "/questions/bcg-how-many", "'next visit' beside an urgent sign"],
            ),
            (
                "a sign that says to wait",
                |copy| {
                    copy.set(
                        "en/signs.json",
                        "/any-emergency/do",
                        json!("Call, or say so at the next visit."),
                    )
                },
                ["en/signs.json", "/any-emergency/do", "'next visit' beside an urgent sign"],
            ),
            (
                "a sign for the phone that says to wait",
                |copy| {
                    copy.set(
                        "en/signs.json",
                        "/any-emergency/say",
                        json!("I can wait for my next appointment."),
                    )
                },
                ["en/signs.json", "/any-emergency/say", "'next appointment' beside an urgent sign"],
            ),
            (
                "a sign that does not say to call",
                |copy| copy.set("en/signs.json", "/any-emergency/do", json!("Lie down and rest.")),
                ["en/signs.json", "/any-emergency/do", "say to call"],
            ),
            (
                "a sign without signs",
                |copy| copy.set("en/signs.json", "/any-emergency/signs", json!([])),
                ["en/signs.json", "/any-emergency/signs", "needs at least one sign"],
            ),
            (
                "a sign of no class",
                |copy| copy.set(SIGNS, "/any-emergency/classes", json!([])),
                [SIGNS, "/any-emergency/classes", "belongs to at least one class"],
            ),
            (
                "an unknown urgency",
                |copy| copy.set(SIGNS, "/any-emergency/urgency", json!("some-day")),
                [SIGNS, "/any-emergency/urgency", "unknown variant `some-day`"],
            ),
        ]);
    }
}

mod a_drawing {
    use super::*;

    #[test]
    fn carries_nothing_that_runs_or_is_fetched_and_every_label_has_words() {
        const DRAWING: &str = "drawings/car-t.svg";
        let refused: [(&str, &str); 7] = [
            ("<svg><script>1</script></svg>", "<script"),
            ("<svg><style>a{}</style></svg>", "<style"),
            ("<svg><path style=\"fill:red\"/></svg>", "style="),
            ("<svg><path onload=\"1\"/></svg>", "on"),
            ("<svg><use href=\"http://a.example\"/></svg>", "http:"),
            ("<svg><use href=\"https://a.example\"/></svg>", "https:"),
            ("<svg><foreignObject/></svg>", "<foreignObject"),
        ];
        for (svg, told) in refused {
            Copy::new().append(DRAWING, svg).is_refused(DRAWING, "", &format!("holds '{told}'"));
        }
        Copy::new().append(DRAWING, "{{no-such-label}}").is_refused(
            "en/drawings.json",
            "/car-t/no-such-label",
            "missing words for a label of drawings/car-t.svg",
        );
        Copy::new().delete(DRAWING).is_refused(CARD, "/drawing", "no drawing 'car-t'");
        Copy::new().delete("drawings/parts.svg").is_refused("drawings/parts.svg", "", "missing");
    }
}

mod a_file {
    use super::*;

    #[test]
    fn that_cannot_be_read_is_named_with_the_place_where_reading_stopped() {
        refused(&[
            ("not JSON", |copy| copy.write(QUESTIONS, "[{\"id\": \"a\", }]"), [QUESTIONS, "/0/?", "line 1"]),
            ("cut off", |copy| copy.write(CARD_WORDS, "{\"title\": \"CAR"), [CARD_WORDS, "/title", "EOF"]),
            ("empty", |copy| copy.write(DRUGS, ""), [DRUGS, "", "EOF"]),
            ("missing", |copy| copy.delete(SOURCES), [SOURCES, "", "cannot be read"]),
            (
                "a number for a text",
                |copy| copy.set(DRUGS, "/pembrolizumab/class", json!(7)),
                [DRUGS, "/pembrolizumab/class", "invalid type"],
            ),
            (
                "a text for a list",
                |copy| copy.set(CARD_WORDS, "/also", json!("CAR T")),
                [CARD_WORDS, "/also", "invalid type"],
            ),
            (
                "an unknown row",
                |copy| copy.set(CARD_WORDS, "/rows/ugly", json!([])),
                [CARD_WORDS, "/rows/?", "unknown variant `ugly`"],
            ),
            (
                "an unknown route",
                |copy| copy.set(CARD, "/routes/0", json!("nose")),
                [CARD, "/routes/0", "unknown variant `nose`"],
            ),
        ]);
    }

    #[test]
    fn has_no_field_that_is_not_known() {
        let places = [
            (QUESTIONS, "/who-do-i-call/wieght"),
            (DRUGS, "/pembrolizumab/colour"),
            (SIGNS, "/any-emergency/colour"),
            (SOURCES, "/0/colour"),
            (CARD, "/colour"),
            (CARD, "/sources/colour"),
            (CARD_WORDS, "/colour"),
            (CARD_WORDS, "/drawing/colour"),
            (BCG_WORDS, "/questions/bcg-how-many/colour"),
            ("catalog/steps.json", "/role/colour"),
            ("catalog/release.json", "/colour"),
            ("en/steps.json", "/role/options/self/colour"),
            ("en/drugs.json", "/pembrolizumab/colour"),
            ("en/signs.json", "/any-emergency/colour"),
            ("en/cancers.json", "/breast/colour"),
            ("en/terms.json", "/adjuvant-treatment/colour"),
            ("en/style.json", "/colour"),
        ];
        for (file, field) in places {
            Copy::new().set(file, field, json!(1)).is_refused(file, field, "unknown field");
        }
    }
}

#[test]
fn a_hundred_errors_in_many_files_are_all_reported_at_once() {
    let copy = Copy::new()
        .edit(QUESTIONS, |root| {
            for question in root.as_array_mut().unwrap().iter_mut().take(100) {
                question["weight"] = json!(99);
            }
        })
        .edit(SOURCES, |root| {
            for source in root.as_array_mut().unwrap().iter_mut().take(50) {
                source["date"] = json!("once");
            }
        })
        .set(DRUGS, "/pembrolizumab/class", json!("nothing"))
        .write("en/terms.json", "{");
    let errors = copy.errors();
    let count = |file: &str, reason: &str| {
        errors.iter().filter(|error| error.file == file && error.reason.contains(reason)).count()
    };
    assert_eq!(count(QUESTIONS, "is not between 1 and 10"), 100);
    assert_eq!(count(SOURCES, "is not a date"), 50);
    assert_eq!(count(DRUGS, "no card 'nothing'"), 1, "an unreadable file hides nothing in another");
    assert!(count("en/terms.json", "EOF") == 1);
    assert!(errors.is_sorted(), "sorted by file and field");
    let mut once = errors.clone();
    once.dedup();
    assert_eq!(once.len(), errors.len(), "each once");
}

#[test]
fn what_can_be_read_is_read_although_something_else_cannot() {
    let copy = Copy::new().write(DRUGS, "[").write("en/cancers.json", "nonsense");
    let (authored, errors) = Authored::read(copy.path(), "en");
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(authored.drugs.is_empty() && authored.cards.len() >= 12 && authored.questions.len() >= 60);
}

/// The words of the interface and the keys in the program are the same.
mod interface_words {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    /// Keys that the program puts together.
    fn composed() -> BTreeSet<String> {
        let rows = ask_about_immunotherapy::content::Row::ALL.map(|row| format!("row.{}", row.as_str()));
        let choices = ["menu.theme.own", "menu.theme.light", "menu.theme.dark"].into_iter();
        let choices = choices.chain(["menu.text.own", "menu.text.large", "menu.text.larger"]);
        rows.into_iter().chain(choices.map(str::to_owned)).collect()
    }

    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() {
                sources(&entry.path(), found);
            } else {
                found.push(entry.path());
            }
        }
    }

    /// Every quoted literal outside comments, with the letters before it.
    fn literals(code: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = code.join("\n").replace("'\"'", "' '").replace("\\\"", "'");
        let mut before = "";
        for (place, part) in code.split('"').enumerate() {
            if place % 2 == 0 {
                before = part;
            } else {
                found.push((
                    before.chars().rev().take(12).collect::<Vec<_>>().iter().rev().collect(),
                    part.to_owned(),
                ));
            }
        }
        found
    }

    fn keys() -> BTreeSet<String> {
        let text = fs::read_to_string(shipped().join("en/interface.json")).unwrap();
        let words: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
        words.into_keys().collect()
    }

    fn used() -> Vec<(PathBuf, String, String)> {
        let mut files = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
        // The rooms that read files name them; they say nothing to a person.
        let speaks = |path: &PathBuf| !path.to_string_lossy().contains("src/content");
        let read = |path: PathBuf| {
            let code = fs::read_to_string(&path).unwrap();
            literals(&code).into_iter().map(move |(before, literal)| (path.clone(), before, literal))
        };
        files.into_iter().filter(speaks).flat_map(read).collect()
    }

    /// A count key stands for its two forms.
    fn exists(keys: &BTreeSet<String>, key: &str, counted: bool) -> bool {
        let forms = ["one", "many"].iter().all(|form| keys.contains(&format!("{key}.{form}")));
        if counted { forms } else { keys.contains(key) }
    }

    #[test]
    fn exist_for_every_key_in_the_program() {
        let keys = keys();
        let rooms: BTreeSet<&str> = keys.iter().filter_map(|key| Some(key.split_once('.')?.0)).collect();
        let mut missing = Vec::new();
        let mut asked = 0;
        for (path, before, literal) in used() {
            let said = [".say(", ".fill(", "words.get("].iter().any(|call| before.ends_with(call));
            let counted = before.ends_with(".count(");
            let like_a_key = literal.split_once('.').is_some_and(|(room, _)| rooms.contains(room))
                && Path::new(&literal).extension().is_none_or(|ending| ending != "json")
                && literal.chars().all(|letter| letter.is_ascii_alphanumeric() || "-.".contains(letter));
            asked += usize::from(said || counted);
            let known = exists(&keys, &literal, counted)
                || (!said && !counted && (exists(&keys, &literal, true) || !like_a_key));
            if !known {
                missing.push(format!("{}: {literal}", path.display()));
            }
        }
        assert!(asked > 80, "the scan found only {asked} calls: it no longer reads the program");
        assert!(missing.is_empty(), "not in interface.json:\n{}", missing.join("\n"));
        let missing: Vec<String> = composed().difference(&keys).cloned().collect();
        assert!(missing.is_empty(), "put together, but not in interface.json: {missing:?}");
    }

    #[test]
    fn are_all_used() {
        let used: BTreeSet<String> = used().into_iter().map(|(_, _, literal)| literal).collect();
        let composed = composed();
        let stem =
            |key: &str| key.strip_suffix(".one").or_else(|| key.strip_suffix(".many")).map(str::to_owned);
        let unused: Vec<String> = keys()
            .into_iter()
            .filter(|key| {
                !used.contains(key)
                    && !composed.contains(key)
                    && !stem(key).is_some_and(|stem| used.contains(&stem))
            })
            .collect();
        assert!(unused.is_empty(), "in interface.json, but nowhere in the program: {unused:?}");
    }

    #[test]
    fn have_both_forms_of_every_count() {
        let keys = keys();
        for key in &keys {
            if let Some(stem) = key.strip_suffix(".one").or_else(|| key.strip_suffix(".many")) {
                assert!(exists(&keys, stem, true), "{stem} needs .one and .many");
            }
        }
    }
}
