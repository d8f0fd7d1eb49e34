//! Taking the list along: to people, to another device, into a file and back.

use crate::browser::{Browser, Screen, play};
use crate::downloads::Downloads;
use crate::folders::dist;
use crate::person::{add_own, arrive, hear, list, list_becomes, make_list, words};
use crate::site_of;
use serde_json::{Value, json};
use std::path::Path;

/// From the list to every way to take it along.
async fn take(browser: &Browser) {
    browser.click("link", "More ways*").await;
    arrive(browser, words("take.title")).await;
}

/// Back to the list.
async fn back(browser: &Browser) {
    browser.click("link", "Back").await;
    arrive(browser, "Your questions").await;
}

/// Chooses a file in the field for files.
async fn choose_file(browser: &Browser, path: &Path) {
    let field = browser.by_role("button", "Open a file I saved*").await;
    field.send_keys(path.to_str().expect("a path in UTF-8")).await.expect("a file to choose");
}

/// A device of its own: nothing kept, nothing open.
async fn other_device(browser: &Browser, address: &str) {
    browser.open("about:blank").await;
    browser.open(address).await;
    browser.ready().await;
}

async fn grant_clipboard(browser: &Browser) {
    let grant = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
    browser.chromium("Browser.grantPermissions", grant).await;
}

#[test]
fn sharing_uses_the_devices_share_sheet_and_else_copies() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        grant_clipboard(browser).await;
        let first = list(browser).await[0].clone();
        // This browser has a share sheet only where its system has one: the page's own stands for it.
        let sheet = |answer: &str| {
            format!("navigator.share = (data) => {{ window.shared = data; return {answer}; }}")
        };
        browser.eval::<()>(&sheet("Promise.resolve()")).await;
        browser.click("button", "Share").await;
        hear(browser, words("take.shared")).await;
        let shared: Value = browser.eval("return window.shared").await;
        assert!(shared["text"].as_str().unwrap().contains(&first) && shared["title"] == words("sheet.title"));
        assert!(shared.get("url").is_none(), "an address would say where the list was made");
        // Whoever closes the share sheet is not answered with something else.
        browser.click("button", "Close this note").await;
        browser.eval::<()>("await navigator.clipboard.writeText('before')").await;
        browser.eval::<()>(&sheet("Promise.reject(new DOMException('no', 'AbortError'))")).await;
        browser.click("button", "Share").await;
        browser
            .eval::<()>("for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)")
            .await;
        let left: String = browser.eval("return navigator.clipboard.readText()").await;
        assert_eq!((left.as_str(), browser.has("button", "Close this note").await), ("before", false));
        browser.eval::<()>(&sheet("Promise.reject(new DOMException('no', 'NotAllowedError'))")).await;
        browser.click("button", "Share").await;
        hear(browser, words("take.copied")).await;
        browser.eval::<()>("navigator.share = undefined").await;
        browser.click("button", "Share").await;
        let text: String = browser.eval("return navigator.clipboard.readText()").await;
        assert!(text.contains(&first), "{text}");
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn where_nothing_may_be_copied_the_list_is_saved_as_a_text_file() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let downloads = Downloads::of(browser).await;
        make_list(browser, &site).await;
        let first = list(browser).await[0].clone();
        browser
            .eval::<()>(
                "navigator.share = undefined; navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
                document.execCommand = () => false;",
            )
            .await;
        browser.click("button", "Share").await;
        hear(browser, words("take.file-instead")).await;
        assert!(downloads.file("my-questions.txt").await.contains(&first));
    });
}

#[test]
fn mail_and_message_are_drafts_with_the_list_in_them_that_name_nobody() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        add_own(browser, "Can I keep my dog & cat? 100%").await;
        let first = list(browser).await[0].clone();
        take(browser).await;
        for (name, start) in [("E-mail", "mailto:?subject="), ("Text message", "sms:?&body=")] {
            let link = browser.by_role("link", name).await;
            let address = link.attr("href").await.unwrap().unwrap();
            assert!(address.starts_with(start), "{address}");
            let text: String =
                browser.eval_with("return decodeURIComponent(arguments[0])", vec![json!(address)]).await;
            assert!(text.contains(&first), "{text}");
        }
    });
}

#[test]
fn files_are_saved_and_opened_again_without_loss_or_doubling() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let downloads = Downloads::of(browser).await;
        make_list(browser, &site).await;
        add_own(browser, "Can I keep my dog?").await;
        let before = list(browser).await;
        take(browser).await;
        browser.click("button", "Save my list as a file").await;
        let file = downloads.path("my-list.json").await;
        other_device(browser, &site.url("/#/take")).await;
        arrive(browser, words("take.title")).await;
        choose_file(browser, &file).await;
        browser.by_role("group", words("incoming.title")).await;
        browser.wait_for_text("9 questions on your list.").await;
        browser.wait_for_text(&before[0]).await;
        back(browser).await;
        assert_eq!(list(browser).await, [""; 0], "nothing is added before the person says so");
        for _ in 0..2 {
            take(browser).await;
            choose_file(browser, &file).await;
            browser.click("button", words("incoming.add")).await;
            browser.wait_until_gone("group", words("incoming.title")).await;
            back(browser).await;
            list_becomes(browser, &before).await;
        }
        browser.assert_accessible("the list that came from a file").await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn what_came_can_be_refused_and_taken_back() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let folder = std::env::temp_dir().join(format!("incoming-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let good = write(
            "good.json",
            r#"{"app": "ask-about-immunotherapy", "version": 1, "items": [{"own": "From a file?"}]}"#,
        );
        make_list(browser, &site).await;
        let before = list(browser).await;
        take(browser).await;
        for (file, said) in [
            (write("broken.json", "{\"items\": [\n{"), "damaged at line 2"),
            (write("newer.json", r#"{"app": "ask-about-immunotherapy", "version": 99}"#), "newer version"),
            (write("other.json", r#"{"name": "x"}"#), "not a list from this app"),
        ] {
            choose_file(browser, &file).await;
            browser.wait_for_text(said).await;
        }
        choose_file(browser, &good).await;
        browser.wait_for_text("From a file?").await;
        browser.click("button", words("incoming.cancel")).await;
        back(browser).await;
        list_becomes(browser, &before).await;
        take(browser).await;
        choose_file(browser, &good).await;
        browser.click("button", words("incoming.add")).await;
        browser.click("button", "Undo").await;
        back(browser).await;
        list_becomes(browser, &before).await;
        std::fs::remove_dir_all(&folder).unwrap();
    });
}

#[test]
fn the_list_moves_to_another_device_by_picture_or_link() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        grant_clipboard(browser).await;
        make_list(browser, &site).await;
        add_own(browser, "¿Can I keep my 🐕?").await;
        let before = list(browser).await;
        take(browser).await;
        browser.click("button", words("transfer.show")).await;
        let picture = scanned(browser).await;
        browser.click("button", words("transfer.copy")).await;
        hear(browser, words("take.copied")).await;
        let link: String = browser.eval("return navigator.clipboard.readText()").await;
        assert_eq!(picture, link, "the picture holds the link");
        browser.assert_accessible("the picture for another device").await;
        other_device(browser, &link).await;
        arrive(browser, words("open.title")).await;
        browser.wait_for_text("9 questions on your list.").await;
        browser.click("button", words("incoming.add")).await;
        arrive(browser, "Your questions").await;
        list_becomes(browser, &before).await;
        let address: String = browser.eval("return location.href").await;
        assert!(address.ends_with("#/questions"), "{address}");
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

/// What a camera reads: the squares on the screen, decoded by a reader that knows nothing of this app.
async fn scanned(browser: &Browser) -> String {
    const MODULE: usize = 4;
    browser.by_role("img", words("transfer.picture")).await;
    let body = "const svg = document.querySelector('.qr svg'), side = svg.viewBox.baseVal.width, path = svg.querySelector('path');
        const point = svg.createSVGPoint(); const rows = [];
        for (let y = 0; y < side; y++) { let row = ''; for (let x = 0; x < side; x++) {
          point.x = x + .5; point.y = y + .5; row += path.isPointInFill(point) ? '#' : ' '; } rows.push(row); }
        return rows";
    let rows: Vec<String> = browser.eval(body).await;
    let side = rows.len() * MODULE;
    let light = |x: usize, y: usize| if rows[y / MODULE].as_bytes()[x / MODULE] == b'#' { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, light);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code");
    grids[0].decode().expect("a readable code").1
}

#[test]
fn a_list_too_long_for_a_picture_or_link_says_so_and_offers_the_file() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        let folder = std::env::temp_dir().join(format!("long-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let open = async |count: usize| {
            // Words that repeat nothing, so that they cannot be written shorter.
            let mut seed = 7_u64;
            let mut word = || {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                format!("{seed:x}")
            };
            let items: Vec<Value> = (0..count)
                .map(|_| json!({"own": (0..10).map(|_| word()).collect::<Vec<_>>().join(" ")}))
                .collect();
            let path = folder.join(format!("{count}.json"));
            std::fs::write(
                &path,
                json!({"app": "ask-about-immunotherapy", "version": 1, "items": items}).to_string(),
            )
            .unwrap();
            other_device(browser, &site.url("/#/take")).await;
            choose_file(browser, &path).await;
            browser.click("button", words("incoming.add")).await;
            browser.click("button", words("transfer.show")).await;
        };
        open(20).await;
        browser.wait_for_text(words("transfer.no-picture")).await;
        browser.by_role("button", words("transfer.copy")).await;
        open(200).await;
        browser.wait_for_text(words("transfer.long")).await;
        assert!(!browser.has("button", words("transfer.copy")).await);
        browser.by_role("button", "Save my list as a file").await;
        std::fs::remove_dir_all(&folder).unwrap();
    });
}

#[test]
fn a_damaged_link_says_what_is_wrong_and_changes_nothing() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        make_list(browser, &site).await;
        let before = list(browser).await;
        for (code, said) in [
            ("nonsense", "holds no list"),
            ("9.AAAAAAAA.AAAA", "newer version"),
            ("1.AAAAAAAA.AAAA", "changed on its way"),
        ] {
            browser
                .eval_with::<()>("location.hash = arguments[0]", vec![json!(format!("#/open/{code}"))])
                .await;
            arrive(browser, words("open.title")).await;
            browser.wait_for_text(said).await;
        }
        browser.click("link", words("open.mine")).await;
        arrive(browser, "Your questions").await;
        list_becomes(browser, &before).await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}
