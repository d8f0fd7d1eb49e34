//! Whoever lives with side effects sees what cannot wait before any question, whichever way they go.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{arrive, choose, steps, words};
use crate::site_of;

const SIDE_EFFECTS: &str = "Living with side effects";

/// That the signs stand before everything of this kind.
async fn first_of_all(browser: &Browser, others: &str) {
    browser.by_role("region", words("care.title")).await;
    let before: bool = browser
        .eval(&format!(
            "const panel = document.querySelector('.call-now');
             return [...document.querySelectorAll('{others}')].every((other) => panel.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)"
        ))
        .await;
    assert!(before, "{others} come before the signs");
}

#[test]
fn choosing_side_effects_shows_the_signs_to_call_for_and_then_the_questions() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/step/moment")).await;
        arrive(browser, steps().nth(1).unwrap()).await;
        choose(browser, "About to start treatment").await;
        assert!(!browser.has("region", words("care.title")).await, "nobody said so");
        choose(browser, SIDE_EFFECTS).await;
        // At once, before the way on, with the numbers to call and what to call for.
        first_of_all(browser, ".page-step .actions").await;
        for text in [words("signs.number"), words("questions.signs-now"), words("questions.signs-today")] {
            browser.wait_for_text(text).await;
        }
        browser.by_role("link", words("care.more")).await;
        browser.assert_accessible("care").await;
        browser.screenshot("care-390").await;
        // The team's number is a call as soon as it is known.
        browser.fill("textbox", words("signs.team-label"), "555-0142").await;
        browser.click("button", words("signs.write")).await;
        browser.by_role("link", "Call my team: 555-0142").await;
        browser.click("button", "Show my questions now").await;
        arrive(browser, "Your questions").await;
        first_of_all(browser, ".slips, .plain-rows, .topic").await;
        browser.by_role("link", "Call my team: 555-0142").await;
        // No longer so: the signs go, the questions stay.
        browser.eval::<()>("location.hash = '#/change/moment'").await;
        arrive(browser, steps().nth(1).unwrap()).await;
        choose(browser, "On treatment now").await;
        browser.wait_until_gone("region", words("care.title")).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}
