//! `ask check`: every mistake, or how much there is, how far it reaches and how hard it is to read.

use super::{Copy, Folder, ask, list, path};
use serde_json::json;

#[test]
fn passes_on_the_shipped_content_and_counts() {
    let run = ask(&["check"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for word in
        ["cards", "questions", "drugs", "signs", "terms", "cancers", "sources", "quiz items", "reading grade"]
    {
        assert!(run.out.contains(word), "{word} in {}", run.out);
    }
    assert!(run.out.starts_with("en: ") && run.out.contains("car-t") && run.out.contains("when-to-call"));
    let lines: Vec<&str> = run.out.lines().collect();
    let hardest = lines.iter().position(|line| *line == "the hardest passages:").unwrap();
    assert!(lines[hardest + 1].contains(" en/") && lines[hardest + 10].contains(" en/"), "{}", run.out);
    assert!(lines[hardest + 11].starts_with("approvals are due a check by 20"), "{}", run.out);
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
        "content/catalog/drugs.json /drugs/0/class: no card 'nothing'",
        "content/catalog/sources.json /sources/0/date: 'once' is not a date",
        "content/en/terms.json /",
        " errors in the content",
    ] {
        assert!(run.err.contains(told), "{told} in {}", run.err);
    }
    let run = ask(&["check", "--json", "--content", path(broken.path())]);
    assert_eq!(run.status, 1);
    let told = run.json();
    assert_eq!(told["ok"], false);
    let reason = "no card 'nothing'; it needs a file in catalog/cards";
    let error = json!({"file": "catalog/drugs.json", "field": "/drugs/0/class", "reason": reason});
    assert!(list(&told, "/errors").contains(&error), "{told}");
    assert!(list(&told, "/errors").iter().all(|error| error.as_object().unwrap().len() == 3));
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
