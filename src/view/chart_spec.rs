//! A chart as data: one quantity over the years, its history, projection and baseline, and the milestones it is judged
//! at. Made from a course and its outcomes; `crate::charts` draws it and decides nothing but places.
//!
//! A number that is not finite becomes a gap here, so derived equality is total and a memo of a spec can stop updates.

use std::ops::RangeInclusive;

use crate::engine::attain::Outcome;
use crate::engine::lang::Lang;
use crate::engine::model::Axis;
use crate::engine::number::same;
use crate::engine::plan::{Comparison, Years};
use crate::engine::sort;
use crate::text::number::Precision;
use crate::text::words::Words;

pub use super::Year;
pub use super::course::Point;
pub use super::status::Status;
pub use super::value_axis::{Tick, ValueAxis};

/// A chart of one quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSpec {
    /// First and last year of the axis, both inside.
    pub years: RangeInclusive<Year>,
    /// The axis of values.
    pub values: ValueAxis,
    /// Unit, written at the axis.
    pub unit: String,
    /// History and projection, one entry per year of the axis.
    pub series: Vec<Option<Point>>,
    /// The same for the plan as it is written, where it differs; one entry per year of the axis.
    pub baseline: Option<Vec<Option<f64>>>,
    /// How far the quantity is spread over draws, where that is looked at; one entry per year of the axis.
    pub fan: Option<Vec<Option<Band>>>,
    /// What is promised, in the order of years.
    pub milestones: Vec<Milestone>,
    /// Said in place of lines that cannot be drawn.
    pub notice: Option<String>,
}

/// The values that 10, 25, 75 and 90 % of draws lie below in one year.
pub type Band = [f64; 4];

/// How far a quantity is spread over draws, year by year from the first of an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Fan {
    /// The axis.
    pub axis: Axis,
    /// The bands; none where draws give no number.
    pub bands: Vec<Option<Band>>,
}

/// A threshold on the chart, and what stands against it.
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    /// Years the threshold holds in; the last one is the milestone.
    pub years: RangeInclusive<Year>,
    /// The threshold.
    pub threshold: f64,
    /// The other end of a range.
    pub edge: Option<f64>,
    /// The requirement, for example `目标 ≥ 240`.
    pub label: String,
    /// What becomes of it.
    pub status: Status,
    /// The value compared.
    pub reached: Option<Reached>,
}

/// The value a milestone compares.
#[derive(Debug, Clone, PartialEq)]
pub struct Reached {
    /// The year it is of.
    pub year: Year,
    /// The value.
    pub value: f64,
    /// Value and icon, for example `237.6 ◐`.
    pub label: String,
}

impl ChartSpec {
    /// The chart of a quantity year by year from the axis' first, beside the same as written and its outcomes. Marks
    /// those of the whole; members stand in charts of their own.
    pub fn of<'a>(
        axis: Axis,
        points: &[Option<Point>],
        written: &[Option<Point>],
        outcomes: impl IntoIterator<Item = &'a Outcome>,
        unit: &str,
        lang: Lang,
    ) -> Self {
        let milestones = milestones(outcomes, Words(lang));
        let years = years(axis, points, &milestones);
        let read = |all: &[Option<Point>]| -> Vec<Option<Point>> {
            let rows = years.clone().map(|year| axis.row(year));
            rows.map(|row| finite(*all.get(row?)?)).collect()
        };
        let series = read(points);
        let baseline = baseline(&series, &read(written));
        let mut spec = Self {
            years,
            values: ValueAxis::covering(&[], lang),
            unit: unit.to_owned(),
            series,
            baseline,
            fan: None,
            milestones,
            notice: None,
        };
        let shown = spec.shown_values();
        spec.values = ValueAxis::covering(&shown, lang);
        spec.notice = shown
            .is_empty()
            .then(|| Words(lang).nothing_to_draw().to_owned());
        spec
    }

    /// Every value on the chart.
    pub(super) fn shown_values(&self) -> Vec<f64> {
        let known = self.series.iter().flatten().map(|point| point.value);
        let ghosts = self.baseline.iter().flatten().flatten().copied();
        let marks = self.milestones.iter().flat_map(Milestone::values);
        let bands = self.fan.iter().flatten().flatten().flatten().copied();
        known.chain(ghosts).chain(marks).chain(bands).collect()
    }

    /// The same chart with a fan around its course.
    pub fn with_fan(&self, fan: &Fan, lang: Lang) -> Self {
        let mut spec = self.clone();
        let band = |year| *fan.bands.get(fan.axis.row(year)?)?;
        spec.fan = Some(spec.years.clone().map(band).collect());
        spec.values = ValueAxis::covering(&spec.shown_values(), lang);
        spec
    }

    /// The years as a range of numbers with room at both ends, in years; a single year stands in the middle.
    pub fn year_range(&self, room: f64) -> std::ops::Range<f64> {
        let (first, last) = (f64::from(*self.years.start()), f64::from(*self.years.end()));
        if first < last {
            first - room..last + room
        } else {
            first - 1.0..last + 1.0
        }
    }

    /// Years and entries of the series, gaps included.
    pub fn points(&self) -> impl Iterator<Item = (Year, Option<Point>)> {
        self.years.clone().zip(self.series.iter().copied())
    }
}

fn finite(point: Option<Point>) -> Option<Point> {
    point.filter(|point| point.value.is_finite())
}

/// From the first year with something in it to the last.
fn years(axis: Axis, points: &[Option<Point>], milestones: &[Milestone]) -> RangeInclusive<Year> {
    let known = points
        .iter()
        .enumerate()
        .filter(|(_, point)| finite(**point).is_some());
    let known = known.map(|(row, _)| axis.year(row));
    let marked = milestones
        .iter()
        .flat_map(|m| [*m.years.start(), *m.years.end()]);
    let years = known.chain(marked);
    let ends = years
        .map(|year| (year, year))
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    ends.map_or(axis.years(), |(first, last)| first..=last)
}

/// The plan as written, unless it is the course itself.
fn baseline(series: &[Option<Point>], written: &[Option<Point>]) -> Option<Vec<Option<f64>>> {
    let value = |point: &Option<Point>| point.map(|point| point.value);
    let written: Vec<Option<f64>> = written.iter().map(value).collect();
    let is_apart = series
        .iter()
        .map(value)
        .zip(&written)
        .any(|pair| match pair {
            (Some(now), Some(then)) => !same(now, *then),
            (now, then) => now.is_some() != then.is_some(),
        });
    is_apart.then_some(written)
}

/// Up to this many milestones each say that they are targets; more would crowd the chart.
const FEW: usize = 3;

fn milestones<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>, words: Words) -> Vec<Milestone> {
    let of_whole = outcomes
        .into_iter()
        .filter(|outcome| outcome.member.is_none());
    let mut milestones: Vec<Milestone> = of_whole.filter_map(Milestone::of).collect();
    sort::by_key(&mut milestones, |milestone| {
        (*milestone.years.end(), *milestone.years.start())
    });
    if milestones.len() <= FEW {
        for milestone in &mut milestones {
            milestone.label = format!("{} {}", words.required_value(), milestone.label);
        }
    }
    milestones
}

impl Milestone {
    /// The milestone of an outcome; none without a threshold, which leaves nothing to mark.
    fn of(outcome: &Outcome) -> Option<Self> {
        let is_number = |x: &f64| x.is_finite();
        let threshold = outcome.threshold.filter(is_number)?;
        let edge = outcome.edge.filter(is_number);
        let value = outcome.value.filter(is_number);
        let lines = [Some(threshold), edge];
        let written = |line: f64| Precision::for_comparison(line, value).number(line);
        let status = Status::of(outcome);
        Some(Self {
            years: match outcome.years {
                Years::In(year) | Years::By(_, year) => year..=year,
                Years::Every(from, to) => from..=to,
            },
            threshold,
            edge,
            label: requirement(outcome.comparison, &written(threshold), edge.map(written)),
            status,
            reached: value.map(|value| {
                let precision = Precision::for_comparison(value, lines.into_iter().flatten());
                Reached {
                    year: outcome.year,
                    value,
                    label: format!("{} {}", precision.number(value), icon(status)),
                }
            }),
        })
    }

    /// Every value it puts on the chart.
    fn values(&self) -> impl Iterator<Item = f64> {
        let reached = self.reached.as_ref().map(|reached| reached.value);
        [Some(self.threshold), self.edge, reached]
            .into_iter()
            .flatten()
    }
}

fn requirement(comparison: Comparison, line: &str, edge: Option<String>) -> String {
    match (comparison, edge) {
        (Comparison::AtLeast, _) => format!("≥ {line}"),
        (Comparison::MoreThan, _) => format!("> {line}"),
        (Comparison::AtMost, _) => format!("≤ {line}"),
        (Comparison::LessThan, _) => format!("< {line}"),
        (Comparison::Between, Some(edge)) => format!("{line}–{edge}"),
        (Comparison::Between, None) => line.to_owned(),
        (Comparison::About, _) => format!("≈ {line}"),
    }
}

/// The icon of a status as a character, for where nothing but text can be drawn.
const fn icon(status: Status) -> char {
    match status {
        Status::Attained => '✓',
        Status::Near => '◐',
        Status::Missed => '✕',
        Status::Undetermined => '?',
        Status::Unscored => '–',
    }
}
