//! "Just give me ten questions about ...": one press from home, about a treatment or a topic, onto the list and paper.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{CONTENT, arrive, choose, list_becomes, words};
use crate::site_of;
use ask_about_immunotherapy::content::TopicId;
use ask_about_immunotherapy::guide::{About, Answers, ten};
use serde_json::json;

async fn shown_become(browser: &Browser, wanted: &[String]) {
    let expression = format!(
        "JSON.stringify([...document.querySelectorAll('#page .ask-rows > li > p')].map((text) => text.innerText)) === {}",
        json!(serde_json::to_string(wanted).unwrap())
    );
    browser.wait_until(&expression).await;
}

fn texts(answers: serde_json::Value, about: &About) -> Vec<String> {
    let answers: Answers = serde_json::from_value(answers).unwrap();
    let role = answers.role();
    let ten = ten(&CONTENT.catalog, &answers, about);
    ten.into_iter().map(|ranked| ranked.question.text.text(role).to_owned()).collect()
}

/// Chooses in the list of treatments and topics, as a finger does.
async fn about(browser: &Browser, name: &str) {
    let field = browser.by_role("combobox", words("ten.what")).await;
    field.send_keys(name).await.unwrap();
    browser.press(&["Tab"]).await;
}

#[test]
fn ten_questions_about_a_treatment_or_a_topic_are_put_on_the_list_and_printed() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.click("link", "In a hurry? Ten questions to start with").await;
        arrive(browser, words("ten.title")).await;
        shown_become(browser, &texts(json!({}), &About::Said)).await;
        about(browser, "CAR T-cell therapy").await;
        let car_t = texts(json!({}), &About::Treatment("car-t".to_owned()));
        assert_eq!(car_t.len(), 10);
        assert_ne!(car_t, texts(json!({}), &About::Said));
        shown_become(browser, &car_t).await;
        let topic = CONTENT.catalog.topics.iter().find(|topic| topic.id.as_str() == "money").unwrap();
        about(browser, &topic.title).await;
        let money = texts(json!({}), &About::Topic(TopicId::new("money")));
        assert!(!money.is_empty());
        shown_become(browser, &money).await;
        browser.assert_accessible("ten").await;
        about(browser, "CAR T-cell therapy").await;
        shown_become(browser, &car_t).await;
        browser.click("button", words("ten.print")).await;
        arrive(browser, words("sheet.page")).await;
        browser.wait_for_text(&car_t[0]).await;
        browser.eval::<()>("location.hash = '#/questions'").await;
        arrive(browser, "Your questions").await;
        list_becomes(browser, &car_t).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn the_ten_are_in_the_words_of_whose_list_it_is() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/step/role")).await;
        choose(browser, "For my child").await;
        browser.eval::<()>("location.hash = '#/ten'").await;
        arrive(browser, words("ten.title")).await;
        let wanted = texts(json!({"role": ["parent"]}), &About::Said);
        assert!(wanted.iter().any(|text| text.contains("my child")), "{wanted:?}");
        shown_become(browser, &wanted).await;
    });
}
