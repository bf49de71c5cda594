//! One test of a target over many draws: in how many it is attained, and how far its quantity is spread.

use super::chance::Chance;
use super::draws::{Column, Draws};
use super::spread::{SHARES, Spread, percentiles};
use crate::engine::attain::judge::Line;
use crate::engine::eval::knowledge::State;
use crate::engine::eval::{Across, Batch, BatchYear, Evaluator, Lanes, Projection, Varied};
use crate::engine::index::MemberIdx;
use crate::engine::model::graph::{Operand, SlotIdx};
use crate::engine::model::{Bound, QuantityTarget, Test};
use crate::engine::plan::{self, Years};
use crate::engine::sort;

/// What many draws say of one test of a target.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// How often it is attained.
    pub chance: Chance,
    /// How far its quantity is spread, row by row; nothing where some draws give no number.
    pub spread: Vec<Option<Spread>>,
}

/// Draws around the evaluator's inputs, whose values are `projection`. An assumption that has been moved takes its draws
/// along. Nothing where no assumption is drawn.
pub fn forecast(
    evaluator: &Evaluator,
    projection: &Projection,
    quantity: &QuantityTarget,
    test: &Test,
    draws: &Draws,
) -> Option<Forecast> {
    if draws.columns.is_empty() {
        return None;
    }
    let varied: Vec<Varied> = draws
        .columns
        .iter()
        .map(|column| varied(evaluator, column))
        .collect();
    let model = evaluator.model();
    let judge = Judge {
        evaluator,
        projection,
        quantity,
        test,
        member: test.member.map_or(0, MemberIdx::at),
    };
    let tested = test.years.all(model.period().start);
    let is_off_axis = |year| model.axis().row(year).is_none();
    let begin = Found {
        is_open: tested.clone().any(is_off_axis),
        ..Found::default()
    };
    let mut found = vec![begin; draws.count];
    let mut spread = Vec::new();
    let mut scratch = Vec::with_capacity(draws.count);
    Batch::new(evaluator, &varied, &reads(quantity, test)).run(|year| {
        spread.push(judge.spread(year, &mut scratch));
        if tested.contains(&model.axis().year(year.row())) {
            judge.test(year, &mut found);
        }
    });
    let verdict = |found: &Found| found.verdict(test.years);
    let count = |wanted: Option<bool>| found.iter().filter(|one| verdict(one) == wanted).count();
    Some(Forecast {
        chance: Chance {
            draws: draws.count,
            attained: count(Some(true)),
            undetermined: count(None),
        },
        spread,
    })
}

/// The series whose uncertainty a target's own is made of.
pub fn series(quantity: &QuantityTarget) -> Vec<SlotIdx> {
    let operands = quantity.tests.iter().flat_map(|test| reads(quantity, test));
    let mut series: Vec<SlotIdx> = operands.map(|operand| operand.slot).collect();
    sort::distinct(&mut series);
    series
}

/// Everything a test reads.
fn reads(quantity: &QuantityTarget, test: &Test) -> Vec<Operand> {
    let bounds = [Some(test.threshold), test.upper, Some(quantity.tolerance)];
    let series = bounds
        .into_iter()
        .flatten()
        .filter_map(|bound| match bound {
            Bound::Series(operand) => Some(operand),
            Bound::Number(_) => None,
        });
    std::iter::once(test.quantity).chain(series).collect()
}

/// A column of draws as lanes of a batch.
fn varied(evaluator: &Evaluator, column: &Column) -> Varied {
    let model = evaluator.model();
    let (index, member) = (column.assumption, column.member);
    let slot = model.graph().assumptions[index.at()];
    let path = model.assumptions()[index.at()].path;
    let written = model.defaults().get(index, Some(member));
    let rows = (0..model.axis().len()).map(|row| {
        let current = evaluator.value(slot, row, member.at());
        match column.draws {
            plan::Draws::Value => {
                let moved = written.map(|value| current - value.at(model.axis().year(row), path));
                (1.0, moved.filter(|by| by.is_finite()).unwrap_or_default())
            }
            plan::Draws::Factor => (current, 0.0),
            plan::Draws::Shift => (1.0, current),
        }
    });
    Varied {
        assumption: index,
        member: Some(member),
        lanes: Lanes::Drawn {
            draws: column.values.clone(),
            rows: rows.collect(),
        },
    }
}

/// What one draw has come to in the years tested so far.
#[derive(Debug, Clone, Copy, Default)]
struct Found {
    holds: bool,
    fails: bool,
    is_open: bool,
}

impl Found {
    fn add(&mut self, holds: Option<bool>) {
        self.holds |= holds == Some(true);
        self.fails |= holds == Some(false);
        self.is_open |= holds.is_none();
    }

    /// As of a single projection: of `every` one failing year decides, of `by` one year in which it holds.
    fn verdict(self, years: Years) -> Option<bool> {
        let (decides, verdict) = match years {
            Years::By(..) => (self.holds, true),
            Years::In(_) | Years::Every(..) => (self.fails, false),
        };
        if decides {
            return Some(verdict);
        }
        (!self.is_open && (self.holds || self.fails)).then_some(!verdict)
    }
}

/// Reads one test lane by lane.
struct Judge<'a> {
    evaluator: &'a Evaluator,
    projection: &'a Projection,
    quantity: &'a QuantityTarget,
    test: &'a Test,
    member: usize,
}

impl Judge<'_> {
    /// An operand in a year; no number at all where it is not known.
    fn read<'y>(&self, year: &'y BatchYear<'_>, operand: Operand) -> Across<'y> {
        let lanes = self.evaluator.schedule().knowledge.lanes(operand.slot);
        let member = if lanes == 1 { 0 } else { self.member };
        let state = self.projection.state(operand, year.row(), member);
        if state.is_some_and(State::is_known) {
            year.read(operand, member)
        } else {
            Across::Same(f64::NAN)
        }
    }

    fn bound<'y>(&self, year: &'y BatchYear<'_>, bound: Bound) -> Across<'y> {
        match bound {
            Bound::Number(value) => Across::Same(value),
            Bound::Series(operand) => self.read(year, operand),
        }
    }

    fn spread(&self, year: &BatchYear<'_>, scratch: &mut Vec<f64>) -> Option<Spread> {
        match self.read(year, self.test.quantity) {
            Across::Same(value) => value.is_finite().then_some([value; SHARES.len()]),
            Across::Each(column) => {
                if !column.iter().all(|value| value.is_finite()) {
                    return None;
                }
                scratch.clear();
                scratch.extend_from_slice(column);
                percentiles(scratch, SHARES)
            }
        }
    }

    /// Whether the comparison holds, draw by draw.
    fn test(&self, year: &BatchYear<'_>, found: &mut [Found]) {
        let value = self.read(year, self.test.quantity);
        let threshold = self.bound(year, self.test.threshold);
        let upper = self.test.upper.map(|upper| self.bound(year, upper));
        let tolerance = self.bound(year, self.quantity.tolerance);
        for (lane, found) in found.iter_mut().enumerate() {
            let line = Line {
                comparison: self.quantity.comparison,
                threshold: of(threshold, lane),
                upper: upper.map(|upper| of(upper, lane)),
                tolerance: of(tolerance, lane) / 100.0,
                better: self.quantity.better,
            };
            let x = of(value, lane);
            let numbers = [
                x,
                line.threshold,
                line.upper.unwrap_or_default(),
                line.tolerance,
            ];
            let is_known = numbers.iter().all(|number| number.is_finite());
            found.add(is_known.then(|| line.holds(x)));
        }
    }
}

fn of(across: Across<'_>, lane: usize) -> f64 {
    match across {
        Across::Each(column) => column[lane],
        Across::Same(value) => value,
    }
}
