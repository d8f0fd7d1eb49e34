//! Several lists: one for each visit; stars, notes and next steps; merging; every version that was ever saved.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

#[path = "support/fixture.rs"]
#[expect(dead_code, reason = "the signs and words are for the tests of the takeaway")]
mod fixture;

use ask_about_immunotherapy::content::{QuestionId, Role, TopicId};
use ask_about_immunotherapy::list::record::{VERSION, parse, to_json};
use ask_about_immunotherapy::list::{
    Alert, By, Day, Item, ItemId, MAX_ITEMS, MAX_LISTS, MAX_STEPS, NOTE_LIMIT, Notebook, PersonalList,
    Problem, Refused, TimeOfDay, Visit,
};
use fixture::{answer, catalog, q, suggested};
use proptest::prelude::*;
use serde_json::json;

/// A list with these own questions.
fn own(id: &str, texts: &[&str]) -> PersonalList {
    let mut list = PersonalList::named(id);
    for text in texts {
        list.add_own(text).unwrap();
    }
    list
}

fn texts(list: &PersonalList) -> Vec<String> {
    list.items().iter().map(|item| item.text(&catalog(), Role::Own).to_owned()).collect()
}

mod marks {
    use super::*;

    #[test]
    fn a_star_brings_a_question_to_the_front_and_there_are_three() {
        let mut list = own("a", &["one", "two", "three", "four"]);
        for number in [3, 2, 4] {
            assert_eq!(list.set_star(&ItemId::Own(number), true), Ok(true));
        }
        assert_eq!(texts(&list), ["three", "two", "four", "one"]);
        assert_eq!(list.set_star(&ItemId::Own(1), true), Err(Refused::Stars));
        assert_eq!(list.set_star(&ItemId::Own(2), true), Ok(false), "it is starred already");
        assert_eq!(list.set_star(&ItemId::Own(2), false), Ok(true));
        assert_eq!(list.set_star(&ItemId::Own(1), true), Ok(true));
        assert_eq!(texts(&list), ["three", "one", "two", "four"]);
        assert!(Refused::Stars.to_string().contains("three") || Refused::Stars.to_string().contains('3'));
    }

    #[test]
    fn starred_questions_stay_in_front_when_the_answers_change() {
        let catalog = catalog();
        let mut list = suggested(&catalog, json!({"moment": ["about-to-start"]}));
        let starred = list.items().last().unwrap().id();
        list.set_star(&starred, true).unwrap();
        answer(&mut list, &catalog, json!({"health": ["steroids"]}));
        assert_eq!(list.items()[0].id(), starred);
    }

    #[test]
    fn any_wording_can_be_changed_and_given_back() {
        let catalog = catalog();
        let mut list = own("a", &["Mine?"]);
        list.add(&QuestionId::from("aim")).unwrap();
        let authored = catalog.question(&QuestionId::from("aim")).unwrap().text.clone();
        assert_eq!(list.reword(&q("aim"), " What do you \n hope for? ", authored.text(Role::Own)), Ok(true));
        assert_eq!(texts(&list), ["Mine?", "What do you hope for?"]);
        assert_eq!(list.reword(&q("aim"), "", authored.text(Role::Own)), Ok(true));
        assert_eq!(list.item(&q("aim")).unwrap().wording, None);
        assert_eq!(list.reword(&ItemId::Own(1), "Ours?", ""), Ok(true));
        assert_eq!(list.reword(&ItemId::Own(1), " ", ""), Err(Refused::Empty));
        assert_eq!(list.reword(&ItemId::Own(1), &"x".repeat(301), ""), Err(Refused::TooLong(301)));
        assert_eq!(texts(&list)[0], "Ours?");
    }

    #[test]
    fn notes_keep_their_lines_and_are_cut() {
        let mut list = own("a", &["Mine?"]);
        let id = ItemId::Own(1);
        assert!(list.set_note(&id, " One  line \r\n\r\n\r\nanother\u{7} \n"));
        assert_eq!(list.item(&id).unwrap().note, "One line\n\nanother");
        assert!(list.set_note(&id, &"é".repeat(NOTE_LIMIT + 5)));
        assert_eq!(list.item(&id).unwrap().note.chars().count(), NOTE_LIMIT);
        assert!(list.set_note(&id, " \n ") && !list.set_note(&id, ""));
    }

    #[test]
    fn only_own_questions_take_a_topic() {
        let catalog = catalog();
        let topic = Some(TopicId::from("daily-life"));
        let mut list = own("a", &["Mine?"]);
        list.add(&QuestionId::from("aim")).unwrap();
        assert!(list.set_topic(&ItemId::Own(1), topic.clone()) && !list.set_topic(&q("aim"), topic.clone()));
        assert_eq!(list.item(&ItemId::Own(1)).unwrap().topic(&catalog), topic.as_ref());
        assert_eq!(
            list.item(&q("aim")).unwrap().topic(&catalog),
            catalog.question(&QuestionId::from("aim")).map(|found| &found.topic)
        );
    }

    #[test]
    fn next_steps_are_kept_in_order_and_bounded() {
        let mut list = PersonalList::named("a");
        assert_eq!(list.add_step(" ", None), Err(Refused::NoStep));
        list.add_step(" Blood \n test ", Day::parse("2026-12-08")).unwrap();
        list.add_step("Ring", None).unwrap();
        assert!(list.set_done(1, true) && !list.set_done(1, true) && !list.set_done(7, true));
        assert!(list.set_step_date(1, Day::parse("2026-12-09")) && !list.set_step_date(9, None));
        assert_eq!(list.next_steps()[0].text, "Blood test");
        assert!(list.remove_step(0) && !list.remove_step(5));
        assert!(list.next_steps()[0].done);
        while list.add_step("More", None).is_ok() {}
        assert_eq!(list.next_steps().len(), MAX_STEPS);
        assert_eq!(list.add_step("More", None), Err(Refused::FullSteps));
    }
}

mod several {
    use super::*;

    #[test]
    fn a_new_list_has_the_answers_and_the_team_and_nothing_else() {
        let catalog = catalog();
        let mut notebook = Notebook::of(suggested(&catalog, json!({"moment": ["about-to-start"]})));
        notebook.set_team("555-0142");
        assert!(notebook.add_list("b"));
        let list = notebook.current();
        assert_eq!(
            (list.id(), list.team(), list.items().len(), notebook.place()),
            ("b", Some("555-0142"), 0, 1)
        );
        assert!(list.answers.has("moment", "about-to-start"));
        notebook.set_team("555-0199");
        assert!(notebook.lists().iter().all(|list| list.team() == Some("555-0199")), "it is one team");
    }

    #[test]
    fn what_is_open_is_carried_over_in_its_order_without_the_notes() {
        let mut list = own("a", &["asked", "again", "open", "starred"]);
        for number in [1, 2] {
            list.set_asked(&ItemId::Own(number), true);
        }
        list.set_again(&ItemId::Own(2), true);
        list.set_note(&ItemId::Own(2), "Not clear.");
        list.set_star(&ItemId::Own(4), true).unwrap();
        let mut notebook = Notebook::of(list.clone());
        assert!(notebook.carry_over("b"));
        let next = notebook.current();
        assert_eq!(texts(next), ["starred", "again", "open"]);
        assert!(next.items().iter().all(|item| !item.asked && !item.again && item.note.is_empty()));
        assert!(next.items()[0].star && next.items().iter().all(|item| item.by == By::Person));
        assert_eq!(notebook.lists()[0], list, "the visit that was stays as it was");
    }

    #[test]
    fn what_was_carried_over_stays_when_the_answers_change() {
        let catalog = catalog();
        let mut notebook = Notebook::of(suggested(&catalog, json!({"moment": ["about-to-start"]})));
        assert!(notebook.current().contains(&q("first-day")));
        notebook.carry_over("b");
        answer(notebook.current_mut(), &catalog, json!({"moment": ["after-treatment"]}));
        assert!(notebook.current().contains(&q("first-day")));
    }

    #[test]
    fn there_are_so_many_and_no_more_and_each_has_its_name() {
        let mut notebook = Notebook::new("a");
        while notebook.add_list("a") {}
        assert_eq!(notebook.lists().len(), MAX_LISTS);
        let names: std::collections::BTreeSet<&str> = notebook.lists().iter().map(PersonalList::id).collect();
        assert_eq!(names.len(), MAX_LISTS);
        assert!(!notebook.carry_over("b"));
    }

    #[test]
    fn opening_and_taking_away_keep_one_list_open() {
        let mut notebook = Notebook::of(own("a", &["one"]));
        notebook.add_list("b");
        notebook.add_list("c");
        assert!(notebook.open(0) && !notebook.open(0) && !notebook.open(9));
        assert!(notebook.remove_list(0) && !notebook.remove_list(9));
        assert_eq!((notebook.current().id(), notebook.lists().len()), ("b", 2));
        notebook.open(1);
        assert!(notebook.remove_list(0));
        assert_eq!(notebook.current().id(), "c");
        assert!(notebook.remove_list(0), "the last one is emptied");
        assert!(notebook.is_empty() && notebook.lists().len() == 1);
    }
}

mod merging {
    use super::*;

    #[test]
    fn loses_nothing_and_doubles_nothing() {
        let mut mine = own("a", &["both", "mine"]);
        let mut theirs = own("a", &["theirs", "both"]);
        mine.set_note(&ItemId::Own(1), "A drip.");
        theirs.set_note(&ItemId::Own(2), "Six weeks.");
        theirs.set_asked(&ItemId::Own(2), true);
        theirs.set_heard("All is well.");
        theirs.add_step("Blood test", Day::parse("2026-12-08")).unwrap();
        theirs.set_visit(Visit { place: "Ward 5".into(), ..Visit::default() });
        mine.add_step("Blood test", None).unwrap();
        let mut notebook = Notebook::of(mine);
        assert_eq!(notebook.merge(Notebook::of(theirs.clone())), 0);
        let once = notebook.clone();
        let list = notebook.current();
        assert_eq!(texts(list), ["both", "mine", "theirs"]);
        assert_eq!((list.items()[0].note.as_str(), list.items()[0].asked), ("A drip.\nSix weeks.", true));
        assert_eq!((list.heard(), list.visit().place.as_str()), ("All is well.", "Ward 5"));
        assert_eq!(list.next_steps().len(), 1);
        assert_eq!(list.next_steps()[0].date, Day::parse("2026-12-08"));
        notebook.merge(Notebook::of(theirs));
        assert_eq!(notebook, once, "the same thing again changes nothing");
    }

    #[test]
    fn keeps_what_one_side_alone_has() {
        let mut mine = own("a", &["both"]);
        let mut theirs = mine.clone();
        mine.set_asked(&ItemId::Own(1), true);
        theirs.set_again(&ItemId::Own(1), true);
        theirs.set_visit(Visit {
            date: Day::parse("2026-12-01"),
            time: TimeOfDay::parse("09:30"),
            ..Visit::default()
        });
        theirs.set_team("555-0142");
        mine.merge(theirs);
        let item = &mine.items()[0];
        assert!(item.asked && item.again);
        assert_eq!(
            (mine.visit().date.clone(), mine.visit().time.clone()),
            (Day::parse("2026-12-01"), TimeOfDay::parse("09:30"))
        );
        assert_eq!(mine.team(), Some("555-0142"));
    }

    #[test]
    fn adds_lists_of_other_names_and_fills_what_is_missing() {
        let mut notebook = Notebook::of(own("a", &["mine"]));
        notebook.set_alert(Alert { drug: "nivolumab".into(), ..Alert::default() });
        let mut other = Notebook::of(own("b", &["theirs"]));
        other.set_alert(Alert { drug: "other".into(), hospital: "Here".into(), ..Alert::default() });
        notebook.merge(other);
        assert_eq!((notebook.lists().len(), notebook.current().id()), (2, "a"));
        assert_eq!(
            (notebook.alert().drug.as_str(), notebook.alert().hospital.as_str()),
            ("nivolumab", "Here")
        );
    }

    #[test]
    fn says_how_many_lists_found_no_room() {
        let mut notebook = Notebook::of(own("a", &["mine"]));
        let mut other = Notebook::of(own("b0", &["theirs"]));
        while other.take_in(own("b", &["more"])) {}
        assert_eq!(notebook.merge(other), 1);
        assert_eq!(notebook.lists().len(), MAX_LISTS);
    }

    #[test]
    fn respects_what_was_taken_off_unless_the_person_wanted_it_there() {
        let catalog = catalog();
        let mut mine = suggested(&catalog, json!({"moment": ["about-to-start"]}));
        let theirs = mine.clone();
        let first = mine.items()[0].id();
        mine.remove(&first);
        let mut quiet = Notebook::of(mine.clone());
        quiet.merge(Notebook::of(theirs.clone()));
        assert!(!quiet.current().contains(&first), "only suggested there");
        let mut wanted = theirs;
        if let ItemId::Question(id) = &first {
            wanted.add(id).unwrap();
        }
        let mut loud = Notebook::of(mine);
        loud.merge(Notebook::of(wanted));
        assert!(loud.current().contains(&first), "wanted there");
    }

    #[test]
    fn keeps_to_the_limits() {
        let mut mine = own("a", &[]);
        let mut theirs = own("a", &[]);
        for number in 0..MAX_ITEMS {
            mine.add_own(&format!("mine {number}")).unwrap();
            theirs.add_own(&format!("theirs {number}")).unwrap();
        }
        for number in 1..=3 {
            mine.set_star(&ItemId::Own(number), true).unwrap();
            theirs.set_star(&ItemId::Own(number), true).unwrap();
        }
        mine.merge(theirs);
        assert_eq!((mine.items().len(), mine.starred().count()), (MAX_ITEMS, 3));
    }
}

mod versions {
    use super::*;

    #[test]
    fn there_is_a_file_of_every_version_and_each_is_read_whole() {
        let catalog = catalog();
        for version in 1..=VERSION {
            let file = format!("{}/tests/saved/v{version}.json", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(&file).expect("a file of every version");
            let (notebook, problems) = parse(&text, &catalog).unwrap();
            assert_eq!(problems, [], "version {version}");
            let list = &notebook.lists()[0];
            assert!(
                list.items()[0].asked && list.is_ordered() && list.was_removed(&QuestionId::from("cost"))
            );
            assert_eq!((list.team(), list.visit().place.as_str()), (Some("555-0142"), "Ward 5"));
            assert!(list.contains(&ItemId::Own(1)));
            let again = parse(&to_json(&notebook, &catalog), &catalog).unwrap();
            assert_eq!(again, (notebook, vec![]), "version {version} written as the newest");
        }
    }

    #[test]
    fn the_newest_keeps_what_is_new_in_it() {
        let text = include_str!("saved/v2.json");
        let (notebook, _) = parse(text, &catalog()).unwrap();
        assert_eq!((notebook.lists().len(), notebook.place()), (2, 1));
        let list = &notebook.lists()[0];
        let item = &list.items()[0];
        assert!(item.star && item.again && !list.items()[1].star);
        assert_eq!(item.note, "To shrink it.\nAsk again after the scan.");
        assert_eq!(texts(list)[0], "What do you hope this will do?");
        assert_eq!((list.heard(), list.next_steps().len()), ("A drip every six weeks.", 2));
        assert!(list.next_steps()[1].done);
        assert_eq!(notebook.alert().since, Day::parse("2026-12-03"));
        assert_eq!(notebook.alert().drug, "pembrolizumab");
    }

    #[test]
    fn more_stars_than_there_are_become_three() {
        let items: Vec<_> =
            (0..5).map(|number| json!({"own": format!("Own {number}?"), "star": true})).collect();
        let (notebook, problems) = parse(&json!({"items": items}).to_string(), &catalog()).unwrap();
        assert_eq!(
            (notebook.current().starred().count(), notebook.current().items().len(), problems),
            (3, 5, vec![])
        );
    }

    #[test]
    fn a_list_or_step_that_is_wrong_loses_only_itself() {
        let text = json!({"lists": [5, {"id": "ok", "items": [{"own": "Mine?"}], "next": [7, {"text": "Ring", "date": "soon"}]},
            {"id": "ok", "heard": 1}, {"id": "../x"}], "current": 99, "alert": {"class": "nonsense", "drug": "x"}});
        let (notebook, problems) = parse(&text.to_string(), &catalog()).unwrap();
        let names: Vec<&str> = notebook.lists().iter().map(PersonalList::id).collect();
        assert_eq!((names, notebook.place()), (vec!["ok", "ok-2", ""], 2));
        let expected = [
            Problem::List(1),
            Problem::Step(1),
            Problem::Field("next date"),
            Problem::Field("id"),
            Problem::Field("alert class"),
        ];
        assert_eq!(problems, expected);
        assert_eq!(notebook.lists()[0].next_steps()[0].text, "Ring");
        assert_eq!(notebook.alert().drug, "x");
    }
}

/// A notebook made of small numbers, so that names, texts and marks meet.
fn notebooks() -> impl Strategy<Value = Notebook> {
    let item = (0..6_u8, any::<bool>(), any::<bool>(), 0..3_u8);
    let list = (0..3_u8, prop::collection::vec(item, 0..6), 0..3_u8);
    prop::collection::vec(list, 1..4).prop_map(|lists| {
        let mut notebook: Option<Notebook> = None;
        for (id, items, heard) in lists {
            let mut list = PersonalList::named(&format!("l{id}"));
            for (number, asked, star, note) in items {
                let id = if number < 3 {
                    let id = ["aim", "tests", "cost"][usize::from(number)];
                    list.add(&QuestionId::from(id)).unwrap();
                    q(id)
                } else {
                    let text = format!("Own {number}?");
                    let found = list
                        .items()
                        .iter()
                        .find(|item| item.text(&catalog(), Role::Own) == text)
                        .map(Item::id);
                    found.unwrap_or_else(|| list.add_own(&text).unwrap())
                };
                list.set_asked(&id, asked);
                let _ = list.set_star(&id, star);
                list.set_note(&id, ["", "Yes.", "No."][usize::from(note)]);
            }
            list.set_heard(["", "Well.", "Unwell."][usize::from(heard)]);
            match &mut notebook {
                Some(notebook) => _ = notebook.take_in(list),
                None => notebook = Some(Notebook::of(list)),
            }
        }
        notebook.unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_notebook_comes_back_as_it_was_saved(notebook in notebooks()) {
        let catalog = catalog();
        prop_assert_eq!(parse(&to_json(&notebook, &catalog), &catalog).unwrap(), (notebook, vec![]));
    }

    #[test]
    fn merging_twice_is_merging_once(mine in notebooks(), theirs in notebooks()) {
        let mut once = mine.clone();
        once.merge(theirs.clone());
        let mut twice = once.clone();
        twice.merge(theirs.clone());
        prop_assert_eq!(&twice, &once);
        let mut itself = mine.clone();
        itself.merge(mine.clone());
        prop_assert_eq!(&itself, &mine);
        // Every question and note of both sides is there.
        let said = |notebook: &Notebook| -> Vec<String> {
            let lists = notebook.lists().iter();
            let lines = lists.flat_map(|list| list.items().iter().map(move |item| (list, item)));
            lines.flat_map(|(list, item)| {
                let text = item.text(&catalog(), Role::Own).to_owned();
                item.note.lines().map(|note| format!("{} {text} {note}", list.id())).chain([format!("{} {text}", list.id())]).collect::<Vec<_>>()
            }).collect()
        };
        let all = said(&once);
        if !mine.is_empty() {
            for one in said(&mine).into_iter().chain(said(&theirs)) {
                prop_assert!(all.contains(&one), "{} is lost", one);
            }
        }
        let unique: std::collections::BTreeSet<&String> = all.iter().collect();
        prop_assert_eq!(unique.len(), all.len(), "nothing stands twice");
    }
}

mod visits {
    use super::*;

    #[test]
    fn are_said_in_words_as_far_as_they_are_known() {
        let words = &catalog().words;
        let mut visit = Visit::default();
        assert_eq!(visit.said(words), None);
        visit.place = "Ward 5".to_owned();
        assert_eq!(visit.said(words).as_deref(), Some("Ward 5"));
        visit.date = Day::parse("2026-12-01");
        visit.time = TimeOfDay::parse("09:30");
        visit.doctor = "Dr Lee".to_owned();
        assert_eq!(visit.said(words).as_deref(), Some("1 December 2026, 9:30 am, Dr Lee, Ward 5"));
    }

    #[test]
    fn are_set_for_any_list() {
        let mut notebook = Notebook::new("a");
        assert!(notebook.add_list("b"));
        let visit = Visit { doctor: "Dr  Lee ".to_owned(), ..Visit::default() };
        assert!(notebook.set_visit(0, visit.clone()));
        assert_eq!(notebook.lists()[0].visit().doctor, "Dr Lee");
        assert!(notebook.current().visit().is_empty(), "the open list is another one");
        assert!(!notebook.set_visit(2, visit));
    }
}
