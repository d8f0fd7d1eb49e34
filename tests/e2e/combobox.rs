//! Typing the cancer and the treatment: a combobox that works by keys, by touch and for screen readers.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{CONTENT, arrive, choose, hear, list_becomes, ranked, steps, words};
use crate::site_of;
use serde_json::json;

const TREATMENT: &str = "Type a treatment or drug name";
const CANCER: &str = "Type your cancer";

async fn open(browser: &Browser, site: &crate::site::Site, step: &str, place: usize) {
    browser.open_app(&site.url(&format!("/#/step/{step}"))).await;
    arrive(browser, steps().nth(place).unwrap()).await;
}

/// The suggestion that the arrows stand on, by what the field says of it.
async fn active(browser: &Browser) -> String {
    let body = "const id = document.querySelector('[role=combobox]').getAttribute('aria-activedescendant');
        const option = id && document.getElementById(id);
        return option && option.getAttribute('aria-selected') === 'true' ? option.firstElementChild.textContent : ''";
    browser.eval(body).await
}

async fn expanded(browser: &Browser, is: bool) {
    browser
        .wait_until(&format!(
            "document.querySelector('[role=combobox]').getAttribute('aria-expanded') === '{is}'"
        ))
        .await;
}

#[test]
fn brand_generic_class_lay_word_and_a_misspelt_name_find_the_treatment() {
    let site = site_of(dist());
    let title = |id: &str| CONTENT.catalog.card(id).unwrap().title.as_str();
    play(Screen::Phone, async |browser| {
        open(browser, &site, "treatment", 3).await;
        for (typed, id) in [
            ("Keytruda", "pd1-inhibitors"),
            ("pembrolizumab", "pd1-inhibitors"),
            ("keytrda", "pd1-inhibitors"),
            ("checkpoint inhibitors", "checkpoint-inhibitors"),
            ("car t", "car-t"),
            ("bladder bcg", "bcg-bladder"),
        ] {
            browser.fill("combobox", TREATMENT, typed).await;
            let first = format!(
                "document.querySelector('[role=option]')?.firstElementChild.textContent === {}",
                json!(title(id))
            );
            browser.wait_until(&first).await;
        }
        // The brand by which it was found stands beside it, spelled right.
        browser.fill("combobox", TREATMENT, "keytrda").await;
        browser.by_role("option", &format!("{} Keytruda", title("pd1-inhibitors"))).await;
        browser.fill("combobox", TREATMENT, "zzzzqq").await;
        browser.wait_for_text(words("step.none")).await;
        expanded(browser, false).await;
        hear(browser, words("step.none")).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn keys_walk_take_and_leave_the_suggestions() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open(browser, &site, "treatment", 3).await;
        let names = async || -> Vec<String> {
            browser.eval("return [...document.querySelectorAll('[role=option]')].map((one) => one.firstElementChild.textContent)").await
        };
        browser.tab_to("combobox", TREATMENT).await;
        expanded(browser, false).await;
        browser.type_text("inhibitor").await;
        expanded(browser, true).await;
        let shown = names().await;
        assert!(shown.len() > 2, "{shown:?}");
        hear(browser, &format!("{} fit. Use the arrow keys to choose.", shown.len())).await;
        assert_eq!(active(browser).await, "", "nothing is chosen before the person chooses");
        for (key, at) in [
            ("ArrowDown", 0),
            ("ArrowDown", 1),
            ("ArrowUp", 0),
            ("ArrowUp", shown.len() - 1),
            ("ArrowDown", 0),
            ("End", shown.len() - 1),
            ("Home", 0),
        ] {
            browser.press(&[key]).await;
            assert_eq!(active(browser).await, shown[at], "{key}");
            assert_eq!(browser.focused().await.0, "combobox", "the focus stays in the field");
        }
        // Escape closes and keeps the words; once more it takes them away.
        browser.press(&["Escape"]).await;
        expanded(browser, false).await;
        let value =
            async || browser.eval::<String>("return document.querySelector('[role=combobox]').value").await;
        assert_eq!(value().await, "inhibitor");
        browser.press(&["ArrowDown"]).await;
        expanded(browser, true).await;
        assert_eq!(active(browser).await, shown[0], "the arrow opens them again");
        browser.press(&["Escape", "Escape"]).await;
        assert_eq!(value().await, "");
        // Leaving the field closes them; Enter takes the one the arrows stand on.
        browser.type_text("inhibitor").await;
        expanded(browser, true).await;
        browser.press(&["Tab"]).await;
        expanded(browser, false).await;
        browser.press(&["Shift+Tab", "ArrowDown", "ArrowDown", "Enter"]).await;
        hear(browser, &format!("Chosen: {}", shown[1])).await;
        assert_eq!(value().await, "");
        browser.by_role("button", &format!("Take away: {}", shown[1])).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn several_treatments_stand_as_chips_that_can_be_taken_away() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open(browser, &site, "treatment", 3).await;
        browser.fill("combobox", TREATMENT, "Keytruda").await;
        browser.click("option", "PD-1 inhibitors*").await;
        hear(browser, "Chosen: PD-1 inhibitors").await;
        let field = ("combobox".to_owned(), TREATMENT.to_owned());
        assert_eq!(browser.focused().await, field, "ready for the next");
        browser.fill("combobox", TREATMENT, "car t").await;
        browser.press(&["ArrowDown", "Enter"]).await;
        browser.by_role("button", "Take away: PD-1 inhibitors").await;
        browser.by_role("button", "Take away: CAR T-cell therapy").await;
        // The list beside it shows them checked, also one that was folded away.
        for name in ["PD-1 inhibitors", "CAR T-cell therapy"] {
            assert!(browser.by_role("checkbox", name).await.is_selected().await.unwrap(), "{name}");
        }
        browser.assert_accessible("chips").await;
        browser.click("button", "Take away: PD-1 inhibitors").await;
        hear(browser, "Taken away: PD-1 inhibitors").await;
        browser.wait_until_gone("button", "Take away: PD-1 inhibitors").await;
        browser.wait_until("document.activeElement.getAttribute('role') === 'combobox'").await;
        browser.click("button", "Show my questions now").await;
        list_becomes(browser, &ranked(json!({"treatment": ["car-t"]}))[..8]).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_misspelt_cancer_is_found_and_can_be_picked_from_the_list_too() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open(browser, &site, "cancer", 2).await;
        for typed in ["melenoma", "black mole cancer"] {
            browser.fill("combobox", CANCER, typed).await;
            browser.by_role("option", "Melanoma (skin)*").await;
        }
        browser.press(&["ArrowDown", "Enter"]).await;
        browser.wait_for_text("Chosen: Melanoma (skin)").await;
        assert!(browser.by_role("radio", "Melanoma (skin)").await.is_selected().await.unwrap());
        choose(browser, "Breast cancer").await;
        browser.wait_for_text("Chosen: Breast cancer").await;
    });
}

/// Each suggestion is big enough for a finger, at the width of the narrowest phone too, and the page does not scroll
/// sideways.
#[test]
fn suggestions_can_be_touched() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let metrics = json!({"width": 320, "height": 844, "deviceScaleFactor": 1, "mobile": false});
        browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        open(browser, &site, "treatment", 3).await;
        browser.fill("combobox", TREATMENT, "inhibitors").await;
        expanded(browser, true).await;
        let low: f64 = browser
            .eval("return Math.min(...[...document.querySelectorAll('[role=option]')].map((one) => one.getBoundingClientRect().height))")
            .await;
        assert!(low >= 44.0, "{low}");
        let wide: u32 = browser.eval("return document.documentElement.scrollWidth").await;
        assert!(wide <= 320, "{wide}");
        browser.assert_accessible("suggestions").await;
        browser.screenshot_window("suggestions-320").await;
    });
}
