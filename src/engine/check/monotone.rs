//! Monotone checks: an assumption runs over its slider, and an indicator must never fall.

use std::sync::Arc;

use super::{Checker, FindingKind, Subject, Undecided};
use crate::engine::eval::Evaluator;
use crate::engine::index::{AssumptionIdx, CheckIdx, IndicatorIdx, Year};
use crate::engine::inputs::{Inputs, Setting};
use crate::engine::model::CheckModel;
use crate::engine::model::graph::{Operand, SlotIdx};
use crate::engine::number::greater;

/// Steps the slider is run over.
const STEPS: u32 = 16;

/// A fall of the indicator between two settings.
struct Fall {
    slot: SlotIdx,
    lane: usize,
    year: Year,
    settings: [f64; 2],
    values: [f64; 2],
}

/// What a run over the slider shows.
enum Run {
    /// Nothing: there is no slider, or no value.
    Undecided,
    Rises,
    Falls(Fall),
}

impl Checker<'_> {
    pub(super) fn monotone(&mut self, inputs: &Inputs) {
        let model = self.model;
        for (position, check) in model.checks().checks.iter().enumerate() {
            let CheckModel::Monotone {
                raising,
                never_lowers,
            } = *check
            else {
                continue;
            };
            let index = CheckIdx::new(position);
            match self.run(raising, never_lowers, inputs) {
                Run::Undecided => {
                    self.report.undecided.push(Undecided {
                        check: index,
                        years: Vec::new(),
                        roots: Vec::new(),
                    });
                }
                Run::Rises => self.report.held.push(index),
                Run::Falls(fall) => {
                    let kind = FindingKind::Lowers {
                        assumption: raising,
                        indicator: never_lowers,
                        member: self.member(fall.slot, fall.lane),
                        year: fall.year,
                        settings: fall.settings,
                        values: fall.values,
                    };
                    self.find(kind, Subject::Check(index), Vec::new());
                }
            }
        }
    }

    fn run(&self, raising: AssumptionIdx, lowers: IndicatorIdx, inputs: &Inputs) -> Run {
        let assumption = self.plan.assumptions.get(raising.at());
        let Some((min, max)) = assumption.and_then(|item| item.min.zip(item.max)) else {
            return Run::Undecided;
        };
        let graph = self.model.graph();
        let slots = [
            graph.indicators.get(lowers.at()),
            graph.wholes.get(lowers.at()),
        ];
        let mut slots: Vec<SlotIdx> = slots.into_iter().flatten().copied().collect();
        slots.dedup();
        let mut moved = inputs.clone();
        let setting = |step: u32| min + (max - min) * f64::from(step) / f64::from(STEPS);
        let mut at = |setting: f64| {
            moved.set(raising, None, &Setting::Constant(setting));
            moved.clone()
        };
        let mut evaluator = Evaluator::new(Arc::clone(self.model), &at(min));
        let mut before = self.values(&evaluator, &slots);
        if before.is_empty() {
            return Run::Undecided;
        }
        let mut worst: Option<Fall> = None;
        for step in 1..=STEPS {
            evaluator.update(&at(setting(step)));
            let after = self.values(&evaluator, &slots);
            for (&(slot, lane, year, high), &(.., low)) in before.iter().zip(&after) {
                let size = |fall: &Fall| fall.values[0] - fall.values[1];
                if greater(high, low) && worst.as_ref().is_none_or(|worst| high - low > size(worst))
                {
                    let settings = [setting(step - 1), setting(step)];
                    worst = Some(Fall {
                        slot,
                        lane,
                        year,
                        settings,
                        values: [high, low],
                    });
                }
            }
            before = after;
        }
        worst.map_or(Run::Rises, Run::Falls)
    }

    /// The values of the slots that assumptions can move; NaN for faults. Which ones these are no slider changes.
    fn values(&self, evaluator: &Evaluator, slots: &[SlotIdx]) -> Vec<(SlotIdx, usize, Year, f64)> {
        let projection = evaluator.projection();
        let mut values = Vec::new();
        for &slot in slots {
            for lane in 0..self.lanes(slot) {
                for year in self.model.axis().years() {
                    let row = self.model.axis().row(year).unwrap_or(0);
                    let state = projection.state(Operand { slot, lag: 0 }, row, lane);
                    if state.is_some_and(|state| state.is_known() && !state.is_fixed()) {
                        let value = projection
                            .read(Operand { slot, lag: 0 }, row, lane)
                            .number();
                        values.push((slot, lane, year, value.unwrap_or(f64::NAN)));
                    }
                }
            }
        }
        values
    }
}
