//! `serve DIST [--port N]`: shows the finished app on this computer until Ctrl-C.
//! `make serve` runs it. When the port is taken it uses the next free one, and says which.

#[allow(dead_code, reason = "the tests use more of it")]
mod site;

use lexopt::prelude::*;
use site::Site;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How many ports are tried, one after the other.
const TRIES: u16 = 50;

fn main() -> ExitCode {
    let (folder, port) = match arguments() {
        Ok(given) => given,
        Err(error) => {
            eprintln!("serve: {error}\n\nusage: serve DIST [--port N]");
            return ExitCode::from(2);
        }
    };
    match serve(&folder, port) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("serve: {error}");
            ExitCode::FAILURE
        }
    }
}

fn arguments() -> Result<(PathBuf, u16), lexopt::Error> {
    let mut parser = lexopt::Parser::from_env();
    let (mut folder, mut port) = (None, 8080);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => port = parser.value()?.parse()?,
            Value(value) if folder.is_none() => folder = Some(PathBuf::from(value)),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok((folder.ok_or("the folder to serve is missing")?, port))
}

fn serve(folder: &Path, port: u16) -> io::Result<()> {
    if !folder.join("index.html").is_file() {
        let reason = format!("{} holds no index.html; `make dist` makes it", folder.display());
        return Err(io::Error::new(ErrorKind::NotFound, reason));
    }
    let site = start(folder, port)?;
    println!("Ask About Immunotherapy is at {}", site.url("/"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(tokio::signal::ctrl_c())
}

/// At this port, or at the next that is free.
fn start(folder: &Path, port: u16) -> io::Result<Site> {
    let last = port.saturating_add(TRIES);
    for port in port..last {
        match Site::start(folder, port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            result => return result,
        }
    }
    Site::start(folder, last)
}
