//! What leaves the app: the sheet, the text, the calendar file, FHIR.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

#[path = "support/fixture.rs"]
mod fixture;

use ask_about_immunotherapy::content::{QuestionId, TopicId};
use ask_about_immunotherapy::list::{Day, PersonalList, TimeOfDay, Visit};
use ask_about_immunotherapy::takeaway::{Made, Sheet, calendar::calendar, fhir, text};
use fixture::{catalog, q, signs, suggested};
use serde_json::{Value, json};

const MADE: Made<'_> = Made { id: "7d1c1f0a-2f3c-4c0e-9e53-6a1f0b2a9b10", at: "2026-11-22T10:00:00.000Z" };

/// A list with something of everything.
fn full() -> PersonalList {
    let answers = json!({
        "role": ["self"], "moment": ["about-to-start"], "cancer": ["lung"], "treatment": ["checkpoint-inhibitors"],
        "health": ["steroids", "diabetes"], "hard": ["no"],
    });
    let mut list = suggested(&catalog(), answers);
    let own = list.add_own("Can I keep my dog; or, say, my cat?").unwrap();
    list.move_to(&own, 1);
    list.set_asked(&own, true);
    list.set_team("555-0142");
    list
}

fn sheet(list: &PersonalList) -> Sheet {
    Sheet::new(list, &catalog(), &signs())
}

fn plain(list: &PersonalList) -> String {
    text::plain(&sheet(list), &catalog().words)
}

mod the_sheet {
    use super::*;

    #[test]
    fn numbers_the_first_three_and_goes_on_with_the_rest() {
        let list = full();
        let sheet = sheet(&list);
        let numbers = |questions: &[ask_about_immunotherapy::takeaway::SheetQuestion]| {
            questions.iter().map(|question| question.number).collect::<Vec<_>>()
        };
        assert_eq!((numbers(&sheet.first), numbers(&sheet.if_time)), (vec![1, 2, 3], vec![4, 5, 6, 7, 8, 9]));
        assert_eq!(sheet.first[1].text, "Can I keep my dog; or, say, my cat?");
        assert!(sheet.first[1].asked && !sheet.first[0].asked);
        assert_eq!(sheet.team.as_deref(), Some("555-0142"));
    }

    #[test]
    fn puts_starred_questions_first_and_counts_on_from_them() {
        let mut list = full();
        let before = sheet(&list);
        for id in ["cost", "tests"] {
            assert_eq!(list.set_star(&q(id), true), Ok(true));
        }
        let sheet = sheet(&list);
        let texts = |questions: &[ask_about_immunotherapy::takeaway::SheetQuestion]| {
            questions.iter().map(|question| question.text.clone()).collect::<Vec<_>>()
        };
        // In the order of the list, where the one about costs stands before.
        let starred = ["What will it cost me?", "Which tests do I need; and when?"];
        assert_eq!(texts(&sheet.first)[..2], starred);
        assert_eq!(texts(&sheet.first)[2], before.first[0].text);
        assert!(sheet.first[0].star && sheet.first[1].star && !sheet.first[2].star);
        let numbers: Vec<usize> =
            sheet.first.iter().chain(&sheet.if_time).map(|question| question.number).collect();
        assert_eq!(numbers, (1..=list.items().len()).collect::<Vec<_>>());
        assert!(!texts(&sheet.if_time).iter().any(|text| starred.contains(&text.as_str())), "nothing twice");
    }

    #[test]
    fn asks_in_the_words_of_the_person_and_asks_again_what_is_to_be_asked_again() {
        let mut list = full();
        list.reword(&q("steroids"), "What about my prednisone?", "Do my steroids change this?").unwrap();
        list.set_asked(&q("steroids"), true);
        assert!(sheet(&list).first[0].asked);
        list.set_again(&q("steroids"), true);
        let first = &sheet(&list).first[0];
        assert_eq!((first.text.as_str(), first.asked), ("What about my prednisone?", false));
    }

    #[test]
    fn leaves_the_noted_answers_to_the_full_sheet() {
        let mut list = full();
        let before = sheet(&list);
        list.set_note(&q("aim"), "To shrink it.");
        assert_eq!(sheet(&list), before);
    }

    #[test]
    fn counts_the_answers_that_it_has_no_room_for() {
        let mut catalog = catalog();
        let option =
            |place: usize| json!({"id": format!("h{place}"), "label": "x", "said": format!("thing {place}")});
        let health = catalog.steps.iter_mut().find(|step| step.id.as_str() == "health").unwrap();
        health.options = serde_json::from_value((1..=7).map(option).collect()).unwrap();
        let mut list = PersonalList::default();
        list.answers = fixture::answers(json!({"health": ["h1", "h2", "h3", "h4", "h5", "h6", "h7"]}));
        let about = Sheet::new(&list, &catalog, &signs()).about;
        // The small catalog has no words for "and 1 more", so that their key is seen.
        assert_eq!(about[0].1, "thing 1, thing 2, thing 3, thing 4, thing 5, thing 6, question.more.one");
    }

    #[test]
    fn tells_of_the_visit_what_is_known() {
        let mut list = full();
        assert_eq!(sheet(&list).visit, "");
        list.set_visit(Visit {
            date: Day::parse("2026-12-01"),
            place: "Ward 5".to_owned(),
            ..Visit::default()
        });
        assert_eq!(sheet(&list).visit, "1 December 2026, Ward 5");
    }

    #[test]
    fn says_why_a_question_is_there_only_where_the_person_said_something() {
        let sheet = sheet(&full());
        let because = |text: &str| {
            let all = sheet.first.iter().chain(&sheet.if_time);
            all.clone().find(|question| question.text == text).expect("on the sheet").because.clone()
        };
        assert_eq!(because("Do my steroids change this?"), ["you take steroids"]);
        assert_eq!(because("What happens on the first day?"), ["about to start"]);
        assert!(because("Who do I call, day or night?").is_empty());
        assert!(because("Can I keep my dog; or, say, my cat?").is_empty());
    }

    #[test]
    fn tells_about_the_person_what_they_answered_and_no_more() {
        let about = sheet(&full()).about;
        let expected = [
            ("My situation", "about to start, lung cancer"),
            ("Treatment named", "Checkpoint inhibitors"),
            ("Please know", "you take steroids, diabetes"),
        ];
        assert_eq!(about, expected.map(|(label, said)| (label.to_owned(), said.to_owned())));
        let silent = json!({"moment": ["unsure"], "health": ["none"], "hard": ["yes"]});
        assert!(sheet(&suggested(&catalog(), silent)).about.is_empty());
    }

    #[test]
    fn has_the_signs_of_the_chosen_treatment_only() {
        let sheet = sheet(&suggested(&catalog(), json!({"treatment": ["bcg-bladder"]})));
        assert_eq!(sheet.emergency, ["fainting", "very hard to breathe", "cold and gray skin"]);
        assert_eq!(sheet.today, ["fever or chills"]);
    }

    #[test]
    fn puts_signs_first_that_several_chosen_treatments_share_and_holds_six() {
        let sheet = sheet(&suggested(&catalog(), json!({"treatment": ["checkpoint-inhibitors", "car-t"]})));
        let expected = [
            "very hard to breathe",
            "swelling of the throat",
            "chest pain",
            "sudden weakness",
            "sudden confusion",
            "a seizure",
        ];
        assert_eq!(sheet.emergency, expected);
        assert_eq!(sheet.today, ["fever or chills", "bad loose stools"]);
    }

    #[test]
    fn has_the_most_general_signs_when_no_treatment_was_named() {
        for answers in [json!({}), json!({"treatment": ["unsure"]})] {
            let sheet = sheet(&suggested(&catalog(), answers));
            assert_eq!(sheet.emergency[..3], ["very hard to breathe", "fainting", "swelling of the throat"]);
            assert_eq!(sheet.emergency.len(), 6);
            assert_eq!(sheet.today[0], "fever or chills");
        }
    }

    #[test]
    fn does_not_depend_on_how_the_person_feels() {
        let well = sheet(&suggested(&catalog(), json!({"treatment": ["car-t"]})));
        let unwell = sheet(&suggested(&catalog(), json!({"treatment": ["car-t"], "health": ["diabetes"]})));
        assert_eq!((well.emergency, well.today), (unwell.emergency, unwell.today));
    }

    #[test]
    fn says_a_sign_once_where_two_have_the_same_words() {
        let mut signs = signs();
        for sign in &mut signs {
            sign.brief = "the same".to_owned();
        }
        let sheet = Sheet::new(&PersonalList::default(), &catalog(), &signs);
        assert_eq!((sheet.emergency, sheet.today), (vec!["the same".to_owned()], vec![]));
    }
}

mod the_one_page {
    use ask_about_immunotherapy::takeaway::sheet::{Setting, settle};

    /// The setting for a page of so many lines, where a first question takes as many as it has lines to write on, and
    /// any other one; in small letters two take one.
    fn settled(others: usize, room: usize) -> (Setting, usize) {
        let mut tries = 0;
        let setting = settle(others, &mut |setting| {
            tries += 1;
            (3 * setting.lines + setting.others).div_ceil(if setting.small { 2 } else { 1 }) <= room
        });
        (setting, tries)
    }

    fn setting(others: usize, lines: usize, small: bool) -> Setting {
        Setting { others, lines, small }
    }

    #[test]
    fn has_room_to_write_and_as_many_questions_as_fit() {
        assert_eq!(settled(4, 20), (setting(4, 2, false), 1));
        assert_eq!(settled(20, 20).0, setting(8, 2, false), "more than eight leave no room to write");
        assert_eq!(settled(20, 11).0, setting(5, 2, false));
        assert_eq!(settled(0, 20).0, setting(0, 2, false));
        assert_eq!(settled(1, 7).0, setting(1, 2, false));
    }

    #[test]
    fn gives_up_lines_then_questions_then_the_size_of_its_letters() {
        assert_eq!(
            settled(20, 7).0,
            setting(4, 1, false),
            "one other question would be too few for two lines"
        );
        assert_eq!(settled(20, 3).0, setting(0, 1, false));
        assert_eq!(settled(20, 2).0, setting(1, 1, true));
    }

    #[test]
    fn takes_the_tightest_where_nothing_fits() {
        assert_eq!(settled(20, 0).0, setting(0, 1, true));
        assert!(settled(300, 0).1 < 30, "measuring is not free");
    }
}

mod the_full_sheet {
    use super::*;
    use ask_about_immunotherapy::content::Details;
    use ask_about_immunotherapy::takeaway::full::{Full, FullQuestion};

    fn details() -> Details {
        let reason = |place: usize| json!({"text": format!("Reason {place}."), "sources": []});
        let reasons: Vec<Value> = (0..catalog().questions.len()).map(reason).collect();
        serde_json::from_value(
            json!({"bodies": [], "reasons": reasons, "signs": [], "terms": [], "article": [],
            "quiz": [], "sources": [], "drawing_parts": ""}),
        )
        .expect("details")
    }

    #[test]
    fn has_every_question_once_by_topic_with_its_reason_and_note() {
        let mut list = full();
        list.set_note(&q("aim"), "To shrink it.\nThen a rest.");
        let own = list.add_own("And the garden?").unwrap();
        list.set_topic(&own, Some(TopicId::from("life")));
        let full = Full::new(&list, &catalog(), &details());
        let titles: Vec<&str> = full.topics.iter().map(|(title, _)| title.as_str()).collect();
        assert_eq!(titles, ["basics", "safety", "life", "In my own words"], "no title without questions");
        let all: Vec<&FullQuestion> = full.topics.iter().flat_map(|(_, questions)| questions).collect();
        let mut numbers: Vec<usize> = all.iter().map(|full| full.question.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=list.items().len()).collect::<Vec<_>>());
        let find = |text: &str| *all.iter().find(|full| full.question.text == text).expect("on the sheet");
        let aim = find("What is the aim of this treatment?");
        assert_eq!(
            (aim.why.as_deref(), aim.note.as_str()),
            (Some("Reason 1."), "To shrink it.\nThen a rest.")
        );
        assert_eq!(find("And the garden?").why, None);
        assert!(full.topics[2].1.contains(find("And the garden?")), "an own question stands under its topic");
        assert!(full.topics[3].1.contains(find("Can I keep my dog; or, say, my cat?")));
    }
}

/// On the real content: what an emergency doctor reads must be right for every treatment there is.
mod the_alert_card {
    use ask_about_immunotherapy::content::{Bundle, CardId, check::bundle};
    use ask_about_immunotherapy::list::{Alert, Day};
    use ask_about_immunotherapy::takeaway::alert::{AlertCard, LINES, usual_class};
    use std::sync::LazyLock;

    static CONTENT: LazyLock<Bundle> = LazyLock::new(|| bundle("content".as_ref(), "en").unwrap());

    fn back(class: Option<&str>) -> Vec<String> {
        let alert = Alert { class: class.map(CardId::from), ..Alert::default() };
        AlertCard::new(&alert, None, &CONTENT.catalog, &CONTENT.details.signs).back
    }

    fn says(class: &str, key: &str) -> bool {
        back(Some(class)).contains(&CONTENT.catalog.words.get(key).to_owned())
    }

    #[test]
    fn holds_what_was_filled_in_and_leaves_the_rest_to_the_pen() {
        let alert = Alert {
            name: "A. Person".to_owned(),
            drug: "Keytruda".to_owned(),
            class: Some(CardId::from("pd1-inhibitors")),
            since: Day::parse("2026-12-01"),
            hospital: String::new(),
        };
        let card = AlertCard::new(&alert, Some("555-0142"), &CONTENT.catalog, &CONTENT.details.signs);
        let beside: Vec<&str> = card.front.iter().map(|(_, text)| text.as_str()).collect();
        let class = &CONTENT.catalog.card("pd1-inhibitors").unwrap().title;
        assert_eq!(beside, ["A. Person", "Keytruda", class, "1 December 2026", "", "555-0142"]);
        assert!(card.front.iter().all(|(label, _)| !label.is_empty() && !label.contains("alert.")));
    }

    #[test]
    fn every_line_rests_on_signs_that_name_their_sources() {
        for (key, signs) in LINES {
            assert_ne!(CONTENT.catalog.words.get(key), key, "no words");
            for id in signs {
                let sign = CONTENT.details.signs.iter().find(|sign| sign.id.as_str() == *id);
                assert!(!sign.unwrap_or_else(|| panic!("{key}: no sign {id}")).sources.is_empty(), "{id}");
            }
        }
    }

    #[test]
    fn every_treatment_has_between_the_first_and_the_last_sentence_one_of_its_own() {
        for card in &CONTENT.catalog.cards {
            let back = back(Some(card.id.as_str()));
            assert!((3..=6).contains(&back.len()), "{}: {back:#?}", card.id);
            let letters: usize = back.iter().map(|line| line.chars().count()).sum();
            assert!(letters <= 760, "{}: {letters} letters do not fit the card", card.id);
        }
        for (key, _) in LINES {
            let somewhere = CONTENT.catalog.cards.iter().any(|card| says(card.id.as_str(), key));
            assert!(somewhere, "{key} stands on no card");
        }
    }

    #[test]
    fn says_of_each_kind_what_matters_first_and_nothing_of_another() {
        for class in [
            "checkpoint-inhibitors",
            "pd1-inhibitors",
            "pdl1-inhibitors",
            "ctla4-inhibitors",
            "lag3-inhibitors",
        ] {
            assert!(says(class, "alert.checkpoint") && says(class, "alert.cortisol"), "{class}");
            assert!(!says(class, "alert.crs") && !says(class, "alert.bcg"), "{class}");
        }
        for class in ["car-t", "tcr-t", "t-cell-engagers", "adoptive-cell-therapy"] {
            assert!(
                says(class, "alert.crs") && says(class, "alert.icans") && says(class, "alert.counts"),
                "{class}"
            );
            assert!(!says(class, "alert.checkpoint"), "{class}");
        }
        for class in ["bcg-bladder", "il15-agonist"] {
            assert!(says(class, "alert.bcg") && !says(class, "alert.checkpoint"), "{class}");
        }
        assert!(says("oncolytic-virus", "alert.virus") && says("donor-cell-therapy", "alert.gvhd"));
        assert!(says("noncancer-antibodies", "alert.meningitis"));
        for class in ["preventive-vaccines", "allergen-immunotherapy"] {
            let dangers = ["alert.checkpoint", "alert.crs", "alert.counts", "alert.clots", "alert.bcg"];
            assert!(says(class, "alert.allergy") && !dangers.iter().any(|key| says(class, key)), "{class}");
        }
    }

    #[test]
    fn says_only_what_holds_for_all_where_no_treatment_is_named() {
        let words = &CONTENT.catalog.words;
        let expected = ["alert.intro", "alert.any", "alert.call"].map(|key| words.get(key).to_owned());
        assert_eq!(back(None), expected);
    }

    #[test]
    fn never_says_what_to_give() {
        for (key, words) in CONTENT.catalog.words.iter().filter(|(key, _)| key.starts_with("alert.")) {
            for dose in [" mg", "milligram", "tablets of", "give ", "inject ", "prescribe"] {
                assert!(!words.to_lowercase().contains(dose), "{key}: {dose}");
            }
        }
    }

    #[test]
    fn a_medicine_brings_its_kind_and_so_does_a_single_answer() {
        let class = |drug: &str, answered: &[&str]| {
            let answered: Vec<String> = answered.iter().map(|&id| id.to_owned()).collect();
            usual_class(drug, &answered, &CONTENT.catalog).map(|class| class.to_string())
        };
        assert_eq!(class(" keytruda ", &["car-t"]).as_deref(), Some("pd1-inhibitors"));
        assert_eq!(class("pembrolizumab", &[]).as_deref(), Some("pd1-inhibitors"));
        assert_eq!(class("keytr", &["car-t"]).as_deref(), Some("car-t"));
        assert_eq!(class("", &["car-t", "bcg-bladder"]), None, "one of several would be a guess");
        assert_eq!(class("", &["unsure"]), None);
    }
}

mod the_text {
    use super::*;

    #[test]
    fn reads_from_top_to_bottom_like_the_sheet() {
        let mut list = full();
        for id in ["cost", "work", "working", "tests", "first-day"] {
            list.remove(&q(id));
        }
        list.add(&QuestionId::from("food")).unwrap();
        let expected = "\
My questions about immunotherapy
Please look at this list with me.

About me
My situation: about to start, lung cancer
Treatment named: Checkpoint inhibitors
Please know: you take steroids, diabetes

Ask these first
1. Do my steroids change this?
2. Can I keep my dog; or, say, my cat? (asked)
3. Who do I call, day or night?

If there is time
4. What is the aim of this treatment?
5. Is there food I should avoid?

Do not wait for a visit
Call 911 (or your local emergency number) now for: chest pain; sudden weakness; very hard to breathe; swelling of the throat.
Call my team today, day or night, for: bad loose stools; fever or chills.
My team's number: 555-0142

Information to help you talk with your team. Not medical advice.
";
        assert_eq!(plain(&list), expected);
    }

    #[test]
    fn marks_what_matters_most_and_says_when_the_visit_is() {
        let mut list = full();
        list.set_star(&q("aim"), true).unwrap();
        list.set_visit(Visit { date: Day::parse("2026-12-01"), ..Visit::default() });
        let text = plain(&list);
        assert!(text.contains("\nVisit on: 1 December 2026\n"), "{text}");
        assert!(text.contains("\n1. What is the aim of this treatment? (most important to me)\n"), "{text}");
    }

    #[test]
    fn of_an_empty_list_still_has_the_signs_a_line_for_the_number_and_the_status() {
        let text = plain(&PersonalList::default());
        assert!(text.contains("very hard to breathe") && text.contains("My team's number: ____________\n"));
        assert!(text.ends_with("Not medical advice.\n"));
        for heading in ["My situation", "Ask these first", "If there is time"] {
            assert!(!text.contains(heading), "no heading without lines: {heading}");
        }
    }
}

mod the_calendar_file {
    use super::*;

    fn visit(date: &str, time: &str, place: &str) -> Visit {
        Visit {
            date: Day::parse(date),
            time: TimeOfDay::parse(time),
            doctor: String::new(),
            place: place.to_owned(),
        }
    }

    fn file(visit: &Visit, description: &str) -> String {
        calendar(visit, description, &catalog().words, &MADE)
    }

    /// Reads a calendar file as RFC 5545 says: unfolds, splits at the first colon, unescapes.
    fn properties(file: &str) -> Vec<(String, String)> {
        assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
        let unfolded = file.replace("\r\n ", "");
        let lines = unfolded.strip_suffix("\r\n").unwrap().split("\r\n");
        let unescape = |text: &str| {
            let mut letters = text.chars();
            let mut plain = String::new();
            while let Some(letter) = letters.next() {
                match (letter, if letter == '\\' { letters.next() } else { None }) {
                    ('\\', Some('n' | 'N')) => plain.push('\n'),
                    ('\\', Some(escaped @ ('\\' | ';' | ','))) => plain.push(escaped),
                    ('\\', other) => panic!("no such escape: {other:?}"),
                    (letter, _) => plain.push(letter),
                }
            }
            plain
        };
        lines
            .map(|line| line.split_once(':').expect("name:value"))
            .map(|(n, v)| (n.to_owned(), unescape(v)))
            .collect()
    }

    fn value(file: &str, name: &str) -> Option<String> {
        properties(file).into_iter().find(|(found, _)| found == name).map(|(_, value)| value)
    }

    #[test]
    fn has_an_hour_at_local_time_where_the_time_is_known() {
        let file = file(&visit("2026-12-01", "09:05", ""), "List");
        let expected = [
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", "-//Ask About Immunotherapy//List 1//EN"),
            ("BEGIN", "VEVENT"),
            ("UID", "7d1c1f0a-2f3c-4c0e-9e53-6a1f0b2a9b10"),
            ("DTSTAMP", "20261122T100000Z"),
            ("DTSTART", "20261201T090500"),
            ("DURATION", "PT1H"),
            ("SUMMARY", "Visit: take my questions"),
            ("DESCRIPTION", "List"),
            ("CLASS", "PRIVATE"),
            ("END", "VEVENT"),
            ("END", "VCALENDAR"),
        ];
        assert_eq!(properties(&file), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[test]
    fn lasts_the_day_where_only_the_day_is_known() {
        let file = file(&visit("2026-12-01", "", "Ward 5, left; \\ first floor"), "List");
        assert_eq!(value(&file, "DTSTART;VALUE=DATE").as_deref(), Some("20261201"));
        assert_eq!((value(&file, "DTSTART"), value(&file, "DURATION")), (None, None));
        assert_eq!(value(&file, "LOCATION").as_deref(), Some("Ward 5, left; \\ first floor"));
    }

    #[test]
    fn is_a_task_without_a_day() {
        let file = file(&visit("", "10:30", ""), "List");
        assert_eq!(properties(&file)[3], ("BEGIN".to_owned(), "VTODO".to_owned()));
        assert!(
            value(&file, "DTSTAMP").is_some() && value(&file, "UID").is_some() && !file.contains("DTSTART")
        );
        assert_eq!(value(&file, "SUMMARY").as_deref(), Some("Take my questions to the next visit"));
    }

    #[test]
    fn stamps_whole_and_broken_seconds_alike() {
        let made = Made { at: "2026-11-22T10:00:00Z", ..MADE };
        let file = calendar(&Visit::default(), "List", &catalog().words, &made);
        assert_eq!(value(&file, "DTSTAMP").as_deref(), Some("20261122T100000Z"));
    }

    #[test]
    fn holds_the_whole_list_unharmed() {
        let text = plain(&full());
        assert_eq!(
            value(&file(&visit("2026-12-01", "", ""), &text), "DESCRIPTION").as_deref(),
            Some(text.trim_end())
        );
    }

    #[test]
    fn folds_at_75_bytes_and_never_within_a_letter() {
        for start in 0..8 {
            let text = format!("{}{}", "a".repeat(start), "é🐕日".repeat(60));
            let file = file(&Visit::default(), &text);
            let lines: Vec<&str> = file.split("\r\n").collect();
            assert!(lines.iter().all(|line| line.len() <= 75), "{start}");
            assert!(lines.iter().filter(|line| line.starts_with(' ')).all(|line| line.len() > 1));
            assert_eq!(value(&file, "DESCRIPTION"), Some(text));
        }
        let fits = file(&Visit::default(), &"a".repeat(75 - "DESCRIPTION:".len()));
        assert!(!fits.contains("\r\n "), "a line of exactly 75 bytes is not folded");
        let folds = file(&Visit::default(), &"a".repeat(76 - "DESCRIPTION:".len()));
        assert!(folds.contains("a\r\n a\r\n"), "a line of 76 bytes is folded once");
    }

    #[test]
    fn cannot_be_broken_into_new_lines_by_what_a_person_wrote() {
        let file = file(&visit("2026-12-01", "", "x\r\nATTENDEE:me"), "a\r\nEND:VEVENT\u{0}\u{85}\\n");
        assert_eq!(value(&file, "DESCRIPTION").as_deref(), Some("a\nEND:VEVENT\\n"));
        assert_eq!(properties(&file).iter().filter(|(name, _)| name == "END").count(), 2);
        assert_eq!(value(&file, "ATTENDEE"), None);
    }
}

mod fhir_r4 {
    use super::*;
    use std::collections::BTreeMap;

    fn bundle(list: &PersonalList) -> Value {
        serde_json::from_str(&fhir::bundle(list, &catalog(), &MADE)).expect("JSON")
    }

    fn resource(bundle: &Value, kind: &str) -> Value {
        let entries = bundle["entry"].as_array().expect("entries");
        let found = entries.iter().find(|entry| entry["resource"]["resourceType"] == kind);
        found.expect(kind)["resource"].clone()
    }

    /// Every item of a resource, with its parent's link id.
    fn items(of: &Value) -> Vec<(String, Value)> {
        fn walk(item: &Value, parent: &str, found: &mut Vec<(String, Value)>) {
            for child in item["item"].as_array().into_iter().flatten() {
                found.push((parent.to_owned(), child.clone()));
                walk(child, child["linkId"].as_str().expect("every item has a linkId"), found);
            }
        }
        let mut found = Vec::new();
        walk(of, "", &mut found);
        found
    }

    fn link(item: &Value) -> String {
        item["linkId"].as_str().expect("linkId").to_owned()
    }

    #[test]
    fn is_a_collection_of_questionnaire_and_response_under_different_addresses() {
        let bundle = bundle(&full());
        assert_eq!((&bundle["resourceType"], &bundle["type"]), (&json!("Bundle"), &json!("collection")));
        assert_eq!(bundle["timestamp"], MADE.at);
        let entries = bundle["entry"].as_array().unwrap();
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[1]["fullUrl"], format!("urn:uuid:{}", MADE.id));
        assert_ne!(entries[0]["fullUrl"], entries[1]["fullUrl"]);
    }

    #[test]
    fn the_questionnaire_keeps_the_rules_of_the_standard() {
        let form = resource(&bundle(&full()), "Questionnaire");
        for name in ["url", "version", "name", "title", "status"] {
            assert!(form[name].as_str().is_some_and(|text| !text.is_empty()), "{name}");
        }
        assert_eq!(form["status"], "active");
        let mut links = std::collections::BTreeSet::new();
        for (_, item) in items(&form) {
            assert!(links.insert(link(&item)), "que-2: {item}");
            assert!(item["text"].as_str().is_some_and(|text| !text.is_empty()));
            match item["type"].as_str().expect("type") {
                "group" => {
                    assert!(item["item"].as_array().is_some_and(|items| !items.is_empty()), "que-1");
                    assert!(item.get("answerOption").is_none() && item.get("repeats").is_none(), "que-5");
                }
                "choice" | "open-choice" => {
                    let options = item["answerOption"].as_array().expect("options");
                    assert!(!options.is_empty());
                    for option in options {
                        for name in ["system", "code", "display"] {
                            assert!(
                                option["valueCoding"][name].as_str().is_some_and(|text| !text.is_empty())
                            );
                        }
                    }
                }
                "display" => {
                    assert!(item.get("item").is_none() && item.get("answerOption").is_none(), "que-1");
                }
                other => panic!("unexpected item type {other}"),
            }
        }
    }

    #[test]
    fn the_questionnaire_has_a_group_for_each_step_and_the_bank() {
        let form = resource(&bundle(&full()), "Questionnaire");
        let catalog = catalog();
        let groups = form["item"].as_array().unwrap();
        assert_eq!(groups.len(), catalog.steps.len() + 2);
        let health = &groups[4]["item"][0];
        assert_eq!((&health["type"], &health["repeats"]), (&json!("choice"), &json!(true)));
        assert_eq!(groups[1]["item"][0].get("repeats"), None, "a step with one answer does not repeat");
        let last = groups[0]["item"][0]["answerOption"].as_array().unwrap().last().unwrap();
        assert_eq!(last["valueCoding"]["code"], "role:unsure");
        let bank = &groups.last().unwrap()["item"][0];
        assert_eq!((&bank["type"], &bank["repeats"]), (&json!("open-choice"), &json!(true)));
        assert_eq!(bank["answerOption"].as_array().unwrap().len(), catalog.questions.len());
    }

    #[test]
    fn every_answer_belongs_to_an_item_of_the_questionnaire_and_is_one_of_its_options() {
        let bundle = bundle(&full());
        let (form, response) =
            (resource(&bundle, "Questionnaire"), resource(&bundle, "QuestionnaireResponse"));
        let form: BTreeMap<String, (String, Value)> =
            items(&form).into_iter().map(|(parent, item)| (link(&item), (parent, item))).collect();
        let answered = items(&response);
        assert!(answered.len() > 10);
        for (parent, item) in answered {
            let (expected, asked) = form.get(&link(&item)).expect("asked in the questionnaire");
            assert_eq!((&parent, &item["text"]), (expected, &asked["text"]), "same nesting, same words");
            assert!(item.get("answer").is_some() != item.get("item").is_some(), "qrs-1");
            let answers = item["answer"].as_array();
            assert!(answers.is_none_or(|answers| !answers.is_empty()));
            if asked.get("repeats").is_none() {
                assert!(answers.is_none_or(|answers| answers.len() == 1));
            }
            for answer in answers.into_iter().flatten().filter(|answer| answer.get("valueCoding").is_some()) {
                assert!(asked["answerOption"].as_array().unwrap().contains(answer), "{answer}");
            }
        }
    }

    #[test]
    fn the_response_holds_the_answers_and_the_list_in_the_persons_order() {
        let list = full();
        let response = resource(&bundle(&list), "QuestionnaireResponse");
        assert_eq!(response["status"], "completed");
        assert_eq!(response["authored"], MADE.at);
        assert_eq!(response["questionnaire"], format!("{}|2026.11", fhir::QUESTIONNAIRE));
        let items = items(&response);
        let find = |id: &str| &items.iter().find(|(_, item)| item["linkId"] == id).expect(id).1["answer"];
        assert_eq!(find("step/health/answer")[1]["valueCoding"]["code"], "health:diabetes");
        let catalog = catalog();
        let expected: Vec<String> =
            list.items().iter().map(|item| item.text(&catalog, list.role()).to_owned()).collect();
        let chosen = find("list/questions").as_array().unwrap();
        let text = |answer: &Value| {
            let coded = answer["valueCoding"]["display"].as_str();
            coded.or(answer["valueString"].as_str()).unwrap().to_owned()
        };
        assert_eq!(chosen.iter().map(text).collect::<Vec<_>>(), expected);
        assert_eq!(chosen[1], json!({"valueString": "Can I keep my dog; or, say, my cat?"}));
    }

    #[test]
    fn a_question_in_other_words_goes_as_these_words() {
        let mut list = full();
        let first = list.items()[0].id();
        list.reword(&first, "Whom may I call at night?", "").unwrap();
        let response = resource(&bundle(&list), "QuestionnaireResponse");
        let (_, chosen) =
            items(&response).into_iter().find(|(_, item)| item["linkId"] == "list/questions").unwrap();
        assert_eq!(chosen["answer"][0], json!({"valueString": "Whom may I call at night?"}));
    }

    #[test]
    fn skipped_steps_and_an_empty_list_leave_no_empty_elements() {
        fn no_empty(value: &Value) {
            match value {
                Value::Array(items) => {
                    assert!(!items.is_empty());
                    items.iter().for_each(no_empty);
                }
                Value::Object(fields) => {
                    assert!(!fields.is_empty());
                    fields.values().for_each(no_empty);
                }
                Value::String(text) => assert!(!text.trim().is_empty()),
                other => assert!(!other.is_null()),
            }
        }
        let bundle = bundle(&PersonalList::default());
        no_empty(&bundle);
        assert_eq!(resource(&bundle, "QuestionnaireResponse").get("item"), None);
    }

    #[test]
    fn names_no_person() {
        let mut list = full();
        list.set_visit(Visit { doctor: "Dr Somebody".into(), ..Visit::default() });
        let text = fhir::bundle(&list, &catalog(), &MADE);
        let response = resource(&bundle(&list), "QuestionnaireResponse");
        assert_eq!(response["subject"], json!({"type": "Patient", "display": "Person using this app"}));
        for hidden in ["555-0142", "Somebody", "identifier", "\"reference\""] {
            assert!(!text.contains(hidden), "{hidden}");
        }
    }
}

#[test]
fn every_word_used_is_in_the_catalog_and_every_word_of_the_fixture_is_used() {
    let mut source = String::new();
    for room in ["src/takeaway", "src/takeaway/fhir", "src/list"] {
        for file in std::fs::read_dir(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(room)).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() {
                source.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let quoted: Vec<&str> = source.split('"').collect();
    let known = fixture::words();
    for key in known.as_object().unwrap().keys() {
        // Words for a count are named without their ending.
        let key = key.strip_suffix(".one").or(key.strip_suffix(".many")).unwrap_or(key);
        assert!(quoted.contains(&key), "{key} is not used");
    }
    let families = ["sheet.", "calendar.", "fhir.", "mail.", "step.", "edit."];
    for word in quoted.iter().filter(|word| families.iter().any(|family| word.starts_with(family))) {
        let counted = known.get(format!("{word}.many")).is_some();
        assert!(counted || known.get(*word).is_some(), "{word} has no words");
    }
}
