//! A new build on the server: it waits until the person wants it, and then it is the whole app.

use crate::browser::{Screen, play};
use crate::folders::Copy;
use crate::site_of;

/// A copy of the finished app that differs from it, so that it is a new build.
fn next_build() -> Copy {
    let copy = Copy::with(|_| true);
    copy.replace("index.html", |page| page.replacen("<title>", "<meta name=build content=next><title>", 1));
    // The cache's name must differ too, as `ask pack` makes it: the build is the first hash in the worker.
    copy.replace("sw.js", |worker| {
        let is_build = |part: &&str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        let build = worker.split('"').find(is_build).expect("the build in sw.js");
        worker.replacen(build, "0123456789abcdef", 1)
    });
    copy
}

#[test]
fn a_new_build_waits_until_it_is_wanted() {
    let first = Copy::with(|_| true);
    let second = next_build();
    let mut site = site_of(&first);
    play(Screen::Phone, async |browser| {
        let app = site.url("/");
        browser.open_app(&app).await;
        browser.wait_until("navigator.serviceWorker.controller").await;
        site.restart(second.as_ref()).expect("the same address again");
        browser.open_app(&app).await;
        browser.wait_until("(await navigator.serviceWorker.getRegistration()).waiting").await;
        browser.wait_for_text("new version").await;
        browser.assert_accessible("the news of a new build").await;
        browser.screenshot_window("new-version").await;
        assert!(!browser.eval::<bool>("return Boolean(document.querySelector('meta[name=build]'))").await);
        browser.eval::<()>("document.dispatchEvent(new CustomEvent('use-new-version'))").await;
        browser.wait_until("document.querySelector('meta[name=build]')").await;
        browser.ready().await;
        browser.wait_until("(await caches.keys()).length === 1").await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_broken_new_build_leaves_the_old_one_running() {
    let first = Copy::with(|_| true);
    let broken = next_build();
    let program = crate::folders::files(broken.as_ref()).into_iter().filter(|name| name.contains(".wasm"));
    program.for_each(|name| std::fs::remove_file(broken.as_ref().join(name)).expect("a file less"));
    let mut site = site_of(&first);
    play(Screen::Phone, async |browser| {
        let app = site.url("/");
        browser.open_app(&app).await;
        browser.wait_until("navigator.serviceWorker.controller").await;
        site.restart(broken.as_ref()).expect("the same address again");
        for _ in 0..2 {
            browser.open_app(&app).await;
            // The new worker fails, which is noted; then only the old one is left.
            browser.wait_until("(await navigator.serviceWorker.getRegistration()).update().then(() => false, () => true)").await;
            browser.wait_until("(await caches.keys()).length === 1").await;
            assert!(
                !browser.eval::<bool>("return Boolean(document.querySelector('meta[name=build]'))").await
            );
        }
    });
}
