//! The real `ask` program: what editors, the build and scripts rely on.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

#[path = "support/content.rs"]
#[allow(dead_code, reason = "the tests of the content use more of it")]
mod support;

use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use support::{Copy, Folder};

/// What a run gave: status, standard output, standard error.
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Run {
    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }
}

fn ask(arguments: &[&str]) -> Run {
    ask_with(arguments, "")
}

/// Runs `ask` in the project's folder with something on its standard input.
fn ask_with(arguments: &[&str], input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ask"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("ask starts");
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().expect("ask ends");
    Run {
        status: output.status.code().expect("a status"),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn list<'a>(value: &'a Value, at: &str) -> &'a Vec<Value> {
    value.pointer(at).and_then(Value::as_array).unwrap_or_else(|| panic!("{at} in {value}"))
}

mod check {
    use super::*;

    #[test]
    fn passes_on_the_shipped_content_and_counts() {
        let run = ask(&["check"]);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        for word in ["cards", "questions", "drugs", "signs", "terms", "cancers", "sources", "reading grade"] {
            assert!(run.out.contains(word), "{word} in {}", run.out);
        }
        assert!(run.out.starts_with("en: ") && run.out.contains("car-t") && run.out.contains("when-to-call"));
    }

    #[test]
    fn tells_counts_and_grades_as_json() {
        let run = ask(&["check", "--json"]);
        assert_eq!(run.status, 0);
        let told = run.json();
        assert_eq!((&told["ok"], &told["errors"]), (&json!(true), &json!([])));
        let languages = list(&told, "/languages");
        assert_eq!(languages.len(), 1);
        assert_eq!(languages[0]["language"], "en");
        let counts = &languages[0]["counts"];
        for (kind, least) in [
            ("cards", 12),
            ("questions", 60),
            ("drugs", 60),
            ("signs", 12),
            ("terms", 1),
            ("sources", 1),
            ("cancers", 1),
        ] {
            assert!(counts[kind].as_u64().unwrap() >= least, "{kind}: {}", counts[kind]);
        }
        let reading = list(counts, "/reading");
        for kind in ["card", "topic", "signs", "terms", "steps", "interface"] {
            assert!(reading.iter().any(|grade| grade["kind"] == kind), "{kind}");
        }
        for grade in reading {
            assert!(grade["id"].is_string() && grade["grade"].as_f64().unwrap() <= 6.0, "{grade}");
            assert!(grade["raw_grade"].is_number() && grade["words_per_sentence"].is_number(), "{grade}");
        }
    }

    #[test]
    fn fails_with_file_field_and_reason_of_every_error() {
        let broken = Copy::new()
            .set("catalog/drugs.json", "/pembrolizumab/class", json!("nothing"))
            .set("catalog/sources.json", "/0/date", json!("once"))
            .write("en/terms.json", "{");
        let run = ask(&["check", "--content", path(broken.path())]);
        assert_eq!((run.status, run.out.as_str()), (1, ""));
        for told in [
            "content/catalog/drugs.json /0/class: no card 'nothing'",
            "content/catalog/sources.json /0/date: 'once' is not a date",
            "content/en/terms.json /",
            " errors in the content",
        ] {
            assert!(run.err.contains(told), "{told} in {}", run.err);
        }
        let run = ask(&["check", "--json", "--content", path(broken.path())]);
        assert_eq!(run.status, 1);
        let told = run.json();
        assert_eq!(told["ok"], false);
        let errors = list(&told, "/errors");
        assert!(errors.contains(&json!({"file": "catalog/drugs.json", "field": "/0/class", "reason": errors
            .iter().find(|error| error["field"] == "/0/class").unwrap()["reason"]})));
        assert!(errors.iter().all(|error| error.as_object().unwrap().len() == 3));
    }

    #[test]
    fn fails_where_there_is_no_content() {
        let folder = Folder::new();
        for place in [path(folder.path()), "/no/such/folder"] {
            let run = ask(&["check", "--content", place]);
            assert_eq!(run.status, 1, "{place}");
            assert!(run.err.contains("no folder with an interface.json"), "{}", run.err);
        }
    }
}

mod bundle {
    use super::*;

    #[test]
    fn writes_one_file_or_into_a_folder_the_two_parts() {
        let folder = Folder::new();
        let file = folder.path().join("bundle.json");
        assert_eq!(ask(&["bundle", path(&file)]).status, 0);
        let read = |name: &str| -> Value {
            serde_json::from_str(&std::fs::read_to_string(folder.path().join(name)).unwrap()).unwrap()
        };
        let bundle = read("bundle.json");
        assert!(
            list(&bundle, "/catalog/questions").len() >= 60 && list(&bundle, "/details/bodies").len() >= 12
        );
        assert_eq!(ask(&["bundle", path(folder.path())]).status, 0);
        let (first, second) = (read("catalog.json"), read("details.json"));
        assert_eq!(first["cards"], bundle["catalog"]["cards"]);
        assert_eq!(second["questions"], bundle["catalog"]["questions"]);
        assert_eq!(second["terms"], bundle["details"]["terms"]);
        assert!(first["questions"].is_null(), "it comes second");
        let again = folder.path().join("again.json");
        assert_eq!(ask(&["bundle", path(&again)]).status, 0);
        assert_eq!(std::fs::read(file).unwrap(), std::fs::read(again).unwrap(), "the same bytes every time");
    }

    #[test]
    fn writes_nothing_when_the_content_is_broken_or_the_place_is_not_there() {
        let broken = Copy::new().write("catalog/release.json", "{}");
        let out = broken.path().join("out.json");
        let run = ask(&["bundle", path(&out), "--content", path(broken.path())]);
        assert_eq!(run.status, 1);
        assert!(run.err.contains("content/catalog/release.json") && !out.exists(), "{}", run.err);
        let run = ask(&["bundle", "/no/such/folder/out.json"]);
        assert_eq!(run.status, 1);
        assert!(run.err.contains("/no/such/folder/out.json"), "{}", run.err);
    }
}

mod search {
    use super::*;

    #[test]
    fn tells_kind_id_title_score_and_matched() {
        let run = ask(&["search", "Keytruda", "--json", "--limit", "3"]);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        let hits = run.json();
        let hits = hits.as_array().unwrap();
        assert!((1..=3).contains(&hits.len()), "{hits:?}");
        for hit in hits {
            let mut fields: Vec<&str> = hit.as_object().unwrap().keys().map(String::as_str).collect();
            fields.sort_unstable();
            assert_eq!(fields, ["id", "kind", "matched", "score", "title"]);
            assert!(["card", "drug", "question", "term"].contains(&hit["kind"].as_str().unwrap()), "{hit}");
            assert!(hit["score"].as_f64().unwrap() > 0.0, "{hit}");
        }
        assert!(hits.is_sorted_by(|a, b| a["score"].as_f64() >= b["score"].as_f64()), "best first");
        assert_eq!((&hits[0]["kind"], &hits[0]["id"]), (&json!("drug"), &json!("pembrolizumab")));
        assert_eq!(hits[0]["matched"], "Keytruda");
    }

    #[test]
    fn keeps_to_the_limit() {
        for limit in [0, 1, 5] {
            let run = ask(&["search", "cancer", "--json", "--limit", &limit.to_string()]);
            assert_eq!(run.json().as_array().unwrap().len(), limit);
        }
    }

    #[test]
    fn reads_queries_line_by_line_and_writes_a_line_for_each() {
        let run = ask_with(&["search", "-", "--json", "--limit", "2"], "keytrda\nzzzzqqqq\n\nbcg bladder\n");
        assert_eq!(run.status, 0);
        let lines: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 4, "{}", run.out);
        assert_eq!(lines[0][0]["id"], "pembrolizumab");
        assert_eq!(lines[1], json!([]), "nothing found is a line too");
        assert_eq!(lines[2], json!([]), "nothing asked is a line too");
        assert!(lines[3][0]["id"].as_str().unwrap().contains("bcg"));
        assert_eq!(ask_with(&["search", "-"], "nivo\nbcg\n").out.lines().count(), 2, "also without --json");
        assert_eq!(ask_with(&["search", "-"], "").out, "");
    }

    #[test]
    fn says_so_when_nothing_is_found() {
        let run = ask(&["search", "zzzzqqqq"]);
        assert_eq!((run.status, run.out.as_str()), (0, "nothing found for 'zzzzqqqq'\n"));
        assert_eq!(ask(&["search", "zzzzqqqq", "--json"]).json(), json!([]));
    }

    #[test]
    fn shows_results_to_read() {
        let run = ask(&["search", "keytrda", "--limit", "1"]);
        assert!(run.out.contains("pembrolizumab") && run.out.contains("as Keytruda"), "{}", run.out);
    }

    #[test]
    fn finds_what_the_queries_of_the_issue_mean() {
        // Query, what may stand first, and what must be among the first three.
        let judged: [(&str, &[&str], &[&str]); 7] = [
            ("keytruda", &["pembrolizumab"], &["pembrolizumab"]),
            ("keytrda", &["pembrolizumab"], &["pembrolizumab"]),
            ("pembrolizumap", &["pembrolizumab"], &["pembrolizumab"]),
            ("car t", &["car-t"], &["car-t"]),
            (
                "ipi nivo",
                &["ipi-nivo", "nivolumab-ipilimumab", "ipilimumab-nivolumab", "ipilimumab", "nivolumab"],
                &[],
            ),
            ("bcg bladder", &["bcg-bladder"], &["bcg-bladder"]),
            ("chemo pill thalidomide", &["thalidomide", "immunomodulatory-drugs"], &["thalidomide"]),
        ];
        let queries: Vec<&str> = judged.iter().map(|(query, _, _)| *query).collect();
        let run = ask_with(&["search", "-", "--json"], &format!("{}\n", queries.join("\n")));
        for (line, (query, first, among)) in run.out.lines().zip(judged) {
            let hits: Value = serde_json::from_str(line).unwrap();
            let ids: Vec<&str> =
                hits.as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap()).collect();
            assert!(first.contains(ids.first().unwrap_or(&"")), "{query}: {ids:?}");
            for id in among {
                assert!(ids.iter().take(3).any(|found| found == id), "{query}: {ids:?}");
            }
        }
        assert_eq!(run.out.lines().count(), judged.len());
    }
}

mod guide {
    use super::*;

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
                assert!(
                    question[field].as_str().is_some_and(|text| !text.is_empty()),
                    "{field} of {question}"
                );
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
}

mod export {
    use super::*;

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
        assert!(
            run.out.contains("20261201T1030") && run.out.lines().all(|line| line.len() <= 75),
            "{}",
            run.out
        );
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
}

mod a_command {
    use super::*;

    #[test]
    fn that_is_wrong_gives_status_two_and_the_help() {
        let wrong: [&[&str]; 10] = [
            &[],
            &["dance"],
            &["check", "more"],
            &["bundle"],
            &["search"],
            &["search", "two", "words"],
            &["guide"],
            &["search", "x", "--limit", "many"],
            &["search", "x", "--limit", "-1"],
            &["check", "--no-such-option"],
        ];
        for arguments in wrong {
            let run = ask(arguments);
            assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
            assert!(run.err.contains("ask check [--json]"), "{arguments:?}: {}", run.err);
        }
    }

    #[test]
    fn help_is_told_on_request() {
        for arguments in [&["help"][..], &["--help"], &["-h"], &["check", "--help"]] {
            let run = ask(arguments);
            assert_eq!((run.status, run.err.as_str()), (0, ""), "{arguments:?}");
            assert!(run.out.contains("ask export LIST.json --format text|fhir|ics"));
        }
    }

    #[test]
    fn works_with_a_language_that_is_not_there() {
        let run = ask(&["search", "bcg", "--language", "xx"]);
        assert_eq!(run.status, 1);
        assert!(run.err.contains("content/xx/drugs.json"), "{}", run.err);
    }
}
