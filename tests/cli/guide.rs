//! `ask guide`: the questions for answers.

use super::{Folder, ask, list, path};
use serde_json::json;

const ISSUE: &str = r#"{"role": ["self"], "moment": ["about-to-start"]}"#;

#[test]
fn ranks_questions_for_one_person() {
    let folder = Folder::new();
    let file = folder.write("answers.json", ISSUE);
    let run = ask(&["guide", path(&file), "--json"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let ranked = run.json();
    let ranked = ranked.as_array().unwrap();
    assert!(ranked.len() >= 20);
    for (place, question) in ranked.iter().enumerate() {
        for field in ["id", "topic", "text"] {
            assert!(question[field].as_str().is_some_and(|text| !text.is_empty()), "{field} of {question}");
        }
        assert_eq!(question["rank"], place + 1);
        assert_eq!(question["top"], place < 3);
        assert_eq!(list(question, "/reasons").len(), list(question, "/facts").len(), "{question}");
    }
    let reason = &ranked[0]["reasons"][0];
    assert!(reason.as_str().is_some_and(|said| said.starts_with("because you said: ")), "{reason}");
    let run = ask(&["guide", path(&file)]);
    assert!(run.out.starts_with("  1* ") && run.out.contains("because you said: "), "{}", run.out);
}

#[test]
fn ranks_questions_for_several_people() {
    let folder = Folder::new();
    let file = folder.write("people.json", &format!("[{ISSUE}, {{}}, {{\"treatment\": [\"car-t\"]}}]"));
    let lists = ask(&["guide", path(&file), "--json"]).json();
    assert_eq!(lists.as_array().unwrap().len(), 3);
    let alone = folder.write("one.json", ISSUE);
    assert_eq!(lists[0], ask(&["guide", path(&alone), "--json"]).json(), "each as if alone");
    assert_ne!(lists[1], lists[2]);
    let nobody = folder.write("nobody.json", "[]");
    assert_eq!(ask(&["guide", path(&nobody), "--json"]).json(), json!([]));
}

#[test]
fn reports_answers_it_does_not_know_and_goes_on() {
    let folder = Folder::new();
    let strange = r#"{"role": ["self", "dog"], "mood": ["happy"], "moment": ["about-to-start"]}"#;
    let run = ask(&["guide", path(&folder.write("strange.json", strange)), "--json"]);
    assert_eq!(run.status, 0);
    assert!(run.err.contains("there is no step 'mood'"), "{}", run.err);
    assert!(run.err.contains("step 'role' has no answer 'dog'"), "{}", run.err);
    let plain = ask(&["guide", path(&folder.write("plain.json", ISSUE)), "--json"]);
    assert_eq!(run.json(), plain.json());
}

#[test]
fn fails_on_what_it_cannot_read() {
    let folder = Folder::new();
    for (name, text) in [
        ("empty.json", ""),
        ("text.json", "hello"),
        ("number.json", "7"),
        ("shape.json", r#"{"role": "self"}"#),
    ] {
        let run = ask(&["guide", path(&folder.write(name, text)), "--json"]);
        assert_eq!((run.status, run.out.as_str()), (1, ""), "{name}");
        assert!(run.err.contains(name), "{}", run.err);
    }
    let run = ask(&["guide", "/no/such/answers.json"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("/no/such/answers.json"), "{}", run.err);
}
