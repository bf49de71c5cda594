//! Running steps of the schedule over the store. Nothing here allocates, parses or decides anything.

use super::Work;
use super::kernel::{self, Arg};
use super::op::Operation;
use super::schedule::{Op, Schedule, Step};
use super::store::Store;
use crate::engine::formula::typed::Aggregate;
use crate::engine::model::Model;
use crate::engine::model::graph::{Code, Operand};

/// What a run works on.
pub struct Run<'a> {
    /// The steps.
    pub schedule: &'a Schedule,
    /// Lookup tables come from here.
    pub model: &'a Model,
    /// The values.
    pub store: &'a mut Store,
    /// Counts what is done.
    pub work: &'a mut Work,
}

impl Run<'_> {
    /// Runs one step.
    pub fn step(&mut self, step: usize) {
        let schedule = self.schedule;
        match &schedule.steps[step] {
            Step::Series(op) => self.series(&schedule.ops[*op]),
            Step::Scan(op, past) => self.scan(&schedule.ops[*op], *past),
            Step::Rows(op) => self.rows(&schedule.ops[*op]),
            Step::Body(ops) => self.body(&schedule.ops[ops.clone()]),
            Step::Numbers(ops) => self.numbers(&schedule.ops[ops.clone()]),
        }
    }

    /// All rows at once.
    fn series(&mut self, op: &Op) {
        match op.code {
            code if code.is_elementwise() => {
                self.count(op.rows.len());
                let rows = self.whole_chunks(op);
                let (results, args) = self.store.series(op.slot, &rows, op.operands());
                kernel::map(op.code, results, args);
            }
            Code::Accumulate(first) => {
                self.count(op.rows.len());
                let has_begun = op.rows.start > first as usize;
                let last = has_begun.then(|| self.store.get(op.slot, op.rows.start - 1, 0));
                let (results, args) = self.store.series(op.slot, &op.rows, op.operands());
                if let Arg::Each(terms) = args[0] {
                    kernel::accumulate(results, terms, last);
                }
            }
            _ => self.rows(op),
        }
    }

    fn scan(&mut self, op: &Op, past: [bool; 3]) {
        self.count(op.rows.len());
        let last = op
            .rows
            .start
            .checked_sub(1)
            .map_or(f64::NAN, |before| self.store.get(op.slot, before, 0));
        let (results, args) = self.store.series(op.slot, &op.rows, op.operands());
        kernel::scan(op.code, results, args, past, last);
    }

    fn rows(&mut self, op: &Op) {
        for row in op.rows.clone() {
            self.row(op, row);
        }
    }

    fn body(&mut self, ops: &[Op]) {
        let first = ops.iter().map(|op| op.rows.start).min().unwrap_or(0);
        let last = ops.iter().map(|op| op.rows.end).max().unwrap_or(0);
        for row in first..last {
            for op in ops {
                if op.rows.contains(&row) {
                    self.row(op, row);
                }
            }
        }
    }

    /// The rows of an operation that runs to the last year, extended over the padding to whole chunks of its kernel.
    /// What lands there is never read. Powers and logarithms cost more than a tail, so they keep to their rows.
    fn whole_chunks(&self, op: &Op) -> std::ops::Range<usize> {
        let is_cheap = !matches!(
            op.code,
            Code::Apply(
                Operation::Power
                    | Operation::Exponential
                    | Operation::Logarithm
                    | Operation::AverageGrowth
            )
        );
        let reads_itself = op.operands().iter().any(|operand| operand.slot == op.slot);
        if is_cheap && !reads_itself && op.rows.end == self.model.axis().len() {
            op.rows.start..op.rows.start + op.rows.len().next_multiple_of(Store::PADDING)
        } else {
            op.rows.clone()
        }
    }

    fn numbers(&mut self, ops: &[Op]) {
        let first = ops.iter().map(|op| op.rows.start).min().unwrap_or(0);
        let last = ops.iter().map(|op| op.rows.end).max().unwrap_or(0);
        for row in first..last {
            for op in ops.iter().filter(|op| op.rows.contains(&row)) {
                let value = kernel::one(op.code, self.store.numbers(row, &op.args));
                self.store.set(op.slot, row, 0, value);
            }
        }
        for op in ops {
            self.count(op.rows.len());
        }
    }

    /// One row of any operation; observed values among the results are put back.
    fn row(&mut self, op: &Op, row: usize) {
        self.count(1);
        match op.code {
            Code::Apply(_) | Code::FusedLeft(..) | Code::FusedRight(..) | Code::Copy => {
                let (results, args) = self.store.row(op.slot, row, op.operands());
                kernel::map(op.code, results, args);
            }
            Code::Pick(from) => self.fill(op, row, |run, lane| {
                run.read(op.args[0], from as usize, lane)
            }),
            Code::Accumulate(first) if row <= first as usize => {
                self.fill(op, row, |run, lane| run.read(op.args[0], row, lane));
            }
            Code::Accumulate(_) => self.fill(op, row, |run, lane| {
                run.store.get(op.slot, row - 1, lane) + run.read(op.args[0], row, lane)
            }),
            Code::Member(member) => {
                self.fill(op, row, |run, _| run.read(op.args[0], row, member.at()));
            }
            Code::Lookup(table) => {
                self.fill(op, row, |run, lane| {
                    run.model.lookup(table, run.read(op.args[0], row, lane))
                });
            }
            Code::Aggregate(aggregate, _) => {
                self.fill(op, row, |run, _| run.aggregate(op, aggregate, row));
            }
            Code::WeightedMean(_) => self.fill(op, row, |run, _| run.weighted_mean(op, row)),
        }
        for &(at, lane, value) in &op.patches {
            if at == row {
                self.store.set(op.slot, row, lane, value);
            }
        }
    }

    fn fill(&mut self, op: &Op, row: usize, value: impl Fn(&Self, usize) -> f64) {
        for lane in 0..self.schedule.knowledge.lanes(op.slot) {
            let value = value(self, lane);
            self.store.set(op.slot, row, lane, value);
        }
    }

    fn aggregate(&self, op: &Op, aggregate: Aggregate, row: usize) -> f64 {
        let values = || {
            op.members
                .iter()
                .map(|&lane| self.read(op.args[0], row, lane))
        };
        let extreme = |operation: Operation| {
            values()
                .reduce(|a, b| operation.apply(a, b, 0.0))
                .unwrap_or(f64::NAN)
        };
        match aggregate {
            Aggregate::Sum | Aggregate::Count => kernel::tree_sum(values()),
            Aggregate::Mean => kernel::tree_sum(values()) / op.members.len() as f64,
            Aggregate::Minimum => extreme(Operation::Minimum),
            Aggregate::Maximum => extreme(Operation::Maximum),
        }
    }

    fn weighted_mean(&self, op: &Op, row: usize) -> f64 {
        let weight = |lane: usize| self.read(op.args[1], row, lane);
        let weighted = op
            .members
            .iter()
            .map(|&lane| self.read(op.args[0], row, lane) * weight(lane));
        let weights = op.members.iter().map(|&lane| weight(lane));
        Operation::Divide.apply(kernel::tree_sum(weighted), kernel::tree_sum(weights), 0.0)
    }

    fn read(&self, operand: Operand, row: usize, lane: usize) -> f64 {
        row.checked_sub(operand.lag as usize)
            .map_or(f64::NAN, |row| self.store.get(operand.slot, row, lane))
    }

    fn count(&mut self, rows: usize) {
        self.work.ops += 1;
        self.work.rows += rows as u64;
    }
}
