//! The page on ranking tells the truth: its tables are worked out again.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

use ask_about_immunotherapy::content::check;
use ask_about_immunotherapy::guide::{Answers, TOP, Time, rank};
use std::path::Path;

const PAGE: &str = include_str!("../docs/RANKING.md");

/// What reasons are worth, as the page says it.
fn worth(step: &str) -> u32 {
    let row =
        |name: &str| rows(PAGE).into_iter().find(|row| row.len() == 3 && row[0].contains(name)).unwrap();
    let named = ["health", "treatment", "moment", "values"].contains(&step);
    row(if named { step } else { "anything else" })[1].parse().unwrap()
}

/// The cells of every row of every table, without the marks around ids.
fn rows(page: &str) -> Vec<Vec<String>> {
    let table = page.lines().filter(|line| line.starts_with('|') && !line.starts_with("|-"));
    table
        .map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', "")).collect())
        .collect()
}

#[test]
fn the_worked_example_comes_out_as_it_is_told() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let catalog = check::bundle(&content, "en").unwrap().catalog;
    let (_, example) = PAGE.split_once("## Worked example").unwrap();
    let given = example.split('`').nth(1).unwrap();
    let answers: Answers = serde_json::from_str(given).unwrap();
    let ranked = rank(&catalog, &answers);
    let told: Vec<Vec<String>> =
        rows(example).into_iter().filter(|row| row[0].parse::<usize>().is_ok()).collect();
    assert!(told.len() > answers.time().size(), "one more than the list");
    for (row, ranked) in told.iter().zip(&ranked) {
        let reasons: Vec<String> = ranked.reasons.iter().map(ToString::to_string).collect();
        let question = ranked.question;
        let wanted = [
            ranked.rank.to_string(),
            question.id.to_string(),
            question.topic.to_string(),
            question.weight.to_string(),
            reasons.join(", "),
            ranked.score.to_string(),
        ];
        assert_eq!(row[..], wanted);
        // And by hand: the weight, and each step's reason once.
        let mut steps: Vec<&str> = ranked.reasons.iter().map(|fact| fact.step.as_str()).collect();
        steps.dedup();
        let sum: u32 = steps.into_iter().map(worth).sum();
        assert_eq!(u32::from(question.weight) + sum, ranked.score, "{}", question.id);
    }
}

#[test]
fn the_times_have_the_sizes_that_are_told() {
    let told: Vec<Vec<String>> = rows(PAGE).into_iter().filter(|row| row[0].contains("minutes")).collect();
    assert_eq!(told.len(), Time::ALL.len());
    for (row, time) in told.iter().zip(Time::ALL) {
        assert!(row[0].starts_with(&format!("{} ", time.option())), "{row:?}");
        let sizes = [TOP, time.if_time(), time.size()].map(|size| size.to_string());
        assert_eq!(row[1..], sizes);
    }
}
