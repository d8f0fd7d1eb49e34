//! A question in the person's own words: wording, note and topic, changed in place.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{CONTENT, add_own, hear, list, list_becomes, make_list, words};
use crate::site_of;
use serde_json::json;

const FIELD: &str = "The question in my words";

async fn open(browser: &Browser, question: &str) {
    browser.click("button", &format!("Change the words: {question}")).await;
    browser.wait_until("document.activeElement.localName === 'textarea'").await;
    assert_eq!(browser.focused().await, ("textbox".to_owned(), FIELD.to_owned()));
    let typed: String = browser.eval("return document.activeElement.value").await;
    assert_eq!(typed, question);
}

/// Waits until the button with the pencil has the focus again.
async fn closed(browser: &Browser, question: &str) {
    let name = json!(format!("Change the words: {question}"));
    browser.wait_until(&format!("document.activeElement.ariaLabel === {name}")).await;
    browser.wait_until_gone("textbox", FIELD).await;
}

/// All that stands in the row of a question.
async fn row(browser: &Browser, question: &str) -> String {
    let body = "return [...document.querySelectorAll('[data-row]')]
        .find((row) => row.querySelector('h3').innerText === arguments[0])?.innerText ?? ''";
    browser.eval_with(body, vec![json!(question)]).await
}

#[test]
fn any_wording_is_changed_in_place_and_put_back() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let before = list(browser).await;
        let first = &before[1];
        assert!(!row(browser, first).await.contains(words("question.own")));
        // Escape and Cancel leave it as it was.
        open(browser, first).await;
        browser.type_text(" Or not?").await;
        browser.press(&["Escape"]).await;
        closed(browser, first).await;
        open(browser, first).await;
        browser.click("button", "Cancel").await;
        closed(browser, first).await;
        assert_eq!(list(browser).await, before);
        // Enter saves, in its place.
        open(browser, first).await;
        browser.fill("textbox", FIELD, "Will I <b>get</b> better?").await;
        browser.press(&["Enter"]).await;
        let mine = "Will I <b>get</b> better?";
        let mut wanted = before.clone();
        wanted[1] = mine.to_owned();
        list_becomes(browser, &wanted).await;
        closed(browser, mine).await;
        hear(browser, &format!("Changed: {mine}")).await;
        assert!(row(browser, mine).await.contains(words("question.own")));
        // Its reason is still there, and the first wording comes back in one press.
        assert!(row(browser, mine).await.contains("Why ask this?"));
        open(browser, mine).await;
        browser.assert_accessible("a question that is being changed").await;
        browser.click("button", "Back to the first wording").await;
        list_becomes(browser, &before).await;
        closed(browser, first).await;
        assert!(!row(browser, first).await.contains(words("question.own")));
        open(browser, first).await;
        assert!(!browser.has("button", "Back to the first wording").await);
        browser.press(&["Escape"]).await;
        browser.click("button", &format!("Undo: Changed: {first}")).await;
        list_becomes(browser, &wanted).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn an_own_question_without_words_or_with_too_many_is_refused() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/questions")).await;
        add_own(browser, "Can I keep my dog?").await;
        open(browser, "Can I keep my dog?").await;
        browser.fill("textbox", FIELD, " ").await;
        browser.click("button", "Save").await;
        browser.wait_for_text("Write your question first.").await;
        browser.wait_until("document.activeElement.localName === 'textarea'").await;
        let field = browser.by_role("textbox", FIELD).await;
        assert_eq!(field.attr("aria-invalid").await.unwrap().as_deref(), Some("true"));
        let described = "return document.getElementById(document.activeElement.getAttribute('aria-describedby')).innerText";
        assert_eq!(browser.eval::<String>(described).await, "Write your question first.");
        browser.fill("textbox", FIELD, &"a".repeat(301)).await;
        browser.click("button", "Save").await;
        browser.wait_for_text("A question has 300 letters at most; this one has 301. Make it shorter.").await;
        browser.fill("textbox", FIELD, "Can I keep my cat?").await;
        browser.click("button", "Save").await;
        list_becomes(browser, &["Can I keep my cat?".to_owned()]).await;
        closed(browser, "Can I keep my cat?").await;
    });
}

#[test]
fn a_note_is_written_to_a_question_and_shown_with_it() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let before = list(browser).await;
        open(browser, &before[0]).await;
        browser.fill("textbox", "My note, or the answer", "To shrink it.\nNot to cure it.").await;
        browser.click("button", "Save").await;
        closed(browser, &before[0]).await;
        hear(browser, &format!("Answer noted: {}", before[0])).await;
        browser.wait_for_text("My note: To shrink it. Not to cure it.").await;
        assert!(row(browser, &before[0]).await.contains("Not to cure it."));
        assert!(!row(browser, &before[0]).await.contains(words("question.own")));
        assert_eq!(list(browser).await, before);
    });
}

#[test]
fn an_own_question_stands_under_the_topic_that_was_chosen() {
    let site = site_of(dist());
    let [first, second] = [0, 1].map(|place| CONTENT.catalog.topics[place].title.as_str());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        browser.by_role("combobox", words("own.topic")).await.send_keys(first).await.unwrap();
        add_own(browser, "Can I keep my dog?").await;
        browser.wait_for_text(&format!("In my own words, about: {first}")).await;
        let choice = browser.by_role("combobox", words("own.topic")).await;
        assert_eq!(choice.value().await.unwrap().as_deref(), Some(""), "the next one has no topic yet");
        browser.click("button", &format!("{first}*")).await;
        let tick = browser.by_role("checkbox", "Can I keep my dog?").await;
        assert!(tick.is_selected().await.unwrap());
        // Later it is put under another one.
        open(browser, "Can I keep my dog?").await;
        let row = browser.eval::<()>("document.activeElement.closest('li').querySelector('select').focus()");
        row.await;
        browser.type_text(second).await;
        browser.click("button", "Save").await;
        browser.wait_for_text(&format!("In my own words, about: {second}")).await;
        browser.wait_until_gone("checkbox", "Can I keep my dog?").await;
        browser.click("button", &format!("{second}*")).await;
        // Taking the tick away there takes it off the list.
        browser.click("checkbox", "Can I keep my dog?").await;
        hear(browser, "Taken off: Can I keep my dog?").await;
        assert!(!list(browser).await.contains(&"Can I keep my dog?".to_owned()));
        browser.click("button", "Undo").await;
        browser.by_role("button", "Remove: Can I keep my dog?").await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}
