//! The sheets on paper, as PDFs made by a real browser and read by an independent reader: one page whatever the paper,
//! a large one, and a full one.

use crate::browser::{Browser, Screen, play};
use crate::folders::dist;
use crate::pdf::{PAPERS, Pdf, print, print_with_furniture};
use crate::person::{CONTENT, add_own, arrive, colours, hear, list, make_list, words};
use crate::site::Site;
use crate::site_of;
use ask_about_immunotherapy::content::{QuestionId, TopicId, Urgency};
use ask_about_immunotherapy::guide::rank;
use ask_about_immunotherapy::list::{Day, ItemId, Notebook, PersonalList, Visit, to_json};
use serde_json::json;

/// What stands on paper: what can be read when the page is shown as print.
async fn on_paper(browser: &Browser, scheme: &str) -> String {
    let media = json!({"media": "print", "features": [{"name": "prefers-color-scheme", "value": scheme}]});
    browser.chromium("Emulation.setEmulatedMedia", media).await;
    let text = browser.text().await;
    browser.chromium("Emulation.setEmulatedMedia", json!({"media": ""})).await;
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn open_the_sheet(browser: &Browser) {
    browser.eval::<()>("location.hash = '#/print'").await;
    arrive(browser, words("sheet.page")).await;
    browser.wait_for_text(words("sheet.invite")).await;
}

/// From one sheet to another, by the links on top.
async fn choose_sheet(browser: &Browser, kind: &'static str, class: &str) {
    browser.click("link", words(kind)).await;
    browser.wait_until(&format!("document.querySelector('.{class}:not(.measured)')")).await;
}

/// A list as long as a person may bring, with notes, stars, own words and what came of the visit.
fn long_list() -> PersonalList {
    let mut list = PersonalList::named("long");
    list.answers = serde_json::from_value(json!({
        "role": ["self"], "moment": ["about-to-start"], "cancer": ["lung"],
        "treatment": ["checkpoint-inhibitors", "car-t", "bcg-bladder"], "health": ["steroids"],
    }))
    .expect("answers");
    let ranked = rank(&CONTENT.catalog, &list.answers);
    list.suggest(&ranked);
    for question in ranked.iter().take(24) {
        // Some stand on the list already.
        let _ = list.add(&question.question.id);
    }
    let long =
        "Why is it that after so many weeks of waiting nobody can tell me what comes next for me? ".repeat(4);
    for number in 1..=6 {
        let own = list.add_own(format!("{number} {}", &long[..290]).trim_end()).expect("room");
        list.set_topic(&own, Some(TopicId::from(CONTENT.catalog.topics[0].id.as_str())));
        if number > 3 {
            list.set_star(&own, true).expect("three stars");
            list.move_to(&own, 20);
        }
    }
    list.add_own("May I bring my dog?").expect("room");
    let first = list.items()[0].id();
    if let ItemId::Question(id) = &first {
        let text = CONTENT.catalog.question(id).expect("a question").text.clone();
        list.reword(&first, "My own way to ask the first one?", text.text(list.role())).expect("other words");
    }
    list.set_asked(&first, true);
    list.set_note(&first, "First line of the answer.\nSecond line of the answer.");
    list.set_visit(Visit {
        date: Day::parse("2026-12-01"),
        doctor: "Doctor with a name that is as long as a name may be, and then some more of it".to_owned(),
        place: "Ward 5, third floor, left, behind the second door, next to the lift".to_owned(),
        ..Visit::default()
    });
    list.set_heard("Two drips, six weeks apart.\nThen a scan.");
    list.add_step("Blood test", Day::parse("2026-12-08")).expect("room");
    list.set_team("555-0142");
    list
}

/// The same on the screen, as it is when it was kept on the device.
async fn open_long_list(browser: &Browser, site: &Site) -> PersonalList {
    let list = long_list();
    let kept = to_json(&Notebook::of(list.clone()), &CONTENT.catalog);
    browser.open_app(&site.url("/#/about")).await;
    let keep = "localStorage.setItem('ask-about-immunotherapy.list', arguments[0])";
    browser.eval_with::<()>(keep, vec![json!(kept)]).await;
    browser.open("about:blank").await;
    browser.open_app(&site.url("/#/print")).await;
    arrive(browser, words("sheet.page")).await;
    browser.wait_for_text("555-0142").await;
    list
}

fn texts(list: &PersonalList) -> Vec<String> {
    list.items().iter().map(|item| item.text(&CONTENT.catalog, list.role()).to_owned()).collect()
}

/// One page, whole, that counts the questions it has no room for.
fn assert_one_page(pdf: &Pdf, questions: &[String], what: &str) {
    assert_eq!(pdf.pages.len(), 1, "{what}");
    pdf.assert_nothing_cut(13.0);
    let missing = questions.iter().filter(|question| pdf.pages_with(question) == 0).count();
    assert!(questions.len() - missing >= 3.min(questions.len()), "{what}: the first three are there");
    let more = CONTENT.catalog.words.count("sheet.more", missing);
    assert_eq!(
        pdf.pages_with(&more),
        usize::from(missing > 0),
        "{what}: {missing} are missing: {}",
        pdf.text()
    );
    for part in ["sheet.invite", "sheet.back", "sheet.wait", "sheet.team-label", "sheet.status"] {
        assert_eq!(pdf.pages_with(words(part)), 1, "{what}: {part}");
    }
}

#[test]
fn the_sheet_is_one_page_of_a4_or_letter_in_light_and_dark() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        make_list(browser, &site).await;
        let questions = list(browser).await;
        open_the_sheet(browser).await;
        for scheme in ["light", "dark"] {
            colours(browser, scheme).await;
            for paper in PAPERS {
                let pdf = print(browser, &format!("sheet-page-{scheme}"), paper).await;
                assert_one_page(&pdf, &questions, paper.0);
                pdf.assert_black_and_white();
                let shown = questions.iter().filter(|question| pdf.pages_with(question) == 1).count();
                assert!(shown >= 7, "only {shown} of {} questions", questions.len());
            }
        }
        // The count can be trusted: a page a quarter of the size cannot hold it.
        assert!(print(browser, "sheet-page-small", ("A6", 10.5, 14.8)).await.pages.len() > 1);
    });
}

/// Questions as long as a person may write, and nothing but them; also in the widest letters.
#[test]
fn the_longest_questions_still_are_one_page() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/questions")).await;
        let mut questions = Vec::new();
        for (number, words) in
            ["What comes next for me after so many weeks? ", "WHAT MAY COME NOW, WHY, WHEN? "]
                .into_iter()
                .cycle()
                .take(8)
                .enumerate()
        {
            let question = format!("{number} {}", &words.repeat(10)[..297]).trim_end().to_owned();
            add_own(browser, &question).await;
            questions.push(question);
        }
        open_the_sheet(browser).await;
        for paper in PAPERS {
            let pdf = print(browser, "sheet-page-longest", paper).await;
            assert_one_page(&pdf, &questions, paper.0);
            for question in &questions[..3] {
                assert_eq!(pdf.pages_with(question), 1, "{}: whole: {question}", paper.0);
            }
        }
    });
}

/// A long question that was moved up, through the interface.
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
        let questions = list(browser).await;
        open_the_sheet(browser).await;
        for paper in PAPERS {
            assert_one_page(&print(browser, "sheet-page-long", paper).await, &questions, paper.0);
        }
    });
}

/// Everything that can stand on it at once, also in the largest text of the screen.
#[test]
fn a_full_list_still_is_one_page_with_the_starred_questions_first() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let list = open_long_list(browser, &site).await;
        for size in ["", "larger"] {
            browser
                .eval_with::<()>("document.documentElement.dataset.text = arguments[0]", vec![json!(size)])
                .await;
            for paper in PAPERS {
                let pdf = print(browser, "sheet-page-full", paper).await;
                assert_one_page(&pdf, &texts(&list), paper.0);
                for starred in list.starred() {
                    assert_eq!(pdf.pages_with(starred.text(&CONTENT.catalog, list.role())), 1, "{}", paper.0);
                }
                assert!(pdf.text().contains("1 December 2026"), "the visit");
                assert_eq!(
                    pdf.pages_with("First line of the answer."),
                    0,
                    "notes are left to the full sheet"
                );
                pdf.assert_black_and_white();
            }
        }
        let first: Vec<String> = browser
            .eval("return [...document.querySelectorAll('.sheet-first h3')].map((one) => one.innerText)")
            .await;
        let starred: Vec<String> =
            list.starred().map(|item| item.text(&CONTENT.catalog, list.role()).to_owned()).collect();
        assert_eq!(first, starred);
    });
}

#[test]
fn the_large_sheet_has_every_question_in_18_points_and_splits_none() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let list = open_long_list(browser, &site).await;
        choose_sheet(browser, "sheet.kind-large", "sheet-large").await;
        browser.chromium("Emulation.setEmulatedMedia", json!({"media": "print"})).await;
        let smallest: f64 = browser
            .eval(
                "const walk = document.createTreeWalker(document.querySelector('.sheet'), NodeFilter.SHOW_TEXT)
                const sizes = []
                while (walk.nextNode()) if (walk.currentNode.data.trim())
                    sizes.push(parseFloat(getComputedStyle(walk.currentNode.parentElement).fontSize))
                return Math.min(...sizes) * .75",
            )
            .await;
        assert!(smallest >= 18.0, "{smallest} points");
        browser.chromium("Emulation.setEmulatedMedia", json!({"media": ""})).await;
        for paper in PAPERS {
            let pdf = print(browser, "sheet-large", paper).await;
            assert!(pdf.pages.len() > 3, "{} pages", pdf.pages.len());
            pdf.assert_nothing_cut(13.0);
            pdf.assert_black_and_white();
            for question in texts(&list) {
                assert_eq!(pdf.pages_with(&question), 1, "{}: on one page: {question}", paper.0);
            }
            for part in ["sheet.invite", "sheet.back", "sheet.wait", "sheet.status"] {
                assert_eq!(pdf.pages_with(words(part)), 1, "{part}");
            }
            assert_pages_are_counted(&pdf);
        }
    });
}

fn assert_pages_are_counted(pdf: &Pdf) {
    let all = pdf.pages.len();
    for (place, page) in pdf.pages.iter().enumerate() {
        assert!(page.has(&format!("{} / {all}", place + 1)), "{}", page.text());
    }
}

#[test]
fn the_full_sheet_has_every_question_with_its_reason_its_answer_and_what_came_of_the_visit() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let list = open_long_list(browser, &site).await;
        choose_sheet(browser, "sheet.kind-full", "sheet-full").await;
        for paper in PAPERS {
            let pdf = print(browser, "sheet-full", paper).await;
            pdf.assert_nothing_cut(13.0);
            pdf.assert_black_and_white();
            assert_pages_are_counted(&pdf);
            for question in texts(&list) {
                assert_eq!(pdf.pages_with(&question), 1, "{}: on one page: {question}", paper.0);
            }
            let reason = |id: &QuestionId| {
                let place = CONTENT.catalog.question_place(id).expect("a question");
                CONTENT.details.reasons[place].text.clone()
            };
            for item in list.items() {
                if let ItemId::Question(id) = item.id() {
                    assert_eq!(pdf.pages_with(&reason(&id)), 1, "{}: why: {id}", paper.0);
                }
            }
            for part in [
                "First line of the answer. Second line of the answer.",
                "Two drips, six weeks apart. Then a scan.",
                "Blood test 8 December 2026",
                CONTENT.catalog.topics[0].title.as_str(),
                words("question.own"),
                words("sheet.heard"),
                words("sheet.next"),
                words("sheet.back"),
                words("sheet.wait"),
                "555-0142",
            ] {
                assert!(pdf.pages_with(part) >= 1, "{}: {part}", paper.0);
            }
        }
    });
}

#[test]
fn no_sheet_has_the_browsers_own_head_and_foot() {
    let site = site_of(dist());
    play(Screen::Desktop, async |browser| {
        browser.open_app(&site.url("/#/print")).await;
        browser.wait_for_text(words("sheet.invite")).await;
        for (kind, class) in [
            ("sheet.kind-page", "sheet-page"),
            ("sheet.kind-large", "sheet-large"),
            ("sheet.kind-full", "sheet-full"),
        ] {
            choose_sheet(browser, kind, class).await;
            let text = print_with_furniture(browser, &format!("{class}-furniture")).await.text();
            assert!(!text.contains("127.0.0.1") && !text.contains(words("sheet.page")), "{text}");
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
                "In my own words, what I understood is",
                "you take steroids",
            ];
            // The first three, and as many of the others as fit.
            wanted.extend(questions[..7].iter().map(String::as_str));
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
            for word in
                ["Menu", "My list", "Treatments", "Print, or save", "No account", words("sheet.kind-large")]
            {
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
        for (kind, class) in [
            ("sheet.kind-large", "sheet-large"),
            ("sheet.kind-full", "sheet-full"),
            ("sheet.kind-page", "sheet-page"),
        ] {
            choose_sheet(browser, kind, class).await;
            let media =
                json!({"media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]});
            browser.chromium("Emulation.setEmulatedMedia", media).await;
            let colours: Vec<(String, String)> = browser
                .eval("return [...document.querySelectorAll('.sheet *')].filter((one) => one.innerText?.trim())
                    .map((one) => { const { color, backgroundColor } = getComputedStyle(one); return [color, backgroundColor] })")
                .await;
            assert!(colours.len() > 20);
            for (ink, ground) in colours {
                assert_eq!((ink.as_str(), ground.as_str()), ("rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"), "{class}");
            }
            browser.chromium("Emulation.setEmulatedMedia", json!({"media": ""})).await;
        }
    });
}

#[test]
fn an_empty_sheet_still_says_whom_to_call() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/#/print")).await;
        browser.wait_for_text(words("sheet.invite")).await;
        let pdf = print(browser, "sheet-page-empty", PAPERS[0]).await;
        assert_one_page(&pdf, &[], "A4");
        assert!(pdf.text().contains("911"), "{}", pdf.text());
    });
}

/// Each sheet is reached by a link, and free of accessibility mistakes on the screen, narrow and wide, light and dark.
#[test]
fn every_sheet_can_be_looked_at_before_it_is_printed() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        open_long_list(browser, &site).await;
        for scheme in ["light", "dark"] {
            colours(browser, scheme).await;
            for (kind, class) in [
                ("sheet.kind-large", "sheet-large"),
                ("sheet.kind-full", "sheet-full"),
                ("sheet.kind-page", "sheet-page"),
            ] {
                choose_sheet(browser, kind, class).await;
                let current: String =
                    browser.eval("return document.querySelector('nav .chip[aria-current]').innerText").await;
                assert_eq!(current, words(kind));
                browser.assert_accessible(&format!("{class}, {scheme}")).await;
                let wide: [i64; 2] = browser
                    .eval(
                        "const root = document.documentElement; return [root.scrollWidth, root.clientWidth]",
                    )
                    .await;
                assert_eq!(wide[0], wide[1], "{class} flows");
            }
        }
    });
}
