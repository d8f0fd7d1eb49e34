//! Addresses within the app: wrong ones, former ones, and the browser's own back button.

use crate::browser::{Screen, play};
use crate::folders::dist;
use crate::person::arrive;
use crate::site_of;

#[test]
fn an_unknown_address_says_so_and_leads_home() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        for address in [
            "nonsense",
            "treatments/no-such-card",
            "treatments/car-t/no-such-row",
            "step/no-such-step",
            "%E0%A4%A",
        ] {
            browser.open("about:blank").await;
            browser.open_app(&site.url(&format!("/#/{address}"))).await;
            arrive(browser, "Page not found").await;
            assert_eq!(
                browser.driver.title().await.unwrap(),
                "Page not found – Ask About Immunotherapy",
                "{address}"
            );
            browser.click("link", "Go to the start").await;
            browser.by_role("heading", "What do you want to ask your doctor?").await;
            assert_eq!(browser.driver.title().await.unwrap(), "Ask About Immunotherapy");
        }
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn the_address_of_a_kind_leads_to_its_own_card_and_on_to_the_wider_one() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/treatments/pd1-inhibitors")).await;
        arrive(browser, "PD-1 inhibitors").await;
        browser.by_role("heading", "How it works").await;
        assert_eq!(browser.driver.title().await.unwrap(), "PD-1 inhibitors – Ask About Immunotherapy");
        browser.wait_for_text("This is a kind of:").await;
        browser.click("link", "Checkpoint inhibitors").await;
        arrive(browser, "Checkpoint inhibitors").await;
        browser.wait_for_text("Kinds of this treatment:").await;
        browser.click("link", "CTLA-4 inhibitors").await;
        arrive(browser, "CTLA-4 inhibitors").await;
    });
}

#[test]
fn the_browsers_back_button_leads_back() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.click("link", "Find my questions").await;
        arrive(browser, "Who is this list for?").await;
        browser.click("button", "Skip this step").await;
        arrive(browser, "Where are you now?").await;
        browser.driver.back().await.unwrap();
        arrive(browser, "Who is this list for?").await;
        browser.driver.back().await.unwrap();
        browser.by_role("heading", "What do you want to ask your doctor?").await;
        browser.driver.forward().await.unwrap();
        arrive(browser, "Who is this list for?").await;
    });
}
