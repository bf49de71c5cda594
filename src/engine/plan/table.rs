//! The one table shape of the format: thresholds, observations and values of assumptions alike.

use super::FormulaText;
use crate::engine::diagnostic::Spanned;
use crate::engine::index::Year;

/// How values stand between stated years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interpolation {
    /// The last stated value holds.
    Step,
    /// Straight line.
    Linear,
    /// Constant rate of growth.
    Compound,
}

/// The one table shape of the format: one value, values by year, or either per member.
#[derive(Debug, Clone, PartialEq)]
pub enum Table<T> {
    /// The same for the plan and all members.
    Whole(Series<T>),
    /// One entry per member; `"*"` for every other member, `"all"` for the whole.
    ByMember(Vec<(Spanned<MemberKey>, Series<T>)>),
}

/// One value, or one per year.
#[derive(Debug, Clone, PartialEq)]
pub enum Series<T> {
    /// One value.
    One(T),
    /// One per year, in rising order of the years.
    ByYear(Vec<(Spanned<Year>, T)>),
}

impl<T> Table<T> {
    /// The table of what each of its values is turned into.
    pub fn map<U>(&self, into: impl Fn(&T) -> U) -> Table<U> {
        let series = |series: &Series<T>| match series {
            Series::One(value) => Series::One(into(value)),
            Series::ByYear(values) => Series::ByYear(
                values
                    .iter()
                    .map(|(year, value)| (year.clone(), into(value)))
                    .collect(),
            ),
        };
        match self {
            Self::Whole(whole) => Table::Whole(series(whole)),
            Self::ByMember(members) => Table::ByMember(
                members
                    .iter()
                    .map(|(key, values)| (key.clone(), series(values)))
                    .collect(),
            ),
        }
    }
}

/// A key of a table by member.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MemberKey {
    /// `"*"`: every member not named.
    Each,
    /// `"all"`: the whole.
    Whole,
    /// A member by id.
    Id(String),
}

/// A number, or a formula that yields it.
#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    /// A number in the declared unit.
    Number(Spanned<f64>),
    /// A formula with units.
    Formula(FormulaText),
}
