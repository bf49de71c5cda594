//! Plan text → [`Plan`], with every problem on the way.
//!
//! Three passes: the document against the [`super::format`] (`conform`), document → types with the rules inside
//! one item (`decode`), and the rules between items (`references`). A later pass never repeats what an earlier one said.

mod conform;
mod decode;
mod references;
mod rules;
mod size;
mod spelling;

pub(super) use decode::{as_line, as_text};

use super::format;
use super::{Plan, PlanProblem};
use crate::engine::diagnostic::{Diagnostic, Diagnostics, Problem, Span};
use crate::engine::json::{Document, Node};

/// What reading a plan text gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The text, and its tree if it has one.
    pub document: Document,
    /// The plan; none if the text is no JSON object, of a newer format, or too large.
    pub plan: Option<Plan>,
    /// Every problem, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a plan text.
pub fn read(text: &str) -> Reading {
    let (document, found) = Document::read(text);
    let mut problems = Problems::default();
    problems.found.extend(found);
    let plan = document.root().and_then(|root| plan(root, &mut problems));
    Reading {
        document,
        plan,
        diagnostics: problems.found.list(true),
    }
}

fn plan(root: &Node, problems: &mut Problems) -> Option<Plan> {
    if !is_readable_format(root, problems) {
        return None;
    }
    conform::document(root, problems);
    let mut plan = decode::plan(root, problems)?;
    if let Err(problem) = size::check(&plan) {
        problems.report_opening(root, problem);
        return None;
    }
    references::resolve(&mut plan, problems);
    Some(plan)
}

/// Whether the document is of a format this program knows. Formats older than the newest would be brought up to it
/// here, by pure steps from one tree to the next; there are none yet.
fn is_readable_format(root: &Node, problems: &mut Problems) -> bool {
    let Some(node) = root.get("format") else {
        return true;
    };
    let newest = format::NEWEST;
    match node.number() {
        Some(found) if found > f64::from(newest) && found.fract() == 0.0 => {
            problems.report(PlanProblem::NewerFormat { found, newest }, node.span);
            false
        }
        Some(found) if found.fract() != 0.0 || found < 1.0 => {
            problems.report(PlanProblem::UnknownFormat(found), node.span);
            true
        }
        _ => true,
    }
}

/// Comparisons of words spent on suggestions, so that no document can take long.
const MOST_COMPARISONS: usize = 500_000;

/// The problems found so far.
#[derive(Default)]
struct Problems {
    found: Diagnostics,
    comparisons: usize,
}

impl Problems {
    fn report(&mut self, problem: PlanProblem, span: Span) {
        self.found.report(Problem::Plan(problem), span);
    }

    /// Reports at a value, if it is there.
    fn report_at(&mut self, node: Option<&Node>, problem: PlanProblem) {
        if let Some(node) = node {
            self.report(problem, node.span);
        }
    }

    /// Reports at the opening bracket of an object: something is missing in it.
    fn report_opening(&mut self, node: &Node, problem: PlanProblem) {
        let start = node.span.start;
        let end = start + 1;
        self.report(problem, Span { start, end });
    }

    /// Whether so many words may still be compared for a suggestion. Counts them.
    fn may_compare(&mut self, words: usize) -> bool {
        self.comparisons += words;
        self.comparisons <= MOST_COMPARISONS && !self.found.is_full()
    }
}
