//! `cargo xtask test`: every check of the project, one stage after another, and a summary.

use std::fs;
use std::time::{Duration, Instant};

use crate::project::{Project, Result, run};
use crate::{chromium, dist, setup};

/// One check of the project.
struct Stage {
    name: &'static str,
    /// The stage whose output this one works on.
    needs: Option<&'static str>,
    check: fn(&Project) -> Result,
}

const STAGES: [Stage; 9] = [
    Stage::new("format", format),
    Stage::new("clippy", clippy),
    Stage::new("clippy-wasm", clippy_wasm),
    Stage::new("native", native),
    Stage::new("wasm", wasm),
    Stage::new("docs", docs),
    Stage::new("build", dist::build),
    Stage::new("size", size).after("build"),
    Stage::new(BROWSER, browser).after("build"),
];
const BROWSER: &str = "browser";

impl Stage {
    const fn new(name: &'static str, check: fn(&Project) -> Result) -> Self {
        Self {
            name,
            needs: None,
            check,
        }
    }

    const fn after(self, needed: &'static str) -> Self {
        Self {
            needs: Some(needed),
            ..self
        }
    }
}

/// The names of all stages, in their order.
pub(crate) fn names() -> [&'static str; STAGES.len()] {
    STAGES.map(|stage| stage.name)
}

/// What became of a stage.
enum Outcome {
    Passed,
    Failed(String),
    /// The stage it works on failed.
    Skipped(&'static str),
}

struct Line {
    name: &'static str,
    outcome: Outcome,
    took: Duration,
}

/// Runs the stages named, or all of them, goes on after a failure, and sums up.
///
/// # Errors
///
/// A stage failed or is unknown, or what the stages need cannot be set up.
pub(crate) fn run_all(project: &Project, wanted: &[&str]) -> Result {
    if let Some(unknown) = wanted.iter().find(|name| !names().contains(name)) {
        let known = names().join(", ");
        return Err(format!("no stage is called `{unknown}`; there are {known}").into());
    }
    let is_wanted = |name| wanted.is_empty() || wanted.contains(&name);
    let start = Instant::now();
    setup::for_tests(project)?;
    if is_wanted(BROWSER) {
        chromium::ensure(project)?;
    }
    let mut lines = vec![Line {
        name: "set-up",
        outcome: Outcome::Passed,
        took: start.elapsed(),
    }];
    for stage in STAGES.into_iter().filter(|stage| is_wanted(stage.name)) {
        println!("\n── {} ──", stage.name);
        let start = Instant::now();
        let outcome = outcome(project, &stage, &lines);
        lines.push(Line {
            name: stage.name,
            outcome,
            took: start.elapsed(),
        });
    }
    sum_up(&lines)
}

fn outcome(project: &Project, stage: &Stage, before: &[Line]) -> Outcome {
    let is_missing = |needed: &&str| {
        before
            .iter()
            .any(|line| line.name == *needed && !matches!(line.outcome, Outcome::Passed))
    };
    if let Some(needed) = stage.needs.filter(is_missing) {
        println!("skipped: {needed} failed");
        return Outcome::Skipped(needed);
    }
    match (stage.check)(project) {
        Ok(()) => Outcome::Passed,
        Err(error) => {
            println!("FAILED: {error}");
            Outcome::Failed(error.to_string())
        }
    }
}

fn sum_up(lines: &[Line]) -> Result {
    println!("\n── summary ──");
    let mut failures = 0;
    let mut took = Duration::ZERO;
    for line in lines {
        let (mark, note) = match &line.outcome {
            Outcome::Passed => ("ok", String::new()),
            Outcome::Failed(error) => ("FAILED", error.clone()),
            Outcome::Skipped(needed) => ("skipped", format!("{needed} failed")),
        };
        println!(
            "{mark:<8}{:<12}{:>8.1} s  {note}",
            line.name,
            line.took.as_secs_f64()
        );
        failures += usize::from(!matches!(line.outcome, Outcome::Passed));
        took += line.took;
    }
    println!("{:<20}{:>8.1} s", "total", took.as_secs_f64());
    match failures {
        0 => Ok(()),
        1 => Err("one stage did not pass".into()),
        n => Err(format!("{n} stages did not pass").into()),
    }
}

fn format(project: &Project) -> Result {
    run(&mut project.command("cargo fmt --all --check"))
}

fn clippy(project: &Project) -> Result {
    run(&mut project.command("cargo clippy --workspace --all-targets --locked -- -D warnings"))
}

fn clippy_wasm(project: &Project) -> Result {
    let targets = "--target wasm32-unknown-unknown --lib --bins --test wasm";
    run(&mut project.command(&format!("cargo clippy {targets} --locked -- -D warnings")))
}

fn native(project: &Project) -> Result {
    run(&mut project.command("cargo test --workspace --no-fail-fast --locked"))
}

/// The tests that have to hold in WebAssembly too, run by Node.
fn wasm(project: &Project) -> Result {
    run(&mut project.command("cargo test --target wasm32-unknown-unknown --test wasm --locked"))
}

fn docs(project: &Project) -> Result {
    run(project
        .command("cargo doc --workspace --no-deps --document-private-items --locked")
        .env("RUSTDOCFLAGS", "-D warnings"))
}

fn size(project: &Project) -> Result {
    run(&mut project.command("node tests/browser/size.mjs"))
}

fn browser(project: &Project) -> Result {
    let mut command = project.command("node --test --test-reporter=spec --test-timeout=300000");
    for entry in fs::read_dir(project.join("tests/browser"))? {
        let name = entry?.file_name();
        if name.to_string_lossy().ends_with(".spec.mjs") {
            command.arg(format!("tests/browser/{}", name.to_string_lossy()));
        }
    }
    run(command.env(chromium::VARIABLE, chromium::ensure(project)?))
}
