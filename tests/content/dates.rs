//! Dates of the checks: days, and the next not too far off.

use super::{CARD, Copy, SOURCES, refused};
use ask_about_immunotherapy::content::authored::Authored;
use ask_about_immunotherapy::content::check::checked_after;
use serde_json::json;

/// A copy in which each case has a card of its own, and the files of those cards.
fn dated(cases: &[(&str, &str, &str)]) -> (Copy, Vec<String>) {
    let cards = Copy::new().list("catalog/cards.json");
    let file = |place: usize| format!("catalog/cards/{}.json", cards[place].as_str().unwrap());
    let files: Vec<String> = (0..cases.len()).map(file).collect();
    let set = |copy: Copy, (file, (field, checked, day)): (&String, &(&str, &str, &str))| {
        copy.set(file, "/checked", json!(checked)).set(file, field, json!(day))
    };
    (files.iter().zip(cases).fold(Copy::new(), set), files)
}

#[test]
fn of_a_card_are_days() {
    let cases = [
        ("/due", "2026-11-22", "soon"),
        ("/due", "2026-11-22", ""),
        ("/due", "2026-11-22", "2027-05"),
        ("/due", "2026-11-22", "2027-13-01"),
        ("/due", "2026-11-22", "2027-05-32"),
        ("/due", "2026-11-22", "2027-5-1"),
        ("/due", "2026-11-22", "22-05-2027"),
        ("/due", "2026-11-22", "2027-05-22-01"),
        ("/due", "2026-11", "2027-05-22"),
        ("/approvalsDue", "2026-11-22", "2027-05"),
        ("/approvalsDue", "last week", "2027-05-22"),
    ];
    let (copy, files) = dated(&cases);
    for (file, (field, checked, day)) in files.iter().zip(cases) {
        copy.is_refused(file, field, &format!("'{checked}' and '{day}' must both be YYYY-MM-DD"));
    }
}

#[test]
fn of_a_cards_next_checks_lie_within_twelve_months_and_for_approvals_six() {
    let late = [
        ("/due", "2026-11-22", "2027-11-23", "12 months"),
        ("/due", "2026-11-22", "2027-12-01", "12 months"),
        ("/due", "2026-11-22", "2026-11-22", "12 months"),
        ("/due", "2026-11-22", "2026-01-01", "12 months"),
        ("/approvalsDue", "2026-11-22", "2027-05-23", "6 months"),
        ("/approvalsDue", "2026-11-22", "2027-06-01", "6 months"),
        ("/approvalsDue", "2026-11-22", "2026-11-22", "6 months"),
        ("/approvalsDue", "2026-11-22", "2026-11-21", "6 months"),
    ];
    let (copy, files) = dated(&late.map(|(field, checked, day, _)| (field, checked, day)));
    for (file, (field, checked, day, within)) in files.iter().zip(late) {
        copy.is_refused(file, field, &format!("'{day}' is not within {within} after '{checked}'"));
    }
    let (copy, _) = dated(&[
        ("/due", "2026-11-22", "2027-11-22"),
        ("/due", "2026-11-22", "2026-11-23"),
        ("/approvalsDue", "2026-11-22", "2027-05-22"),
        ("/approvalsDue", "2026-11-22", "2026-11-23"),
    ]);
    let told: Vec<_> = copy.errors().iter().filter(|error| error.reason.contains("is not within")).collect();
    assert!(told.is_empty(), "to the day is allowed: {told:?}");
}

#[test]
fn of_a_card_are_all_there() {
    for field in ["checked", "due", "approvalsDue"] {
        let copy = Copy::new().remove(CARD, &format!("/{field}"));
        copy.is_unreadable(CARD, "", &format!("missing field `{field}`"));
    }
}

#[test]
fn of_the_release_are_a_day_and_within_twelve_months() {
    const RELEASE: &str = "catalog/release.json";
    refused(&[
        (
            "too late",
            |copy| copy.set(RELEASE, "/release/due", json!("2030-01-01")),
            [RELEASE, "/release/due", "'2030-01-01' is not within 12 months"],
        ),
        (
            "no day",
            |copy| copy.set(RELEASE, "/release/checked", json!("2026")),
            [RELEASE, "/release/due", "must both be YYYY-MM-DD"],
        ),
        (
            "no release at all",
            |copy| copy.write(RELEASE, r#"{"$schema": "../schema/catalog/release.json"}"#),
            [RELEASE, "", "missing field `release`"],
        ),
    ]);
}

#[test]
fn of_a_check_are_not_after_today() {
    let copy = Copy::new()
        .set(CARD, "/checked", json!("2026-12-24"))
        .set(SOURCES, "/0/checked", json!("2026-12-25"))
        .set("catalog/release.json", "/release/checked", json!("2026-12-26"));
    let (authored, _) = Authored::read(copy.path(), "en");
    let told = |today: &str| -> Vec<(String, String)> {
        checked_after(&authored, today).into_iter().map(|error| (error.file, error.field)).collect()
    };
    let [card, source, release] = [
        (CARD.to_owned(), "/checked".to_owned()),
        (SOURCES.to_owned(), "/sources/0/checked".to_owned()),
        ("catalog/release.json".to_owned(), "/release/checked".to_owned()),
    ];
    assert_eq!(told("2026-12-23"), [card, source.clone(), release.clone()]);
    assert_eq!(told("2026-12-24"), [source, release], "the day itself has come");
    assert_eq!(told("2026-12-26"), []);
}

#[test]
fn of_a_source_that_was_not_opened_are_left_out_with_a_reason() {
    let noted = Copy::new().remove(SOURCES, "/0/checked").set(SOURCES, "/0/dateNote", json!("not opened"));
    assert_eq!(noted.errors(), []);
    let silent = Copy::new().remove(SOURCES, "/0/checked").set(SOURCES, "/0/dateNote", json!(""));
    silent.is_refused(SOURCES, "/0/checked", "no day it was looked at");
}

#[test]
fn a_reviewer_has_a_name() {
    Copy::new().set(CARD, "/reviewer", json!("")).is_refused(CARD, "/reviewer", "has no name");
    let release = "catalog/release.json";
    let copy = Copy::new().set(release, "/release/reviewer", json!(""));
    copy.is_refused(release, "/release/reviewer", "has no name; write null");
}
