//! Monotone checks: an assumption runs over its slider, and an indicator must never fall.

use std::sync::Arc;

use super::{Checker, FindingKind, Subject, Undecided};
use crate::engine::eval::schedule::Schedule;
use crate::engine::eval::{Evaluator, Probe};
use crate::engine::index::{AssumptionIdx, CheckIdx, IndicatorIdx, Year};
use crate::engine::inputs::{Inputs, Setting};
use crate::engine::model::CheckModel;
use crate::engine::model::graph::SlotIdx;
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

/// A value that is read at every setting.
struct Place {
    slot: SlotIdx,
    row: usize,
    lane: usize,
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
        let setting = |step: u32| min + (max - min) * f64::from(step) / f64::from(STEPS);
        let mut moved = inputs.clone();
        moved.set(raising, None, &Setting::Constant(setting(0)));
        let mut evaluator = Evaluator::new(Arc::clone(self.model), &moved);
        let places = self.places(evaluator.schedule(), &slots);
        if places.is_empty() {
            return Run::Undecided;
        }
        let mut probe = Probe::new(&mut evaluator, raising, None, &slots);
        let mut at = |step: u32| -> Vec<f64> {
            probe.set(&Setting::Constant(setting(step)));
            let value = |place: &Place| {
                let value = probe.value(place.slot, place.row, place.lane);
                if value.is_finite() { value } else { f64::NAN }
            };
            places.iter().map(value).collect()
        };
        let mut before = at(0);
        let mut worst: Option<Fall> = None;
        for step in 1..=STEPS {
            let after = at(step);
            for (place, (&high, &low)) in places.iter().zip(before.iter().zip(&after)) {
                let size = |fall: &Fall| fall.values[0] - fall.values[1];
                if greater(high, low) && worst.as_ref().is_none_or(|worst| high - low > size(worst))
                {
                    worst = Some(Fall {
                        slot: place.slot,
                        lane: place.lane,
                        year: self.model.axis().year(place.row),
                        settings: [setting(step - 1), setting(step)],
                        values: [high, low],
                    });
                }
            }
            before = after;
        }
        worst.map_or(Run::Rises, Run::Falls)
    }

    /// Where assumptions move the slots. No slider changes that.
    fn places(&self, schedule: &Schedule, slots: &[SlotIdx]) -> Vec<Place> {
        let mut places = Vec::new();
        for &slot in slots {
            for lane in 0..self.lanes(slot) {
                for row in 0..self.model.axis().len() {
                    let state = schedule.knowledge.state(slot, row, lane);
                    if state.is_known() && !state.is_fixed() {
                        places.push(Place { slot, row, lane });
                    }
                }
            }
        }
        places
    }
}
