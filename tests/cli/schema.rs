//! `ask schema`: the schemas that an editor's program reads while the content is typed.

use super::{Copy, ask, path};
use std::fs;

#[test]
fn writes_the_schema_of_every_kind_of_file_into_the_content() {
    let copy = Copy::new();
    let schema = copy.path().join("schema");
    fs::remove_dir_all(&schema).unwrap();
    let run = ask(&["schema", "--content", path(copy.path())]);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "", ""));
    for (file, title) in [("catalog/card.json", "CardShape"), ("words/topic.json", "TopicWords")] {
        assert_eq!(copy.json(&format!("schema/{file}"))["title"], title);
    }
    let (catalog, words) = (fs::read_dir(schema.join("catalog")), fs::read_dir(schema.join("words")));
    assert_eq!((catalog.unwrap().count(), words.unwrap().count()), (13, 12));
    assert_eq!(copy.errors(), [], "and the content is as good as before");
}

#[test]
fn fails_where_it_cannot_write() {
    let copy = Copy::new();
    fs::remove_dir_all(copy.path().join("schema")).unwrap();
    let copy = copy.write("schema", "a file in the way");
    let run = ask(&["schema", "--content", path(copy.path())]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(!run.err.is_empty());
}
