//! The helpers themselves, on small pages of the test's own. No finished app is needed.

use crate::browser::{Screen, play};
use crate::site_of;
use std::net::TcpStream;

const PAGE: &str = r##"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Helpers</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; img-src 'self'">
<link rel="icon" href="./drawing.svg"></head>
<body><main><h1>Hello <b>there</b></h1><label for="f">Your name</label><input id="f"><input type="search" aria-label="Find">
<button aria-label="Move up: aim">up</button> <button hidden>Hidden</button> <a href="#/x">Go
 on</a><details><summary>More</summary>text</details><img src="drawing.svg" alt="A drawing"><ul><li>one</li></ul>
</main></body></html>"##;

/// A page whose image is missing and whose script throws, for another page's frame.
const BROKEN: &str = "<!doctype html><title>Broken</title><img src=missing.png><script>throw new Error('thrown in a frame')</script>";

#[test]
fn elements_are_found_as_assistive_technology_finds_them() {
    let site = site_of(std::env::temp_dir());
    site.add_page("/page", PAGE);
    site.add_page("/drawing.svg", "");
    play(Screen::Phone, async |browser| {
        browser.open(&site.url("/page")).await;
        for (role, name) in [
            ("heading", "Hello there"),
            ("textbox", "Your name"),
            ("searchbox", "Find"),
            ("button", "Move up: *"),
            ("link", "Go on"),
            ("button", "More"),
            ("img", "A drawing"),
            ("listitem", ""),
        ] {
            browser.by_role(role, name).await;
        }
        assert_eq!(browser.names("button").await, ["Move up: aim", "More"]);
        assert!(!browser.has("button", "up").await);
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}

#[test]
fn keys_go_where_the_focus_is() {
    let site = site_of(std::env::temp_dir());
    site.add_page("/page", PAGE);
    play(Screen::Phone, async |browser| {
        browser.open(&site.url("/page")).await;
        browser.tab_to("searchbox", "Find").await;
        browser.type_text("abc").await;
        browser.press(&["Shift+Tab", "x", "y", "Backspace"]).await;
        assert_eq!(browser.focused().await, ("textbox".to_owned(), "Your name".to_owned()));
        browser.fill("searchbox", "Find", "other").await;
        let values: Vec<String> =
            browser.eval("return [...document.querySelectorAll('input')].map((i) => i.value)").await;
        assert_eq!(values, ["x", "other"]);
    });
}

#[test]
fn axe_and_paper_work_under_a_strict_policy() {
    let site = site_of(std::env::temp_dir());
    site.add_page("/page", PAGE);
    play(Screen::Phone, async |browser| {
        browser.open(&site.url("/page")).await;
        assert_eq!(browser.eval::<[u32; 2]>("return [innerWidth, innerHeight]").await, [390, 844]);
        let found = browser.axe().await;
        assert!(matches!(&found[..], [only] if only.starts_with("target-size")), "{found:?}");
        assert!(browser.print("harness").await.starts_with(b"%PDF"));
        browser.screenshot("harness").await;
        assert_eq!(browser.eval::<[u32; 2]>("return [innerWidth, innerHeight]").await, [390, 844]);
    });
}

#[test]
fn errors_in_a_sandboxed_frame_are_heard() {
    let site = site_of(std::env::temp_dir());
    site.add_page("/broken", BROKEN);
    let frame = format!(
        "<!doctype html><link rel=icon href=data:,><iframe sandbox=allow-scripts src={}>",
        site.url("/broken")
    );
    site.add_page("/host", frame);
    play(Screen::Phone, async |browser| {
        browser.open(&site.foreign_url("/host")).await;
        let errors = browser.console_errors().await.join("\n");
        assert!(errors.contains("missing.png"), "{errors}");
        assert!(errors.contains("thrown in a frame"), "{errors}");
    });
}

#[test]
fn a_stopped_site_is_stopped_and_comes_back_at_its_address() {
    let mut site = site_of(std::env::temp_dir());
    site.add_page("/page", PAGE);
    // An open connection that is kept alive must end too.
    let mut open = TcpStream::connect(site.address).unwrap();
    site.stop();
    assert_eq!(std::io::Read::read(&mut open, &mut [0; 1]).unwrap_or(0), 0);
    assert!(TcpStream::connect(site.address).is_err());
    site.restart(&std::env::temp_dir()).unwrap();
    assert!(TcpStream::connect(site.address).is_ok());
}
