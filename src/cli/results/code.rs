//! Stable names of kinds of things, as the output spells them.

use attain::engine::attain::{Band, Verdict};
use attain::engine::model::Root;
use attain::engine::plan::{Comparison, Kind};
use serde::{Serialize, Serializer};

use super::PointKind;

/// Something with a stable name.
pub trait Code: Copy {
    /// The name.
    fn code(self) -> &'static str;
}

/// Something written by its stable name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coded<T>(pub T);

impl<T: Code> Serialize for Coded<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code())
    }
}

impl Code for Kind {
    fn code(self) -> &'static str {
        match self {
            Self::Binding => "binding",
            Self::Anticipatory => "anticipatory",
            Self::Aspirational => "aspirational",
        }
    }
}

impl Code for Comparison {
    fn code(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
            Self::Between => "between",
            Self::About => "about",
        }
    }
}

impl Code for Verdict {
    fn code(self) -> &'static str {
        match self {
            Self::Attained => "attained",
            Self::Missed => "missed",
            Self::Undetermined => "undetermined",
            Self::Unscored => "unscored",
        }
    }
}

impl Code for Band {
    fn code(self) -> &'static str {
        match self {
            Self::Attained => "attained",
            Self::Maintained => "maintained",
            Self::Lost => "lost",
            Self::AtLineNotMet => "at_line_not_met",
            Self::Near => "near",
            Self::AccelerationNeeded => "acceleration_needed",
            Self::Stagnation => "stagnation",
            Self::MovingAway => "moving_away",
        }
    }
}

impl Code for PointKind {
    fn code(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Interpolated => "interpolated",
            Self::Projected => "projected",
            Self::Unknown => "unknown",
            Self::Fault => "fault",
            Self::NotApplicable => "not_applicable",
        }
    }
}

impl Code for Root {
    fn code(self) -> &'static str {
        match self {
            Self::Awaited(_) => "awaited",
            Self::NotObserved(..) => "not_observed",
            Self::TargetArithmetic(..) => "arithmetic",
            Self::Faulty(_) => "faulty",
            Self::FaultyTarget(_) => "faulty_target",
            Self::NotRecorded(_) => "not_recorded",
            Self::NoWhole(_) => "no_whole",
        }
    }
}
