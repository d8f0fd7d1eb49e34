//! After the visit: what came of it is gathered, carried over and shared.

use crate::browser::{Browser, Screen, play};
use crate::downloads::Downloads;
use crate::folders::dist;
use crate::person::{arrive, hear, list, make_list, words};
use crate::site_of;
use crate::visit::look;
use serde_json::{Value, json};

/// A list of eight questions, of which the first was asked and answered; then the screen.
async fn begin(browser: &Browser, site: &crate::site::Site) -> Vec<String> {
    make_list(browser, site).await;
    let questions = list(browser).await;
    browser.eval::<()>("location.hash = '#/visit/1'").await;
    browser.fill("textbox", "The answer", "The day unit").await;
    browser.eval::<()>("location.hash = '#/after'").await;
    arrive(browser, words("after.title")).await;
    questions
}

fn note(question: &str) -> String {
    format!("Answer to: {question}")
}

/// What can be read in the summary.
async fn summary(browser: &Browser) -> String {
    browser.eval("return document.querySelector('pre').innerText").await
}

#[test]
fn what_was_heard_and_the_answers_can_be_written_and_are_kept() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        browser.click("button", "Keep it on this device").await;
        let questions = begin_kept(browser).await;
        browser.fill("textbox", words("after.heard-help"), "Two drips.").await;
        browser.fill("textbox", &note(&questions[0]), "The day unit, room 4").await;
        browser.press(&["Tab"]).await;
        hear(browser, &format!("Answer noted: {}", questions[0])).await;
        browser.driver.refresh().await.unwrap();
        browser.ready().await;
        browser.wait_until("document.querySelector('#heard')?.value === 'Two drips.'").await;
        let field = browser.by_role("textbox", &note(&questions[0])).await;
        assert_eq!(field.value().await.unwrap().as_deref(), Some("The day unit, room 4"));
        // Only what was asked or answered stands there; the rest is open.
        let fields = browser.names("textbox").await;
        assert_eq!(fields.iter().filter(|name| name.starts_with("Answer to: ")).count(), 1, "{fields:?}");
        let open = browser.names("link").await;
        assert!(
            !open.contains(&questions[0]) && questions[1..].iter().all(|text| open.contains(text)),
            "{open:?}"
        );
        // A question that is open leads to its place at the visit.
        browser.click("link", &questions[2]).await;
        browser.by_role("heading", &format!("Question 3 of 8 {}", questions[2])).await;
    });
}

async fn begin_kept(browser: &Browser) -> Vec<String> {
    hear(browser, words("notice.kept")).await;
    let questions = list(browser).await;
    browser.eval::<()>("location.hash = '#/visit/1'").await;
    browser.fill("textbox", "The answer", "The day unit").await;
    browser.eval::<()>("location.hash = '#/after'").await;
    arrive(browser, words("after.title")).await;
    questions
}

#[test]
fn a_question_that_loses_its_answer_stays_in_view() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let questions = begin(browser, &site).await;
        browser.click("checkbox", &format!("Asked: {}", questions[0])).await;
        hear(browser, &format!("Not asked yet: {}", questions[0])).await;
        browser.fill("textbox", &note(&questions[0]), "").await;
        browser.type_text("Room 4").await;
        let value: String = browser.eval("return document.activeElement.value").await;
        assert_eq!(value, "Room 4");
    });
}

#[test]
fn next_steps_have_days_and_are_ticked_and_taken_off() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        begin(browser, &site).await;
        browser.click("button", words("after.add-step")).await;
        browser.wait_for_text(words("after.step-empty")).await;
        browser.fill("textbox", words("after.step-label"), "Blood test").await;
        browser.eval::<()>("document.getElementById('step-day').focus()").await;
        browser.type_text("12082026").await;
        browser.click("button", words("after.add-step")).await;
        browser.by_role("checkbox", "Done: Blood test").await;
        assert!(!browser.text().await.contains(words("after.step-empty")));
        // The field has the focus again, and Enter does it too.
        browser.type_text("Call the insurance").await;
        browser.press(&["Enter"]).await;
        browser.by_role("checkbox", "Done: Call the insurance").await;
        assert!(summary(browser).await.contains("- Blood test, by 8 December 2026\n- Call the insurance\n"));
        // A day may come later, and is one step to undo.
        browser
            .eval::<()>("document.querySelector('[aria-label=\"By which day: Call the insurance\"]').focus()")
            .await;
        browser.type_text("12102026").await;
        browser
            .wait_until("document.querySelector('pre').innerText.includes('insurance, by 10 December 2026')")
            .await;
        browser.click("checkbox", "Done: Blood test").await;
        browser.wait_until("document.querySelector('pre').innerText.includes('2026 (done)')").await;
        browser.click("button", "Undo").await;
        browser.wait_until("!document.querySelector('pre').innerText.includes('(done)')").await;
        browser.click("button", "Remove: Blood test").await;
        browser.wait_until_gone("checkbox", "Done: Blood test").await;
        let day: String = browser.eval("return document.querySelector('.steps .day').value").await;
        assert_eq!(day, "2026-12-10");
    });
}

#[test]
fn open_questions_are_carried_over_with_one_press_and_a_day() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let questions = begin(browser, &site).await;
        browser.click("checkbox", &format!("Ask again next time: {}", questions[0])).await;
        browser.click("button", "Start my next list with these 8").await;
        arrive(browser, words("after.next-title")).await;
        browser.wait_for_text("8 questions are on it.").await;
        browser.eval::<()>("document.getElementById('next-visit').focus()").await;
        browser.type_text("01152027").await;
        browser.click("button", words("after.next-open")).await;
        arrive(browser, "Your questions").await;
        assert_eq!(list(browser).await, questions);
        // The new list has its day, and none of the answers; the old one has both.
        browser.eval::<()>("location.hash = '#/after'").await;
        arrive(browser, words("after.title")).await;
        browser.wait_for_text("15 January 2027").await;
        assert!(!summary(browser).await.contains("The day unit"));
        browser.wait_for_text(words("after.no-answers")).await;
    });
}

#[test]
fn only_what_is_open_is_carried_over_and_undo_takes_it_back() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let questions = begin(browser, &site).await;
        browser.click("button", "Start my next list with these 7").await;
        arrive(browser, words("after.next-title")).await;
        browser.wait_for_text("7 questions are on it.").await;
        browser.click("button", words("after.next-open")).await;
        arrive(browser, "Your questions").await;
        assert_eq!(list(browser).await, questions[1..]);
        browser.eval::<()>("location.hash = '#/after'").await;
        arrive(browser, words("after.title")).await;
        browser.click("button", "Start my next list with these 7").await;
        arrive(browser, words("after.next-title")).await;
        browser.click("button", "Undo").await;
        hear(browser, words("notice.undone")).await;
        // The list that is open is the one before again, so its day is not asked for.
        arrive(browser, words("after.title")).await;
        browser.by_role("button", "Start my next list with these 7").await;
    });
}

#[test]
fn where_nothing_is_open_nothing_is_carried_over() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/after")).await;
        arrive(browser, words("after.title")).await;
        browser.wait_for_text(words("after.none-open")).await;
        assert!(!browser.has("button", "Start my next list*").await);
    });
}

#[test]
fn the_summary_is_read_first_then_copied_shared_and_saved() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let downloads = Downloads::of(browser).await;
        let questions = begin(browser, &site).await;
        browser.wait_for_text(words("after.private")).await;
        browser.fill("textbox", words("after.heard-help"), "Two drips.").await;
        let answer = format!("Question: {}\nAnswer: The day unit\n", questions[0]);
        let text = summary(browser).await;
        assert!(text.starts_with("Notes from the visit\n\nWhat I heard\nTwo drips.\n\n"), "{text}");
        assert!(
            text.contains(&answer) && text.contains(&format!("Still open\n- {}\n", questions[1])),
            "{text}"
        );

        let grant = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
        browser.chromium("Browser.grantPermissions", grant).await;
        browser.click("button", "Copy as text").await;
        browser.wait_for_text("Copied. You can paste it now.").await;
        let copied: String = browser.eval("return navigator.clipboard.readText()").await;
        assert_eq!(copied.trim_end(), text.trim_end());

        browser.eval::<()>("navigator.share = async (data) => { window.shared = data; }").await;
        browser.click("button", "Share").await;
        browser.wait_for_text(words("after.shared")).await;
        let shared: Value = browser.eval("return window.shared").await;
        assert_eq!((&shared["title"], &shared["text"]), (&json!("Notes from the visit"), &json!(copied)));
        // Whoever closes the share sheet is left alone; where there is none, the summary is copied.
        browser.eval::<()>("navigator.share = undefined; navigator.clipboard.writeText('')").await;
        browser.click("button", "Share").await;
        browser.wait_for_text("Copied. You can paste it now.").await;

        browser.click("button", words("after.file")).await;
        assert_eq!(downloads.file("after-the-visit.txt").await, copied);
    });
}

#[test]
fn on_paper_there_is_the_summary_and_nothing_else() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        begin(browser, &site).await;
        browser.eval::<()>("window.print = () => { window.printed = true; }").await;
        browser.click("button", "Print").await;
        browser.wait_until("window.printed").await;
        browser.chromium("Emulation.setEmulatedMedia", json!({"media": "print"})).await;
        let shown: Vec<String> = browser
            .eval(
                "return [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && one.innerText?.trim()
                    && !one.childElementCount && one.id !== 'status').map((one) => one.innerText.trim())",
            )
            .await;
        assert_eq!(shown, [summary(browser).await.trim()]);
    });
}

#[test]
fn it_is_accessible_and_fits_in_every_size_and_light() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        begin(browser, &site).await;
        browser.fill("textbox", words("after.heard-help"), "Two drips.").await;
        browser.fill("textbox", words("after.step-label"), "Blood test").await;
        browser.press(&["Enter"]).await;
        browser.by_role("checkbox", "Done: Blood test").await;
        for scheme in ["light", "dark"] {
            crate::person::colours(browser, scheme).await;
            for width in [320, 390, 768, 1280] {
                look(browser, width, "", &format!("after-{width}-{scheme}")).await;
            }
            look(browser, 320, "larger", &format!("after-320-{scheme}-larger")).await;
        }
        browser.click("button", "Start my next list*").await;
        arrive(browser, words("after.next-title")).await;
        look(browser, 320, "", "after-next").await;
    });
}
