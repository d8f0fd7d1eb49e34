//! The real `ask` program: what editors, the build and scripts rely on.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

#[path = "../support/content.rs"]
#[allow(dead_code, reason = "the tests of the content use more of it")]
mod support;

mod bundle;
mod check;
mod command;
mod export;
mod guide;
mod report;
mod schema;
mod search;

use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use support::{Copy, Folder};

/// What a run gave: status, standard output, standard error.
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Run {
    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }
}

fn ask(arguments: &[&str]) -> Run {
    ask_with(arguments, "")
}

/// Runs `ask` in the project's folder with something on its standard input.
fn ask_with(arguments: &[&str], input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ask"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("ask starts");
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().expect("ask ends");
    Run {
        status: output.status.code().expect("a status"),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn list<'a>(value: &'a Value, at: &str) -> &'a Vec<Value> {
    value.pointer(at).and_then(Value::as_array).unwrap_or_else(|| panic!("{at} in {value}"))
}
