//! What a person does again and again, through the roles and names of the screen; and what the plain core says to it.

use crate::browser::Browser;
use crate::folders::{dist, files, plain_name};
use crate::site::Site;
use ask_about_immunotherapy::content::{Bundle, Catalog, Role, read};
use ask_about_immunotherapy::guide::{Answers, rank};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// The content of the app under test, read as the app reads it.
pub(crate) static CONTENT: LazyLock<Bundle> = LazyLock::new(|| {
    let folder = dist();
    let text = |start: &str| {
        let fits = |name: &&String| name.starts_with(start) && plain_name(name) == *name;
        let name = files(&folder).into_iter().find(|name| fits(&name)).expect("content in the finished app");
        std::fs::read_to_string(folder.join(name)).expect("a text file")
    };
    let catalog = read::catalog(&text("catalog-en-")).expect("a catalog");
    let (completion, details) = read::details(&text("details-en-")).expect("details");
    Bundle { catalog: completion.complete(catalog), details }
});

/// Words of the interface, by their key, as whoever makes a list for themselves reads them.
pub(crate) fn words(key: &'static str) -> &'static str {
    CONTENT.catalog.words.role(key, Role::Own).leak()
}

/// The titles of the steps, in their order.
pub(crate) fn steps() -> impl Iterator<Item = &'static str> {
    CONTENT.catalog.walk().map(|step| step.title.text(Role::Own))
}

/// The answers that [`make_list`] gives.
pub(crate) fn usual_answers() -> Value {
    json!({"role": ["self"], "moment": ["about-to-start"], "treatment": ["checkpoint-inhibitors"], "health": ["steroids"]})
}

/// The questions for these answers, most useful first, as the plain core ranks them.
pub(crate) fn ranked(answers: Value) -> Vec<String> {
    let answers: Answers = serde_json::from_value(answers).expect("answers");
    let catalog: &Catalog = &CONTENT.catalog;
    let role = answers.role();
    rank(catalog, &answers).into_iter().map(|ranked| ranked.question.text.text(role).to_owned()).collect()
}

/// Chooses an option of a step, of which one or several may be chosen.
pub(crate) async fn choose(browser: &Browser, option: &str) {
    let role = if browser.has("radio", option).await { "radio" } else { "checkbox" };
    browser.click(role, option).await;
}

/// Waits for the screen with this heading; what stands there while its code is on its way does not count.
pub(crate) async fn arrive(browser: &Browser, heading: &str) {
    browser
        .wait_until(&format!(
            "!document.querySelector('.page-waiting') && document.querySelector('#page h1')?.innerText === {}",
            json!(heading)
        ))
        .await;
}

/// Presses a button of a step and waits for the next.
async fn go_on(browser: &Browser, button: &str, heading: &str) {
    browser.click("button", button).await;
    arrive(browser, heading).await;
}

/// From a list to a step, over the page that lists the answers; what is answered there leads back to it.
pub(crate) async fn change(browser: &Browser, place: usize) {
    browser.click("link", "Change").await;
    arrive(browser, words("check.title")).await;
    let step = &CONTENT.catalog.steps[place];
    browser.click("link", &format!("Change: {}", step.name.text(Role::Own))).await;
    arrive(browser, step.title.text(Role::Own)).await;
}

/// From the home screen to a list, for somebody who is about to start a checkpoint inhibitor and takes steroids.
pub(crate) async fn make_list(browser: &Browser, site: &Site) {
    browser.open_app(&site.url("/")).await;
    walk_to_list(browser).await;
}

/// The same from a home screen that is open.
pub(crate) async fn walk_to_list(browser: &Browser) {
    let [role, moment, cancer, treatment, health, ..] = steps().collect::<Vec<_>>()[..] else {
        panic!("five steps or more")
    };
    browser.click("link", "Find my questions").await;
    arrive(browser, role).await;
    choose(browser, "For me").await;
    go_on(browser, "Continue", moment).await;
    choose(browser, "About to start treatment").await;
    go_on(browser, "Continue", cancer).await;
    go_on(browser, "Skip this step", treatment).await;
    choose(browser, "Checkpoint inhibitors").await;
    go_on(browser, "Continue", health).await;
    choose(browser, "I take steroids").await;
    go_on(browser, "Show my questions now", "Your questions").await;
    browser.by_role("heading", "Ask these first").await;
}

/// The questions on the list, in their order, by the names of the buttons that take them off.
pub(crate) async fn list(browser: &Browser) -> Vec<String> {
    let body = "return [...document.querySelectorAll('button[aria-label^=\"Remove: \"]')]
        .filter((button) => button.checkVisibility()).map((button) => button.ariaLabel.slice(8))";
    browser.eval(body).await
}

/// Waits until the list on the screen holds exactly these questions.
pub(crate) async fn list_becomes(browser: &Browser, wanted: &[String]) {
    let expression = format!(
        "JSON.stringify([...document.querySelectorAll('button[aria-label^=\"Remove: \"]')]
        .map((button) => button.ariaLabel.slice(8))) === {}",
        json!(serde_json::to_string(wanted).expect("JSON"))
    );
    browser.wait_until(&expression).await;
}

/// Opens every topic of the questions that are not on the list: each is drawn when it is opened.
pub(crate) async fn open_topics(browser: &Browser) {
    let open = "document.querySelectorAll('#page details.topic:not([open]) > summary').forEach((one) => one.click())";
    browser.eval::<()>(open).await;
    browser
        .wait_until(
            "[...document.querySelectorAll('#page details.topic')]
                .every((one) => !one.checkVisibility() || one.querySelector('[type=checkbox]'))",
        )
        .await;
}

/// What stands under a heading of the list, question by question.
pub(crate) async fn under(browser: &Browser, heading: &str) -> Vec<String> {
    let body = "const heading = [...document.querySelectorAll('h2')].find((h2) => h2.innerText === arguments[0]);
        return [...(heading?.nextElementSibling?.children ?? [])].map((row) => row.querySelector('h3').innerText)";
    browser.eval_with(body, vec![json!(heading)]).await
}

/// Waits until screen readers have been told this. A `*` at the end stands for any rest.
pub(crate) async fn hear(browser: &Browser, words: &str) {
    let test = match words.strip_suffix('*') {
        Some(start) => format!("startsWith({})", json!(start)),
        None => format!("valueOf() === {}", json!(words)),
    };
    browser.wait_until(&format!("document.querySelector('[role=status]').textContent.{test}")).await;
}

/// What is kept on the device, key by key.
pub(crate) async fn kept(browser: &Browser) -> std::collections::BTreeMap<String, String> {
    browser.eval("return {...localStorage}").await
}

/// Writes an own question and puts it on the list.
pub(crate) async fn add_own(browser: &Browser, question: &str) {
    browser.fill("textbox", "Add my own question", question).await;
    browser.press(&["Enter"]).await;
    browser.by_role("button", &format!("Remove: {question}")).await;
}

/// Shows the page in light or dark colours.
pub(crate) async fn colours(browser: &Browser, scheme: &str) {
    let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
    browser.chromium("Emulation.setEmulatedMedia", media).await;
}
