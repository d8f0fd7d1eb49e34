//! `bench [REPORT] [--dist DIR]`: measures the finished app and writes `docs/BENCHMARKS.md`: bytes, start-up, memory,
//! search, a long list. `--only list` measures the long list alone and leaves the rest of the report as it is. `make bench` runs it. It reports and judges nothing; budgets are in `tests/e2e/budget.rs`.

#![allow(clippy::expect_used, clippy::panic, reason = "a measurement stops at the first surprise")]

#[path = "../e2e/browser/mod.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod browser;
#[path = "../e2e/folders.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod folders;
#[allow(dead_code, reason = "the tests use more of it")]
mod site;

use ask_about_immunotherapy::content::{Catalog, read};
use ask_about_immunotherapy::list::{Notebook, PersonalList, to_json};
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

/// How many questions the long list holds, each with a note.
const QUESTIONS: usize = 200;

/// Works with the list of [`QUESTIONS`] as a person does, and gives the milliseconds of each step: from the event until
/// the page is laid out again. `frames` has, for each kind of step, the longest time between two frames in it.
const WORK: &str = "
const channel = new MessageChannel();
const task = () => new Promise((done) => { channel.port1.onmessage = done; channel.port2.postMessage(null); });
const frame = () => new Promise((done) => requestAnimationFrame(done));
const rows = () => document.querySelectorAll('[data-row]');
const times = {}, frames = {};
let kind = '', last = 0;
const watch = (now) => {
  if (kind && last) frames[kind] = Math.max(frames[kind] ?? 0, now - last);
  last = kind ? now : 0;
  requestAnimationFrame(watch);
};
requestAnimationFrame(watch);
const step = async (name, act) => {
  await frame(); await task();
  kind = name;
  await frame();
  const start = performance.now();
  act();
  await task();
  document.body.getBoundingClientRect();
  (times[name] ??= []).push(performance.now() - start);
  await frame(); await frame();
  kind = '';
};
const until = async (test) => { while (!test()) await frame(); };
const spots = Array.from({ length: 20 }, (_, place) => (place * 37) % arguments[0]);
for (let time = 0; time < 5; time++) {
  location.hash = '#/about';
  await until(() => !rows().length && document.querySelector('.page-about'));
  await frame(); await frame();
  kind = 'show';
  await frame();
  const start = performance.now();
  location.hash = '#/questions';
  await until(() => rows().length);
  document.body.getBoundingClientRect();
  (times.show ??= []).push(performance.now() - start);
  await until(() => rows().length === arguments[0]);
  document.body.getBoundingClientRect();
  (times.whole ??= []).push(performance.now() - start);
  await frame(); await frame();
  kind = '';
}
const press = (row, selector) => () => row.querySelector(selector).click();
for (const spot of spots) await step('tick', press(rows()[spot], '[type=checkbox]'));
for (const spot of spots) {
  await step('star', press(rows()[spot], '.star'));
  const starred = document.querySelector('.star[aria-pressed=true]');
  await step('star', () => starred.click());
}
for (const spot of spots) await step('move', press(rows()[Math.max(spot, 1)], '[id^=up-]'));
const put = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
for (const spot of spots.slice(0, 5)) {
  press(rows()[spot], '[id^=edit-]')();
  await until(() => document.querySelector('[id^=note-]'));
  const field = document.querySelector('[id^=note-]');
  const note = 'Every three weeks, then a scan.';
  for (let end = 1; end <= note.length; end++) {
    await step('note', () => {
      put.call(field, note.slice(0, end));
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  }
  await step('save', () => field.closest('.edit').querySelector('.button').click());
  await until(() => !document.querySelector('[id^=note-]'));
}
return { times, frames };
";

#[derive(Deserialize)]
struct Worked {
    times: std::collections::BTreeMap<String, Vec<f64>>,
    frames: std::collections::BTreeMap<String, f64>,
}

fn main() -> ExitCode {
    let Arguments { report, dist, only_list } = match arguments() {
        Ok(given) => given,
        Err(error) => {
            eprintln!("bench: {error}\n\nusage: bench [REPORT] [--dist DIR] [--only list]");
            return ExitCode::from(2);
        }
    };
    let text = if only_list { measure_list(&report, &dist) } else { measure(&dist) };
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

struct Arguments {
    report: PathBuf,
    dist: PathBuf,
    only_list: bool,
}

fn arguments() -> Result<Arguments, lexopt::Error> {
    let mut parser = lexopt::Parser::from_env();
    let (mut report, mut dist, mut only_list) = (None, None, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("dist") => dist = Some(PathBuf::from(parser.value()?)),
            Long("only") => {
                only_list = parser
                    .value()?
                    .parse_with(|part| (part == "list").then_some(true).ok_or("only 'list'"))?;
            }
            Value(value) if report.is_none() => report = Some(PathBuf::from(value)),
            _ => return Err(argument.unexpected()),
        }
    }
    let report = report.unwrap_or_else(|| browser::root().join("docs/BENCHMARKS.md"));
    Ok(Arguments { report, dist: dist.unwrap_or_else(folders::dist), only_list })
}

/// The report as it is, with the long list measured anew; it stands last.
fn measure_list(report: &Path, dist: &Path) -> String {
    let before = fs::read_to_string(report).unwrap_or_default();
    let mut out = before.split("\n## A list of ").next().unwrap_or_default().trim_end().to_owned() + "\n";
    let site = Site::start(dist, 0).expect("a free port on this computer");
    long_list(&mut out, &site, dist);
    out
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
    long_list(&mut out, &site, dist);
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

/// A list of [`QUESTIONS`], kept on the device, as it is saved.
fn saved(dist: &Path) -> Result<String, String> {
    let catalog = catalog(dist)?;
    let mut list = PersonalList::named("long");
    for question in catalog.questions.iter().take(QUESTIONS / 2) {
        list.add(&question.id).map_err(|error| error.to_string())?;
    }
    for number in list.items().len()..QUESTIONS {
        let text = format!("Will I be able to go on with what I do at home, number {number}?");
        list.add_own(&text).map_err(|error| error.to_string())?;
    }
    for id in list.items().iter().map(ask_about_immunotherapy::list::Item::id).collect::<Vec<_>>() {
        list.set_note(
            &id,
            "They said: most people can.\nAsk again after the first scan, and tell my sister.",
        );
    }
    Ok(to_json(&Notebook::of(list), &catalog))
}

fn long_list(out: &mut String, site: &Site, dist: &Path) {
    line(
        out,
        format_args!(
            "\n## A list of {QUESTIONS} questions, each with a note\n\nMilliseconds, 390 x 844, the list kept on the device: from the event until the page is laid out again. The rows"
        ),
    );
    line(
        out,
        "that a window shows come first, the rest while the person reads. The longest frame is the longest time\nbetween two frames around such a step; 16.7 is one frame of the screen.\n",
    );
    line(out, "| | p50 | p95 | most | longest frame |\n|---|--:|--:|--:|--:|");
    let saved = match saved(dist) {
        Ok(saved) => saved,
        Err(reason) => return line(out, format_args!("\nNot measured: {reason}.")),
    };
    for profile in &PROFILES {
        eprintln!("a long list, {}", profile.name);
        let mut worked = play(Screen::Phone, async |browser| {
            browser.open_app(&site.url("/")).await;
            let keep = "localStorage.setItem('ask-about-immunotherapy.list', arguments[0])";
            browser.eval_with::<()>(keep, vec![json!(saved)]).await;
            browser.open("about:blank").await;
            browser.open_app(&site.url("/#/questions")).await;
            browser
                .wait_until(&format!("document.querySelectorAll('[data-row]').length === {QUESTIONS}"))
                .await;
            slow_down(browser, &Profile { network: None, ..*profile }).await;
            browser
                .driver
                .set_script_timeout(std::time::Duration::from_mins(5))
                .await
                .expect("a longer wait");
            browser.eval_with::<Worked>(WORK, vec![json!(QUESTIONS)]).await
        });
        let frames = worked.frames;
        for (kind, what) in [
            ("show", "the list comes: the first rows"),
            ("whole", "the list comes: all rows"),
            ("tick", "tick one as asked"),
            ("star", "star one, which moves to the front, or take the star off"),
            ("move", "move one up"),
            ("note", "a letter of a note"),
            ("save", "save the note"),
        ] {
            let Some(times) = worked.times.get_mut(kind) else { continue };
            let [p50, p95, most] = [50, 95, 100].map(|share| percentile(times, share).unwrap_or_default());
            let frame = frames.get(kind).map_or_else(|| "-".to_owned(), |frame| format!("{frame:.0}"));
            let slow = if profile.processor == 1 { "" } else { ", processor 4 times slower" };
            line(out, format_args!("| {what}{slow} | {p50:.1} | {p95:.1} | {most:.1} | {frame} |"));
        }
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

/// The whole catalog of the finished app.
fn catalog(dist: &Path) -> Result<Catalog, String> {
    let (completion, _) = read::details(&part(dist, "details-")?)?;
    Ok(completion.complete(read::catalog(&part(dist, "catalog-")?)?))
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
