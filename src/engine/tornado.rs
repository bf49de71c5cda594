//! Tornado: how far each assumption alone moves one value, from one end of what is thought possible to the other, all else
//! as it is.

use super::eval::{Across, Batch, Evaluator, Lanes, Varied};
use super::index::{AssumptionIdx, MemberIdx};
use super::model::graph::Operand;
use super::plan::{Assumption, Draws, Plan};
use super::uncertainty::quantiles;

/// The shares of draws that lie below the low and the high end.
const TENTHS: [f64; 2] = [0.1, 0.9];

/// What one assumption does to a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    /// The assumption; with all of its members.
    pub assumption: AssumptionIdx,
    /// Between which ends it is moved.
    pub ends: Ends,
    /// The value with the assumption at its low and at its high end.
    pub values: [f64; 2],
}

/// The low and the high end an assumption is moved between, in all years and for all members.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ends {
    /// The ends of its stated range, in its unit.
    Range([f64; 2]),
    /// The least and the greatest of its named values.
    Options([f64; 2]),
    /// What a draw of its stated uncertainty is below in one case of ten, and in nine of ten.
    Drawn([f64; 2], Draws),
}

impl Ends {
    /// The ends of an assumption: of its uncertainty where one is stated, else of its range.
    pub fn of(assumption: &Assumption) -> Option<Self> {
        if let Some(uncertainty) = assumption.uncertainty {
            let ends = quantiles(uncertainty.distribution, &TENTHS);
            let ends = <[f64; 2]>::try_from(ends).ok()?;
            return Some(Self::Drawn(ends, uncertainty.draws));
        }
        let options = || assumption.options.iter().map(|option| option.value);
        if !assumption.options.is_empty() {
            let least = options().fold(f64::INFINITY, f64::min);
            let greatest = options().fold(f64::NEG_INFINITY, f64::max);
            return Some(Self::Options([least, greatest]));
        }
        let (min, max) = assumption.min.zip(assumption.max)?;
        (min < max).then_some(Self::Range([min, max]))
    }

    /// The value an end puts in the place of another.
    fn put(self, end: usize, value: f64) -> f64 {
        match self {
            Self::Range(ends) | Self::Options(ends) | Self::Drawn(ends, Draws::Value) => ends[end],
            Self::Drawn(ends, Draws::Factor) => value * ends[end],
            Self::Drawn(ends, Draws::Shift) => value + ends[end],
        }
    }
}

/// The swings of all assumptions a value depends on, in their order. Those that are awaited, that have no ends, or with
/// which the value is no number are left out.
pub fn swings(
    plan: &Plan,
    evaluator: &Evaluator,
    of: Operand,
    row: usize,
    member: usize,
) -> Vec<Swing> {
    let (schedule, graph) = (evaluator.schedule(), evaluator.model().graph());
    let swing = |(position, assumption): (usize, &Assumption)| {
        let index = AssumptionIdx::new(position);
        let settings = evaluator.inputs().0.get(position)?;
        if settings.iter().any(Option::is_none) || !schedule.reaches(graph, index, of.slot) {
            return None;
        }
        let ends = Ends::of(assumption)?;
        let at = |end| {
            let varied = varied(evaluator, index, ends, end);
            read(evaluator, &varied, (of, row, member))
        };
        Some(Swing {
            assumption: index,
            ends,
            values: [at(0)?, at(1)?],
        })
    };
    plan.assumptions
        .iter()
        .enumerate()
        .filter_map(swing)
        .collect()
}

/// An assumption at one of its ends, in a batch of one lane.
fn varied(evaluator: &Evaluator, assumption: AssumptionIdx, ends: Ends, end: usize) -> Vec<Varied> {
    let model = evaluator.model();
    let members = evaluator
        .inputs()
        .0
        .get(assumption.at())
        .map_or(0, Vec::len);
    let slot = model.graph().assumptions[assumption.at()];
    let of_member = |member: usize| {
        let put = |row| ends.put(end, evaluator.value(slot, row, member));
        Varied {
            assumption,
            member: Some(MemberIdx::new(member)),
            lanes: Lanes::Either {
                other: (0..model.axis().len()).map(put).collect(),
                takes: vec![true],
            },
        }
    };
    (0..members).map(of_member).collect()
}

/// A value under what is varied, if it is a number.
fn read(
    evaluator: &Evaluator,
    varied: &[Varied],
    (of, row, member): (Operand, usize, usize),
) -> Option<f64> {
    let mut found = None;
    Batch::new(evaluator, varied, &[of]).run(|year| {
        if year.row() == row {
            found = match year.read(of, member) {
                Across::Each(lanes) => lanes.first().copied(),
                Across::Same(value) => Some(value),
            };
        }
    });
    found.filter(|value| value.is_finite())
}
