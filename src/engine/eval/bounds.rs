//! Bounds of what is unknown: a count with some members unknown lies between what is certain and what is possible. Looked
//! at only where a target tests it and there is something that bounds it; no verdict is decided here.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::interval::Interval;
use super::knowledge::Knowledge;
use super::op::Operation;
use super::order::Component;
use super::projection::Projection;
use crate::engine::formula::typed::Aggregate;
use crate::engine::model::graph::{Code, Graph, Operand, Rule, SlotIdx};
use crate::engine::sort;

/// An unknown row that bounds can be given of: the rule that fills it, and the row.
pub type Open = (usize, usize);

/// Unknown rows behind those that are tested, each after all it reads.
pub fn open(
    graph: &Graph,
    order: &[Component],
    knowledge: &Knowledge,
    tested: &[(SlotIdx, Range<usize>)],
) -> Vec<Open> {
    let mut writers = vec![Vec::new(); graph.slots.len()];
    for &rule in order.iter().flat_map(|component| &component.rules) {
        writers[graph.rules[rule].slot.at()].push(rule);
    }
    let writer = |slot: SlotIdx, row: usize| {
        let mut rules = writers[slot.at()].iter().copied();
        rules.find(|&rule| graph.rules[rule].rows.contains(&row))
    };
    let mut seen: HashSet<(SlotIdx, usize)> = HashSet::new();
    let mut found = Vec::new();
    let rows = |(slot, rows): &(SlotIdx, Range<usize>)| {
        let slot = *slot;
        rows.clone().map(move |row| (slot, row))
    };
    let mut waiting: Vec<(SlotIdx, usize)> = tested.iter().flat_map(rows).collect();
    while let Some((slot, row)) = waiting.pop() {
        if knowledge.is_open(slot, row)
            && seen.insert((slot, row))
            && let Some(rule) = writer(slot, row)
        {
            found.push((rule, row));
            waiting.extend(reads(&graph.rules[rule], row));
        }
    }
    let mut places = vec![0; graph.rules.len()];
    let rules = order.iter().flat_map(|component| &component.rules);
    for (place, &rule) in rules.enumerate() {
        places[rule] = place;
    }
    sort::by_key(&mut found, |&(rule, row)| (row, places[rule]));
    let mut bounded: HashSet<(SlotIdx, usize)> = HashSet::new();
    found.retain(|&(rule, row)| {
        let rule = &graph.rules[rule];
        let is_bounded =
            bounds(rule.code) || reads(rule, row).iter().any(|read| bounded.contains(read));
        if is_bounded {
            bounded.insert((rule.slot, row));
        }
        is_bounded
    });
    found
}

/// The rows a rule reads to fill one.
fn reads(rule: &Rule, row: usize) -> Vec<(SlotIdx, usize)> {
    let from = match rule.code {
        Code::Pick(from) => from as usize,
        _ => row,
    };
    let back = |operand: &Operand| Some((operand.slot, from.checked_sub(operand.lag as usize)?));
    let mut reads: Vec<_> = rule.operands().iter().filter_map(back).collect();
    if let Code::Accumulate(first) = rule.code
        && row > first as usize
    {
        reads.push((rule.slot, row - 1));
    }
    reads
}

/// Whether an operation can bound its result although an argument has no bound.
fn bounds(code: Code) -> bool {
    match code {
        Code::Apply(operation) => matches!(
            operation,
            Operation::Absolute
                | Operation::Exponential
                | Operation::Power
                | Operation::Minimum
                | Operation::Maximum
                | Operation::Less
                | Operation::AtMost
                | Operation::Greater
                | Operation::AtLeast
                | Operation::Equal
                | Operation::Unequal
                | Operation::If
        ),
        Code::Aggregate(aggregate, _) => {
            matches!(aggregate, Aggregate::Minimum | Aggregate::Maximum)
        }
        _ => false,
    }
}

/// Bounds of the unknown values of one projection.
#[derive(Debug)]
pub struct Bounds<'a> {
    projection: &'a Projection,
    found: HashMap<(SlotIdx, usize, usize), Interval>,
}

impl<'a> Bounds<'a> {
    /// Computes them.
    pub fn new(projection: &'a Projection) -> Self {
        let mut bounds = Self {
            projection,
            found: HashMap::new(),
        };
        for &(rule, row) in projection.open() {
            bounds.step(&projection.model().graph().rules[rule], row);
        }
        bounds
    }

    /// Bounds of a value, of a member where it ranges over a set; those of a known one are the value itself.
    pub fn of(&self, operand: Operand, row: usize, lane: usize) -> Interval {
        let Some(row) = row.checked_sub(operand.lag as usize) else {
            return Interval::ALL;
        };
        let knowledge = self.projection.knowledge();
        let lane = if knowledge.lanes(operand.slot) == 1 {
            0
        } else {
            lane
        };
        if knowledge.state(operand.slot, row, lane).is_known() {
            return Interval::point(self.projection.stored(operand.slot, row, lane));
        }
        let found = self.found.get(&(operand.slot, row, lane));
        found.copied().unwrap_or(Interval::ALL)
    }

    fn step(&mut self, rule: &Rule, row: usize) {
        let knowledge = self.projection.knowledge();
        for lane in 0..knowledge.lanes(rule.slot) {
            let state = knowledge.state(rule.slot, row, lane);
            if !state.is_known() && !state.is_not_applicable() {
                let found = self.result(rule, row, lane);
                self.found.insert((rule.slot, row, lane), found);
            }
        }
    }

    fn result(&self, rule: &Rule, row: usize, lane: usize) -> Interval {
        let mut args = [Interval::ALL; 3];
        for (arg, &operand) in args.iter_mut().zip(rule.operands()) {
            *arg = self.of(operand, row, lane);
        }
        let [a, b, c] = args;
        let inner = |operation| Interval::apply(operation, a, b, c);
        match rule.code {
            Code::Apply(operation) => inner(operation),
            Code::FusedLeft(outer, operation) => Interval::apply(outer, inner(operation), c, c),
            Code::FusedRight(outer, operation) => Interval::apply(outer, c, inner(operation), c),
            Code::Copy => a,
            Code::Pick(from) if row < from as usize => Interval::ALL,
            Code::Pick(from) => self.of(rule.args[0], from as usize, lane),
            Code::Accumulate(first) if row <= first as usize => a,
            Code::Accumulate(_) => {
                let before = Operand {
                    slot: rule.slot,
                    lag: 1,
                };
                Interval::apply(Operation::Add, self.of(before, row, lane), a, c)
            }
            Code::Member(member) => self.of(rule.args[0], row, member.at()),
            Code::Aggregate(aggregate, _) => self.aggregate(rule, aggregate, row),
            Code::WeightedMean(_) | Code::Lookup(_) => Interval::ALL,
        }
    }

    fn aggregate(&self, rule: &Rule, aggregate: Aggregate, row: usize) -> Interval {
        let operation = match aggregate {
            Aggregate::Sum | Aggregate::Mean | Aggregate::Count => Operation::Add,
            Aggregate::Minimum => Operation::Minimum,
            Aggregate::Maximum => Operation::Maximum,
        };
        let members = self.projection.knowledge().applicable(rule, row);
        let values = members.iter().map(|&lane| self.of(rule.args[0], row, lane));
        let both = |a, b| Interval::apply(operation, a, b, b);
        let all = values.reduce(both).unwrap_or(Interval::ALL);
        match aggregate {
            Aggregate::Mean => {
                let count = Interval::point(members.len() as f64);
                Interval::apply(Operation::Divide, all, count, count)
            }
            _ => all,
        }
    }
}
