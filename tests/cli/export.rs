//! `ask export`: what leaves the app.

use super::{Folder, Run, ask, path};

const LIST: &str = r#"{
    "app": "ask-about-immunotherapy", "version": 1, "content": "2026.11.22",
    "answers": {"role": ["self"], "treatment": ["car-t"]},
    "items": [
        {"question": "who-do-i-call", "text": "Who do I call?"},
        {"own": "Can I keep my dog, Ørsted?", "id": 1}
    ],
    "removed": [], "ordered": false, "team": "555-0142",
    "visit": {"date": "2026-12-01", "time": "10:30", "doctor": "Dr. Osei", "place": "Room 4"}
}"#;

fn export(format: &str) -> Run {
    let folder = Folder::new();
    ask(&["export", path(&folder.write("list.json", LIST)), "--format", format])
}

#[test]
fn gives_text() {
    let run = export("text");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for said in ["Can I keep my dog, Ørsted?", "555-0142", "Not medical advice"] {
        assert!(run.out.contains(said), "{said} in {}", run.out);
    }
    assert!(run.out.find('?') < run.out.find("dog"), "the first question stands first");
}

#[test]
fn gives_a_calendar() {
    let run = export("ics");
    assert_eq!(run.status, 0);
    assert!(
        run.out.starts_with("BEGIN:VCALENDAR\r\n") && run.out.ends_with("END:VCALENDAR\r\n"),
        "{}",
        run.out
    );
    assert!(run.out.contains("20261201T1030") && run.out.lines().all(|line| line.len() <= 75), "{}", run.out);
}

#[test]
fn gives_fhir() {
    let run = export("fhir");
    assert_eq!(run.status, 0);
    let bundle = run.json();
    assert_eq!(bundle["resourceType"], "Bundle");
    let own = bundle.to_string();
    assert!(own.contains("Can I keep my dog, Ørsted?") && own.contains("car-t"), "{own}");
    let again = export("fhir").json();
    assert_ne!(bundle, again, "each export has an id of its own");
}

#[test]
fn reports_what_it_had_to_leave_out_and_goes_on() {
    let folder = Folder::new();
    let list = LIST.replace("\"car-t\"", "\"dust\"");
    let run = ask(&["export", path(&folder.write("list.json", &list)), "--format", "text"]);
    assert_eq!(run.status, 0);
    assert!(run.err.starts_with("note: ") && run.err.contains("dust"), "{}", run.err);
    assert!(run.out.contains("dog"));
}

#[test]
fn fails_on_what_it_cannot_read() {
    let folder = Folder::new();
    for (name, text) in [("empty.json", ""), ("other.json", r#"{"app": "other"}"#), ("list.json", "[]")] {
        let run = ask(&["export", path(&folder.write(name, text)), "--format", "text"]);
        assert_eq!((run.status, run.out.as_str()), (1, ""), "{name}");
        assert!(run.err.contains(name), "{}", run.err);
    }
    assert_eq!(ask(&["export", "/no/such/list.json", "--format", "text"]).status, 1);
    let good = folder.write("good.json", LIST);
    for format in [&["--format", "pdf"][..], &[], &["--format"]] {
        let run = ask(&[&["export", path(&good)], format].concat());
        assert_eq!(run.status, 2, "{format:?}");
        assert!(run.out.is_empty());
    }
}
