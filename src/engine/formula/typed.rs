//! The typed tree: names are series, units have been checked, and conversions between them stand as plain arithmetic.
//! The last thing `engine::formula` makes, and all that `engine::model` lowers to the tape.

use crate::engine::diagnostic::Span;
use crate::engine::eval::op::Operation;
use crate::engine::index::{Domain, MemberIdx, SetIdx, TableIdx, Var, Year};

/// A node of the typed tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// What it computes.
    pub node: Node,
    /// One value a year, or one per member of a set.
    pub domain: Domain,
    /// Where it stands in the plan text.
    pub span: Span,
}

/// What a node computes.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A number.
    Number(f64),
    /// The calendar year, as a number.
    Year,
    /// A series in its declared unit.
    Series(Var, Selection),
    /// The same so many years earlier; unknown before the first year.
    Lag(Box<Typed>, u32),
    /// Its value in one fixed year; unknown where that year lies after the current one.
    At(Box<Typed>, Year),
    /// Sum from the year to the current one, both inside; 0 before it. From the axis' first year where none is given.
    Cumulative(Box<Typed>, Option<Year>),
    /// An operation on numbers.
    Apply(Operation, Vec<Typed>),
    /// Over the members of a set that the arguments apply to.
    Aggregate(Aggregate, SetIdx, Box<Typed>),
    /// Σ of·by ÷ Σ by over the members.
    WeightedMean {
        /// The set.
        set: SetIdx,
        /// What is averaged.
        of: Box<Typed>,
        /// Its weights.
        by: Box<Typed>,
    },
    /// A lookup table read at the argument, which is in the table's unit already.
    Lookup(TableIdx, Box<Typed>),
}

/// Which values of a series over a set are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Selection {
    /// The series as it is: of the plan, or of every member at once.
    All,
    /// The whole of a series over a set.
    Whole,
    /// One member of a series over a set.
    Member(MemberIdx),
}

/// What becomes of the members' values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aggregate {
    /// Their sum.
    Sum,
    /// Their unweighted mean.
    Mean,
    /// The smallest.
    Minimum,
    /// The largest.
    Maximum,
    /// How many of them are a condition that holds.
    Count,
}
