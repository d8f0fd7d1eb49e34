//! A voice note: after everyone was asked, on the device only, and gone when it is deleted.

use crate::browser::{Browser, Screen, play, play_with_microphone};
use crate::folders::dist;
use crate::person::{arrive, hear, list, make_list, words};
use crate::site::{PORTAL, Site};
use crate::site_of;
use serde_json::json;

/// A list of eight questions, and the first of them at the visit.
async fn begin(browser: &Browser, site: &Site) -> String {
    make_list(browser, site).await;
    let question = list(browser).await.remove(0);
    browser.eval::<()>("location.hash = '#/visit/1'").await;
    browser.by_role("heading", &format!("Question 1 of 8 {question}")).await;
    question
}

async fn record(browser: &Browser, question: &str) {
    browser.click("button", &format!("Record the answer: {question}")).await;
    browser.wait_for_text(words("voice.remind")).await;
    browser.click("button", words("voice.agreed")).await;
    browser.wait_for_text("Recording: 0:01 of 3:00").await;
}

#[test]
fn it_is_recorded_played_saved_and_deleted() {
    let site = site_of(dist());
    play_with_microphone(Screen::Phone, async |browser| {
        let question = begin(browser, &site).await;
        // Nobody is recorded before everyone was asked.
        browser.click("button", &format!("Record the answer: {question}")).await;
        browser.click("button", words("voice.not-agreed")).await;
        browser.by_role("button", &format!("Record the answer: {question}")).await;
        record(browser, &question).await;
        browser.assert_accessible("a recording").await;
        browser.screenshot_window("voice-recording").await;
        browser.click("button", words("voice.stop")).await;
        hear(browser, words("voice.held")).await;
        browser.wait_until("document.querySelector('audio')").await;
        // It sounds.
        browser.eval::<()>("await document.querySelector('audio').play()").await;
        browser.wait_until("document.querySelector('audio').currentTime > 0.2").await;
        assert_eq!(
            browser.eval::<Option<u32>>("return document.querySelector('audio').error?.code ?? null").await,
            None
        );
        let name = browser.by_role("link", &format!("Save as a file: {question}")).await;
        assert_eq!(name.attr("download").await.unwrap().as_deref(), Some("voice-note.webm"));
        browser.assert_accessible("a voice note").await;
        browser.screenshot_window("voice-recorded").await;
        // The second one in this session needs no reminder; and the other question has none.
        browser.click("button", "Next").await;
        browser.by_role("button", "Record the answer: *").await;
        browser.click("button", "Back").await;
        browser.wait_until("document.querySelector('audio')").await;
        // Deleting asks first.
        browser.click("button", &format!("Delete the voice note: {question}")).await;
        browser.wait_for_text(words("voice.sure")).await;
        browser.click("button", words("erase.no")).await;
        browser.click("button", &format!("Delete the voice note: {question}")).await;
        browser.click("button", words("voice.delete-yes")).await;
        hear(browser, words("voice.deleted")).await;
        browser.click("button", &format!("Record the answer: {question}")).await;
        browser.wait_for_text("Recording: 0:00 of 3:00").await;
        browser.click("button", words("voice.stop")).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn it_stays_on_the_device_with_a_kept_list_and_is_told_in_the_summary_only() {
    let site = site_of(dist());
    play_with_microphone(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        browser.click("button", "Keep it on this device").await;
        hear(browser, words("notice.kept")).await;
        let question = list(browser).await.remove(0);
        browser.eval::<()>("location.hash = '#/visit/1'").await;
        record(browser, &question).await;
        // Going on ends the recording and keeps it.
        browser.click("button", "Next").await;
        hear(browser, words("voice.kept")).await;
        browser.driver.refresh().await.unwrap();
        browser.ready().await;
        browser.by_role("button", "Record the answer: *").await;
        browser.click("button", "Back").await;
        browser.wait_until("document.querySelector('audio')").await;
        browser.wait_for_text(words("voice.kept")).await;
        browser.eval::<()>("location.hash = '#/after'").await;
        arrive(browser, words("after.title")).await;
        let told = format!("Question: {question}\n{}\n", words("summary.voice"));
        browser
            .wait_until(&format!("document.querySelector('pre').innerText.includes({})", json!(told)))
            .await;
        // The list itself holds nothing of it.
        let kept: String = browser.eval("return localStorage.getItem('ask-about-immunotherapy.list')").await;
        assert!(!kept.contains("voice") && !kept.contains("audio"), "{kept}");
    });
}

#[test]
fn it_ends_by_itself_after_three_minutes() {
    let site = site_of(dist());
    play_with_microphone(Screen::Phone, async |browser| {
        let question = begin(browser, &site).await;
        record(browser, &question).await;
        browser.eval::<()>("const now = Date.now; Date.now = () => now() + 180000").await;
        hear(browser, words("voice.held")).await;
        browser.wait_until("document.querySelector('audio')").await;
    });
}

#[test]
fn a_browser_that_says_no_is_explained_and_can_be_asked_again() {
    let site = site_of(dist());
    play_with_microphone(Screen::Phone, async |browser| {
        let question = begin(browser, &site).await;
        // What a browser does when the person, or a setting, says no.
        let refuse = "window.ask = navigator.mediaDevices.getUserMedia;
            navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))";
        browser.eval::<()>(refuse).await;
        browser.click("button", &format!("Record the answer: {question}")).await;
        browser.click("button", words("voice.agreed")).await;
        browser.wait_for_text(words("voice.refused")).await;
        assert!(!browser.has("button", &format!("Record the answer: {question}")).await);
        browser.eval::<()>("navigator.mediaDevices.getUserMedia = window.ask").await;
        browser.click("button", words("later.again")).await;
        browser.wait_for_text("Recording: 0:01 of 3:00").await;
    });
}

#[test]
fn where_nothing_can_be_recorded_there_is_no_button_and_a_line_says_why() {
    let site = site_of(dist());
    for (source, key) in [
        ("delete window.MediaRecorder", "voice.missing"),
        (
            "Object.defineProperty(Navigator.prototype, 'mediaDevices', { get: () => undefined })",
            "voice.missing",
        ),
        ("Object.defineProperty(window, 'isSecureContext', { get: () => false })", "voice.insecure"),
    ] {
        play(Screen::Phone, async |browser| {
            browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await;
            begin(browser, &site).await;
            browser.wait_for_text(words(key)).await;
            assert!(!browser.has("button", "Record the answer: *").await);
            browser.eval::<()>("location.hash = '#/after'").await;
            arrive(browser, words("after.title")).await;
            browser.wait_for_text(words(key)).await;
        });
    }
}

#[test]
fn a_frame_without_the_permission_says_so_and_the_visit_works() {
    let site = site_of(dist());
    play_with_microphone(Screen::Desktop, async |browser| {
        site.add_page(
            "/portal/",
            format!(
                "<!doctype html><html lang=en><meta charset=utf-8><title>Portal</title><link rel=icon href=data:,>\
                 <h1>Portal</h1><iframe sandbox=allow-scripts title=Questions width=390 height=700 src=\"{}\"></iframe>",
                site.url(PORTAL)
            ),
        );
        browser.open(&site.foreign_url("/portal/")).await;
        let entries: usize = browser.eval("return history.length").await;
        browser.enter_frame("iframe").await;
        browser.ready().await;
        crate::person::walk_to_list(browser).await;
        browser.eval::<()>("location.replace('#/visit/1')").await;
        browser.wait_for_text(words("voice.framed")).await;
        browser.wait_for_text(words("visit.sleeps")).await;
        assert!(!browser.has("button", "Record the answer: *").await);
        browser.fill("textbox", "The answer", "The day unit").await;
        browser.click("button", "Next").await;
        browser.by_role("heading", "Question 2 of 8*").await;
        browser.leave_frames().await;
        assert_eq!(browser.eval::<usize>("return history.length").await, entries);
    });
}
