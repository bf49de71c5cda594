//! Formulas: text → tokens → tree → typed tree. What comes out names series, states every unit conversion, and needs
//! only arithmetic from there on.

pub mod typed;

use super::diagnostic::Severity;

/// What can be wrong with a formula but for its units.
#[derive(Debug, Clone, PartialEq)]
pub enum FormulaProblem {}

impl FormulaProblem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match *self {}
    }

    /// Stable name.
    pub fn code(&self) -> &'static str {
        match *self {}
    }
}
