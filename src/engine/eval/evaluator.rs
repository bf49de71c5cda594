//! The evaluator: holds the values of every series under the current inputs, and recomputes what a change reaches.

use std::sync::Arc;

use super::projection::Projection;
use super::run::Run;
use super::schedule::{Extent, Reached, Schedule};
use super::store::Store;
use crate::engine::index::{AssumptionIdx, MemberIdx};
use crate::engine::inputs::{Inputs, Setting, Settings};
use crate::engine::model::Model;
use crate::engine::model::graph::{Code, Graph, Operand, Origin, SlotIdx};
use crate::engine::sort;

/// All values under the current inputs.
#[derive(Debug, Clone)]
pub struct Evaluator {
    model: Arc<Model>,
    schedule: Arc<Schedule>,
    store: Store,
    inputs: Inputs,
    /// Nodes of the trees over members.
    nodes: Vec<f64>,
    /// Steps each assumption reaches, and those one member's value reaches, found when it first moves.
    slices: Vec<[Option<Box<[Reached]>>; 2]>,
    work: Work,
}

/// Work done since the evaluator was made: what tests of incremental evaluation count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    /// Operations run.
    pub ops: u64,
    /// Values computed by them, and values combined over members.
    pub values: u64,
}

impl Evaluator {
    /// Evaluates everything.
    pub fn new(model: Arc<Model>, inputs: &Inputs) -> Self {
        let schedule = model.schedule(inputs);
        let mut store = Store::new(model.graph(), &schedule.knowledge);
        fill_fixed(model.graph(), &mut store);
        let slices = vec![[None, None]; model.assumptions().len()];
        let nodes = vec![0.0; schedule.nodes];
        let mut evaluator = Self {
            model,
            schedule,
            store,
            nodes,
            inputs: inputs.clone(),
            slices,
            work: Work::default(),
        };
        for position in 0..evaluator.slices.len() {
            evaluator.fill(AssumptionIdx::new(position), None);
        }
        let steps: Vec<Reached> = (0..evaluator.schedule.steps.len() as u32)
            .map(all_of)
            .collect();
        evaluator.run(&steps, 0);
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
        let differing: Vec<_> = (0..self.slices.len())
            .filter(|&position| self.inputs.0.get(position) != inputs.0.get(position))
            .collect();
        let before = std::mem::replace(&mut self.inputs, inputs.clone());
        match differing[..] {
            [] => {}
            [only] => {
                let member = only_member(&before.0[only], &inputs.0[only]);
                self.changed(AssumptionIdx::new(only), member);
            }
            _ => {
                let mut steps: Vec<u32> = Vec::new();
                for assumption in differing.into_iter().map(AssumptionIdx::new) {
                    self.fill(assumption, None);
                    let slice = self.schedule.slice(self.model.graph(), assumption, None);
                    steps.extend(slice.iter().map(|reached| reached.step));
                }
                sort::distinct(&mut steps);
                let steps: Vec<Reached> = steps.into_iter().map(all_of).collect();
                self.run(&steps, 0);
            }
        }
    }

    /// Sets one assumption (of one member) and recomputes what depends on it. For one that has a value already: an
    /// awaited one takes its first through [`Self::update`].
    pub fn set(&mut self, assumption: AssumptionIdx, member: Option<MemberIdx>, setting: &Setting) {
        self.inputs.set(assumption, member, setting);
        self.changed(assumption, member);
    }

    /// Sets one assumption (of one member) and runs these steps alone, of those it reaches.
    pub(super) fn set_for(
        &mut self,
        assumption: AssumptionIdx,
        member: Option<MemberIdx>,
        setting: &Setting,
        steps: &[Reached],
    ) {
        self.inputs.set(assumption, member, setting);
        self.fill(assumption, member);
        self.run(steps, member.map_or(0, MemberIdx::at));
    }

    /// Takes back what [`Self::set_for`] did to an assumption.
    pub(super) fn restore(
        &mut self,
        assumption: AssumptionIdx,
        member: Option<MemberIdx>,
        before: Settings,
    ) {
        if let Some(settings) = self.inputs.0.get_mut(assumption.at()) {
            *settings = before;
        }
        self.changed(assumption, member);
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

    /// The value an operand has in a row, NaN before the first; of a member where it ranges over a set.
    pub fn read(&self, operand: Operand, row: usize, member: usize) -> f64 {
        self.store.read(operand, row, member)
    }

    /// How many values there are, padding included.
    pub fn size(&self) -> usize {
        self.store.size()
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
        let lanes = match member {
            Some(member) => member.at()..member.at() + 1,
            None => 0..settings.len(),
        };
        for lane in lanes {
            let Some(Some(setting)) = settings.get(lane) else {
                continue;
            };
            for row in info.first_row..axis.len() {
                self.store
                    .set(slot, row, lane, setting.at(axis.year(row), info.path));
            }
        }
    }

    /// Recomputes what an assumption (of one member) reaches.
    fn changed(&mut self, assumption: AssumptionIdx, member: Option<MemberIdx>) {
        self.fill(assumption, member);
        let Some(slices) = self.slices.get_mut(assumption.at()) else {
            return;
        };
        let slice = &mut slices[usize::from(member.is_some())];
        let (schedule, graph) = (&self.schedule, self.model.graph());
        let found = || schedule.slice(graph, assumption, member).into_boxed_slice();
        let steps = slice.take().unwrap_or_else(found);
        self.run(&steps, member.map_or(0, MemberIdx::at));
        if let Some(slices) = self.slices.get_mut(assumption.at()) {
            slices[usize::from(member.is_some())] = Some(steps);
        }
    }

    fn run(&mut self, steps: &[Reached], member: usize) {
        let mut run = Run {
            schedule: &self.schedule,
            model: &self.model,
            store: &mut self.store,
            nodes: &mut self.nodes,
            work: &mut self.work,
        };
        run.steps(steps, member);
    }
}

/// The one member whose setting differs, if it is one of several.
fn only_member(before: &Settings, after: &Settings) -> Option<MemberIdx> {
    let pairs = before.iter().zip(after).enumerate();
    let mut differing = pairs.filter(|(_, (before, after))| before != after);
    let (member, _) = differing.next()?;
    (before.len() > 1 && differing.next().is_none()).then(|| MemberIdx::new(member))
}

fn all_of(step: u32) -> Reached {
    Reached {
        step,
        extent: Extent::All,
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
