//! The commands of the project: `cargo xtask serve`, `test`, `build` and `bench`.
//!
//! Each one first sets up whatever it needs and the machine lacks ([`setup`]), then does its work. Only the standard
//! library is used, so that the first words appear within seconds on a fresh machine.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line talks on its standard streams"
)]

mod chromium;
mod dist;
mod parts;
mod project;
mod server;
mod setup;
mod stages;

use std::process::ExitCode;

use project::{Project, Result};

const USAGE: &str = "\
Commands of the project. Each sets up what it needs by itself; Rust and Node 20 or newer have to be there.

  cargo xtask serve          build the planner if anything changed, serve it on this machine, open it
  cargo xtask test [STAGE…]  run every check and test, or the stages named
  cargo xtask build          build the planner into dist/, ready for any static host
  cargo xtask bench          measure the engine beside hand-written Rust, and the page in Chromium";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result {
    let project = Project::open();
    match args {
        ["serve"] => {
            setup::for_build(&project)?;
            dist::build_if_stale(&project)?;
            server::serve(&project.dist())
        }
        ["build"] => {
            setup::for_build(&project)?;
            dist::build(&project)
        }
        ["bench"] => bench(&project),
        ["test", names @ ..] => stages::run_all(&project, names),
        [] | ["help" | "--help" | "-h"] => {
            println!(
                "{USAGE}\n\nStages of the test: {}",
                stages::names().join(", ")
            );
            Ok(())
        }
        other => Err(format!("unknown command `{}`\n\n{USAGE}", other.join(" ")).into()),
    }
}

/// The engine beside hand-written code, natively and in WebAssembly, then the page it moves.
fn bench(project: &Project) -> Result {
    setup::for_tests(project)?;
    project::run(&mut project.command("cargo bench --bench engine"))?;
    // In release mode, through the test runner: it has a clock, and a bench runner would find no tests. Once built for
    // speed, as natively, and once for size, as the page is.
    let wasm = "cargo test --release --target wasm32-unknown-unknown --bench wasm -- --nocapture";
    for level in ["3", "z"] {
        println!("In WebAssembly, at optimisation level {level}:");
        let mut command = project.command(wasm);
        project::run(command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level))?;
    }
    dist::build_if_stale(project)?;
    // The engine's benchmark has left the plan of a thousand areas there.
    let frames = project.command("node tests/browser/frames.mjs target/tmp/w2.json");
    project::run({ frames }.env(chromium::VARIABLE, chromium::ensure(project)?))
}
