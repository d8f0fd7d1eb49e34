//! Working with the list: ticking, writing, taking off, moving, copying, starting again.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{CONTENT, add_own, arrive, hear, list, list_becomes, make_list, under, words};
use crate::site_of;
use serde_json::json;

/// The number beside "My list" in the bar; empty while nothing is on it.
async fn badge(browser: &Browser, count: &str) {
    let name = format!("My list {count}");
    browser.by_role("link", name.trim_end()).await;
}

async fn focus_stays(browser: &Browser, name: &str) {
    browser.wait_until(&format!("document.activeElement.ariaLabel === {}", json!(name))).await;
}

#[test]
fn a_question_is_ticked_from_the_topics() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        badge(browser, "8").await;
        browser.click("button", "When to call*").await;
        let offered = browser.names("checkbox").await;
        let tick = offered.iter().find(|name| !name.starts_with("Asked: ")).unwrap();
        browser.click("checkbox", tick).await;
        hear(browser, &format!("Added: {tick}")).await;
        badge(browser, "9").await;
        assert_eq!(list(browser).await.last(), Some(tick));
        // The topic stays open under the finger, and the tick takes it off again.
        browser.click("checkbox", tick).await;
        hear(browser, &format!("Taken off: {tick}")).await;
        badge(browser, "8").await;
        assert!(!list(browser).await.contains(tick));
    });
}

#[test]
fn an_own_question_is_added_by_button_and_by_enter() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/questions")).await;
        browser.wait_for_text(words("questions.empty")).await;
        badge(browser, "").await;
        browser.fill("textbox", "Add my own question", "Can I keep my dog?").await;
        browser.click("button", "Add").await;
        list_becomes(browser, &["Can I keep my dog?".to_owned()]).await;
        hear(browser, "Added: Can I keep my dog?").await;
        browser.wait_for_text(words("question.own")).await;
        // The field is empty and has the focus, so that the next one can be typed at once.
        browser.type_text("And <b>my cat</b>?").await;
        browser.press(&["Enter"]).await;
        list_becomes(browser, &["Can I keep my dog?".to_owned(), "And <b>my cat</b>?".to_owned()]).await;
        assert_eq!(under(browser, "Ask these first").await, ["Can I keep my dog?", "And <b>my cat</b>?"]);
        badge(browser, "2").await;
        browser.wait_for_text("2 questions on your list.").await;
    });
}

#[test]
fn an_empty_or_too_long_question_is_refused_in_words() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/questions")).await;
        for empty in ["", "   "] {
            browser.fill("textbox", "Add my own question", empty).await;
            browser.click("button", "Add").await;
            browser.wait_for_text("Write your question first.").await;
        }
        let alert = browser.by_role("alert", "").await;
        assert_eq!(alert.text().await.unwrap(), "Write your question first.");
        let long = "a ".repeat(150) + "bc";
        browser.fill("textbox", "Add my own question", &long).await;
        browser.press(&["Enter"]).await;
        browser.wait_for_text("A question has 300 letters at most; this one has 302. Make it shorter.").await;
        let field = browser.by_role("textbox", "Add my own question").await;
        assert_eq!(field.attr("aria-invalid").await.unwrap().as_deref(), Some("true"));
        let described = "return document.getElementById(document.activeElement.getAttribute('aria-describedby')).innerText";
        assert!(browser.eval::<String>(described).await.contains("302"));
        // What was typed is still there to be made shorter; at 300 letters it is taken.
        assert_eq!(field.value().await.unwrap().as_deref(), Some(long.as_str()));
        assert_eq!(list(browser).await, [""; 0]);
        browser.press(&["Backspace", "Backspace", "Enter"]).await;
        list_becomes(browser, &[long[..299].to_owned()]).await;
        assert_eq!(
            browser.by_role("textbox", "Add my own question").await.attr("aria-invalid").await.unwrap(),
            None
        );
        assert!(!browser.text().await.contains("Make it shorter."));
    });
}

#[test]
fn a_removed_question_comes_back_in_its_place() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let before = list(browser).await;
        browser.click("button", &format!("Remove: {}", before[1])).await;
        let mut fewer = before.clone();
        fewer.remove(1);
        list_becomes(browser, &fewer).await;
        hear(browser, &format!("Taken off: {}", before[1])).await;
        browser.by_role("region", "News").await;
        browser.wait_for_text(&format!("Taken off: {}", before[1])).await;
        badge(browser, "7").await;
        // Two in a row come back one by one.
        browser.click("button", &format!("Remove: {}", before[0])).await;
        list_becomes(browser, &before[2..]).await;
        browser.click("button", "Undo").await;
        list_becomes(browser, &fewer).await;
        hear(browser, "Taken back.").await;
        badge(browser, "7").await;
        browser.click("button", "Close this note").await;
        browser.wait_until_gone("button", "Close this note").await;
    });
}

#[test]
fn questions_move_up_and_down_with_the_focus_on_the_button() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let mut wanted = list(browser).await;
        let fourth = wanted[3].clone();
        let up = format!("Move up: {fourth}");
        browser.click("button", &up).await;
        wanted.swap(2, 3);
        list_becomes(browser, &wanted).await;
        hear(browser, "Moved to place 3 of 8.").await;
        focus_stays(browser, &up).await;
        // It is one of the first three now.
        assert_eq!(under(browser, "Ask these first").await, wanted[..3]);
        assert_eq!(under(browser, "If there is time").await, wanted[3..]);
        browser.press(&["Enter"]).await;
        hear(browser, "Moved to place 2 of 8.").await;
        browser.press(&["Enter"]).await;
        hear(browser, "Moved to place 1 of 8.").await;
        focus_stays(browser, &up).await;
        // At the end of the way the button says so and keeps the focus.
        let button = browser.by_role("button", &up).await;
        assert_eq!(button.attr("aria-disabled").await.unwrap().as_deref(), Some("true"));
        browser.press(&["Enter"]).await;
        focus_stays(browser, &up).await;
        let top = list(browser).await;
        assert_eq!(top[0], fourth);
        let down = format!("Move down: {}", top[7]);
        let button = browser.by_role("button", &down).await;
        assert_eq!(button.attr("aria-disabled").await.unwrap().as_deref(), Some("true"));
        browser.click("button", &format!("Move down: {fourth}")).await;
        hear(browser, "Moved to place 2 of 8.").await;
        assert_eq!(list(browser).await[1], fourth);
    });
}

#[test]
fn the_list_is_copied_as_text() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let grant = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
        browser.chromium("Browser.grantPermissions", grant).await;
        add_own(browser, "Can I keep my dog?").await;
        let questions = list(browser).await;
        browser.click("checkbox", &format!("Asked: {}", questions[0])).await;
        hear(browser, &format!("Marked as asked: {}", questions[0])).await;
        browser.click("button", "Copy as text").await;
        browser.wait_for_text("Copied. You can paste it now.").await;
        let text: String = browser.eval("return navigator.clipboard.readText()").await;
        let mut rest = text.as_str();
        for (place, question) in questions.iter().enumerate() {
            let line = format!("{}. {question}", place + 1);
            let at = rest.find(&line).unwrap_or_else(|| panic!("'{line}' is not next in:\n{text}"));
            rest = &rest[at + line.len()..];
        }
        for part in [
            words("sheet.invite"),
            "(asked)",
            "Ask these first",
            "If there is time",
            "911",
            words("sheet.status"),
        ] {
            assert!(text.contains(part), "'{part}' is not in:\n{text}");
        }
        assert!(!text.contains('<') && !text.contains("undefined"), "{text}");
    });
}

#[test]
fn a_refused_clipboard_falls_back_and_says_what_happened() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        browser.eval::<()>("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
            document.execCommand = () => { window.copied = document.activeElement.value; return Boolean(window.allowed); }").await;
        browser.click("button", "Copy as text").await;
        browser.wait_for_text(words("take.file-instead")).await;
        browser.eval::<()>("window.allowed = true").await;
        browser.click("button", "Copy as text").await;
        browser.wait_for_text("Copied. You can paste it now.").await;
        let copied: String = browser.eval("return window.copied").await;
        assert!(copied.contains(&list(browser).await[0]), "{copied}");
    });
}

#[test]
fn starting_again_asks_first_empties_everything_and_can_be_undone() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let before = list(browser).await;
        browser.click("button", "Start again").await;
        browser.wait_for_text(words("again.sure")).await;
        assert_eq!(list(browser).await, before, "nothing happens before the answer");
        browser.click("button", "No, keep it").await;
        browser.wait_until_gone("button", "No, keep it").await;
        assert_eq!(list(browser).await, before);
        browser.click("button", "Start again").await;
        browser.click("button", "Yes, start again").await;
        browser.wait_for_text(words("questions.empty")).await;
        hear(browser, "Your list is empty.").await;
        assert_eq!(list(browser).await, [""; 0]);
        badge(browser, "").await;
        browser.click("button", "Undo").await;
        list_becomes(browser, &before).await;
        badge(browser, "8").await;
        // The answers are back too.
        browser.wait_for_text("8 questions, picked from your answers.").await;
        browser.wait_for_text("because you said: about to start").await;
    });
}

#[test]
fn the_teams_number_is_shown_where_it_is_needed() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.click("link", "Feel unwell after treatment?*").await;
        arrive(browser, "Warning signs").await;
        browser.fill("textbox", words("signs.team-label"), "555-0142 ask for ward 5").await;
        browser.click("button", "Save the number").await;
        let call = browser.by_role("link", "Call my team: 555-0142 ask for ward 5").await;
        assert!(call.attr("href").await.unwrap().unwrap().starts_with("tel:5550142"));
        // On paper too.
        browser.eval::<()>("location.hash = '#/print'").await;
        arrive(browser, "My sheet to print").await;
        browser.wait_for_text("555-0142 ask for ward 5").await;
        browser.eval::<()>("location.hash = '#/signs/car-t'").await;
        arrive(browser, "Warning signs").await;
        browser.by_role("link", "Call my team: *").await;
        browser.click("button", "Change the number").await;
        browser.by_role("textbox", words("signs.team-label")).await;
        browser.wait_until_gone("link", "Call my team: *").await;
    });
}

#[test]
fn signs_of_a_treatment_come_in_order_of_urgency() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/signs/car-t")).await;
        browser.by_role("heading", "Emergency: call now").await;
        let headings = browser.names("heading").await;
        let place = |name: &str| {
            headings
                .iter()
                .position(|heading| heading == name)
                .unwrap_or_else(|| panic!("no '{name}' in {headings:?}"))
        };
        assert!(place("Emergency: call now") < place("Call your team today"));
        browser.wait_for_text("911 in the US, 112 in Europe, 999 in the UK").await;
        let of_car_t = |sign: &&ask_about_immunotherapy::content::Sign| {
            sign.classes.iter().any(|class| class.as_str() == "car-t")
        };
        let wanted = CONTENT.details.signs.iter().filter(of_car_t).count();
        let shown = browser
            .names("button")
            .await
            .into_iter()
            .filter(|name| CONTENT.details.signs.iter().any(|sign| name.starts_with(&sign.name)))
            .count();
        assert_eq!(shown, wanted);
        // What to say on the phone opens in place.
        let first = CONTENT.details.signs.iter().find(of_car_t).unwrap();
        browser.click("button", &format!("{}*", first.name)).await;
        browser.wait_for_text(&first.say).await;
    });
}
