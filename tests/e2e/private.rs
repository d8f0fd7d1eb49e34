//! Nothing a person reads or enters goes to another computer.

use crate::browser::{Screen, play_through};
use crate::folders::dist;
use crate::site_of;

/// Computers that Chromium asks for its own purposes, whatever its switches say. The page's policy
/// (`connect-src 'self'`) keeps the app from all of them.
const CHROMIUMS_OWN: [&str; 8] = [
    "accounts.google.com",
    "android.clients.google.com",
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "optimizationguide-pa.googleapis.com",
    "safebrowsing.googleapis.com",
    "update.googleapis.com",
    "www.google.com",
];

/// Every address that the page asked for since it was opened.
const ASKED: &str = "
const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
return entries.map((entry) => entry.name);
";

#[test]
fn nothing_leaves_the_origin() {
    let site = site_of(dist());
    // A proxy that answers nothing: every request to another computer comes here and is noted.
    let elsewhere = site_of(std::env::temp_dir().join("no-such-folder"));
    play_through(elsewhere.address, Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.wait_until("navigator.serviceWorker.controller").await;
        // Also on every screen that the first one leads to.
        let screens: Vec<String> = browser
            .eval("return [...document.querySelectorAll('a[href^=\"#/\"]')].map((link) => link.hash)")
            .await;
        for screen in screens {
            browser.eval_with::<()>("location.hash = arguments[0]", vec![screen.into()]).await;
            browser.eval::<()>("await new Promise((done) => requestIdleCallback(() => done()))").await;
        }
        let names: Vec<String> = browser.eval(ASKED).await;
        assert!(names.len() > 3, "{names:?}");
        for name in names {
            assert!(name.starts_with(&site.url("/")), "asked for {name}");
        }
    });
    for asked in site.asked() {
        assert_eq!(asked.host, site.address.to_string(), "{asked:?}");
        assert_eq!(asked.method, "GET", "{asked:?}");
        assert!(!asked.path.contains('?'), "{asked:?}");
    }
    let others = elsewhere.asked();
    let others: Vec<_> = others
        .iter()
        .filter(|asked| !CHROMIUMS_OWN.contains(&asked.host.split(':').next().unwrap_or_default()))
        .collect();
    assert!(others.is_empty(), "{others:?}");
}
