//! What people are told about broken plans: every file of `fixtures/broken`, in both languages, with its place and the
//! way out.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use attain::engine::lang::Lang;
use attain::engine::plan::{Reading, read};
use attain::text::problems::{message, place, severity};

/// The broken plans, by name.
pub fn broken() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/broken");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of broken plans")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let plans = paths.into_iter().map(|path| {
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (name, fs::read_to_string(&path).expect("a text"))
    });
    plans.collect()
}

/// All problems of a reading, as a person would be told.
fn told(reading: &Reading) -> String {
    let mut told = String::new();
    for lang in [Lang::Zh, Lang::En] {
        for diagnostic in &reading.diagnostics {
            let place = place(&reading.document, diagnostic.span, lang);
            let message = message(&diagnostic.problem, lang);
            let parts = [Some(place.position), place.item, Some(place.path)];
            let parts: Vec<String> = parts
                .into_iter()
                .flatten()
                .filter(|part| !part.is_empty())
                .collect();
            let marked = reading
                .document
                .text()
                .get(diagnostic.span.range())
                .expect("a span");
            let marked: String = marked.chars().take(40).collect();
            let how_bad = severity(diagnostic.problem.severity(), lang);
            let code = diagnostic.problem.code();
            writeln!(told, "{how_bad} [{code}] {}", parts.join(" · ")).expect("a string");
            writeln!(told, "  > {}", marked.escape_debug()).expect("a string");
            writeln!(told, "  {}", message.text).expect("a string");
            if let Some(help) = message.help {
                writeln!(told, "  {help}").expect("a string");
            }
        }
        told.push('\n');
    }
    told
}

#[test]
fn broken_plans_are_explained() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("snapshots/broken");
    settings.set_omit_expression(true);
    let _scope = settings.bind_to_scope();
    for (name, text) in broken() {
        let reading = read(&text);
        assert!(
            !reading.diagnostics.is_empty(),
            "nothing is wrong with {name}"
        );
        insta::assert_snapshot!(name, told(&reading));
    }
}

/// Every broken plan but those that are no JSON object, or too new, still opens.
#[test]
fn broken_plans_open_as_far_as_they_can() {
    for (name, text) in broken() {
        let reading = read(&text);
        let is_closed = name.starts_with("json-") || name.starts_with("closed-");
        assert_eq!(reading.plan.is_none(), is_closed, "{name}");
    }
}
