//! The problems of a plan text, each with its place.

use crate::engine::diagnostic::{Diagnostic, Severity};
use crate::engine::json::Document;
use crate::engine::lang::Lang;
use crate::engine::plan::accepted_at;
use crate::text::problems;

/// One problem as the screen lists it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// How bad it is, as a name in style sheets.
    pub severity: &'static str,
    /// How bad it is, in a word.
    pub weight: &'static str,
    /// What is wrong.
    pub message: String,
    /// The item it is in, or the way there.
    pub item: String,
    /// Line and column.
    pub position: String,
    /// The line of the text.
    pub excerpt: Option<String>,
    /// What would help.
    pub help: Option<String>,
    /// Why the author accepts it.
    pub accepted: Option<String>,
}

/// The problems of a text, the worst first and otherwise in its order; accepted ones last.
pub fn all(document: &Document, diagnostics: &[Diagnostic], lang: Lang) -> Vec<Problem> {
    let severity = |found: &&Diagnostic| found.problem.severity();
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(severity);
    let mut problems: Vec<Problem> = sorted
        .into_iter()
        .map(|found| problem(document, found, lang))
        .collect();
    problems.sort_by_key(|problem| problem.accepted.is_some());
    problems
}

fn problem(document: &Document, found: &Diagnostic, lang: Lang) -> Problem {
    let message = problems::message(&found.problem, lang);
    let place = problems::place(document, found.span, lang);
    let line = document.locate(found.span).line.saturating_sub(1) as usize;
    let excerpt = document.text().lines().nth(line).map(str::trim);
    let severity = found.problem.severity();
    Problem {
        severity: match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        },
        weight: problems::severity(severity, lang),
        message: message.text,
        item: place.item.unwrap_or(place.path),
        position: place.position,
        excerpt: excerpt.filter(|line| !line.is_empty()).map(shortened),
        help: message.help,
        accepted: accepted(document, found, lang),
    }
}

/// The reason a problem is accepted for. Nobody can accept an error: what it makes unusable stays so.
fn accepted(document: &Document, found: &Diagnostic, lang: Lang) -> Option<String> {
    if found.problem.severity() == Severity::Error {
        return None;
    }
    let reason = accepted_at(document, found.span, found.problem.code())?;
    Some(reason.get(lang).to_owned())
}

/// As much of a line as can be read at a glance.
fn shortened(line: &str) -> String {
    const MOST: usize = 160;
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}
