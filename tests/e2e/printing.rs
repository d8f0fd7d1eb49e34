//! The sheet on paper: one page, whatever the paper, with what the visit needs.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{CONTENT, add_own, arrive, colours, hear, list, make_list, words};
use crate::site_of;
use ask_about_immunotherapy::content::Urgency;
use serde_json::json;
use thirtyfour::common::print::{PrintPage, PrintParameters};

/// A4 and US Letter, in centimetres.
const PAPERS: [(&str, f64, f64); 2] = [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)];

/// How many pages a PDF has: its page objects.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.match_indices("/Type /Page").filter(|(at, found)| !text[at + found.len()..].starts_with('s')).count()
}

async fn print(browser: &Browser, width: f64, height: f64) -> Vec<u8> {
    let page = PrintPage { width, height };
    browser.driver.print_page(PrintParameters { page, ..PrintParameters::default() }).await.expect("a PDF")
}

/// What stands on paper: what can be read when the page is shown as print.
async fn on_paper(browser: &Browser, scheme: &str) -> String {
    let media = json!({"media": "print", "features": [{"name": "prefers-color-scheme", "value": scheme}]});
    browser.chromium("Emulation.setEmulatedMedia", media).await;
    let text = browser.text().await;
    browser.chromium("Emulation.setEmulatedMedia", json!({"media": ""})).await;
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn open_the_sheet(browser: &Browser) {
    browser.click("link", "Print, or save as PDF").await;
    arrive(browser, "My sheet to print").await;
    browser.wait_for_text(words("sheet.invite")).await;
}

#[test]
fn the_sheet_is_one_page_of_a4_or_letter_in_light_and_dark() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        make_list(browser, &site).await;
        open_the_sheet(browser).await;
        // The screens around it take more, so that the count can be trusted.
        for scheme in ["light", "dark"] {
            colours(browser, scheme).await;
            for (paper, width, height) in PAPERS {
                let pdf = print(browser, width, height).await;
                assert_eq!(pages(&pdf), 1, "{paper}, {scheme}");
            }
        }
        let pdf = print(browser, 10.5, 14.8).await;
        assert!(pages(&pdf) > 1, "a page a quarter of the size cannot hold it");
    });
}

/// Questions as long as a person may write, and nothing but them.
#[test]
fn three_of_the_longest_questions_still_are_one_page() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/questions")).await;
        for number in 1..=8 {
            let words = "What comes next for me after so many weeks? ".repeat(7);
            add_own(browser, format!("{number} {}", &words[..297]).trim_end()).await;
        }
        open_the_sheet(browser).await;
        for (paper, width, height) in PAPERS {
            assert_eq!(pages(&print(browser, width, height).await), 1, "{paper}");
        }
    });
}

/// The longest list that a person may bring: the sheet still is one page, because it takes only what fits.
#[test]
fn a_long_list_still_is_one_page() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let long = "Why is it that after so many weeks of waiting nobody can tell me what comes next for me and mine? ".repeat(3);
        for number in 1..=6 {
            let question = format!("{number} {}", &long[..280]);
            add_own(browser, question.trim_end()).await;
        }
        let last = list(browser).await.pop().unwrap();
        // By keyboard, as the focus stays on the button.
        browser.click("button", &format!("Move up: {last}")).await;
        for number in (1..13).rev() {
            hear(browser, &format!("Moved to place {} of 14.", number + 1)).await;
            browser.press(&["Enter"]).await;
        }
        hear(browser, "Moved to place 1 of 14.").await;
        assert_eq!(list(browser).await[0], last);
        open_the_sheet(browser).await;
        for (paper, width, height) in PAPERS {
            assert_eq!(pages(&print(browser, width, height).await), 1, "{paper}");
        }
    });
}

#[test]
fn the_sheet_holds_what_the_visit_needs() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let questions = list(browser).await;
        browser.eval::<()>("location.hash = '#/signs'").await;
        arrive(browser, "Warning signs").await;
        browser.fill("textbox", words("signs.team-label"), "555-0142").await;
        browser.click("button", "Save the number").await;
        browser.eval::<()>("location.hash = '#/questions'").await;
        arrive(browser, "Your questions").await;
        open_the_sheet(browser).await;
        for scheme in ["light", "dark"] {
            let paper = on_paper(browser, scheme).await;
            let mut wanted = vec![
                "Please look at this list with me.",
                "Team’s number: 555-0142",
                "Seen by",
                "Say it back",
                "you take steroids",
            ];
            // The first three, and as many of the others as fit.
            wanted.extend(questions[..6].iter().map(String::as_str));
            for part in wanted {
                assert!(paper.contains(part), "'{part}' is not on paper: {paper}");
            }
            // The signs are those of the treatment that was named, and of no other.
            let emergency = paper
                .split("Call 911 (or your local emergency number) now for: ")
                .nth(1)
                .expect("the emergency line");
            let emergency = emergency.split("Call my team today").next().unwrap();
            let brief = |class: &str| -> Vec<&str> {
                let fits = |sign: &&ask_about_immunotherapy::content::Sign| {
                    sign.urgency == Urgency::EmergencyNow
                        && sign.classes.iter().any(|one| one.as_str() == class)
                };
                CONTENT.details.signs.iter().filter(fits).map(|sign| sign.brief.as_str()).collect()
            };
            let (mine, other) = (brief("checkpoint-inhibitors"), brief("bcg-bladder"));
            let named = mine.iter().filter(|brief| emergency.contains(**brief)).count();
            assert!(named >= 1 && named >= mine.len().min(4), "{emergency}: {mine:?}");
            for brief in other.iter().filter(|brief| !mine.contains(brief)) {
                assert!(!emergency.contains(brief), "'{brief}' is a sign of another treatment");
            }
            // Nothing of the screen around it is printed.
            for word in ["Menu", "My list", "Treatments", "Print, or save", "No account"] {
                assert!(!paper.contains(word), "'{word}' is on paper: {paper}");
            }
        }
    });
}

#[test]
fn paper_is_black_on_white_also_in_the_dark() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        open_the_sheet(browser).await;
        let media =
            json!({"media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]});
        browser.chromium("Emulation.setEmulatedMedia", media).await;
        let colours: Vec<(String, String)> = browser
            .eval("return [...document.querySelectorAll('.sheet *')].filter((one) => one.innerText?.trim())
                .map((one) => { const { color, backgroundColor } = getComputedStyle(one); return [color, backgroundColor] })")
            .await;
        assert!(colours.len() > 20);
        for (ink, ground) in colours {
            assert_eq!((ink.as_str(), ground.as_str()), ("rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"));
        }
    });
}

#[test]
fn an_empty_sheet_still_says_whom_to_call() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/print")).await;
        browser.wait_for_text(words("sheet.invite")).await;
        let paper = on_paper(browser, "light").await;
        assert!(paper.contains("Team’s number:") && paper.contains("911"), "{paper}");
        assert_eq!(pages(&print(browser, 21.0, 29.7).await), 1);
    });
}
