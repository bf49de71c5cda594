//! What can be wrong with a plan as a model, and why a value is unknown.

use crate::engine::diagnostic::Severity;
use crate::engine::index::{AssumptionIdx, IndicatorIdx, MemberIdx, TargetIdx, Year};
use crate::engine::unit::Unit;

/// Where an unknown value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Root {
    /// An assumption without a value.
    Awaited(AssumptionIdx),
    /// No observation and no formula reaches the year.
    NotObserved(IndicatorIdx, Option<MemberIdx>, Year),
    /// A target's own quantity or threshold gives no number: a division by zero, growth from nothing, an overflow.
    TargetArithmetic(TargetIdx, Year),
    /// A formula that cannot be used; a diagnostic says why.
    Faulty(IndicatorIdx),
    /// A target whose own formula cannot be used; a diagnostic says why.
    FaultyTarget(TargetIdx),
    /// An event nobody has recorded.
    NotRecorded(TargetIdx),
    /// The plan does not say how the whole follows from its members.
    NoWhole(IndicatorIdx),
}

/// What can be wrong with the plan as a model.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelProblem {
    /// Formulas need each other within one year.
    Loop {
        /// Names of the indicators around the loop.
        names: Vec<String>,
    },
    /// The plan, its observations and targets span too many years.
    AxisTooLong {
        /// First year needed.
        first: Year,
        /// Last year needed.
        last: Year,
        /// Most years there may be.
        most: usize,
    },
    /// All formulas together need more room than there is; what found none is unknown.
    TooLarge,
    /// A value of an assumption is a formula over something that is no literal and no observed value.
    NotConstant,
    /// A target whose unit does not follow from its quantity.
    NoUnit,
    /// A quantity over a set with one threshold: each member, or the whole?
    EachOrWhole,
    /// A threshold for members, but the quantity is of the plan.
    NoMembers,
    /// A target that reads no indicator: it can never be observed.
    NoIndicator,
    /// A target that asks for more of what should be less, or the other way round.
    PullsAgainst {
        /// The indicator's name.
        name: String,
    },
    /// An allowed difference that is neither a share nor an amount in the unit of what is compared.
    Allowance {
        /// That unit.
        unit: Unit,
    },
    /// A target after the last plan year.
    AfterPlan {
        /// The target's year.
        year: Year,
        /// Last plan year.
        end: Year,
    },
}

impl ModelProblem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Loop { .. }
            | Self::AxisTooLong { .. }
            | Self::TooLarge
            | Self::NotConstant
            | Self::NoUnit
            | Self::Allowance { .. }
            | Self::EachOrWhole
            | Self::NoMembers => Severity::Error,
            Self::NoIndicator | Self::PullsAgainst { .. } => Severity::Warning,
            Self::AfterPlan { .. } => Severity::Notice,
        }
    }

    /// Stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Loop { .. } => "loop",
            Self::AxisTooLong { .. } => "axis-too-long",
            Self::TooLarge => "formulas-too-large",
            Self::NotConstant => "not-constant",
            Self::NoUnit => "no-unit",
            Self::EachOrWhole => "each-or-whole",
            Self::NoMembers => "no-members",
            Self::NoIndicator => "no-indicator",
            Self::PullsAgainst { .. } => "pulls-against",
            Self::Allowance { .. } => "allowance",
            Self::AfterPlan { .. } => "after-plan",
        }
    }
}
