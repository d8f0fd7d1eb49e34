//! The command line `ask`, for editors and for the build: thin commands over the plain rooms. Native only.
//!
//! Results go to standard output, complaints to standard error; the exit status is 0, 1 (the content or an input is
//! wrong) or 2 (the command is wrong).

/// Writes a line. A reader that has seen enough (`| head`) closes the pipe, which is no failure of ours.
macro_rules! say {
    ($($words:tt)*) => {{
        let _ = std::io::Write::write_fmt(&mut std::io::stdout(), format_args!("{}\n", format_args!($($words)*)));
    }};
}

mod content;
mod pack;
mod person;

use lexopt::prelude::*;
use std::{ffi::OsString, path::PathBuf, process::ExitCode};

const HELP: &str = "\
ask: the editors' and the build's command line. It reads the folder content/.

  ask check [--json]                          check the content: counts and reading grades, or every error
  ask bundle OUT                              the checked bundle as JSON; a folder gets one file for each part
  ask schema                                  write the JSON Schemas of the content's files
  ask search QUERY [--json] [--limit N]       ranked results; QUERY - reads one query a line from standard input
  ask guide ANSWERS.json [--json]             ranked questions for answers such as {\"moment\": [\"choosing\"]},
                                              or for an array of them
  ask export LIST.json --format text|fhir|ics what the app exports from a saved list
  ask pack DIST                               finish what trunk built: content, worker, compressed files

  --content DIR      another content folder
  --language TAG     another language than en
";

/// A command that could not be carried out.
enum Failure {
    /// The command line is wrong: status 2.
    Usage(String),
    /// The content or an input is wrong: status 1.
    Input(String),
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

/// What every command may need.
struct Call {
    content: PathBuf,
    language: String,
    json: bool,
    limit: usize,
    format: Option<String>,
    given: Vec<String>,
}

/// Runs `ask` with its arguments, without the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match parse(arguments).and_then(|(command, call)| dispatch(&command, &call)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(reason)) => {
            eprintln!("ask: {reason}\n\n{HELP}");
            ExitCode::from(2)
        }
        Err(Failure::Input(reason)) => {
            eprintln!("{reason}");
            ExitCode::from(1)
        }
    }
}

fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<(String, Call), Failure> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut call = Call {
        content: PathBuf::from("content"),
        language: "en".to_owned(),
        json: false,
        limit: 10,
        format: None,
        given: Vec::new(),
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => call.json = true,
            Long("limit") => call.limit = parser.value()?.parse()?,
            Long("format") => call.format = Some(parser.value()?.string()?),
            Long("content") => call.content = parser.value()?.into(),
            Long("language") => call.language = parser.value()?.string()?,
            Long("help") | Short('h') => call.given.insert(0, "help".to_owned()),
            Value(value) => call.given.push(value.string()?),
            _ => return Err(argument.unexpected().into()),
        }
    }
    if call.given.is_empty() {
        return Err(Failure::Usage("say what to do".to_owned()));
    }
    Ok((call.given.remove(0), call))
}

fn dispatch(command: &str, call: &Call) -> Result<(), Failure> {
    match (command, &call.given[..]) {
        ("check", []) => content::check(call),
        ("schema", []) => content::schema(call),
        ("bundle", [out]) => content::bundle(call, out.as_ref()),
        ("pack", [dist]) => pack::pack(call, dist.as_ref()),
        ("search", [query]) => person::search(call, query),
        ("guide", [answers]) => person::guide(call, answers.as_ref()),
        ("export", [list]) => person::export(call, list.as_ref()),
        ("help", _) => {
            say!("{}", HELP.trim_end());
            Ok(())
        }
        _ => Err(Failure::Usage(format!("'{command}' with {} arguments is not a command", call.given.len()))),
    }
}

/// Reads and checks the content.
fn load(call: &Call) -> Result<crate::content::Bundle, Failure> {
    crate::content::check::bundle(&call.content, &call.language)
        .map_err(|errors| Failure::Input(listed(&errors)))
}

/// The two files that the browser loads.
fn parts(bundle: &crate::content::Bundle) -> Result<(String, String), Failure> {
    bundle.parts().map_err(|error| Failure::Input(error.to_string()))
}

/// Every error on a line of its own, then how many there are.
fn listed(errors: &[crate::content::check::ContentError]) -> String {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    format!("{}\n{} errors in the content", lines.join("\n"), errors.len())
}

fn read(path: &std::path::Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::Input(format!("{}: {error}", path.display())))
}

fn write(path: &std::path::Path, bytes: impl AsRef<[u8]>) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| Failure::Input(format!("{}: {error}", path.display())))
}

fn to_json(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::Input(error.to_string()))
}
