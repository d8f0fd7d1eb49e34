//! Use without a network, after one visit.

use crate::browser::{Screen, play};
use crate::folders::dist;
use crate::person::{arrive, words};
use crate::site::PORTAL;
use crate::site_of;
use std::net::TcpStream;

/// What Chromium itself notes when it looks for a newer service worker and the server is not there.
const NO_NEWER_WORKER: &str = "An unknown error occurred when fetching the script";

#[test]
fn second_visit_works_with_the_server_stopped() {
    for path in ["/", PORTAL] {
        let mut site = site_of(dist());
        play(Screen::Phone, async |browser| {
            browser.open_app(&site.url(path)).await;
            browser.wait_until("navigator.serviceWorker.controller").await;
            site.stop();
            assert!(TcpStream::connect(site.address).is_err(), "the server is stopped");
            for again in [path, &format!("{path}?source=home-screen"), &format!("{path}index.html")] {
                browser.open("about:blank").await;
                browser.open_app(&site.url(again)).await;
                browser.wait_for_text("Find my questions").await;
                let from_worker: bool = browser
                    .eval("return performance.getEntriesByType('navigation')[0].workerStart > 0")
                    .await;
                assert!(from_worker, "{again} comes from the service worker");
            }
            // The screens that come later are kept too, with their styles.
            browser.open("about:blank").await;
            browser.open_app(&site.url(&format!("{path}#/signs"))).await;
            arrive(browser, words("signs.title")).await;
            let styled = "return [...document.styleSheets].some(({ href, cssRules }) => href?.includes('/later-') && cssRules.length > 0)";
            assert!(browser.eval::<bool>(styled).await, "the styles of the later screens");
            let mut errors = browser.console_errors().await;
            errors.retain(|error| !error.contains(NO_NEWER_WORKER));
            assert_eq!(errors, [""; 0], "at {path}");
        });
    }
}

#[test]
fn other_pages_of_the_host_stay_its_own() {
    let site = site_of(dist());
    site.add_page(
        "/leaflet.html",
        "<!doctype html><link rel=icon href=data:,><p>A leaflet of the hospital</p>",
    );
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.wait_until("navigator.serviceWorker.controller").await;
        browser.open(&site.url("/leaflet.html")).await;
        browser.wait_for_text("A leaflet of the hospital").await;
    });
}
