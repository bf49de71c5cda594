//! No text whatever stops the reader, or keeps it long.

mod engine;
mod fuzz;
mod mutation;

use attain::engine::diagnostic::Problem;
use attain::engine::json::{Document, MAX_BYTES, Node};
use attain::engine::lang::Lang;
use attain::engine::plan::{PlanProblem, Reading, read};
use attain::text::problems::{message, place};
use proptest::prelude::*;

const COMPLETE: &str = include_str!("fixtures/complete.json");

/// Reads a text and says everything there is to say about it.
fn read_aloud(text: &str) -> Reading {
    let reading = read(text);
    for diagnostic in &reading.diagnostics {
        for lang in [Lang::Zh, Lang::En] {
            let message = message(&diagnostic.problem, lang);
            assert!(!message.text.is_empty() && message.help.is_some_and(|help| !help.is_empty()));
            assert!(
                !place(&reading.document, diagnostic.span, lang)
                    .position
                    .is_empty()
            );
        }
        assert!(
            reading
                .document
                .text()
                .get(diagnostic.span.range())
                .is_some()
        );
    }
    assert!(reading.plan.is_some() || !reading.diagnostics.is_empty());
    reading
}

/// All values of a tree, outermost first.
fn nodes<'a>(node: &'a Node, all: &mut Vec<&'a Node>) {
    all.push(node);
    let inner = node
        .entries()
        .iter()
        .map(|entry| &entry.value)
        .chain(node.elements());
    inner.for_each(|node| nodes(node, all));
}

/// Values that fit somewhere, and mostly not where they are put.
const VALUES: [&str; 16] = [
    "null",
    "true",
    "false",
    "0",
    "-1",
    "2025",
    "1e400",
    r#""""#,
    r#""va""#,
    r#""2025""#,
    "[]",
    "[1, 2]",
    "{}",
    r#"{ "2025": 1 }"#,
    r#"{ "danghu": { "2025": null } }"#,
    r#"{ "*": [], "2025": {} }"#,
];

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        read_aloud(&text);
    }

    #[test]
    fn any_punctuation(text in r#"[\[\]{}:,"\\0-9eE+.tfnu /中\n-]{0,60}"#) {
        read_aloud(&text);
    }

    #[test]
    fn a_plan_with_a_stretch_replaced(start in 0..COMPLETE.len(), length in 0..40_usize, patch in r#"[\[\]{}:,"\\a0 中]{0,4}"#) {
        let mut text = COMPLETE.to_owned();
        let boundary = |at: usize| (0..=at.min(COMPLETE.len())).rev().find(|at| COMPLETE.is_char_boundary(*at));
        text.replace_range(boundary(start).unwrap()..boundary(start + length).unwrap(), &patch);
        read_aloud(&text);
    }

    #[test]
    fn a_plan_with_values_replaced(changes in prop::collection::vec((any::<prop::sample::Index>(), 0..VALUES.len()), 1..6)) {
        let mut text = COMPLETE.to_owned();
        for (which, value) in changes {
            let document = Document::read(&text).0;
            let mut all = Vec::new();
            nodes(document.root().unwrap(), &mut all);
            let range = which.get(&all).span.range();
            text.replace_range(range, VALUES[value]);
        }
        read_aloud(&text);
    }

    #[test]
    fn a_plan_with_keys_swapped(first in any::<prop::sample::Index>(), second in any::<prop::sample::Index>()) {
        let document = Document::read(COMPLETE).0;
        let mut all = Vec::new();
        nodes(document.root().unwrap(), &mut all);
        let keys: Vec<_> = all.iter().flat_map(|node| node.entries()).map(|entry| &entry.key).collect();
        let (from, to) = (first.get(&keys), second.get(&keys));
        let mut text = COMPLETE.to_owned();
        text.replace_range(to.span.range(), &COMPLETE[from.span.range()]);
        read_aloud(&text);
    }
}

#[test]
fn too_deep_for_any_stack() {
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        let reading = read_aloud(&open.repeat(400_000));
        assert_eq!(reading.diagnostics[0].problem.code(), "too-deep");
    }
}

#[test]
fn too_large_is_refused_with_both_sizes() {
    let text = " ".repeat(MAX_BYTES + 1);
    let reading = read_aloud(&text);
    let message = message(&reading.diagnostics[0].problem, Lang::En);
    assert_eq!(
        message.text,
        "The file has 5.000001 MB, more than the 5 MB allowed"
    );
    assert_eq!(
        read_aloud(&text[1..]).diagnostics[0].problem.code(),
        "syntax"
    );
}

/// Twenty thousand references to nothing are one problem many times: the list stays readable, and says what it left out.
#[test]
fn problems_without_end() {
    let targets: Vec<String> = (0..20_000)
        .map(|at| format!(r#"{{ "id": "t{at}", "of": "va", "in": 2025, "at_least": 1 }}"#))
        .collect();
    let measures: Vec<String> = (0..20_000)
        .map(|at| format!(r#"{{ "id": "m{at}", "text": "x", "serves": ["t{at}x"] }}"#))
        .collect();
    let text = format!(
        r#"{{ "format": 1, "id": "x", "title": "x", "period": {{ "start": 2023, "end": 2027 }}, "targets": [{}], "measures": [{}] }}"#,
        targets.join(","),
        measures.join(",")
    );
    let reading = read_aloud(&text);
    assert_eq!(reading.diagnostics.len(), 1_001);
    let last = reading.diagnostics.last().unwrap();
    assert_eq!(
        last.problem,
        Problem::Plan(PlanProblem::FurtherProblems(19_000))
    );
    assert_eq!(reading.plan.unwrap().targets.len(), 20_000);
}
