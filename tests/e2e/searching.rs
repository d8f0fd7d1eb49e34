//! Search as you type: what was meant comes first, also when it is misspelt.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{arrive, hear, list, words};
use crate::site_of;
use serde_json::json;

/// What people type, the kind of the first result, and its title.
const MEANT: [(&str, &str, &str); 6] = [
    ("keytrda", "Drug", "Keytruda"),
    ("pembrolizumap", "Drug", "pembrolizumab"),
    ("car t", "Card", "CAR T-cell therapy"),
    ("ipi nivo", "Drug", "ipi + nivo"),
    ("bcg bladder", "Card", "BCG in the bladder"),
    ("chemo pill thalidomide", "Card", "Immune-tuning capsules (thalidomide, lenalidomide, pomalidomide)"),
];

const HOME: &str = "Look up a treatment";
const TREATMENTS: &str = "Look up a treatment, a drug, a question or a word";

/// Kind and title of every result that can be seen.
const RESULTS: &str =
    "return [...document.querySelectorAll('ol.results > li')].filter((row) => row.checkVisibility())
    .map((row) => [row.firstElementChild.innerText.trim(), row.querySelector('h3').innerText])";

async fn results(browser: &Browser) -> Vec<(String, String)> {
    browser.eval(RESULTS).await
}

/// Waits until this is the first result, then gives all.
async fn first_is(browser: &Browser, kind: &str, title: &str) -> Vec<(String, String)> {
    let expression = format!(
        "(() => {{ const row = document.querySelector('ol.results > li');
        return row?.firstElementChild.innerText.trim() === {} && row.querySelector('h3').innerText === {} }})()",
        json!(kind),
        json!(title)
    );
    browser.wait_until(&expression).await;
    results(browser).await
}

#[test]
fn what_was_meant_comes_first_on_the_home_screen() {
    what_was_meant_comes_first("/", HOME);
}

#[test]
fn what_was_meant_comes_first_among_the_treatments() {
    what_was_meant_comes_first("/#/treatments", TREATMENTS);
}

fn what_was_meant_comes_first(address: &str, field: &str) {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url(address)).await;
        for (typed, kind, title) in MEANT {
            browser.fill("searchbox", field, typed).await;
            let found = first_is(browser, kind, title).await;
            // Screen readers hear how many there are when typing pauses.
            let count = found.len();
            hear(browser, &if count == 1 { "1 result".to_owned() } else { format!("{count} results") }).await;
        }
        let polite = browser.by_role("status", "").await;
        assert_eq!(polite.attr("aria-live").await.unwrap().as_deref(), Some("polite"));
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn results_come_while_typing_and_go_when_the_field_is_empty() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.click("searchbox", HOME).await;
        browser.type_text("keyt").await;
        first_is(browser, "Drug", "Keytruda").await;
        // No press of Enter, and the place stays the home screen.
        assert_eq!(browser.driver.title().await.unwrap(), "Ask About Immunotherapy");
        browser.press(&["Backspace", "Backspace", "Backspace", "Backspace"]).await;
        browser.wait_until("document.querySelector('ol.results') === null").await;
        assert!(browser.eval::<bool>("return document.activeElement.id === 'home-search'").await);
    });
}

#[test]
fn what_was_typed_and_what_is_shown_are_both_said() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.fill("searchbox", HOME, "keytrda").await;
        browser.wait_for_text("You typed keytrda Showing Keytruda").await;
        browser.fill("searchbox", HOME, "pembrolizumap").await;
        browser.wait_for_text("You typed pembrolizumap Showing pembrolizumab").await;
        browser.fill("searchbox", HOME, "keytruda").await;
        first_is(browser, "Drug", "Keytruda").await;
        assert!(!browser.text().await.contains("You typed"));
    });
}

#[test]
fn kinds_are_told_apart_and_chips_show_one_kind() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/treatments")).await;
        browser.fill("searchbox", TREATMENTS, "car t").await;
        let all = first_is(browser, "Card", "CAR T-cell therapy").await;
        for (kind, chip) in
            [("Drug", "Drugs"), ("Card", "Cards"), ("Question", "Questions"), ("Word", "Words")]
        {
            let some: Vec<_> = all.iter().filter(|(one, _)| one == kind).cloned().collect();
            assert!(!some.is_empty(), "no {kind} in {all:?}");
            let name = format!("{chip} {}", some.len());
            browser.click("button", &name).await;
            browser
                .wait_until(&format!(
                    "document.querySelectorAll('ol.results > li').length === {}",
                    some.len()
                ))
                .await;
            assert_eq!(results(browser).await, some);
            let pressed = browser.by_role("button", &name).await.attr("aria-pressed").await.unwrap();
            assert_eq!(pressed.as_deref(), Some("true"));
        }
        browser.click("button", &format!("All {}", all.len())).await;
        browser
            .wait_until(&format!("document.querySelectorAll('ol.results > li').length === {}", all.len()))
            .await;
    });
}

#[test]
fn no_result_says_so_with_the_words_and_helps() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/treatments")).await;
        browser.fill("searchbox", TREATMENTS, "qqqqqqqq").await;
        browser.wait_for_text("We do not know “qqqqqqqq”.").await;
        hear(browser, "We do not know “qqqqqqqq”.").await;
        browser.wait_for_text(words("search.none-help")).await;
        browser.click("button", "Clear the search").await;
        browser.by_role("heading", "Vaccines").await;
        browser
            .wait_until("document.activeElement.type === 'search' && document.activeElement.value === ''")
            .await;
        // From the home screen the way leads to all treatments.
        browser.eval::<()>("location.hash = '#/'").await;
        browser.fill("searchbox", HOME, "zzzzzz").await;
        browser.wait_for_text("We do not know “zzzzzz”.").await;
        browser.click("link", "See all treatments").await;
        arrive(browser, "Treatments").await;
        browser.by_role("heading", "Vaccines").await;
        browser.by_role("link", "BCG in the bladder*").await;
    });
}

#[test]
fn a_result_leads_on() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.fill("searchbox", HOME, "car t").await;
        let found = first_is(browser, "Card", "CAR T-cell therapy").await;
        let question = &found.iter().find(|(kind, _)| kind == "Question").unwrap().1;
        browser.click("button", &format!("Add to my list: {question}")).await;
        hear(browser, &format!("Added: {question}")).await;
        browser.fill("searchbox", HOME, "Keytruda").await;
        first_is(browser, "Drug", "Keytruda").await;
        browser.click("link", "Read about: PD-1 inhibitors").await;
        arrive(browser, "PD-1 inhibitors").await;
        browser.click("link", "My list 1").await;
        arrive(browser, "Your questions").await;
        assert_eq!(list(browser).await, [question.as_str()]);
    });
}
