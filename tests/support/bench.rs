//! `bench [REPORT] [--dist DIR]`: measures the finished app and writes `docs/BENCHMARKS.md`: bytes, start-up, memory,
//! search. `make bench` runs it. It reports and judges nothing; budgets are in `tests/e2e/budget.rs`.

#![allow(clippy::expect_used, clippy::panic, reason = "a measurement stops at the first surprise")]

#[path = "../e2e/browser/mod.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod browser;
#[path = "../e2e/folders.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod folders;
#[allow(dead_code, reason = "the tests use more of it")]
mod site;

use ask_about_immunotherapy::content::read;
use ask_about_immunotherapy::search::{Index, documents};
use browser::{Browser, Screen, play};
use lexopt::prelude::*;
use serde::Deserialize;
use serde_json::json;
use site::Site;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Instant, SystemTime};

/// How often a start is measured; the report gives the median.
const RUNS: usize = 5;

/// What is typed, letter by letter.
const QUERIES: [&str; 10] = [
    "keytruda",
    "keytrda",
    "pembrolizumap",
    "car t",
    "ipi nivo",
    "bcg bladder",
    "chemo pill thalidomide",
    "checkpoint inhibitor",
    "side effects at night",
    "what will it cost me",
];

/// How many results the app asks for.
const LIMIT: usize = 24;

/// How fast the network and the computer are made.
struct Profile {
    name: &'static str,
    about: &'static str,
    /// Round trip in milliseconds, and kilobits a second.
    network: Option<(u32, u32)>,
    /// How many times slower the processor is made.
    processor: u32,
}

const PROFILES: [Profile; 2] = [
    Profile { name: "as it is", about: "this computer, loopback", network: None, processor: 1 },
    Profile {
        name: "slow phone",
        about: "150 ms round trip, 1638 kbit/s down, 675 up, processor 4 times slower",
        network: Some((150, 1638)),
        processor: 4,
    },
];

/// Notes when the app has started. It runs in every new document before the page's own script.
const NOTE_READY: &str = "
new MutationObserver(() => {
  if (document.documentElement?.dataset.state === 'ready') globalThis.benchReady ??= performance.now();
}).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-state'] });
";

/// When the page was painted and the app had started, in milliseconds from the navigation.
const START: &str = "
const seen = (type) => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries())).observe({ type, buffered: true });
  setTimeout(() => done([]), 1000);
});
const paints = await seen('paint');
const paint = (name) => paints.find((entry) => entry.name === name)?.startTime ?? null;
const sent = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
return {
  paint: paint('first-paint'),
  content: paint('first-contentful-paint'),
  largest: (await seen('largest-contentful-paint')).at(-1)?.startTime ?? null,
  ready: globalThis.benchReady ?? null,
  shift: (await seen('layout-shift')).reduce((sum, entry) => sum + entry.value, 0),
  bytes: sent.reduce((sum, entry) => sum + entry.transferSize, 0),
};
";

#[derive(Deserialize)]
struct Start {
    paint: Option<f64>,
    content: Option<f64>,
    largest: Option<f64>,
    ready: Option<f64>,
    shift: f64,
    bytes: f64,
}

/// Bytes of the program's own memory. wasm-bindgen's start function gives the running program when it is called again.
const PROGRAM_MEMORY: &str = "
try {
  const script = document.querySelector('script[data-js]');
  const program = await import(new URL(script.dataset.js, document.baseURI).href);
  return (await program.default())?.memory?.buffer.byteLength ?? null;
} catch { return null; }
";

/// Types into the search field and gives the milliseconds of each letter: from the input event until the results are
/// in the document and laid out. Handlers, what they put off to the end of the task, styles and layout are in it;
/// painting is not.
const TYPE: &str = "
const field = () => document.querySelector('input[type=search]');
const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
const channel = new MessageChannel();
const task = () => new Promise((done) => { channel.port1.onmessage = done; channel.port2.postMessage(null); });
const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
const times = [];
for (const query of arguments[0]) {
  for (let end = 1; end <= query.length; end++) {
    await frame(); await task();
    const start = performance.now();
    const input = field();
    put.call(input, query.slice(0, end));
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: query[end - 1] }));
    await task();
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  put.call(field(), '');
  field().dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContentBackward' }));
}
return times;
";

fn main() -> ExitCode {
    let (report, dist) = match arguments() {
        Ok(given) => given,
        Err(error) => {
            eprintln!("bench: {error}\n\nusage: bench [REPORT] [--dist DIR]");
            return ExitCode::from(2);
        }
    };
    let text = measure(&dist);
    if let Some(folder) = report.parent() {
        fs::create_dir_all(folder).expect("a folder for the report");
    }
    match fs::write(&report, text) {
        Ok(()) => {
            println!("wrote {}", report.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("bench: {}: {error}", report.display());
            ExitCode::FAILURE
        }
    }
}

fn arguments() -> Result<(PathBuf, PathBuf), lexopt::Error> {
    let mut parser = lexopt::Parser::from_env();
    let (mut report, mut dist) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("dist") => dist = Some(PathBuf::from(parser.value()?)),
            Value(value) if report.is_none() => report = Some(PathBuf::from(value)),
            _ => return Err(argument.unexpected()),
        }
    }
    let report = report.unwrap_or_else(|| browser::root().join("docs/BENCHMARKS.md"));
    Ok((report, dist.unwrap_or_else(folders::dist)))
}

fn measure(dist: &Path) -> String {
    let mut out =
        String::from("# Measurements\n\nWritten by `make bench`; do not edit. 1 kB is 1000 bytes.\n\n");
    let site = Site::start(dist, 0).expect("a free port on this computer");
    let version = play(Screen::Phone, async |browser| {
        browser.open(&site.url("/")).await;
        let version = browser.driver.capabilities().get("browserVersion").cloned();
        version.and_then(|version| version.as_str().map(str::to_owned)).unwrap_or_default()
    });
    machine(&mut out, &version);
    bytes(&mut out, dist);
    starts(&mut out, &site);
    memory(&mut out, &site);
    search(&mut out, &site, dist);
    out
}

fn line(out: &mut String, text: impl std::fmt::Display) {
    writeln!(out, "{text}").expect("a string takes all");
}

fn machine(out: &mut String, browser: &str) {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let facts = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = facts.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let model = model.map_or("unknown processor", |(_, model)| model.trim());
    let today = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
    let system = (std::env::consts::OS, std::env::consts::ARCH);
    line(
        out,
        format_args!(
            "On {}: Chromium {browser} without a window, {} {}, {cores} cores, {model}.\n",
            &today[..10],
            system.0,
            system.1
        ),
    );
}

fn bytes(out: &mut String, dist: &Path) {
    let critical = folders::critical(dist);
    let mut sizes: Vec<_> = folders::sizes(dist).into_iter().collect();
    sizes.sort_by_key(|(name, size)| (!critical.contains(name), std::cmp::Reverse(size.sent())));
    line(
        out,
        "## Bytes\n\nThe critical path is what must be there before the app answers. Hosts that compress on",
    );
    line(out, "their own send about the gzip size.\n\n| file | when | raw | gzip | brotli | sent |");
    line(out, "|---|---|--:|--:|--:|--:|");
    let mut sums = [[0_u64; 4]; 2];
    for (name, size) in &sizes {
        let early = critical.contains(name);
        let row = [size.raw, size.gzip.unwrap_or(size.raw), size.brotli.unwrap_or(size.raw), size.sent()];
        let group = &mut sums[usize::from(!early)];
        group.iter_mut().zip(row).for_each(|(sum, bytes)| *sum += bytes);
        let beside = |bytes: Option<u64>| bytes.map_or_else(|| "-".to_owned(), grouped);
        let when = if early { "critical" } else { "later" };
        let [raw, sent] = [size.raw, size.sent()].map(grouped);
        line(
            out,
            format_args!(
                "| {name} | {when} | {raw} | {} | {} | {sent} |",
                beside(size.gzip),
                beside(size.brotli)
            ),
        );
    }
    let [early, late] = sums;
    let all: Vec<u64> = early.iter().zip(late).map(|(early, late)| early + late).collect();
    for (name, sum) in [("critical path", &early[..]), ("everything", &all[..])] {
        let cells: Vec<String> = sum.iter().map(|bytes| format!("**{}**", grouped(*bytes))).collect();
        line(out, format_args!("| **{name}** | | {} |", cells.join(" | ")));
    }
    line(out, "");
}

/// 1234567 as 1 234 567.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

async fn slow_down(browser: &Browser, profile: &Profile) {
    if let Some((trip, kilobits)) = profile.network {
        browser.chromium("Network.enable", json!({})).await;
        let bytes = |kilobits: u32| kilobits * 1000 / 8;
        let conditions = json!({
            "offline": false, "latency": trip, "downloadThroughput": bytes(kilobits), "uploadThroughput": bytes(675)
        });
        browser.chromium("Network.emulateNetworkConditions", conditions).await;
    }
    browser.chromium("Emulation.setCPUThrottlingRate", json!({"rate": profile.processor})).await;
}

fn starts(out: &mut String, site: &Site) {
    line(
        out,
        "## Start\n\nMilliseconds from the navigation, first visit with an empty profile, 390 x 844; the median of",
    );
    line(
        out,
        format_args!("{RUNS} starts, and the slowest in brackets. Started is `data-state=\"ready\"`.\n"),
    );
    line(
        out,
        "| profile | first paint | first content | largest content | started | layout shift | kB received |",
    );
    line(out, "|---|--:|--:|--:|--:|--:|--:|");
    for profile in &PROFILES {
        let mut runs = Vec::new();
        for run in 1..=RUNS {
            eprintln!("start, {}, {run} of {RUNS}", profile.name);
            runs.push(play(Screen::Phone, async |browser| {
                slow_down(browser, profile).await;
                let note = json!({"source": NOTE_READY});
                browser.chromium("Page.addScriptToEvaluateOnNewDocument", note).await;
                browser.open_app(&site.url("/")).await;
                browser.eval::<Start>(START).await
            }));
        }
        let cell = |of: fn(&Start) -> Option<f64>| {
            let mut times: Vec<f64> = runs.iter().filter_map(of).collect();
            match (percentile(&mut times, 50), times.last()) {
                (Some(median), Some(slowest)) => format!("{median:.0} ({slowest:.0})"),
                _ => "-".to_owned(),
            }
        };
        let shift = runs.iter().map(|run| run.shift).fold(0.0, f64::max);
        let mut received: Vec<f64> = runs.iter().map(|run| run.bytes / 1000.0).collect();
        let received = percentile(&mut received, 50).unwrap_or_default();
        let name = format!("{}: {}", profile.name, profile.about);
        let times =
            [cell(|run| run.paint), cell(|run| run.content), cell(|run| run.largest), cell(|run| run.ready)];
        line(out, format_args!("| {name} | {} | {shift:.3} | {received:.1} |", times.join(" | ")));
    }
    line(out, "");
}

fn memory(out: &mut String, site: &Site) {
    eprintln!("memory");
    let (heap, program) = play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        browser.chromium("HeapProfiler.collectGarbage", json!({})).await;
        let heap = browser.chromium("Runtime.getHeapUsage", json!({})).await;
        (heap["usedSize"].as_f64(), browser.eval::<Option<f64>>(PROGRAM_MEMORY).await)
    });
    let shown = |bytes: Option<f64>| {
        bytes.map_or_else(|| "not measured".to_owned(), |bytes| format!("{:.2} MB", bytes / 1e6))
    };
    line(out, "## Memory after the start\n\n| | |\n|---|--:|");
    line(out, format_args!("| JavaScript heap in use, after collecting garbage | {} |", shown(heap)));
    line(out, format_args!("| the program's memory (WebAssembly) | {} |\n", shown(program)));
}

fn search(out: &mut String, site: &Site, dist: &Path) {
    let letters: usize = QUERIES.iter().map(|query| query.chars().count()).sum();
    line(
        out,
        format_args!(
            "## Search, for each letter typed\n\nMilliseconds for {} searches, {letters} letters. In the browser: from the input event until the results are in",
            QUERIES.len()
        ),
    );
    line(
        out,
        "the document and laid out. Native: the same index alone, in the library.\n\n| | p50 | p95 | p99 | most |\n|---|--:|--:|--:|--:|",
    );
    for profile in &PROFILES {
        eprintln!("search, {}", profile.name);
        let mut times = play(Screen::Phone, async |browser| {
            browser.open_app(&site.url("/")).await;
            slow_down(browser, profile).await;
            // The first round warms up.
            browser.eval_with::<Vec<f64>>(TYPE, vec![json!(QUERIES[..2])]).await;
            browser.eval_with::<Vec<f64>>(TYPE, vec![json!(QUERIES)]).await
        });
        let name = if profile.processor == 1 { "browser" } else { "browser, processor 4 times slower" };
        spread(out, name, &mut times);
    }
    match native(dist) {
        Ok((mut times, built, count)) => {
            let kind = if cfg!(debug_assertions) { "development build" } else { "release build" };
            spread(out, &format!("native, {kind}"), &mut times);
            line(
                out,
                format_args!("\nThe native index holds {count} documents and is built in {built:.1} ms."),
            );
        }
        Err(reason) => line(out, format_args!("\nNative search is not measured: {reason}.")),
    }
}

fn spread(out: &mut String, name: &str, times: &mut [f64]) {
    let [p50, p95, p99, most] = [50, 95, 99, 100].map(|share| percentile(times, share).unwrap_or_default());
    line(out, format_args!("| {name} | {p50:.2} | {p95:.2} | {p99:.2} | {most:.2} |"));
}

/// Sorts, and gives the value that so many of a hundred do not exceed.
fn percentile(values: &mut [f64], share: usize) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let place = (values.len() * share).div_ceil(100).max(1) - 1;
    values.get(place).copied()
}

/// Milliseconds for each letter, milliseconds to build the index, and how many documents it holds.
fn native(dist: &Path) -> Result<(Vec<f64>, f64, usize), String> {
    let (completion, details) = read::details(&part(dist, "details-")?)?;
    let catalog = completion.complete(read::catalog(&part(dist, "catalog-")?)?);
    let documents = documents(&catalog, &details.terms);
    let count = documents.len();
    let milliseconds = |start: Instant| start.elapsed().as_secs_f64() * 1000.0;
    let start = Instant::now();
    let index = Index::build(documents);
    let built = milliseconds(start);
    let mut times = Vec::new();
    for query in QUERIES {
        for (end, letter) in query.char_indices() {
            let typed = &query[..end + letter.len_utf8()];
            let start = Instant::now();
            std::hint::black_box(index.search(std::hint::black_box(typed), LIMIT));
            times.push(milliseconds(start));
        }
    }
    Ok((times, built, count))
}

/// A part of the packed content.
fn part(dist: &Path, start: &str) -> Result<String, String> {
    let names = folders::files(dist);
    let name = names
        .iter()
        .find(|name| name.starts_with(start) && folders::plain_name(name) == name.as_str())
        .ok_or_else(|| format!("there is no {start}*.json"))?;
    fs::read_to_string(dist.join(name)).map_err(|error| format!("{name}: {error}"))
}
