//! Targets of a model: what is compared with what, in which years. Made by `compile`, judged by `engine::attain`.

use super::graph::Operand;
use crate::engine::index::{MemberIdx, Year};
use crate::engine::plan::{Better, Comparison, Done, Years};
use crate::engine::unit::Unit;

/// A target as the model knows it.
#[derive(Debug, Clone, PartialEq)]
pub enum TargetModel {
    /// A quantity against thresholds.
    Quantity(QuantityTarget),
    /// Something that happens, with what has been recorded.
    Event(EventTarget),
    /// Words that are never scored.
    Statement,
    /// A target whose formulas could not be used; reported as a diagnostic, undetermined here.
    Faulty(Years),
}

/// A quantity compared with thresholds, one test per milestone and member.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantityTarget {
    /// Unit of values, thresholds and margins.
    pub unit: Unit,
    /// How progress and pace are measured.
    pub shape: Shape,
    /// The comparison.
    pub comparison: Comparison,
    /// Which way `about` leans.
    pub better: Better,
    /// Tolerance of `about`, in per cent of the threshold.
    pub tolerance: Bound,
    /// Stated base year of progress.
    pub base: Option<Year>,
    /// Milestones and members, in the order written.
    pub tests: Vec<Test>,
}

/// One comparison that yields one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// The member it is about.
    pub member: Option<MemberIdx>,
    /// The quantity; of `member` where its slot ranges over a set.
    pub quantity: Operand,
    /// The years tested.
    pub years: Years,
    /// The threshold; the lower one of `between`.
    pub threshold: Bound,
    /// The upper threshold of `between`.
    pub upper: Option<Bound>,
    /// The stretch threshold.
    pub stretch: Option<Bound>,
}

/// A threshold in the target's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// The same in every year.
    Number(f64),
    /// Taken at the tested year.
    Series(Operand),
}

/// What kind of quantity it is, which decides how progress and pace are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A level; grows by rates.
    Level,
    /// A share or rate; moves by points.
    Share,
    /// A sum from the year on; begins at zero.
    Cumulative(Year),
    /// Growth over one year; no progress.
    Growth,
    /// Average growth from the year on.
    AverageGrowth(Year),
}

/// An event and its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventTarget {
    /// Year it is due in.
    pub year: Year,
    /// Date at whose end it is due, as written.
    pub by: String,
    /// What has been recorded: of the plan, or of each member where each of a set must.
    pub records: Vec<(Option<MemberIdx>, Option<Done>)>,
}
