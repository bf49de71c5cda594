//! A target's quantity year by year, as a table.

use crate::engine::attain::Outcome;
use crate::engine::index::{TargetIdx, Year};
use crate::engine::lang::Lang;
use crate::engine::model::Axis;
use crate::engine::plan::Years;
use crate::text::number::{Precision, UNKNOWN, with_unit};

use super::course::Point;
use super::why::{Asked, Of};

/// One year.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct YearRow {
    /// The year.
    pub year: Year,
    /// The value.
    pub value: String,
    /// Whether it has happened.
    pub is_observed: bool,
    /// The value as the plan is written.
    pub written: String,
    /// What is required in that year; empty where nothing is.
    pub target: String,
}

/// One year, its numbers such that they can be asked about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AskedYear {
    /// The year.
    pub row: YearRow,
    /// The question about its value, where there is one.
    pub value: Option<Asked>,
    /// The question about what is required.
    pub target: Option<Asked>,
}

impl AskedYear {
    /// A year of a target's quantity; name and unit are the target's.
    pub fn of(row: YearRow, target: TargetIdx, name: &str, unit: &str, lang: Lang) -> Self {
        let asked = |of: Of, number: &str| {
            let is_there = !number.is_empty() && number != UNKNOWN;
            is_there.then(|| Asked::new(of, row.year, name, &with_unit(number, unit), lang))
        };
        Self {
            value: asked(Of::Quantity(target, None), &row.value),
            target: asked(Of::Threshold(target, None), &row.target),
            row,
        }
    }
}

/// The table of a quantity, all values with the same decimals.
pub fn year_table<'a>(
    axis: Axis,
    points: &[Option<Point>],
    written: &[Option<Point>],
    outcomes: impl Iterator<Item = &'a Outcome>,
) -> Vec<YearRow> {
    let outcomes: Vec<&Outcome> = outcomes.collect();
    let values = points
        .iter()
        .chain(written)
        .flatten()
        .map(|point| point.value.abs());
    let precision = values.fold(None, |least: Option<f64>, value| {
        Some(least.map_or(value, |least| least.max(value)))
    });
    let precision = precision.map_or(Precision::decimals(0), Precision::needed);
    let text = |point: Option<Point>| {
        point.map_or_else(|| UNKNOWN.to_owned(), |point| precision.padded(point.value))
    };
    axis.years()
        .enumerate()
        .map(|(row, year)| {
            let [point, before] = [points, written].map(|all| all.get(row).copied().flatten());
            YearRow {
                year,
                value: text(point),
                is_observed: point.is_some_and(|point| point.is_observed),
                written: text(before),
                target: required(&outcomes, year),
            }
        })
        .collect()
}

fn required(outcomes: &[&Outcome], year: Year) -> String {
    let applies = |outcome: &&&Outcome| match outcome.years {
        Years::In(only) => only == year,
        Years::Every(from, to) => (from..=to).contains(&year),
        Years::By(_, by) => by == year,
    };
    let found = outcomes.iter().find(applies);
    let threshold = found.and_then(|outcome| outcome.threshold);
    threshold
        .map(|threshold| Precision::needed(threshold).number(threshold))
        .unwrap_or_default()
}
