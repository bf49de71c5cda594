//! The schema editors check plans with says what the reader says, as far as a schema can.
//!
//! `UPDATE=1 cargo test --test it schema` writes it anew.

use std::collections::BTreeSet;
use std::{env, fs};

use attain::engine::plan::format::schema;
use attain::engine::plan::read;
use jsonschema::Validator;
use serde_json::Value;

use crate::diagnostics::broken;

fn validator() -> Validator {
    jsonschema::draft202012::options()
        .build(&schema())
        .expect("a schema")
}

#[test]
fn the_schema_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/plan.schema.json");
    let text = serde_json::to_string_pretty(&schema()).expect("JSON") + "\n";
    if env::var_os("UPDATE").is_some() {
        fs::write(path, &text).expect("a place to write");
    }
    let is_same = fs::read_to_string(path).is_ok_and(|found| found == text);
    assert!(
        is_same,
        "public/plan.schema.json is not what the format says: UPDATE=1 writes it anew"
    );
}

#[test]
fn the_schema_is_a_schema() {
    assert!(jsonschema::meta::is_valid(&schema()));
}

#[test]
fn good_plans_are_valid() {
    let validator = validator();
    let plans = concat!(env!("CARGO_MANIFEST_DIR"), "/public/plans");
    let shipped = fs::read_dir(plans)
        .expect("the shipped plans")
        .map(|entry| entry.expect("an entry").path());
    let shipped = shipped.filter(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    let texts = shipped.map(|path| fs::read_to_string(path).expect("a text"));
    let complete = include_str!("fixtures/complete.json").to_owned();
    let mut n_plans = 0;
    for text in texts.chain([complete]) {
        let plan: Value = serde_json::from_str(&text).expect("JSON");
        if plan.get("format").is_none() {
            continue;
        }
        let errors: Vec<String> = validator
            .iter_errors(&plan)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, [] as [String; 0], "{}", plan["id"]);
        n_plans += 1;
    }
    assert!(n_plans > 5);
}

/// Codes of problems a schema cannot see: they concern values, other items, or the text itself.
const BEYOND_SCHEMAS: [&str; 20] = [
    "bad-correlation",
    "contradicting-correlations",
    "date-for-quantity",
    "duplicate-id",
    "duplicate-key",
    "easy-stretch",
    "members-without-set",
    "negative-tolerance",
    "no-path",
    "no-years",
    "not-an-option",
    "not-rising",
    "nothing-known",
    "observed-without-year",
    "outside-range",
    "reversed-range",
    "reversed-years",
    "scenario-loop",
    "unknown-reference",
    "years-twice",
];

/// The item a path leads into, such as `targets/3`; empty outside of items.
fn item<'a>(steps: impl Iterator<Item = &'a str>) -> String {
    let steps: Vec<&str> = steps.take(2).collect();
    let is_item = matches!(steps.as_slice(), [_, index] if index.parse::<usize>().is_ok());
    if is_item {
        steps.join("/")
    } else {
        String::new()
    }
}

/// In every broken plan, the schema finds fault with just the items the reader finds fault with, but for what it
/// cannot see.
#[test]
fn broken_items_are_refused() {
    let validator = validator();
    let mut n_items = 0;
    for (name, text) in broken() {
        let Ok(plan) = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) else {
            continue;
        };
        let errors: Vec<String> = validator
            .iter_errors(&plan)
            .map(|error| error.instance_path().to_string())
            .collect();
        let refused: BTreeSet<String> = errors
            .iter()
            .map(|path| item(path.split('/').skip(1)))
            .collect();
        let reading = read(&text);
        let seen = reading
            .diagnostics
            .iter()
            .filter(|diagnostic| !BEYOND_SCHEMAS.contains(&diagnostic.problem.code()));
        let wrong: BTreeSet<String> = seen
            .map(|diagnostic| {
                let path = reading.document.path_to(diagnostic.span).to_string();
                item(path.split(['.', '[', ']']).filter(|step| !step.is_empty()))
            })
            .collect();
        assert_eq!(refused, wrong, "{name}");
        n_items += wrong.len();
    }
    assert!(n_items > 80, "{n_items}");
}
