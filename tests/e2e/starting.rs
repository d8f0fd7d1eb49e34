//! The app starts at any path, and says so in plain words when it cannot.

use crate::browser::{Browser, Screen, play};
use crate::folders::{Copy, dist};
use crate::person::{arrive, choose, hear, steps, words};
use crate::site::PORTAL;
use crate::site_of;
use serde_json::json;

fn ends(name: &str, ending: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|found| found == ending)
}

#[test]
fn starts_with_a_clean_console() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        for path in ["/", PORTAL, "/index.html"] {
            browser.open_app(&site.url(path)).await;
            assert_eq!(browser.console_errors().await, [""; 0], "at {path}");
        }
    });
}

#[test]
fn a_missing_program_shows_the_failure_page() {
    let broken = Copy::with(|name| !name.contains(".wasm"));
    let site = site_of(&broken);
    play(Screen::Phone, async |browser| {
        browser.open(&site.url("/")).await;
        says_what_to_do(browser).await;
    });
}

#[test]
fn missing_content_shows_the_failure_page() {
    let broken = Copy::with(|name| !name.starts_with("catalog-"));
    let site = site_of(&broken);
    play(Screen::Phone, async |browser| {
        browser.open(&site.url(PORTAL)).await;
        says_what_to_do(browser).await;
    });
}

/// The screens that come later are fetched on their own: who is on the first ones does not need them, and who wants
/// them is told, and can try again.
#[test]
fn screens_that_could_not_be_fetched_say_so_and_can_be_tried_again() {
    let broken = Copy::with(|name| !(name.starts_with("later-") && ends(name, "wasm")));
    let mut site = site_of(&broken);
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.click("link", "Find my questions").await;
        arrive(browser, steps().next().unwrap()).await;
        choose(browser, "For me").await;
        browser.click("button", "Continue").await;
        arrive(browser, steps().nth(1).unwrap()).await;
        browser.click("link", "My list").await;
        browser.wait_for_text(words("later.failed")).await;
        browser.by_role("heading", words("questions.title")).await;
        hear(browser, words("later.failed")).await;
        assert_eq!(browser.focused().await, ("heading".to_owned(), words("questions.title").to_owned()));
        browser.assert_accessible("a screen that could not be fetched").await;
        browser.screenshot("later-failed").await;
        // Still gone: it says the same again.
        browser.click("button", words("later.again")).await;
        browser.by_role("button", words("later.again")).await;
        site.restart(&dist()).expect("the same address again");
        browser.click("button", words("later.again")).await;
        arrive(browser, words("questions.title")).await;
        assert!(!browser.has("button", words("later.again")).await);
        assert_eq!(browser.focused().await, ("heading".to_owned(), words("questions.title").to_owned()));
        // What was answered before is still there.
        browser.open(&site.url("/#/check")).await;
        arrive(browser, words("check.title")).await;
    });
}

/// A link to a row of a card leads there, although the code of cards comes after the start.
#[test]
fn a_link_to_a_row_leads_there_on_the_first_visit() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/treatments/car-t/cautions")).await;
        arrive(browser, "CAR T-cell therapy").await;
        browser.wait_until("document.activeElement?.id === 'row-cautions'").await;
    });
}

/// Without their style sheet the later screens are plain, not hidden.
#[test]
fn screens_without_their_styles_can_be_read() {
    let broken = Copy::with(|name| !(name.starts_with("later-") && ends(name, "css")));
    let site = site_of(&broken);
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/signs")).await;
        arrive(browser, words("signs.title")).await;
    });
}

/// The failure page can be seen, and holds the advice that must not depend on a program.
async fn says_what_to_do(browser: &Browser) {
    browser.wait_until("document.documentElement.dataset.state === 'failed'").await;
    browser.wait_until("document.getElementById('failure').checkVisibility()").await;
    let text: String = browser.eval("return document.getElementById('failure').innerText").await;
    assert!(text.to_lowercase().contains("emergency"), "{text}");
    browser.assert_accessible("the failure page").await;
}

/// Keeps the first screen's heading as the server sent it, and every shift of the layout. It runs before the page's
/// own script.
const WATCH: &str = "
globalThis.shifts = [];
const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const sources = entry.sources.map(({ node, previousRect, currentRect }) =>
      `${(node?.outerHTML ?? node?.textContent ?? 'gone').slice(0, 90)}: ${place(previousRect)} -> ${place(currentRect)}`);
    shifts.push(`${entry.value.toFixed(4)} ${sources.join('; ')}`);
  }
}).observe({ type: 'layout-shift', buffered: true });
new MutationObserver((_, observer) => {
  globalThis.sentHeading = document.querySelector('#home h1') ?? undefined;
  if (globalThis.sentHeading) observer.disconnect();
}).observe(document, { childList: true, subtree: true });
";

#[test]
fn the_first_screen_is_adopted_and_nothing_shifts() {
    let site = site_of(dist());
    for screen in [Screen::Phone, Screen::Desktop] {
        play(screen, async |browser| {
            browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": WATCH})).await;
            browser.open_app(&site.url("/")).await;
            // What comes after the start, such as the service worker's news, must not push the page down either.
            browser.wait_until("navigator.serviceWorker.controller").await;
            let frame = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))";
            browser.eval::<()>(frame).await;
            let kept = "return sentHeading.isConnected && sentHeading.checkVisibility()";
            assert!(browser.eval::<bool>(kept).await, "the heading that the server sent is still shown");
            assert_eq!(browser.eval::<Vec<String>>("return shifts").await, [""; 0], "{screen:?}");
        });
    }
}
