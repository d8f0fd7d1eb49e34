//! Dates and addresses: well formed, and the next check not too far off.

use super::{ContentError, Errors};
use crate::content::authored::Authored;

/// A card is checked again within this many months.
const MONTHS_UNTIL_CHECK: i32 = 12;
/// What it says of approvals and supply changes faster.
const MONTHS_UNTIL_APPROVALS: i32 = 6;

pub(super) fn check(authored: &Authored, errors: &mut Errors) {
    for (id, card) in &authored.cards {
        let file = format!("catalog/cards/{id}.json");
        between(&file, ("/due", MONTHS_UNTIL_CHECK), &card.checked, &card.due, errors);
        let approvals = ("/approvalsDue", MONTHS_UNTIL_APPROVALS);
        between(&file, approvals, &card.checked, &card.approvals_due, errors);
    }
    for (id, _) in
        authored.cards.iter().filter(|(_, card)| card.reviewer.as_deref().is_some_and(str::is_empty))
    {
        let file = format!("catalog/cards/{id}.json");
        errors.add(file, "/reviewer", "has no name; leave the field out");
    }
    if let Some(release) = &authored.release {
        if release.reviewer.as_deref().is_some_and(str::is_empty) {
            errors.add("catalog/release.json", "/release/reviewer", "has no name; write null");
        }
        between(
            "catalog/release.json",
            ("/release/due", MONTHS_UNTIL_CHECK),
            &release.checked,
            &release.due,
            errors,
        );
    }
    for (place, source) in authored.sources.iter().enumerate() {
        let file = "catalog/sources.json";
        if !source.address.starts_with("https://") && !source.address.starts_with("http://") {
            let reason = format!("'{}' is not a public address; write https://..", source.address);
            errors.add(file, format!("/sources/{place}/address"), reason);
        }
        if parts(&source.date).is_none() {
            let reason = format!("'{}' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD", source.date);
            errors.add(file, format!("/sources/{place}/date"), reason);
        }
        if source.checked.is_empty() && source.date_note.trim().is_empty() {
            let reason = "no day it was looked at; give one, or say in dateNote that it was not";
            errors.add(file, format!("/sources/{place}/checked"), reason);
        } else if !source.checked.is_empty() && day(&source.checked).is_none() {
            errors.add(
                file,
                format!("/sources/{place}/checked"),
                format!("'{}' is not YYYY-MM-DD", source.checked),
            );
        }
        for (field, text) in [("organisation", &source.organisation), ("title", &source.title)] {
            if text.trim().is_empty() {
                errors.add(file, format!("/sources/{place}/{field}"), "the text is empty");
            }
        }
    }
}

/// Days of checks that have not come yet: such a card would never say that it is overdue.
///
/// Apart from the other rules, because only this one asks for today, `YYYY-MM-DD`.
pub fn checked_after(authored: &Authored, today: &str) -> Vec<ContentError> {
    let cards = authored
        .cards
        .iter()
        .map(|(id, card)| (format!("catalog/cards/{id}.json"), "/checked".to_owned(), card.checked.as_str()));
    let sources = authored.sources.iter().enumerate().map(|(place, source)| {
        ("catalog/sources.json".to_owned(), format!("/sources/{place}/checked"), source.checked.as_str())
    });
    let release = authored.release.iter().map(|release| {
        ("catalog/release.json".to_owned(), "/release/checked".to_owned(), release.checked.as_str())
    });
    let late = cards.chain(sources).chain(release).filter(|(_, _, checked)| *checked > today);
    late.map(|(file, field, checked)| {
        ContentError::new(file, field, format!("'{checked}' is after today, {today}"))
    })
    .collect()
}

fn between(file: &str, (field, limit): (&str, i32), checked: &str, due: &str, errors: &mut Errors) {
    let (Some(from), Some(to)) = (day(checked), day(due)) else {
        errors.add(file, field, format!("'{checked}' and '{due}' must both be YYYY-MM-DD"));
        return;
    };
    let months = (to.0 - from.0) * 12 + to.1 - from.1;
    if to <= from || months > limit || (months == limit && to.2 > from.2) {
        let reason = format!("'{due}' is not within {limit} months after '{checked}'");
        errors.add(file, field, reason);
    }
}

/// Year, month and day of `YYYY-MM-DD`.
fn day(text: &str) -> Option<(i32, i32, i32)> {
    match parts(text)?[..] {
        [year, month, day] => Some((year, month, day)),
        _ => None,
    }
}

/// One to three numbers of the right width and range.
fn parts(text: &str) -> Option<Vec<i32>> {
    let ranges = [(4, 1900..=2100), (2, 1..=12), (2, 1..=31)];
    let fields: Vec<&str> = text.split('-').collect();
    if fields.len() > ranges.len() {
        return None;
    }
    fields
        .into_iter()
        .zip(ranges)
        .map(|(field, (width, range))| {
            let number = field.parse().ok()?;
            (field.len() == width && range.contains(&number)).then_some(number)
        })
        .collect()
}
