//! Reading up: the opening article, the quiz, the signs beside questions, and what is due a check.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{CONTENT, arrive, choose, open_topics, words};
use crate::site_of;
use serde_json::json;

#[test]
fn the_article_is_one_press_from_home_and_every_section_is_led_to() {
    let site = site_of(dist());
    let article = &CONTENT.details.article;
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.click("link", "New to this? What is immunotherapy?").await;
        arrive(browser, "What is immunotherapy?").await;
        browser.by_role("heading", "In this article").await;
        for section in article {
            browser.click("link", &section.title).await;
            browser
                .wait_until(&format!("document.activeElement.innerText === {}", json!(section.title)))
                .await;
        }
        let text = browser.text().await;
        for section in article {
            for statement in &section.statements {
                assert!(text.contains(&statement.text), "{}", statement.text);
            }
        }
        browser.click("button", "Source 1").await;
        browser.wait_until("document.activeElement.localName === 'li'").await;
        let card = article.iter().flat_map(|section| &section.cards).next().unwrap();
        let title = &CONTENT.catalog.card(card.as_str()).unwrap().title;
        browser.click("link", title).await;
        arrive(browser, title).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn the_quiz_explains_each_answer_at_once_and_leads_on() {
    let site = site_of(dist());
    let quiz = &CONTENT.details.quiz;
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/quiz")).await;
        for (place, item) in quiz.iter().enumerate() {
            arrive(browser, words("quiz.title")).await;
            browser.wait_for_text(&format!("{} of {}", place + 1, quiz.len())).await;
            browser.by_role("heading", &item.statement).await;
            assert!(!browser.text().await.contains(&item.why.text), "not before an answer");
            // Every other one is answered wrongly: the person may try again, and nobody counts.
            let right = place % 2 == 0;
            let said = match (item.holds, right) {
                (true, true) => "quiz.is-true",
                (true, false) => "quiz.true-after-all",
                (false, true) => "quiz.is-false",
                (false, false) => "quiz.false-after-all",
            };
            browser.click("button", if item.holds == right { "True" } else { "Not true" }).await;
            browser.wait_for_text(words(said)).await;
            browser.wait_for_text(&item.why.text).await;
            let card = &CONTENT.catalog.card(item.card.as_str()).unwrap().title;
            browser.by_role("link", &format!("Read more: {card}")).await;
            if place + 1 < quiz.len() {
                browser.click("link", "Next").await;
            }
        }
        browser.click("link", "Find my questions").await;
        arrive(browser, "Who is this list for?").await;
        browser.eval::<()>("location.hash = '#/quiz/99'").await;
        arrive(browser, "Page not found").await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn signs_that_cannot_wait_stand_beside_the_questions_of_their_topics() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/step/treatment")).await;
        arrive(browser, "Which treatment was named?").await;
        choose(browser, "CAR T-cell therapy").await;
        browser.click("button", "Show my questions now").await;
        arrive(browser, "Your questions").await;
        open_topics(browser).await;
        let warned: Vec<(String, bool)> = browser
            .eval_with(
                "return [...document.querySelectorAll('#page details')]
                    .filter((topic) => topic.querySelector('[type=checkbox]'))
                    .map((topic) => [topic.querySelector('summary > span').textContent, topic.textContent.includes(arguments[0])])",
                vec![json!(words("questions.signs-now"))],
            )
            .await;
        assert!(warned.len() > 10, "{warned:?}");
        for (title, shown) in warned {
            let topic = CONTENT.catalog.topics.iter().find(|topic| topic.title == title).unwrap();
            assert_eq!(shown, topic.signs, "{title}");
        }
    });
}

/// Opens the app on another day.
async fn open_on(browser: &Browser, address: &str, day: &str) {
    let source = format!(
        "{{ const now = Date; globalThis.Date = class extends now {{
            constructor(...given) {{ given.length ? super(...given) : super('{day}T12:00:00') }}
            static now() {{ return new Date().getTime() }}
        }} }}"
    );
    browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await;
    browser.open_app(address).await;
}

#[test]
fn a_card_says_when_its_check_or_that_of_approvals_is_overdue() {
    let site = site_of(dist());
    let body = &CONTENT.details.bodies[CONTENT.catalog.card_place("car-t").unwrap()];
    let approvals = words("card.approvals-overdue").replace("{0}", &body.approvals_due);
    let card = words("card.overdue").replace("{0}", &body.due);
    for (day, said, silent) in [
        (&body.approvals_due, None, [&approvals, &card]),
        (&"2027-06-30".to_owned(), Some(&approvals), [&card, &card]),
        (&"2031-01-01".to_owned(), Some(&card), [&approvals, &approvals]),
    ] {
        play(Screen::Phone, async |browser| {
            open_on(browser, &site.url("/#/treatments/car-t"), day).await;
            arrive(browser, "CAR T-cell therapy").await;
            browser.by_role("heading", "How it works").await;
            let text = browser.text().await;
            assert!(said.is_none_or(|said| text.contains(said.as_str())), "{day}");
            assert!(silent.iter().all(|silent| !text.contains(silent.as_str())), "{day}");
        });
    }
}
