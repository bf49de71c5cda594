//! Circular values: an assumption taken from the plan's own targets attains them, whatever the plan is worth.

use super::{Checker, FindingKind, Subject};
use crate::engine::attain::{Outcome, Verdict};
use crate::engine::index::{AssumptionIdx, TargetIdx};
use crate::engine::model::TargetModel;
use crate::engine::model::graph::Graph;
use crate::engine::plan::Basis;

impl Checker<'_> {
    pub(super) fn circular(&mut self, outcomes: &[Outcome]) {
        let plan = self.plan;
        for (position, assumption) in plan.assumptions.iter().enumerate() {
            if assumption.basis != Basis::Plan || assumption.value.is_none() {
                continue;
            }
            let index = AssumptionIdx::new(position);
            let reached = reached_from(self.model.graph(), index);
            let attained = outcomes.iter().filter(|outcome| {
                outcome.verdict == Verdict::Attained
                    && outcome.rests_on_plan
                    && self.reads(outcome, &reached)
            });
            let mut targets: Vec<TargetIdx> = attained.map(|outcome| outcome.target).collect();
            targets.dedup();
            if !targets.is_empty() {
                let kind = FindingKind::Circular { targets };
                self.find(kind, Subject::Assumption(index), Vec::new());
            }
        }
    }

    fn reads(&self, outcome: &Outcome, reached: &[bool]) -> bool {
        let Some(TargetModel::Quantity(quantity)) = self.model.targets().get(outcome.target.at())
        else {
            return false;
        };
        quantity.tests.iter().any(|test| {
            test.member == outcome.member
                && test.years == outcome.years
                && reached
                    .get(test.quantity.slot.at())
                    .copied()
                    .unwrap_or(false)
        })
    }
}

/// Per slot: whether the assumption has a part in it.
fn reached_from(graph: &Graph, assumption: AssumptionIdx) -> Vec<bool> {
    let mut reached = vec![false; graph.slots.len()];
    if let Some(slot) = graph.assumptions.get(assumption.at()) {
        reached[slot.at()] = true;
    }
    loop {
        let before = reached.iter().filter(|&&seen| seen).count();
        for rule in &graph.rules {
            if rule
                .operands()
                .iter()
                .any(|operand| reached[operand.slot.at()])
            {
                reached[rule.slot.at()] = true;
            }
        }
        if reached.iter().filter(|&&seen| seen).count() == before {
            return reached;
        }
    }
}
