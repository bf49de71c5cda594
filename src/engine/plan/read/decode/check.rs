//! Checks.

use super::super::Problems;
use super::value;
use crate::engine::json::Node;
use crate::engine::plan::{Check, Expectation};

/// A check; none if there is nothing to check or to say.
pub(super) fn check(node: &Node, problems: &mut Problems) -> Option<Check> {
    let check = Check {
        id: value::spanned(node, "id"),
        text: value::text(node, "text"),
        expectation: expectation(node, problems),
        sources: value::sources(node),
        note: value::text(node, "note"),
        accept: value::accept(node),
    };
    let is_empty = check.expectation == Expectation::Standing
        && check.text.is_none()
        && check.sources.is_empty();
    (!is_empty).then_some(check)
}

fn expectation(node: &Node, problems: &mut Problems) -> Expectation {
    if let Some(that) = value::written(node, "that") {
        return Expectation::That {
            that,
            years: super::years(node, problems),
            within: value::written(node, "within"),
        };
    }
    match (
        value::spanned(node, "raising"),
        value::spanned(node, "never_lowers"),
    ) {
        (Some(raising), Some(never_lowers)) => Expectation::Monotone {
            raising,
            never_lowers,
        },
        _ => Expectation::Standing,
    }
}
