//! Running steps of the schedule over the store. Nothing here allocates, parses or decides anything.

use std::ops::Range;

use super::Work;
use super::kernel::{self, Arg};
use super::op::Operation;
use super::schedule::{Extent, Op, Reached, Schedule, Step};
use super::store::Store;
use super::tree;
use crate::engine::formula::typed::Aggregate;
use crate::engine::index::Domain;
use crate::engine::model::Model;
use crate::engine::model::graph::{Code, Operand};

/// Members that run through all operations of their set together: few enough to stay in the nearer caches.
const BLOCK: usize = 256;

/// What a run works on.
pub struct Run<'a> {
    /// The steps.
    pub schedule: &'a Schedule,
    /// Lookup tables come from here.
    pub model: &'a Model,
    /// The values.
    pub store: &'a mut Store,
    /// Nodes of the trees over members.
    pub nodes: &'a mut [f64],
    /// Counts what is done.
    pub work: &'a mut Work,
}

/// The members a step is run for.
#[derive(Clone, Copy)]
enum Part {
    All,
    /// The one that changed.
    Member(usize),
    /// The block that begins with one.
    Block(usize),
}

impl Part {
    /// The members of a row that are computed: the one, or whole chunks of them, padding included.
    fn of(self, op: &Op, width: usize) -> Range<usize> {
        match self {
            _ if op.domain == Domain::Plan => 0..1,
            Self::All => 0..width,
            Self::Member(lane) => lane..lane + 1,
            Self::Block(first) => first..(first + BLOCK).min(width),
        }
    }
}

impl Run<'_> {
    /// Runs steps in order, for the stated member where only that is reached. Steps over the members of one set are run
    /// block by block.
    pub fn steps(&mut self, steps: &[Reached], member: usize) {
        let schedule = self.schedule;
        let kind = |reached: &Reached| (schedule.sets[reached.step as usize], reached.extent);
        for group in steps.chunk_by(|a, b| kind(a).0.is_some() && kind(a) == kind(b)) {
            let width = match group {
                [first, ..] if kind(first).0.is_some() && first.extent == Extent::All => {
                    self.width(*first)
                }
                _ => 0,
            };
            if width <= BLOCK {
                for reached in group {
                    let part = match reached.extent {
                        Extent::Member => Part::Member(member),
                        Extent::All => Part::All,
                    };
                    self.step(reached.step as usize, part);
                }
                continue;
            }
            for first in (0..width).step_by(BLOCK) {
                for reached in group {
                    self.step(reached.step as usize, Part::Block(first));
                }
            }
        }
    }

    /// Members of the set a step is over, padding included.
    fn width(&self, reached: Reached) -> usize {
        let ops = self.schedule.ops_of(reached.step as usize);
        ops.first().map_or(0, |op| self.store.width(op.slot))
    }

    fn step(&mut self, step: usize, part: Part) {
        let schedule = self.schedule;
        match &schedule.steps[step] {
            Step::Series(op) => self.series(&schedule.ops[*op], part),
            Step::Scan(op, past) => self.scan(&schedule.ops[*op], *past),
            Step::Rows(op) => self.rows(&schedule.ops[*op], part),
            Step::Body(ops) => self.body(&schedule.ops[ops.clone()], part),
            Step::Numbers(ops) => self.numbers(&schedule.ops[ops.clone()]),
        }
    }

    /// All rows at once.
    fn series(&mut self, op: &Op, part: Part) {
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
            _ => self.rows(op, part),
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

    fn rows(&mut self, op: &Op, part: Part) {
        self.work.ops += 1;
        if op.is_plain() {
            let found = match part {
                Part::Member(member) => self.store.column(op.slot, &op.rows, member, op.operands()),
                Part::All | Part::Block(_) => None,
            };
            if let Some((cells, results, args)) = found {
                kernel::rows(op.code, cells, results, args, op.rows.len());
                self.work.values += op.rows.len() as u64;
                return;
            }
        }
        for row in op.rows.clone() {
            self.row(op, row, part);
        }
    }

    fn body(&mut self, ops: &[Op], part: Part) {
        self.work.ops += ops.len() as u64;
        let first = ops.iter().map(|op| op.rows.start).min().unwrap_or(0);
        let last = ops.iter().map(|op| op.rows.end).max().unwrap_or(0);
        for row in first..last {
            for op in ops {
                if !op.rows.contains(&row) {
                    continue;
                }
                match part {
                    Part::Member(member) if op.is_plain() => self.cell(op, row, member),
                    _ => self.row(op, row, part),
                }
            }
        }
    }

    /// One member in one row.
    fn cell(&mut self, op: &Op, row: usize, member: usize) {
        self.work.values += 1;
        let value = kernel::one(op.code, self.store.cells(row, member, &op.args));
        self.store.set(op.slot, row, member, value);
    }

    /// The rows of an operation that runs to the last year, extended over the padding to whole chunks of its kernel.
    /// What lands there is never read. Powers and logarithms cost more than a tail, so they keep to their rows.
    fn whole_chunks(&self, op: &Op) -> Range<usize> {
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
    fn row(&mut self, op: &Op, row: usize, part: Part) {
        let members = part.of(op, self.store.width(op.slot));
        self.work.values += members.len() as u64;
        match op.code {
            Code::Apply(_) | Code::FusedLeft(..) | Code::FusedRight(..) | Code::Copy => {
                let (results, args) = self.store.row(op.slot, row, &members, op.operands());
                kernel::map(op.code, results, args);
            }
            Code::Pick(from) => self.fill(op, row, &members, |run, lane| {
                run.store.read(op.args[0], from as usize, lane)
            }),
            Code::Accumulate(first) if row <= first as usize => {
                self.fill(op, row, &members, |run, lane| {
                    run.store.read(op.args[0], row, lane)
                });
            }
            Code::Accumulate(_) => self.fill(op, row, &members, |run, lane| {
                run.store.get(op.slot, row - 1, lane) + run.store.read(op.args[0], row, lane)
            }),
            Code::Member(member) => {
                self.fill(op, row, &members, |run, _| {
                    run.store.read(op.args[0], row, member.at())
                });
            }
            Code::Lookup(table) => {
                self.fill(op, row, &members, |run, lane| {
                    run.model
                        .lookup(table, run.store.read(op.args[0], row, lane))
                });
            }
            Code::Aggregate(aggregate, _) => {
                let value = self.aggregate(op, aggregate, row, part);
                self.store.set(op.slot, row, 0, value);
            }
            Code::WeightedMean(_) => {
                let value = self.weighted_mean(op, row, part);
                self.store.set(op.slot, row, 0, value);
            }
        }
        let first = op.patches.partition_point(|&(at, ..)| at < row);
        for &(at, lane, value) in &op.patches[first..] {
            if at > row {
                break;
            }
            if members.contains(&lane) {
                self.store.set(op.slot, row, lane, value);
            }
        }
    }

    fn fill(
        &mut self,
        op: &Op,
        row: usize,
        members: &Range<usize>,
        value: impl Fn(&Self, usize) -> f64,
    ) {
        let lanes = self.schedule.knowledge.lanes(op.slot);
        for lane in members.start..members.end.min(lanes) {
            let value = value(self, lane);
            self.store.set(op.slot, row, lane, value);
        }
    }

    fn aggregate(&mut self, op: &Op, aggregate: Aggregate, row: usize, part: Part) -> f64 {
        let [of, ..] = op.args;
        let smaller = |a, b| Operation::Minimum.apply(a, b, 0.0);
        let larger = |a, b| Operation::Maximum.apply(a, b, 0.0);
        match aggregate {
            Aggregate::Sum | Aggregate::Count => self.sum(op, row, part, 0, [of]),
            Aggregate::Mean => self.sum(op, row, part, 0, [of]) / op.members.len() as f64,
            Aggregate::Minimum => self.tree(op, row, part, 0, [of], smaller),
            Aggregate::Maximum => self.tree(op, row, part, 0, [of], larger),
        }
    }

    fn weighted_mean(&mut self, op: &Op, row: usize, part: Part) -> f64 {
        let [of, by, _] = op.args;
        let weighted = self.sum(op, row, part, 0, [of, by]);
        Operation::Divide.apply(weighted, self.sum(op, row, part, 1, [by]), 0.0)
    }

    fn sum<const N: usize>(
        &mut self,
        op: &Op,
        row: usize,
        part: Part,
        which: usize,
        factors: [Operand; N],
    ) -> f64 {
        self.tree(op, row, part, which, factors, |a, b| a + b)
    }

    /// The members' products of `factors`, combined; in the aggregate's first or second tree.
    fn tree<const N: usize>(
        &mut self,
        op: &Op,
        row: usize,
        part: Part,
        which: usize,
        factors: [Operand; N],
        f: impl Fn(f64, f64) -> f64 + Copy,
    ) -> f64 {
        let changed = match part {
            Part::Member(lane) if op.members.get(lane) == Some(&lane) => Some(lane),
            Part::Member(lane) => op.members.binary_search(&lane).ok(),
            Part::All | Part::Block(_) => None,
        };
        let (first, a_row) = op.nodes;
        let a_tree = a_row / op.code.arity();
        let start = first + (row - op.rows.start) * a_row + which * a_tree;
        let store = &*self.store;
        let leaf = |members: Range<usize>| {
            let lanes = &op.members[members];
            if let [factor] = factors[..]
                && let Some(row) = row.checked_sub(factor.lag as usize)
                && let Some(values) = neighbours(store.members(factor.slot, row), lanes)
            {
                return tree::node(values, f);
            }
            let mut terms = [1.0; tree::LEAF];
            let terms = &mut terms[..lanes.len()];
            for factor in factors {
                let Some(row) = row.checked_sub(factor.lag as usize) else {
                    return f64::NAN;
                };
                multiply(terms, store.members(factor.slot, row), lanes);
            }
            tree::node(terms, f)
        };
        let nodes = &mut self.nodes[start..start + a_tree];
        let (result, taken) = tree::combine(nodes, op.members.len(), changed, leaf, f);
        self.work.values += taken as u64;
        result
    }

    fn count(&mut self, rows: usize) {
        self.work.ops += 1;
        self.work.values += rows as u64;
    }
}

/// The values of members, where none between them is left out.
fn neighbours<'v>(values: &'v [f64], lanes: &[usize]) -> Option<&'v [f64]> {
    match lanes {
        [first, .., last] if last - first + 1 == lanes.len() => values.get(*first..=*last),
        _ => None,
    }
}

/// Multiplies terms by the values of members, or by the one value of a series of the plan. Members stand in order, so that
/// they are neighbours where none between them is left out.
fn multiply(terms: &mut [f64], values: &[f64], lanes: &[usize]) {
    if let [value] = values {
        for term in terms {
            *term *= value;
        }
    } else if let Some(neighbours) = neighbours(values, lanes) {
        for (term, value) in terms.iter_mut().zip(neighbours) {
            *term *= value;
        }
    } else {
        for (term, &lane) in terms.iter_mut().zip(lanes) {
            *term *= values.get(lane).copied().unwrap_or(f64::NAN);
        }
    }
}
