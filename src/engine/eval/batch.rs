//! Batches: the same schedule run for many inputs at once, one lane each: draws, slider positions, ends of a tornado.
//!
//! Year outer, blocks of lanes inner, and the caller reduces each year before the next begins, so that memory is series ×
//! lanes and not times years. Only the steps the varied assumptions reach are run; everything else is one number for all
//! lanes, taken from the single evaluation. The kernels are those of the single evaluator, so that a lane has the bits it
//! would have alone.

use std::ops::Range;

use super::columns::{Columns, Wanted};
use super::evaluator::Evaluator;
use super::kernel::{self, Arg};
use super::op::Operation;
use super::schedule::Op;
use super::tree;
use super::varied::{Lanes, Varied};
use crate::engine::formula::typed::Aggregate;
use crate::engine::model::graph::{Code, Operand, SlotIdx};
use crate::engine::sort;

/// Lanes that run through all operations of a year together: few enough to stay in the nearest cache.
const BLOCK: usize = 256;

/// A batch, ready to run.
#[derive(Debug)]
pub struct Batch<'a> {
    evaluator: &'a Evaluator,
    varied: &'a [Varied],
    ops: Vec<&'a Op>,
    columns: Columns,
    lanes: usize,
}

/// The values of one year of a batch.
#[derive(Debug)]
pub struct BatchYear<'a> {
    row: usize,
    evaluator: &'a Evaluator,
    columns: &'a Columns,
}

/// A quantity in one year of a batch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Across<'a> {
    /// A value per lane.
    Each(&'a [f64]),
    /// The same in all lanes.
    Same(f64),
}

impl BatchYear<'_> {
    /// Row of the year.
    pub fn row(&self) -> usize {
        self.row
    }

    /// A quantity that was asked for; of a member where it ranges over a set, else of lane 0.
    pub fn read(&self, operand: Operand, member: usize) -> Across<'_> {
        let Some(row) = self.row.checked_sub(operand.lag as usize) else {
            return Across::Same(f64::NAN);
        };
        match self.columns.column(operand.slot, row, member) {
            Some(column) => Across::Each(column),
            None => Across::Same(self.evaluator.value(operand.slot, row, member)),
        }
    }
}

impl<'a> Batch<'a> {
    /// Prepares a batch around the evaluator's current inputs. `reads` are the quantities the caller will ask for. The
    /// number of lanes is that of the shortest varied column.
    pub fn new(evaluator: &'a Evaluator, varied: &'a [Varied], reads: &[Operand]) -> Self {
        let lanes = varied
            .iter()
            .map(|varied| varied.lanes.len())
            .min()
            .unwrap_or(0);
        let (schedule, graph) = (evaluator.schedule(), evaluator.model().graph());
        let mut steps: Vec<u32> = varied
            .iter()
            .flat_map(|varied| schedule.slice(graph, varied.assumption, None))
            .map(|reached| reached.step)
            .collect();
        sort::distinct(&mut steps);
        let ops: Vec<&Op> = steps
            .iter()
            .flat_map(|&step| schedule.ops_of(step as usize))
            .collect();
        let mut columns = Columns::new(graph.slots.len(), lanes, BLOCK);
        for varied in varied {
            let slot = graph.assumptions[varied.assumption.at()];
            columns.vary(slot);
            columns.keep(slot, 1);
        }
        for op in &ops {
            columns.vary(op.slot);
            if let Code::Accumulate(_) = op.code {
                columns.keep(op.slot, 2);
            }
        }
        let lagged = ops
            .iter()
            .flat_map(|op| op.operands())
            .filter(|operand| operand.lag > 0);
        for operand in lagged.chain(reads) {
            columns.keep(operand.slot, operand.lag as usize + 1);
        }
        for op in ops.iter().filter(|op| matches!(op.code, Code::Pick(_))) {
            columns.keep_one(op.slot);
        }
        columns.allocate(|slot| schedule.knowledge.lanes(slot));
        Self {
            evaluator,
            varied,
            ops,
            columns,
            lanes,
        }
    }

    /// Number of lanes.
    pub fn lanes(&self) -> usize {
        self.lanes
    }

    /// Runs all years; `reduce` sees each one before the next begins.
    pub fn run(&mut self, mut reduce: impl FnMut(&BatchYear<'_>)) {
        for row in 0..self.evaluator.model().axis().len() {
            self.fill_inputs(row);
            let idle: Vec<SlotIdx> = self.idle(row);
            for first in (0..self.lanes).step_by(BLOCK) {
                let block = first..(first + BLOCK).min(self.lanes);
                for &slot in &idle {
                    self.fill_idle(slot, row, &block);
                }
                for position in 0..self.ops.len() {
                    self.op(position, row, &block);
                }
                for position in 0..self.ops.len() {
                    self.pick_early(position, row, &block);
                }
            }
            reduce(&BatchYear {
                row,
                evaluator: self.evaluator,
                columns: &self.columns,
            });
        }
    }

    fn fill_inputs(&mut self, row: usize) {
        let model = self.evaluator.model();
        let lanes = self.lanes;
        let is_first = |position: usize| {
            self.varied[..position]
                .iter()
                .all(|before| before.assumption != self.varied[position].assumption)
        };
        for (position, varied) in self.varied.iter().enumerate() {
            let slot = model.graph().assumptions[varied.assumption.at()];
            let begun = row >= model.assumptions()[varied.assumption.at()].first_row;
            for member in 0..self.evaluator.schedule().knowledge.lanes(slot) {
                let base = self.evaluator.value(slot, row, member);
                let column = self.columns.column_mut(slot, row, member);
                if begun && varied.member.is_none_or(|only| only.at() == member) {
                    match &varied.lanes {
                        Lanes::Values(values) => column.copy_from_slice(&values[..lanes]),
                        Lanes::Offsets(offsets) => {
                            column
                                .iter_mut()
                                .zip(offsets)
                                .for_each(|(cell, offset)| *cell = base + offset);
                        }
                        Lanes::Drawn { draws, rows } => {
                            let (scale, offset) = rows[row];
                            column
                                .iter_mut()
                                .zip(&draws[..lanes])
                                .for_each(|(cell, draw)| {
                                    *cell = draw * scale + offset;
                                });
                        }
                        Lanes::Either { other, takes } => {
                            column.iter_mut().zip(takes).for_each(|(cell, takes)| {
                                *cell = if *takes { other[row] } else { base };
                            });
                        }
                    }
                } else if is_first(position) {
                    column.fill(base);
                }
            }
        }
    }

    /// Varied series that no operation writes in this row: observed, or not yet begun.
    fn idle(&self, row: usize) -> Vec<SlotIdx> {
        let writes = |op: &&&Op| matches!(op.code, Code::Pick(_)) || op.rows.contains(&row);
        let written: Vec<SlotIdx> = self.ops.iter().filter(writes).map(|op| op.slot).collect();
        let mut idle: Vec<SlotIdx> = self.ops.iter().map(|op| op.slot).collect();
        idle.retain(|slot| !written.contains(slot));
        sort::distinct(&mut idle);
        idle
    }

    fn fill_idle(&mut self, slot: SlotIdx, row: usize, block: &Range<usize>) {
        for member in 0..self.members(slot) {
            let value = self.evaluator.value(slot, row, member);
            self.columns.fill(slot, row, member, block, value);
        }
    }

    fn members(&self, slot: SlotIdx) -> usize {
        self.evaluator.schedule().knowledge.lanes(slot)
    }

    fn wanted(&self, operand: Operand, row: usize, member: usize) -> Wanted {
        let slot = operand.slot;
        let member = if self.members(slot) == 1 { 0 } else { member };
        let row = row.saturating_sub(operand.lag as usize);
        let otherwise = if self.columns.is_varied(slot) {
            f64::NAN
        } else {
            self.evaluator.value(slot, row, member)
        };
        Wanted {
            slot,
            row,
            member,
            otherwise,
        }
    }

    fn op(&mut self, position: usize, row: usize, block: &Range<usize>) {
        let op = self.ops[position];
        if !op.rows.contains(&row) {
            return;
        }
        match op.code {
            Code::Pick(from) if from as usize == row => {
                self.each_member(op, row, block, |results, args| copy(results, args[0]));
            }
            Code::Pick(_) => {}
            Code::Accumulate(first) => self.accumulate(op, row, first as usize, block),
            Code::Lookup(table) => {
                let model = self.evaluator.model();
                self.each_member(op, row, block, |results, args| {
                    copy(results, args[0]);
                    for value in results {
                        *value = model.lookup(table, *value);
                    }
                });
            }
            Code::Member(member) => {
                let wanted = [self.wanted(op.args[0], row, member.at())];
                let (results, args) = self.columns.view((op.slot, row, 0), &wanted, block);
                copy(results, args[0]);
            }
            Code::Aggregate(aggregate, _) => self.aggregate(op, aggregate, row, block),
            Code::WeightedMean(_) => self.weighted_mean(op, row, block),
            _ => self.each_member(op, row, block, |results, args| {
                kernel::map(op.code, results, args);
            }),
        }
        for &(_, member, value) in op.patches.iter().filter(|patch| patch.0 == row) {
            self.columns.fill(op.slot, row, member, block, value);
        }
    }

    /// A value of this year that is first needed in a later one, when this year's formulas have all been run.
    fn pick_early(&mut self, position: usize, row: usize, block: &Range<usize>) {
        let op = self.ops[position];
        if matches!(op.code, Code::Pick(from) if from as usize == row) && op.rows.start > row {
            self.each_member(op, row, block, |results, args| copy(results, args[0]));
        }
    }

    fn each_member(
        &mut self,
        op: &Op,
        row: usize,
        block: &Range<usize>,
        run: impl Fn(&mut [f64], [Arg<'_>; 3]),
    ) {
        for member in 0..self.members(op.slot) {
            let mut wanted = [self.wanted(op.args[0], row, member); 3];
            for (wanted, &operand) in wanted.iter_mut().zip(op.operands()).skip(1) {
                *wanted = self.wanted(operand, row, member);
            }
            let (results, args) =
                self.columns
                    .view((op.slot, row, member), &wanted[..op.code.arity()], block);
            run(results, args);
        }
    }

    fn accumulate(&mut self, op: &Op, row: usize, first: usize, block: &Range<usize>) {
        for member in 0..self.members(op.slot) {
            let term = self.wanted(op.args[0], row, member);
            let before = self.wanted(
                Operand {
                    slot: op.slot,
                    lag: 1,
                },
                row,
                member,
            );
            let wanted = if row > first {
                &[before, term][..]
            } else {
                &[term]
            };
            let (results, args) = self.columns.view((op.slot, row, member), wanted, block);
            if row > first {
                kernel::map(Code::Apply(Operation::Add), results, args);
            } else {
                copy(results, args[0]);
            }
        }
    }

    fn aggregate(&mut self, op: &Op, aggregate: Aggregate, row: usize, block: &Range<usize>) {
        let of = op.args[0];
        let result = match aggregate {
            Aggregate::Sum | Aggregate::Count => self.tree(op, |a, b| a + b, row, block, [of]),
            Aggregate::Mean => {
                let mut sum = self.tree(op, |a, b| a + b, row, block, [of]);
                for sum in &mut sum {
                    *sum /= op.members.len() as f64;
                }
                sum
            }
            Aggregate::Minimum => {
                let smaller = |a, b| Operation::Minimum.apply(a, b, 0.0);
                self.tree(op, smaller, row, block, [of])
            }
            Aggregate::Maximum => {
                let larger = |a, b| Operation::Maximum.apply(a, b, 0.0);
                self.tree(op, larger, row, block, [of])
            }
        };
        let (results, _) = self.columns.view((op.slot, row, 0), &[], block);
        results.copy_from_slice(&result);
    }

    fn weighted_mean(&mut self, op: &Op, row: usize, block: &Range<usize>) {
        let [of, by, _] = op.args;
        let mut result = self.tree(op, |a, b| a + b, row, block, [of, by]);
        let weights = self.tree(op, |a, b| a + b, row, block, [by]);
        for (sum, weights) in result.iter_mut().zip(weights) {
            *sum = Operation::Divide.apply(*sum, weights, 0.0);
        }
        let (results, _) = self.columns.view((op.slot, row, 0), &[], block);
        results.copy_from_slice(&result);
    }

    /// The tree of a single evaluation over the members' products of `factors`, with all lanes of a block at each node.
    fn tree<const N: usize>(
        &self,
        op: &Op,
        f: impl Fn(f64, f64) -> f64,
        row: usize,
        block: &Range<usize>,
        factors: [Operand; N],
    ) -> Vec<f64> {
        let mut tree = tree::Columns::new(f);
        let column = |factor: Operand, member: usize| {
            let mut column = vec![f64::NAN; block.len()];
            let wanted = self.wanted(factor, row, member);
            copy(&mut column, self.columns.read(wanted, block));
            column
        };
        for &member in &op.members {
            let columns = factors.map(|factor| column(factor, member));
            let product = columns.into_iter().reduce(|mut product, factor| {
                for (product, factor) in product.iter_mut().zip(factor) {
                    *product *= factor;
                }
                product
            });
            if let Some(column) = product {
                tree.add(column);
            }
        }
        tree.finish().unwrap_or_else(|| vec![f64::NAN; block.len()])
    }
}

fn copy(results: &mut [f64], from: Arg<'_>) {
    match from {
        Arg::Each(values) => results.copy_from_slice(values),
        Arg::Same(value) => results.fill(value),
    }
}
