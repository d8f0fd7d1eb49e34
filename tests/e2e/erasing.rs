//! "Erase everything" leaves no key, cache entry, file, field or address of the person, in any tab.

use crate::browser::{Browser, Screen, play};
use crate::folders::{dist, files, plain_name};
use crate::person::{add_own, arrive, hear, make_list, words};
use crate::saving::{LIST, open_with};
use crate::site::Site;
use crate::site_of;
use serde_json::json;
use std::collections::BTreeSet;

/// Puts a recording where the app keeps voice notes.
const RECORD: &str = "
await new Promise((done, failed) => {
  const request = indexedDB.open('ask-about-immunotherapy', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('recordings');
  request.onerror = failed;
  request.onsuccess = () => {
    const change = request.result.transaction('recordings', 'readwrite');
    change.objectStore('recordings').put(new Blob(['voice']), 'note');
    change.oncomplete = () => { request.result.close(); done(); };
  };
});
return (await indexedDB.databases()).length";

/// Everything that a browser keeps for a page, and what can be seen or read in it.
const LEFT: &str = "
const fields = [...document.querySelectorAll('input, textarea, select')];
return {
  keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  cookie: document.cookie,
  databases: (await indexedDB.databases()).map(({ name }) => name),
  state: history.state,
  hash: location.hash,
  name: window.name,
  title: document.title,
  typed: fields.filter(({ type }) => type !== 'radio' && type !== 'checkbox').map(({ value }) => value).filter(Boolean),
  chosen: fields.filter(({ checked, name }) => checked && !name.startsWith('menu.')).length,
  reading: [document.documentElement.dataset.theme ?? null, document.documentElement.dataset.text ?? null],
  traces: arguments[0].filter((word) => document.documentElement.outerHTML.includes(word)),
}";

/// Words that only this person would write.
const TRACES: [&str; 4] = ["Rex the dog", "555-0142", "A half-written wish", "zometa-like"];

async fn assert_nothing_left(browser: &Browser, hash: &str, title: &str) {
    browser.wait_until("(await indexedDB.databases()).length === 0").await;
    let left: serde_json::Value = browser.eval_with(LEFT, vec![json!(TRACES)]).await;
    let nothing = json!({
        "keys": [], "cookie": "", "databases": [], "state": null, "hash": hash, "name": "", "title": title,
        "typed": [], "chosen": 0, "reading": [null, null], "traces": [],
    });
    assert_eq!(left, nothing);
}

/// What the service worker keeps: only files of the build.
async fn assert_caches_hold_the_build(browser: &Browser, site: &Site) {
    let cached: Vec<(String, Vec<String>)> = browser
        .eval(
            "return Promise.all((await caches.keys()).map(async (name) =>
               [name, (await (await caches.open(name)).keys()).map(({ url }) => url)]))",
        )
        .await;
    let ours: BTreeSet<String> =
        files(&dist()).iter().map(|name| site.url(&format!("/{}", plain_name(name)))).collect();
    assert_eq!(cached.len(), 1, "{cached:?}");
    for url in cached.iter().flat_map(|(_, urls)| urls) {
        assert!(*url == site.url("/") || ours.contains(url), "{url}");
    }
}

async fn live_here(browser: &Browser, site: &Site) {
    open_with(browser, site, "{not a list").await;
    make_list(browser, site).await;
    browser.wait_until("navigator.serviceWorker.controller").await;
    add_own(browser, "Can I keep Rex the dog?").await;
    browser.click("button", "Keep it on this device").await;
    hear(browser, "Your list is now kept on this device.").await;
    browser.click("button", "Menu").await;
    browser.click("radio", "Dark").await;
    browser.click("radio", "Larger").await;
    browser.click("link", "Warning signs").await;
    arrive(browser, "Warning signs").await;
    browser.fill("textbox", words("signs.team-label"), "555-0142").await;
    browser.click("button", words("signs.write")).await;
    browser.wait_for_text("555-0142").await;
    assert_eq!(browser.eval::<usize>(RECORD).await, 1);
    // As after leaving at once and coming back.
    browser.eval::<()>("sessionStorage.setItem('ask-about-immunotherapy.left', '1')").await;
    let keys: Vec<String> = browser.eval("return Object.keys(localStorage).sort()").await;
    assert_eq!(keys.len(), 4, "{keys:?}");
    assert!(keys.contains(&LIST.to_owned()));
}

#[test]
fn nothing_of_the_person_is_left_in_any_tab() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        live_here(browser, &site).await;
        // This tab stands on an address with what was looked up, and the other on the list with a half-written wish.
        let first = browser.driver.window().await.unwrap();
        browser.eval::<()>("location.hash = '#/treatments?q=zometa-like'").await;
        arrive(browser, "Treatments").await;
        browser.fill("searchbox", "*", "zometa-like").await;
        let second = browser.driver.new_tab().await.unwrap();
        browser.driver.switch_to_window(second.clone()).await.unwrap();
        browser.open_app(&site.url("/#/questions")).await;
        browser.by_role("button", "Remove: Can I keep Rex the dog?").await;
        browser.fill("textbox", "Add my own question", "A half-written wish").await;
        browser.driver.switch_to_window(first).await.unwrap();
        browser.click("button", "Menu").await;
        browser.click("button", "Erase everything").await;
        browser.click("button", "Yes, erase").await;
        hear(browser, "Everything is erased.").await;
        browser.wait_until("location.hash === '#/'").await;
        assert_nothing_left(browser, "#/", "Ask About Immunotherapy").await;
        assert_caches_hold_the_build(browser, &site).await;
        browser.driver.switch_to_window(second).await.unwrap();
        browser.wait_for_text(words("notice.erased-elsewhere")).await;
        assert_nothing_left(browser, "#/", "Ask About Immunotherapy").await;
        // Neither a reload nor another visit brings anything back.
        browser.driver.refresh().await.unwrap();
        browser.ready().await;
        assert_nothing_left(browser, "#/", "Ask About Immunotherapy").await;
        assert_eq!(browser.console_errors().await, [""; 0]);
    });
}
