//! What is sent to another device or person: the link, the QR code, the e-mail draft, the text message.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

use ask_about_immunotherapy::content::{Catalog, Role, Sign, check};
use ask_about_immunotherapy::list::{ItemId, Notebook, PersonalList, What, parse, to_json};
use ask_about_immunotherapy::takeaway::link::{self, LinkProblem};
use ask_about_immunotherapy::takeaway::{Sheet, mail, qr, text};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;
use std::sync::LazyLock;

/// The real content: real ids and texts, so that the sizes are those that people meet.
static CONTENT: LazyLock<(Catalog, Vec<Sign>)> = LazyLock::new(|| {
    let bundle = check::bundle("content".as_ref(), "en").unwrap();
    (bundle.catalog, bundle.details.signs)
});

static CATALOG: LazyLock<&Catalog> = LazyLock::new(|| &CONTENT.0);

const PAGE: &str = "https://hospital.example/ask-about-immunotherapy/";

/// A list of so many questions of the content and so many own ones, as somebody in treatment leaves it.
fn notebook(questions: usize, own: usize) -> Notebook {
    let mut notebook = Notebook::new("0c9f1f7e-58a1-4f0e-9d52-0d2b7d1c5f3a");
    let list = notebook.current_mut();
    let answers = json!({"role": ["self"], "moment": ["on-treatment"], "treatment": ["pd1-inhibitors"], "health": ["diabetes"]});
    *list = PersonalList::named(list.id());
    list.answers = serde_json::from_value(answers).unwrap();
    for question in CATALOG.questions.iter().step_by(2).chain(&CATALOG.questions).take(10 * questions) {
        if list.items().len() < questions {
            list.add(&question.id).unwrap();
        }
    }
    for place in 0..own {
        let words: Vec<&str> =
            CATALOG.questions[place * 7 % 300].text.text(Role::Own).split(' ').rev().collect();
        list.add_own(&format!("{place}: {}", words.join(" "))).unwrap();
    }
    if let Some(first) = list.items().first().map(ask_about_immunotherapy::list::Item::id) {
        list.set_asked(&first, true);
    }
    list.set_team("555-0142 ask for ward 5");
    notebook
}

fn letters() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z0-9_-]{0,60}",
        any::<String>(),
        "[01]\\.[A-Za-z0-9_-]{8}\\.[A-Za-z0-9_-]{0,200}",
        "https://[a-z]{1,9}/#/open/[0-9]{1,12}\\.[A-Za-z0-9_.-]{0,80}",
    ]
}

/// A made-up code whose check sum is right: what only an attacker or this program makes.
fn sealed(text: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(text).ok()?;
    link::encode_record(text, &CATALOG).ok()
}

mod the_link {
    use super::*;

    #[test]
    fn brings_the_same_notebook_to_another_device() {
        for (questions, own) in [(0, 0), (0, 1), (8, 0), (20, 5), (60, 20)] {
            let notebook = notebook(questions, own);
            let code = link::encode(&notebook, &CATALOG).unwrap();
            let record = link::decode(&link::address(PAGE, &code)).unwrap();
            assert_eq!(parse(&record, &CATALOG).unwrap(), (notebook, vec![]), "{questions} + {own}");
        }
    }

    #[test]
    fn holds_everything_that_a_notebook_holds() {
        let text = std::fs::read_dir("tests/saved").unwrap().flatten();
        let mut seen = 0;
        for file in text.map(|entry| std::fs::read_to_string(entry.path()).unwrap()) {
            let (saved, _) = parse(&file, &CATALOG).unwrap();
            let record = link::decode(&link::encode(&saved, &CATALOG).unwrap()).unwrap();
            assert_eq!(parse(&record, &CATALOG).unwrap(), (saved, vec![]));
            seen += 1;
        }
        assert!(seen > 0, "there are saved files");
    }

    #[test]
    fn is_short_enough_to_pass_on_and_to_draw() {
        let length =
            |questions, own| link::encode(&notebook(questions, own), &CATALOG).map(|code| code.len());
        let usual = length(8, 2).unwrap();
        assert!(usual < 420, "{usual}");
        let long = length(200, 20).unwrap();
        assert!(long < 4000, "{long}");
        assert_eq!(length(100, 200), Err(link::TooLong));
        assert!(link::TooLong.to_string().contains("Save it as a file"));
    }

    #[test]
    fn made_by_the_first_version_still_opens() {
        let code = include_str!("saved-links/1.txt").trim();
        let record = link::decode(code).unwrap();
        let (notebook, problems) = parse(&record, &CATALOG).unwrap();
        assert_eq!(problems, vec![]);
        let own = ItemId::Own(1);
        let item = notebook.current().item(&own).unwrap();
        assert!(matches!(&item.what, What::Own { text, .. } if text == "Can I keep my dog, Ørsted? 🐕"));
        assert_eq!(link::encode_record(&record, &CATALOG).unwrap(), code, "and is still made like this");
    }

    #[test]
    fn keeps_what_the_person_worded_and_forgets_only_what_the_content_says() {
        let text = r#"{"lists": [{"items": [
            {"question": "who-do-i-call", "text": "TEXT", "wording": "Who? \" : { , \\ ", "x": []},
            {"question": "of-another-time", "text": "What was that?"}, {"own": "a  b\n", "id": 1}]}]}"#;
        let known = &CATALOG.questions[0];
        let text =
            text.replace("TEXT", known.text.text(Role::Own)).replace("who-do-i-call", known.id.as_str());
        let record = link::decode(&link::encode_record(&text, &CATALOG).unwrap()).unwrap();
        let mut wanted: serde_json::Value = serde_json::from_str(&text).unwrap();
        wanted["lists"][0]["items"][0].as_object_mut().unwrap().remove("text");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&record).unwrap(), wanted);
        assert!(!record.contains(": ") || record.contains("\\\" : {"), "{record}");
    }

    #[test]
    fn opens_as_code_as_address_and_broken_into_lines() {
        let code = link::encode(&notebook(3, 1), &CATALOG).unwrap();
        let wanted = link::decode(&code).unwrap();
        let address = link::address("http://[::1]:8080/app/index.html?q=1#/questions", &code);
        assert_eq!(address, format!("http://[::1]:8080/app/index.html#/open/{code}"));
        let (start, end) = address.split_at(70);
        for text in [&format!("#/open/{code}"), &address, &format!(" {start}\r\n{end}\n")] {
            assert_eq!(link::decode(text), Ok(wanted.clone()), "{text}");
        }
    }

    #[test]
    fn that_is_cut_off_says_how_much_is_missing() {
        let code = link::encode(&notebook(8, 2), &CATALOG).unwrap();
        let data = code.rfind('.').unwrap() + 1;
        for end in 0..code.len() {
            let found = link::decode(&code[..end]).unwrap_err();
            match end {
                0 | 1 => assert_eq!(found, LinkProblem::NotALink),
                _ if end < data => assert_eq!(found, LinkProblem::Changed),
                _ => assert_eq!(found, LinkProblem::Cut(code.len() - end)),
            }
        }
    }

    #[test]
    fn with_any_one_letter_changed_is_refused() {
        let code = link::encode(&notebook(8, 2), &CATALOG).unwrap();
        for (place, letter) in code.char_indices() {
            for other in "Az09_-.A".chars().filter(|other| *other != letter) {
                let changed = format!("{}{other}{}", &code[..place], &code[place + 1..]);
                assert!(link::decode(&changed).is_err(), "{place}: {letter} for {other}");
            }
        }
        assert_eq!(link::decode(&format!("{code}A")), Err(LinkProblem::Changed));
    }

    #[test]
    fn says_in_plain_words_what_is_wrong_and_what_to_do() {
        let long = "1.".to_owned() + &"A".repeat(link::CODE_LIMIT);
        for (text, problem, says) in [
            ("", LinkProblem::NotALink, "Copy the whole link again"),
            ("https://other.example/#/treatments", LinkProblem::NotALink, "open the file here"),
            ("0.AAAAAAAA.AA", LinkProblem::NotALink, "holds no list"),
            ("2.x", LinkProblem::Newer(2), "Reload this page"),
            ("#/open/40.AAAAAAAA.AA", LinkProblem::Newer(40), "format 40"),
            ("1.AAAAAAAA.", LinkProblem::Changed, "was changed"),
            ("1.AAAAAAAB.", LinkProblem::Cut(1), "1 letter."),
            (&long, LinkProblem::TooLong, "too long"),
            (&"A".repeat(1_000_000), LinkProblem::TooLong, "too long"),
        ] {
            let found = link::decode(text).unwrap_err();
            assert_eq!(found, problem, "{text:.40}");
            assert!(found.to_string().contains(says), "{found}");
        }
    }

    #[test]
    fn reads_whatever_comes_and_soon_ends() {
        let mut runner =
            TestRunner::new(Config { cases: 10_000, failure_persistence: None, ..Config::default() });
        runner
            .run(&letters(), |text| {
                // There is nothing to expect but an answer.
                let _ = link::decode(&text);
                Ok(())
            })
            .unwrap();
    }

    #[test]
    fn grown_on_purpose_stays_within_its_limit() {
        // The smallest code of the largest record.
        let record = "a".repeat(link::RECORD_LIMIT);
        let code = sealed(record.as_bytes()).unwrap();
        assert!(code.len() < 1000, "{}", code.len());
        assert_eq!(link::decode(&code).unwrap().len(), link::RECORD_LIMIT);
        assert_eq!(link::encode_record(&(record + "a"), &CATALOG), Err(link::TooLong));
    }

    #[test]
    fn with_a_right_check_sum_and_a_strange_record_is_left_to_the_reader() {
        let mut runner =
            TestRunner::new(Config { cases: 500, failure_persistence: None, ..Config::default() });
        let record = prop_oneof![any::<String>(), "[\\[\\]{}\":,a-z0-9\\\\ ]{0,200}"];
        runner
            .run(&record, |text| {
                let code = sealed(text.as_bytes()).unwrap();
                let back = link::decode(&code).unwrap();
                if serde_json::from_str::<serde_json::Value>(&text).is_err() {
                    prop_assert_eq!(&back, &text);
                }
                let _ = parse(&back, &CATALOG);
                Ok(())
            })
            .unwrap();
    }

    #[test]
    fn of_any_own_words_comes_back() {
        let mut runner =
            TestRunner::new(Config { cases: 300, failure_persistence: None, ..Config::default() });
        runner
            .run(&(proptest::collection::vec("\\PC{1,80}", 1..12), any::<bool>()), |(own, asked)| {
                let mut notebook = notebook(3, 0);
                for text in own {
                    if let Ok(id) = notebook.current_mut().add_own(&text) {
                        notebook.current_mut().set_asked(&id, asked);
                    }
                }
                let record = link::decode(&link::encode(&notebook, &CATALOG).unwrap()).unwrap();
                prop_assert_eq!(parse(&record, &CATALOG).unwrap().0, notebook);
                Ok(())
            })
            .unwrap();
    }

    #[test]
    fn leaves_out_of_the_record_nothing_that_reading_needs() {
        let notebook = notebook(20, 5);
        let record = link::decode(&link::encode(&notebook, &CATALOG).unwrap()).unwrap();
        assert_eq!(to_json(&parse(&record, &CATALOG).unwrap().0, &CATALOG), to_json(&notebook, &CATALOG));
        assert!(record.len() * 2 < to_json(&notebook, &CATALOG).len(), "but the texts of the questions");
    }
}

mod the_qr_code {
    use super::*;

    /// What a camera sees: the path of the SVG as pixels, read by a decoder of other hands.
    fn seen(code: &qr::Qr) -> String {
        const SCALE: usize = 3;
        let mut dark = vec![vec![false; code.side]; code.side];
        for bar in code.path.split('M').skip(1) {
            let (start, rest) = bar.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (length, rest) = rest.split_once('v').unwrap();
            assert_eq!(rest, format!("1h-{length}z"));
            let (x, y, length): (usize, usize, usize) =
                (x.parse().unwrap(), y.parse().unwrap(), length.parse().unwrap());
            dark[y][x..x + length].fill(true);
        }
        for edge in 0..qr::QUIET {
            for other in 0..code.side {
                for (x, y) in [
                    (edge, other),
                    (other, edge),
                    (code.side - 1 - edge, other),
                    (other, code.side - 1 - edge),
                ] {
                    assert!(!dark[y][x], "the quiet zone is quiet");
                }
            }
        }
        let side = code.side * SCALE;
        let shade = |x: usize, y: usize| if dark[y / SCALE][x / SCALE] { 20 } else { 235 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code is found");
        let (about, text) = grids[0].decode().unwrap();
        assert_eq!(
            (about.version.0, about.version.to_size() + 2 * qr::QUIET),
            (usize::from(code.version), code.side)
        );
        text
    }

    #[test]
    fn of_a_list_is_read_back_by_a_scanner() {
        for (questions, own) in [(0, 0), (3, 0), (8, 2), (20, 3), (40, 2)] {
            let notebook = notebook(questions, own);
            let address = link::address(PAGE, &link::encode(&notebook, &CATALOG).unwrap());
            let text = seen(&qr::draw(&address).unwrap());
            assert_eq!(text, address);
            assert_eq!(parse(&link::decode(&text).unwrap(), &CATALOG).unwrap().0, notebook);
        }
    }

    #[test]
    fn of_every_length_is_read_back() {
        for length in [1, 14, 15, 100, 500, 996, 997, 998, 1272, qr::LIMIT] {
            let text: String = "Az3-_.".chars().cycle().take(length).collect();
            let code = qr::draw(&text).unwrap();
            assert_eq!(seen(&code), text);
            assert_eq!(code.sturdy, length <= 997, "{length}");
            assert!(code.version <= 25);
        }
        assert_eq!(qr::draw("日本語").map(|code| seen(&code)).unwrap(), "日本語");
    }

    #[test]
    fn is_refused_where_a_phone_could_not_read_it() {
        let found = qr::draw(&"a".repeat(qr::LIMIT + 1)).unwrap_err();
        assert!(found.to_string().contains("Send the link"));
        let long = link::address(PAGE, &link::encode(&notebook(200, 20), &CATALOG).unwrap());
        assert_eq!(qr::draw(&long), Err(qr::TooLong));
    }
}

mod the_drafts {
    use super::*;

    fn sheet(questions: usize, own: usize) -> Sheet {
        Sheet::new(notebook(questions, own).current(), &CATALOG, &CONTENT.1)
    }

    /// What the mail program shows: the fields of the address, decoded.
    fn field(address: &str, name: &str) -> String {
        let (_, query) = address.split_once('?').unwrap();
        let found = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        let mut bytes = Vec::new();
        let mut letters = found.expect(name).bytes();
        while let Some(letter) = letters.next() {
            if letter == b'%' {
                let hex = [letters.next().unwrap(), letters.next().unwrap()];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap());
            } else {
                assert!(letter.is_ascii_alphanumeric() || b"-._~".contains(&letter), "{}", letter as char);
                bytes.push(letter);
            }
        }
        String::from_utf8(bytes).unwrap()
    }

    /// The text that is copied, which a draft should hold.
    fn whole(sheet: &Sheet) -> String {
        text::plain(sheet, &CATALOG.words).trim_end().to_owned()
    }

    #[test]
    fn of_a_short_list_holds_all_of_it() {
        let mut sheet = sheet(2, 1);
        sheet.today.clear();
        sheet.emergency.truncate(2);
        let draft = mail::email(&sheet, &CATALOG.words);
        assert!(draft.address.starts_with("mailto:?subject="));
        assert_eq!((draft.left_out, draft.whole), (0, true));
        assert_eq!(field(&draft.address, "subject"), CATALOG.words.get("sheet.title"));
        assert_eq!(field(&draft.address, "body"), whole(&sheet).replace('\n', "\r\n"));
        let draft = mail::message(&sheet, &CATALOG.words);
        assert!(draft.address.starts_with("sms:?&body="));
        assert_eq!((draft.left_out, draft.whole), (0, true));
        assert_eq!(field(&draft.address, "body"), whole(&sheet));
    }

    #[test]
    fn of_the_usual_list_hold_every_question() {
        let sheet = sheet(8, 0);
        for draft in [mail::email(&sheet, &CATALOG.words), mail::message(&sheet, &CATALOG.words)] {
            assert_eq!((draft.left_out, draft.whole), (0, false));
            let body = field(&draft.address, "body");
            for question in sheet.first.iter().chain(&sheet.if_time) {
                assert!(body.contains(&question.text), "{body}");
            }
            assert!(!body.contains("diabetes"), "what the person said goes first");
            assert!(body.contains("555-0142") && body.ends_with(CATALOG.words.get("mail.signs")), "{body}");
        }
    }

    #[test]
    fn of_a_long_list_say_what_is_missing() {
        let sheet = sheet(60, 5);
        for draft in [mail::email(&sheet, &CATALOG.words), mail::message(&sheet, &CATALOG.words)] {
            assert!((40..60).contains(&draft.left_out), "{}", draft.left_out);
            let body = field(&draft.address, "body");
            assert!(body.ends_with(&format!("{} more questions are in the file.", draft.left_out)), "{body}");
            assert!(body.contains(&sheet.first[0].text) && body.contains(CATALOG.words.get("mail.signs")));
        }
        let mail = mail::email(&sheet, &CATALOG.words);
        assert!(mail.address.len() <= mail::MAIL_LIMIT && mail.address.len() > mail::MAIL_LIMIT - 200);
        let message = field(&mail::message(&sheet, &CATALOG.words).address, "body");
        assert!(message.chars().count() <= mail::MESSAGE_LIMIT && !message.contains('\r'));
    }

    #[test]
    fn of_words_that_are_all_foreign_letters_still_fit() {
        let mut notebook = notebook(0, 0);
        for _ in 0..30 {
            notebook.current_mut().add_own(&"免疫".repeat(30)).unwrap();
        }
        let draft = mail::email(&Sheet::new(notebook.current(), &CATALOG, &CONTENT.1), &CATALOG.words);
        assert!(draft.address.len() <= mail::MAIL_LIMIT);
        assert!(draft.left_out > 25);
    }

    #[test]
    fn cannot_be_broken_by_what_a_person_wrote() {
        let mut runner =
            TestRunner::new(Config { cases: 300, failure_persistence: None, ..Config::default() });
        runner
            .run(&any::<String>(), |words| {
                let lines: String =
                    words.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
                let address = mail::mailto(&words, &words);
                prop_assert_eq!(field(&address, "body"), lines.replace('\n', "\r\n"));
                prop_assert_eq!(address.matches(['&', '?', '#', ' ']).count(), 2);
                prop_assert_eq!(field(&mail::sms(&words), "body"), lines);
                Ok(())
            })
            .unwrap();
    }
}
