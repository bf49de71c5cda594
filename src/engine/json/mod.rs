//! Not written yet.

use super::diagnostic::Severity;

/// What can be wrong here.
#[derive(Debug, Clone, PartialEq)]
pub enum JsonProblem {}

impl JsonProblem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match *self {}
    }

    /// Stable name.
    pub fn code(&self) -> &'static str {
        match *self {}
    }
}
