//! A real browser for tests, over W3C `WebDriver`. Every helper waits until what it wants is there, and stops the
//! test in plain words when it does not come.

mod driver;
mod role;

use driver::Driver;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use thirtyfour::error::WebDriverError;
use thirtyfour::{By, Capabilities, Key, WebDriver, WebElement};
use tokio::runtime::Runtime;

/// How long a helper waits for what it wants.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long it waits before it looks again.
const PAUSE: Duration = Duration::from_millis(20);

/// A size of the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// 390 wide, a phone held upright.
    Phone,
    /// 1280 wide.
    Desktop,
}

impl Screen {
    fn size(self) -> (u32, u32) {
        match self {
            Self::Phone => (390, 844),
            Self::Desktop => (1280, 900),
        }
    }
}

/// A browser session of its own, with a fresh profile.
#[derive(Debug)]
pub(crate) struct Browser {
    /// The session, for what the helpers do not offer.
    pub(crate) driver: WebDriver,
}

/// Runs a test in a new browser. If it fails, its last picture is in `target/screenshots/failed-….png` and the
/// console's messages are printed; the browser ends in any case.
pub(crate) fn play<T>(screen: Screen, test: impl AsyncFnOnce(&Browser) -> T) -> T {
    run(screen, driver::capabilities(), test)
}

/// The same, but whatever the browser asks of another computer goes to this proxy.
pub(crate) fn play_through<T>(proxy: SocketAddr, screen: Screen, test: impl AsyncFnOnce(&Browser) -> T) -> T {
    let mut wanted = driver::capabilities();
    let address = proxy.to_string();
    let setting = json!({"proxyType": "manual", "httpProxy": address, "sslProxy": address});
    wanted.set("proxy", setting).expect("JSON");
    run(screen, wanted, test)
}

/// The same in a private window.
pub(crate) fn play_private<T>(screen: Screen, test: impl AsyncFnOnce(&Browser) -> T) -> T {
    run(screen, driver::private_capabilities(), test)
}

/// The same, with a microphone that hums and a person who allows it.
pub(crate) fn play_with_microphone<T>(screen: Screen, test: impl AsyncFnOnce(&Browser) -> T) -> T {
    run(screen, driver::with_microphone(), test)
}

fn run<T>(screen: Screen, wanted: Capabilities, test: impl AsyncFnOnce(&Browser) -> T) -> T {
    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a tokio runtime"));
    let server = Driver::shared();
    let browser = RUNTIME.block_on(Browser::start(&server.url(), wanted, screen));
    let result = catch_unwind(AssertUnwindSafe(|| RUNTIME.block_on(test(&browser))));
    let ended = RUNTIME.block_on(async {
        if result.is_err() {
            browser.report_failure().await;
        }
        browser.driver.quit().await
    });
    match result {
        Ok(value) => {
            ended.expect("the browser ends");
            value
        }
        Err(failure) => resume_unwind(failure),
    }
}

/// Looks again and again until there is something. An error of the driver may only mean that the page is just
/// changing; the last one is told.
async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>, WebDriverError>) -> T {
    let start = Instant::now();
    loop {
        let seen = look().await;
        match seen {
            Ok(Some(found)) => return found,
            Ok(None) | Err(_) if start.elapsed() < PATIENCE => {}
            Ok(None) => panic!("waited {PATIENCE:?} for {what}"),
            Err(error) => panic!("while waiting for {what}: {error}"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

impl Browser {
    async fn start(server: &str, wanted: Capabilities, screen: Screen) -> Self {
        let driver = WebDriver::new(server, wanted).await.unwrap_or_else(|error| {
            panic!("no browser: {error}. `make test` installs Chromium; CHROMIUM=/path names another one.")
        });
        let browser = Self { driver };
        browser.resize(screen).await;
        browser
    }

    /// Makes the page this large.
    pub(crate) async fn resize(&self, screen: Screen) {
        let (width, height) = screen.size();
        self.resize_to(width, height).await;
    }

    async fn resize_to(&self, width: u32, height: u32) {
        self.driver.set_window_rect(0, 0, width, height).await.expect("a window of that size");
        let (inner_width, inner_height): (u32, u32) = self.eval("return [innerWidth, innerHeight]").await;
        if (inner_width, inner_height) != (width, height) {
            // The frame of the window takes the rest.
            let (wide, high) =
                (2 * width - inner_width.min(2 * width), 2 * height - inner_height.min(2 * height));
            self.driver.set_window_rect(0, 0, wide, high).await.expect("a window of that size");
        }
    }

    /// Opens an address; returns when the page's load event has fired.
    pub(crate) async fn open(&self, address: &str) {
        self.driver.goto(address).await.unwrap_or_else(|error| panic!("cannot open {address}: {error}"));
    }

    /// Opens an address and waits until the app has started.
    pub(crate) async fn open_app(&self, address: &str) {
        self.open(address).await;
        self.ready().await;
    }

    /// Waits until the app has started: `<html data-state="ready">`.
    pub(crate) async fn ready(&self) {
        until("data-state=\"ready\" on <html>", async || {
            let state =
                self.try_eval("return document.documentElement.dataset.state ?? null", vec![]).await?;
            assert_ne!(state, json!("failed"), "the app could not start");
            Ok((state == json!("ready")).then_some(()))
        })
        .await;
    }

    /// Runs a function's body in the page and gives what it returns; promises are awaited.
    pub(crate) async fn eval<T: DeserializeOwned>(&self, body: &str) -> T {
        self.eval_with(body, vec![]).await
    }

    /// The same with `arguments`.
    pub(crate) async fn eval_with<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> T {
        let value = self.try_eval(body, arguments).await.unwrap_or_else(|error| panic!("{body}: {error}"));
        serde_json::from_value(value).unwrap_or_else(|error| panic!("{body}: {error}"))
    }

    async fn try_eval(&self, body: &str, arguments: Vec<Value>) -> Result<Value, WebDriverError> {
        Ok(self.driver.execute(body, arguments).await?.json().clone())
    }

    /// Waits until an expression, which may `await`, is true in the page.
    pub(crate) async fn wait_until(&self, expression: &str) {
        let body = format!("return (async () => Boolean({expression}))()");
        until(expression, async || Ok((self.try_eval(&body, vec![]).await? == json!(true)).then_some(())))
            .await;
    }

    /// Waits until this text can be seen on the page, whatever its letters' case and its line breaks.
    pub(crate) async fn wait_for_text(&self, text: &str) {
        let body = "const plain = (text) => text.replace(/\\s+/g, ' ').toLowerCase();
                    return plain(document.body?.innerText ?? '').includes(plain(arguments[0]))";
        let what = format!("the text '{text}'");
        until(&what, async || {
            Ok((self.try_eval(body, vec![json!(text)]).await? == json!(true)).then_some(()))
        })
        .await;
    }

    /// All that can be read on the page.
    pub(crate) async fn text(&self) -> String {
        self.eval("return document.body.innerText").await
    }

    /// Waits for the first element with this role and accessible name. A `*` at the end of the name stands for any
    /// rest. Only what can be seen counts.
    pub(crate) async fn by_role(&self, role: &str, name: &str) -> WebElement {
        self.by_role_in(None, role, name).await
    }

    /// The same within an element.
    pub(crate) async fn by_role_in(&self, root: Option<&WebElement>, role: &str, name: &str) -> WebElement {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Ok(found) = role::find(&self.driver, root, role, Some(name)).await
                && let Some((_, element)) = found.into_iter().next()
            {
                return element;
            }
            tokio::time::sleep(PAUSE).await;
        }
        let all = role::find(&self.driver, root, role, None).await.unwrap_or_default();
        let names: Vec<String> = all.into_iter().map(|(name, _)| name).collect();
        panic!("no {role} is called '{name}'; these are there: {names:#?}");
    }

    /// The accessible names of all elements of a role that can be seen now, in their order.
    pub(crate) async fn names(&self, role: &str) -> Vec<String> {
        let found = role::find(&self.driver, None, role, None).await.expect("elements of a role");
        found.into_iter().map(|(name, _)| name).collect()
    }

    /// Whether such an element can be seen now.
    pub(crate) async fn has(&self, role: &str, name: &str) -> bool {
        role::find(&self.driver, None, role, Some(name)).await.is_ok_and(|found| !found.is_empty())
    }

    /// Waits until no such element can be seen any more.
    pub(crate) async fn wait_until_gone(&self, role: &str, name: &str) {
        until(&format!("the {role} '{name}' to go"), async || {
            Ok(role::find(&self.driver, None, role, Some(name)).await?.is_empty().then_some(()))
        })
        .await;
    }

    /// Clicks it, with the pointer, where a person would.
    pub(crate) async fn click(&self, role: &str, name: &str) {
        until(&format!("a click on the {role} '{name}'"), async || {
            let element = self.by_role(role, name).await;
            let clicked = element.click().await;
            if clicked.is_err() {
                // A bar that stays in view may lie over it: scroll as a person would.
                let place = element.to_json()?;
                self.try_eval("arguments[0].scrollIntoView({ block: 'center' })", vec![place]).await?;
            }
            clicked.map(Some)
        })
        .await;
    }

    /// Focuses a field by click, empties it, and types.
    pub(crate) async fn fill(&self, role: &str, name: &str, text: &str) {
        until(&format!("the {role} '{name}' to type in"), async || {
            let field = self.by_role(role, name).await;
            field.clear().await?;
            field.send_keys(text).await.map(Some)
        })
        .await;
    }

    /// Presses keys, one after the other: a character, a name such as `Tab`, `Enter`, `Escape`, `ArrowDown`, or
    /// with a held key, `Shift+Tab`.
    pub(crate) async fn press(&self, keys: &[&str]) {
        for keys in keys {
            let parts: Vec<&str> = if *keys == "+" { vec!["+"] } else { keys.split('+').collect() };
            let (last, held) = parts.split_last().expect("split gives one part or more");
            let mut chain = self.driver.action_chain();
            for key in held {
                chain = chain.key_down(code(key));
            }
            chain = chain.key_down(code(last)).key_up(code(last));
            for key in held.iter().rev() {
                chain = chain.key_up(code(key));
            }
            chain.perform().await.unwrap_or_else(|error| panic!("cannot press {keys}: {error}"));
        }
    }

    /// Types into what has the focus.
    pub(crate) async fn type_text(&self, text: &str) {
        let chain = self.driver.action_chain().send_keys(text);
        chain.perform().await.unwrap_or_else(|error| panic!("cannot type '{text}': {error}"));
    }

    /// Role and accessible name of what has the focus.
    pub(crate) async fn focused(&self) -> (String, String) {
        until("an element with the focus", async || {
            let element = self.driver.active_element().await?;
            role::computed(&self.driver, &element).await.map(Some)
        })
        .await
    }

    /// Presses Tab until an element with this role and name has the focus; says the way when it never does.
    pub(crate) async fn tab_to(&self, role: &str, name: &str) {
        let mut way = Vec::new();
        for _ in 0..200 {
            self.press(&["Tab"]).await;
            let (is, called) = self.focused().await;
            if is == role && role::fits(name, &called) {
                return;
            }
            way.push(format!("{is} '{called}'"));
        }
        panic!("Tab never came to the {role} '{name}', only to {way:#?}");
    }

    /// Goes into a frame: what follows is about its page.
    pub(crate) async fn enter_frame(&self, selector: &str) {
        until(&format!("the frame {selector}"), async || {
            let frame = self.driver.find(By::Css(selector)).await?;
            frame.enter_frame().await.map(Some)
        })
        .await;
    }

    /// Back to the outermost page.
    pub(crate) async fn leave_frames(&self) {
        self.driver.enter_default_frame().await.expect("the outermost page");
    }

    /// Warnings and errors of the console since the last call, also those of frames and refused files.
    pub(crate) async fn console_errors(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.expect("the console's log");
        let bad = entries.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        bad.map(|entry| format!("{}: {}", entry.level, entry.message)).collect()
    }

    /// What axe-core finds wrong on the page, one line each: rule, help, elements.
    pub(crate) async fn axe(&self) -> Vec<String> {
        // What is still fading in has not its colours yet.
        self.wait_until("document.getAnimations().every((one) => one.playState !== 'running')").await;
        if !self.eval::<bool>("return Boolean(window.axe)").await {
            let source = axe_source();
            self.try_eval(&source, vec![]).await.expect("axe-core starts in the page");
        }
        let found: Vec<Finding> = self.eval(AXE).await;
        found.into_iter().map(|finding| finding.to_string()).collect()
    }

    /// Stops the test if axe-core finds anything.
    pub(crate) async fn assert_accessible(&self, screen: &str) {
        let found = self.axe().await;
        assert!(found.is_empty(), "axe-core finds on {screen}:\n{}", found.join("\n"));
    }

    /// A picture of the whole page, also of what is below the window: `target/screenshots/NAME.png`.
    pub(crate) async fn screenshot(&self, name: &str) -> PathBuf {
        let path = picture(name);
        let [width, height, whole]: [u32; 3] =
            self.eval("return [innerWidth, innerHeight, document.documentElement.scrollHeight]").await;
        self.resize_to(width, whole.clamp(height, 12_000)).await;
        self.driver.screenshot(&path).await.expect("a picture");
        self.resize_to(width, height).await;
        path
    }

    /// A picture of the window as it is.
    pub(crate) async fn screenshot_window(&self, name: &str) -> PathBuf {
        let path = picture(name);
        self.driver.screenshot(&path).await.expect("a picture");
        path
    }

    /// Prints the page on US letter paper: the PDF, also in `target/screenshots/NAME.pdf`.
    pub(crate) async fn print(&self, name: &str) -> Vec<u8> {
        let pdf = self
            .driver
            .print_page(thirtyfour::common::print::PrintParameters::default())
            .await
            .expect("a printed page");
        std::fs::write(picture(name).with_extension("pdf"), &pdf).expect("a file in target/screenshots");
        pdf
    }

    /// A command of Chromium's own protocol, for what W3C `WebDriver` does not know.
    pub(crate) async fn chromium(&self, method: &str, parameters: Value) -> Value {
        let sent = self.driver.cdp().send_raw(method, parameters).await;
        sent.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    async fn report_failure(&self) {
        let thread = std::thread::current();
        let test = thread.name().unwrap_or("test").replace("::", "-");
        let path = picture(&format!("failed-{test}"));
        if self.driver.screenshot(&path).await.is_ok() {
            eprintln!("last picture: {}", path.display());
        }
        if let Ok(address) = self.driver.current_url().await {
            eprintln!("last address: {address}");
        }
        for entry in self.driver.browser_log().await.unwrap_or_default() {
            eprintln!("console {}: {}", entry.level, entry.message);
        }
    }
}

/// The character that `WebDriver` sends for a key.
fn code(key: &str) -> char {
    let known = match key {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Home" => Key::Home,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => Key::Space,
        "Tab" => Key::Tab,
        _ => {
            let mut letters = key.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => panic!("'{key}' is not a key"),
            };
        }
    };
    known.into()
}

/// Runs every rule of axe-core, also those about targets that are too small, and keeps what is needed to mend it.
const AXE: &str = "
const { violations } = await axe.run(document, { iframes: false, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
return violations.map(({ id, help, nodes }) => ({ id, help, places: nodes.map(({ html, failureSummary }) => `${html}\\n      ${failureSummary}`) }));
";

#[derive(Debug, serde::Deserialize)]
struct Finding {
    id: String,
    help: String,
    places: Vec<String>,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}: {}", self.id, self.help)?;
        self.places.iter().try_for_each(|place| write!(out, "\n    {place}"))
    }
}

fn axe_source() -> String {
    let path = std::env::var_os("AXE")
        .map_or_else(|| root().join(".tools/npm/node_modules/axe-core/axe.min.js"), PathBuf::from);
    std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("axe-core is missing: {}: {error}. `make test` installs it; AXE=/path/to/axe.min.js names another one.", path.display())
    })
}

/// The project's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn picture(name: &str) -> PathBuf {
    let folder = root().join("target/screenshots");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    folder.join(format!("{name}.png"))
}
