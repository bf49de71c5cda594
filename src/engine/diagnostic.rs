//! Problems of a plan: what is wrong, how bad it is, and where. Wording lives in the catalogue (`crate::text`), in every
//! language; here a problem is data.

use std::ops::Range;

use super::sort;
use super::{
    formula::FormulaProblem, json::JsonProblem, model::ModelProblem, plan::PlanProblem,
    unit::UnitProblem,
};

/// A stretch of the plan text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span as a range to slice the text with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// From the beginning of this one to the end of a later one.
    pub fn to(self, last: Self) -> Self {
        Self {
            start: self.start,
            end: last.end,
        }
    }
}

/// A value together with the place it was written at.
#[derive(Debug, Clone, PartialEq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands in the plan text. For texts: the characters between the quotation marks.
    pub span: Span,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The item cannot be used; what depends on it is undetermined.
    Error,
    /// The plan works, but probably does not mean what its author meant.
    Warning,
    /// Worth knowing.
    Notice,
}

/// One problem at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub span: Span,
}

/// What can be wrong with a plan, by the step that finds it.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// The text is no JSON.
    Json(JsonProblem),
    /// The JSON is no plan.
    Plan(PlanProblem),
    /// A formula cannot be read, or a name in it is unknown.
    Formula(FormulaProblem),
    /// Units do not fit.
    Unit(UnitProblem),
    /// The parts do not make a model: loops, missing bases, targets that cannot be tested.
    Model(ModelProblem),
}

/// Problems listed at most, errors and others each. Whoever has more has one problem many times.
pub const MOST_PROBLEMS: usize = 1_000;

/// Problems as they are found: a list that stays readable whatever the plan, and a count of what it leaves out.
#[derive(Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    errors: usize,
    left_out: usize,
}

impl Diagnostics {
    /// Adds a problem, if there is room.
    pub fn report(&mut self, problem: Problem, span: Span) {
        let is_error = problem.severity() == Severity::Error;
        if self.errors_or_others(is_error) >= MOST_PROBLEMS {
            self.left_out += 1;
            return;
        }
        self.errors += usize::from(is_error);
        self.found.push(Diagnostic { problem, span });
    }

    /// Whether no further error is listed.
    pub fn is_full(&self) -> bool {
        self.errors >= MOST_PROBLEMS
    }

    /// The list, in the order found or, with `in_order`, in that of the text, and a word on what it leaves out.
    pub fn list(mut self, in_order: bool) -> Vec<Diagnostic> {
        if in_order {
            sort::by_key(&mut self.found, |found| (found.span.start, found.span.end));
        }
        if self.left_out > 0 {
            self.found.push(Diagnostic {
                problem: Problem::Plan(PlanProblem::FurtherProblems(self.left_out)),
                span: Span::default(),
            });
        }
        self.found
    }

    fn errors_or_others(&self, errors: bool) -> usize {
        if errors {
            self.errors
        } else {
            self.found.len() - self.errors
        }
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, found: I) {
        for Diagnostic { problem, span } in found {
            self.report(problem, span);
        }
    }
}

impl Problem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Json(_) => Severity::Error,
            Self::Plan(problem) => problem.severity(),
            Self::Formula(problem) => problem.severity(),
            Self::Unit(problem) => problem.severity(),
            Self::Model(problem) => problem.severity(),
        }
    }

    /// The stable name of the kind of problem, as `accept` and the command line spell it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Json(problem) => problem.code(),
            Self::Plan(problem) => problem.code(),
            Self::Formula(problem) => problem.code(),
            Self::Unit(problem) => problem.code(),
            Self::Model(problem) => problem.code(),
        }
    }
}
