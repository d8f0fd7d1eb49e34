//! No accessibility mistake in the states that a person brings about, in light and in dark. What links lead to is
//! looked at in `screens`.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{add_own, arrive, choose, colours, make_list, steps, words};
use crate::site::Site;
use crate::site_of;
use serde_json::json;

async fn check(browser: &Browser, state: &str, problems: &mut Vec<String>) {
    problems.extend(browser.axe().await.into_iter().map(|problem| format!("{state}: {problem}")));
}

#[test]
fn no_state_has_mistakes_in_light() {
    look(Screen::Phone, "light");
}

#[test]
fn no_state_has_mistakes_in_dark() {
    look(Screen::Desktop, "dark");
}

fn look(screen: Screen, scheme: &str) {
    let site = site_of(dist());
    let mut problems = Vec::new();
    play(screen, async |browser| {
        colours(browser, scheme).await;
        browser.open_app(&site.url("/")).await;
        check(browser, "home", &mut problems).await;
        home_states(browser, &mut problems).await;
        step_states(browser, &site, &mut problems).await;
        make_list(browser, &site).await;
        list_states(browser, &mut problems).await;
        for (address, heading) in [
            ("check", words("check.title")),
            ("change/treatment", "Which treatment was named?"),
            ("ten", words("ten.title")),
            ("treatments/checkpoint-inhibitors", "Checkpoint inhibitors"),
            ("signs/checkpoint-inhibitors", "Warning signs"),
            ("immunotherapy", "What is immunotherapy?"),
            ("quiz/2", "True or not? A quiz"),
            ("words", "Words explained"),
            ("about", "About, privacy and erasing"),
            ("print", "My sheet to print"),
            ("visit/999", words("visit.end")),
            ("after", words("after.title")),
            ("nonsense", "Page not found"),
        ] {
            browser
                .eval_with::<()>("location.hash = arguments[0]", vec![json!(format!("#/{address}"))])
                .await;
            arrive(browser, heading).await;
            browser
                .eval::<()>("document.querySelectorAll('#page details').forEach((one) => one.open = true)")
                .await;
            check(browser, address, &mut problems).await;
        }
        asides(browser, &site, &mut problems).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

async fn home_states(browser: &Browser, problems: &mut Vec<String>) {
    browser.fill("searchbox", "Look up a treatment", "keytrda").await;
    browser.wait_for_text("You typed keytrda").await;
    check(browser, "results", problems).await;
    browser.fill("searchbox", "Look up a treatment", "qqqq").await;
    browser.wait_for_text("We do not know").await;
    check(browser, "no result", problems).await;
    browser.click("button", "Menu").await;
    browser.click("button", "Erase everything").await;
    browser.by_role("button", "Yes, erase").await;
    check(browser, "menu open, asking", problems).await;
    browser.click("button", "No, keep it").await;
    browser.click("button", "Menu").await;
}

/// One of several, one of many with a field, several with a field, several.
async fn step_states(browser: &Browser, site: &Site, problems: &mut Vec<String>) {
    let kinds = [
        ("role", 0, "For me"),
        ("cancer", 2, "Breast cancer"),
        ("treatment", 3, "Checkpoint inhibitors"),
        ("health", 4, "I take steroids"),
        ("hard", 6, "Not now"),
    ];
    for (id, place, option) in kinds {
        browser.open_app(&site.url("/")).await;
        browser.eval_with::<()>("location.hash = arguments[0]", vec![json!(format!("#/step/{id}"))]).await;
        arrive(browser, steps().nth(place).unwrap()).await;
        choose(browser, option).await;
        check(browser, &format!("step {id}, chosen"), problems).await;
    }
}

async fn list_states(browser: &Browser, problems: &mut Vec<String>) {
    browser.fill("textbox", "Add my own question", "").await;
    browser.click("button", "Add").await;
    browser.wait_for_text(words("own.empty")).await;
    add_own(browser, "Can I keep my dog?").await;
    browser.click("checkbox", "Asked: Can I keep my dog?").await;
    browser.eval::<()>("document.querySelectorAll('#page details').forEach((one) => one.open = true)").await;
    check(browser, "list with items, topics open, undo offered", problems).await;
    browser.click("button", "Start again").await;
    browser.wait_for_text(words("again.sure")).await;
    check(browser, "list, asked whether to start again", problems).await;
    browser.click("button", "No, keep it").await;
    browser.click("button", "Keep it on this device").await;
    browser.wait_for_text(words("save.kept")).await;
    check(browser, "list, kept", problems).await;
}

async fn asides(browser: &Browser, site: &Site, problems: &mut Vec<String>) {
    browser.eval::<()>("localStorage.setItem('ask-about-immunotherapy.list', '{broken')").await;
    browser.open("about:blank").await;
    browser.open_app(&site.url("/#/questions")).await;
    browser.wait_for_text(words("aside.unreadable")).await;
    check(browser, "an unreadable list", problems).await;
}
