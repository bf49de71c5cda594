//! What can be wrong with a document as a plan.

use super::format::{Choice, Field, Shape};
use crate::engine::diagnostic::{Severity, Span};
use crate::engine::index::Year;
use crate::engine::json::JsonKind;

/// The kinds of item that are referred to by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// A quoted document.
    Source,
    /// A set.
    Set,
    /// A member of a set.
    Member,
    /// A lookup table.
    LookupTable,
    /// A unit.
    Unit,
    /// An assumption.
    Assumption,
    /// An indicator.
    Indicator,
    /// A target.
    Target,
    /// A check.
    Check,
    /// A scenario.
    Scenario,
    /// A measure.
    Measure,
}

impl ItemKind {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Source,
        Self::Set,
        Self::Member,
        Self::LookupTable,
        Self::Unit,
        Self::Assumption,
        Self::Indicator,
        Self::Target,
        Self::Check,
        Self::Scenario,
        Self::Measure,
    ];

    /// The key of the list they stand in.
    pub fn section(self) -> &'static str {
        match self {
            Self::Source => "sources",
            Self::Set => "sets",
            Self::Member => "members",
            Self::LookupTable => "tables",
            Self::Unit => "units",
            Self::Assumption => "assumptions",
            Self::Indicator => "indicators",
            Self::Target => "targets",
            Self::Check => "checks",
            Self::Scenario => "scenarios",
            Self::Measure => "measures",
        }
    }
}

/// What a plan can have too many of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TooMany {
    /// Series: assumptions and indicators, each member of their sets counted.
    Series,
    /// Results: targets by milestone and member.
    Results,
    /// Scenarios.
    Scenarios,
    /// Assumptions that are correlated.
    Correlated,
}

/// What is wrong with a correlation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CorrelationFault {
    /// It is not above −1 and below 1.
    OutOfRange(f64),
    /// The other assumption says not how uncertain it is, or is the same one.
    Certain,
    /// One of the two ranges over a set that the other one does not.
    OtherSet,
    /// It is stated on both.
    Twice,
}

/// What can be wrong with the document as a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanProblem {
    /// A value of the wrong kind.
    WrongKind {
        /// What may stand here.
        expected: &'static Shape,
        /// What stands here.
        found: JsonKind,
        /// The field it is in.
        field: &'static Field,
    },
    /// A field that must be there is not.
    Missing {
        /// The field.
        field: &'static Field,
    },
    /// A field the format does not know.
    UnknownField {
        /// Its key.
        field: String,
        /// The field probably meant.
        suggestion: Option<&'static Field>,
    },
    /// A word that is none of the words allowed here.
    UnknownWord {
        /// The word.
        word: String,
        /// The words allowed.
        allowed: &'static [Choice],
        /// The word probably meant.
        suggestion: Option<&'static str>,
    },
    /// A code under `accept` that no warning at the item can have.
    UnknownCode {
        /// The code.
        code: String,
        /// The codes there are, in groups.
        allowed: &'static [&'static [Choice]],
        /// The code probably meant.
        suggestion: Option<&'static Choice>,
    },
    /// A text of nothing but white space.
    Blank {
        /// The field it is in.
        field: &'static Field,
    },
    /// A list or table that must not be empty.
    Empty {
        /// The field it is in.
        field: &'static Field,
    },
    /// A list of the wrong length.
    WrongLength {
        /// Elements expected.
        expected: usize,
        /// Elements found.
        found: usize,
        /// The field it is in.
        field: &'static Field,
    },
    /// Something that is no year the format allows.
    NotAYear(String),
    /// Something that is no date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    NotADate(String),
    /// An id that could not stand in a formula.
    BadName(String),
    /// An id with characters that would not survive a link.
    BadLabel(String),
    /// An id that means something else in formulas.
    ReservedName(String),
    /// A price basis that is neither word nor year.
    BadPriceBasis(String),
    /// A table with both years and members as keys.
    MixedTable,
    /// A table by member inside a member, or by year inside a year.
    NestedTable,

    /// A format newer than this program.
    NewerFormat {
        /// Format of the document.
        found: f64,
        /// Newest format understood.
        newest: u32,
    },
    /// A format number that never existed.
    UnknownFormat(f64),
    /// A period or window that ends before it starts.
    Reversed {
        /// First year as written.
        start: Year,
        /// Last year as written.
        end: Year,
    },

    /// An id that another item has already.
    DuplicateId {
        /// The id.
        id: String,
        /// What has it already.
        kind: ItemKind,
        /// Where.
        first: Span,
    },
    /// An id that refers to nothing.
    UnknownReference {
        /// What it should refer to.
        kind: ItemKind,
        /// The id.
        id: String,
        /// The id probably meant.
        suggestion: Option<String>,
    },
    /// A scenario that builds on itself.
    ScenarioLoop(Vec<String>),

    /// Two fields that exclude each other.
    Conflict {
        /// The field that counts.
        first: &'static str,
        /// The field too many.
        second: &'static str,
    },
    /// None of several fields, of which one must be there.
    NoneOf(&'static [&'static str]),
    /// A field that cannot be without another one, and is.
    Needs {
        /// The field.
        field: &'static str,
        /// What it needs one of.
        needs: &'static [&'static str],
    },
    /// A field without effect, because another one is not there.
    Idle {
        /// The field.
        field: &'static str,
        /// What it needs.
        needs: &'static str,
    },
    /// Values by member where there is no set.
    MembersWithoutSet,
    /// A value by year in a place that has no years.
    YearsOutOfPlace,
    /// Several years and no word on what is between them.
    NoPath,
    /// An observation without its year.
    ObservedWithoutYear,
    /// An indicator with neither history nor formula.
    NothingKnown,
    /// A threshold without years to test it in.
    NoYears,
    /// A date within a year, where only whole years are tested.
    DateForQuantity(String),
    /// Years stated, and a threshold by year as well.
    YearsTwice {
        /// The field with the years.
        field: &'static str,
    },
    /// A lower end that is not below the upper.
    RangeReversed {
        /// Lower end.
        min: f64,
        /// Upper end.
        max: f64,
    },
    /// A value outside its slider.
    OutsideRange {
        /// The value.
        value: f64,
        /// Lower end.
        min: f64,
        /// Upper end.
        max: f64,
    },
    /// A number that must be above zero.
    NotPositive {
        /// The number.
        value: f64,
        /// The field it is in.
        field: &'static Field,
    },
    /// A tolerance below zero.
    NegativeTolerance(f64),
    /// A switch whose value is none of its options.
    NotAnOption(f64),
    /// Numbers of a distribution or points of a table out of order.
    NotRising {
        /// The field they are in.
        field: &'static Field,
    },
    /// A correlation that cannot be.
    BadCorrelation {
        /// The other assumption.
        with: String,
        /// What is wrong with it.
        fault: CorrelationFault,
    },
    /// Correlations that cannot all hold together.
    CorrelationsContradict,
    /// A stretch easier than the threshold itself.
    EasyStretch {
        /// The stretch.
        stretch: f64,
        /// The threshold.
        threshold: f64,
    },
    /// `done: true`, which does not say when.
    DoneWithoutDate,
    /// More of something than a plan may have.
    TooMany {
        /// Of what.
        what: TooMany,
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// So many problems more than are listed.
    FurtherProblems(usize),
}

impl PlanProblem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownField { .. }
            | Self::UnknownCode { .. }
            | Self::Idle { .. }
            | Self::NothingKnown
            | Self::OutsideRange { .. }
            | Self::NotAnOption(_)
            | Self::EasyStretch { .. } => Severity::Warning,
            Self::FurtherProblems(_) => Severity::Notice,
            _ => Severity::Error,
        }
    }

    /// Stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongKind { .. } => "wrong-kind",
            Self::Missing { .. } => "missing-field",
            Self::UnknownField { .. } => "unknown-field",
            Self::UnknownWord { .. } => "unknown-word",
            Self::UnknownCode { .. } => "unknown-code",
            Self::Blank { .. } => "blank-text",
            Self::Empty { .. } => "empty",
            Self::WrongLength { .. } => "wrong-length",
            Self::NotAYear(_) => "not-a-year",
            Self::NotADate(_) => "not-a-date",
            Self::BadName(_) | Self::BadLabel(_) => "bad-id",
            Self::ReservedName(_) => "reserved-id",
            Self::BadPriceBasis(_) => "bad-price-basis",
            Self::MixedTable => "mixed-table",
            Self::NestedTable => "nested-table",
            Self::NewerFormat { .. } => "newer-format",
            Self::UnknownFormat(_) => "unknown-format",
            Self::Reversed { .. } => "reversed-years",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::UnknownReference { .. } => "unknown-reference",
            Self::ScenarioLoop(_) => "scenario-loop",
            Self::Conflict { .. } => "conflicting-fields",
            Self::NoneOf(_) => "incomplete",
            Self::Needs { .. } => "incomplete",
            Self::Idle { .. } => "idle-field",
            Self::MembersWithoutSet => "members-without-set",
            Self::YearsOutOfPlace => "years-out-of-place",
            Self::NoPath => "no-path",
            Self::ObservedWithoutYear => "observed-without-year",
            Self::NothingKnown => "nothing-known",
            Self::NoYears => "no-years",
            Self::DateForQuantity(_) => "date-for-quantity",
            Self::YearsTwice { .. } => "years-twice",
            Self::RangeReversed { .. } => "reversed-range",
            Self::OutsideRange { .. } => "outside-range",
            Self::NegativeTolerance(_) => "negative-tolerance",
            Self::NotPositive { .. } => "not-positive",
            Self::NotAnOption(_) => "not-an-option",
            Self::NotRising { .. } => "not-rising",
            Self::BadCorrelation { .. } => "bad-correlation",
            Self::CorrelationsContradict => "contradicting-correlations",
            Self::EasyStretch { .. } => "easy-stretch",
            Self::DoneWithoutDate => "done-without-date",
            Self::TooMany { .. } => "too-many",
            Self::FurtherProblems(_) => "further-problems",
        }
    }
}
