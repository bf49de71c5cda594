//! A plan file, read and compiled.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use attain::engine::check::{self, Report};
use attain::engine::diagnostic::{Diagnostic, Severity, Span};
use attain::engine::eval::Evaluator;
use attain::engine::json::Document;
use attain::engine::model::{Model, compile};
use attain::engine::plan::{Plan, accepted, read};

use super::failure::Failure;

/// What became of a plan file.
pub struct Opened {
    /// Its text.
    pub document: Document,
    /// The plan and its model; none if the text is no plan.
    pub plan: Option<(Plan, Arc<Model>)>,
    /// Every problem, in the order of the text.
    pub problems: Vec<Diagnostic>,
}

impl Opened {
    /// Opens a file.
    pub fn open(file: &Path) -> Result<Self, Failure> {
        let bytes = fs::read(file).map_err(|error| Failure::Unreadable(file.to_owned(), error))?;
        let text = String::from_utf8(bytes).map_err(|_| Failure::NotUtf8(file.to_owned()))?;
        Ok(Self::of(&text))
    }

    fn of(text: &str) -> Self {
        let reading = read(text);
        let mut problems = reading.diagnostics;
        let plan = reading.plan.map(|plan| {
            let (model, found) = compile(&plan);
            problems.extend(found);
            (plan, Arc::new(model))
        });
        // What has no place (a word on further problems) comes last.
        problems.sort_by_key(|found| (found.span == Span::default(), found.span));
        Self {
            document: reading.document,
            plan,
            problems,
        }
    }

    /// What the plan says against itself, as it is written; nothing if the text is no plan.
    pub fn findings(&self) -> Report {
        let of = |(plan, model): &(Plan, Arc<Model>)| {
            let evaluator = Evaluator::new(Arc::clone(model), model.defaults());
            check::check(plan, model.defaults(), &evaluator.projection())
        };
        self.plan.as_ref().map(of).unwrap_or_default()
    }

    /// How many problems there are of a severity, but for accepted ones.
    pub fn count(&self, severity: Severity) -> usize {
        let of_it = |found: &&Diagnostic| {
            found.problem.severity() == severity && accepted(&self.document, found).is_none()
        };
        self.problems.iter().filter(of_it).count()
    }
}
