//! From the home screen through the steps to a ranked list.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::person::{
    self, add_own, arrive, choose, list, list_becomes, make_list, open_topics, ranked, steps, under, words,
};
use crate::site_of;
use ask_about_immunotherapy::content::Role;
use serde_json::json;
use std::cell::Cell;

/// A first list takes at most so many presses.
const PRESSES: usize = 6;

#[test]
fn six_presses_or_fewer_lead_to_a_first_list() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        let presses = Cell::new(0);
        let press = async |role: &str, name: &str| {
            presses.set(presses.get() + 1);
            browser.click(role, name).await;
        };
        press("link", "Find my questions").await;
        press("radio", "For me").await;
        press("button", "Continue").await;
        press("radio", "About to start treatment").await;
        press("button", "Show my questions now").await;
        arrive(browser, "Your questions").await;
        let wanted = ranked(json!({"role": ["self"], "moment": ["about-to-start"]}));
        list_becomes(browser, &wanted[..8]).await;
        assert!(presses.get() <= PRESSES, "{} presses", presses.get());
    });
}

#[test]
fn seven_answered_steps_lead_to_a_list_in_three_parts_with_reasons() {
    let site = site_of(dist());
    let answers = json!({
        "role": ["carer"], "moment": ["on-treatment"], "cancer": ["lung-nsclc"], "treatment": ["car-t"],
        "health": ["diabetes", "other-medicines"], "values": ["family"], "hard": ["yes"],
    });
    let chosen: [&[&str]; 7] = [
        &["For someone I care for"],
        &["On treatment now"],
        &["Lung cancer (non-small cell)"],
        &["CAR T-cell therapy"],
        &["Diabetes", "They take other pills, herbs or vitamins"],
        &["The family"],
        &["Yes, add them"],
    ];
    let wanted = ranked(answers);
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.click("link", "Find my questions").await;
        for (place, (title, options)) in steps().zip(chosen).enumerate() {
            // From the second step on the words are a carer's.
            let role = if place == 0 { Role::Own } else { Role::Carer };
            let step = &person::CONTENT.catalog.steps[place];
            assert_eq!(step.title.text(Role::Own), title);
            arrive(browser, step.title.text(role)).await;
            let name = step.name.text(role);
            browser.wait_for_text(&format!("Step {} of 7: {name}", place + 1)).await;
            if place == 4 {
                // Ten rows are folded, so that the step stays short.
                browser.click("button", "Show more").await;
            }
            for option in options {
                choose(browser, option).await;
            }
            browser.click("button", "Continue").await;
        }
        arrive(browser, words("check.title")).await;
        assert_eq!(answers_shown(browser).await, chosen);
        browser.click("button", "Show my questions").await;
        arrive(browser, "Your questions").await;
        list_becomes(browser, &wanted[..8]).await;
        assert_eq!(under(browser, "Ask these first").await, wanted[..3]);
        assert_eq!(under(browser, "If there is time").await, wanted[3..8]);
        browser.wait_for_text("8 questions, picked from your answers.").await;
        // The rest, each under its topic.
        open_topics(browser).await;
        let rest: Vec<String> = browser
            .eval("return [...document.querySelectorAll('details')].filter((topic) => topic.querySelector('[type=checkbox]'))
                .flatMap((topic) => [...topic.querySelectorAll('[type=checkbox]')].map((tick) => tick.labels[0].textContent))")
            .await;
        assert_eq!(sorted(rest), sorted(wanted[8..].to_vec()));
        for topic in browser.eval::<Vec<String>>("return [...document.querySelectorAll('summary')].filter((one) => one.parentElement.querySelector('[type=checkbox]')).map((one) => one.firstElementChild.textContent)").await {
            assert!(person::CONTENT.catalog.topics.iter().any(|known| known.title == topic), "{topic}");
        }
        // Why each of the first three is here.
        let reasons: Vec<String> = browser
            .eval("return [...document.querySelectorAll('ol li')].slice(0, 3).map((row) => row.innerText.replace(/\\s+/g, ' '))")
            .await;
        let said = [
            "on treatment now",
            "CAR T-cell therapy",
            "diabetes",
            "other medicines",
            "you care for someone",
            "the family matters",
            "lung cancer",
            "you want hard topics",
        ];
        for row in reasons {
            assert!(said.iter().any(|said| row.contains(&format!("because you said: {said}"))), "{row}");
        }
    });
}

/// What stands on the page that lists the answers, step by step.
async fn answers_shown(browser: &Browser) -> Vec<Vec<String>> {
    let body = "return [...document.querySelectorAll('#page dl > div')]
        .map((row) => [...row.querySelectorAll('dd')].slice(0, -1).map((said) => said.innerText))";
    browser.eval(body).await
}

#[test]
fn answers_are_checked_and_changed_before_the_list() {
    let site = site_of(dist());
    let names: Vec<&str> = person::CONTENT.catalog.walk().map(|step| step.name.text(Role::Own)).collect();
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/step/hard")).await;
        arrive(browser, steps().nth(6).unwrap()).await;
        browser.click("button", "Skip this step").await;
        arrive(browser, words("check.title")).await;
        assert_eq!(answers_shown(browser).await, [["Not answered"]; 7]);
        let shown: Vec<String> = browser
            .eval("return [...document.querySelectorAll('#page dt')].map((name) => name.textContent)")
            .await;
        assert_eq!(shown, names);
        for name in &names {
            browser.by_role("link", &format!("Change: {name}")).await;
        }
        // Continue, Skip and Back all lead back.
        browser.click("link", "Change: the cancer").await;
        arrive(browser, steps().nth(2).unwrap()).await;
        choose(browser, "Breast cancer").await;
        browser.click("button", "Continue").await;
        arrive(browser, words("check.title")).await;
        browser.click("link", "Change: what matters most").await;
        arrive(browser, steps().nth(5).unwrap()).await;
        browser.click("button", "Skip this step").await;
        arrive(browser, words("check.title")).await;
        browser.click("link", "Change: your health").await;
        arrive(browser, steps().nth(4).unwrap()).await;
        choose(browser, "I take steroids").await;
        browser.click("link", "Back").await;
        arrive(browser, words("check.title")).await;
        let none = || vec!["Not answered".to_owned()];
        let mut wanted = vec![none(); 7];
        wanted[2] = vec!["Breast cancer".to_owned()];
        wanted[4] = vec!["I take steroids".to_owned()];
        assert_eq!(answers_shown(browser).await, wanted);
        browser.click("button", "Show my questions").await;
        arrive(browser, "Your questions").await;
        list_becomes(browser, &ranked(json!({"cancer": ["breast"], "health": ["steroids"]}))[..8]).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

/// The narrowest phone: nothing scrolls sideways, and the name of the step stands on one line.
#[test]
fn steps_and_answers_fit_a_narrow_phone() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        for width in [390, 320] {
            let metrics = json!({"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": false});
            browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
            make_list(browser, &site).await;
            for step in person::CONTENT.catalog.walk() {
                browser
                    .eval_with::<()>(
                        "location.hash = arguments[0]",
                        vec![json!(format!("#/step/{}", step.id))],
                    )
                    .await;
                arrive(browser, step.title.text(Role::Own)).await;
                let lines: f64 = browser
                    .eval("const name = document.querySelector('.progress-text');
                        return name.getBoundingClientRect().height / parseFloat(getComputedStyle(name).lineHeight)")
                    .await;
                assert!(lines < 1.5, "'{}' takes {lines} lines at {width}", step.name.text(Role::Own));
            }
            for (address, heading) in [("check", words("check.title")), ("ten", words("ten.title"))] {
                browser
                    .eval_with::<()>("location.hash = arguments[0]", vec![json!(format!("#/{address}"))])
                    .await;
                arrive(browser, heading).await;
                let wide: u32 = browser.eval("return document.documentElement.scrollWidth").await;
                assert!(wide <= width, "{address} is {wide} wide at {width}");
                browser.assert_accessible(address).await;
                browser.screenshot_window(&format!("{address}-{width}")).await;
            }
        }
    });
}

#[test]
fn the_ten_most_asked_questions_are_one_press_from_home() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.click("link", "In a hurry? Ten questions to start with").await;
        arrive(browser, words("ten.title")).await;
        browser.wait_for_text(words("ten.help")).await;
        let wanted = &ranked(json!({}))[..10];
        assert_eq!(ten_shown(browser).await, wanted);
        // One by one, and taken off again; the focus stays.
        browser.click("button", &format!("Add to my list: {}", wanted[1])).await;
        browser.click("button", &format!("Added. Undo: {}", wanted[1])).await;
        browser.by_role("button", &format!("Add to my list: {}", wanted[1])).await;
        browser.click("button", "Add all to my list").await;
        browser.by_role("link", "My list 10").await;
        browser.click("link", "Go on with my list").await;
        arrive(browser, "Your questions").await;
        list_becomes(browser, wanted).await;
        // They are the person's own choice: taken off and moved as any other.
        browser.click("button", &format!("Remove: {}", wanted[0])).await;
        list_becomes(browser, &wanted[1..]).await;
        browser.click("button", "Undo").await;
        list_becomes(browser, wanted).await;
        // What was said so far counts.
        browser.eval::<()>("location.hash = '#/step/treatment'").await;
        arrive(browser, steps().nth(3).unwrap()).await;
        choose(browser, "CAR T-cell therapy").await;
        browser.eval::<()>("location.hash = '#/ten'").await;
        arrive(browser, words("ten.title")).await;
        assert_eq!(ten_shown(browser).await, ranked(json!({"treatment": ["car-t"]}))[..10]);
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

async fn ten_shown(browser: &Browser) -> Vec<String> {
    browser.wait_until("document.querySelectorAll('#page li').length").await;
    browser.eval("return [...document.querySelectorAll('#page li > p')].map((text) => text.innerText)").await
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.sort();
    texts
}

/// Goes through all steps, doing the same in each, and shows the questions.
async fn through(browser: &Browser, mut act: impl AsyncFnMut(&Browser), button: &str) {
    browser.click("link", "Find my questions").await;
    for title in steps() {
        arrive(browser, title).await;
        act(browser).await;
        browser.click("button", button).await;
    }
    arrive(browser, words("check.title")).await;
    browser.click("button", "Show my questions").await;
    arrive(browser, "Your questions").await;
}

#[test]
fn every_step_can_be_skipped() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        through(browser, async |_| {}, "Skip this step").await;
        list_becomes(browser, &ranked(json!({}))[..8]).await;
        assert!(!browser.text().await.contains("because you said"));
    });
}

#[test]
fn every_step_takes_that_a_person_is_not_sure() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        through(browser, async |browser| choose(browser, "I’m not sure").await, "Continue").await;
        let unsure: serde_json::Map<_, _> =
            person::CONTENT.catalog.walk().map(|step| (step.id.to_string(), json!(["unsure"]))).collect();
        list_becomes(browser, &ranked(unsure.into())[..8]).await;
        assert!(!browser.text().await.contains("because you said"));
        // It is an answer: it is still chosen when the person comes back.
        browser.click("link", "Change").await;
        arrive(browser, words("check.title")).await;
        assert_eq!(answers_shown(browser).await, [["I’m not sure"]; 7]);
        browser.click("link", "Change: who it is for").await;
        arrive(browser, steps().next().unwrap()).await;
        assert!(browser.by_role("radio", "I’m not sure").await.is_selected().await.unwrap());
    });
}

#[test]
fn why_a_question_is_worth_asking_opens_in_place() {
    let site = site_of(dist());
    let questions = ranked(person::usual_answers());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let place = person::CONTENT
            .catalog
            .questions
            .iter()
            .position(|question| question.text.text(Role::Own) == questions[0]);
        let reason = &person::CONTENT.details.reasons[place.unwrap()].text;
        assert!(!browser.text().await.contains(reason.as_str()));
        browser.click("button", "Why ask this?").await;
        browser.wait_for_text(reason).await;
        assert_eq!(browser.eval::<String>("return location.hash").await, "#/questions");
    });
}

#[test]
fn a_changed_answer_keeps_what_the_person_did() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let before = list(browser).await;
        // Ticked from the topics, written, marked as asked, moved, taken off.
        browser.click("button", "When to call*").await;
        let ticked = ranked(person::usual_answers())
            .into_iter()
            .skip(8)
            .find(|text| {
                person::CONTENT.catalog.questions.iter().any(|question| {
                    question.text.text(Role::Own) == *text && question.topic.as_str() == "when-to-call"
                })
            })
            .unwrap();
        browser.click("checkbox", &ticked).await;
        browser.by_role("button", &format!("Remove: {ticked}")).await;
        add_own(browser, "Can I keep my dog?").await;
        browser.click("checkbox", &format!("Asked: {}", before[3])).await;
        browser
            .wait_until("document.querySelectorAll('[aria-label^=\"Asked: \"]:checked').length === 1")
            .await;
        browser.click("button", "Move up: Can I keep my dog?").await;
        browser.click("button", &format!("Move up: {}", before[1])).await;
        browser.click("button", &format!("Remove: {}", before[6])).await;
        browser.wait_until_gone("button", &format!("Remove: {}", before[6])).await;
        let mine = list(browser).await;
        assert_eq!(mine[..2], [before[1].clone(), before[0].clone()]);
        assert_eq!(mine[mine.len() - 2..], ["Can I keep my dog?".to_owned(), ticked.clone()]);

        // Other answers: the treatment is CAR T cells now.
        person::change(browser, 3).await;
        choose(browser, "Checkpoint inhibitors").await;
        choose(browser, "CAR T-cell therapy").await;
        browser.click("button", "Show my questions now").await;
        arrive(browser, "Your questions").await;
        browser.wait_for_text("CAR T").await;
        let after = list(browser).await;
        assert_ne!(after, mine);
        // What was only suggested and fits no more has gone; what the person did stays, in the person's order.
        let stayed: Vec<&String> = after.iter().filter(|text| mine.contains(text)).collect();
        let expected: Vec<&String> = mine.iter().filter(|text| after.contains(text)).collect();
        assert_eq!(stayed, expected);
        for text in [&before[1], &ticked, &"Can I keep my dog?".to_owned(), &before[3]] {
            assert!(after.contains(text), "'{text}' is gone: {after:#?}");
        }
        assert!(!after.contains(&before[6]), "taken off, and back again");
        let asked = browser.by_role("checkbox", &format!("Asked: {}", before[3])).await;
        assert!(asked.is_selected().await.unwrap());
        assert!(after.iter().any(|text| !mine.contains(text)), "nothing new is suggested");
    });
}
