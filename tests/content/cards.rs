//! Cards: every row with its sources, questions and a warning sign of their own, fair good and bad points, one level of
//! families.

use super::{CARD, CARD_WORDS, Copy, QUESTIONS, SIGNS, refused};
use ask_about_immunotherapy::content::Row;
use ask_about_immunotherapy::content::check::ContentError;
use serde_json::{Value, json};

#[test]
fn have_every_row_with_its_sources() {
    let empty = |copy: Copy, row: Row| copy.set(CARD_WORDS, &format!("/rows/{}", row.as_str()), json!([]));
    let copy = Row::ALL.into_iter().fold(Copy::new(), empty);
    for row in Row::ALL.map(Row::as_str) {
        copy.is_refused(CARD_WORDS, &format!("/rows/{row}"), "the row is empty; every card has every row");
        copy.is_refused(CARD, &format!("/sources/rows/{row}"), "lists of sources for 0 statements");
    }
    let missing = |copy: Copy, row: Row| {
        let row = format!("/rows/{}", row.as_str());
        copy.remove(CARD_WORDS, &row).remove(CARD, &format!("/sources{row}"))
    };
    let copy = Row::ALL.into_iter().fold(Copy::new(), missing);
    for row in Row::ALL.map(Row::as_str) {
        copy.is_refused(CARD_WORDS, &format!("/rows/{row}"), "the row is empty");
    }
}

#[test]
fn have_as_many_lists_of_sources_as_statements() {
    refused(&[
        (
            "a statement more",
            |copy| copy.set(CARD_WORDS, "/rows/bad/-", json!("It can be hard.")),
            [
                CARD,
                "/sources/rows/bad",
                "5 lists of sources for 6 statements in en/cards/car-t.json /rows/bad",
            ],
        ),
        (
            "a list of sources more",
            |copy| copy.set(CARD, "/sources/rows/bad/-", json!(["acs-ici"])),
            [CARD, "/sources/rows/bad", "6 lists of sources for 5 statements"],
        ),
    ]);
}

/// A copy where only so many questions or signs name each of the classes.
fn named_by(classes: &[&str], file: &str, count: usize) -> Copy {
    Copy::new().edit_list(file, |entries| {
        for class in classes {
            let mut left = count;
            for entry in entries.iter_mut() {
                let Some(named) = entry.get_mut("classes").and_then(Value::as_array_mut) else { continue };
                if !named.iter().any(|named| named == class) {
                    continue;
                }
                if left == 0 {
                    named.retain(|named| named != class);
                } else {
                    left -= 1;
                }
            }
        }
    })
}

#[test]
fn have_four_questions_of_their_own() {
    // The last is a kind: what is asked of its family is not its own.
    let classes = ["cytokines", "bcg-bladder", "pd1-inhibitors"];
    for count in [0, 3] {
        let copy = named_by(&classes, QUESTIONS, count);
        for class in classes {
            let reason = format!("{count} questions name this class; it needs 4 of its own");
            copy.is_refused(QUESTIONS, &format!("/questions/?classes={class}"), &reason);
        }
    }
    let copy = named_by(&classes, QUESTIONS, 4);
    let told: Vec<_> = copy.errors().iter().filter(|error| error.field.contains("?classes=")).collect();
    assert!(told.is_empty(), "four are enough: {told:?}");
}

#[test]
fn have_a_warning_sign() {
    let classes = ["til-therapy", "pd1-inhibitors", "allergen-immunotherapy"];
    let copy = named_by(&classes, SIGNS, 0);
    for class in classes {
        copy.is_refused(SIGNS, &format!("/signs/?classes={class}"), "no warning sign names this class");
    }
}

#[test]
fn have_good_and_bad_points_within_a_third_of_each_other() {
    let cases = [
        ("car-t", 60, 39, "good points have 60 words, bad points 39; keep them within a third"),
        ("cytokines", 39, 60, "good points have 39 words, bad points 60; keep them within a third"),
        ("bcg-bladder", 60, 40, ""),
        ("imiquimod", 40, 60, ""),
        ("tcr-t", 50, 50, ""),
    ];
    let file = |card: &str| format!("en/cards/{card}.json");
    let balanced = |copy: Copy, (card, good, bad, _): &(&str, usize, usize, &str)| {
        copy.edit(&file(card), |root| {
            for (row, words) in [("good", *good), ("bad", *bad)] {
                let statements = root["rows"][row].as_array_mut().unwrap();
                statements.fill(json!("So."));
                statements[0] = json!("So. ".repeat(words + 1 - statements.len()).trim_end());
            }
        })
    };
    let copy = cases.iter().fold(Copy::new(), balanced);
    for (card, good, bad, reason) in cases {
        let of_card = |error: &&ContentError| error.file == file(card) && error.field == "/rows/good";
        let told: Vec<&str> =
            copy.errors().iter().filter(of_card).map(|error| error.reason.as_str()).collect();
        let expected: &[&str] = if reason.is_empty() { &[] } else { &[reason] };
        assert_eq!(told, expected, "{card}: {good} and {bad} words");
    }
}

#[test]
fn are_a_file_and_a_place_in_the_order() {
    let unknown = "unknown id 'car-t'; it does not stand in catalog/cards.json";
    let copy = Copy::new().remove("catalog/cards.json", "/car-t");
    copy.is_refused("catalog/cards", "/car-t", unknown);
    copy.is_refused("en/cards", "/car-t", unknown);
    let missing = "missing words for 'car-t', which stands in catalog/cards.json";
    Copy::new().delete(CARD).is_refused("catalog/cards", "/car-t", missing);
    Copy::new().delete(CARD_WORDS).is_refused("en/cards", "/car-t", missing);
}

#[test]
fn have_no_family_of_a_family() {
    const FAMILY: &str = "catalog/cards/adoptive-cell-therapy.json";
    refused(&[
        (
            "a kind of a kind",
            |copy| copy.set(CARD, "/parent", json!("pd1-inhibitors")),
            [CARD, "/parent", "'pd1-inhibitors' is itself a kind of another class"],
        ),
        (
            "a kind of itself",
            |copy| copy.set(CARD, "/parent", json!("car-t")),
            [CARD, "/parent", "'car-t' is itself a kind of another class"],
        ),
        (
            "a family that becomes a kind",
            |copy| copy.set(FAMILY, "/parent", json!("cytokines")),
            [CARD, "/parent", "'adoptive-cell-therapy' is itself a kind of another class"],
        ),
    ]);
}
