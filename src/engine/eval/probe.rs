//! One assumption moved again and again, and a few series read each time: a search for the value that reaches a goal, a
//! run over a slider. Runs only what both follows from the assumption and is read.

use super::evaluator::Evaluator;
use super::schedule::{Op, Reached, Schedule};
use crate::engine::index::{AssumptionIdx, MemberIdx};
use crate::engine::inputs::{Setting, Settings};
use crate::engine::model::graph::SlotIdx;

/// Moves one assumption of an evaluator, which is as before when this is dropped.
#[derive(Debug)]
pub struct Probe<'a> {
    evaluator: &'a mut Evaluator,
    assumption: AssumptionIdx,
    member: Option<MemberIdx>,
    steps: Vec<Reached>,
    /// What the assumption was before, and is again afterwards.
    before: Settings,
}

impl<'a> Probe<'a> {
    /// A probe of an assumption (of one member) that has a value already, for reading these series alone.
    pub fn new(
        evaluator: &'a mut Evaluator,
        assumption: AssumptionIdx,
        member: Option<MemberIdx>,
        read: &[SlotIdx],
    ) -> Self {
        let (schedule, graph) = (evaluator.schedule(), evaluator.model().graph());
        let mut steps = schedule.slice(graph, assumption, member);
        let is_read = read_by(schedule, graph.slots.len(), read);
        steps.retain(|reached| is_read[reached.step as usize]);
        let settings = &evaluator.inputs().0;
        let before = settings.get(assumption.at()).cloned().unwrap_or_default();
        Self {
            evaluator,
            assumption,
            member,
            steps,
            before,
        }
    }

    /// Moves the assumption.
    pub fn set(&mut self, setting: &Setting) {
        let (assumption, member) = (self.assumption, self.member);
        self.evaluator
            .set_for(assumption, member, setting, &self.steps);
    }

    /// One value of a series that is read; of a member where it ranges over a set.
    pub fn value(&self, slot: SlotIdx, row: usize, member: usize) -> f64 {
        self.evaluator.value(slot, row, member)
    }
}

impl Drop for Probe<'_> {
    fn drop(&mut self) {
        let before = std::mem::take(&mut self.before);
        self.evaluator.restore(self.assumption, self.member, before);
    }
}

/// Which steps the series rest on. Steps stand behind those they read, so that one look back finds all.
fn read_by(schedule: &Schedule, n_slots: usize, read: &[SlotIdx]) -> Vec<bool> {
    let mut wanted = vec![false; n_slots];
    for slot in read {
        wanted[slot.at()] = true;
    }
    let mut is_read = vec![false; schedule.steps.len()];
    for step in (0..schedule.steps.len()).rev() {
        let ops = schedule.ops_of(step);
        is_read[step] = ops.iter().any(|op| wanted[op.slot.at()]);
        if is_read[step] {
            for operand in ops.iter().flat_map(Op::operands) {
                wanted[operand.slot.at()] = true;
            }
        }
    }
    is_read
}
