//! An opened plan: its text and everything that follows from the text alone.

use std::ops::Deref;
use std::sync::Arc;

use crate::engine::diagnostic::{Diagnostic, Severity};
use crate::engine::json::Document;
use crate::engine::model::{Model, compile};
use crate::engine::plan::{self, Plan};

/// A plan as it is read and compiled.
#[derive(Debug)]
pub struct Opened {
    /// The text.
    pub document: Document,
    /// The typed document.
    pub plan: Plan,
    /// The model.
    pub model: Arc<Model>,
    /// Every problem of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// A text that is no plan at all, and why.
#[derive(Debug)]
pub struct Refused {
    /// The text.
    pub document: Document,
    /// Every problem of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Opened {
    /// Reads and compiles a plan text. What is wrong with parts of it is in `diagnostics`; only a text without a plan is
    /// refused.
    pub fn read(text: &str) -> Result<Self, Refused> {
        let reading = plan::read(text);
        let mut diagnostics = reading.diagnostics;
        let Some(plan) = reading.plan else {
            return Err(Refused {
                document: reading.document,
                diagnostics,
            });
        };
        let (model, found) = compile(&plan);
        diagnostics.extend(found);
        Ok(Self {
            document: reading.document,
            plan,
            model: Arc::new(model),
            diagnostics,
        })
    }

    /// Whether parts of the plan cannot be used.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|found| found.problem.severity() == Severity::Error)
    }
}

/// A large value that is shared and never compared in depth: equal is what is the same.
#[derive(Debug)]
pub struct Shared<T>(pub Arc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
