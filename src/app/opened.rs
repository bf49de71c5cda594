//! An opened plan: its text and everything that follows from the text alone; and what was not opened, and why.

use std::ops::Deref;
use std::sync::Arc;

use crate::engine::diagnostic::{Diagnostic, Severity};
use crate::engine::json::Document;
use crate::engine::lang::Lang;
use crate::engine::model::{Model, compile};
use crate::engine::plan::{self, Plan};
use crate::text::problems::{NoText, no_text};
use crate::view::problem::{self, List};

use super::observations::Observations;

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
pub struct NoPlan {
    /// The text.
    pub document: Document,
    /// Every problem of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Opened {
    /// Reads and compiles a plan text. What is wrong with parts of it is in `diagnostics`; only a text without a plan is
    /// refused.
    pub fn read(text: &str) -> Result<Self, NoPlan> {
        let reading = plan::read(text);
        let mut diagnostics = reading.diagnostics;
        let Some(plan) = reading.plan else {
            return Err(NoPlan {
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

    /// The same plan with what has been observed since it was written.
    pub fn observed(&self, observations: &Observations) -> Result<Self, NoPlan> {
        Self::read(&observations.written_into(self.document.text()))
    }

    /// Whether parts of the plan cannot be used.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|found| found.problem.severity() == Severity::Error)
    }
}

/// Something the user wanted to open, and did not get open.
#[derive(Debug)]
pub struct Refused {
    /// Name of the file, if it was one.
    pub name: Option<String>,
    /// Why.
    pub cause: Cause,
}

/// Why something is not opened.
#[derive(Debug)]
pub enum Cause {
    /// Parts of the plan cannot be used. It can be opened without them.
    Faulty(Shared<Opened>),
    /// The text is no plan at all.
    NoPlan(NoPlan),
    /// There is no text to read.
    NoText(NoText),
}

impl Refused {
    /// What is wrong with it.
    pub fn problems(&self, lang: Lang) -> List {
        match &self.cause {
            Cause::Faulty(opened) => problem::list(&opened.document, &opened.diagnostics, lang),
            Cause::NoPlan(none) => problem::list(&none.document, &none.diagnostics, lang),
            Cause::NoText(cause) => List::of_one(no_text(*cause, lang), lang),
        }
    }

    /// Whether it can be opened in spite of its errors.
    pub fn can_open(&self) -> bool {
        self.usable().is_some()
    }

    /// What can be opened in spite of its errors.
    pub fn usable(&self) -> Option<&Shared<Opened>> {
        match &self.cause {
            Cause::Faulty(opened) => Some(opened),
            Cause::NoPlan(_) | Cause::NoText(_) => None,
        }
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
