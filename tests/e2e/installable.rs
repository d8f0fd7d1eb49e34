//! The app can be put on the home screen. Chromium's own protocol says so; W3C has no command for it.

use crate::browser::{Screen, play};
use crate::folders::dist;
use crate::site::PORTAL;
use crate::site_of;
use serde_json::json;

#[test]
fn manifest_is_installable() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        for path in ["/", PORTAL] {
            browser.open_app(&site.url(path)).await;
            let manifest = browser.chromium("Page.getAppManifest", json!({})).await;
            assert_eq!(manifest["errors"], json!([]), "at {path}");
            assert!(
                manifest["url"].as_str().is_some_and(|url| url.starts_with(&site.url(path))),
                "at {path}"
            );
            let problems = browser.chromium("Page.getInstallabilityErrors", json!({})).await;
            assert_eq!(problems["installabilityErrors"], json!([]), "at {path}");
        }
    });
}
