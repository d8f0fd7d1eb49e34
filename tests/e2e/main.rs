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

mod accessible;
mod addresses;
mod after;
mod budget;
mod card;
#[allow(dead_code, reason = "helpers for the tests to come")]
mod downloads;
mod framed;
mod harness;
mod installable;
mod keyboard;
mod learning;
mod list;
mod offline;
mod person;
mod policy;
mod printing;
mod private;
mod saving;
mod screens;
mod searching;
mod starting;
mod updates;
mod visit;
mod voice;
mod walkthrough;

/// A folder on a free port of this computer.
fn site_of(folder: impl AsRef<std::path::Path>) -> site::Site {
    site::Site::start(folder.as_ref(), 0).expect("a free port on this computer")
}
