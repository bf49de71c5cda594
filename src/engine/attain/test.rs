//! One test: a quantity against its line over the years tested, with everything an outcome says about it.

use std::ops::RangeInclusive;

use super::judge::Line;
use super::progress::{band, change_rate, geometric_share, growth_rate, linear_share, progress};
use super::tested::{Known, Shown, Tested};
use super::{Outcome, Pace, Rate, Schedule, Verdict};
use crate::engine::eval::knowledge::State;
use crate::engine::eval::{Bounds, Cell, Projection};
use crate::engine::index::{MemberIdx, TargetIdx, Year};
use crate::engine::model::graph::Operand;
use crate::engine::model::{Axis, Bound, QuantityTarget, Root, Shape, Test};
use crate::engine::plan::{Basis, Years};
use crate::engine::sort;

/// The outcome of one test.
pub fn judge(
    projection: &Projection,
    bounds: &Bounds<'_>,
    target: TargetIdx,
    quantity: &QuantityTarget,
    test: &Test,
) -> Outcome {
    Judgement::new(projection, target, quantity, test).outcome(bounds)
}

/// The line of a test in a year, if it is known.
pub fn line(
    projection: &Projection,
    target: TargetIdx,
    quantity: &QuantityTarget,
    test: &Test,
    year: Year,
) -> Option<Line> {
    let judgement = Judgement::new(projection, target, quantity, test);
    judgement.line(year).ok()
}

/// What the published methods read of a test in one year: the numbers behind its progress, on the scale it is measured on
/// (average growth as the level it implies).
pub struct Readings {
    /// The comparison.
    pub line: Line,
    /// Base year and value; none for growth over one year, or where nothing earlier is known.
    pub base: Option<(Year, f64)>,
    /// The value in the year tested.
    pub value: f64,
    /// Year and value of what happened last since the base, not after the year tested.
    pub latest: Option<(Year, f64)>,
    /// Everything that happened before the year tested, in the target's unit.
    pub history: Vec<(Year, f64)>,
}

/// Reads them; `None` where the year tested cannot be decided.
pub fn readings(
    projection: &Projection,
    target: TargetIdx,
    quantity: &QuantityTarget,
    test: &Test,
    year: Year,
) -> Option<Readings> {
    let judgement = Judgement::new(projection, target, quantity, test);
    let (line, x) = (judgement.line(year).ok()?, judgement.value(year).ok()?);
    let (line, base, value) = judgement.on_the_way(year, &line, x);
    let now = judgement.has_happened(year).then_some((year, value));
    Some(Readings {
        line,
        base,
        value,
        latest: now.or_else(|| judgement.latest(year, base?.0)),
        history: judgement.history(year),
    })
}

struct Judgement<'a> {
    projection: &'a Projection,
    axis: Axis,
    target: TargetIdx,
    quantity: &'a QuantityTarget,
    test: &'a Test,
}

impl<'a> Judgement<'a> {
    fn new(
        projection: &'a Projection,
        target: TargetIdx,
        quantity: &'a QuantityTarget,
        test: &'a Test,
    ) -> Self {
        Self {
            projection,
            axis: projection.model().axis(),
            target,
            quantity,
            test,
        }
    }

    fn outcome(&self, bounds: &Bounds<'_>) -> Outcome {
        let tested: Vec<Tested> = self.years().map(|year| self.tested(year, bounds)).collect();
        let verdict = self.verdict(&tested);
        let roots = if verdict == Verdict::Undetermined {
            roots(&tested)
        } else {
            Vec::new()
        };
        let mut outcome = Outcome {
            member: self.test.member,
            comparison: self.quantity.comparison,
            is_final: self.is_final(),
            rests_on_plan: self.rests_on(Basis::Plan),
            rests_on_placeholder: self.rests_on(Basis::Placeholder),
            ..Outcome::bare(self.target, self.test.years, verdict, roots)
        };
        if let Some(shown) = self.shown(&tested, verdict) {
            self.fill(&mut outcome, shown);
        } else {
            outcome.value = self.value(outcome.year).ok();
            outcome.range = tested.last().and_then(|tested| tested.range);
            outcome.threshold = self.bound(self.test.threshold, outcome.year).ok();
        }
        if matches!(self.test.years, Years::Every(..)) {
            outcome.first_breach = tested
                .iter()
                .find(|tested| tested.holds() == Some(false))
                .map(|tested| tested.year);
        }
        outcome
    }

    fn years(&self) -> RangeInclusive<Year> {
        let start = self.projection.model().period().start;
        self.test.years.all(start)
    }

    fn tested(&self, year: Year, bounds: &Bounds<'_>) -> Tested {
        let value = self.value(year);
        let row = self.axis.row(year).filter(|_| value.is_err());
        let range = row.map(|row| bounds.of(self.test.quantity, row, self.lane()));
        Tested {
            year,
            line: self.line(year),
            value,
            range: range.filter(|range| range.is_bounded() && !range.is_fault()),
        }
    }

    /// Three-valued over the years: of `every` one failing year decides, of `by` one year in which it holds.
    fn verdict(&self, tested: &[Tested]) -> Verdict {
        let decisive = !matches!(self.test.years, Years::By(..));
        let (yes, no) = (Verdict::Attained, Verdict::Missed);
        let any = |wanted: bool| tested.iter().any(|tested| tested.holds() == Some(wanted));
        let unknown = tested.iter().any(|tested| tested.holds().is_none());
        match decisive {
            true if any(false) => no,
            false if any(true) => yes,
            _ if unknown || tested.is_empty() => Verdict::Undetermined,
            true => yes,
            false => no,
        }
    }

    /// The year to show: the worst of a window, the best of "by", the year itself.
    fn shown(&self, tested: &[Tested], verdict: Verdict) -> Option<Shown> {
        if verdict == Verdict::Undetermined {
            return None;
        }
        let best = matches!(self.test.years, Years::By(..));
        let margin = |shown: &Shown| shown.line.margin(shown.x);
        tested.iter().filter_map(Tested::shown).reduce(|a, b| {
            let is_less = margin(&b) < margin(&a);
            if is_less == best { a } else { b }
        })
    }

    /// The figures of the year shown. Of a value that is open there are its bounds, and no second reading.
    fn fill(&self, outcome: &mut Outcome, shown: Shown) {
        let Shown {
            year,
            line,
            x,
            range,
        } = shown;
        outcome.year = year;
        outcome.threshold = Some(line.threshold);
        outcome.edge = line.edge();
        outcome.range = range;
        if range.is_some() {
            return;
        }
        outcome.value = Some(x);
        outcome.margin = Some(line.margin(x));
        outcome.stretch = self.stretch(year, x);
        if let Years::In(year) = self.test.years {
            self.second_readings(outcome, year, &line, x);
        }
    }

    fn line(&self, year: Year) -> Known<Line> {
        let threshold = self.bound(self.test.threshold, year)?;
        let upper = self
            .test
            .upper
            .map(|upper| self.bound(upper, year))
            .transpose()?;
        let tolerance = self.bound(self.quantity.tolerance, year)? / 100.0;
        let QuantityTarget {
            comparison, better, ..
        } = *self.quantity;
        Ok(Line {
            comparison,
            threshold,
            upper,
            tolerance,
            better,
        })
    }

    fn bound(&self, bound: Bound, year: Year) -> Known<f64> {
        match bound {
            Bound::Number(value) => Ok(value),
            Bound::Series(operand) => self.number(operand, year),
        }
    }

    fn value(&self, year: Year) -> Known<f64> {
        self.number(self.test.quantity, year)
    }

    fn number(&self, operand: Operand, year: Year) -> Known<f64> {
        let fault = || vec![Root::TargetArithmetic(self.target, year)];
        let Some(row) = self.axis.row(year) else {
            return Err(fault());
        };
        match self.projection.read(operand, row, self.lane()) {
            Cell::Observed(x) | Cell::Interpolated(x) | Cell::Projected(x) => Ok(x),
            Cell::Unknown(roots) => Err(roots.to_vec()),
            Cell::Fault | Cell::NotApplicable => Err(fault()),
        }
    }

    fn lane(&self) -> usize {
        self.test.member.map_or(0, MemberIdx::at)
    }

    fn has_happened(&self, year: Year) -> bool {
        let row = self.axis.row(year);
        row.and_then(|row| self.projection.state(self.test.quantity, row, self.lane()))
            .is_some_and(State::has_happened)
    }

    /// Final once every tested year has happened.
    fn is_final(&self) -> bool {
        self.years().all(|year| self.has_happened(year))
    }

    fn rests_on(&self, basis: Basis) -> bool {
        let bounds = [Some(self.test.threshold), self.test.upper]
            .into_iter()
            .flatten();
        let thresholds = bounds.filter_map(|bound| match bound {
            Bound::Series(operand) => Some(operand),
            Bound::Number(_) => None,
        });
        let quantity = (!self.is_final()).then_some(self.test.quantity);
        thresholds
            .chain(quantity)
            .any(|operand| self.projection.grounds(operand).include(basis))
    }

    fn stretch(&self, year: Year, x: f64) -> Option<(f64, Verdict)> {
        let threshold = self.bound(self.test.stretch?, year).ok()?;
        let line = Line {
            threshold,
            ..self.line(year).ok()?
        };
        Some((
            threshold,
            if line.holds(x) {
                Verdict::Attained
            } else {
                Verdict::Missed
            },
        ))
    }

    /// Progress, band, first year attained, pace and schedule of a test in one year.
    fn second_readings(&self, outcome: &mut Outcome, year: Year, line: &Line, x: f64) {
        let (scaled, base, x_scaled) = self.on_the_way(year, line, x);
        outcome.progress = base.and_then(|(_, base)| progress(&scaled, base, x_scaled));
        outcome.band = band(&scaled, base.map(|(_, base)| base), x_scaled);
        outcome.first_attained = self.first_attained(line);
        outcome.pace = self.pace(year, line, x);
        outcome.schedule = base.and_then(|(from, base)| self.schedule(year, &scaled, from, base));
    }

    /// Line, base and value as progress measures them: average growth through the level it implies.
    fn on_the_way(&self, year: Year, line: &Line, x: f64) -> (Line, Option<(Year, f64)>, f64) {
        match self.quantity.shape {
            Shape::Growth => (*line, None, x),
            Shape::Cumulative(from) => (*line, Some((from - 1, 0.0)), x),
            Shape::AverageGrowth(from) => {
                let unit = self.quantity.unit.scale().scale(1.0);
                let level = |rate: f64| libm::pow(1.0 + rate * unit, f64::from(year - from));
                let scaled = Line {
                    threshold: level(line.threshold),
                    ..*line
                };
                (scaled, Some((from, 1.0)), level(x))
            }
            Shape::Level | Shape::Share => (*line, self.base(year), x),
        }
    }

    /// Base year and value: as stated, else the year before the plan, else the earliest known; before the target year.
    fn base(&self, year: Year) -> Option<(Year, f64)> {
        let before_plan = self.projection.model().period().start - 1;
        let stated = self.quantity.base.into_iter().chain([before_plan]);
        let mut years = stated.chain(self.axis.years()).filter(|&base| base < year);
        years.find_map(|base| Some((base, self.value(base).ok()?)))
    }

    fn first_attained(&self, line: &Line) -> Option<Year> {
        let start = self.projection.model().period().start;
        let mut years = self.axis.years().filter(|&year| year >= start);
        years.find(|&year| self.value(year).is_ok_and(|x| line.holds(x)))
    }

    /// The year the remaining way starts from: the last one that has happened, else the earliest known.
    fn start(&self, year: Year) -> Option<(Year, f64)> {
        let happened = self
            .axis
            .years()
            .rev()
            .find(|&from| from < year && self.has_happened(from));
        let from = happened.or_else(|| self.base(year).map(|(from, _)| from))?;
        Some((from, self.value(from).ok()?))
    }

    fn pace(&self, year: Year, line: &Line, x: f64) -> Option<Pace> {
        let goal = line
            .edge()
            .filter(|_| line.upper.is_none())
            .unwrap_or(line.threshold);
        match self.quantity.shape {
            Shape::Growth | Shape::AverageGrowth(_) => None,
            Shape::Cumulative(first) => {
                let done = self
                    .axis
                    .years()
                    .rev()
                    .find(|&from| from < year && from >= first && self.has_happened(from));
                let from = done.unwrap_or(first - 1);
                let start = done.map_or(Some(0.0), |done| self.value(done).ok())?;
                let years = f64::from(year - from);
                let rate = |to: f64| Rate::Amount((to - start) / years);
                Some(Pace {
                    from,
                    start,
                    required: rate(goal),
                    projected: rate(x),
                })
            }
            Shape::Level | Shape::Share => {
                let (from, start) = self.start(year)?;
                let rate = if self.quantity.shape == Shape::Share {
                    change_rate
                } else {
                    growth_rate
                };
                let years = f64::from(year - from);
                Some(Pace {
                    from,
                    start,
                    required: rate(start, goal, years),
                    projected: rate(start, x, years),
                })
            }
        }
    }

    /// Year and value of what happened last between a base and a year, on the scale progress is measured on.
    fn latest(&self, year: Year, from: Year) -> Option<(Year, f64)> {
        let t = self
            .axis
            .years()
            .rev()
            .find(|&t| t < year && t > from && self.has_happened(t))?;
        let x = self.value(t).ok()?;
        let scaled = match self.quantity.shape {
            Shape::AverageGrowth(_) => {
                let rate = x * self.quantity.unit.scale().scale(1.0);
                libm::pow(1.0 + rate, f64::from(t - from))
            }
            _ => x,
        };
        Some((t, scaled))
    }

    /// Years and values of everything that happened before a year.
    fn history(&self, year: Year) -> Vec<(Year, f64)> {
        let happened = self
            .axis
            .years()
            .filter(|&t| t < year && self.has_happened(t));
        happened
            .filter_map(|t| Some((t, self.value(t).ok()?)))
            .collect()
    }

    fn schedule(&self, year: Year, line: &Line, from: Year, base: f64) -> Option<Schedule> {
        let (t, x) = self.latest(year, from)?;
        let (elapsed, years) = (f64::from(t - from), f64::from(year - from));
        let path_share = match self.quantity.shape {
            Shape::AverageGrowth(_) => geometric_share(base, line.threshold, elapsed, years),
            _ => linear_share(elapsed, years),
        };
        Some(Schedule {
            year: t,
            completion: progress(line, base, x)?,
            path_share,
        })
    }
}

/// Why some year could not be decided.
fn roots(tested: &[Tested]) -> Vec<Root> {
    let mut roots: Vec<Root> = tested.iter().flat_map(Tested::roots).collect();
    sort::distinct(&mut roots);
    roots
}
