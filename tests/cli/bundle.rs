//! `ask bundle`: what the browser reads.

use super::{Copy, Folder, ask, list, path};
use serde_json::Value;

#[test]
fn writes_one_file_or_into_a_folder_the_two_parts() {
    let folder = Folder::new();
    let file = folder.path().join("bundle.json");
    assert_eq!(ask(&["bundle", path(&file)]).status, 0);
    let read = |name: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(folder.path().join(name)).unwrap()).unwrap()
    };
    let bundle = read("bundle.json");
    assert!(list(&bundle, "/catalog/questions").len() >= 60 && list(&bundle, "/details/bodies").len() >= 12);
    assert_eq!(ask(&["bundle", path(folder.path())]).status, 0);
    let (first, second) = (read("catalog.json"), read("details.json"));
    let mut cards = bundle["catalog"]["cards"].clone();
    let also: Vec<Value> = cards
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .map(|card| card.as_object_mut().unwrap().remove("also").unwrap())
        .collect();
    assert_eq!((&first["cards"], &second["also"]), (&cards, &Value::from(also)), "other names come second");
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
