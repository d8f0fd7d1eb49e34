//! How much a person has to load. 1 kB is 1000 bytes; sizes are of the brotli file where there is one.

use crate::folders::{critical, dist, files, plain_name, sizes};
use std::collections::BTreeMap;

/// What fits into the first answer of a server, before the first acknowledgement.
const PAGE: u64 = 14_600;
/// Page, boot script, glue, first part of the program, catalog: all that is needed before the app answers.
const CRITICAL: u64 = 150_000;
/// Everything that is kept on the device. 300 kB were set when the app had a tenth of its screens and content. What is
/// not on the critical path comes after the first screen and while the person reads; a phone on slow 3G (400 kbit/s)
/// has all of it in about ten seconds.
const ALL: u64 = 450_000;

#[test]
fn sizes_stay_in_budget() {
    let folder = dist();
    let sizes: BTreeMap<String, u64> =
        sizes(&folder).into_iter().map(|(name, size)| (name, size.sent())).collect();
    let critical = critical(&folder);
    for (name, size) in &sizes {
        println!("{size:>9} {} {name}", if critical.contains(name) { "critical" } else { "        " });
    }
    let path: u64 =
        critical.iter().map(|name| sizes.get(name).unwrap_or_else(|| panic!("{name} is missing"))).sum();
    let all: u64 = sizes.values().sum();
    let page = sizes["index.html"];
    println!("page {page} of {PAGE}, critical path {path} of {CRITICAL}, everything {all} of {ALL}");
    assert!(page <= PAGE, "index.html takes {page} bytes of {PAGE}");
    assert!(path <= CRITICAL, "the critical path takes {path} bytes of {CRITICAL}");
    assert!(all <= ALL, "everything takes {all} bytes of {ALL}");
    for ending in [".wasm", ".css"] {
        let later = |name: &&String| name.starts_with("later-") && name.ends_with(ending);
        let name = sizes.keys().find(later).unwrap_or_else(|| panic!("there is no later part with {ending}"));
        assert!(!critical.contains(name), "{name} is on the critical path");
        let page = std::fs::read_to_string(folder.join("index.html")).expect("index.html");
        let links = page.split('<').filter(|tag| tag.starts_with("link")).collect::<String>();
        assert!(!links.contains(name), "the page loads {name} before the app answers");
    }
}

#[test]
fn every_compressed_file_has_its_plain_one() {
    let folder = dist();
    let all = files(&folder);
    for name in &all {
        assert!(all.iter().any(|other| other == plain_name(name)), "{name} stands alone");
    }
}
