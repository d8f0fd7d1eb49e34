//! The app starts at any path, and says so in plain words when it cannot.

use crate::browser::{Browser, Screen, play};
use crate::folders::{Copy, dist};
use crate::site::PORTAL;
use crate::site_of;

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
}
