//! Checks: executable expectations and standing findings.

use super::{Accepted, Citation, FormulaText, Id, Years};
use crate::engine::diagnostic::Span;
use crate::engine::lang::Text;

/// An executable expectation, or a finding that no formula computes.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Name in links.
    pub id: Option<Id>,
    /// What it says, for people.
    pub text: Option<Text>,
    /// What must hold.
    pub expectation: Expectation,
    /// Both quotes, usually.
    pub sources: Vec<Citation>,
    /// Remarks.
    pub note: Option<Text>,
    /// Warnings accepted here.
    pub accept: Accepted,
}

/// What a check expects.
#[derive(Debug, Clone, PartialEq)]
pub enum Expectation {
    /// A condition, in the stated years (every plan year where none are stated).
    That {
        /// The condition.
        that: FormulaText,
        /// When.
        years: Option<Years>,
        /// Allowed difference: relative (`0.5%`) or absolute (`10亩`).
        within: Option<FormulaText>,
    },
    /// Raising an assumption never lowers an indicator.
    Monotone {
        /// The assumption.
        raising: Id,
        /// The indicator.
        never_lowers: Id,
    },
    /// Nothing executable: the text is the finding.
    Standing,
}

impl Check {
    /// Where it stands: its id, else what it expects, else the first of its citations.
    pub fn span(&self) -> Span {
        let expectation = match &self.expectation {
            Expectation::That { that, .. } => Some(that.span),
            Expectation::Monotone { raising, .. } => Some(raising.span),
            Expectation::Standing => None,
        };
        let mut references = self
            .sources
            .iter()
            .filter_map(|source| source.reference.as_ref());
        let id = self.id.as_ref().map(|id| id.span);
        id.or(expectation)
            .or_else(|| references.next().map(|id| id.span))
            .unwrap_or_default()
    }
}
