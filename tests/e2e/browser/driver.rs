//! The `WebDriver` server, and what the browser is started with. All that is Chromium's own is here.

use serde_json::json;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};
use thirtyfour::{Capabilities, CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities};

/// How Chromium is started: without a window, and without traffic of its own.
/// Frames stay in their page's process, because chromedriver hears the console of no other; what a frame may do is
/// the same.
const ARGUMENTS: [&str; 14] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--lang=en-US",
    "--force-color-profile=srgb",
    "--disable-site-isolation-trials",
    "--disable-features=AutofillServerCommunication,IsolateSandboxedIframes,OptimizationHints,Translate",
];

/// What a new session asks for: a fresh profile each, and the console kept.
/// `CHROMIUM` names another browser than the one that chromedriver finds.
pub(super) fn capabilities() -> Capabilities {
    with(&[])
}

/// The same in a private window.
pub(super) fn private_capabilities() -> Capabilities {
    with(&["--incognito"])
}

/// The same with a microphone of Chromium's own, which hums, and which may be used without a word.
pub(super) fn with_microphone() -> Capabilities {
    with(&["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"])
}

fn with(more: &[&str]) -> Capabilities {
    let mut wanted = DesiredCapabilities::chrome();
    for argument in ARGUMENTS.iter().chain(more) {
        wanted.add_arg(argument).expect("an argument");
    }
    if let Some(binary) = std::env::var_os("CHROMIUM") {
        wanted.set_binary(&binary.to_string_lossy()).expect("a path");
    }
    wanted.set("goog:loggingPrefs", json!({"browser": "ALL"})).expect("JSON");
    wanted.into()
}

/// A running chromedriver. All tests that run at the same time share one; the last to end shuts it down.
#[derive(Debug)]
pub(super) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// The one that runs, or a new one. `CHROMEDRIVER` says where it is if not on the `PATH`.
    pub(super) fn shared() -> Arc<Self> {
        static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = running.upgrade() {
            return driver;
        }
        let driver = Arc::new(Self::start());
        *running = Arc::downgrade(&driver);
        driver
    }

    fn start() -> Self {
        let program = std::env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let started = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut child = started.unwrap_or_else(|error| {
            panic!(
                "cannot start {}: {error}. `make test` installs Chromium and its driver; \
                 CHROMEDRIVER=/path/to/chromedriver names another one.",
                program.display()
            )
        });
        let mut said = BufReader::new(child.stdout.take().expect("a pipe"));
        let port = port(&mut said).expect("chromedriver says on which port it listens");
        // What it says later is of no use, but nobody may block it.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Self { child, port }
    }

    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks chromedriver to end every browser and itself.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

/// From the line "… was started successfully on port 41234."
fn port(said: &mut impl BufRead) -> Option<u16> {
    said.lines().map_while(Result::ok).find_map(|line| {
        let after = line.split("successfully on port ").nth(1)?;
        after.trim_end_matches('.').parse().ok()
    })
}

impl Drop for Driver {
    fn drop(&mut self) {
        let asked = self.shut_down();
        let patience = Instant::now() + Duration::from_secs(5);
        while asked.is_ok() && Instant::now() < patience {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
