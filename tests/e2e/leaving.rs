//! Shared computers, and leaving at once.

use crate::browser::{Browser, Screen, play};
use crate::downloads::Downloads;
use crate::folders::{Copy, dist};
use crate::person::{add_own, arrive, hear, kept, list, make_list, words};
use crate::saving::{LIST, nothing, reload};
use crate::site::{PORTAL, Site};
use crate::site_of;
use serde_json::json;

const AWAY: &str = "/elsewhere";

/// Whether the browser would ask before the page goes.
const ASKS: &str = "return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";

/// Leads "Leave now" to a page of the test's own on another site: there is no network here.
async fn lead_elsewhere(browser: &Browser, site: &Site) {
    let page = "<!doctype html><html lang=en><title>Weather</title><link rel=icon href=data:,><h1>Rain</h1>";
    site.add_page(AWAY, page);
    let set = "document.querySelector('[data-leave]').href = arguments[0]";
    browser.eval_with::<()>(set, vec![json!(site.foreign_url(AWAY))]).await;
}

async fn is_elsewhere(browser: &Browser, site: &Site) {
    browser.wait_until("document.title === 'Weather' && document.readyState === 'complete'").await;
    assert_eq!(browser.driver.current_url().await.unwrap().as_str(), site.foreign_url(AWAY));
}

async fn keep(browser: &Browser) {
    browser.click("button", "Keep it on this device").await;
    hear(browser, "Your list is now kept on this device.").await;
}

#[test]
fn on_a_shared_computer_nothing_stays_and_the_file_is_offered() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let downloads = Downloads::of(browser).await;
        make_list(browser, &site).await;
        keep(browser).await;
        assert!(!browser.eval::<bool>(ASKS).await, "a kept list goes without asking");
        browser.click("button", words("shared.button")).await;
        browser.wait_for_text(words("shared.sure")).await;
        assert!(kept(browser).await.contains_key(LIST), "it asks first");
        browser.click("button", words("shared.yes")).await;
        hear(browser, words("notice.shared")).await;
        browser.wait_for_text(words("shared.on")).await;
        assert_eq!(kept(browser).await, nothing());
        assert!(!browser.has("button", "Keep it on this device").await);
        browser.assert_accessible("a shared computer").await;
        // The list is still there, can be changed, and is written nowhere; neither is how the person reads.
        add_own(browser, "Can I keep my dog?").await;
        browser.click("button", "Menu").await;
        browser.wait_for_text(words("shared.on")).await;
        browser.click("radio", "Dark").await;
        browser.wait_until("document.documentElement.dataset.theme === 'dark'").await;
        browser.click("button", "Menu").await;
        assert_eq!(list(browser).await.len(), 9);
        let elsewhere: [usize; 3] = browser
            .eval("return [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]")
            .await;
        assert_eq!(elsewhere, [0, 0, 0]);
        // Closing asks as long as the list is in no file.
        assert!(browser.eval::<bool>(ASKS).await);
        browser.click("button", words("shared.file")).await;
        assert!(downloads.file("my-list.json").await.contains("Can I keep my dog?"));
        assert!(!browser.eval::<bool>(ASKS).await);
        add_own(browser, "And my cat?").await;
        assert!(browser.eval::<bool>(ASKS).await);
        browser.click("button", "Undo").await;
        hear(browser, words("notice.undone")).await;
        assert!(!browser.eval::<bool>(ASKS).await, "the file holds it again");
        reload(browser).await;
        browser.wait_for_text(words("questions.empty")).await;
        assert_eq!(kept(browser).await, nothing());
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn where_nothing_is_kept_a_shared_computer_is_told_with_one_press_and_can_be_taken_back() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/about")).await;
        browser.click("button", words("shared.button")).await;
        hear(browser, words("notice.shared")).await;
        assert!(!browser.eval::<bool>(ASKS).await, "there is nothing to lose");
        browser.click("button", words("shared.off")).await;
        hear(browser, words("notice.not-shared")).await;
        keep(browser).await;
        assert!(kept(browser).await.contains_key(LIST));
    });
}

#[test]
fn every_tab_hears_that_the_computer_is_shared() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        keep(browser).await;
        let first = browser.driver.window().await.unwrap();
        let second = browser.driver.new_tab().await.unwrap();
        browser.driver.switch_to_window(second).await.unwrap();
        browser.open_app(&site.url("/#/questions")).await;
        browser.click("button", words("shared.button")).await;
        browser.click("button", words("shared.yes")).await;
        hear(browser, words("notice.shared")).await;
        browser.driver.switch_to_window(first).await.unwrap();
        browser.wait_for_text(words("notice.shared-elsewhere")).await;
        add_own(browser, "Can I keep my dog?").await;
        assert_eq!(list(browser).await.len(), 9);
        assert_eq!(kept(browser).await, nothing());
        assert!(browser.eval::<bool>(ASKS).await);
    });
}

#[test]
fn leave_now_stands_on_every_screen_and_is_large_enough() {
    let site = site_of(dist());
    let body = "const link = document.querySelector('[data-leave]'), { width, height, top, right } = link.getBoundingClientRect();
        const bar = [...document.querySelectorAll('header > *')].filter((one) => one.checkVisibility());
        const lines = new Set(bar.map((one) => Math.round(one.getBoundingClientRect().top / 40)));
        return lines.size === 1 && link.checkVisibility() && width >= 44 && height >= 44 && top >= 0 && right <= document.documentElement.clientWidth
          && document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    play(Screen::Phone, async |browser| {
        for width in [320, 390, 1280] {
            let metrics = json!({"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": false});
            browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
            make_list(browser, &site).await;
            for question in ["Can I keep my dog?", "And my cat?"] {
                add_own(browser, question).await;
            }
            for hash in ["#/", "#/step/role", "#/check", "#/questions", "#/treatments", "#/signs", "#/about"]
            {
                browser.eval_with::<()>("location.hash = arguments[0]", vec![json!(hash)]).await;
                browser.by_role("link", "Leave now").await;
                assert!(browser.eval::<bool>(body).await, "{hash} at {width}");
            }
            browser.screenshot_window(&format!("leave-{width}")).await;
        }
        let away: String = browser.eval("return document.querySelector('[data-leave]').href").await;
        assert_eq!(away, "https://duckduckgo.com/");
    });
}

#[test]
fn leaving_hides_the_page_at_once_and_going_back_does_not_show_it() {
    let site = site_of(dist());
    for keeps in [false, true] {
        play(Screen::Phone, async |browser| {
            make_list(browser, &site).await;
            if keeps {
                keep(browser).await;
            }
            lead_elsewhere(browser, &site).await;
            let before: usize = browser.eval("return history.length").await;
            let seen: (bool, String) = browser
                .eval("document.querySelector('[data-leave]').click(); return [document.body.checkVisibility(), document.title]")
                .await;
            assert_eq!(seen, (false, "…".to_owned()), "hidden before anything has loaded");
            is_elsewhere(browser, &site).await;
            assert_eq!(browser.eval::<usize>("return history.length").await, before, "in place of the page");
            // Back leads to the app's earlier screens, and these lead away again. The neutral page is the real one now,
            // which cannot be reached here; the app's page must be hidden.
            browser.driver.back().await.unwrap();
            browser.wait_until("!document.querySelector('#page')?.checkVisibility()").await;
            let shown = browser.driver.current_url().await.unwrap();
            let hidden = "return document.documentElement.hidden || !document.querySelector('#page')";
            assert!(
                !shown.as_str().starts_with(&site.url("/")) || browser.eval::<bool>(hidden).await,
                "{shown}"
            );
            // Opened on purpose, the app is as ever.
            browser.open("about:blank").await;
            browser.open_app(&site.url("/#/questions")).await;
            arrive(browser, "Your questions").await;
            browser.wait_for_text(words(if keeps { "save.kept" } else { "questions.empty" })).await;
            assert_eq!(list(browser).await.len(), if keeps { 8 } else { 0 });
            assert_eq!(browser.eval::<usize>("return sessionStorage.length").await, 0);
        });
    }
}

#[test]
fn escape_three_times_leaves_also_while_typing() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        lead_elsewhere(browser, &site).await;
        browser.fill("textbox", "Add my own question", "Can I").await;
        browser.press(&["Escape", "Escape", "x", "Escape"]).await;
        assert!(browser.eval::<bool>("return document.body.checkVisibility()").await, "not three in a row");
        browser.press(&["x", "Escape", "Escape", "Escape"]).await;
        is_elsewhere(browser, &site).await;
    });
}

#[test]
fn leaving_asks_nothing_and_forgets_the_list_first() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        browser.click("button", words("shared.button")).await;
        hear(browser, words("notice.shared")).await;
        assert!(browser.eval::<bool>(ASKS).await);
        lead_elsewhere(browser, &site).await;
        // The browser would ask if there were still a list.
        let body = format!("document.querySelector('[data-leave]').click(); {ASKS}");
        assert!(!browser.eval::<bool>(&body).await);
        is_elsewhere(browser, &site).await;
    });
}

#[test]
fn a_kept_list_survives_leaving_unchanged() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        keep(browser).await;
        lead_elsewhere(browser, &site).await;
        let record = kept(browser).await[LIST].clone();
        browser.click("link", "Leave now").await;
        is_elsewhere(browser, &site).await;
        browser.open(&site.url("/icons/mark.svg")).await;
        assert_eq!(kept(browser).await[LIST], record);
    });
}

#[test]
fn in_a_frame_only_the_frame_goes_blank() {
    let site = site_of(dist());
    for attributes in ["", "sandbox=allow-scripts"] {
        site.add_page(
            "/portal/",
            format!(
                "<!doctype html><html lang=en><title>Portal</title><link rel=icon href=data:,>\
                 <h1>Portal</h1><iframe {attributes} title=Questions width=390 height=700 src=\"{}\"></iframe>",
                site.url(PORTAL)
            ),
        );
        play(Screen::Desktop, async |browser| {
            browser.open(&site.foreign_url("/portal/")).await;
            let entries: usize = browser.eval("return history.length").await;
            browser.enter_frame("iframe").await;
            browser.ready().await;
            browser.click("link", "Leave now").await;
            browser
                .wait_until("location.href === 'about:blank' && document.body?.children.length === 0")
                .await;
            browser.leave_frames().await;
            assert_eq!(browser.eval::<usize>("return history.length").await, entries);
            assert_eq!(browser.driver.title().await.unwrap(), "Portal");
        });
    }
}

#[test]
fn leaving_works_where_the_program_does_not() {
    let broken = Copy::with(|name| !name.contains(".wasm"));
    let site = site_of(&broken);
    play(Screen::Phone, async |browser| {
        browser.open(&site.url("/")).await;
        browser.wait_for_text("This page could not load").await;
        lead_elsewhere(browser, &site).await;
        browser.click("link", "Leave now").await;
        is_elsewhere(browser, &site).await;
    });
}
