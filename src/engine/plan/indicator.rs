//! Indicators: yearly series, observed and projected.

use super::{Accepted, Citation, FormulaText, Id, Interpolation, PriceBasis, Table, UnitText};
use crate::engine::diagnostic::Spanned;
use crate::engine::index::Year;
use crate::engine::lang::Text;

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Better {
    /// More is better.
    #[default]
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    Neutral,
}

/// A yearly series.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Name in formulas.
    pub id: Id,
    /// Name for people.
    pub name: Text,
    /// Heading it stands under.
    pub group: Option<Text>,
    /// Declared unit.
    pub unit: UnitText,
    /// Price basis.
    pub prices: Option<Spanned<PriceBasis>>,
    /// Which way is better. The format requires it; `Higher` where it was missing (and reported).
    pub better: Better,
    /// Set it ranges over.
    pub over: Option<Id>,
    /// How the whole follows from the members.
    pub whole: Option<Whole>,
    /// Members it does not apply to.
    pub except: Vec<Id>,
    /// What has happened.
    pub observed: Option<Table<Observation>>,
    /// How it goes on.
    pub formula: Option<Segments>,
    /// Interpolation of gaps between observations.
    pub path: Option<Interpolation>,
    /// Where it comes from.
    pub sources: Vec<Citation>,
    /// Remarks.
    pub note: Option<Text>,
    /// Warnings accepted here.
    pub accept: Accepted,
}

/// How the whole of a set follows from its members.
#[derive(Debug, Clone, PartialEq)]
pub enum Whole {
    /// Their sum.
    Sum,
    /// The same formula over the wholes of what it reads.
    Same,
    /// A formula of its own.
    Formula(FormulaText),
}

/// A formula by the first year it applies, in rising order; a single text applies from the beginning (`None`).
#[derive(Debug, Clone, PartialEq)]
pub struct Segments(pub Vec<(Option<Spanned<Year>>, FormulaText)>);

/// An observed value.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// Its value in the declared unit; `None` for null, which is unknown.
    pub value: Option<Spanned<f64>>,
    /// Which edition of the statistics it is from.
    pub vintage: Option<String>,
    /// Where it stands.
    pub sources: Vec<Citation>,
}
