//! Formulas: text → typed tree and unit, or problems at their places.

mod arithmetic;
mod functions;
mod messages;
mod properties;
mod sets;
mod syntax;
pub mod vocabulary;

use attain::engine::index::Domain;
use vocabulary::Vocabulary;

/// Checks formulas against what should be found: `tree : unit`, `code ‹words›` of each problem, or both.
#[track_caller]
fn check_all(inside: Domain, cases: &[(&str, &str)]) {
    let vocabulary = Vocabulary::new();
    let found = |text| vocabulary.found(text, inside);
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| found(text) != *expected)
        .map(|(text, expected)| {
            format!("{text}\n  expected {expected}\n  found    {}", found(text))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
