//! At the visit: one question at a time, with one hand, and nothing that was noted is lost.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{arrive, hear, list, make_list, words};
use crate::site_of;
use serde_json::{Value, json};

/// A list of eight questions, and the first of them at the visit.
async fn begin(browser: &Browser, site: &crate::site::Site) -> Vec<String> {
    make_list(browser, site).await;
    let questions = list(browser).await;
    browser.eval::<()>("location.hash = '#/visit/1'").await;
    question(browser, 1, &questions).await;
    questions
}

/// Waits for the question at a place, counted from 1.
async fn question(browser: &Browser, place: usize, questions: &[String]) {
    let heading = format!("Question {place} of {} {}", questions.len(), questions[place - 1]);
    browser.by_role("heading", &heading).await;
    // The heading takes the focus, so that a screen reader reads on from there.
    browser.wait_until("document.activeElement?.localName === 'h1'").await;
    assert_eq!(browser.eval::<String>("return location.hash").await, format!("#/visit/{place}"));
}

/// Moves a finger over the glass in a few steps.
async fn drag(browser: &Browser, from: (i32, i32), to: (i32, i32)) {
    let touch = async |kind: &str, points: Value| {
        browser.chromium("Input.dispatchTouchEvent", json!({"type": kind, "touchPoints": points})).await;
    };
    touch("touchStart", json!([{"x": from.0, "y": from.1}])).await;
    for step in 1..=6 {
        let at = |from: i32, to: i32| from + (to - from) * step / 6;
        touch("touchMove", json!([{"x": at(from.0, to.0), "y": at(from.1, to.1)}])).await;
    }
    touch("touchEnd", json!([])).await;
}

const LEFT: ((i32, i32), (i32, i32)) = ((320, 300), (90, 310));
const RIGHT: ((i32, i32), (i32, i32)) = ((90, 300), (320, 310));

#[test]
fn the_buttons_lead_through_the_questions_to_the_end_and_back_leaves() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let questions = begin(browser, &site).await;
        let entries: usize = browser.eval("return history.length").await;
        let back = browser.by_role("button", "Back").await;
        assert_eq!(back.attr("aria-disabled").await.unwrap().as_deref(), Some("true"));
        for place in 2..=questions.len() {
            browser.click("button", "Next").await;
            question(browser, place, &questions).await;
        }
        browser.click("button", "Finish").await;
        arrive(browser, words("visit.end")).await;
        browser.wait_for_text("8 questions are still open.").await;
        browser.click("button", &questions[4]).await;
        question(browser, 5, &questions).await;
        browser.click("button", "Back").await;
        question(browser, 4, &questions).await;
        // Turning adds nothing to the history: one step back leaves the visit.
        assert_eq!(browser.eval::<usize>("return history.length").await, entries);
        browser.driver.back().await.unwrap();
        arrive(browser, "Your questions").await;
    });
}

#[test]
fn the_end_counts_what_is_open_and_leads_to_what_comes_after() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let questions = begin(browser, &site).await;
        for (place, text) in questions.iter().enumerate() {
            browser.click("checkbox", &format!("Asked: {text}")).await;
            browser.click("button", if place + 1 < questions.len() { "Next" } else { "Finish" }).await;
            if place + 1 < questions.len() {
                question(browser, place + 2, &questions).await;
            }
        }
        arrive(browser, words("visit.end")).await;
        browser.wait_for_text(words("visit.all-asked")).await;
        browser.click("link", words("after.title")).await;
        arrive(browser, words("after.title")).await;
    });
}

#[test]
fn the_arrow_keys_turn_outside_fields_in_the_direction_of_reading() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        let questions = begin(browser, &site).await;
        browser.press(&["ArrowLeft"]).await;
        browser.press(&["ArrowRight", "ArrowRight"]).await;
        question(browser, 3, &questions).await;
        browser.press(&["ArrowLeft"]).await;
        question(browser, 2, &questions).await;
        // With a held key it is the browser's own, and in a field it moves the cursor.
        browser.press(&["Control+ArrowRight"]).await;
        browser.fill("textbox", "The answer", "ab").await;
        browser.press(&["ArrowLeft"]).await;
        browser.type_text("x").await;
        let value: String = browser.eval("return document.activeElement.value").await;
        assert_eq!(value, "axb");
        question_stays(browser, 2).await;
        // Where one reads from right to left, the left arrow goes on.
        browser.eval::<()>("document.activeElement.blur(); document.documentElement.dir = 'rtl'").await;
        browser.press(&["ArrowLeft"]).await;
        question(browser, 3, &questions).await;
    });
}

async fn question_stays(browser: &Browser, place: usize) {
    assert_eq!(browser.eval::<String>("return location.hash").await, format!("#/visit/{place}"));
}

#[test]
fn a_finger_turns_sideways_and_scrolls_up_and_down() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let touch = json!({"enabled": true, "maxTouchPoints": 2});
        browser.chromium("Emulation.setTouchEmulationEnabled", touch).await;
        let questions = begin(browser, &site).await;
        drag(browser, LEFT.0, LEFT.1).await;
        question(browser, 2, &questions).await;
        drag(browser, LEFT.0, LEFT.1).await;
        question(browser, 3, &questions).await;
        drag(browser, RIGHT.0, RIGHT.1).await;
        question(browser, 2, &questions).await;
        // A finger that goes up scrolls, also when it drifts; a short one is a tap that slipped.
        browser.fill("textbox", "The answer", &"long\n".repeat(30)).await;
        browser.eval::<()>("document.activeElement.blur(); scrollTo(0, 0)").await;
        drag(browser, (300, 500), (210, 200)).await;
        browser.wait_until("scrollY > 100").await;
        question_stays(browser, 2).await;
        browser.eval::<()>("scrollTo(0, 0)").await;
        drag(browser, (200, 160), (165, 162)).await;
        question_stays(browser, 2).await;
        browser.eval::<()>("document.documentElement.dir = 'rtl'").await;
        drag(browser, (90, 160), (320, 165)).await;
        question(browser, 3, &questions).await;
    });
}

#[test]
fn an_answer_is_kept_letter_by_letter_and_taken_back_in_one_step() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        browser.click("button", "Keep it on this device").await;
        hear(browser, "Your list is now kept on this device.").await;
        let questions = list(browser).await;
        browser.eval::<()>("location.hash = '#/visit/2'").await;
        question(browser, 2, &questions).await;
        let asked = format!("Asked: {}", questions[1]);
        assert!(!browser.by_role("checkbox", &asked).await.is_selected().await.unwrap());
        let low: u32 = browser.eval("return document.querySelector('textarea').offsetHeight").await;
        let answer = "The day unit. \nAt night\nthe ward,\nor\nthe\nnurse ";
        browser.fill("textbox", "The answer", answer).await;
        // What was typed stands as it was typed, and the field grows with it.
        let value: String = browser.eval("return document.activeElement.value").await;
        assert_eq!(value, answer);
        let high: u32 = browser.eval("return document.querySelector('textarea').offsetHeight").await;
        assert!(high > low, "{low} {high}");
        // Still in the field, it is on the device already; and whoever noted an answer has asked.
        let kept: String = browser.eval("return localStorage.getItem('ask-about-immunotherapy.list')").await;
        assert!(kept.contains("The day unit."), "{kept}");
        assert!(browser.by_role("checkbox", &asked).await.is_selected().await.unwrap());
        browser.driver.refresh().await.unwrap();
        browser.ready().await;
        browser.by_role("heading", &format!("Question 2 of 8 {}", questions[1])).await;
        let read = "return document.querySelector('textarea').value";
        assert_eq!(browser.eval::<String>(read).await, "The day unit.\nAt night\nthe ward,\nor\nthe\nnurse");
        assert!(browser.by_role("checkbox", &asked).await.is_selected().await.unwrap());
        // One visit to the field is one step, however many letters it was.
        browser.click("textbox", "The answer").await;
        browser.press(&["Control+a"]).await;
        browser.type_text("Another answer").await;
        browser.press(&["Tab"]).await;
        hear(browser, &format!("Answer noted: {}", questions[1])).await;
        browser.click("button", "Undo").await;
        browser.wait_until("document.querySelector('textarea').value.startsWith('The day unit.')").await;
        browser.click("button", "Do it again").await;
        browser.wait_until("document.querySelector('textarea').value === 'Another answer'").await;
    });
}

#[test]
fn leaving_by_the_browsers_own_button_keeps_the_answer_and_offers_undo() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let questions = begin(browser, &site).await;
        browser.fill("textbox", "The answer", "The day unit").await;
        browser.driver.back().await.unwrap();
        arrive(browser, "Your questions").await;
        hear(browser, &format!("Answer noted: {}", questions[0])).await;
        browser.by_role("button", "Undo").await;
        browser.eval::<()>("location.hash = '#/visit/1'").await;
        question(browser, 1, &questions).await;
        browser.wait_until("document.querySelector('textarea').value === 'The day unit'").await;
    });
}

#[test]
fn asked_and_again_are_ticked_and_stay() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let questions = begin(browser, &site).await;
        let (asked, again) =
            (format!("Asked: {}", questions[0]), format!("Ask again next time: {}", questions[0]));
        browser.click("checkbox", &asked).await;
        hear(browser, &format!("Marked as asked: {}", questions[0])).await;
        browser.click("checkbox", &again).await;
        hear(browser, &format!("To ask again: {}", questions[0])).await;
        browser.click("button", "Next").await;
        question(browser, 2, &questions).await;
        browser.click("button", "Back").await;
        question(browser, 1, &questions).await;
        for name in [&asked, &again] {
            assert!(browser.by_role("checkbox", name).await.is_selected().await.unwrap(), "{name}");
        }
        // A tick moves nothing away from under the finger.
        let place =
            "return Math.round(document.querySelector('.visit-question').getBoundingClientRect().top)";
        let before: i32 = browser.eval(place).await;
        browser.click("checkbox", &again).await;
        browser.by_role("button", "Close this note").await;
        assert_eq!(browser.eval::<i32>(place).await, before);
    });
}

#[test]
fn why_and_topic_are_folded_and_the_buttons_stay_in_reach() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        begin(browser, &site).await;
        assert!(!browser.text().await.contains("Topic: "));
        browser.click("button", words("question.why")).await;
        browser.wait_for_text("Topic: ").await;
        // However long the page is, both buttons end at the end of the window.
        browser.fill("textbox", "The answer", &"long\n".repeat(30)).await;
        let ends: Vec<i32> = browser
            .eval("scrollTo(0, 0); return [...document.querySelectorAll('.visit-bar button')].map((one) => Math.round(innerHeight - one.getBoundingClientRect().bottom))")
            .await;
        assert!(ends.len() == 2 && ends.iter().all(|end| (0..40).contains(end)), "{ends:?}");
    });
}

#[test]
fn bright_light_is_black_on_white_for_every_question_until_it_is_switched_off() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        crate::person::colours(browser, "dark").await;
        let questions = begin(browser, &site).await;
        let look = "const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
            return [of('html', 'backgroundColor'), of('.visit-question', 'color'), of('textarea', 'backgroundColor')].join(' ')";
        let before: String = browser.eval(look).await;
        browser.click("button", "Bright light").await;
        let bright = "rgb(255, 255, 255) rgb(0, 0, 0) rgb(255, 255, 255)";
        assert_eq!(browser.eval::<String>(look).await, bright);
        browser.click("button", "Next").await;
        question(browser, 2, &questions).await;
        assert_eq!(browser.eval::<String>(look).await, bright);
        let pressed = browser.by_role("button", "Bright light").await.attr("aria-pressed").await.unwrap();
        assert_eq!(pressed.as_deref(), Some("true"));
        browser.click("button", "Bright light").await;
        assert_eq!(browser.eval::<String>(look).await, before);
    });
}

/// A wake lock that tells what is asked of it, in place of the browser's own.
const LOCK: &str = "
window.locks = { asked: 0, given: 0, refuse: false };
Object.defineProperty(Navigator.prototype, 'wakeLock', { get: () => ({
  request: async (kind) => {
    if (kind !== 'screen') throw new TypeError(kind);
    locks.asked += 1;
    if (locks.refuse) throw new DOMException('no', 'NotAllowedError');
    const lock = new EventTarget();
    lock.release = async () => { locks.given += 1; };
    locks.last = lock;
    return lock;
  },
}) });";

#[test]
fn the_screen_stays_on_as_long_as_the_visit_lasts() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": LOCK})).await;
        let questions = begin(browser, &site).await;
        browser.wait_for_text(words("visit.awake")).await;
        browser.click("button", "Next").await;
        question(browser, 2, &questions).await;
        browser.wait_for_text(words("visit.awake")).await;
        let counts = "return [locks.asked, locks.given]";
        assert_eq!(browser.eval::<[u32; 2]>(counts).await, [1, 0], "turning keeps the lock");
        // The browser takes it back when the page is hidden; it is asked again when the page is shown.
        browser.eval::<()>("locks.last.dispatchEvent(new Event('release'))").await;
        browser.wait_for_text(words("visit.sleeps")).await;
        browser.eval::<()>("document.dispatchEvent(new Event('visibilitychange'))").await;
        browser.wait_for_text(words("visit.awake")).await;
        assert_eq!(browser.eval::<[u32; 2]>(counts).await, [2, 0]);
        browser.click("link", words("visit.leave")).await;
        arrive(browser, "Your questions").await;
        browser.wait_until("locks.given === 1").await;
        browser.eval::<()>("document.dispatchEvent(new Event('visibilitychange'))").await;
        assert_eq!(browser.eval::<[u32; 2]>(counts).await, [2, 1]);
    });
}

#[test]
fn a_browser_that_lets_the_screen_go_off_is_said_so_and_nothing_breaks() {
    let site = site_of(dist());
    for source in [&LOCK.replace("refuse: false", "refuse: true"), "delete Navigator.prototype.wakeLock"] {
        play(Screen::Phone, async |browser| {
            browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await;
            begin(browser, &site).await;
            browser.wait_for_text(words("visit.sleeps")).await;
            assert_eq!(browser.console_errors().await, [""; 0]);
        });
    }
}

#[test]
fn an_empty_list_says_what_to_do() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/visit/3")).await;
        arrive(browser, words("visit.title")).await;
        browser.wait_for_text(words("visit.empty")).await;
        browser.press(&["ArrowRight"]).await;
        browser.click("link", words("visit.own")).await;
        browser.by_role("textbox", "Add my own question").await;
    });
}

#[test]
fn it_is_accessible_and_fits_in_every_size_and_light() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        begin(browser, &site).await;
        browser.click("button", words("question.why")).await;
        for scheme in ["light", "dark"] {
            crate::person::colours(browser, scheme).await;
            for width in [320, 390, 768, 1280] {
                for text in ["", "larger"] {
                    look(browser, width, text, &format!("visit-{width}-{scheme}-{text}")).await;
                }
            }
            browser.click("button", "Bright light").await;
            look(browser, 390, "", &format!("visit-bright-{scheme}")).await;
            browser.click("button", "Bright light").await;
        }
        browser.eval::<()>("location.hash = '#/visit/9'").await;
        arrive(browser, words("visit.end")).await;
        look(browser, 320, "larger", "visit-end").await;
    });
}

/// No accessibility mistake and no sideways scrolling at this width and text size; and a picture.
pub(crate) async fn look(browser: &Browser, width: u32, text: &str, name: &str) {
    let metrics = json!({"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": false});
    browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
    browser.eval_with::<()>("document.documentElement.dataset.text = arguments[0]", vec![json!(text)]).await;
    browser.screenshot_window(name).await;
    let wide: [u32; 2] = browser
        .eval("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        .await;
    assert!(wide[0] <= wide[1], "{name} scrolls sideways: {wide:?}");
    browser.assert_accessible(name).await;
}
