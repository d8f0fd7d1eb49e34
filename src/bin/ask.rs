//! `ask`: the editors' and the build's command line. Every command reads `content/` below the current folder.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    ask_about_immunotherapy::cli::run(std::env::args_os().skip(1))
}
