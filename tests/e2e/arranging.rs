//! The order of the list: dragging with mouse and finger, stars, and undo and redo of any step.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{add_own, hear, list, list_becomes, make_list, under};
use crate::site_of;
use serde_json::json;

/// What drags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pointer {
    Mouse,
    Finger,
}

/// What a pointer does.
#[derive(Clone, Copy)]
enum Does {
    Press,
    Move,
    LetGo,
}

impl Pointer {
    /// Does something at a point of the window, as a device does.
    async fn at(self, browser: &Browser, does: Does, [x, y]: [f64; 2]) {
        let (method, parameters) = match self {
            Self::Mouse => {
                let kind = match does {
                    Does::Press => "mousePressed",
                    Does::Move => "mouseMoved",
                    Does::LetGo => "mouseReleased",
                };
                let what =
                    json!({"type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1});
                ("Input.dispatchMouseEvent", what)
            }
            Self::Finger => {
                let (kind, touches) = match does {
                    Does::Press => ("touchStart", json!([{"x": x, "y": y}])),
                    Does::Move => ("touchMove", json!([{"x": x, "y": y}])),
                    Does::LetGo => ("touchEnd", json!([])),
                };
                ("Input.dispatchTouchEvent", json!({"type": kind, "touchPoints": touches}))
            }
        };
        browser.chromium(method, parameters).await;
    }

    /// Presses the grip of a question and moves, in small steps, to a height of the window.
    async fn drag(self, browser: &Browser, question: &str, height: f64) -> [f64; 2] {
        let [x, y] = grip(browser, question).await;
        self.at(browser, Does::Press, [x, y]).await;
        for step in 1..=5 {
            let way = f64::from(step) / 5.0;
            self.at(browser, Does::Move, [x, y + (height - y) * way]).await;
        }
        [x, height]
    }
}

/// The middle of the grip of a question, in the window.
async fn grip(browser: &Browser, question: &str) -> [f64; 2] {
    let body = "const row = [...document.querySelectorAll('[data-row]')]
          .find((row) => row.querySelector('h3').innerText === arguments[0]);
        const grip = row.querySelector('.grip');
        // Room above and below, away from the edges where the page scrolls by itself.
        scrollBy(0, grip.getBoundingClientRect().top - 340);
        const box = grip.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2]";
    browser.eval_with(body, vec![json!(question)]).await
}

/// The middle of the row of a question, as a height of the window.
async fn middle(browser: &Browser, question: &str) -> f64 {
    let body = "const row = [...document.querySelectorAll('[data-row]')]
          .find((row) => row.querySelector('h3').innerText === arguments[0]);
        const { top, height } = row.getBoundingClientRect();
        return top + height / 2";
    browser.eval_with(body, vec![json!(question)]).await
}

/// Waits until the row that is dragged would land at this place, from 1.
async fn would_land(browser: &Browser, test: &str) {
    browser.wait_until(&format!("Number(document.querySelector('.lifted')?.dataset.place) {test}")).await;
}

async fn drag_down_and_up(browser: &Browser, pointer: Pointer) {
    let before = list(browser).await;
    // Down behind the next one: a gap stands where it would land, and nothing has changed yet.
    grip(browser, &before[0]).await;
    let below = middle(browser, &before[1]).await + 12.0;
    let scrolled: f64 = browser.eval("return scrollY").await;
    let point = pointer.drag(browser, &before[0], below).await;
    would_land(browser, "=== 2").await;
    browser.wait_until("document.querySelectorAll('.gap').length === 1").await;
    assert_eq!(
        browser.eval::<f64>("return scrollY").await.round(),
        scrolled.round(),
        "the page stays: {pointer:?}"
    );
    pointer.at(browser, Does::LetGo, point).await;
    let mut wanted = before.clone();
    wanted.swap(0, 1);
    list_becomes(browser, &wanted).await;
    hear(browser, "Moved to place 2 of 8.").await;
    browser.wait_until("!document.querySelector('.gap, .lifted')").await;
    // Up again.
    grip(browser, &before[0]).await;
    let above = middle(browser, &wanted[0]).await - 12.0;
    let point = pointer.drag(browser, &before[0], above).await;
    would_land(browser, "=== 1").await;
    pointer.at(browser, Does::LetGo, point).await;
    list_becomes(browser, &before).await;
    hear(browser, "Moved to place 1 of 8.").await;
    // It is one step for undo.
    browser.click("button", &format!("Undo: Moved: {}", before[0])).await;
    list_becomes(browser, &wanted).await;
}

#[test]
fn a_question_is_dragged_with_the_mouse() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        make_list(browser, &site).await;
        drag_down_and_up(browser, Pointer::Mouse).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_question_is_dragged_with_a_finger() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.chromium("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await;
        // High enough for two questions away from the edges, where the page scrolls by itself.
        let high = json!({"width": 390, "height": 1000, "deviceScaleFactor": 1, "mobile": false});
        browser.chromium("Emulation.setDeviceMetricsOverride", high).await;
        make_list(browser, &site).await;
        drag_down_and_up(browser, Pointer::Finger).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_question_is_dragged_from_right_to_left_on_the_smallest_screen() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.chromium("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await;
        make_list(browser, &site).await;
        let small = json!({"width": 320, "height": 1000, "deviceScaleFactor": 1, "mobile": false});
        browser.chromium("Emulation.setDeviceMetricsOverride", small).await;
        browser.eval::<()>("document.documentElement.dir = 'rtl'").await;
        let [x, _] = grip(browser, &list(browser).await[0]).await;
        assert!(x > 200.0, "the grip stands at the start of the row: {x}");
        drag_down_and_up(browser, Pointer::Finger).await;
        let wide: [u32; 2] = browser
            .eval("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
            .await;
        assert!(wide[0] <= wide[1], "it scrolls sideways: {wide:?}");
    });
}

#[test]
fn escape_takes_a_drag_back() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let before = list(browser).await;
        grip(browser, &before[0]).await;
        let below = middle(browser, &before[1]).await + 12.0;
        let point = Pointer::Mouse.drag(browser, &before[0], below).await;
        would_land(browser, "=== 2").await;
        browser.press(&["Escape"]).await;
        browser.wait_until("!document.querySelector('.gap, .lifted')").await;
        Pointer::Mouse.at(browser, Does::LetGo, point).await;
        // A press without a move is nothing either.
        let point = grip(browser, &before[0]).await;
        Pointer::Mouse.at(browser, Does::Press, point).await;
        Pointer::Mouse.at(browser, Does::LetGo, point).await;
        assert_eq!(list(browser).await, before);
        assert!(!browser.has("button", "Undo: Moved: *").await);
    });
}

#[test]
fn the_page_scrolls_while_a_question_is_held_at_its_edge() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let before = list(browser).await;
        grip(browser, &before[0]).await;
        let scrolled: f64 = browser.eval("return scrollY").await;
        let point = Pointer::Mouse.drag(browser, &before[0], 835.0).await;
        would_land(browser, ">= 7").await;
        let [x, _] = point;
        Pointer::Mouse.at(browser, Does::Move, [x, 400.0]).await;
        assert!(browser.eval::<f64>("return scrollY").await > scrolled + 200.0);
        Pointer::Mouse.at(browser, Does::LetGo, [x, 400.0]).await;
        browser.wait_until("!document.querySelector('.gap, .lifted')").await;
        let place = list(browser).await.iter().position(|question| *question == before[0]).unwrap();
        assert!(place >= 3, "{place}");
        hear(browser, &format!("Moved to place {} of 8.", place + 1)).await;
        let after = list(browser).await;
        assert_eq!(under(browser, "Ask these first").await, after[..3]);
        assert_eq!(under(browser, "If there is time").await, after[3..]);
    });
}

async fn is_pressed(browser: &Browser, question: &str) -> bool {
    let star = browser.by_role("button", &format!("Star: {question}")).await;
    star.attr("aria-pressed").await.unwrap().as_deref() == Some("true")
}

#[test]
fn three_questions_are_starred_and_the_fourth_says_why_not() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let before = list(browser).await;
        assert!(!is_pressed(browser, &before[4]).await);
        for place in [4, 6, 1] {
            browser.click("button", &format!("Star: {}", before[place])).await;
            hear(browser, &format!("Starred: {}", before[place])).await;
            browser
                .wait_until(&format!(
                    "document.activeElement.ariaLabel === {}",
                    json!(format!("Star: {}", before[place]))
                ))
                .await;
            assert!(is_pressed(browser, &before[place]).await);
        }
        // They stand in front, in the order in which they were starred.
        let wanted = [4, 6, 1, 0, 2, 3, 5, 7].map(|place: usize| before[place].clone());
        list_becomes(browser, &wanted).await;
        assert_eq!(under(browser, "Ask these first").await, wanted[..3]);
        browser.click("button", &format!("Star: {}", before[7])).await;
        hear(browser, "You can star three questions. Take the star off another one first.").await;
        browser.wait_for_text("You can star three questions.").await;
        assert!(!is_pressed(browser, &before[7]).await);
        list_becomes(browser, &wanted).await;
        browser.click("button", &format!("Star: {}", before[4])).await;
        hear(browser, &format!("No longer starred: {}", before[4])).await;
        assert!(!is_pressed(browser, &before[4]).await);
        browser.click("button", &format!("Star: {}", before[7])).await;
        hear(browser, &format!("Starred: {}", before[7])).await;
        browser.assert_accessible("the list with stars").await;
    });
}

#[test]
fn any_step_is_undone_and_done_again() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        // What led to the list is in the answers; from here on it is the list.
        let before = list(browser).await;
        browser.click("button", &format!("Remove: {}", before[7])).await;
        browser.click("button", &format!("Move down: {}", before[0])).await;
        add_own(browser, "Can I keep my dog?").await;
        browser.click("checkbox", &format!("Asked: {}", before[2])).await;
        let moved = [1, 0, 2, 3, 4, 5, 6].map(|place: usize| before[place].clone());
        // The buttons say what they would do, and keep the focus as long as they can.
        browser.click("button", &format!("Undo: Marked as asked: {}", before[2])).await;
        browser.by_role("button", &format!("Redo: Marked as asked: {}", before[2])).await;
        browser.wait_until("document.activeElement.id === 'undo'").await;
        assert!(
            !browser.by_role("checkbox", &format!("Asked: {}", before[2])).await.is_selected().await.unwrap()
        );
        browser.press(&["Enter"]).await;
        list_becomes(browser, &moved).await;
        // The keyboard does the same.
        browser.press(&["Control+z"]).await;
        list_becomes(browser, &before[..7]).await;
        browser.press(&["Control+z"]).await;
        list_becomes(browser, &before).await;
        browser.press(&["Control+Shift+z", "Control+Shift+z", "Control+y"]).await;
        let mut wanted = moved.to_vec();
        wanted.push("Can I keep my dog?".to_owned());
        list_becomes(browser, &wanted).await;
        // In a field the keys belong to what is typed there.
        browser.fill("textbox", "Add my own question", "Another").await;
        browser.press(&["Control+z"]).await;
        browser.by_role("button", "Redo: Marked as asked: *").await;
        assert_eq!(list(browser).await, wanted);
        // What is new ends what could be done again.
        browser.click("button", &format!("Remove: {}", before[3])).await;
        browser.wait_until_gone("button", "Redo: *").await;
    });
}

#[test]
fn what_was_opened_stays_open_when_the_list_changes() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let before = list(browser).await;
        browser.click("button", "Why ask this?").await;
        let open = "[...document.querySelectorAll('.why[open]')].map((why) => why.closest('li').querySelector('h3').innerText).join()";
        let still_open = format!("{open} === {}", json!(before[0]));
        browser.wait_until(&still_open).await;
        browser.click("checkbox", &format!("Asked: {}", before[0])).await;
        hear(browser, &format!("Marked as asked: {}", before[0])).await;
        browser.wait_until(&still_open).await;
        browser.click("button", &format!("Move down: {}", before[0])).await;
        hear(browser, "Moved to place 2 of 8.").await;
        browser.wait_until(&still_open).await;
        browser.click("button", &format!("Remove: {}", before[1])).await;
        hear(browser, &format!("Taken off: {}", before[1])).await;
        browser.click("button", &format!("Star: {}", before[5])).await;
        hear(browser, &format!("Starred: {}", before[5])).await;
        browser.wait_until(&still_open).await;
        assert_eq!(list(browser).await[0], before[5]);
    });
}
