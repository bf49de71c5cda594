//! The graph: every series of the plan as a slot, every formula as rules that fill rows of slots. Made by the builder
//! beside it; [`crate::engine::eval`] turns what stands here into a schedule.

use std::ops::Range;

use super::Axis;
use crate::engine::eval::op::Operation;
use crate::engine::formula::typed::Aggregate;
use crate::engine::index::{AssumptionIdx, Domain, IndicatorIdx, MemberIdx, SetIdx, TableIdx};

/// One series in storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotIdx(pub u32);

impl SlotIdx {
    /// The position as a `usize`, to index with.
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// What a slot holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Origin {
    /// The user's values of an assumption.
    Assumption(AssumptionIdx),
    /// An indicator: of the plan, or of every member of its set.
    Indicator(IndicatorIdx),
    /// The whole of an indicator over a set.
    Whole(IndicatorIdx),
    /// A number, the same in every row.
    Constant(f64),
    /// The calendar year.
    Year,
    /// A part of a formula.
    Derived,
}

/// A series: where it comes from, and whether it has one value a year or one per member.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slot {
    /// What it holds.
    pub origin: Origin,
    /// Values a year.
    pub domain: Domain,
}

/// A series, so many years earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Operand {
    /// The series.
    pub slot: SlotIdx,
    /// Years back.
    pub lag: u32,
}

/// What a rule does with its operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// An operation on numbers, year by year (and member by member).
    Apply(Operation),
    /// `(a inner b) outer c`: two arithmetic operations in one pass, rounded twice as written.
    FusedLeft(Operation, Operation),
    /// `c outer (a inner b)`, for differences and quotients: sums and products are fused on the left.
    FusedRight(Operation, Operation),
    /// The operand itself.
    Copy,
    /// The operand's value in one row, in every row.
    Pick(u32),
    /// The running sum of the operand from the row on.
    Accumulate(u32),
    /// One member of a series over a set.
    Member(MemberIdx),
    /// Over the members of a set.
    Aggregate(Aggregate, SetIdx),
    /// The first operand averaged over the members with the second as weight.
    WeightedMean(SetIdx),
    /// A lookup table read at the operand.
    Lookup(TableIdx),
}

impl Code {
    /// Whether it is an operation on numbers, each result from the arguments at the same place.
    pub const fn is_elementwise(self) -> bool {
        matches!(
            self,
            Self::Apply(_) | Self::FusedLeft(..) | Self::FusedRight(..) | Self::Copy
        )
    }

    /// Number of operands it reads.
    pub const fn arity(self) -> usize {
        match self {
            Self::Apply(operation) => operation.arity(),
            Self::FusedLeft(..) | Self::FusedRight(..) => 3,
            Self::WeightedMean(_) => 2,
            _ => 1,
        }
    }
}

/// How some rows of a slot are computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// The slot it fills.
    pub slot: SlotIdx,
    /// The rows it is in force.
    pub rows: Range<usize>,
    /// What it does.
    pub code: Code,
    /// What it reads; only the first `code.arity()` count.
    pub args: [Operand; 3],
}

impl Rule {
    /// The operands it reads.
    pub fn operands(&self) -> &[Operand] {
        &self.args[..self.code.arity()]
    }
}

/// A value that is given, not computed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given {
    /// The slot.
    pub slot: SlotIdx,
    /// Row.
    pub row: usize,
    /// Position among the members; 0 in a plan series.
    pub lane: usize,
    /// The value in the declared unit.
    pub value: f64,
    /// Whether it was interpolated between observations.
    pub interpolated: bool,
}

/// All slots and rules of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    /// The time axis.
    pub axis: Axis,
    /// Series.
    pub slots: Vec<Slot>,
    /// How they are computed.
    pub rules: Vec<Rule>,
    /// Observed and interpolated values.
    pub given: Vec<Given>,
    /// Slot of every assumption.
    pub assumptions: Vec<SlotIdx>,
    /// Slot of every indicator.
    pub indicators: Vec<SlotIdx>,
    /// Slot of the whole of every indicator; the indicator's own where it ranges over no set.
    pub wholes: Vec<SlotIdx>,
}
