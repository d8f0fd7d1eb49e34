//! The app inside a portal's page, at a sub-path.

use crate::browser::{Screen, play};
use crate::folders::dist;
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
