//! What stays on the device: nothing until the person asks, and nothing is lost that could not be read.

use crate::browser::{Browser, Screen, play};
use crate::downloads::Downloads;
use crate::folders::dist;
use crate::person::{add_own, arrive, choose, hear, kept, list, list_becomes, make_list, words};
use crate::site::Site;
use crate::site_of;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(crate) const LIST: &str = "ask-about-immunotherapy.list";
pub(crate) const BEFORE: &str = "ask-about-immunotherapy.before";
pub(crate) const UNREADABLE: &str = "ask-about-immunotherapy.unreadable";
const READING: &str = "ask-about-immunotherapy.reading";

pub(crate) fn nothing() -> BTreeMap<String, String> {
    BTreeMap::new()
}

pub(crate) async fn reload(browser: &Browser) {
    browser.driver.refresh().await.expect("the page loads again");
    browser.ready().await;
}

#[test]
fn nothing_is_kept_before_the_person_asks() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        add_own(browser, "Can I keep my dog?").await;
        browser.wait_for_text(words("save.not")).await;
        assert_eq!(kept(browser).await, nothing());
        let elsewhere: Value = browser
            .eval("return [document.cookie, sessionStorage.length, (await indexedDB.databases()).length]")
            .await;
        assert_eq!(elsewhere, json!(["", 0, 0]));
        // How the person likes to read may be kept: it says nothing about them.
        browser.click("button", "Menu").await;
        browser.click("radio", "Dark").await;
        browser.wait_until("document.documentElement.dataset.theme === 'dark'").await;
        assert_eq!(kept(browser).await.into_keys().collect::<Vec<_>>(), [READING]);
        reload(browser).await;
        browser.wait_until("document.documentElement.dataset.theme === 'dark'").await;
        browser.wait_for_text(words("questions.empty")).await;
        // What the person did goes with the page, as it said.
        assert_eq!(list(browser).await, [""; 0]);
    });
}

#[test]
fn a_kept_list_is_there_again_and_follows_every_change() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        browser.click("button", "Keep it on this device").await;
        hear(browser, "Your list is now kept on this device.").await;
        browser.wait_for_text(words("save.kept")).await;
        let record: Value = serde_json::from_str(&kept(browser).await[LIST]).unwrap();
        assert_eq!(record["app"], "ask-about-immunotherapy");
        let saved = &record["lists"][0];
        assert_eq!(saved["items"].as_array().unwrap().len(), 8);
        assert_eq!(saved["answers"], crate::person::usual_answers());
        // Later changes are kept as well.
        add_own(browser, "Can I keep my dog?").await;
        let first = list(browser).await[0].clone();
        browser.click("checkbox", &format!("Asked: {first}")).await;
        hear(browser, &format!("Marked as asked: {first}")).await;
        browser.click("button", "Move up: Can I keep my dog?").await;
        hear(browser, "Moved to place 8 of 9.").await;
        let before = list(browser).await;
        reload(browser).await;
        list_becomes(browser, &before).await;
        assert!(browser.by_role("checkbox", &format!("Asked: {first}")).await.is_selected().await.unwrap());
        browser.wait_for_text("because you said: you take steroids").await;
        browser.wait_for_text(words("save.kept")).await;
        // On the home screen the list is gone on with.
        browser.eval::<()>("location.hash = '#/'").await;
        browser.click("link", "Go on with my list").await;
        arrive(browser, "Your questions").await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn leaving_in_the_middle_of_the_steps_and_returning_goes_on_there() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        // Kept before there is a list.
        browser.open_app(&site.url("/#/check")).await;
        browser.click("button", "Keep it on this device").await;
        hear(browser, "Your list is now kept on this device.").await;
        browser.click("link", "Change: who it is for").await;
        arrive(browser, "Who is this list for?").await;
        choose(browser, "For my child").await;
        browser.eval::<()>("location.hash = '#/step/cancer'").await;
        arrive(browser, "Which cancer is it?").await;
        choose(browser, "Breast cancer").await;
        reload(browser).await;
        arrive(browser, "Which cancer is it?").await;
        browser
            .wait_until("document.querySelector('#page label:has(:checked)')?.innerText === 'Breast cancer'")
            .await;
        browser.click("link", "Back").await;
        browser.click("link", "Back").await;
        arrive(browser, "Who is this list for?").await;
        assert!(browser.by_role("radio", "For my child").await.is_selected().await.unwrap());
        // Another visit from the start: home leads to what was answered, and from there to the list.
        browser.open("about:blank").await;
        browser.open_app(&site.url("/")).await;
        browser.click("link", "Go on with my list").await;
        arrive(browser, words("check.title")).await;
        browser.wait_for_text("For my child").await;
        browser.wait_for_text("Breast cancer").await;
        browser.click("button", "Show my questions").await;
        arrive(browser, "Your questions").await;
        let before = list(browser).await;
        browser.open("about:blank").await;
        browser.open_app(&site.url("/")).await;
        browser.click("link", "Go on with my list").await;
        arrive(browser, "Your questions").await;
        list_becomes(browser, &before).await;
        // And with a list, a reload in the middle of a step stays there too.
        browser.eval::<()>("location.hash = '#/step/role'").await;
        arrive(browser, "Who is this list for?").await;
        reload(browser).await;
        arrive(browser, "Who is this list for?").await;
        browser
            .wait_until("document.querySelector('#page label:has(:checked)')?.innerText === 'For my child'")
            .await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn erasing_asks_once_and_leaves_nothing() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        browser.click("button", "Keep it on this device").await;
        hear(browser, "Your list is now kept on this device.").await;
        let before = list(browser).await;
        browser.click("link", "About, privacy and erasing").await;
        arrive(browser, "About, privacy and erasing").await;
        browser.click("button", "Erase everything").await;
        browser.wait_for_text(words("erase.sure")).await;
        browser.click("button", "No, keep it").await;
        browser.wait_until_gone("button", "No, keep it").await;
        assert!(kept(browser).await.contains_key(LIST));
        browser.click("button", "Erase everything").await;
        browser.click("button", "Yes, erase").await;
        hear(browser, "Everything is erased.").await;
        assert_eq!(kept(browser).await, nothing());
        assert!(!browser.has("link", &format!("My list {}", before.len())).await);
        // Nothing is written again, and nothing comes back.
        browser.eval::<()>("location.hash = '#/questions'").await;
        arrive(browser, "Your questions").await;
        add_own(browser, "Can I keep my dog?").await;
        assert_eq!(kept(browser).await, nothing());
        reload(browser).await;
        browser.wait_for_text(words("questions.empty")).await;
        assert_eq!(kept(browser).await, nothing());
    });
}

/// Opens the app on a device where this was kept.
pub(crate) async fn open_with(browser: &Browser, site: &Site, kept: &str) {
    browser.open_app(&site.url("/#/questions")).await;
    browser
        .eval_with::<()>(
            "localStorage.clear(); localStorage.setItem(...arguments)",
            vec![json!(LIST), json!(kept)],
        )
        .await;
    reload(browser).await;
}

#[test]
fn an_unreadable_list_is_kept_aside_and_offered_as_a_file() {
    let site = site_of(dist());
    let newer = json!({"app": "ask-about-immunotherapy", "version": 99, "items": [{"own": "From tomorrow"}]})
        .to_string();
    let cases = [
        ("{broken", words("aside.unreadable")),
        (newer.as_str(), words("aside.newer")),
        ("[1, 2]", words("aside.unreadable")),
        (r#"{"app": "another-app", "items": []}"#, words("aside.unreadable")),
        ("", words("aside.unreadable")),
    ];
    play(Screen::Phone, async |browser| {
        let downloads = Downloads::of(browser).await;
        for (text, said) in cases {
            open_with(browser, &site, text).await;
            browser.wait_for_text(said).await;
            // Nothing is lost: it stands under a key of its own, where no later list is written.
            assert_eq!(kept(browser).await, BTreeMap::from([(UNREADABLE.to_owned(), text.to_owned())]));
            if text == "{broken" {
                browser.click("button", "Save it as a file").await;
                assert_eq!(downloads.file("my-list-not-read.json").await, text);
            }
        }
        // The app works, a new list can be kept, and what was kept aside is offered until it is let go.
        open_with(browser, &site, "{broken").await;
        browser.wait_for_text(words("aside.unreadable")).await;
        add_own(browser, "Can I keep my dog?").await;
        browser.click("button", "Keep it on this device").await;
        hear(browser, "Your list is now kept on this device.").await;
        reload(browser).await;
        list_becomes(browser, &["Can I keep my dog?".to_owned()]).await;
        browser.wait_for_text(words("aside.earlier")).await;
        assert_eq!(kept(browser).await[UNREADABLE], "{broken");
        browser.click("button", "Delete the old list").await;
        browser.wait_until_gone("button", "Delete the old list").await;
        assert!(!kept(browser).await.contains_key(UNREADABLE));
        reload(browser).await;
        list_becomes(browser, &["Can I keep my dog?".to_owned()]).await;
        assert!(!browser.has("button", "Delete the old list").await);
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_partly_wrong_list_opens_with_what_is_right() {
    let site = site_of(dist());
    let partly = json!({
        "app": "ask-about-immunotherapy", "version": 1, "ordered": "perhaps", "removed": 7, "team": ["?"],
        "answers": {"role": ["self"], "moment": ["no-such-moment"], "colour": ["blue"]},
        "items": [
            {"question": "aim-of-treatment", "text": "What is the aim?", "asked": true, "by": "person"},
            {"question": 5},
            "nonsense",
            {"question": "no-longer-there", "text": "A question that this version does not have?"},
            {"own": "Can I keep my dog?", "id": 1},
        ],
    })
    .to_string();
    play(Screen::Phone, async |browser| {
        open_with(browser, &site, &partly).await;
        browser.wait_for_text(words("aside.partly")).await;
        let opened = list(browser).await;
        assert_eq!(opened[1..], ["A question that this version does not have?", "Can I keep my dog?"]);
        assert!(
            browser.by_role("checkbox", &format!("Asked: {}", opened[0])).await.is_selected().await.unwrap()
        );
        // The old text stays as it was, also when the list is written anew.
        add_own(browser, "And my cat?").await;
        let kept = kept(browser).await;
        assert_eq!(kept[UNREADABLE], partly);
        assert!(kept[LIST].contains("And my cat?"));
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_full_device_says_that_it_keeps_nothing() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        browser
            .eval::<()>(
                "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
            )
            .await;
        browser.click("button", "Keep it on this device").await;
        hear(browser, words("notice.not-kept")).await;
        browser.wait_for_text(words("save.refused")).await;
        assert_eq!(list(browser).await.len(), 8);
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn the_list_is_saved_as_files_that_can_be_read_again() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let downloads = Downloads::of(browser).await;
        make_list(browser, &site).await;
        let first = list(browser).await[0].clone();
        browser.click("link", "More ways*").await;
        arrive(browser, words("take.title")).await;
        browser.click("button", "Save my list as a file").await;
        browser.wait_for_text("Saved to your downloads.").await;
        let record: Value = serde_json::from_str(&downloads.file("my-list.json").await).unwrap();
        assert_eq!(record["lists"][0]["items"][0]["text"], json!(first));
        browser.click("button", "Save for my health record (FHIR file)").await;
        let bundle: Value = serde_json::from_str(&downloads.file("my-questions.fhir.json").await).unwrap();
        assert_eq!(bundle["resourceType"], "Bundle");
        browser.click("button", "Add to my calendar").await;
        let calendar = downloads.file("my-questions.ics").await;
        assert!(
            calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"),
            "{calendar}"
        );
        assert_eq!(kept(browser).await, nothing());
    });
}
