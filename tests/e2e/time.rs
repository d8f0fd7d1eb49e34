//! How much time there is sizes "if there is time", on the page that lists the answers and beside the list.

use crate::browser::{Screen, play};
use crate::folders::dist;
use crate::person::{arrive, choose, list, list_becomes, make_list, ranked, under, usual_answers, words};
use crate::site_of;
use serde_json::{Value, json};

fn with_time(minutes: &str) -> Value {
    let mut answers = usual_answers();
    answers["time"] = json!([minutes]);
    answers
}

#[test]
fn five_fifteen_and_thirty_minutes_size_the_list() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let usual = browser.by_role("radio", "15 minutes").await;
        assert!(usual.is_selected().await.unwrap(), "the usual, as long as nobody said");
        for (minutes, size) in [("30", 15), ("5", 4), ("15", 8)] {
            browser.click("radio", &format!("{minutes} minutes")).await;
            list_becomes(browser, &ranked(with_time(minutes))[..size]).await;
            assert_eq!(under(browser, "If there is time").await.len(), size - 3, "{minutes}");
            assert_eq!(browser.focused().await, ("radio".to_owned(), format!("{minutes} minutes")));
        }
        // What the person ticked stays, however little time there is.
        let last = list(browser).await[7].clone();
        browser.click("checkbox", &format!("Asked: {last}")).await;
        browser.click("radio", "5 minutes").await;
        browser
            .wait_until("document.querySelectorAll('button[aria-label^=\"Remove: \"]').length === 5")
            .await;
        assert!(list(browser).await.contains(&last));
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn it_can_be_said_before_the_list_is_made() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/step/moment")).await;
        choose(browser, "Choosing a treatment").await;
        browser.eval::<()>("location.hash = '#/check'").await;
        arrive(browser, words("check.title")).await;
        browser.click("radio", "5 minutes").await;
        browser.assert_accessible("check").await;
        browser.click("button", "Show my questions").await;
        arrive(browser, "Your questions").await;
        list_becomes(browser, &ranked(json!({"moment": ["choosing"], "time": ["5"]}))[..4]).await;
    });
}
