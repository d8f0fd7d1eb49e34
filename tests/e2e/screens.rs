//! Every screen that links lead to: opened by its address, free of accessibility mistakes, without sideways
//! scrolling, and as a picture in `target/screenshots/`.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::site_of;
use serde_json::json;
use std::collections::{BTreeMap, VecDeque};

/// How many screens of one kind (`#/card/...`) are opened.
const OF_A_KIND: usize = 2;

const LINKS: &str =
    r#"return [...new Set([...document.querySelectorAll("a[href^='#/']")].map((link) => link.hash))]"#;

/// Opens an address of the app as a person does who follows a link from elsewhere.
async fn open(browser: &Browser, address: &str) {
    browser.open("about:blank").await;
    browser.open_app(address).await;
    browser.wait_until("[...document.querySelectorAll('main h1')].some((h1) => h1.checkVisibility())").await;
}

/// The steps of the walkthrough; buttons lead from one to the next.
const STEPS: [&str; 7] = ["role", "moment", "cancer", "treatment", "health", "values", "hard"];

/// Goes from the first screen to whatever links lead to, also those in a closed menu, and looks at each screen: `look`
/// is given its address within the app.
async fn explore(browser: &Browser, app: &str, mut look: impl AsyncFnMut(&str)) {
    let mut found = vec!["#/".to_owned()];
    found.extend(STEPS.map(|step| format!("#/step/{step}")));
    let mut kinds = BTreeMap::new();
    let mut ahead = VecDeque::from(found.clone());
    while let Some(hash) = ahead.pop_front() {
        open(browser, &format!("{app}{hash}")).await;
        look(&hash).await;
        for link in browser.eval::<Vec<String>>(LINKS).await {
            let kind = link.split('/').nth(1).unwrap_or_default().to_owned();
            let count = kinds.entry(kind).or_insert(0);
            if *count < OF_A_KIND && !found.contains(&link) {
                *count += 1;
                found.push(link.clone());
                ahead.push_back(link);
            }
        }
    }
}

#[test]
fn every_screen_is_accessible_at_390() {
    look_at_every_screen(Screen::Phone, "390", "light");
}

#[test]
fn every_screen_is_accessible_at_1280() {
    look_at_every_screen(Screen::Desktop, "1280", "light");
}

#[test]
fn every_screen_is_accessible_in_the_dark() {
    look_at_every_screen(Screen::Phone, "390-dark", "dark");
}

fn look_at_every_screen(screen: Screen, name: &str, scheme: &str) {
    let site = site_of(dist());
    let mut problems = Vec::new();
    play(screen, async |browser| {
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        browser.chromium("Emulation.setEmulatedMedia", media).await;
        let app = site.url("/");
        explore(browser, &app, async |hash| {
            let file =
                hash.trim_start_matches("#/").replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
            let file = if file.is_empty() { "home" } else { &file };
            browser.screenshot(&format!("{file}-{name}")).await;
            problems.extend(browser.axe().await.into_iter().map(|problem| format!("{hash} {problem}")));
            let wide: [u32; 2] = browser
                .eval("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
                .await;
            if wide[0] > wide[1] {
                problems.push(format!("{hash} scrolls sideways: {} of {}", wide[0], wide[1]));
            }
            problems
                .extend(browser.console_errors().await.into_iter().map(|error| format!("{hash} {error}")));
        })
        .await;
    });
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn search_results_are_accessible() {
    let site = site_of(dist());
    for screen in [Screen::Phone, Screen::Desktop] {
        play(screen, async |browser| {
            open(browser, &site.url("/")).await;
            for query in ["keytrda", "car t", "qqqqqqqq"] {
                browser.fill("searchbox", "*", query).await;
                browser.wait_for_text(if query == "keytrda" { "Keytruda" } else { query }).await;
                browser.assert_accessible(&format!("the search for {query} at {screen:?}")).await;
                browser.screenshot(&format!("search-{}-{screen:?}", query.replace(' ', "-"))).await;
            }
            assert_eq!(browser.console_errors().await, [""; 0]);
        });
    }
}

#[test]
fn an_address_opens_its_screen_without_showing_home_first() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let app = site.url("/");
        open(browser, &app).await;
        let home: String = browser.eval("return document.querySelector('#home h1').innerText").await;
        for hash in browser.eval::<Vec<String>>(LINKS).await.into_iter().filter(|hash| hash != "#/") {
            open(browser, &format!("{app}{hash}")).await;
            let body = "return [...document.querySelectorAll('h1')].filter((h1) => h1.checkVisibility()).map((h1) => h1.innerText)";
            let headings: Vec<String> = browser.eval(body).await;
            assert!(matches!(&headings[..], [one] if *one != home), "{hash}: {headings:?}");
        }
    });
}

#[test]
fn an_unknown_address_shows_a_way_home() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let app = site.url("/");
        for hash in ["#/no-such-screen", "#/card/no-such-card", "#/step/no-such-step"] {
            open(browser, &format!("{app}{hash}")).await;
            let ways: usize =
                browser.eval("return [...document.querySelectorAll(\"main a[href='#/']\")].filter((link) => link.checkVisibility()).length").await;
            assert!(ways > 0, "{hash}: {}", browser.text().await);
            assert_eq!(browser.console_errors().await, [""; 0], "{hash}");
        }
    });
}
