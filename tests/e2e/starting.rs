//! The app starts at any path, and says so in plain words when it cannot.

use crate::browser::{Browser, Screen, play};
use crate::folders::{Copy, dist};
use crate::site::PORTAL;
use crate::site_of;
use serde_json::json;

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
