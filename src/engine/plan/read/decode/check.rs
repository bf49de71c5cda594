//! Checks.

use super::super::Problems;
use super::value;
use crate::engine::json::{JsonKind, Node};
use crate::engine::plan::{Check, Expectation, PlanProblem};

/// What makes an item a check: a condition, or words that are a finding.
const CONTENT: &[&str] = &["that", "raising", "never_lowers", "text", "source"];

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
    if node.kind() == Some(JsonKind::Object) && CONTENT.iter().all(|key| node.get(key).is_none()) {
        problems.report_opening(node, PlanProblem::NoneOf(CONTENT));
    }
    let is_empty = check.expectation == Expectation::Standing
        && check.text.is_none()
        && check.sources.is_empty();
    (!is_empty).then_some(check)
}

fn expectation(node: &Node, problems: &mut Problems) -> Expectation {
    super::only_one(node, &["that", "raising"], problems);
    for field in ["in", "every", "within"] {
        super::idle(node, field, "that", problems);
    }
    super::needs(node, "raising", "never_lowers", problems);
    super::needs(node, "never_lowers", "raising", problems);
    if let Some(that) = value::spanned(node, "that") {
        return Expectation::That {
            that,
            years: super::years(node, problems),
            within: value::spanned(node, "within"),
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
