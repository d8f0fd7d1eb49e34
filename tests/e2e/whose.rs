//! Every screen and file speaks of the person whom the list is for.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{CONTENT, arrive, choose, list, list_becomes, ranked, words};
use crate::site_of;
use ask_about_immunotherapy::content::Role;
use serde_json::json;

async fn go(browser: &Browser, address: &str, heading: &str) {
    browser.eval_with::<()>("location.hash = arguments[0]", vec![json!(address)]).await;
    arrive(browser, heading).await;
}

#[test]
fn steps_answers_list_and_sheet_follow_whose_list_it_is() {
    let site = site_of(dist());
    let catalog = &CONTENT.catalog;
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/step/role")).await;
        for (option, role, steroids) in [
            ("For my child", Role::Parent, "My child takes steroids"),
            ("For someone I care for", Role::Carer, "They take steroids"),
            ("For me", Role::Own, "I take steroids"),
        ] {
            let of = |step: &str| catalog.step(step).unwrap();
            go(browser, "#/change/role", of("role").title.text(Role::Own)).await;
            choose(browser, option).await;
            for step in catalog.walk().skip(1) {
                go(browser, &format!("#/step/{}", step.id), step.title.text(role)).await;
                browser.wait_for_text(step.name.text(role)).await;
            }
            go(browser, "#/step/moment", of("moment").title.text(role)).await;
            choose(browser, of("moment").options[1].label.text(role)).await;
            go(browser, "#/step/health", of("health").title.text(role)).await;
            if !browser.by_role("checkbox", steroids).await.is_selected().await.unwrap() {
                choose(browser, steroids).await;
            }
            go(browser, "#/check", words("check.title")).await;
            browser.wait_for_text(steroids).await;
            browser.click("button", "Show my questions").await;
            arrive(browser, "Your questions").await;
            let answers = json!({"role": [role.option()], "moment": ["choosing"], "health": ["steroids"]});
            list_becomes(browser, &ranked(answers)[..8]).await;
            let text = browser.text().await;
            assert!(!text.contains(['{', '|']), "{text}");
            let first = list(browser).await;
            go(browser, "#/print", words("sheet.page")).await;
            browser.wait_for_text(&first[0]).await;
            let invite = catalog.words.role("sheet.invite", role);
            browser.wait_for_text(&invite).await;
        }
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}
