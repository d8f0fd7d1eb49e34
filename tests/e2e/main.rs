//! The whole app in a real browser, as it is put on a host: the folder `dist/` of the release build, or the one that
//! `ASK_DIST` names. One file for each behaviour; `harness` is about the helpers and needs no app.
//!
//! `make test` runs it. By hand: `make dist && cargo test --test e2e -- --test-threads=2`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[allow(dead_code, reason = "helpers for the tests to come")]
mod browser;
#[allow(dead_code, reason = "helpers for the tests to come")]
mod folders;
#[path = "../support/site.rs"]
#[allow(dead_code, reason = "helpers for the tests to come")]
mod site;

#[allow(dead_code, reason = "helpers for the tests to come")]
mod accessible;
mod addresses;
mod after;
mod alert;
mod arranging;
mod budget;
mod card;
mod care;
mod combobox;
mod downloads;
mod erasing;
mod framed;
mod harness;
mod installable;
mod keyboard;
mod learning;
mod leaving;
mod list;
mod lists;
mod offline;
mod pdf;
mod person;
mod policy;
mod printing;
mod private;
mod refusals;
mod saving;
mod screens;
mod searching;
mod starting;
mod tabs;
mod taking;
mod ten;
mod time;
mod updates;
mod visit;
mod voice;
mod walkthrough;
mod whose;
mod wording;

/// A folder on a free port of this computer.
fn site_of(folder: impl AsRef<std::path::Path>) -> site::Site {
    site::Site::start(folder.as_ref(), 0).expect("a free port on this computer")
}
