//! The summary for family: what came of a visit, as text.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

#[path = "support/fixture.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod fixture;

use ask_about_immunotherapy::content::{Catalog, Words};
use ask_about_immunotherapy::list::{Day, ItemId, PersonalList, TimeOfDay, Visit};
use ask_about_immunotherapy::takeaway::summary::summary;
use fixture::{q, suggested};
use serde_json::json;
use std::collections::BTreeMap;

/// The catalog of the other tests, with the words of this room.
fn catalog() -> Catalog {
    let mut catalog = fixture::catalog();
    let mut words: BTreeMap<String, String> = catalog.words.clone().into();
    for (key, text) in [
        ("title", "Notes from the visit"),
        ("heard", "What I heard"),
        ("answers", "Questions and answers"),
        ("question", "Question: {0}"),
        ("answer", "Answer: {0}"),
        ("voice", "A voice note of this is on my device."),
        ("steps", "Next steps"),
        ("by", "{0}, by {1}"),
        ("done", "{0} (done)"),
        ("open", "Still open"),
        ("status", "My own notes."),
    ] {
        words.insert(format!("summary.{key}"), text.to_owned());
    }
    catalog.words = Words::from(words);
    catalog
}

/// Three questions: one answered, one to be asked again, one not asked.
fn visited() -> PersonalList {
    let mut list = suggested(&catalog(), json!({}));
    for id in ["working", "work", "cost", "trials", "vaccines"] {
        list.remove(&q(id));
    }
    list.set_asked(&q("who-do-i-call"), true);
    list.set_note(&q("who-do-i-call"), "The day unit.\nAt night the ward.");
    list.set_asked(&q("aim"), true);
    list.set_again(&q("aim"), true);
    list
}

fn told(list: &PersonalList) -> String {
    summary(list, &catalog(), &|_| false)
}

#[test]
fn tells_from_top_to_bottom_what_came_of_the_visit() {
    let mut list = visited();
    list.set_visit(Visit {
        date: Day::parse("2026-12-01"),
        time: TimeOfDay::parse("10:30"),
        doctor: "Dr Lee".to_owned(),
        place: "Ward 5".to_owned(),
    });
    list.set_heard("Two drips.\n\nSix weeks apart.");
    list.add_step("Blood test", Day::parse("2026-12-08")).unwrap();
    list.add_step("Call the insurance", None).unwrap();
    list.add_step("Book the scan", Day::parse("2026-12-20")).unwrap();
    list.set_done(1, true);
    list.set_done(2, true);
    let expected = "\
Notes from the visit
1 December 2026, 10:30 am, Dr Lee, Ward 5

What I heard
Two drips.

Six weeks apart.

Questions and answers

Question: Who do I call, day or night?
Answer: The day unit.
At night the ward.

Next steps
- Blood test, by 8 December 2026
- Call the insurance (done)
- Book the scan, by 20 December 2026 (done)

Still open
- What is the aim of this treatment?
- Which tests do I need; and when?

My own notes.
";
    assert_eq!(told(&list), expected);
}

#[test]
fn leaves_out_what_is_empty_and_what_is_not_for_others() {
    assert_eq!(told(&PersonalList::default()), "Notes from the visit\n\nMy own notes.\n");
    // Answers of the walkthrough and the team's number are the person's own.
    let mut list = suggested(&catalog(), json!({"health": ["steroids"]}));
    list.set_team("555-0142");
    let text = told(&list);
    assert!(!text.contains("555-0142") && !text.contains("you take steroids"), "{text}");
    // Asked without an answer noted: nothing to tell, and no longer open.
    let mut list = visited();
    list.set_note(&q("who-do-i-call"), "");
    let text = told(&list);
    assert!(!text.contains("Who do I call") && !text.contains("Questions and answers"), "{text}");
}

#[test]
fn says_that_there_is_a_voice_note_where_there_is_one() {
    let list = visited();
    let of = |id: &str| {
        let id: ItemId = q(id);
        summary(&list, &catalog(), &move |asked| *asked == id)
    };
    let voice = "A voice note of this is on my device.";
    assert!(of("who-do-i-call").contains(&format!("At night the ward.\n{voice}\n")));
    // A question with nothing but a voice note is told too.
    assert!(of("aim").contains(&format!("Question: What is the aim of this treatment?\n{voice}\n")));
    assert!(!told(&list).contains(voice));
}

#[test]
fn has_the_question_in_the_words_of_the_person() {
    let mut list = visited();
    list.reword(&q("who-do-i-call"), "Whom do I ring?", "Who do I call, day or night?").unwrap();
    let text = told(&list);
    assert!(text.contains("Question: Whom do I ring?\n") && !text.contains("Who do I call"), "{text}");
}
