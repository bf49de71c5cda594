//! The problems of a plan text, each with its place.

use crate::engine::diagnostic::{Diagnostic, Problem as Diagnosed, Severity, Span};
use crate::engine::json::Document;
use crate::engine::lang::{Lang, Text};
use crate::engine::plan::{PlanProblem, accepted};
use crate::engine::sort;
use crate::text::problems::{self, Message, Place};
use crate::text::words::Words;

/// One problem as the screen lists it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// How bad it is, as a name in style sheets.
    pub severity: &'static str,
    /// How bad it is, in a word.
    pub weight: &'static str,
    /// What is wrong.
    pub message: String,
    /// The item it is in or the way there, and line and column.
    pub place: String,
    /// Where in the text it stands.
    pub at: At,
    /// What stands there in the text.
    pub excerpt: Option<Excerpt>,
    /// What would help.
    pub help: Option<String>,
    /// Why the author accepts it.
    pub accepted: Option<String>,
}

/// Where something stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct At {
    /// Line, from 1; 0 where there is no text.
    pub line: u32,
    /// The stretch.
    pub span: Span,
}

/// The worst of a line, as an editor marks it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mark {
    /// Line, from 1.
    pub line: u32,
    /// How bad it is, as a name in style sheets.
    pub severity: &'static str,
    /// What is wrong.
    pub says: String,
}

/// A place in its line, as much of it as can be read at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Excerpt {
    /// What stands before it.
    pub before: String,
    /// What the problem is about.
    pub marked: String,
    /// What follows.
    pub after: String,
}

impl Excerpt {
    /// Characters shown before the place, of it, and after it.
    const MOST: [usize; 3] = [24, 80, 60];

    fn new(document: &Document, span: Span) -> Option<Self> {
        let (line, column) = document.line_at(span.start);
        let end = (column + (span.end - span.start) as usize).min(line.len());
        let [most_before, most_marked, most_after] = Self::MOST;
        let before = line.get(..column)?.trim_start();
        let marked = line.get(column..end)?;
        let after = line.get(end..)?.trim_end();
        let cut = before.chars().count().saturating_sub(most_before);
        let excerpt = Self {
            before: if cut == 0 {
                before.to_owned()
            } else {
                ['…'].into_iter().chain(before.chars().skip(cut)).collect()
            },
            marked: shortened(marked, most_marked),
            after: shortened(after, most_after),
        };
        let is_empty = excerpt.before.is_empty() && excerpt.marked.is_empty();
        (!is_empty || !excerpt.after.is_empty()).then_some(excerpt)
    }
}

/// The problems of a text, as many as can be looked through, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// The worst first and otherwise in the order of the text; accepted ones last.
    pub shown: Vec<Problem>,
    /// How many there are, but for accepted ones.
    pub count: Count,
    /// How many are not shown.
    pub left_out: usize,
}

/// How many problems there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// What makes parts of the plan unusable.
    pub errors: usize,
    /// What probably does not mean what its author meant.
    pub warnings: usize,
    /// What is worth knowing.
    pub notices: usize,
    /// What was found after there were too many to be told one by one.
    pub further: usize,
}

impl Count {
    /// Counts them; accepted ones are problems no more.
    pub fn of(document: &Document, diagnostics: &[Diagnostic]) -> Self {
        let mut count = Self::default();
        let open = |found: &&Diagnostic| accepted(document, found).is_none();
        for found in diagnostics.iter().filter(open) {
            let (counted, more) = match (further(found), found.problem.severity()) {
                (Some(more), _) => (&mut count.further, more),
                (None, Severity::Error) => (&mut count.errors, 1),
                (None, Severity::Warning) => (&mut count.warnings, 1),
                (None, Severity::Notice) => (&mut count.notices, 1),
            };
            *counted += more;
        }
        count
    }

    /// All together.
    pub const fn all(self) -> usize {
        self.errors + self.warnings + self.notices + self.further
    }

    /// It in words.
    pub fn text(self, words: Words) -> String {
        words.problem_counts(self.errors, self.warnings, self.notices, self.further)
    }
}

impl List {
    /// One mark for every line with problems.
    pub fn marks(&self) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        // The worst come first.
        for problem in &self.shown {
            if marks.iter().all(|mark| mark.line != problem.at.line) {
                marks.push(Mark {
                    line: problem.at.line,
                    severity: problem.severity,
                    says: problem.message.clone(),
                });
            }
        }
        marks
    }

    /// What is wrong with something that has no text, and so no places.
    pub fn of_one(message: Message, lang: Lang) -> Self {
        Self {
            shown: vec![Problem {
                severity: name(Severity::Error),
                weight: problems::severity(Severity::Error, lang),
                message: message.text,
                place: String::new(),
                at: At::default(),
                excerpt: None,
                help: message.help,
                accepted: None,
            }],
            count: Count {
                errors: 1,
                ..Count::default()
            },
            left_out: 0,
        }
    }
}

/// How many problems this one stands for, where it says that there are more.
fn further(found: &Diagnostic) -> Option<usize> {
    match found.problem {
        Diagnosed::Plan(PlanProblem::FurtherProblems(further)) => Some(further),
        _ => None,
    }
}

/// Problems listed at most. More are not read, and would hold the page up.
pub const MOST: usize = 200;

/// The problems of a text.
pub fn list(document: &Document, diagnostics: &[Diagnostic], lang: Lang) -> List {
    let mut sorted: Vec<(&Diagnostic, Option<Text>)> = diagnostics
        .iter()
        .filter(|found| further(found).is_none())
        .map(|found| (found, accepted(document, found)))
        .collect();
    sort::by_key(&mut sorted, |(found, accepted)| {
        (accepted.is_some(), found.problem.severity())
    });
    let further: usize = diagnostics.iter().filter_map(further).sum();
    let left_out = sorted.len().saturating_sub(MOST) + further;
    sorted.truncate(MOST);
    let shown = sorted
        .into_iter()
        .map(|(found, accepted)| problem(document, found, accepted.as_ref(), lang))
        .collect();
    List {
        shown,
        count: Count::of(document, diagnostics),
        left_out,
    }
}

fn problem(
    document: &Document,
    found: &Diagnostic,
    accepted: Option<&Text>,
    lang: Lang,
) -> Problem {
    let message = problems::message(&found.problem, lang);
    let place = problems::place(document, found.span, lang);
    let severity = found.problem.severity();
    Problem {
        severity: name(severity),
        weight: problems::severity(severity, lang),
        message: message.text,
        at: At {
            line: place.line,
            span: found.span,
        },
        place: place_of(place, lang),
        excerpt: Excerpt::new(document, found.span),
        help: message.help,
        accepted: accepted.map(|reason| reason.get(lang).to_owned()),
    }
}

/// How bad it is, as a name in style sheets.
pub(super) const fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    }
}

fn place_of(place: Place, lang: Lang) -> String {
    let mut parts = vec![place.item.unwrap_or(place.path), place.position];
    parts.retain(|part| !part.is_empty());
    parts.join(Words(lang).dot())
}

/// The beginning of a text, with a sign that there is more.
fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
