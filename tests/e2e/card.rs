//! A therapy card: the same rows on each, with its questions, sources, and ways within it.

use crate::browser::{Screen, play};
use crate::folders::dist;
use crate::person::{CONTENT, arrive, hear, list};
use crate::site_of;
use ask_about_immunotherapy::content::Role;
use serde::Deserialize;
use serde_json::json;

/// Every heading of a card below its title, in this order; drug names only where there are drugs.
const HEADINGS: [&str; 14] = [
    "How it works",
    "Used for",
    "How it is given",
    "Tests before",
    "What it is like",
    "Good points",
    "Bad points",
    "Warning signs",
    "Cautions",
    "How well it works",
    "What is not known",
    "Drug names",
    "Questions to ask",
    "Sources and dates",
];

/// What can be read on a card.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Seen {
    headings: Vec<String>,
    empty: Vec<String>,
    adds: Vec<String>,
    sources: Vec<String>,
    references: Vec<u32>,
    contents: Vec<String>,
}

const SEE: &str = "
const all = (selector) => [...document.querySelectorAll(`#page ${selector}`)];
const sections = all('section').filter((section) => section.querySelector('h2'));
const sources = sections.find((section) => section.innerText.startsWith('Sources and dates'));
return {
  headings: sections.map((section) => section.querySelector('h2').innerText),
  empty: sections.filter((section) => section.textContent.trim().length < section.querySelector('h2').textContent.length + 20).map((section) => section.innerText),
  adds: all('button[aria-label^=\"Add to my list: \"]').map((button) => button.ariaLabel),
  sources: [...sources.querySelectorAll('li')].map((row) => row.querySelector('a[href]')?.href ?? ''),
  references: all('button[aria-label^=\"Source \"]').map((button) => Number(button.innerText)),
  contents: all('nav a').map((link) => link.innerText),
};";

#[test]
fn every_card_has_every_row_questions_and_sources() {
    let site = site_of(dist());
    let cards = &CONTENT.catalog.cards;
    assert_eq!(cards.len(), 35);
    play(Screen::Desktop, async |browser| {
        browser.open_app(&site.url("/#/treatments")).await;
        for card in cards {
            browser.eval::<()>("location.hash = '#/treatments'").await;
            arrive(browser, "Treatments").await;
            browser.click("link", &format!("{} {}", card.title, card.short)).await;
            arrive(browser, &card.title).await;
            browser.wait_for_text("Sources and dates").await;
            let seen: Seen = browser.eval(SEE).await;
            let drugs = CONTENT.catalog.drugs.iter().any(|drug| drug.class == card.id);
            let wanted: Vec<&str> =
                HEADINGS.into_iter().filter(|heading| drugs || *heading != "Drug names").collect();
            assert_eq!(seen.headings, wanted, "{}", card.title);
            assert!(seen.empty.is_empty(), "{}: {:?}", card.title, seen.empty);
            assert!(seen.adds.len() >= 4, "{}: {:?}", card.title, seen.adds);
            assert!(!seen.sources.is_empty(), "{}", card.title);
            for source in &seen.sources {
                assert!(source.starts_with("http") && source.contains("://"), "{}: '{source}'", card.title);
            }
            // Every number has its note, every note its number.
            let numbers: std::collections::BTreeSet<usize> =
                seen.references.iter().map(|number| *number as usize).collect();
            assert_eq!(numbers, (1..=seen.sources.len()).collect(), "{}", card.title);
            assert_eq!(seen.contents.len(), 10, "{}: {:?}", card.title, seen.contents);
            let text = browser.text().await;
            for label in ["Checked", "Next check", "This is information, not medical advice."] {
                assert!(text.contains(label), "{}: no '{label}'", card.title);
            }
        }
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn contents_and_numbers_lead_to_their_place() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        browser.open_app(&site.url("/#/treatments/car-t")).await;
        arrive(browser, "CAR T-cell therapy").await;
        browser.by_role("heading", "On this card").await;
        for (row, title) in browser.eval::<Vec<(String, String)>>("return [...document.querySelectorAll('#page nav a')].map((link) => [link.hash, link.innerText])").await {
            browser.click("link", &title).await;
            browser.wait_until(&format!("document.activeElement.localName === 'h2' && document.activeElement.innerText === {}", json!(title))).await;
            assert_eq!(browser.eval::<String>("return location.hash").await, row);
            // It is in view, and what stands under it too.
            let room = "const box = document.activeElement.getBoundingClientRect();
                return [box.top, box.bottom, innerHeight, document.documentElement.scrollHeight - scrollY]";
            let [top, bottom, window, left]: [f64; 4] = browser.eval(room).await;
            assert!(top >= -1.0 && (bottom < window / 2.0 || left <= window + 1.0), "{title}: {top} to {bottom} of {window}");
            // The same link again leads there again.
            browser.click("link", &title).await;
            browser.wait_until(&format!("document.activeElement.innerText === {}", json!(title))).await;
        }
        let last: String = browser.eval("return [...document.querySelectorAll('button')].map((button) => button.ariaLabel ?? '').findLast((name) => name.startsWith('Source '))").await;
        for name in ["Source 1", &last] {
            browser.click("button", name).await;
            let number: usize = name.trim_start_matches("Source ").parse().unwrap();
            browser.wait_until("document.activeElement.localName === 'li'").await;
            let place: usize = browser.eval("return [...document.activeElement.parentElement.children].indexOf(document.activeElement) + 1").await;
            assert_eq!(place, number);
            browser.wait_until("(() => { const box = document.activeElement.getBoundingClientRect(); return box.top >= -1 && box.bottom <= innerHeight })()").await;
        }
        browser.click("button", "Questions to ask").await;
        assert_eq!(browser.focused().await, ("heading".to_owned(), "Questions to ask".to_owned()));
    });
}

#[test]
fn a_link_to_a_row_leads_to_the_row() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/treatments/bcg-bladder/cautions")).await;
        arrive(browser, "BCG in the bladder").await;
        browser.wait_until("document.activeElement.innerText === 'Cautions'").await;
        browser.wait_until("(() => { const box = document.activeElement.getBoundingClientRect(); return box.top >= -1 && box.bottom <= innerHeight })()").await;
    });
}

#[test]
fn a_question_of_a_card_is_added_and_taken_back() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/treatments/til-therapy")).await;
        let all: Vec<&str> = CONTENT
            .catalog
            .questions
            .iter()
            .filter(|question| question.classes.iter().any(|class| class.as_str() == "til-therapy"))
            .map(|question| question.text.text(Role::Own))
            .collect();
        assert!(all.len() >= 4);
        browser.click("button", &format!("Add to my list: {}", all[0])).await;
        hear(browser, &format!("Added: {}", all[0])).await;
        browser.by_role("link", "My list 1").await;
        let undo = format!("Added. Undo: {}", all[0]);
        browser.wait_until(&format!("document.activeElement.ariaLabel === {}", json!(undo))).await;
        browser.click("button", &undo).await;
        hear(browser, &format!("Taken off: {}", all[0])).await;
        browser.by_role("link", "My list").await;
        browser.click("button", "Add all to my list").await;
        browser.by_role("link", &format!("My list {}", all.len())).await;
        browser.by_role("button", &undo).await;
        // All of them at once are also taken back at once.
        browser.click("button", "Undo").await;
        browser.by_role("link", "My list").await;
        browser.click("button", &format!("Add to my list: {}", all[1])).await;
        browser.click("link", "My list 1").await;
        arrive(browser, "Your questions").await;
        assert_eq!(list(browser).await, [all[1]]);
    });
}
