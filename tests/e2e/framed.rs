//! The app inside a portal's page, at a sub-path.

use crate::browser::{Screen, play};
use crate::folders::dist;
use crate::person::{hear, list, walk_to_list, words};
use crate::site::{PORTAL, Site};
use crate::site_of;

/// A portal of another site that frames the app.
fn portal(site: &Site, attributes: &str) -> String {
    site.add_page(
        "/portal/",
        format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>Portal</title><link rel=icon href=data:,>\
             <h1>Portal</h1><iframe {attributes} title=Questions width=390 height=700 src=\"{}\"></iframe>",
            site.url(PORTAL)
        ),
    );
    site.foreign_url("/portal/")
}

#[test]
fn works_in_a_sandboxed_frame() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        browser.open(&portal(&site, "sandbox=allow-scripts")).await;
        browser.enter_frame("iframe").await;
        browser.ready().await;
        assert_eq!(browser.eval::<String>("return self.origin").await, "null");
        browser.wait_for_text("Find my questions").await;
        assert_eq!(browser.console_errors().await, [""; 0]);
        browser.leave_frames().await;
        browser.screenshot_window("sandboxed").await;
    });
}

#[test]
fn keeps_no_service_worker_in_a_frame() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        browser.open(&portal(&site, "")).await;
        browser.enter_frame("iframe").await;
        browser.ready().await;
        let count: usize =
            browser.eval("return (await navigator.serviceWorker.getRegistrations()).length").await;
        assert_eq!(count, 0);
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

/// Without storage, and without touching the host's history or focus.
#[test]
fn a_list_is_made_in_a_sandboxed_frame_and_the_host_is_left_alone() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        browser.open(&portal(&site, "sandbox=allow-scripts")).await;
        let entries: usize = browser.eval("return history.length").await;
        browser.enter_frame("iframe").await;
        browser.ready().await;
        // The frame takes no focus when it loads.
        assert!(!browser.eval::<bool>("return document.hasFocus()").await);
        browser.leave_frames().await;
        assert_eq!(browser.eval::<String>("return document.activeElement.localName").await, "body");

        browser.enter_frame("iframe").await;
        walk_to_list(browser).await;
        assert_eq!(list(browser).await.len(), 8);
        browser.wait_for_text(words("save.refused")).await;
        assert!(!browser.has("button", "Keep it on this device").await);
        // Enter, too, works where forms are not allowed.
        browser.fill("textbox", "Add my own question", "Can I keep my dog?").await;
        browser.press(&["Enter"]).await;
        hear(browser, "Added: Can I keep my dog?").await;
        // Other screens, and back: the list is still there.
        browser.click("button", "Menu").await;
        browser.click("link", "Warning signs").await;
        browser.by_role("heading", "Emergency: call now").await;
        browser.click("link", "My list 9").await;
        browser.by_role("button", "Remove: Can I keep my dog?").await;
        assert_eq!(list(browser).await.len(), 9);
        assert_eq!(browser.console_errors().await, [""; 0]);
        browser.leave_frames().await;
        assert_eq!(browser.eval::<usize>("return history.length").await, entries);
        assert_eq!(browser.driver.title().await.unwrap(), "Portal");
    });
}
