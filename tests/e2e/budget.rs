//! How much a person has to load. 1 kB is 1000 bytes; sizes are of the brotli file where there is one.

use crate::folders::{dist, files, plain_name};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What fits into the first answer of a server, before the first acknowledgement.
const PAGE: u64 = 14_600;
/// Page, boot script, glue, program, catalog: all that is needed before the app answers.
const CRITICAL: u64 = 150_000;
/// Everything that is kept on the device.
const ALL: u64 = 300_000;

/// Bytes over the network for every file that a browser may ask for.
fn sizes(folder: &Path) -> BTreeMap<String, u64> {
    let size = |name: &str| fs::metadata(folder.join(name)).map(|data| data.len()).ok();
    let plain = files(folder).into_iter().filter(|name| plain_name(name) == name);
    plain
        .map(|name| (name.clone(), size(&format!("{name}.br")).or(size(&name)).unwrap_or_default()))
        .collect()
}

/// The files that the page's one script names.
fn critical(folder: &Path) -> Vec<String> {
    let page = fs::read_to_string(folder.join("index.html")).expect("index.html");
    let script =
        page.split("<script").find(|tag| tag.contains("data-wasm=")).expect("the script that starts the app");
    let mut names = vec!["index.html".to_owned()];
    for attribute in [" src=", " data-js=", " data-wasm=", " data-catalog="] {
        let value = script.split_once(attribute).unwrap_or_else(|| panic!("no{attribute} at the script")).1;
        let value = value.trim_start_matches('"').split(['"', '>', ' ']).next().unwrap_or_default();
        names.push(value.trim_start_matches("./").to_owned());
    }
    names
}

#[test]
fn sizes_stay_in_budget() {
    let folder = dist();
    let sizes = sizes(&folder);
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
}

#[test]
fn every_compressed_file_has_its_plain_one() {
    let folder = dist();
    let all = files(&folder);
    for name in &all {
        assert!(all.iter().any(|other| other == plain_name(name)), "{name} stands alone");
    }
}
