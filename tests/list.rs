//! The person's list: suggestions, edits, undo, and the saved record.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

#[path = "support/fixture.rs"]
#[expect(dead_code, reason = "the signs and words are for the tests of the takeaway")]
mod fixture;

use ask_about_immunotherapy::content::{Catalog, QuestionId};
use ask_about_immunotherapy::guide::rank;
use ask_about_immunotherapy::list::record::{self, SIZE_LIMIT};
use ask_about_immunotherapy::list::{
    By, Day, Edit, History, ItemId, MAX_ITEMS, NOTE_LIMIT, Notebook, OWN_LIMIT, PersonalList, Problem,
    Refused, TimeOfDay, Unreadable, Visit,
};
use fixture::{answer, catalog, q, suggested};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A list alone in its notebook, as it is saved.
fn to_json(list: &PersonalList, catalog: &Catalog) -> String {
    record::to_json(&Notebook::of(list.clone()), catalog)
}

/// The current list of what was saved.
fn parse(text: &str, catalog: &Catalog) -> Result<(PersonalList, Vec<Problem>), Unreadable> {
    record::parse(text, catalog).map(|(notebook, problems)| (notebook.current().clone(), problems))
}

fn shown(list: &PersonalList, catalog: &Catalog) -> Vec<String> {
    list.items().iter().map(|item| item.text(catalog, list.role()).to_owned()).collect()
}

fn ids(list: &PersonalList) -> Vec<String> {
    let name = |id: ItemId| match id {
        ItemId::Question(id) => id.to_string(),
        ItemId::Own(id) => format!("own-{id}"),
    };
    list.items().iter().map(|item| name(item.id())).collect()
}

fn starting() -> Value {
    json!({"moment": ["about-to-start"]})
}

fn afterwards() -> Value {
    json!({"moment": ["after-treatment"]})
}

mod suggestions {
    use super::*;

    #[test]
    fn are_the_first_eight_by_rank_three_of_them_on_top() {
        let catalog = catalog();
        let list = suggested(&catalog, starting());
        let ranked = rank(&catalog, &list.answers);
        let expected: Vec<String> =
            ranked.iter().take(8).map(|ranked| ranked.question.id.to_string()).collect();
        assert_eq!(ids(&list), expected);
        assert_eq!((list.top().len(), list.if_time().len()), (3, 5));
        assert_eq!([list.top(), list.if_time()].concat(), list.items());
        assert!(list.items().iter().all(|item| item.by == By::Guide && !item.asked));
    }

    #[test]
    fn follow_changed_answers_when_untouched() {
        let catalog = catalog();
        let mut list = suggested(&catalog, starting());
        assert!(list.contains(&q("first-day")) && !list.contains(&q("follow-up")));
        answer(&mut list, &catalog, afterwards());
        assert!(!list.contains(&q("first-day")) && list.contains(&q("follow-up")));
        assert_eq!(list, suggested(&catalog, afterwards()), "nothing of the former answers is left");
    }

    #[test]
    fn that_the_person_ticked_asked_or_moved_stay_when_they_no_longer_fit() {
        let catalog = catalog();
        let touches: [fn(&mut PersonalList); 3] = [
            |list| list.add(&QuestionId::from("first-day")).unwrap(),
            |list| assert!(list.set_asked(&q("first-day"), true)),
            |list| assert!(list.move_down(&q("first-day"))),
        ];
        for touch in touches {
            let mut list = suggested(&catalog, starting());
            touch(&mut list);
            answer(&mut list, &catalog, afterwards());
            assert!(list.contains(&q("first-day")));
        }
    }

    #[test]
    fn leave_own_and_added_questions_alone_and_behind_them() {
        let catalog = catalog();
        let mut list = PersonalList::default();
        let own = list.add_own("Can I keep my dog?").unwrap();
        list.add(&QuestionId::from("food")).unwrap();
        answer(&mut list, &catalog, starting());
        assert_eq!(ids(&list)[8..], ["own-1", "food"]);
        answer(&mut list, &catalog, afterwards());
        assert!(list.contains(&own) && list.contains(&q("food")));
        assert_eq!(ids(&list)[8..], ["own-1", "food"]);
    }

    #[test]
    fn never_bring_back_what_the_person_took_off() {
        let catalog = catalog();
        let mut list = suggested(&catalog, starting());
        assert!(list.remove(&q("aim")));
        answer(&mut list, &catalog, afterwards());
        answer(&mut list, &catalog, starting());
        assert!(!list.contains(&q("aim")) && list.was_removed(&QuestionId::from("aim")));
        list.add(&QuestionId::from("aim")).unwrap();
        answer(&mut list, &catalog, afterwards());
        assert!(list.contains(&q("aim")) && !list.was_removed(&QuestionId::from("aim")));
    }

    #[test]
    fn keep_the_persons_order_and_come_last() {
        let catalog = catalog();
        let mut list = suggested(&catalog, starting());
        list.remove(&q("first-day"));
        assert!(list.move_to_top(&q("working")));
        let before = ids(&list);
        answer(&mut list, &catalog, json!({"moment": ["after-treatment"], "health": ["steroids"]}));
        let after = ids(&list);
        let kept: Vec<&String> = before.iter().filter(|id| after.contains(id)).collect();
        let new: Vec<&String> = after.iter().filter(|id| !before.contains(id)).collect();
        assert!(!new.is_empty() && after[0] == "working");
        assert_eq!(after.iter().collect::<Vec<_>>(), [kept, new].concat());
    }

    #[test]
    fn are_sorted_by_rank_again_while_nothing_was_moved() {
        let catalog = catalog();
        let mut list = suggested(&catalog, starting());
        let own = list.add_own("Mine?").unwrap();
        answer(&mut list, &catalog, json!({"health": ["steroids"]}));
        assert_eq!(ids(&list)[0], "steroids");
        assert_eq!(list.items().last().unwrap().id(), own);
    }
}

mod edits {
    use super::*;

    #[test]
    fn an_own_question_is_trimmed_and_numbered() {
        let catalog = catalog();
        let mut list = PersonalList::default();
        assert_eq!(list.add_own("  Can I \n keep\tmy dog?\u{7} "), Ok(ItemId::Own(1)));
        assert_eq!(list.add_own("And my cat?"), Ok(ItemId::Own(2)));
        assert!(list.remove(&ItemId::Own(1)));
        assert_eq!(list.add_own("And my bird?"), Ok(ItemId::Own(3)));
        assert_eq!(shown(&list, &catalog), ["And my cat?", "And my bird?"]);
    }

    #[test]
    fn an_own_question_without_words_or_with_too_many_is_refused_in_plain_words() {
        let mut list = PersonalList::default();
        assert_eq!(list.add_own(" \n "), Err(Refused::Empty));
        assert!(list.add_own(&"é".repeat(OWN_LIMIT)).is_ok());
        let refused = list.add_own(&"é".repeat(OWN_LIMIT + 2)).unwrap_err();
        assert_eq!(refused, Refused::TooLong(302));
        assert_eq!(refused.to_string(), "This question is too long by 2. Make it shorter, or make two.");
        assert_eq!(list.items().len(), 1);
    }

    #[test]
    fn a_full_list_refuses_more_and_keeps_what_it_has() {
        let catalog = catalog();
        let mut list = PersonalList::default();
        for number in 0..MAX_ITEMS {
            list.add_own(&format!("Question {number}?")).unwrap();
        }
        assert_eq!(list.add_own("One more?"), Err(Refused::Full));
        assert_eq!(list.add(&QuestionId::from("aim")), Err(Refused::Full));
        answer(&mut list, &catalog, starting());
        assert_eq!(list.items().len(), MAX_ITEMS);
    }

    #[test]
    fn adding_twice_keeps_one() {
        let mut list = PersonalList::default();
        list.add(&QuestionId::from("aim")).unwrap();
        list.add(&QuestionId::from("aim")).unwrap();
        assert_eq!(ids(&list), ["aim"]);
    }

    #[test]
    fn moving_changes_the_order_and_stops_at_the_ends() {
        let mut list = PersonalList::default();
        for id in ["aim", "tests", "work", "cost"] {
            list.add(&QuestionId::from(id)).unwrap();
        }
        assert!(!list.move_up(&q("aim")) && !list.move_down(&q("cost")) && !list.move_up(&q("travel")));
        assert!(!list.is_ordered(), "nothing has moved yet");
        assert!(list.move_up(&q("work")));
        assert_eq!(ids(&list), ["aim", "work", "tests", "cost"]);
        assert!(list.move_down(&q("aim")));
        assert_eq!(ids(&list), ["work", "aim", "tests", "cost"]);
        assert!(list.move_to_top(&q("cost")));
        assert_eq!(ids(&list), ["cost", "work", "aim", "tests"]);
        assert!(list.move_to(&q("cost"), 99));
        assert_eq!(ids(&list), ["work", "aim", "tests", "cost"]);
        assert!(list.is_ordered());
    }

    #[test]
    fn asked_is_set_and_taken_back() {
        let mut list = PersonalList::default();
        let id = list.add_own("Mine?").unwrap();
        assert!(list.set_asked(&id, true) && list.item(&id).unwrap().asked);
        assert!(!list.set_asked(&id, true) && !list.set_asked(&ItemId::Own(9), true));
        assert!(list.set_asked(&id, false) && !list.item(&id).unwrap().asked);
    }

    #[test]
    fn the_teams_number_is_kept_tidy_and_can_be_taken_away() {
        let mut list = PersonalList::default();
        list.set_team("  555-0142\n ext 3 ");
        assert_eq!(list.team(), Some("555-0142 ext 3"));
        list.set_team(" ");
        assert_eq!(list.team(), None);
        assert!(list.is_empty());
    }

    #[test]
    fn clearing_leaves_nothing_of_the_person() {
        let mut list = suggested(&catalog(), starting());
        list.set_team("555-0142");
        list.clear();
        assert!(list.is_empty());
    }
}

mod undoing {
    use super::*;

    #[test]
    fn gives_back_a_removed_question_at_its_place_and_redo_takes_it_again() {
        let catalog = catalog();
        let mut list = suggested(&catalog, starting());
        let mut history = History::default();
        let before = list.clone();
        history
            .record(Edit::Removed("What is the aim of this treatment?".into()), Notebook::of(list.clone()));
        list.remove(&q("aim"));
        let after = list.clone();
        let mut notebook = Notebook::of(list);
        let message = history.undo(&mut notebook).unwrap().message(&catalog.words);
        assert_eq!(message, "Taken off: What is the aim of this treatment?");
        assert_eq!(notebook.current(), &before);
        assert!(history.last().is_none() && history.next().is_some());
        history.redo(&mut notebook);
        assert_eq!(notebook.current(), &after);
        assert_eq!(history.redo(&mut notebook), None);
    }

    #[test]
    fn answers_alone_are_no_edits_of_the_list() {
        let mut list = Notebook::default();
        let mut history = History::default();
        history.record(Edit::Answered, list.clone());
        assert!(!history.has_edits());
        history.record(Edit::Team, list.clone());
        assert!(history.has_edits());
        history.undo(&mut list);
        assert!(history.has_edits(), "it can be done again");
        history.clear();
        assert!(!history.has_edits());
    }

    #[test]
    fn a_new_edit_ends_redo() {
        let mut list = Notebook::default();
        let mut history = History::default();
        history.record(Edit::Team, list.clone());
        history.undo(&mut list);
        history.record(Edit::Cleared, list.clone());
        assert_eq!((history.next(), history.last()), (None, Some(&Edit::Cleared)));
    }

    #[test]
    fn is_bounded() {
        let mut history = History::default();
        let mut list = Notebook::default();
        for number in 0..200 {
            history.record(Edit::Team, list.clone());
            list.set_team(&number.to_string());
        }
        let mut undone = 0;
        while history.undo(&mut list).is_some() {
            undone += 1;
        }
        assert_eq!((undone, list.current().team()), (50, Some("149")));
    }
}

mod reading {
    use super::*;

    fn read(value: &Value) -> (PersonalList, Vec<Problem>) {
        parse(&value.to_string(), &catalog()).expect("readable")
    }

    #[test]
    fn takes_a_list_written_by_hand() {
        let (list, problems) = read(&json!({
            "app": "ask-about-immunotherapy", "version": 1, "content": "2026.11",
            "answers": {"role": ["self"], "treatment": ["ici"]},
            "items": [
                {"question": "who-do-i-call"},
                {"question": "aim", "asked": true, "by": "person"},
                {"own": "Can I keep my dog?", "id": 7},
            ],
            "removed": ["cost"], "ordered": true, "team": "555-0142",
            "visit": {"date": "2026-12-01", "time": "10:30", "doctor": "", "place": "Ward 5"},
        }));
        assert_eq!(problems, []);
        assert_eq!(ids(&list), ["who-do-i-call", "aim", "own-7"]);
        assert!(list.items()[1].asked && list.items()[1].by == By::Person && list.items()[0].by == By::Guide);
        assert!(list.answers.has("treatment", "checkpoint-inhibitors"), "a former name leads to the card");
        assert!(list.was_removed(&QuestionId::from("cost")) && list.is_ordered());
        assert_eq!(list.team(), Some("555-0142"));
        assert_eq!(list.visit().date, Day::parse("2026-12-01"));
        assert_eq!(
            (list.visit().time.clone(), list.visit().place.as_str()),
            (TimeOfDay::parse("10:30"), "Ward 5")
        );
    }

    #[test]
    fn loses_only_the_field_that_is_wrong() {
        let good = json!({
            "app": "ask-about-immunotherapy", "version": 1, "answers": {"moment": ["about-to-start"]},
            "items": [{"question": "aim"}, {"own": "Mine?", "id": 1}], "removed": ["cost"], "ordered": true,
            "team": "555", "visit": {"date": "2026-12-01", "time": "10:30"},
        });
        let (whole, problems) = read(&good);
        assert_eq!(problems, []);
        for name in ["answers", "items", "removed", "ordered", "team", "visit", "version"] {
            let mut bad = good.clone();
            bad[name] = json!([[7], {"x": 1}]);
            if name == "items" || name == "removed" {
                bad[name] = json!("?");
            }
            let (list, problems) = read(&bad);
            assert_eq!(problems, [Problem::Field(name)], "{name}");
            assert!(problems[0].to_string().contains(name));
            let saved = |list: &PersonalList| -> Value {
                serde_json::from_str::<Value>(&to_json(list, &catalog())).unwrap()["lists"][0].clone()
            };
            let (mut mended, reference) = (saved(&list), saved(&whole));
            if reference.get(name).is_some() {
                mended[name] = reference[name].clone();
            }
            assert_eq!(mended, reference, "everything but {name} is kept");
        }
    }

    #[test]
    fn loses_only_the_entry_that_is_wrong() {
        let items = json!([{"question": "aim"}, 5, {"own": ""}, {}, {"question": []}, {"own": "Mine?", "asked": "yes"}]);
        let (list, problems) = read(&json!({"items": items}));
        assert_eq!(ids(&list), ["aim", "own-1"]);
        let expected: Vec<Problem> =
            [2, 3, 4, 5].map(Problem::Entry).into_iter().chain([Problem::Field("asked")]).collect();
        assert_eq!(problems, expected);
    }

    #[test]
    fn keeps_a_question_that_is_gone_as_the_persons_own_if_its_text_was_saved() {
        let items =
            json!([{"question": "gone", "text": "Was it good?", "asked": true}, {"question": "lost"}]);
        let (list, problems) = read(&json!({"items": items}));
        assert_eq!(shown(&list, &catalog()), ["Was it good?"]);
        assert!(list.items()[0].asked && list.items()[0].by == By::Person);
        assert_eq!(
            problems,
            [Problem::KeptAsOwn("Was it good?".into()), Problem::UnknownQuestion("lost".into())]
        );
    }

    #[test]
    fn gives_new_numbers_where_they_are_missing_taken_or_absurd() {
        let items =
            json!([{"own": "a", "id": 2}, {"own": "b", "id": 2}, {"own": "c"}, {"own": "d", "id": u64::MAX}]);
        let (list, problems) = read(&json!({"items": items}));
        assert_eq!(
            (ids(&list), problems),
            (["own-2", "own-3", "own-4", "own-5"].map(str::to_owned).to_vec(), vec![])
        );
    }

    #[test]
    fn keeps_a_question_once_and_not_as_taken_off_too() {
        let (list, _) =
            read(&json!({"items": [{"question": "aim"}, {"question": "aim"}], "removed": ["aim", "gone"]}));
        assert_eq!(ids(&list), ["aim"]);
        assert!(!list.was_removed(&QuestionId::from("aim")) && !list.was_removed(&QuestionId::from("gone")));
    }

    #[test]
    fn cuts_what_is_too_long_and_says_so() {
        let (list, problems) = read(&json!({"items": [{"own": "é".repeat(400)}], "team": "5".repeat(80)}));
        assert_eq!(shown(&list, &catalog()), ["é".repeat(300)]);
        assert_eq!(list.team().map(str::len), Some(60));
        assert_eq!(problems, [Problem::Shortened("é".repeat(300)), Problem::Field("team")]);
    }

    #[test]
    fn keeps_a_bounded_number_of_items_and_problems() {
        let items: Vec<Value> = (0..1000).map(|number| json!({"own": format!("{number}")})).collect();
        let (list, problems) = read(&json!({"items": items}));
        assert_eq!((list.items().len(), problems), (MAX_ITEMS, vec![Problem::TooMany]));
        let (_, problems) = read(&json!({"items": vec![0; 1000]}));
        assert_eq!(problems.len(), 50);
    }

    #[test]
    fn reports_days_and_times_that_do_not_exist() {
        let (list, problems) =
            read(&json!({"items": [], "visit": {"date": "2026-02-30", "time": "25:00", "place": "Here"}}));
        assert_eq!(problems, [Problem::Field("visit date"), Problem::Field("visit time")]);
        assert_eq!(list.visit(), &Visit { place: "Here".into(), ..Visit::default() });
    }

    #[test]
    fn ignores_fields_it_does_not_know_and_a_byte_order_mark() {
        let text = "\u{feff}{\"items\": [{\"question\": \"aim\", \"stars\": 3}], \"colour\": {\"a\": []}}";
        let (list, problems) = parse(text, &catalog()).unwrap();
        assert_eq!((ids(&list), problems), (vec!["aim".to_owned()], vec![]));
    }

    #[test]
    fn refuses_what_is_no_list_and_says_what_to_do() {
        let large = format!("{{\"items\": [], \"x\": \"{}\"}}", "x".repeat(SIZE_LIMIT));
        let cases = [
            (large.as_str(), Unreadable::TooLarge, "Choose the file"),
            ("{\"items\": [\n{\"own\": ", Unreadable::NotJson(2), "damaged at line 2"),
            ("", Unreadable::NotJson(1), "older backup"),
            ("[]", Unreadable::NotAList, "not a list from this app"),
            ("{\"name\": \"x\"}", Unreadable::NotAList, "not a list"),
            ("{\"app\": \"another\", \"items\": []}", Unreadable::NotAList, "not a list"),
            (
                "{\"app\": \"ask-about-immunotherapy\", \"version\": 3}",
                Unreadable::Newer(3),
                "Keep the file, reload",
            ),
        ];
        for (text, expected, words) in cases {
            let error = parse(text, &catalog()).expect_err("refused");
            assert_eq!(error, expected);
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}

/// One edit, with numbers that choose among what there is.
#[derive(Clone, Debug)]
enum Step {
    Answer(usize),
    Add(usize),
    Own(String),
    Remove(usize),
    Move(usize, usize),
    Asked(usize, bool),
    Team(String),
    Visit(bool, String),
    Star(usize, bool),
    Again(usize, bool),
    Note(usize, String),
    Reword(usize, String),
    Heard(String),
    Next(String, bool),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0..4_usize).prop_map(Step::Answer),
        any::<usize>().prop_map(Step::Add),
        any::<String>().prop_map(Step::Own),
        any::<usize>().prop_map(Step::Remove),
        (any::<usize>(), 0..12_usize).prop_map(|(item, place)| Step::Move(item, place)),
        (any::<usize>(), any::<bool>()).prop_map(|(item, asked)| Step::Asked(item, asked)),
        any::<String>().prop_map(Step::Team),
        (any::<bool>(), any::<String>()).prop_map(|(day, place)| Step::Visit(day, place)),
        (any::<usize>(), any::<bool>()).prop_map(|(item, star)| Step::Star(item, star)),
        (any::<usize>(), any::<bool>()).prop_map(|(item, again)| Step::Again(item, again)),
        (any::<usize>(), any::<String>()).prop_map(|(item, note)| Step::Note(item, note)),
        (any::<usize>(), any::<String>()).prop_map(|(item, text)| Step::Reword(item, text)),
        any::<String>().prop_map(Step::Heard),
        (any::<String>(), any::<bool>()).prop_map(|(text, done)| Step::Next(text, done)),
    ];
    prop::collection::vec(step, 0..30)
}

fn take(list: &mut PersonalList, catalog: &Catalog, step: &Step) {
    let item = |list: &PersonalList, number: usize| {
        let items = list.items();
        if items.is_empty() { ItemId::Own(0) } else { items[number % items.len()].id() }
    };
    match step {
        Step::Answer(0) => answer(list, catalog, json!({})),
        Step::Answer(1) => answer(list, catalog, starting()),
        Step::Answer(2) => {
            answer(list, catalog, json!({"moment": ["unsure"], "health": ["steroids", "diabetes"]}));
        }
        Step::Answer(_) => answer(list, catalog, json!({"hard": ["yes"], "treatment": ["car-t"]})),
        Step::Add(number) => {
            let _ = list.add(&catalog.questions[number % catalog.questions.len()].id);
        }
        Step::Own(text) => {
            let _ = list.add_own(text);
        }
        Step::Remove(number) => {
            list.remove(&item(list, *number));
        }
        Step::Move(number, place) => {
            list.move_to(&item(list, *number), *place);
        }
        Step::Asked(number, asked) => {
            list.set_asked(&item(list, *number), *asked);
        }
        Step::Team(text) => list.set_team(text),
        Step::Star(number, star) => {
            let _ = list.set_star(&item(list, *number), *star);
        }
        Step::Again(number, again) => {
            list.set_again(&item(list, *number), *again);
        }
        Step::Note(number, note) => {
            list.set_note(&item(list, *number), note);
        }
        Step::Reword(number, text) => {
            let id = item(list, *number);
            let authored = match &id {
                ItemId::Question(id) => {
                    catalog.question(id).map(|question| question.text.text(list.role()).to_owned())
                }
                ItemId::Own(_) => None,
            };
            let _ = list.reword(&id, text, &authored.unwrap_or_default());
        }
        Step::Heard(text) => list.set_heard(text),
        Step::Next(text, done) => {
            if list.add_step(text, Day::parse("2026-12-24").filter(|_| *done)).is_ok() {
                list.set_done(list.next_steps().len() - 1, *done);
            }
        }
        Step::Visit(day, place) => list.set_visit(Visit {
            date: Day::parse("2026-12-01").filter(|_| *day),
            time: None,
            doctor: String::new(),
            place: place.clone(),
        }),
    }
}

/// Values made of the words that reading looks for, so that chance finds more than "unknown field".
fn values() -> impl Strategy<Value = Value> {
    let names = [
        "app",
        "version",
        "answers",
        "items",
        "removed",
        "ordered",
        "team",
        "visit",
        "question",
        "own",
        "id",
        "asked",
        "by",
        "text",
        "date",
        "time",
        "place",
        "role",
        "treatment",
        "aim",
        "self",
        "ask-about-immunotherapy",
        "lists",
        "current",
        "star",
        "again",
        "note",
        "wording",
        "topic",
        "heard",
        "next",
        "done",
        "alert",
        "since",
        "class",
        "",
    ];
    let name = prop::sample::select(names.to_vec());
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        name.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..8).prop_map(|fields| fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()),
        ]
    })
}

fn keeps_the_invariants(list: &PersonalList) {
    let ids: Vec<ItemId> = list.items().iter().map(ask_about_immunotherapy::list::Item::id).collect();
    let unique: std::collections::BTreeSet<&ItemId> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
    assert!(ids.len() <= MAX_ITEMS && list.starred().count() <= 3);
    assert!(!ids.iter().any(|id| matches!(id, ItemId::Question(id) if list.was_removed(id))));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn any_list_comes_back_as_it_was_saved(steps in steps()) {
        let catalog = catalog();
        let mut list = PersonalList::default();
        for step in &steps {
            take(&mut list, &catalog, step);
            keeps_the_invariants(&list);
        }
        let (read, problems) = parse(&to_json(&list, &catalog), &catalog).unwrap();
        prop_assert_eq!(read, list);
        prop_assert_eq!(problems, vec![]);
    }

    #[test]
    fn everything_can_be_undone_and_done_again(steps in steps()) {
        let catalog = catalog();
        let (mut notebook, mut history) = (Notebook::default(), History::default());
        for step in &steps {
            history.record(Edit::Answered, notebook.clone());
            take(notebook.current_mut(), &catalog, step);
        }
        let end = notebook.clone();
        while history.undo(&mut notebook).is_some() {}
        prop_assert!(notebook.is_empty());
        while history.redo(&mut notebook).is_some() {}
        prop_assert_eq!(notebook, end);
    }

    #[test]
    fn no_text_can_make_reading_fail_badly(text in any::<String>()) {
        let _ = parse(&text, &catalog());
    }

    #[test]
    fn any_json_gives_a_sound_list_that_can_be_saved_again(mut value in values(), ours in any::<bool>()) {
        if let (true, Value::Object(fields)) = (ours, &mut value) {
            fields.insert("app".into(), "ask-about-immunotherapy".into());
            fields.insert("version".into(), 1.into());
        }
        let catalog = catalog();
        if let Ok((list, problems)) = parse(&value.to_string(), &catalog) {
            keeps_the_invariants(&list);
            prop_assert!(problems.iter().all(|problem| !problem.to_string().is_empty()));
            let (again, problems) = parse(&to_json(&list, &catalog), &catalog).unwrap();
            prop_assert_eq!(again, list);
            prop_assert_eq!(problems, vec![]);
        }
    }
}

#[test]
fn the_largest_list_can_be_read_back() {
    let catalog = catalog();
    let mut list = PersonalList::default();
    for _ in 0..MAX_ITEMS {
        let id = list.add_own(&"🐕".repeat(OWN_LIMIT)).unwrap();
        list.set_asked(&id, true);
        list.set_note(&id, &"🐕".repeat(NOTE_LIMIT));
    }
    let text = to_json(&list, &catalog);
    assert!(text.len() * 12 <= SIZE_LIMIT, "{}", text.len());
    assert_eq!(parse(&text, &catalog).unwrap(), (list, vec![]));
}
