//! The small line in a row: the course of a quantity over the years and the marks it is held against, as paths of a
//! vector image. The line only shows a shape; numbers and verdicts stand beside it.

use std::fmt::Write as _;

use crate::engine::attain::Outcome;
use crate::engine::index::Year;
use crate::engine::model::Axis;

use super::course::Point;
use super::status::Status;

/// Size of the image in its own units, which the style sheet stretches.
pub const WIDTH: f64 = 96.0;
/// Height.
pub const HEIGHT: f64 = 28.0;
/// Room for the width of lines and marks.
const INSET: f64 = 4.0;
/// Half of the length of a mark.
const MARK: f64 = 4.0;

/// A small line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spark {
    /// What has happened.
    pub observed: String,
    /// What is projected, beginning at the last observation.
    pub projected: String,
    /// The same as the plan is written.
    pub written: String,
    /// The thresholds, with what becomes of them.
    pub marks: Vec<(Status, String)>,
}

/// What a small line is drawn of: a quantity year by year from the axis' first, the same as written, and the marks it is
/// held against.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Traced {
    points: Vec<Option<Point>>,
    written: Vec<Option<f64>>,
    thresholds: Vec<(Status, Year, f64)>,
}

impl Traced {
    /// Puts together what is drawn.
    pub fn of<'a>(
        points: &[Option<Point>],
        written: &[Option<f64>],
        outcomes: impl Iterator<Item = &'a Outcome>,
    ) -> Self {
        let thresholds = outcomes.filter_map(|outcome| {
            Some((Status::of(outcome), outcome.milestone(), outcome.threshold?))
        });
        Self {
            points: points.to_vec(),
            written: written.to_vec(),
            thresholds: thresholds.collect(),
        }
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        let points = self.points.iter().flatten().map(|point| point.value);
        let written = self.written.iter().flatten().copied();
        let marked = self.thresholds.iter().map(|(_, _, threshold)| *threshold);
        points.chain(written).chain(marked)
    }
}

impl Spark {
    /// The marks of one status as one path.
    pub fn marks_of(&self, status: Status) -> String {
        let marks = self.marks.iter();
        let of_status = marks.filter(|(of_mark, _)| *of_mark == status);
        of_status.map(|(_, path)| path.as_str()).collect()
    }

    /// Draws a quantity beside the same as written and its outcomes.
    pub fn of<'a>(
        axis: Axis,
        points: &[Option<Point>],
        written: &[Option<f64>],
        outcomes: impl Iterator<Item = &'a Outcome>,
    ) -> Self {
        let all = Self::alike(axis, &[Traced::of(points, written, outcomes)]);
        all.into_iter().next().unwrap_or_default()
    }

    /// Draws several quantities over one range of values, so that they can be compared.
    pub fn alike(axis: Axis, all: &[Traced]) -> Vec<Self> {
        match Scale::over(axis, all.iter().flat_map(Traced::values)) {
            Some(scale) => all.iter().map(|one| Self::on(&scale, axis, one)).collect(),
            None => vec![Self::default(); all.len()],
        }
    }

    fn on(scale: &Scale, axis: Axis, traced: &Traced) -> Self {
        let Traced {
            points,
            written,
            thresholds,
        } = traced;
        let last_observed = points
            .iter()
            .rposition(|point| point.is_some_and(|p| p.is_observed));
        let is_past = |row: usize| last_observed.is_some_and(|last| row <= last);
        let is_ahead = |row: usize| last_observed.is_none_or(|last| row >= last);
        let value = |row: usize| points.get(row).copied().flatten().map(|point| point.value);
        let base = |row: usize| written.get(row).copied().flatten();
        Self {
            observed: scale.line(|row| value(row).filter(|_| is_past(row))),
            projected: scale.line(|row| value(row).filter(|_| is_ahead(row))),
            written: scale.line(|row| base(row).filter(|_| is_ahead(row))),
            marks: thresholds
                .iter()
                .filter_map(|(status, year, threshold)| {
                    Some((*status, scale.mark(axis.row(*year)?, *threshold)))
                })
                .collect(),
        }
    }
}

/// From years and values to places in the image.
struct Scale {
    rows: usize,
    low: f64,
    high: f64,
}

impl Scale {
    fn over(axis: Axis, values: impl Iterator<Item = f64>) -> Option<Self> {
        let finite = values.filter(|value| value.is_finite());
        let range = finite.map(|value| (value, value));
        let (low, high) =
            range.reduce(|(low, high), (value, _)| (low.min(value), high.max(value)))?;
        Some(Self {
            rows: axis.len(),
            low,
            high,
        })
    }

    fn x(&self, row: usize) -> f64 {
        let last = self.rows.saturating_sub(1).max(1);
        INSET + (WIDTH - 2.0 * INSET) * row as f64 / last as f64
    }

    fn y(&self, value: f64) -> f64 {
        let span = self.high - self.low;
        // A quantity that never changes is drawn in the middle.
        let share = if span > 0.0 {
            (value - self.low) / span
        } else {
            0.5
        };
        HEIGHT - INSET - (HEIGHT - 2.0 * INSET) * share
    }

    /// A path through the known years, broken where one is unknown. A year alone becomes a dot.
    fn line(&self, value: impl Fn(usize) -> Option<f64>) -> String {
        let mut path = String::new();
        let mut is_drawing = false;
        for row in 0..self.rows {
            let Some(value) = value(row).filter(|value| value.is_finite()) else {
                is_drawing = false;
                continue;
            };
            let command = if is_drawing { 'L' } else { 'M' };
            let (x, y) = (self.x(row), self.y(value));
            // Writing into a string does not fail.
            let _ = write!(path, "{command}{x:.1} {y:.1}");
            if !is_drawing {
                path.push_str("h0");
            }
            is_drawing = true;
        }
        path
    }

    fn mark(&self, row: usize, threshold: f64) -> String {
        let (x, y) = (self.x(row) - MARK, self.y(threshold));
        format!("M{x:.1} {y:.1}h{:.0}", 2.0 * MARK)
    }
}
