//! The evaluator: holds the values of every series under the current inputs, and recomputes what a change reaches.

use std::sync::Arc;

use super::projection::Projection;
use super::run::Run;
use super::schedule::Schedule;
use super::store::Store;
use crate::engine::index::{AssumptionIdx, MemberIdx};
use crate::engine::inputs::{Inputs, Setting};
use crate::engine::model::Model;
use crate::engine::model::graph::{Code, Graph, Origin, SlotIdx};
use crate::engine::sort;

/// All values under the current inputs.
#[derive(Debug, Clone)]
pub struct Evaluator {
    model: Arc<Model>,
    schedule: Arc<Schedule>,
    store: Store,
    inputs: Inputs,
    /// Steps each assumption reaches, found when it first moves.
    slices: Vec<Option<Box<[u32]>>>,
    work: Work,
}

/// Work done since the evaluator was made: what tests of incremental evaluation count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    /// Operations run.
    pub ops: u64,
    /// Rows filled by them.
    pub rows: u64,
}

impl Evaluator {
    /// Evaluates everything.
    pub fn new(model: Arc<Model>, inputs: &Inputs) -> Self {
        let schedule = model.schedule(inputs);
        let mut store = Store::new(model.graph(), &schedule.knowledge);
        fill_fixed(model.graph(), &mut store);
        let slices = vec![None; model.assumptions().len()];
        let mut evaluator = Self {
            model,
            schedule,
            store,
            inputs: inputs.clone(),
            slices,
            work: Work::default(),
        };
        for position in 0..evaluator.slices.len() {
            evaluator.fill(AssumptionIdx::new(position), None);
        }
        evaluator.run(0..evaluator.schedule.steps.len() as u32);
        evaluator
    }

    /// Takes other inputs and recomputes what depends on those that differ. Giving an awaited assumption its first value
    /// (or taking it away) changes what is known, and starts anew.
    pub fn update(&mut self, inputs: &Inputs) {
        if Inputs::awaited_differ(&self.inputs, inputs) {
            *self = Self {
                work: self.work,
                ..Self::new(Arc::clone(&self.model), inputs)
            };
            return;
        }
        let differs = |position: &usize| self.inputs.0.get(*position) != inputs.0.get(*position);
        let changed: Vec<_> = (0..self.slices.len())
            .filter(differs)
            .map(AssumptionIdx::new)
            .collect();
        self.inputs = inputs.clone();
        for &assumption in &changed {
            self.fill(assumption, None);
        }
        match changed[..] {
            [] => {}
            [only] => self.run_slice(only),
            _ => {
                let schedule = &self.schedule;
                let slices = changed
                    .iter()
                    .flat_map(|&assumption| schedule.slice(self.model.graph(), assumption));
                let mut steps: Vec<u32> = slices.collect();
                sort::distinct(&mut steps);
                self.run(steps.into_iter());
            }
        }
    }

    /// Sets one assumption (of one member) and recomputes what depends on it. For one that has a value already: an
    /// awaited one takes its first through [`Self::update`].
    pub fn set(&mut self, assumption: AssumptionIdx, member: Option<MemberIdx>, setting: &Setting) {
        self.inputs.set(assumption, member, setting);
        self.fill(assumption, member);
        self.run_slice(assumption);
    }

    /// The model that is evaluated.
    pub fn model(&self) -> &Arc<Model> {
        &self.model
    }

    /// The inputs it is evaluated under.
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// The stored values of a series: years side by side, or members side by side year after year. Unknown is NaN.
    pub fn values(&self, slot: SlotIdx) -> &[f64] {
        self.store.rows(slot, 0..self.model.axis().len())
    }

    /// One value of a series; of a member where it ranges over a set.
    pub fn value(&self, slot: SlotIdx, row: usize, member: usize) -> f64 {
        self.store.get(slot, row, member)
    }

    /// The schedule that is run.
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// Work done so far.
    pub fn work(&self) -> Work {
        self.work
    }

    /// A copy of all values, to be read at leisure.
    pub fn projection(&self) -> Projection {
        Projection::new(
            Arc::clone(&self.model),
            Arc::clone(&self.schedule),
            self.store.clone(),
        )
    }

    /// Writes an assumption's settings into its rows, from its first year on.
    fn fill(&mut self, assumption: AssumptionIdx, member: Option<MemberIdx>) {
        let model = &self.model;
        let Some(&slot) = model.graph().assumptions.get(assumption.at()) else {
            return;
        };
        let (Some(info), Some(settings)) = (
            model.assumptions().get(assumption.at()),
            self.inputs.0.get(assumption.at()),
        ) else {
            return;
        };
        let axis = model.axis();
        for (lane, setting) in settings.iter().enumerate() {
            let Some(setting) = setting else { continue };
            if member.is_none_or(|member| member.at() == lane) {
                for row in info.first_row..axis.len() {
                    self.store
                        .set(slot, row, lane, setting.at(axis.year(row), info.path));
                }
            }
        }
    }

    fn run_slice(&mut self, assumption: AssumptionIdx) {
        let Some(slice) = self.slices.get_mut(assumption.at()) else {
            return;
        };
        let schedule = &self.schedule;
        let graph = self.model.graph();
        let steps = slice
            .take()
            .unwrap_or_else(|| schedule.slice(graph, assumption).into_boxed_slice());
        self.run(steps.iter().copied());
        if let Some(slice) = self.slices.get_mut(assumption.at()) {
            *slice = Some(steps);
        }
    }

    fn run(&mut self, steps: impl Iterator<Item = u32>) {
        let Self {
            model,
            schedule,
            store,
            work,
            ..
        } = self;
        let mut run = Run {
            schedule,
            model,
            store,
            work,
        };
        for step in steps {
            run.step(step as usize);
        }
    }
}

/// Numbers, the calendar, observations, and the zeros of running sums before they begin: what no input changes.
fn fill_fixed(graph: &Graph, store: &mut Store) {
    for (position, slot) in graph.slots.iter().enumerate() {
        let index = SlotIdx(position as u32);
        for row in 0..graph.axis.len() {
            match slot.origin {
                Origin::Constant(value) => store.set(index, row, 0, value),
                Origin::Year => store.set(index, row, 0, f64::from(graph.axis.year(row))),
                _ => {}
            }
        }
    }
    for rule in &graph.rules {
        if let Code::Accumulate(first) = rule.code {
            for row in 0..first as usize {
                for lane in 0..store.width(rule.slot) {
                    store.set(rule.slot, row, lane, 0.0);
                }
            }
        }
    }
    for given in &graph.given {
        store.set(given.slot, given.row, given.lane, given.value);
    }
}
