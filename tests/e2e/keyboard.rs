//! The main job by keyboard alone: no pointer is used here.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{add_own, hear, list, list_becomes, make_list, steps, words};
use crate::site_of;
use serde_json::json;

/// A new screen: its heading has the focus, and the window has its title.
async fn arrive(browser: &Browser, heading: &str, title: &str) {
    browser
        .wait_until(&format!("document.querySelector('#page h1')?.innerText === {}", json!(heading)))
        .await;
    browser.wait_until("document.activeElement?.localName === 'h1'").await;
    assert_eq!(browser.focused().await, ("heading".to_owned(), heading.to_owned()));
    let full = format!("{title} – Ask About Immunotherapy");
    assert_eq!(browser.driver.title().await.unwrap(), full);
}

/// Goes to an element by Tab and presses a key on it.
async fn go(browser: &Browser, role: &str, name: &str, key: &str) {
    browser.tab_to(role, name).await;
    browser.press(&[key]).await;
}

/// Answers a step: the group is one stop, arrows choose within it.
async fn answer(browser: &Browser, number: usize, name: &str, first: &str, chosen: &str) {
    let title = steps().nth(number - 1).unwrap();
    arrive(browser, title, &format!("Step {number} of 7: {name}")).await;
    browser.tab_to("radio", first).await;
    browser.press(&["Space"]).await;
    for _ in 0..8 {
        if browser.focused().await.1 == chosen {
            break;
        }
        browser.press(&["ArrowDown"]).await;
    }
    assert_eq!(browser.focused().await, ("radio".to_owned(), chosen.to_owned()));
    assert!(browser.driver.active_element().await.unwrap().is_selected().await.unwrap());
}

#[test]
fn the_main_job_is_done_by_keyboard_alone() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        browser.open_app(&site.url("/")).await;
        assert_eq!(browser.driver.title().await.unwrap(), "Ask About Immunotherapy");
        browser.tab_to("link", "Skip to the page").await;
        go(browser, "link", "Find my questions", "Enter").await;

        answer(browser, 1, "who it is for", "For me", "For me").await;
        go(browser, "button", "Continue", "Space").await;
        answer(browser, 2, "where you are now", "I just found out I have cancer", "About to start treatment")
            .await;
        go(browser, "button", "Continue", "Enter").await;
        arrive(browser, steps().nth(2).unwrap(), "Step 3 of 7: the cancer").await;
        go(browser, "button", "Skip this step", "Enter").await;
        arrive(browser, steps().nth(3).unwrap(), "Step 4 of 7: the treatment").await;
        browser.tab_to("combobox", "Type a treatment or drug name").await;
        browser.type_text("keytruda").await;
        browser.press(&["ArrowDown", "Enter"]).await;
        browser.by_role("button", "Take away: PD-1 inhibitors").await;
        // And back once.
        browser.tab_to("link", "Back").await;
        browser.press(&["Enter"]).await;
        arrive(browser, steps().nth(2).unwrap(), "Step 3 of 7: the cancer").await;
        go(browser, "button", "Show my questions now", "Enter").await;

        arrive(browser, "Your questions", "Your questions").await;
        assert_eq!(list(browser).await.len(), 8);
        check_an_answer(browser).await;
        let first = list(browser).await;
        change_the_list(browser, &first).await;

        go_to_a_card(browser).await;
        open_the_sheet(browser).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

/// From the list to the answers, to one step, and back the same way.
async fn check_an_answer(browser: &Browser) {
    go(browser, "link", "Change", "Enter").await;
    arrive(browser, "Check your answers", "Check your answers").await;
    go(browser, "link", "Change: where you are now", "Enter").await;
    answer(browser, 2, "where you are now", "About to start treatment", "On treatment now").await;
    go(browser, "button", "Continue", "Enter").await;
    arrive(browser, "Check your answers", "Check your answers").await;
    browser.wait_for_text("On treatment now").await;
    go(browser, "button", "Show my questions", "Enter").await;
    arrive(browser, "Your questions", "Your questions").await;
}

/// Starting again asks first; the focus goes to the question, and back to the button.
#[test]
fn starting_again_is_decided_by_keyboard() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        make_list(browser, &site).await;
        let before = list(browser).await;
        go(browser, "button", "Start again", "Enter").await;
        browser.wait_until("document.activeElement.role === 'group'").await;
        assert_eq!(browser.focused().await, ("group".to_owned(), words("again.sure").to_owned()));
        go(browser, "button", "No, keep it", "Space").await;
        browser.wait_until("document.activeElement.innerText === 'Start again'").await;
        browser.press(&["Enter"]).await;
        go(browser, "button", "Yes, start again", "Enter").await;
        hear(browser, "Your list is empty.").await;
        list_becomes(browser, &[]).await;
        browser.click("button", "Undo").await;
        list_becomes(browser, &before).await;
    });
}

/// Moves a question, takes one off, and takes that back.
async fn change_the_list(browser: &Browser, first: &[String]) {
    let down = format!("Move down: {}", first[0]);
    go(browser, "button", &down, "Enter").await;
    let mut moved = first.to_vec();
    moved.swap(0, 1);
    list_becomes(browser, &moved).await;
    hear(browser, "Moved to place 2 of 8.").await;
    assert_eq!(browser.focused().await, ("button".to_owned(), down));
    // The next press goes on from there.
    browser.press(&["Space"]).await;
    hear(browser, "Moved to place 3 of 8.").await;
    moved.swap(1, 2);
    list_becomes(browser, &moved).await;

    go(browser, "button", &format!("Remove: {}", moved[4]), "Enter").await;
    let mut fewer = moved.clone();
    let gone = fewer.remove(4);
    list_becomes(browser, &fewer).await;
    browser.wait_until("document.activeElement.innerText === 'Ask these first'").await;
    hear(browser, &format!("Taken off: {gone}")).await;
    // Undo stands before the page.
    for _ in 0..60 {
        if browser.focused().await == ("button".to_owned(), "Undo".to_owned()) {
            break;
        }
        browser.press(&["Shift+Tab"]).await;
    }
    assert_eq!(browser.focused().await, ("button".to_owned(), "Undo".to_owned()));
    browser.press(&["Enter"]).await;
    list_becomes(browser, &moved).await;
    hear(browser, "Taken back.").await;
}

/// Finds Keytruda, opens its card, and adds a question from there.
async fn go_to_a_card(browser: &Browser) {
    go(browser, "link", "Treatments", "Enter").await;
    arrive(browser, "Treatments", "Treatments").await;
    browser.tab_to("searchbox", "Look up a treatment, a drug, a question or a word").await;
    browser.type_text("Keytruda").await;
    browser.wait_until("/^[0-9]+ results$/.test(document.querySelector('[role=status]').textContent)").await;
    go(browser, "link", "Read about: PD-1 inhibitors", "Enter").await;
    arrive(browser, "PD-1 inhibitors", "PD-1 inhibitors").await;

    // The contents lead to a row, and Tab goes on from there.
    go(browser, "link", "Cautions", "Enter").await;
    browser.wait_until("document.activeElement.localName === 'h2'").await;
    assert_eq!(browser.focused().await, ("heading".to_owned(), "Cautions".to_owned()));
    browser.tab_to("button", "Add to my list: *").await;
    let added = browser.focused().await.1.replace("Add to my list: ", "");
    browser.press(&["Enter"]).await;
    browser.wait_until("document.activeElement.ariaLabel.startsWith('Added. Undo: ')").await;
    hear(browser, &format!("Added: {added}")).await;
    // From the bar to the list, where it stands last.
    go(browser, "link", "My questions", "Enter").await;
    arrive(browser, "Your questions", "Your questions").await;
    assert_eq!(list(browser).await.last(), Some(&added));
}

/// The page that is printed.
async fn open_the_sheet(browser: &Browser) {
    go(browser, "link", "Print, or save as PDF", "Enter").await;
    arrive(browser, "My sheet to print", "My sheet to print").await;
    browser.tab_to("button", "Print").await;
}

/// The bar with "Undo" stays in view; what has the focus must not be under it.
#[test]
fn the_focus_is_never_under_the_bar() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        add_own(browser, "Can I keep my dog?").await;
        browser.by_role("button", "Undo").await;
        // All the way up, over several windows.
        for _ in 0..45 {
            browser.press(&["Shift+Tab"]).await;
            let covered = "const box = document.activeElement.getBoundingClientRect();
                const bar = document.querySelector('[aria-label=News]');
                return !bar.contains(document.activeElement) && box.bottom > 0 && box.top < bar.getBoundingClientRect().bottom
                    && getComputedStyle(bar).position === 'sticky' && bar.getBoundingClientRect().top === 0";
            assert!(!browser.eval::<bool>(covered).await, "{:?} is under the bar", browser.focused().await);
        }
    });
}
