//! The calendar file before ical.js, a reader of other hands.

use super::{CONTENT, MADE, catalog, everything, node};
use ask_about_immunotherapy::list::{Day, TimeOfDay, Visit};
use ask_about_immunotherapy::takeaway::{Sheet, calendar::calendar, text};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

fn visit(date: &str, time: &str, place: &str) -> Visit {
    let place = place.to_owned();
    Visit { date: Day::parse(date), time: TimeOfDay::parse(time), doctor: String::new(), place }
}

fn file(visit: &Visit, description: &str) -> String {
    calendar(visit, description, &catalog().words, &MADE)
}

fn read(files: &[String]) -> Vec<Value> {
    let read = node("calendar.mjs", &json!(files));
    read.as_array().unwrap().clone()
}

#[test]
fn a_visit_is_an_event_at_local_time_and_holds_the_whole_list() {
    let sheet = Sheet::new(&everything(), catalog(), &CONTENT.details.signs);
    let list = text::plain(&sheet, &catalog().words);
    let found = &read(&[file(&visit("2026-12-01", "23:30", "Room 4; left, \\ upstairs"), &list)])[0];
    assert_eq!(found["error"], Value::Null);
    assert_eq!((&found["kind"], &found["version"]), (&json!("vevent"), &json!("2.0")));
    assert_eq!((&found["uid"], &found["stamp"]), (&json!(MADE.id), &json!("2026-11-22T10:00:00Z")));
    assert_eq!(
        (&found["start"], &found["end"]),
        (&json!("2026-12-01T23:30:00"), &json!("2026-12-02T00:30:00"))
    );
    assert_eq!((&found["day"], &found["floating"]), (&json!(false), &json!(true)));
    assert_eq!(found["description"], list.trim_end());
    assert_eq!(found["location"], "Room 4; left, \\ upstairs");
    let names: Vec<&str> = found["properties"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    for once in ["uid", "dtstamp", "dtstart", "duration", "summary", "description", "location", "class"] {
        assert_eq!(names.iter().filter(|name| **name == once).count(), 1, "{once}");
    }
}

#[test]
fn a_day_lasts_the_day_and_no_day_is_a_task() {
    let found = read(&[file(&visit("2028-02-29", "", ""), "List"), file(&visit("", "", ""), "List")]);
    assert_eq!((&found[0]["start"], &found[0]["day"]), (&json!("2028-02-29"), &json!(true)));
    assert_eq!(found[0]["end"], "2028-03-01");
    assert_eq!((&found[1]["kind"], &found[1]["start"]), (&json!("vtodo"), &Value::Null));
}

#[test]
fn whatever_a_person_wrote_comes_back_and_no_line_is_too_long() {
    let mut runner = TestRunner::deterministic();
    let words = prop_oneof![any::<String>(), "[\\\\;,:\n\r\t \"a-c\u{e9}\u{1f415}]{0,300}", "\\PC{0,200}"];
    let pairs: Vec<(String, String)> =
        (0..500).map(|_| (&words, "\\PC{0,90}").new_tree(&mut runner).unwrap().current()).collect();
    let files: Vec<String> =
        pairs.iter().map(|(text, place)| file(&visit("2026-12-01", "09:05", place), text)).collect();
    for ((text, place), (file, found)) in pairs.iter().zip(files.iter().zip(read(&files))) {
        assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{text:?}");
        assert_eq!(found["error"], Value::Null, "{text:?}");
        // A line break is a line break; other control characters may not stand in such a file.
        let plain = |text: &str| text.chars().filter(|c| *c == '\n' || !c.is_control()).collect::<String>();
        assert_eq!(found["description"], plain(text.trim_end()), "{text:?}");
        assert_eq!(found["location"].as_str().unwrap_or_default(), plain(place), "{place:?}");
        assert_eq!(found["properties"].as_array().unwrap().len(), if place.is_empty() { 7 } else { 8 });
    }
}

#[test]
fn a_broken_file_is_refused_so_that_the_reader_is_no_rubber_stamp() {
    let whole = file(&visit("2026-12-01", "09:05", ""), "List");
    let cut = whole.replace("END:VEVENT\r\n", "");
    let loose = whole.replace("SUMMARY:", "SUMMARY ");
    let dated = whole.replace("20261201T090500", "2026-12-01 9:05");
    let found = read(&[whole, cut, loose, dated]);
    assert_eq!(found[0]["error"], Value::Null);
    assert_eq!(found[0]["summary"], catalog().words.get("calendar.visit"));
    assert!(found[1]["error"].is_string(), "{}", found[1]);
    assert_eq!(found[2]["summary"], Value::Null);
    assert!(found[3]["error"].is_string() || found[3]["start"] != found[0]["start"], "{}", found[3]);
}
