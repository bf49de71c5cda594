//! What can be wrong with units, as data; the wording is in the catalogue.

use super::Unit;
use crate::engine::diagnostic::{Diagnostic, Problem, Severity, Span};
use crate::engine::lang::Text;
use crate::engine::plan::PriceBasis;

/// A part of a formula and the unit it has.
#[derive(Debug, Clone, PartialEq)]
pub struct Operand {
    /// The part as formula text.
    pub text: String,
    /// The name people gave it, where it is a name.
    pub name: Option<Text>,
    /// Its unit.
    pub unit: Unit,
}

/// What can be wrong with a unit text, or with the units in a formula.
#[derive(Debug, Clone, PartialEq)]
pub enum UnitProblem {
    /// The text is no unit.
    Unreadable {
        /// As written.
        text: String,
    },
    /// A word that is no unit.
    Unknown {
        /// As written.
        word: String,
        /// The unit probably meant.
        nearest: Option<String>,
    },
    /// A symbol the author defines that could not be told from a number or a formula.
    BadSymbol {
        /// As written.
        symbol: String,
    },
    /// A symbol the author defines that is a unit already.
    AlreadyDefined {
        /// As written.
        symbol: String,
    },
    /// A scale or power too large to compute with exactly.
    OutOfRange,
    /// A number without unit where a quantity is needed.
    BareNumber {
        /// The number as written.
        number: String,
        /// What to write instead.
        write: String,
        /// The unit needed.
        needed: Unit,
    },
    /// Two things are joined or compared that measure something different.
    Different {
        /// On the left.
        left: Box<Operand>,
        /// On the right.
        right: Box<Operand>,
    },
    /// A ratio is joined or compared with percentage points.
    RatioWithPoints {
        /// On the left.
        left: Box<Operand>,
        /// On the right.
        right: Box<Operand>,
    },
    /// Percentage points are added to a plain number, as if they were a rate of growth.
    PointsAsGrowth {
        /// The percentage points.
        points: Box<Operand>,
    },
    /// A plain number is needed, as for `exp`, or for a power that is no literal integer.
    NotPlain {
        /// What needs it: a function or an operator.
        user: &'static str,
        /// What it was given.
        operand: Box<Operand>,
    },
    /// Rounding a quantity without saying to what.
    StepMissing {
        /// The function.
        function: &'static str,
        /// What it was given.
        operand: Box<Operand>,
        /// What to write instead.
        write: String,
    },
    /// A formula measures something else than its indicator, target or argument.
    Unfit {
        /// The formula.
        found: Box<Operand>,
        /// The unit it should have.
        wanted: Unit,
    },
    /// Percentage points where a ratio is declared, or a ratio where percentage points are.
    WrongKind {
        /// The formula.
        found: Box<Operand>,
        /// The unit it should have.
        wanted: Unit,
    },
    /// An assumption in % is added to a ratio: probably percentage points are meant.
    RatioStep {
        /// The ratio.
        ratio: Box<Operand>,
        /// The assumption.
        step: Box<Operand>,
    },
    /// Money in different prices is joined.
    MixedPrices {
        /// On the left.
        left: (Box<Operand>, PriceBasis),
        /// On the right.
        right: (Box<Operand>, PriceBasis),
    },
    /// Ratios or quotients are summed over the years.
    CumulativeRatio {
        /// What is summed.
        operand: Box<Operand>,
    },
}

impl UnitProblem {
    /// The problem at its place.
    pub fn at(self, span: Span) -> Diagnostic {
        Diagnostic {
            problem: Problem::Unit(self),
            span,
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::RatioStep { .. } | Self::MixedPrices { .. } | Self::CumulativeRatio { .. } => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }

    /// Stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable-unit",
            Self::Unknown { .. } => "unknown-unit",
            Self::BadSymbol { .. } => "bad-unit-symbol",
            Self::AlreadyDefined { .. } => "unit-defined-twice",
            Self::OutOfRange => "unit-out-of-range",
            Self::BareNumber { .. } => "bare-number",
            Self::Different { .. } => "different-units",
            Self::RatioWithPoints { .. } => "ratio-with-points",
            Self::PointsAsGrowth { .. } => "points-as-growth",
            Self::NotPlain { .. } => "not-plain",
            Self::StepMissing { .. } => "step-missing",
            Self::Unfit { .. } => "unfit-unit",
            Self::WrongKind { .. } => "wrong-kind-of-ratio",
            Self::RatioStep { .. } => "ratio-step",
            Self::MixedPrices { .. } => "mixed-prices",
            Self::CumulativeRatio { .. } => "cumulative-ratio",
        }
    }
}
