//! A chart as data: one quantity over the years, its history, projection and baseline, and the milestones it is judged
//! at. Made from a projection and its outcomes; `crate::charts` draws it and decides nothing but places.
//!
//! A number that is not finite becomes a gap here, so derived equality is total and a memo of a spec can stop updates.

use std::ops::RangeInclusive;

use crate::engine::attain::{Band, Verdict};
pub use crate::engine::index::Year;
use crate::engine::lang::Lang;
use crate::engine::number::same;
use crate::engine::plan::Comparison;
use crate::text::number::{Precision, compact};

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
    /// The same under the plan's own assumptions, where it differs; one entry per year of the axis.
    pub baseline: Option<Vec<Option<f64>>>,
    /// What is promised, in the order of years.
    pub milestones: Vec<Milestone>,
    /// Said in place of lines that cannot be drawn.
    pub notice: Option<String>,
}

/// One year's value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// In the unit of the chart; finite.
    pub value: f64,
    /// Whether it has happened.
    pub observed: bool,
}

/// Range and ticks of the values.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueAxis {
    /// Lowest value shown.
    pub min: f64,
    /// Highest value shown; above `min`.
    pub max: f64,
    /// Rising.
    pub ticks: Vec<Tick>,
}

/// One tick of the value axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where.
    pub value: f64,
    /// What is written there.
    pub label: String,
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
    /// Verdict as a tone.
    pub tone: Tone,
    /// The value compared, as it is written beside the mark, with the icon of the verdict.
    pub reached: Option<Reached>,
}

/// The value a milestone compares.
#[derive(Debug, Clone, PartialEq)]
pub struct Reached {
    /// The year it is of.
    pub year: Year,
    /// The value.
    pub value: f64,
    /// Value and icon.
    pub label: String,
}

/// The tone of a verdict: a colour, always together with its icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Attained.
    Attained,
    /// Missed, but nearly there.
    Near,
    /// Missed.
    Missed,
    /// Undetermined or never scored.
    Undetermined,
}

impl Tone {
    /// The tone of a verdict and its band.
    pub fn of(verdict: Verdict, band: Option<Band>) -> Self {
        match (verdict, band) {
            (Verdict::Attained, _) => Self::Attained,
            (Verdict::Missed, Some(Band::Near)) => Self::Near,
            (Verdict::Missed, _) => Self::Missed,
            (Verdict::Undetermined | Verdict::Unscored, _) => Self::Undetermined,
        }
    }

    /// The icon, which says the same as the colour.
    pub const fn icon(self) -> char {
        match self {
            Self::Attained => '✓',
            Self::Near => '◐',
            Self::Missed => '✕',
            Self::Undetermined => '?',
        }
    }
}

/// What a chart is made of.
#[derive(Debug, Clone, Copy)]
pub struct ChartData<'a> {
    /// Year of the first entry of the series.
    pub first_year: Year,
    /// Value and whether it has happened, one per year.
    pub series: &'a [Option<Point>],
    /// The same under the plan's own assumptions.
    pub baseline: &'a [Option<f64>],
    /// Milestones of the targets shown.
    pub milestones: &'a [MilestoneData],
    /// Unit.
    pub unit: &'a str,
    /// Said when there is nothing to draw.
    pub nothing_to_draw: &'a str,
    /// Language of the labels.
    pub lang: Lang,
}

/// What one milestone is made of: the figures of an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct MilestoneData {
    /// Years the threshold holds in; the last one is the milestone.
    pub years: RangeInclusive<Year>,
    /// How it is compared.
    pub comparison: Comparison,
    /// The threshold; without one there is nothing to mark.
    pub threshold: Option<f64>,
    /// The other end of `between`, or the edge of the tolerance of `about`.
    pub edge: Option<f64>,
    /// Year and value compared.
    pub reached: Option<(Year, f64)>,
    /// Verdict as a tone.
    pub tone: Tone,
}

impl ChartSpec {
    /// The chart of one quantity.
    pub fn new(data: &ChartData<'_>) -> Self {
        let series: Vec<_> = data
            .series
            .iter()
            .map(|point| point.filter(|p| p.value.is_finite()))
            .collect();
        let baseline = ghost(&series, data.baseline);
        let name = (data.milestones.len() <= FEW).then(|| word_for_target(data.lang));
        let mut milestones: Vec<_> = data
            .milestones
            .iter()
            .filter_map(|milestone| mark(milestone, name))
            .collect();
        milestones.sort_by_key(|milestone| (*milestone.years.end(), *milestone.years.start()));

        let known = series.iter().flatten().map(|point| point.value);
        let ghosts = baseline.iter().flatten().flatten().copied();
        let marks = milestones
            .iter()
            .flat_map(|m| {
                [
                    Some(m.threshold),
                    m.edge,
                    m.reached.as_ref().map(|r| r.value),
                ]
            })
            .flatten();
        let shown: Vec<f64> = known.chain(ghosts).chain(marks).collect();

        let notice = shown.is_empty().then(|| data.nothing_to_draw.to_owned());
        Self {
            years: axis_years(data.first_year, series.len(), &milestones),
            values: ValueAxis::covering(&shown, data.lang),
            unit: data.unit.to_owned(),
            series,
            baseline,
            milestones,
            notice,
        }
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

/// The axis covers the series and every milestone.
fn axis_years(first: Year, length: usize, milestones: &[Milestone]) -> RangeInclusive<Year> {
    let last_of_series = first + (length as Year - 1).max(0);
    let last_mark = milestones.iter().map(|m| *m.years.end()).max();
    first..=last_of_series.max(last_mark.unwrap_or(first))
}

/// The baseline, unless it is the projection itself.
fn ghost(series: &[Option<Point>], baseline: &[Option<f64>]) -> Option<Vec<Option<f64>>> {
    let values = series.iter().map(|point| point.map(|p| p.value));
    let is_apart = values.zip(baseline).any(|pair| match pair {
        (Some(value), Some(base)) => !same(value, *base),
        (value, base) => value.is_some() != base.is_some(),
    });
    is_apart.then(|| {
        let mut ghost = baseline.to_vec();
        for value in &mut ghost {
            *value = value.filter(|x| x.is_finite());
        }
        ghost
    })
}

fn mark(data: &MilestoneData, name: Option<&str>) -> Option<Milestone> {
    let threshold = data.threshold.filter(|x| x.is_finite())?;
    let edge = data.edge.filter(|x| x.is_finite());
    let reached = data.reached.filter(|(_, value)| value.is_finite());
    let lines = [Some(threshold), edge];
    let written = lines.map(|line| {
        line.map(|line| {
            let against = reached.map_or(line, |(_, value)| value);
            Precision::for_comparison(line, [against]).number(line)
        })
    });
    Some(Milestone {
        years: data.years.clone(),
        threshold,
        edge,
        label: requirement(data.comparison, &written, name),
        tone: data.tone,
        reached: reached.map(|(year, value)| {
            let precision = Precision::for_comparison(value, lines.into_iter().flatten());
            let label = format!("{} {}", precision.number(value), data.tone.icon());
            Reached { year, value, label }
        }),
    })
}

/// Up to this many milestones each say that they are targets; more would crowd the chart.
const FEW: usize = 3;

fn word_for_target(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "目标 ",
        Lang::En => "Target ",
    }
}

fn requirement(
    comparison: Comparison,
    [line, edge]: &[Option<String>; 2],
    name: Option<&str>,
) -> String {
    let name = name.unwrap_or_default();
    let line = line.as_deref().unwrap_or_default();
    let sign = match comparison {
        Comparison::AtLeast => "≥ ",
        Comparison::MoreThan => "> ",
        Comparison::AtMost => "≤ ",
        Comparison::LessThan => "< ",
        Comparison::About => "≈ ",
        Comparison::Between => {
            let edge = edge.as_deref().unwrap_or_default();
            return format!("{name}{line}–{edge}");
        }
    };
    format!("{name}{sign}{line}")
}

/// Most steps between the lowest and the highest value.
const STEPS: f64 = 5.0;
/// From here on tick labels count in larger units.
const LONG: f64 = 1e7;

impl ValueAxis {
    /// A range and round ticks that cover the values; values that differ by less than noise get room around them.
    fn covering(values: &[f64], lang: Lang) -> Self {
        let low = values.iter().copied().reduce(f64::min).unwrap_or(0.0);
        let high = values.iter().copied().reduce(f64::max).unwrap_or(1.0);
        let (low, high) = if same(low, high) {
            let room = if low.abs() < 1e-9 {
                1.0
            } else {
                low.abs() / 10.0
            };
            (low - room, high + room)
        } else {
            (low, high)
        };
        // Divided before they are subtracted, so that the largest numbers do not overflow.
        let step = RoundStep::at_least(high / STEPS - low / STEPS);
        let first = (low / step.size).floor();
        let last = (high / step.size).ceil();
        let count = (last - first) as usize;
        let is_long = low.abs().max(high.abs()) >= LONG;
        let ticks: Vec<_> = (0..=count)
            .map(|i| step.times(first + i as f64))
            .map(|value| Tick {
                value,
                label: if is_long {
                    compact(value, lang)
                } else {
                    step.precision().padded(value)
                },
            })
            .collect();
        Self {
            min: ticks.first().map_or(low, |tick| tick.value),
            max: ticks.last().map_or(high, |tick| tick.value),
            ticks,
        }
    }
}

/// One, two or five times a power of ten.
#[derive(Debug, Clone, Copy)]
struct RoundStep {
    factor: f64,
    exponent: i32,
    size: f64,
}

impl RoundStep {
    /// The smallest round step that is not below `size`, which is positive.
    fn at_least(size: f64) -> Self {
        let scientific = format!("{size:e}");
        let (mantissa, exponent) = scientific.split_once('e').unwrap_or(("1", "0"));
        let mantissa: f64 = mantissa.parse().unwrap_or(1.0);
        let exponent: i32 = exponent.parse().unwrap_or(0);
        let factor = [1.0, 2.0, 5.0].into_iter().find(|f| mantissa <= *f);
        let mut step = Self {
            factor: factor.unwrap_or(1.0),
            exponent: exponent + i32::from(factor.is_none()),
            size: 0.0,
        };
        step.size = step.times(1.0);
        step
    }

    /// A multiple, without the noise of adding steps up: 3 × 0.1 is 0.3.
    fn times(self, n: f64) -> f64 {
        let multiple = n * self.factor;
        format!("{multiple}e{}", self.exponent)
            .parse()
            .unwrap_or(multiple)
    }

    fn precision(self) -> Precision {
        Precision::decimals((-self.exponent).max(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels(values: &[f64]) -> Vec<String> {
        let axis = ValueAxis::covering(values, Lang::Zh);
        axis.ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_are_round_and_written_alike() {
        for (values, expected) in [
            (
                &[205.0, 268.1][..],
                &["200", "220", "240", "260", "280"][..],
            ),
            (&[12.0, 15.0], &["12", "13", "14", "15"]),
            (
                &[0.47, 0.55],
                &["0.46", "0.48", "0.50", "0.52", "0.54", "0.56"],
            ),
            (&[-3.2, 1.5], &["−4", "−3", "−2", "−1", "0", "1", "2"]),
            (&[1.2e8, 4.5e8], &["1亿", "2亿", "3亿", "4亿", "5亿"]),
            (&[240.0], &["210", "220", "230", "240", "250", "260", "270"]),
            (&[0.0], &["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
            (&[], &["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ] {
            assert_eq!(labels(values), expected, "{values:?}");
        }
    }

    proptest! {
        #[test]
        fn the_axis_covers_the_values(a in prop::num::f64::NORMAL, b in prop::num::f64::NORMAL) {
            let axis = ValueAxis::covering(&[a, b], Lang::En);
            prop_assert!(axis.min < axis.max);
            prop_assert!(axis.min <= a.min(b) && a.max(b) <= axis.max);
            prop_assert!((3..=8).contains(&axis.ticks.len()), "{:?}", axis.ticks);
            prop_assert!(axis.ticks.windows(2).all(|pair| pair[0].value < pair[1].value));
        }
    }
}
