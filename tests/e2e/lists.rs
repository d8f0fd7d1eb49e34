//! Several lists, one for each visit; and the ways that lead from a list to the visit and beyond.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{add_own, arrive, hear, list, list_becomes, make_list, words};
use crate::site_of;
use serde_json::json;

/// Writes into a field of the visit that is shown, by its label, as a date or time picker does, and leaves it.
async fn write(browser: &Browser, label: &str, value: &str) {
    let body = "const label = [...document.querySelectorAll('label')]
          .find((label) => label.innerText === arguments[0] && label.checkVisibility());
        label.control.value = arguments[1];
        label.control.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.eval_with::<()>(body, vec![json!(label), json!(value)]).await;
}

async fn write_the_visit(browser: &Browser) {
    browser.click("button", words("appointment.title")).await;
    for (label, value) in [
        ("appointment.date", "2026-12-01"),
        ("appointment.time", "09:30"),
        ("appointment.doctor", "Dr Lee"),
        ("appointment.place", "Ward 5"),
    ] {
        write(browser, words(label), value).await;
    }
}

async fn to_the_lists(browser: &Browser) {
    browser.click("link", "My lists").await;
    arrive(browser, "My lists").await;
}

#[test]
fn a_list_says_for_which_visit_it_is() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        write_the_visit(browser).await;
        let said = "For 1 December 2026, 9:30 am, Dr Lee, Ward 5";
        browser.by_role("button", said).await;
        hear(browser, "Your visit is changed.").await;
        browser.assert_accessible("the fields of the visit").await;
        // A year that is still being typed is no visit.
        write(browser, words("appointment.date"), "0202-12-01").await;
        browser.by_role("button", said).await;
        // Each field is a step of its own.
        browser.click("button", "Undo: Your visit is changed.").await;
        browser.by_role("button", "For 1 December 2026, 9:30 am, Dr Lee").await;
        browser.click("button", "Redo: Your visit is changed.").await;
        browser.by_role("button", said).await;
        // Taken away, it is unknown again.
        for label in ["appointment.date", "appointment.time", "appointment.doctor", "appointment.place"] {
            write(browser, words(label), "").await;
        }
        browser.by_role("button", words("appointment.title")).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn each_visit_has_a_list_of_its_own() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        write_the_visit(browser).await;
        browser.by_role("button", "For 1 December 2026, *").await;
        let first = list(browser).await;
        browser.click("checkbox", &format!("Asked: {}", first[0])).await;
        to_the_lists(browser).await;
        let name = "1 December 2026, 9:30 am, Dr Lee, Ward 5";
        browser.by_role("heading", name).await;
        browser.wait_for_text("8 questions on your list. 7 still open.").await;
        browser.wait_for_text("Open now").await;
        assert!(!browser.has("button", "Take this list away: *").await, "the only list is not taken away");
        // An empty one.
        browser.click("button", "Begin an empty list").await;
        arrive(browser, "Your questions").await;
        hear(browser, "A new list is open.").await;
        browser.wait_for_text(words("questions.empty")).await;
        assert_eq!(list(browser).await, [""; 0]);
        add_own(browser, "Can I keep my dog?").await;
        // Both are there; the first is opened again.
        to_the_lists(browser).await;
        browser.by_role("heading", "List 2").await;
        browser.assert_accessible("the lists").await;
        browser.screenshot("lists-two-390").await;
        browser.click("button", &format!("Open this list: {name}")).await;
        arrive(browser, "Your questions").await;
        hear(browser, "Another list is open.").await;
        list_becomes(browser, &first).await;
        browser.by_role("button", "For 1 December 2026, *").await;
        // That is a step as any other.
        browser.click("button", "Undo: Another list is open.").await;
        list_becomes(browser, &["Can I keep my dog?".to_owned()]).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn what_is_still_open_is_carried_into_the_next_list() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let first = list(browser).await;
        for question in &first[..2] {
            browser.click("checkbox", &format!("Asked: {question}")).await;
            hear(browser, &format!("Marked as asked: {question}")).await;
        }
        to_the_lists(browser).await;
        browser.wait_for_text("6 questions of the list that is open now are not asked yet").await;
        browser.click("button", "Begin a list with what is still open").await;
        arrive(browser, "Your questions").await;
        list_becomes(browser, &first[2..]).await;
        browser.by_role("button", words("appointment.title")).await;
    });
}

#[test]
fn a_list_is_taken_away_after_asking_and_comes_back() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        to_the_lists(browser).await;
        browser.click("button", "Begin an empty list").await;
        arrive(browser, "Your questions").await;
        to_the_lists(browser).await;
        browser.click("button", "Take this list away: List 1").await;
        browser.by_role("group", words("lists.remove-sure")).await;
        browser.click("button", "No, keep it").await;
        browser.by_role("button", "Take this list away: List 1").await;
        browser.press(&["Enter"]).await;
        browser.click("button", "Yes, take it away").await;
        hear(browser, "The list is gone.").await;
        browser.wait_until_gone("heading", "List 2").await;
        browser.wait_for_text("0 questions on your list.").await;
        browser.click("button", "Undo: The list is gone.").await;
        browser.by_role("heading", "List 2").await;
        browser.wait_for_text("8 questions on your list.").await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn there_is_room_for_twelve_lists() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/lists")).await;
        for number in 2..=12 {
            browser.click("button", "Begin an empty list").await;
            arrive(browser, "Your questions").await;
            to_the_lists(browser).await;
            browser.by_role("heading", &format!("List {number}")).await;
        }
        browser.click("button", "Begin an empty list").await;
        browser.wait_for_text("There is no room for another list. Take one away first.").await;
        browser.by_role("heading", "My lists").await;
    });
}

#[test]
fn the_list_leads_to_the_visit_and_beyond() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        for (link, heading) in [
            ("Take it with me", "Take it with me"),
            ("After the visit", "After the visit"),
            ("Alert card for the wallet", "Alert card for the wallet"),
            ("My lists", "My lists"),
        ] {
            make_list(browser, &site).await;
            browser.click("link", link).await;
            arrive(browser, heading).await;
        }
        make_list(browser, &site).await;
        browser.click("link", "At the visit").await;
        browser.by_role("heading", "Question 1 of 8*").await;
    });
}

#[test]
fn the_questions_are_what_a_phone_shows_first() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let top: f64 = browser
            .eval("return document.querySelector('[data-row] h3').getBoundingClientRect().top + scrollY")
            .await;
        assert!(top < 844.0 * 0.55, "the first question begins at {top} of 844");
    });
}
