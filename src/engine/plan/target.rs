//! Targets: promises.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::{Accepted, Amount, Citation, FormulaText, Id, Table, UnitText};
use crate::engine::diagnostic::Spanned;
use crate::engine::index::Year;
use crate::engine::lang::Text;

/// How binding a target is. Changes severity, never arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 约束性: a commitment.
    Binding,
    /// 预期性: expected of the market.
    #[default]
    Anticipatory,
    /// 力争: striven for.
    Aspirational,
}

/// A promise.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Name in links.
    pub id: Id,
    /// Name for people; the quantity's name where absent.
    pub name: Option<Text>,
    /// Heading it stands under; the indicator's where absent.
    pub group: Option<Text>,
    /// How binding.
    pub kind: Kind,
    /// What is promised.
    pub subject: Subject,
    /// Responsible units.
    pub responsible: Vec<Text>,
    /// Where it stands, strictest first.
    pub sources: Vec<Citation>,
    /// Remarks.
    pub note: Option<Text>,
    /// Warnings accepted here.
    pub accept: Accepted,
}

/// What a target promises.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// A quantity against a threshold.
    Quantity(Box<Quantified>),
    /// Something happens by a date.
    Event {
        /// What.
        event: Text,
        /// When at the latest.
        by: Due,
        /// Set of which each member must.
        over: Option<Id>,
        /// What has been recorded, once or by member. Never by year.
        done: Option<Table<Done>>,
    },
    /// Words that are kept and never scored.
    Statement(Text),
}

/// A quantity, the years it is tested in, and a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantified {
    /// The quantity.
    pub of: FormulaText,
    /// Unit of the quantity and of bare thresholds, where it does not follow.
    pub unit: Option<UnitText>,
    /// Years tested; none when the threshold is by year.
    pub years: Option<Years>,
    /// The comparison.
    pub comparison: Comparison,
    /// The comparison's threshold; the lower one of `between`.
    pub threshold: Table<Amount>,
    /// The upper threshold of `between`: for the same members and years.
    pub upper: Option<Table<Amount>>,
    /// Second line, never the verdict.
    pub stretch: Option<Table<Amount>>,
    /// Tolerance of `about`, in per cent of the threshold.
    pub tolerance: Option<Amount>,
    /// Base year of progress.
    pub base: Option<Spanned<Year>>,
}

/// Years a target is tested in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Years {
    /// In one year.
    In(Year),
    /// In every year from the first to the last.
    Every(Year, Year),
    /// At least once from the first to the last; the first defaults to the plan's.
    By(Option<Year>, Year),
}

impl Years {
    /// All of them, in a plan that begins in the stated year.
    pub fn all(self, start: Year) -> RangeInclusive<Year> {
        match self {
            Self::In(year) => year..=year,
            Self::Every(first, last) => first..=last,
            Self::By(first, last) => first.unwrap_or(start)..=last,
        }
    }
}

/// How quantity and threshold are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// ≥
    AtLeast,
    /// >
    MoreThan,
    /// ≤
    AtMost,
    /// <
    LessThan,
    /// Inside both ends.
    Between,
    /// Near, one-sided towards better.
    About,
}

/// A date or a window, as written: years, months or days. The empty text where it could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Due {
    /// First date of a window.
    pub from: Option<String>,
    /// Date at whose end it is due.
    pub by: String,
}

/// What a person recorded about an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// Not done.
    No,
    /// Done on the date.
    On(String),
}
