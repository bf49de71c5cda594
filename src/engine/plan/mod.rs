//! The plan document, typed: what its author wrote, still untrusted. Names, units and formulas are texts with their
//! places; `engine::model` resolves them. Spelling and meaning of every field: [`format`](mod@format).
//!
//! [`read()`] makes it from text and lists every problem on the way. A plan with problems is still as complete as can
//! be. What is promised of it:
//!
//! - ids are never empty and, within their name space, unique (a later item of the same name is left out);
//! - years lie in [`format::YEARS`], are unique and rising; the period does not end before it starts;
//! - numbers are finite;
//! - a formula or unit that is missing or no text is the *empty text*: already reported, to be taken as unknown without
//!   a further word.

mod assumption;
mod check;
pub mod complete;
pub mod format;
mod indicator;
mod item;
mod problem;
mod read;
mod scenario;
mod set;
mod source;
mod table;
mod target;

pub use assumption::{
    Assumption, Awaits, Basis, Correlation, Distribution, Draws, PriceBasis, SwitchOption,
    Uncertainty,
};
pub use check::{Check, Expectation};
pub use indicator::{Better, Indicator, Observation, Segments, Whole};
pub use item::{Item, accepted, item_at};
pub use problem::{CorrelationFault, ItemKind, PlanProblem, TooMany};
pub use read::{Reading, read};
pub use scenario::{Measure, Scenario};
pub use set::{LookupTable, Member, Set, UnitDefinition};
pub use source::{Citation, Source};
pub use table::{Amount, Interpolation, MemberKey, Series, Table};
pub use target::{Comparison, Done, Due, Kind, Quantified, Subject, Target, Years};

use super::diagnostic::Spanned;
use super::index::Year;
use super::lang::Text;
use super::written::Written;

/// The whole document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// The plan's own id, part of links.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Free remarks of the author.
    pub note: Option<Text>,
    /// First and last plan year.
    pub period: Period,
    /// Documents that are quoted.
    pub sources: Vec<Source>,
    /// Named lists that indicators and assumptions may range over.
    pub sets: Vec<Set>,
    /// Lookup tables.
    pub tables: Vec<LookupTable>,
    /// Units the author defines.
    pub units: Vec<UnitDefinition>,
    /// What the user may move.
    pub assumptions: Vec<Assumption>,
    /// Yearly series.
    pub indicators: Vec<Indicator>,
    /// Promises.
    pub targets: Vec<Target>,
    /// Executable expectations and standing findings.
    pub checks: Vec<Check>,
    /// Named differences from the assumptions' values.
    pub scenarios: Vec<Scenario>,
    /// Tasks with responsible units.
    pub measures: Vec<Measure>,
}

impl Plan {
    /// The set something ranges over.
    pub fn set_over(&self, over: Option<&Id>) -> Option<&Set> {
        let over = over?;
        self.sets.iter().find(|set| set.id.value == over.value)
    }
}

/// First and last year, both inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// First plan year.
    pub start: Year,
    /// Last plan year.
    pub end: Year,
}

/// An id as written.
pub type Id = Spanned<String>;
/// A formula as written.
pub type FormulaText = Written;
/// A unit as written.
pub type UnitText = Written;
/// Warnings accepted at an item: code of the problem and the author's reason.
pub type Accepted = Vec<(Spanned<String>, Text)>;
