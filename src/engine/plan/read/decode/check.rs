//! Checks.

use super::super::Problems;
use super::value;
use crate::engine::json::Node;
use crate::engine::plan::{Check, Expectation, PlanProblem};

/// A check.
pub(super) fn check(node: &Node, problems: &mut Problems) -> Option<Check> {
    let check = Check {
        id: value::spanned(node, "id"),
        text: value::text(node, "text"),
        expectation: expectation(node, problems),
        sources: value::sources(node),
        note: value::text(node, "note"),
        accept: value::accept(node),
    };
    if check.expectation == Expectation::Standing
        && check.text.is_none()
        && check.sources.is_empty()
    {
        problems.report_opening(
            node,
            PlanProblem::NoneOf(&["that", "raising", "text", "source"]),
        );
        return None;
    }
    Some(check)
}

fn expectation(node: &Node, problems: &mut Problems) -> Expectation {
    super::only_one(node, &["that", "raising"], problems);
    for field in ["in", "every", "within"] {
        super::idle(node, field, "that", problems);
    }
    super::idle(node, "never_lowers", "raising", problems);
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
        (Some(_), None) => {
            if node.get("never_lowers").is_none() {
                problems.report_opening(
                    node,
                    PlanProblem::Missing {
                        field: "never_lowers",
                    },
                );
            }
            Expectation::Standing
        }
        _ => Expectation::Standing,
    }
}
