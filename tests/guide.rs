//! From answers to questions: the rules of ranking on a small catalog, and real people on the shipped content.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

use ask_about_immunotherapy::content::{Catalog, Fact, Role, StepKind, Tone, check};
use ask_about_immunotherapy::guide::{
    About, AnswerProblem, Answers, IF_TIME, Ranked, TEN, TOP, UNSURE, rank, ten,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

static SHIPPED: LazyLock<Catalog> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    check::bundle(&content, "en").unwrap_or_else(|errors| panic!("{errors:#?}")).catalog
});

fn answers(value: Value) -> Answers {
    serde_json::from_value(value).unwrap()
}

/// A catalog of these questions, with the steps of the issue and three treatments.
fn catalog(questions: Value) -> Catalog {
    let option = |id: &&str| json!({"id": id, "label": id, "said": format!("said {id}")});
    let step = |id: &str, kind: &str, from: &str, options: &[&str]| {
        let options: Vec<Value> = options.iter().map(option).collect();
        json!({"id": id, "kind": kind, "from": from, "title": id, "name": id, "help": id, "options": options})
    };
    let card = |id: &str, aliases: Value| json!({"id": id, "aliases": aliases, "group": "other", "title": id, "also": [], "short": "x", "routes": []});
    serde_json::from_value(json!({
        "language": "en",
        "release": {"version": "1", "author": "us", "reviewer": null, "checked": "2026-11-22", "due": "2027-05-22"},
        "words": {},
        "steps": [
            step("role", "one", "listed", &["self", "carer"]),
            step("moment", "one", "listed", &["choosing", "after-treatment"]),
            step("cancer", "one", "cancers", &[]),
            step("treatment", "many", "cards", &[]),
            step("health", "many", "listed", &["steroids", "diabetes", "none"]),
            step("values", "many", "listed", &["family", "other"]),
            step("hard", "one", "listed", &["yes", "no"]),
        ],
        "topics": [],
        "questions": questions,
        "cards": [card("car-t", json!(["car-t-cells", "cart"])), card("til", json!([])), card("bcg", json!([]))],
        "drugs": [],
        "cancers": [{"id": "lung", "name": "Lung", "also": [], "said": "lung", "classes": []}],
    }))
    .unwrap()
}

/// A question with an id, a topic and a weight, and whatever else is given.
fn question(id: &str, topic: &str, weight: u8, more: Value) -> Value {
    let mut question = json!({"id": id, "topic": topic, "text": id, "weight": weight});
    question.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
    question
}

fn ids<'a>(ranked: &'a [Ranked]) -> Vec<&'a str> {
    ranked.iter().map(|ranked| ranked.question.id.as_str()).collect()
}

/// The ids in order for each set of answers.
#[track_caller]
fn ranks(catalog: &Catalog, cases: &[(Value, &[&str])]) {
    for (given, expected) in cases {
        let ranked = rank(catalog, &answers(given.clone()));
        assert_eq!(ids(&ranked), *expected, "{given}");
    }
}

mod a_question {
    use super::*;

    #[test]
    fn of_a_treatment_is_offered_when_that_treatment_was_named() {
        let catalog = catalog(json!([
            question("all", "a", 9, json!({})),
            question("cart", "b", 1, json!({"classes": ["car-t"]})),
            question("cells", "c", 1, json!({"classes": ["car-t", "til"]})),
        ]));
        ranks(
            &catalog,
            &[
                (json!({}), &["all"]),
                (json!({"treatment": ["bcg"]}), &["all"]),
                (json!({"treatment": ["til"]}), &["all", "cells"]),
                (json!({"treatment": ["car-t"]}), &["all", "cart", "cells"]),
                (json!({"treatment": ["til", "car-t"]}), &["all", "cart", "cells"]),
                (json!({"treatment": ["unsure"]}), &["all"]),
            ],
        );
    }

    #[test]
    fn about_a_hard_topic_is_offered_only_on_yes() {
        let catalog = catalog(json!([
            question("open", "a", 5, json!({})),
            question("hard", "b", 10, json!({"tone": "hard"})),
        ]));
        ranks(
            &catalog,
            &[
                (json!({}), &["open"]),
                (json!({"hard": ["no"]}), &["open"]),
                (json!({"hard": ["unsure"]}), &["open"]),
                (json!({"hard": ["yes"]}), &["hard", "open"]),
            ],
        );
    }

    #[test]
    fn with_a_rule_is_offered_when_the_rule_holds() {
        let catalog = catalog(json!([
            question("any", "a", 5, json!({"when": {"any": ["health:steroids", "moment:choosing"]}})),
            question("all", "b", 5, json!({"when": {"all": ["health:steroids", "moment:choosing"]}})),
            question("not", "c", 5, json!({"when": {"not": "role:carer"}})),
        ]));
        ranks(
            &catalog,
            &[
                (json!({}), &["not"]),
                (json!({"role": ["carer"]}), &[]),
                (json!({"health": ["steroids"]}), &["any", "not"]),
                (
                    json!({"role": ["carer"], "moment": ["choosing"], "health": ["diabetes", "steroids"]}),
                    &["any", "all"],
                ),
            ],
        );
    }

    #[test]
    fn that_only_matters_more_is_offered_to_everyone() {
        let catalog = catalog(json!([question("q", "a", 5, json!({"more": ["health:steroids"]}))]));
        ranks(&catalog, &[(json!({}), &["q"]), (json!({"health": ["diabetes"]}), &["q"])]);
    }
}

mod the_order {
    use super::*;

    #[test]
    fn is_by_weight_and_then_as_in_the_catalog() {
        let catalog = catalog(json!([
            question("five", "a", 5, json!({})),
            question("first-seven", "b", 7, json!({})),
            question("ten", "c", 10, json!({})),
            question("second-seven", "d", 7, json!({})),
        ]));
        ranks(&catalog, &[(json!({}), &["ten", "first-seven", "second-seven", "five"])]);
        let ranked = rank(&catalog, &Answers::default());
        assert_eq!(ranked.iter().map(|ranked| ranked.rank).collect::<Vec<_>>(), [1, 2, 3, 4]);
        assert_eq!(ranked.iter().map(|ranked| ranked.top).collect::<Vec<_>>(), [true, true, true, false]);
    }

    #[test]
    fn is_raised_by_what_was_said_most_by_health() {
        // Each beats a plain question of this weight, and does not beat one that weighs one more.
        let worth = [
            ("health", "steroids", 7),
            ("treatment", "til", 5),
            ("moment", "choosing", 5),
            ("values", "family", 4),
            ("role", "self", 3),
            ("cancer", "lung", 3),
            ("hard", "no", 3),
        ];
        for (step, option, points) in worth {
            let raised = question("raised", "a", 1, json!({"more": [format!("{step}:{option}")]}));
            let catalog = catalog(json!([
                question("above", "b", 1 + points + 1, json!({})),
                raised,
                question("same", "c", 1 + points, json!({})),
            ]));
            ranks(
                &catalog,
                &[
                    (json!({step: [option]}), &["above", "raised", "same"]),
                    (json!({}), &["above", "same", "raised"]),
                ],
            );
        }
    }

    #[test]
    fn is_raised_once_for_each_step() {
        let catalog = catalog(json!([
            question("once", "a", 8, json!({})),
            question("twice", "b", 1, json!({"more": ["health:steroids", "health:diabetes"]})),
            question("two-steps", "c", 1, json!({"more": ["health:steroids", "values:family"]})),
        ]));
        ranks(
            &catalog,
            &[(
                json!({"health": ["steroids", "diabetes"], "values": ["family"]}),
                // 1 + 7 + 4, then 8, then 1 + 7.
                &["two-steps", "once", "twice"],
            )],
        );
    }

    #[test]
    fn counts_the_treatment_of_a_question_as_a_reason() {
        let catalog = catalog(json!([
            question("six", "a", 6, json!({})),
            question("own", "b", 2, json!({"classes": ["car-t", "til"]})),
        ]));
        ranks(&catalog, &[(json!({"treatment": ["til"]}), &["own", "six"])]);
    }

    #[test]
    fn holds_two_of_a_topic_in_the_first_three_and_three_in_the_first_eight() {
        let crowd = (0..7).map(|place| question(&format!("a{place}"), "a", 10, json!({})));
        let others = (0..5).map(|place| question(&format!("b{place}"), &format!("t{place}"), 1, json!({})));
        let catalog = catalog(crowd.chain(others).collect());
        ranks(
            &catalog,
            &[(json!({}), &["a0", "a1", "b0", "a2", "b1", "b2", "b3", "b4", "a3", "a4", "a5", "a6"])],
        );
    }

    #[test]
    fn fills_the_first_places_from_one_topic_when_there_is_no_other() {
        let crowd = (0..5).map(|place| question(&format!("a{place}"), "a", 10 - place, json!({})));
        let catalog = catalog(crowd.collect());
        ranks(&catalog, &[(json!({}), &["a0", "a1", "a2", "a3", "a4"])]);
        assert_eq!(rank(&catalog, &Answers::default()).iter().filter(|ranked| ranked.top).count(), TOP);
    }

    #[test]
    fn of_nothing_is_nothing() {
        ranks(&catalog(json!([])), &[(json!({"role": ["self"]}), &[])]);
    }
}

mod reasons {
    use super::*;

    fn of(more: Value, given: Value) -> Vec<String> {
        let catalog = catalog(json!([question("q", "a", 5, more)]));
        let ranked = rank(&catalog, &answers(given));
        ranked.first().map(|first| first.reasons.iter().map(Fact::to_string).collect()).unwrap_or_default()
    }

    #[test]
    fn are_what_was_said_strongest_first_each_once() {
        let given = json!({"role": ["self"], "moment": ["choosing"], "health": ["steroids"], "values": ["family"],
            "treatment": ["car-t"], "hard": ["yes"]});
        let cases = [
            (json!({}), vec![]),
            (
                json!({"more": ["role:self", "values:family", "health:steroids"]}),
                vec!["health:steroids", "values:family", "role:self"],
            ),
            (json!({"more": ["role:carer", "health:diabetes"]}), vec![]),
            (json!({"when": "moment:choosing", "more": ["moment:choosing"]}), vec!["moment:choosing"]),
            (json!({"classes": ["til", "car-t"]}), vec!["treatment:car-t"]),
            (json!({"tone": "hard"}), vec!["hard:yes"]),
            (json!({"when": {"not": "role:carer"}}), vec![]),
            (
                json!({"when": {"any": ["role:self", {"not": "moment:choosing"}, "moment:choosing"]}}),
                vec!["moment:choosing", "role:self"],
            ),
            (
                json!({"when": {"all": ["moment:choosing"]}, "classes": ["car-t"], "more": ["health:steroids"]}),
                vec!["health:steroids", "moment:choosing", "treatment:car-t"],
            ),
        ];
        for (more, expected) in cases {
            assert_eq!(of(more.clone(), given.clone()), expected, "{more}");
        }
    }

    #[test]
    fn can_all_be_said_in_words() {
        let catalog = &*SHIPPED;
        for step in &catalog.steps {
            for option in catalog.options(step) {
                let fact = Fact::new(step.id.as_str(), option.id);
                assert!(catalog.said(&fact, Role::Own).is_some_and(|said| !said.trim().is_empty()), "{fact}");
            }
        }
        assert_eq!(catalog.said(&Fact::new("moment", UNSURE), Role::Own), None);
        assert_eq!(catalog.said(&Fact::new("mood", "happy"), Role::Own), None);
    }
}

mod an_answer {
    use super::*;

    #[test]
    fn of_unsure_states_nothing() {
        let unsure = json!({"role": ["unsure"], "moment": ["unsure"], "cancer": ["unsure"], "treatment": ["unsure"],
            "health": ["unsure"], "values": ["unsure"], "hard": ["unsure"]});
        assert_eq!(answers(unsure.clone()).facts(), []);
        let (skipped, unsure) = (rank(&SHIPPED, &Answers::default()), rank(&SHIPPED, &answers(unsure)));
        assert_eq!(skipped, unsure);
    }

    #[test]
    fn that_is_not_known_is_left_out_and_reported() {
        let mut given = answers(
            json!({"mood": ["happy"], "role": ["dog", "self"], "health": ["steroids", "steroids", "unsure"],
            "cancer": ["moon"], "treatment": ["car-t", "dust"]}),
        );
        let problems = given.mend(&catalog(json!([])));
        let unknown = |step: &str, option: &str| AnswerProblem::UnknownOption(Fact::new(step, option));
        for problem in [
            AnswerProblem::UnknownStep("mood".to_owned()),
            unknown("role", "dog"),
            unknown("cancer", "moon"),
            unknown("treatment", "dust"),
        ] {
            assert!(problems.contains(&problem), "{problem:?} in {problems:?}");
        }
        assert_eq!(given.chosen("role"), ["self"]);
        assert_eq!(given.chosen("treatment"), ["car-t"]);
        assert_eq!(given.chosen("cancer"), [""; 0]);
        assert_eq!(
            given.chosen("health").iter().filter(|option| *option == "steroids").count(),
            1,
            "each once"
        );
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(said.iter().any(|said| said.contains("there is no step 'mood'")), "{said:?}");
        assert!(said.iter().any(|said| said.contains("step 'role' has no answer 'dog'")), "{said:?}");
    }

    #[test]
    fn too_many_keeps_the_first() {
        let mut given = answers(json!({"role": ["carer", "self"], "health": ["steroids", "diabetes"]}));
        assert_eq!(given.mend(&catalog(json!([]))), [AnswerProblem::TooMany("role".to_owned())]);
        assert_eq!(given, answers(json!({"role": ["carer"], "health": ["steroids", "diabetes"]})));
    }

    #[test]
    fn with_a_former_name_of_a_treatment_follows_it() {
        let mut given = answers(json!({"treatment": ["cart", "car-t", "car-t-cells", "til"]}));
        assert_eq!(given.mend(&catalog(json!([]))), []);
        assert_eq!(given.chosen("treatment"), ["car-t", "til"]);
        for card in &SHIPPED.cards {
            for alias in &card.aliases {
                let mut given = answers(json!({"treatment": [alias]}));
                assert_eq!(given.mend(&SHIPPED), [], "{alias}");
                assert_eq!(given.chosen("treatment"), [card.id.to_string()]);
            }
        }
    }

    #[test]
    fn that_is_fine_is_left_alone() {
        let given = json!({"role": ["self"], "moment": ["choosing"], "cancer": ["lung"], "treatment": ["til", "bcg"],
            "health": ["none"], "values": ["family", "other"], "hard": ["no"]});
        let mut mended = answers(given.clone());
        assert_eq!(mended.mend(&catalog(json!([]))), []);
        assert_eq!(mended, answers(given));
    }

    #[test]
    fn is_chosen_and_taken_back() {
        let one = |given: Value, option: &str| {
            let mut given = answers(given);
            given.toggle("step", StepKind::One, option);
            given.chosen("step").to_vec()
        };
        assert_eq!(one(json!({}), "a"), ["a"]);
        assert_eq!(one(json!({"step": ["a"]}), "b"), ["b"]);
        assert_eq!(one(json!({"step": ["a"]}), "a"), ["a"], "a radio button stays");
        let many = |given: Value, option: &str| {
            let mut given = answers(given);
            given.toggle("step", StepKind::Many, option);
            given.chosen("step").to_vec()
        };
        assert_eq!(many(json!({"step": ["a"]}), "b"), ["a", "b"]);
        assert_eq!(many(json!({"step": ["a", "b"]}), "a"), ["b"]);
        assert_eq!(many(json!({"step": ["a", "b"]}), "unsure"), ["unsure"], "it stands alone");
        assert_eq!(many(json!({"step": ["a", "b"]}), "none"), ["none"], "it stands alone");
        assert_eq!(many(json!({"step": ["unsure"]}), "a"), ["a"]);
        assert_eq!(many(json!({"step": ["none"]}), "a"), ["a"]);
        let mut last = answers(json!({"step": ["a"]}));
        last.toggle("step", StepKind::Many, "a");
        assert!(last.is_empty(), "nothing chosen is skipped");
    }
}

/// Any answers that the walkthrough can give.
fn anyone() -> impl Strategy<Value = Answers> {
    let steps: Vec<_> = SHIPPED
        .steps
        .iter()
        .map(|step| {
            let mut options: Vec<String> =
                SHIPPED.options(step).into_iter().map(|option| option.id).collect();
            options.push(UNSURE.to_owned());
            let most = if step.kind == StepKind::One { 1 } else { 3 };
            let chosen = proptest::sample::subsequence(options, 0..=most);
            chosen.prop_map({
                let step = step.id.to_string();
                move |chosen| (step.clone(), chosen)
            })
        })
        .collect();
    steps.prop_map(|chosen| {
        let mut answers = Answers::default();
        for (step, options) in chosen {
            answers.set(&step, options);
        }
        answers
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn everyone_gets_a_list_that_keeps_the_rules(given in anyone()) {
        let ranked = rank(&SHIPPED, &given);
        let facts = given.facts();
        prop_assert_eq!(&ranked, &rank(&SHIPPED, &given), "the same answers bring the same list");
        prop_assert!(ranked.len() > TOP + IF_TIME, "{} questions", ranked.len());
        let once: BTreeSet<&str> = ids(&ranked).into_iter().collect();
        prop_assert_eq!(once.len(), ranked.len(), "each question once");
        let per_topic = |first: usize| {
            let of = |topic| ranked.iter().take(first).filter(|ranked| ranked.question.topic == topic).count();
            SHIPPED.topics.iter().map(|topic| of(topic.id.clone())).max().unwrap_or_default()
        };
        prop_assert!(per_topic(TOP) <= 2, "the first three are not all of one topic");
        let size = given.time().size();
        prop_assert!(per_topic(size.min(TOP + IF_TIME)) <= 3, "no topic crowds out the rest");
        prop_assert!(per_topic(size) <= 5, "nor a longer list");
        let alike: Vec<&str> = ranked.iter().take(size.max(TEN)).map(|ranked| ranked.question.same.as_str()).filter(|same| !same.is_empty()).collect();
        let once: BTreeSet<&str> = alike.iter().copied().collect();
        prop_assert_eq!(once.len(), alike.len(), "no question twice in other words: {:?}", alike);
        for (place, entry) in ranked.iter().enumerate() {
            let question = entry.question;
            prop_assert_eq!(entry.rank, place + 1);
            prop_assert_eq!(entry.top, place < TOP);
            prop_assert!(entry.reasons.iter().all(|reason| facts.contains(reason)), "every reason was said");
            let classes = question.classes.iter().any(|class| given.has("treatment", class.as_str()));
            prop_assert!(question.classes.is_empty() || classes, "{} is of another treatment", question.id);
            let tone = serde_json::to_value(question.tone).unwrap();
            prop_assert!(tone != "hard" || given.has("hard", "yes"), "{} is hard", question.id);
        }
    }
}

mod on_the_shipped_content {
    use super::*;

    #[test]
    fn every_persona_finds_what_it_must_and_never_what_it_must_not() {
        let text = include_str!("personas.json");
        let personas: Vec<Value> = serde_json::from_str(text).unwrap();
        assert!(personas.len() >= 20);
        let mut wrong = Vec::new();
        for persona in &personas {
            let name = persona["name"].as_str().unwrap();
            let mut given = answers(persona["answers"].clone());
            assert_eq!(given.mend(&SHIPPED), [], "{name} gives answers that exist");
            let ranked = rank(&SHIPPED, &given);
            let ranked = ids(&ranked);
            let size = given.time().size();
            for (id, said) in persona["says"].as_object().into_iter().flatten() {
                let question = SHIPPED.questions.iter().find(|question| question.id.as_str() == id);
                let text = question.map(|question| question.text.text(given.role()));
                assert_eq!(text, said.as_str(), "{name}");
            }
            let list =
                |field: &str| -> Vec<String> { serde_json::from_value(persona[field].clone()).unwrap() };
            let place = |id: &String| ranked.iter().position(|ranked| ranked == id);
            for id in list("must").iter().chain(&list("never")).chain(&list("top")) {
                let known = SHIPPED.questions.iter().any(|question| question.id.as_str() == id);
                assert!(known, "{name}: there is no question '{id}'");
            }
            for id in list("must").iter().filter(|id| place(id).is_none_or(|place| place >= size)) {
                wrong.push(format!("{name}: '{id}' is not among the first {size}: {:?}", place(id)));
            }
            for id in list("top").iter().filter(|id| place(id).is_none_or(|place| place >= TOP)) {
                wrong.push(format!("{name}: '{id}' is not among the first three: {:?}", place(id)));
            }
            for id in list("never").iter().filter(|id| place(id).is_some()) {
                wrong.push(format!("{name}: '{id}' is offered"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn choosing_a_treatment_changes_the_list_and_says_why() {
        assert!(SHIPPED.cards.len() >= 12);
        for card in &SHIPPED.cards {
            for others in [json!({}), json!({"role": ["self"], "moment": ["about-to-start"]})] {
                let without = rank(&SHIPPED, &answers(others.clone()));
                let mut chosen = others;
                chosen["treatment"] = json!([card.id]);
                let with = rank(&SHIPPED, &answers(chosen));
                let first = |ranked: &[Ranked]| {
                    ids(ranked).into_iter().take(TOP + IF_TIME).map(str::to_owned).collect::<Vec<_>>()
                };
                assert_ne!(first(&without), first(&with), "{}", card.id);
                let reason = Fact::new("treatment", card.id.as_str());
                let own: Vec<_> =
                    with.iter().filter(|ranked| ranked.question.classes.contains(&card.id)).collect();
                assert!(own.len() >= 4, "{} brings {} questions of its own", card.id, own.len());
                assert!(own.iter().all(|ranked| ranked.reasons.contains(&reason)), "{}", card.id);
                assert!(own[0].rank <= TOP + IF_TIME, "{} is seen on the list", card.id);
                assert!(
                    ids(&without).into_iter().all(|id| !own.iter().any(|own| own.question.id.as_str() == id))
                );
            }
        }
    }

    #[test]
    fn the_example_of_the_issue_brings_a_list_with_reasons() {
        let ranked = rank(&SHIPPED, &answers(json!({"role": ["self"], "moment": ["about-to-start"]})));
        assert!(ranked.len() >= 20);
        let said = ranked
            .iter()
            .take(TOP)
            .filter(|ranked| ranked.reasons.contains(&Fact::new("moment", "about-to-start")));
        assert!(said.count() >= 2, "the first three have to do with what was said");
    }

    #[test]
    fn every_question_is_brought_by_some_answers() {
        // Each treatment alone: some questions are for those who know only the wider name.
        let treatments: Vec<&str> = SHIPPED.cards.iter().map(|card| card.id.as_str()).collect();
        let health: Vec<String> =
            SHIPPED.options(SHIPPED.step("health").unwrap()).into_iter().map(|option| option.id).collect();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for role in ["self", "carer", "parent"] {
            for moment in SHIPPED.options(SHIPPED.step("moment").unwrap()) {
                for treatment in &treatments {
                    let given = json!({"role": [role], "moment": [moment.id], "treatment": [treatment], "health": health, "hard": ["yes"]});
                    seen.extend(ids(&rank(&SHIPPED, &answers(given))).into_iter().map(str::to_owned));
                }
            }
        }
        let never: Vec<&str> = SHIPPED
            .questions
            .iter()
            .map(|question| question.id.as_str())
            .filter(|id| !seen.contains(*id))
            .collect();
        assert!(never.is_empty(), "{never:?}");
    }
}

mod whoever_is_in_a_hurry {
    use super::*;

    #[test]
    fn gets_ten_open_questions_about_any_treatment_without_an_answer() {
        let ten = ten(&SHIPPED, &Answers::default(), &About::Said);
        assert_eq!(ten.len(), TEN);
        for ranked in &ten {
            assert!(ranked.question.classes.is_empty(), "no treatment was named: {}", ranked.question.id);
            assert_eq!(ranked.question.tone, Tone::Open, "nobody asked for it: {}", ranked.question.id);
            assert!(ranked.reasons.is_empty(), "nothing was said: {:?}", ranked.reasons);
        }
        let ids: BTreeSet<_> = ids(&ten).into_iter().collect();
        assert_eq!(ids.len(), TEN, "each once");
        let topics: BTreeSet<_> = ten.iter().map(|ranked| ranked.question.topic.as_str()).collect();
        assert!(topics.len() >= 5, "{topics:?}");
    }

    #[test]
    fn gets_the_first_ten_for_the_answers_given_so_far() {
        let given = [
            json!({}),
            json!({"moment": ["side-effects"]}),
            json!({"treatment": ["car-t"], "hard": ["yes"]}),
            json!({"role": ["parent"], "health": ["steroids", "diabetes"]}),
        ];
        for given in given.map(answers) {
            let (ten, all) = (ten(&SHIPPED, &given, &About::Said), rank(&SHIPPED, &given));
            assert_eq!(ten, all[..TEN], "{given:?}");
        }
        let car_t = ten(&SHIPPED, &answers(json!({"treatment": ["car-t"]})), &About::Said);
        assert!(car_t.iter().any(|ranked| !ranked.question.classes.is_empty()), "a named treatment counts");
    }

    #[test]
    fn gets_what_there_is_where_there_are_fewer() {
        let few = catalog(json!([question("a", "t", 5, json!({})), question("b", "t", 9, json!({}))]));
        assert_eq!(ids(&ten(&few, &Answers::default(), &About::Said)), ["b", "a"]);
    }
}
