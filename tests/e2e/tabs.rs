//! Two tabs of one browser: neither loses what the other did, and both show it.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{add_own, arrive, hear, kept, list, list_becomes, make_list, words};
use crate::saving::{LIST, nothing};
use crate::site::Site;
use crate::site_of;
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

/// Ways in which a tab may hear of another; a script takes the other ways away.
const WAYS: [(&str, &str); 3] = [
    ("a channel", "drop(document, 'visibilitychange'); drop(window, 'storage')"),
    ("storage events", "drop(document, 'visibilitychange'); delete window.BroadcastChannel"),
    ("being looked at again", "drop(window, 'storage'); delete window.BroadcastChannel"),
];

async fn hear_only_by(browser: &Browser, way: &str) {
    let source = format!(
        "{{ const drop = (target, name) => target.addEventListener(name, (event) => event.stopImmediatePropagation(), true); {way} }}"
    );
    browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await;
}

/// A new tab in front; the one that was there.
async fn second_tab(browser: &Browser) -> WindowHandle {
    let first = browser.driver.window().await.expect("a tab");
    let second = browser.driver.new_tab().await.expect("another tab");
    browser.driver.switch_to_window(second).await.expect("it comes to the front");
    first
}

/// The other tab of two comes to the front; the one that was there.
async fn swap(browser: &Browser, other: WindowHandle) -> WindowHandle {
    let here = browser.driver.window().await.expect("a tab");
    browser.driver.switch_to_window(other).await.expect("it comes to the front");
    here
}

async fn keep(browser: &Browser) {
    browser.click("button", "Keep it on this device").await;
    hear(browser, "Your list is now kept on this device.").await;
}

async fn open_list(browser: &Browser, site: &Site) {
    browser.open_app(&site.url("/#/questions")).await;
    arrive(browser, "Your questions").await;
}

#[test]
fn each_tab_shows_what_the_other_did() {
    let site = site_of(dist());
    for (name, way) in WAYS {
        play(Screen::Phone, async |browser| {
            println!("by {name}");
            hear_only_by(browser, way).await;
            make_list(browser, &site).await;
            keep(browser).await;
            let first = second_tab(browser).await;
            hear_only_by(browser, way).await;
            open_list(browser, &site).await;
            add_own(browser, "Asked in the second tab?").await;
            let there = list(browser).await;
            let second = swap(browser, first).await;
            list_becomes(browser, &there).await;
            browser.wait_for_text(words("notice.elsewhere")).await;
            add_own(browser, "Asked in the first tab?").await;
            browser.click("button", &format!("Remove: {}", there[0])).await;
            browser.wait_until_gone("button", &format!("Remove: {}", there[0])).await;
            let here = list(browser).await;
            assert_eq!(here.len(), there.len());
            swap(browser, second).await;
            list_becomes(browser, &here).await;
            assert_eq!(browser.console_errors().await, [""; 0]);
        });
    }
}

#[test]
fn a_list_that_is_kept_in_one_tab_shows_in_an_empty_one() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open_list(browser, &site).await;
        let first = second_tab(browser).await;
        make_list(browser, &site).await;
        keep(browser).await;
        let there = list(browser).await;
        swap(browser, first).await;
        list_becomes(browser, &there).await;
        browser.wait_for_text(words("save.kept")).await;
    });
}

#[test]
fn undo_stops_before_what_another_tab_did() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open_list(browser, &site).await;
        keep(browser).await;
        add_own(browser, "Mine?").await;
        let first = second_tab(browser).await;
        open_list(browser, &site).await;
        add_own(browser, "Theirs?").await;
        let second = swap(browser, first).await;
        browser.wait_for_text(words("notice.elsewhere")).await;
        let both = ["Mine?", "Theirs?"].map(str::to_owned);
        list_becomes(browser, &both).await;
        assert!(!browser.has("button", "Undo").await, "what is undone here would be theirs");
        // What was done here afterwards can be taken back, and only that.
        add_own(browser, "Later?").await;
        browser.click("button", "Undo").await;
        hear(browser, words("notice.undone")).await;
        list_becomes(browser, &both).await;
        swap(browser, second).await;
        list_becomes(browser, &both).await;
        // The other tab's own step was from before: it has heard of others since.
        assert!(!browser.has("button", "Undo").await);
    });
}

/// The record with another question of the person's own, as another tab would write it.
const ADD_ELSEWHERE: &str = "
const record = JSON.parse(localStorage.getItem(arguments[0]));
record.lists[0].items.push({ own: arguments[1], id: 77 });
localStorage.setItem(arguments[0], JSON.stringify(record));
";

#[test]
fn what_two_tabs_write_at_the_same_moment_is_brought_together() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open_list(browser, &site).await;
        keep(browser).await;
        add_own(browser, "Before?").await;
        // This tab still sees the old record when it begins to write; then the other's has come.
        let late =
            "const [list] = arguments, get = Storage.prototype.getItem, old = localStorage.getItem(list);
            let reads = 0;
            Storage.prototype.getItem = function (key) {
              return key === list && reads++ === 0 ? old : get.call(this, key);
            };";
        let elsewhere =
            ADD_ELSEWHERE.replace("localStorage.getItem(arguments[0])", "localStorage[arguments[0]]");
        browser.eval_with::<()>(late, vec![json!(LIST)]).await;
        browser.eval_with::<()>(&elsewhere, vec![json!(LIST), json!("Theirs?")]).await;
        add_own(browser, "Mine?").await;
        list_becomes(browser, &["Before?", "Mine?", "Theirs?"].map(str::to_owned)).await;
        let record = kept(browser).await[LIST].clone();
        assert!(["Before?", "Mine?", "Theirs?"].iter().all(|own| record.contains(own)), "{record}");
        // Undo would bring back a state from before the other tab's change: it says that it does not.
        browser.click("button", "Undo").await;
        hear(browser, words("notice.not-undone")).await;
        assert_eq!(list(browser).await.len(), 3);
    });
}

#[test]
fn a_list_that_nobody_asked_to_keep_stays_with_its_tab_and_is_joined_when_asked() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open_list(browser, &site).await;
        add_own(browser, "Mine?").await;
        let first = second_tab(browser).await;
        open_list(browser, &site).await;
        add_own(browser, "Theirs?").await;
        keep(browser).await;
        swap(browser, first).await;
        browser.wait_for_text(words("save.not")).await;
        assert_eq!(list(browser).await, ["Mine?"]);
        assert!(!kept(browser).await[LIST].contains("Mine?"));
        keep(browser).await;
        let record: Value = serde_json::from_str(&kept(browser).await[LIST]).unwrap();
        assert_eq!(record["lists"].as_array().unwrap().len(), 2, "{record}");
        assert!(record.to_string().contains("Mine?") && record.to_string().contains("Theirs?"), "{record}");
    });
}

#[test]
fn erasing_in_one_tab_erases_in_the_other() {
    let site = site_of(dist());
    for (name, way) in &WAYS[..2] {
        play(Screen::Phone, async |browser| {
            println!("by {name}");
            hear_only_by(browser, way).await;
            make_list(browser, &site).await;
            keep(browser).await;
            let first = second_tab(browser).await;
            hear_only_by(browser, way).await;
            browser.open_app(&site.url("/#/about")).await;
            browser.click("button", "Erase everything").await;
            browser.click("button", "Yes, erase").await;
            hear(browser, "Everything is erased.").await;
            swap(browser, first).await;
            browser.wait_for_text(words("notice.erased-elsewhere")).await;
            browser.wait_until("location.hash === '#/'").await;
            browser.eval::<()>("location.hash = '#/questions'").await;
            arrive(browser, "Your questions").await;
            browser.wait_for_text(words("save.not")).await;
            assert_eq!(list(browser).await, [""; 0]);
            // Nothing comes back with the next change, nor with undo.
            add_own(browser, "After?").await;
            browser.click("button", "Undo").await;
            hear(browser, words("notice.undone")).await;
            assert_eq!(list(browser).await, [""; 0]);
            assert_eq!(kept(browser).await, nothing());
        });
    }
}

#[test]
fn a_record_that_went_without_a_word_is_not_written_again_and_the_list_stays() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open_list(browser, &site).await;
        add_own(browser, "Mine?").await;
        keep(browser).await;
        let first = second_tab(browser).await;
        browser.open(&site.url("/icons/mark.svg")).await;
        browser.eval::<()>("localStorage.clear()").await;
        swap(browser, first).await;
        browser.wait_for_text(words("notice.gone")).await;
        browser.wait_for_text(words("save.not")).await;
        add_own(browser, "More?").await;
        assert_eq!(list(browser).await, ["Mine?", "More?"]);
        assert_eq!(kept(browser).await, nothing());
    });
}

#[test]
fn a_newer_versions_record_in_another_tab_is_left_alone() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open_list(browser, &site).await;
        add_own(browser, "Mine?").await;
        keep(browser).await;
        let newer = json!({"app": "ask-about-immunotherapy", "version": 99, "lists": []}).to_string();
        browser.eval_with::<()>("localStorage.setItem(...arguments)", vec![json!(LIST), json!(newer)]).await;
        browser.fill("textbox", "Add my own question", "More?").await;
        browser.press(&["Enter"]).await;
        browser.wait_for_text(words("save.behind")).await;
        assert_eq!(list(browser).await, ["Mine?", "More?"]);
        assert_eq!(kept(browser).await[LIST], newer);
    });
}
