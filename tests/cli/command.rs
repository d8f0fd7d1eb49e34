//! Commands that are wrong, and help.

use super::ask;

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
