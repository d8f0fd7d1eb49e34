//! Devices that refuse: full, denied, private, or with a record that is damaged. Each is said in plain words, nothing
//! is lost without a word, and the file is offered.

use crate::browser::{Browser, Screen, play, play_private};
use crate::downloads::Downloads;
use crate::folders::dist;
use crate::person::{add_own, arrive, hear, kept, list, list_becomes, make_list, words};
use crate::saving::{BEFORE, LIST, UNREADABLE, nothing, open_with, reload};
use crate::site::Site;
use crate::site_of;
use serde_json::{Value, json};

/// Fills what is left of the room, to the last letter.
const FILL: &str = "
let size = 1 << 22, filled = localStorage.filler ?? '';
while (size) {
  try { localStorage.setItem('filler', filled + 'x'.repeat(size)); filled += 'x'.repeat(size); } catch { size >>= 1; }
}
return filled.length";

async fn keep_own(browser: &Browser, site: &Site, question: &str) {
    browser.open_app(&site.url("/#/questions")).await;
    arrive(browser, "Your questions").await;
    add_own(browser, question).await;
    browser.click("button", "Keep it on this device").await;
    hear(browser, "Your list is now kept on this device.").await;
}

/// Waits until it is said, or no longer said, that the last change is not kept; screen readers are interrupted with it.
async fn is_behind(browser: &Browser, said: bool) {
    let words = json!(words("save.behind"));
    let alert = format!(
        "[...document.querySelectorAll('[role=alert]')].some((one) => one.innerText.includes({words}))"
    );
    browser.wait_until(&format!("({alert}) === {said}")).await;
}

fn is_whole(record: &str) -> bool {
    serde_json::from_str::<Value>(record).is_ok()
}

#[test]
fn a_device_that_is_full_says_so_until_a_change_is_kept_again() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let downloads = Downloads::of(browser).await;
        keep_own(browser, &site, "First?").await;
        browser.eval_with::<()>("localStorage.removeItem(arguments[0])", vec![json!(BEFORE)]).await;
        assert!(browser.eval::<usize>(FILL).await > 1_000_000, "the browser's own limit is reached");
        let good = kept(browser).await[LIST].clone();
        add_own(browser, "Second?").await;
        is_behind(browser, true).await;
        assert_eq!(kept(browser).await[LIST], good, "what was kept stays as it was");
        browser.assert_accessible("a change that is not kept").await;
        browser.screenshot_window("not-kept").await;
        browser.click("button", words("save.file")).await;
        let file = downloads.file("my-list.json").await;
        assert!(file.contains("First?") && file.contains("Second?"), "{file}");
        // It goes on being said, also after another change and on another screen.
        add_own(browser, "Third?").await;
        is_behind(browser, true).await;
        browser.click("link", "About, privacy and erasing").await;
        is_behind(browser, true).await;
        // With room again, the next try is kept, and the word goes.
        browser.eval::<()>("localStorage.removeItem('filler')").await;
        browser.click("button", words("save.again")).await;
        is_behind(browser, false).await;
        browser.wait_for_text(words("save.kept")).await;
        let record = kept(browser).await[LIST].clone();
        assert!(["First?", "Second?", "Third?"].iter().all(|own| record.contains(own)), "{record}");
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn where_there_is_room_for_one_copy_the_newest_counts() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        keep_own(browser, &site, "First?").await;
        add_own(browser, "Second?").await;
        assert!(kept(browser).await.contains_key(BEFORE));
        assert!(browser.eval::<usize>(FILL).await > 1_000_000);
        add_own(browser, "Third?").await;
        browser.wait_for_text(words("save.kept")).await;
        assert!(kept(browser).await[LIST].contains("Third?"));
        is_behind(browser, false).await;
    });
}

#[test]
fn a_device_that_begins_to_refuse_is_heard_and_the_next_change_tries_again() {
    let site = site_of(dist());
    // It throws, or it does nothing and says nothing.
    for refusal in ["throw new DOMException('no', 'UnknownError')", "return undefined"] {
        play(Screen::Phone, async |browser| {
            keep_own(browser, &site, "First?").await;
            let stub = format!(
                "window.set = Storage.prototype.setItem; Storage.prototype.setItem = () => {{ {refusal} }}"
            );
            browser.eval::<()>(&stub).await;
            add_own(browser, "Second?").await;
            is_behind(browser, true).await;
            browser.eval::<()>("Storage.prototype.setItem = window.set").await;
            add_own(browser, "Third?").await;
            is_behind(browser, false).await;
            let record = kept(browser).await[LIST].clone();
            assert!(record.contains("Second?") && record.contains("Third?"), "{record}");
        });
    }
}

#[test]
fn where_storage_is_denied_everything_works_but_keeping() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let denied = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
            Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });";
        browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": denied})).await;
        let downloads = Downloads::of(browser).await;
        make_list(browser, &site).await;
        browser.wait_for_text(words("save.refused")).await;
        assert!(!browser.has("button", "Keep it on this device").await);
        add_own(browser, "Can I keep my dog?").await;
        browser.click("button", words("save.file")).await;
        assert!(downloads.file("my-list.json").await.contains("Can I keep my dog?"));
        browser.click("link", "About, privacy and erasing").await;
        browser.click("button", "Erase everything").await;
        browser.click("button", "Yes, erase").await;
        hear(browser, "Everything is erased.").await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_private_window_keeps_the_list_until_it_is_closed_and_the_app_says_so() {
    let site = site_of(dist());
    play_private(Screen::Phone, async |browser| {
        keep_own(browser, &site, "Can I keep my dog?").await;
        reload(browser).await;
        list_becomes(browser, &["Can I keep my dog?".to_owned()]).await;
        browser.wait_for_text("A private window forgets it when you close it.").await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_record_that_was_half_written_opens_as_it_was_before() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let downloads = Downloads::of(browser).await;
        keep_own(browser, &site, "First?").await;
        add_own(browser, "Second?").await;
        let whole = kept(browser).await[LIST].clone();
        let half = whole[..whole.len() / 2].to_owned();
        browser.eval_with::<()>("localStorage.setItem(...arguments)", vec![json!(LIST), json!(half)]).await;
        reload(browser).await;
        list_becomes(browser, &["First?".to_owned()]).await;
        browser.wait_for_text(words("aside.damaged")).await;
        browser.wait_for_text(words("save.kept")).await;
        // The record is whole again at once, and so is the copy of it; the damaged one is aside.
        let now = kept(browser).await;
        assert!(is_whole(&now[LIST]) && now[LIST].contains("First?"), "{now:?}");
        assert!(is_whole(&now[BEFORE]), "{now:?}");
        assert_eq!(now[UNREADABLE], half);
        browser.click("button", "Save it as a file").await;
        assert_eq!(downloads.file("my-list-not-read.json").await, half);
        add_own(browser, "Third?").await;
        reload(browser).await;
        list_becomes(browser, &["First?", "Third?"].map(str::to_owned)).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_record_that_is_missing_opens_from_its_copy() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        keep_own(browser, &site, "First?").await;
        add_own(browser, "Second?").await;
        browser.eval_with::<()>("localStorage.removeItem(arguments[0])", vec![json!(LIST)]).await;
        reload(browser).await;
        list_becomes(browser, &["First?".to_owned()]).await;
        assert!(kept(browser).await[LIST].contains("First?"));
    });
}

#[test]
fn several_unreadable_lists_are_all_kept_aside() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open_with(browser, &site, "{first").await;
        browser.wait_for_text(words("aside.unreadable")).await;
        // The second comes with a copy that is damaged too.
        for (key, text) in [(LIST, "{second"), (BEFORE, "{third")] {
            browser
                .eval_with::<()>("localStorage.setItem(...arguments)", vec![json!(key), json!(text)])
                .await;
        }
        reload(browser).await;
        browser.wait_for_text(words("aside.unreadable")).await;
        browser.wait_for_text("2 more are kept aside.").await;
        browser.assert_accessible("three lists aside").await;
        let mut aside: Vec<String> = kept(browser).await.into_values().collect();
        aside.sort();
        assert_eq!(aside, ["{first", "{second", "{third"]);
        assert!(kept(browser).await.keys().all(|key| key.starts_with(UNREADABLE)));
        // The same text again takes no second place.
        browser
            .eval_with::<()>("localStorage.setItem(...arguments)", vec![json!(LIST), json!("{first")])
            .await;
        reload(browser).await;
        browser.wait_for_text("2 more are kept aside.").await;
        for left in [2, 1, 0] {
            browser.click("button", "Delete the old list").await;
            browser.wait_until(&format!("localStorage.length === {left}")).await;
        }
        browser.wait_until_gone("button", "Delete the old list").await;
        assert_eq!(kept(browser).await, nothing());
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn where_there_is_no_place_aside_nothing_is_written_over() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open_with(browser, &site, "{1").await;
        for number in 2..=9 {
            let key = format!("{UNREADABLE}.{number}");
            let text = format!("{{{number}");
            browser
                .eval_with::<()>("localStorage.setItem(...arguments)", vec![json!(key), json!(text)])
                .await;
        }
        browser.eval_with::<()>("localStorage.setItem(...arguments)", vec![json!(LIST), json!("{10")]).await;
        reload(browser).await;
        browser.wait_for_text("9 more are kept aside.").await;
        add_own(browser, "Can I keep my dog?").await;
        browser.click("button", "Keep it on this device").await;
        hear(browser, words("notice.not-kept")).await;
        assert_eq!(kept(browser).await[LIST], "{10");
        // The latest is the one without a place. Once the person has let it go, the new list is kept.
        browser.click("button", "Delete the old list").await;
        browser.wait_for_text(words("save.kept")).await;
        assert!(kept(browser).await[LIST].contains("Can I keep my dog?"));
        assert_eq!(list(browser).await, ["Can I keep my dog?"]);
    });
}
