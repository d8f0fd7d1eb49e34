//! The alert card for the wallet: filled in, kept, and printed at its true size.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::pdf::{PAPERS, POINTS, print, print_with_furniture};
use crate::person::{CONTENT, arrive, colours, make_list, words};
use crate::site::Site;
use crate::site_of;
use ask_about_immunotherapy::list::NAME_LIMIT;
use serde_json::json;
use thirtyfour::By;

async fn open(browser: &Browser, site: &Site) {
    browser.open_app(&site.url("/#/alert")).await;
    arrive(browser, words("alert.title")).await;
    browser.by_role("combobox", words("alert.class")).await;
    // The sentences on the back come with the second part of the content.
    browser.wait_for_text(words("alert.any")).await;
}

/// Chooses a kind of treatment.
async fn choose_kind(browser: &Browser, id: &str) {
    let option = browser.driver.find(By::Css(format!("option[value='{id}']"))).await.expect("the kind");
    option.click().await.expect("a choice");
}

/// What stands on the card: the front, the back.
async fn sides(browser: &Browser) -> [String; 2] {
    let body = "return [...document.querySelectorAll('.alert-side')].map((side) => side.innerText)";
    browser.eval(body).await
}

async fn wait_for_card(browser: &Browser, text: &str) {
    browser
        .wait_until(&format!("document.querySelector('.alert-card').innerText.includes({})", json!(text)))
        .await;
}

/// Fills a text field and leaves it.
async fn write(browser: &Browser, role: &str, label: &'static str, text: &str) {
    browser.fill(role, words(label), text).await;
    browser.press(&["Tab"]).await;
}

async fn fill_in(browser: &Browser) {
    write(browser, "textbox", "alert.name", "Ana Example").await;
    write(browser, "combobox", "alert.letter", "Keytruda").await;
    write(browser, "textbox", "alert.hospital", "North Hospital").await;
    write(browser, "textbox", "alert.team", "555-0142").await;
    // How a date is typed is the browser's own affair.
    browser
        .eval::<()>(
            "const field = document.querySelector('#alert-since'); field.value = '2026-12-01'
            for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }))",
        )
        .await;
}

const FILLED: [&str; 5] = ["Ana Example", "Keytruda", "1 December 2026", "North Hospital", "555-0142"];

#[test]
fn the_card_follows_what_is_typed_and_the_kind_follows_the_medicine() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open(browser, &site).await;
        browser.fill("textbox", words("alert.name"), "Ana Ex").await;
        wait_for_card(browser, "Ana Ex").await;
        browser.fill("combobox", words("alert.letter"), "keytr").await;
        browser.wait_until("[...document.querySelectorAll('#alert-drugs option')].some((one) => one.value === 'Keytruda')").await;
        fill_in(browser).await;
        let class = CONTENT.catalog.card("pd1-inhibitors").expect("a card");
        wait_for_card(browser, &class.title).await;
        let [front, back] = sides(browser).await;
        for text in FILLED {
            assert!(front.contains(text), "{text}: {front}");
        }
        for key in ["alert.intro", "alert.checkpoint", "alert.call"] {
            assert!(back.contains(words(key)), "{back}");
        }
        // Another kind, by hand.
        choose_kind(browser, "car-t").await;
        wait_for_card(browser, words("alert.crs")).await;
        assert!(!sides(browser).await[1].contains(words("alert.checkpoint")));
        assert!(browser.has("link", words("alert.signs")).await);
        // Undo takes back the last step, and the fields follow.
        browser.click("button", words("notice.undo")).await;
        wait_for_card(browser, words("alert.checkpoint")).await;
        let chosen: String = browser.eval("return document.querySelector('#alert-class').value").await;
        assert_eq!(chosen, "pd1-inhibitors");
    });
}

#[test]
fn the_card_starts_with_the_treatment_that_was_named() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        browser.eval::<()>("location.hash = '#/alert'").await;
        arrive(browser, words("alert.title")).await;
        wait_for_card(browser, words("alert.checkpoint")).await;
        assert!(sides(browser).await[0].contains("Checkpoint inhibitors"));
    });
}

#[test]
fn a_card_that_is_kept_is_there_again() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open(browser, &site).await;
        fill_in(browser).await;
        browser.click("button", words("save.keep")).await;
        browser.wait_for_text(words("notice.kept")).await;
        browser.open("about:blank").await;
        browser.open_app(&site.url("/#/alert")).await;
        arrive(browser, words("alert.title")).await;
        wait_for_card(browser, "Ana Example").await;
        let [front, _] = sides(browser).await;
        for text in FILLED {
            assert!(front.contains(text), "{text}: {front}");
        }
    });
}

/// Width and height of the card and of each side, in millimetres, and the smallest letters, in points.
async fn measure(browser: &Browser) -> (Vec<[f64; 2]>, f64) {
    browser.chromium("Emulation.setEmulatedMedia", json!({"media": "print"})).await;
    let sizes: Vec<[f64; 2]> = browser
        .eval(
            "return ['.alert-card', '.alert-side', '.alert-side + .alert-side'].map((one) => {
                const { width, height } = document.querySelector(one).getBoundingClientRect()
                return [width, height].map((size) => size * 25.4 / 96)
            })",
        )
        .await;
    let smallest = browser
        .eval(
            "return Math.min(...[...document.querySelectorAll('.alert-card *')].filter((one) => one.innerText?.trim())
                .map((one) => parseFloat(getComputedStyle(one).fontSize))) * .75",
        )
        .await;
    (sizes, smallest)
}

/// Whether everything stands within the sides.
async fn overflows(browser: &Browser) -> Vec<String> {
    browser
        .eval(
            "return [...document.querySelectorAll('.alert-side')]
                .filter((side) => side.scrollHeight > side.clientHeight || side.scrollWidth > side.clientWidth)
                .map((side) => `${side.scrollHeight} of ${side.clientHeight}: ${side.innerText}`)",
        )
        .await
}

#[test]
fn the_card_is_printed_at_the_size_of_a_credit_card() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open(browser, &site).await;
        fill_in(browser).await;
        let (sizes, smallest) = measure(browser).await;
        let wanted = [[171.2, 54.0], [85.6, 54.0], [85.6, 54.0]];
        for ([width, height], [wide, high]) in sizes.iter().zip(wanted) {
            assert!((width - wide).abs() < 0.7 && (height - high).abs() < 0.7, "{sizes:?}");
        }
        assert!(smallest >= 6.99, "{smallest} points");
        browser.chromium("Emulation.setEmulatedMedia", json!({"media": ""})).await;
        for paper in PAPERS {
            let pdf = print(browser, "alert", paper).await;
            assert_eq!(pdf.pages.len(), 1, "{}: {}", paper.0, pdf.text());
            pdf.assert_nothing_cut(13.0);
            pdf.assert_black_and_white();
            // On paper too: what begins the two sides stands a card's width apart, and all of it in a card's height.
            let words = &pdf.pages[0].words;
            let at = |text: &str| words.iter().find(|word| word.text == text).expect("on the card").edges;
            let apart = (at("For")[0] - at("Name")[0]) / POINTS;
            assert!((apart - 85.6).abs() < 1.0, "{}: {apart} mm", paper.0);
            let card: Vec<_> = words.iter().filter(|word| word.text != "/" && word.text != "1").collect();
            let top = card.iter().map(|word| word.edges[1]).fold(f64::MAX, f64::min);
            let bottom = card.iter().map(|word| word.edges[3]).fold(0.0, f64::max);
            assert!((bottom - top) / POINTS < 54.0, "{}: {} mm", paper.0, (bottom - top) / POINTS);
            for text in FILLED {
                assert_eq!(pdf.pages_with(text), 1, "{text}");
            }
            // Nothing of the form around it.
            assert!(!pdf.text().contains(words_of_the_form()), "{}", pdf.text());
        }
        let text = print_with_furniture(browser, "alert-furniture").await.text();
        assert!(!text.contains("127.0.0.1"), "{text}");
    });
}

fn words_of_the_form() -> &'static str {
    words("alert.print")
}

#[test]
fn every_kind_of_treatment_and_the_longest_words_fit_on_the_card() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        open(browser, &site).await;
        let long =
            "Pembrolizumab and hyaluronidase-xyzq with nivolumab-relatlimab, given together ".repeat(3);
        write(browser, "textbox", "alert.name", &long[..NAME_LIMIT]).await;
        write(browser, "combobox", "alert.letter", &long[..NAME_LIMIT]).await;
        write(browser, "textbox", "alert.hospital", &long[..NAME_LIMIT]).await;
        write(browser, "textbox", "alert.team", &"0123456789 ".repeat(6)[..60]).await;
        for card in &CONTENT.catalog.cards {
            choose_kind(browser, card.id.as_str()).await;
            wait_for_card(browser, &card.title).await;
            let (sizes, smallest) = measure(browser).await;
            assert!((sizes[0][1] - 54.0).abs() < 0.7, "{}: {sizes:?}", card.id);
            assert!(smallest >= 6.99, "{}: {smallest}", card.id);
            assert_eq!(overflows(browser).await, [""; 0], "{}", card.id);
            browser.chromium("Emulation.setEmulatedMedia", json!({"media": ""})).await;
        }
        // A name without a place to break.
        write(browser, "textbox", "alert.name", &"W".repeat(NAME_LIMIT)).await;
        measure(browser).await;
        assert_eq!(overflows(browser).await, [""; 0]);
    });
}

#[test]
fn the_screen_has_no_accessibility_mistakes_and_flows() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open(browser, &site).await;
        for scheme in ["light", "dark"] {
            colours(browser, scheme).await;
            browser.assert_accessible(&format!("empty, {scheme}")).await;
        }
        fill_in(browser).await;
        browser.assert_accessible("filled").await;
        let wide: [i64; 2] = browser
            .eval("const root = document.documentElement; return [root.scrollWidth, root.clientWidth]")
            .await;
        assert_eq!(wide[0], wide[1]);
    });
}
