//! In a real browser: what the room `browser` promises, and the app on the nodes that `index.html` holds.
//!
//! All tests share one page. Those of the app start it once, in order, and take their nodes away at the end.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

use ask_about_immunotherapy::app;
use ask_about_immunotherapy::browser::kept::{self, Kept, News};
use ask_about_immunotherapy::browser::storage::{Key, Reading};
use ask_about_immunotherapy::browser::{clock, location, page, recordings, storage};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Lets timers, events and effects run.
async fn wait(milliseconds: i32) {
    let mut start = |done: js_sys::Function, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds).unwrap();
    };
    JsFuture::from(js_sys::Promise::new(&mut start)).await.unwrap();
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).unwrap().map(JsCast::unchecked_into)
}

fn count(selector: &str) -> u32 {
    document().query_selector_all(selector).unwrap().length()
}

fn text(selector: &str) -> String {
    find(selector).and_then(|node| node.text_content()).unwrap_or_default()
}

fn root(attribute: &str) -> Option<String> {
    document().document_element().unwrap().get_attribute(attribute)
}

/// A style sheet that is there.
fn styles() -> js_sys::Promise {
    js_sys::Promise::resolve(&wasm_bindgen::JsValue::NULL)
}

/// Nodes for one test, gone at its end.
struct Nodes(Element);

impl Nodes {
    fn new(markup: &str) -> Self {
        let place = document().create_element("div").unwrap();
        place.set_inner_html(markup);
        document().body().unwrap().append_child(&place).unwrap();
        Self(place)
    }
}

impl Drop for Nodes {
    fn drop(&mut self) {
        self.0.remove();
        storage::remove_all();
        page::set_reading("", "");
    }
}

mod the_browser_room {
    use super::*;

    #[wasm_bindgen_test]
    fn keeps_texts_until_they_are_removed() {
        storage::remove_all();
        assert!(storage::is_available());
        for key in [Key::List, Key::Unreadable(1), Key::Reading] {
            assert_eq!(storage::read(key), None, "{key:?}");
            assert!(storage::write(key, "first") && storage::write(key, "Ørsted \u{1f436}\n\0"));
            assert_eq!(storage::read(key).as_deref(), Some("Ørsted \u{1f436}\n\0"));
        }
        storage::remove(Key::List);
        assert_eq!(storage::read(Key::List), None);
        assert!(storage::read(Key::Unreadable(1)).is_some(), "one key at a time");
        let device = web_sys::window().unwrap().local_storage().unwrap().unwrap();
        device.set_item("somebody-else", "stays").unwrap();
        storage::remove_all();
        for key in [Key::List, Key::Unreadable(1), Key::Reading] {
            assert_eq!(storage::read(key), None, "{key:?}");
        }
        assert_eq!(device.get_item("somebody-else").unwrap().as_deref(), Some("stays"), "nothing of others");
        device.remove_item("somebody-else").unwrap();
    }

    #[wasm_bindgen_test]
    fn says_so_when_a_text_does_not_fit() {
        assert!(!storage::write(Key::List, &"x".repeat(30_000_000)));
        assert_eq!(storage::read(Key::List), None);
        storage::remove_all();
    }

    #[wasm_bindgen_test]
    fn keeps_the_record_and_the_one_before_it() {
        storage::remove_all();
        let (mut here, mut there) = (Kept::default(), Kept::default());
        assert_eq!((here.news(), here.is_any()), (None, false));
        assert!(here.write("one") && here.write("two") && here.write("two"));
        assert_eq!(kept::copies().collect::<Vec<_>>(), ["two", "one"]);
        // Another tab has to look first, and then so has this one.
        assert!(!there.write("three"));
        assert_eq!(there.news(), Some(News::Written("two".to_owned())));
        there.saw(kept::record());
        assert!(there.write("three") && !here.write("four"));
        assert_eq!(kept::copies().collect::<Vec<_>>(), ["three", "two"]);
        // What is damaged never takes the place of the good copy.
        assert!(storage::write(Key::List, "dam"));
        here.saw_damaged(kept::record());
        assert!(here.write("four"));
        assert_eq!(kept::copies().collect::<Vec<_>>(), ["four", "two"]);
        kept::forget_record();
        assert_eq!((here.news(), kept::copies().count()), (Some(News::Gone), 0));
        storage::remove_all();
    }

    #[wasm_bindgen_test]
    fn keeps_several_texts_aside_each_once() {
        storage::remove_all();
        for text in ["a", "b", "a", "c"] {
            assert!(kept::set_aside(text));
        }
        assert_eq!(kept::aside().collect::<Vec<_>>(), ["a", "b", "c"]);
        kept::drop_aside("b");
        assert_eq!(kept::aside().collect::<Vec<_>>(), ["a", "c"]);
        let room = (0..20).filter(|number| kept::set_aside(&number.to_string())).count();
        assert_eq!(room, usize::from(storage::ASIDE_LIMIT) - 2);
        storage::remove_all();
        assert_eq!(kept::aside().count(), 0);
    }

    async fn databases() -> u32 {
        let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
        let list = js_sys::Reflect::get(&factory, &"databases".into()).unwrap();
        let list: js_sys::Promise =
            list.unchecked_into::<js_sys::Function>().call0(&factory).unwrap().unchecked_into();
        JsFuture::from(list).await.unwrap().unchecked_into::<js_sys::Array>().length()
    }

    async fn heard(name: &str) -> Option<String> {
        let text = JsFuture::from(recordings::get(name).await?.text()).await.unwrap();
        text.as_string()
    }

    fn voice(words: &str) -> web_sys::Blob {
        web_sys::Blob::new_with_str_sequence(&js_sys::Array::of1(&words.into())).unwrap()
    }

    #[wasm_bindgen_test]
    async fn keeps_recordings_only_when_asked() {
        recordings::erase().await;
        assert!(recordings::add("one", &voice("first"), false).await);
        assert!(recordings::add("one", &voice("better"), false).await, "it takes the place of the first");
        assert_eq!((heard("one").await.as_deref(), heard("two").await), (Some("better"), None));
        assert_eq!(databases().await, 0, "neither adding nor looking leaves anything on the device");
        assert!(recordings::keep_held().await && recordings::add("two", &voice("second"), true).await);
        assert_eq!(databases().await, 1);
        recordings::forget_held();
        assert_eq!(
            (heard("one").await.as_deref(), heard("two").await.as_deref()),
            (Some("better"), Some("second"))
        );
        assert_eq!(recordings::names().await, ["one", "two"]);
        recordings::remove("one").await;
        assert_eq!((recordings::names().await, databases().await), (vec!["two".to_owned()], 1));
        // On a shared computer they stay with the tab alone.
        recordings::take_off_device().await;
        assert_eq!((heard("two").await.as_deref(), databases().await), (Some("second"), 0));
        assert!(recordings::keep_held().await);
        recordings::remove("two").await;
        assert_eq!(databases().await, 0, "the last one takes the database with it");
        assert!(recordings::add("three", &voice("third"), true).await && recordings::erase().await);
        assert_eq!((heard("three").await, databases().await), (None, 0));
    }

    #[wasm_bindgen_test]
    fn keeps_how_a_person_reads() {
        storage::remove_all();
        assert_eq!(Reading::read(), Reading::default());
        for (theme, text) in [("dark", "larger"), ("", "large"), ("light", ""), ("", "")] {
            let mut reading = Reading::read();
            reading.set_theme(theme);
            reading.set_text(text);
            reading.write();
            let read = Reading::read();
            assert_eq!((read.theme(), read.text()), (theme, text));
        }
        assert!(storage::write(Key::Reading, "nonsense"));
        assert_eq!(Reading::read(), Reading::default(), "what cannot be read is the device's own");
        storage::remove_all();
    }

    #[wasm_bindgen_test]
    fn tells_the_time_and_makes_ids() {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let today = clock::today();
        let parts: Vec<&str> = today.split('-').collect();
        assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [4, 2, 2], "{today}");
        assert!(parts.iter().all(|part| digits(part)) && today.as_str() > "2026-01-01", "{today}");
        let now = clock::now();
        assert!(now.len() == 24 && now.ends_with('Z') && &now[10..11] == "T", "{now}");
        assert!(now.as_str() > "2026-01-01", "{now}");
        let ids: Vec<String> = (0..50).map(|_| clock::uuid()).collect();
        for id in &ids {
            let parts: Vec<&str> = id.split('-').collect();
            assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12], "{id}");
            assert!(
                id.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
            );
            assert!(parts[2].starts_with('4') && "89ab".contains(&parts[3][..1]), "{id}");
        }
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "no two alike");
    }

    #[wasm_bindgen_test]
    async fn does_nothing_where_a_node_is_missing() {
        assert!(page::element("no-such-node").is_none() && page::input("no-such-node").is_none());
        assert!(!page::focus("no-such-node"));
        page::announce("Nobody hears this.".to_owned());
        page::focus_heading();
        page::set_current_nav("nowhere");
        page::tell_boot("nobody-listens");
        wait(150).await;
    }

    #[wasm_bindgen_test]
    async fn announces_focuses_and_marks() {
        let markup =
            "<div id='status'></div><input id='field'><p id='words' tabindex='-1'>x</p><p id='still'>x</p>
            <a data-nav='a'>a</a><a data-nav='b' aria-current='page'>b</a>";
        let _nodes = Nodes::new(markup);
        page::announce("Added.".to_owned());
        assert_eq!(text("#status"), "", "it is emptied first, so that the same words are spoken again");
        wait(150).await;
        assert_eq!(text("#status"), "Added.");
        assert!(page::focus("words"));
        assert_eq!(document().active_element().unwrap().id(), "words");
        assert!(page::input("field").is_some() && page::input("words").is_none(), "only a field is a field");
        page::set_current_nav("a");
        assert_eq!(count("[aria-current=page]"), 1);
        assert_eq!(text("[aria-current=page]"), "a");
        page::set_reading("dark", "large");
        assert_eq!(
            (root("data-theme").as_deref(), root("data-text").as_deref()),
            (Some("dark"), Some("large"))
        );
        page::set_reading("", "");
        assert_eq!((root("data-theme"), root("data-text")), (None, None));
        page::set_title("A title");
        assert_eq!(document().title(), "A title");
    }

    #[wasm_bindgen_test]
    async fn follows_the_address() {
        let heard: Rc<RefCell<Vec<String>>> = Rc::default();
        let listening = Rc::clone(&heard);
        location::on_change(move |hash| listening.borrow_mut().push(hash));
        location::go("#/somewhere?q=a%20b");
        wait(50).await;
        assert_eq!(location::hash(), "#/somewhere?q=a%20b");
        assert_eq!(*heard.borrow(), ["#/somewhere?q=a%20b"]);
        location::go("#/");
        wait(50).await;
        assert_eq!(heard.borrow().len(), 2);
    }
}

/// The places that `index.html` has for the app.
const FRAME: &str = r##"
    <nav><a href="#/questions" data-nav="questions">My questions</a><a href="#/treatments" data-nav="treatments">T</a></nav>
    <span id="list-count" hidden></span>
    <details id="menu"><summary>Menu</summary><div id="menu-panel"></div></details>
    <div id="notice"></div>
    <main>
      <div id="home"><h1 tabindex="-1">Home</h1><a id="home-start" href="#/step/role"><span>Find my questions</span></a>
        <input id="home-search" type="search"><div id="home-results"></div></div>
      <div id="page"></div>
    </main>
    <div id="status"></div><div id="drawing-parts"></div>"##;

fn catalog() -> Value {
    let option = |id: &str| json!({"id": id, "label": format!("I am {id}"), "said": format!("you are {id}")});
    let step = |id: &str, options: Value| json!({"id": id, "kind": "one", "from": "listed", "title": format!("Title of {id}?"), "name": id, "help": "Pick.", "options": options});
    json!({
        "language": "en",
        "release": {"version": "1", "author": "us", "reviewer": null, "checked": "2026-11-22", "due": "2027-05-22"},
        "words": {"app.name": "The App", "questions.count.many": "{0} on the list", "questions.picked.many": "{0} picked"},
        "steps": [step("role", json!([option("self"), option("carer")])), step("hard", json!([option("yes"), option("no")]))],
        "topics": [{"id": "calls", "title": "Calls"}, {"id": "life", "title": "Life"}],
        "cards": [{"id": "car-t", "aliases": ["car-t-cells"], "group": "cell", "title": "CAR T cells", "short": "Your own cells.", "routes": ["cells"]}],
        "cancers": [],
    })
}

fn details() -> Value {
    let question = |id: &str, topic: &str, more: Value| json!({"id": id, "topic": topic, "text": format!("Text of {id}?"), "weight": 5, "more": more});
    let rows: Vec<Value> =
        (0..10).map(|row| json!([{"text": format!("Statement {row}."), "sources": [0]}])).collect();
    let reason = |id: &str| json!({"text": format!("Why {id}."), "sources": [0]});
    json!({
        "also": [["CAR-T"]],
        "questions": [question("who", "calls", json!(["role:carer"])), question("when", "calls", json!([])), question("work", "life", json!([])), question("dog", "life", json!([]))],
        "drugs": [{"id": "tisa", "class": "car-t", "name": "tisagenlecleucel", "brands": ["Kymriah"], "uses": "Some leukemias."}],
        "bodies": [{"short_sources": [0], "rows": rows, "drawing": {"title": "D", "description": "It shows.", "captions": ["One."], "frames": ["<svg class=\"d-frame\"></svg>"]}, "checked": "2026-11-22", "due": "2027-11-22", "approvals_due": "2027-05-22"}],
        "reasons": [reason("who"), reason("when"), reason("work"), reason("dog")],
        "signs": [{"id": "fever", "urgency": "call-today", "area": "body", "classes": ["car-t"], "name": "Fever", "brief": "fever", "signs": ["hot"], "do": "Call.", "say": "I am hot.", "onset": "Any time.", "sources": [0]}],
        "terms": [{"id": "t-cell", "term": "T cell", "meaning": "A cell."}],
        "sources": [{"organisation": "O", "title": "T", "address": "https://example.org", "date": "2026", "checked": "2026-11-22"}],
        "article": [], "quiz": [],
        "drawing_parts": "<svg id=\"part-of-drawings\"></svg>",
    })
}

fn without(mut value: Value, field: &str) -> String {
    value.as_object_mut().unwrap().remove(field);
    value.to_string()
}

/// Goes to an address and waits for the screen.
async fn go(hash: &str) {
    web_sys::window().unwrap().location().set_hash(hash).unwrap();
    wait(80).await;
}

/// Presses the first button with these words.
#[track_caller]
fn press(words: &str) {
    let buttons = document().query_selector_all("button").unwrap();
    let mut buttons = (0..buttons.length()).filter_map(|at| buttons.get(at)?.dyn_into::<HtmlElement>().ok());
    let button = buttons.find(|button| button.text_content().unwrap_or_default().contains(words));
    button.unwrap_or_else(|| panic!("no button '{words}' in {}", text("#page"))).click();
}

#[wasm_bindgen_test]
async fn the_app_tells_what_it_could_not_start_with_and_then_runs() {
    go("#/").await;
    storage::remove_all();
    refuses_what_it_cannot_read();
    let nodes = Nodes::new(FRAME);
    app::start(&catalog().to_string(), styles()).expect("the app starts");
    wait(50).await;
    home_is_adopted();
    shows_a_step().await;
    shows_questions_as_soon_as_they_arrive().await;
    edits_and_takes_back().await;
    finds_while_typing().await;
    lists_answers_and_changes_one().await;
    asks_before_it_starts_again().await;
    shows_the_other_screens().await;
    erases_everything().await;
    drop(nodes);
    opens_what_was_kept().await;
    keeps_aside_what_it_cannot_read().await;
    go("#/").await;
}

/// Starts the app once more, as a second visit does, with this text kept on the device.
async fn visit_again(kept: &str) -> Nodes {
    go("#/").await;
    let nodes = Nodes::new(FRAME);
    assert!(storage::write(Key::List, kept));
    app::start(&catalog().to_string(), styles()).expect("the app starts again");
    app::add_details(&details().to_string()).expect("the details are read");
    go("#/questions").await;
    nodes
}

async fn opens_what_was_kept() {
    let kept = json!({
        "app": "ask-about-immunotherapy", "version": 1, "content": "1", "answers": {"role": ["carer"]},
        "items": [{"own": "Can I keep my dog?", "id": 1}, {"question": "work", "text": "Text of work?"}],
        "removed": [], "ordered": true, "team": "", "visit": {"date": "", "time": "", "doctor": "", "place": ""},
    });
    let _nodes = visit_again(&kept.to_string()).await;
    assert_eq!(text("#list-count"), "2", "{}", text("#notice"));
    assert!(text("#page .slip").contains("Can I keep my dog?"), "{}", text("#page"));
    find("#page [id^=remove-]").unwrap().click();
    wait(80).await;
    let written = storage::read(Key::List).unwrap_or_default();
    assert!(!written.contains("dog") && written.contains("Text of work?"), "each change is kept: {written}");
}

async fn keeps_aside_what_it_cannot_read() {
    let _nodes = visit_again("not a list").await;
    assert!(find("#list-count").unwrap().hidden());
    assert!(text("#notice").contains("aside.unreadable"), "{}", text("#notice"));
    assert_eq!(storage::read(Key::Unreadable(1)).as_deref(), Some("not a list"), "as it was found");
    assert_eq!(storage::read(Key::List), None);
    press("aside.drop");
    wait(50).await;
    assert_eq!((storage::read(Key::Unreadable(1)), text("#notice").as_str()), (None, ""));
}

fn refuses_what_it_cannot_read() {
    for (json, told) in [
        (String::new(), "catalog: EOF"),
        ("[]".to_owned(), "catalog: the field"),
        (without(catalog(), "language"), "catalog: the field 'language' is missing or wrong"),
        (without(catalog(), "words"), "catalog: the field 'words' is missing or wrong"),
    ] {
        let error = app::start(&json, styles()).unwrap_err();
        assert!(error.starts_with(told), "{told}: {error}");
    }
    let error = app::add_details(&details().to_string()).unwrap_err();
    assert_eq!(error, "the app was not started");
    assert_ne!(root("data-state").as_deref(), Some("ready"), "the failure page may still show");
    assert_eq!(app::start(&catalog().to_string(), styles()).unwrap_err(), "index.html has no #page");
}

fn home_is_adopted() {
    assert_eq!((root("data-state").as_deref(), root("data-page").as_deref()), (Some("ready"), Some("home")));
    assert_eq!(document().title(), "The App");
    assert_eq!(text("#home h1"), "Home", "the node of the page is kept");
    assert_eq!(text("#page"), "", "and nothing is drawn beside it");
    assert_eq!(text("#home-start span"), "home.start");
    assert!(find("#list-count").unwrap().hidden());
    assert_eq!(count("#menu-panel a"), 7);
    assert_eq!(text("#notice"), "");
}

async fn shows_a_step() {
    go("#/step/role").await;
    assert_eq!((text("#page h1"), root("data-page")), ("Title of role?".to_owned(), Some("step".to_owned())));
    assert!(document().title().ends_with("– The App"), "{}", document().title());
    assert_eq!(document().active_element().unwrap().tag_name(), "H1", "the heading takes the focus");
    assert_eq!(text("[aria-current=page]"), "My questions");
    assert_eq!(count("#page input[type=radio]"), 3, "two answers and 'I'm not sure'");
    press("step.skip");
    wait(80).await;
    assert_eq!((location::hash().as_str(), text("#page h1").as_str()), ("#/step/hard", "Title of hard?"));
    go("#/step/role").await;
    find("#page input[type=radio]").unwrap().click();
    wait(30).await;
    document()
        .query_selector_all("#page input[type=radio]")
        .unwrap()
        .get(1)
        .unwrap()
        .unchecked_into::<HtmlElement>()
        .click();
    wait(30).await;
    let chosen = document().query_selector_all("#page input:checked").unwrap();
    assert_eq!(chosen.length(), 1, "one answer");
    assert!(text("#page label:has(:checked)").contains("I am carer"), "{}", text("#page"));
    press("step.continue");
    wait(80).await;
    go("#/step/role").await;
    assert!(text("#page label:has(:checked)").contains("I am carer"), "coming back finds the answer");
}

async fn shows_questions_as_soon_as_they_arrive() {
    press("step.show-now");
    wait(80).await;
    assert_eq!((location::hash().as_str(), text("#page h1").as_str()), ("#/questions", "questions.title"));
    assert_eq!(count("#page .slip"), 0, "nothing yet");
    let error = app::add_details(&without(details(), "drawing_parts")).unwrap_err();
    assert_eq!(error, "details: the field 'drawing_parts' is missing or wrong");
    assert!(app::add_details("").unwrap_err().starts_with("details: EOF"));
    app::add_details(&details().to_string()).expect("the details are read");
    wait(80).await;
    assert_eq!((count("#page .slip"), count("#page .plain-row")), (3, 1), "{}", text("#page"));
    assert!(
        text("#page .slip").contains("Text of who?"),
        "what was said comes first: {}",
        text("#page .slip")
    );
    assert!(text("#page .slip").contains("you are carer"), "and says why");
    assert_eq!((text("#list-count").as_str(), find("#list-count").unwrap().hidden()), ("4", false));
    assert!(text("#page").contains("4 picked"), "{}", text("#page"));
    assert_eq!(count("#drawing-parts #part-of-drawings"), 1);
}

async fn edits_and_takes_back() {
    find("#page [id^=remove-]").unwrap().click();
    wait(80).await;
    assert_eq!(text("#list-count"), "3");
    assert!(!text("#page .slips").contains("Text of who?"), "{}", text("#page .slips"));
    assert!(text("#notice").contains("edit.removed"), "{}", text("#notice"));
    press("notice.undo");
    wait(80).await;
    assert_eq!(text("#list-count"), "4");
    assert!(text("#page .slip").contains("Text of who?"));
    assert_eq!(storage::read(Key::Reading), None);
}

async fn finds_while_typing() {
    go("#/").await;
    assert_eq!(text("#home-start span"), "home.go-on", "the list goes on");
    let field: HtmlInputElement = find("#home-search").unwrap().unchecked_into();
    field.set_value("kymria");
    field.dispatch_event(&Event::new("input").unwrap()).unwrap();
    wait(80).await;
    assert!(text("#home-results").contains("Kymriah"), "{}", text("#home-results"));
    field.set_value("");
    field.dispatch_event(&Event::new("input").unwrap()).unwrap();
    wait(80).await;
    assert_eq!(text("#home-results"), "");
}

async fn lists_answers_and_changes_one() {
    go("#/check").await;
    assert_eq!(count("#page dt"), 2, "each step");
    assert!(text("#page dl > :first-child").contains("I am carer"), "{}", text("#page"));
    assert!(text("#page dl > :last-child").contains("check.none"), "{}", text("#page"));
    find("#page dl > :last-child a").unwrap().click();
    wait(80).await;
    assert_eq!((location::hash().as_str(), text("#page h1").as_str()), ("#/change/hard", "Title of hard?"));
    find("#page input[type=radio]").unwrap().click();
    wait(30).await;
    press("step.continue");
    wait(80).await;
    assert_eq!(location::hash(), "#/check", "back to where the person came from");
    assert!(text("#page dl > :last-child").contains("I am yes"), "{}", text("#page"));
}

async fn asks_before_it_starts_again() {
    go("#/questions").await;
    press("questions.again");
    wait(50).await;
    assert_eq!(text("#list-count"), "4", "nothing happens yet");
    press("erase.no");
    wait(50).await;
    press("questions.again");
    wait(50).await;
    press("again.yes");
    wait(80).await;
    assert!(find("#list-count").unwrap().hidden());
    press("notice.undo");
    wait(80).await;
    assert_eq!(text("#list-count"), "4");
}

async fn shows_the_other_screens() {
    for (hash, screen, heading) in [
        ("#/check", "check", "check.title"),
        ("#/change/role", "step", "Title of role?"),
        ("#/ten", "ten", "ten.title"),
        ("#/treatments", "treatments", "treatments.title"),
        ("#/treatments/car-t", "card", "CAR T cells"),
        ("#/treatments/car-t-cells", "card", "CAR T cells"),
        ("#/signs", "signs", "signs.title"),
        ("#/words", "words", "words.title"),
        ("#/about", "about", "about.title"),
        ("#/print", "sheet", "sheet.page"),
        ("#/nonsense", "missing", "missing.title"),
    ] {
        go(hash).await;
        assert_eq!(
            (root("data-page").as_deref(), text("#page h1").as_str()),
            (Some(screen), heading),
            "{hash}"
        );
        assert_eq!(count("#page h1"), 1, "{hash}");
    }
    for hash in ["#/step/no-such-step", "#/change/no-such-step", "#/treatments/no-such-card"] {
        go(hash).await;
        assert_eq!(text("#page h1"), "missing.title", "{hash}");
        assert!(document().title().starts_with("missing.title"), "{hash}");
    }
    go("#/treatments/car-t/good").await;
    assert_eq!(document().active_element().unwrap().id(), "row-good", "it leads to the row");
}

async fn erases_everything() {
    press("erase.button");
    wait(50).await;
    press("erase.yes");
    wait(80).await;
    for key in [Key::List, Key::Unreadable(1), Key::Reading] {
        assert_eq!(storage::read(key), None, "{key:?}");
    }
    assert!(find("#list-count").unwrap().hidden());
    assert!(text("#notice").contains("notice.erased"));
}
