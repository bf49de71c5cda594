//! What can be wrong with a plan as a model, and why a value is unknown.

use crate::engine::diagnostic::Severity;
use crate::engine::index::{AssumptionIdx, IndicatorIdx, MemberIdx, TargetIdx, Year};

/// Where an unknown value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Root {
    /// An assumption without a value.
    Awaited(AssumptionIdx),
    /// No observation and no formula reaches the year.
    NotObserved(IndicatorIdx, Option<MemberIdx>, Year),
    /// A division by zero, growth from nothing, an overflow.
    Arithmetic(IndicatorIdx, Option<MemberIdx>, Year),
    /// The same, in the target's own quantity or threshold.
    TargetArithmetic(TargetIdx, Year),
    /// A formula that could not be read.
    Faulty(IndicatorIdx),
    /// A target whose own formula could not be read.
    FaultyTarget(TargetIdx),
    /// An event nobody has recorded.
    NotRecorded(TargetIdx),
    /// The plan does not say how the whole follows from its members.
    NoWhole(IndicatorIdx),
}

/// What can be wrong with the plan as a model.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelProblem {}

impl ModelProblem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match *self {}
    }

    /// Stable name.
    pub fn code(&self) -> &'static str {
        match *self {}
    }
}
