//! What people are told about broken plans: every file of `fixtures/broken`, in both languages, with its place and the
//! way out.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use attain::engine::diagnostic::{Diagnostic, Severity};
use attain::engine::json::Document;
use attain::engine::lang::Lang;
use attain::engine::model::compile;
use attain::engine::plan::format::{DOCUMENT, Shape};
use attain::engine::plan::{ItemKind, item_at, read};
use attain::text::problems::{message, place, severity};

/// The broken plans, by name.
pub fn broken() -> Vec<(String, String)> {
    plans(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/it/fixtures/broken"
    ))
}

/// Plans that read well and make no proper model, by name.
fn faulty() -> Vec<(String, String)> {
    plans(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/it/fixtures/models"
    ))
}

fn plans(folder: &str) -> Vec<(String, String)> {
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

/// Everything that is wrong with a plan, as it is listed.
fn problems(text: &str) -> (Document, Vec<Diagnostic>) {
    let reading = read(text);
    let mut diagnostics = reading.diagnostics;
    if let Some(plan) = reading.plan {
        diagnostics.extend(compile(&plan).1);
    }
    (reading.document, diagnostics)
}

/// Problems, as a person would be told.
fn told(document: &Document, diagnostics: &[Diagnostic]) -> String {
    let mut told = String::new();
    for lang in [Lang::Zh, Lang::En] {
        for diagnostic in diagnostics {
            let place = place(document, diagnostic.span, lang);
            let message = message(&diagnostic.problem, lang);
            let parts = [Some(place.position), place.item, Some(place.path)];
            let parts: Vec<String> = parts
                .into_iter()
                .flatten()
                .filter(|part| !part.is_empty())
                .collect();
            let marked = document
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
    let _scope = snapshots("snapshots/broken").bind_to_scope();
    for (name, text) in broken() {
        let reading = read(&text);
        assert!(
            !reading.diagnostics.is_empty(),
            "nothing is wrong with {name}"
        );
        insta::assert_snapshot!(name, told(&reading.document, &reading.diagnostics));
    }
}

#[test]
fn faulty_models_are_explained() {
    let _scope = snapshots("snapshots/models").bind_to_scope();
    for (name, text) in faulty() {
        assert_eq!(read(&text).plan.map(|plan| plan.id), Some(name.clone()));
        let (document, diagnostics) = problems(&text);
        insta::assert_snapshot!(name, told(&document, &diagnostics));
    }
}

fn snapshots(folder: &str) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path(folder);
    settings.set_omit_expression(true);
    settings
}

/// Whether a character is written in Chinese.
fn is_chinese(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// Messages of all steps are written alike: English ones begin with a capital unless they begin with what the author
/// wrote, none ends with a full stop, and Chinese ones have Chinese marks.
#[test]
fn messages_are_written_alike() {
    let mut n_messages = 0;
    for (name, text) in broken().into_iter().chain(faulty()) {
        for found in problems(&text).1 {
            let english = message(&found.problem, Lang::En);
            let chinese = message(&found.problem, Lang::Zh);
            for words in [Some(&english.text), english.help.as_ref()]
                .into_iter()
                .flatten()
            {
                let first = words.split([' ', ',', ':']).next().expect("a word");
                let is_quoted = text.contains(first) || first.contains(['(', '“']);
                let is_small = first.starts_with(|c: char| c.is_ascii_lowercase());
                assert!(!is_small || is_quoted, "{name}: {words}");
                assert!(!words.ends_with('.'), "{name}: {words}");
            }
            for words in [Some(&chinese.text), chinese.help.as_ref()]
                .into_iter()
                .flatten()
            {
                assert!(!words.ends_with('。'), "{name}: {words}");
                let mut before = ' ';
                let mut depth = 0;
                for c in words.chars() {
                    // Examples of what is written in a plan keep to its marks.
                    depth += i32::from("{[(".contains(c)) - i32::from("}])".contains(c));
                    let is_half = matches!(c, ',' | ':' | ';') && depth == 0;
                    assert!(!is_half || !is_chinese(before), "{name}: {words}");
                    before = c;
                }
            }
            n_messages += 1;
        }
    }
    assert!(n_messages > 150, "{n_messages}");
}

/// The codes items of a kind can accept.
pub fn acceptable(kind: ItemKind) -> Vec<&'static str> {
    let item = match &DOCUMENT.shape {
        Shape::Object(document) => match &document.field(kind.section()).expect("a list").shape {
            Shape::List(_, Shape::Object(item)) => item,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    match item.field("accept").map(|field| &field.shape) {
        Some(Shape::Codes(groups)) => groups
            .iter()
            .copied()
            .flatten()
            .map(|code| code.word)
            .collect(),
        _ => Vec::new(),
    }
}

/// Whatever is no error can be accepted where it is reported, but for what is wrong with an acceptance itself.
#[test]
fn warnings_can_be_accepted() {
    let mut n_warnings = 0;
    for (name, text) in broken().into_iter().chain(faulty()) {
        let (document, found) = problems(&text);
        let warnings = found.iter().filter(|found| {
            found.problem.severity() != Severity::Error && found.problem.code() != "unknown-code"
        });
        for warning in warnings {
            let Some(item) = item_at(&document, warning.span) else {
                continue;
            };
            let codes = acceptable(item.kind);
            if !codes.is_empty() {
                let code = warning.problem.code();
                assert!(codes.contains(&code), "{name}: {code} at {:?}", item.kind);
                n_warnings += 1;
            }
        }
    }
    assert!(n_warnings > 20, "{n_warnings}");
}

/// What is wrong with one value is told once, where it stands.
#[test]
fn a_problem_is_told_once() {
    for (name, text) in broken().into_iter().chain(faulty()) {
        let (_, found) = problems(&text);
        for (at, one) in found.iter().enumerate() {
            assert!(!found[..at].contains(one), "{name}: {one:?}");
        }
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
