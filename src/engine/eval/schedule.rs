//! The schedule: the graph as a flat list of steps, cut to the rows that can and must be computed. Made once per set of
//! awaited assumptions; the evaluator only walks it.

use std::collections::HashMap;
use std::ops::Range;

use super::bounds::{self, Open};
use super::knowledge::Knowledge;
use super::order::Component;
use super::tree;
use crate::engine::index::{AssumptionIdx, Domain, MemberIdx, SetIdx};
use crate::engine::model::RootFacts;
use crate::engine::model::graph::{Code, Given, Graph, Operand, Origin, Rule, SlotIdx};
use crate::engine::plan::Basis;
use crate::engine::sort;

/// One operation over consecutive rows of one slot.
#[derive(Debug, Clone)]
pub struct Op {
    /// What it does.
    pub code: Code,
    /// Where the results go.
    pub slot: SlotIdx,
    /// Rows it fills.
    pub rows: Range<usize>,
    /// What it reads.
    pub args: [Operand; 3],
    /// Values a row.
    pub domain: Domain,
    /// Members an aggregate is over.
    pub members: Vec<usize>,
    /// Given values among the rows of a set, to be put back: row, member, value, in this order.
    pub patches: Vec<(usize, usize, f64)>,
    /// Where the nodes of an aggregate's trees are stored: those of its first row, and how many a row has.
    pub nodes: (usize, usize),
}

impl Op {
    /// The operands it reads.
    pub fn operands(&self) -> &[Operand] {
        &self.args[..self.code.arity()]
    }

    /// Whether it fills all its members alike from the same member of what it reads, none of them observed.
    pub fn is_plain(&self) -> bool {
        self.code.is_elementwise() && self.domain != Domain::Plan && self.patches.is_empty()
    }
}

/// A unit of work.
#[derive(Debug, Clone)]
pub enum Step {
    /// An operation of the plan, all rows at once.
    Series(usize),
    /// An operation that reads its own result of the year before, through the marked arguments.
    Scan(usize, [bool; 3]),
    /// An operation row by row: over a set's members.
    Rows(usize),
    /// Several operations that need each other across years: year by year, each in turn.
    Body(Range<usize>),
    /// The same where all are plain operations of the plan: number by number.
    Numbers(Range<usize>),
}

/// How much of a step a change reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// The member that changed, and what it enters.
    Member,
    /// All of it.
    All,
}

/// A step that a change reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The step.
    pub step: u32,
    /// How much of it.
    pub extent: Extent,
}

/// What an assumption's value rests on, as a set of flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Grounds(u8);

impl Grounds {
    /// The flag of one basis.
    pub const fn of(basis: Basis) -> Self {
        Self(1 << basis as u8)
    }

    /// Both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether an assumption of that basis is among them.
    pub const fn include(self, basis: Basis) -> bool {
        self.0 & Self::of(basis).0 != 0
    }
}

/// All steps, in order.
#[derive(Debug, Clone)]
pub struct Schedule {
    /// Operations, those of a body side by side.
    pub ops: Vec<Op>,
    /// Steps in an order that serves every row.
    pub steps: Vec<Step>,
    /// The set whose members each step computes one by one, if it does nothing else.
    pub sets: Vec<Option<SetIdx>>,
    /// Nodes stored for the trees of all aggregates.
    pub nodes: usize,
    /// What is known.
    pub knowledge: Knowledge,
    /// What is unknown and has bounds.
    pub open: Vec<Open>,
    /// Steps that read each slot.
    readers: Vec<Vec<u32>>,
    /// Bases of the assumptions each slot rests on.
    grounds: Vec<Grounds>,
    /// Given values of series over sets.
    patches: HashMap<SlotIdx, Vec<Given>>,
}

impl Schedule {
    /// Plans the work for a graph in the stated order. `tested` are the series and rows that targets test.
    pub fn new(
        graph: &Graph,
        order: &[Component],
        facts: &RootFacts,
        bases: &[Basis],
        tested: &[(SlotIdx, Range<usize>)],
    ) -> Self {
        let knowledge = Knowledge::decide(graph, order, facts);
        let open = bounds::open(graph, order, &knowledge, tested);
        let mut schedule = Self {
            ops: Vec::new(),
            steps: Vec::new(),
            sets: Vec::new(),
            nodes: 0,
            knowledge,
            open,
            readers: vec![Vec::new(); graph.slots.len()],
            grounds: first_grounds(graph, bases),
            patches: given_over_sets(graph),
        };
        for component in order {
            schedule.spread_grounds(graph, component);
            schedule.add(graph, component);
        }
        schedule
    }

    /// Whether a series depends on an assumption.
    pub fn reaches(&self, graph: &Graph, assumption: AssumptionIdx, slot: SlotIdx) -> bool {
        let writes = |reached: &Reached| {
            let mut ops = self.ops_of(reached.step as usize).iter();
            ops.any(|op| op.slot == slot)
        };
        graph.assumptions.get(assumption.at()) == Some(&slot)
            || self.slice(graph, assumption, None).iter().any(writes)
    }

    /// Steps that depend on an assumption, in order; or on its value for one member.
    pub fn slice(
        &self,
        graph: &Graph,
        assumption: AssumptionIdx,
        member: Option<MemberIdx>,
    ) -> Vec<Reached> {
        let Some(&slot) = graph.assumptions.get(assumption.at()) else {
            return Vec::new();
        };
        let mut steps = vec![None; self.steps.len()];
        let mut slots = vec![None; graph.slots.len()];
        let is_of_set = graph.slots[slot.at()].domain != Domain::Plan;
        slots[slot.at()] = Some(match member {
            Some(_) if is_of_set => Extent::Member,
            _ => Extent::All,
        });
        let mut waiting = vec![slot];
        while let Some(slot) = waiting.pop() {
            for &step in &self.readers[slot.at()] {
                let step = step as usize;
                let is_of_members = self.sets[step].is_some();
                let extent = if is_of_members || self.is_aggregate(step) {
                    slots[slot.at()]
                } else {
                    Some(Extent::All)
                };
                if extent <= steps[step] || self.is_fixed(step) {
                    continue;
                }
                steps[step] = extent;
                let written = if is_of_members {
                    extent
                } else {
                    Some(Extent::All)
                };
                for op in self.ops_of(step) {
                    if written > slots[op.slot.at()] {
                        slots[op.slot.at()] = written;
                        waiting.push(op.slot);
                    }
                }
            }
        }
        let reached =
            |(step, extent): (u32, Option<Extent>)| extent.map(|extent| Reached { step, extent });
        (0..).zip(steps).filter_map(reached).collect()
    }

    fn is_aggregate(&self, step: usize) -> bool {
        let code = match self.steps[step] {
            Step::Series(op) => self.ops[op].code,
            _ => return false,
        };
        matches!(code, Code::Aggregate(..) | Code::WeightedMean(_))
    }

    /// Whether no input changes what a step computes, though its formula reads what an assumption moves in other years.
    fn is_fixed(&self, step: usize) -> bool {
        let known = &self.knowledge;
        self.ops_of(step).iter().all(|op| {
            let mut lanes = 0..known.lanes(op.slot);
            lanes.all(|lane| {
                let mut rows = op.rows.clone();
                rows.all(|row| known.state(op.slot, row, lane).is_fixed())
            })
        })
    }

    /// Operations of a step.
    pub fn ops_of(&self, step: usize) -> &[Op] {
        match &self.steps[step] {
            Step::Series(op) | Step::Scan(op, _) | Step::Rows(op) => &self.ops[*op..=*op],
            Step::Body(ops) | Step::Numbers(ops) => &self.ops[ops.clone()],
        }
    }

    /// Bases of the assumptions a slot rests on.
    pub fn grounds(&self, slot: SlotIdx) -> Grounds {
        self.grounds[slot.at()]
    }

    fn spread_grounds(&mut self, graph: &Graph, component: &Component) {
        let rules = || component.rules.iter().map(|&rule| &graph.rules[rule]);
        let read = rules()
            .flat_map(Rule::operands)
            .map(|operand| self.grounds[operand.slot.at()]);
        let all = read.fold(Grounds::default(), Grounds::and);
        for rule in rules() {
            let grounds = &mut self.grounds[rule.slot.at()];
            *grounds = grounds.and(all);
        }
    }

    fn add(&mut self, graph: &Graph, component: &Component) {
        let first = self.ops.len();
        for &rule in &component.rules {
            let rule = &graph.rules[rule];
            for (rows, members) in self.runs(rule) {
                let op = self.op(graph, rule, rows, members);
                self.ops.push(op);
            }
        }
        if self.ops.len() == first {
            return;
        }
        if component.recurrent && !(component.rules.len() == 1 && self.is_scan(first)) {
            let ops = first..self.ops.len();
            let plain = self.ops[ops.clone()].iter().all(|op| is_plain(graph, op));
            self.push(if plain {
                Step::Numbers(ops)
            } else {
                Step::Body(ops)
            });
            return;
        }
        for op in first..self.ops.len() {
            let step = if self.ops[op].domain != Domain::Plan {
                Step::Rows(op)
            } else if component.recurrent {
                Step::Scan(op, self.past(op))
            } else {
                Step::Series(op)
            };
            self.push(step);
        }
    }

    fn push(&mut self, step: Step) {
        let index = self.steps.len() as u32;
        self.steps.push(step);
        let mut domains = self.ops_of(index as usize).iter().map(|op| op.domain);
        let set = match domains.next() {
            Some(Domain::Set(set)) if domains.all(|domain| domain == Domain::Set(set)) => Some(set),
            _ => None,
        };
        self.sets.push(set);
        let mut read: Vec<SlotIdx> = Vec::new();
        for op in self.ops_of(index as usize) {
            read.extend(op.operands().iter().map(|operand| operand.slot));
        }
        sort::distinct(&mut read);
        for slot in read {
            self.readers[slot.at()].push(index);
        }
    }

    /// Whether the operation's own past is just the year before, so that it can be carried along.
    fn is_scan(&self, op: usize) -> bool {
        let op = &self.ops[op];
        let mut operands = op.operands().iter();
        op.code.is_elementwise()
            && operands.all(|operand| operand.slot != op.slot || operand.lag == 1)
    }

    fn past(&self, op: usize) -> [bool; 3] {
        let op = &self.ops[op];
        let mut past = [false; 3];
        for (past, operand) in past.iter_mut().zip(op.operands()) {
            *past = operand.slot == op.slot;
        }
        past
    }

    /// Stretches of rows in which a rule has something to compute, over the same members all along.
    fn runs(&self, rule: &Rule) -> Vec<(Range<usize>, Vec<usize>)> {
        let lanes = self.knowledge.lanes(rule.slot);
        let begins = match rule.code {
            Code::Accumulate(first) => first as usize,
            _ => 0,
        };
        let is_computed = |row: usize| {
            (0..lanes).any(|lane| self.knowledge.state(rule.slot, row, lane).is_computed())
        };
        let mut runs: Vec<(Range<usize>, Vec<usize>)> = Vec::new();
        for row in rule
            .rows
            .clone()
            .filter(|&row| row >= begins && is_computed(row))
        {
            let members = self.members(rule, row);
            match runs.last_mut() {
                Some((run, same)) if run.end == row && *same == members => run.end += 1,
                _ => runs.push((row..row + 1, members)),
            }
        }
        runs
    }

    /// The members an aggregate is over in a row.
    fn members(&self, rule: &Rule, row: usize) -> Vec<usize> {
        match rule.code {
            Code::Aggregate(..) | Code::WeightedMean(_) => self.knowledge.applicable(rule, row),
            _ => Vec::new(),
        }
    }

    fn op(&mut self, graph: &Graph, rule: &Rule, rows: Range<usize>, members: Vec<usize>) -> Op {
        let among = self.patches.get(&rule.slot).into_iter().flatten();
        let mut patches: Vec<_> = among
            .filter(|given| rows.contains(&given.row))
            .map(|given| (given.row, given.lane, given.value))
            .collect();
        sort::by_key(&mut patches, |&(row, lane, _)| (row, lane));
        let a_row = tree::stored(members.len()) * rule.code.arity();
        let nodes = (self.nodes, a_row);
        self.nodes += a_row * rows.len();
        Op {
            code: rule.code,
            slot: rule.slot,
            rows,
            args: rule.args,
            domain: graph.slots[rule.slot.at()].domain,
            members,
            patches,
            nodes,
        }
    }
}

/// Whether an operation is one on numbers of the plan alone.
fn is_plain(graph: &Graph, op: &Op) -> bool {
    let is_number = |slot: SlotIdx| graph.slots[slot.at()].domain == Domain::Plan;
    let operates = matches!(
        op.code,
        Code::Apply(_) | Code::FusedLeft(..) | Code::FusedRight(..) | Code::Copy
    );
    operates && is_number(op.slot) && op.operands().iter().all(|operand| is_number(operand.slot))
}

fn given_over_sets(graph: &Graph) -> HashMap<SlotIdx, Vec<Given>> {
    let mut by_slot: HashMap<SlotIdx, Vec<Given>> = HashMap::new();
    for given in &graph.given {
        if graph.slots[given.slot.at()].domain != Domain::Plan {
            by_slot.entry(given.slot).or_default().push(*given);
        }
    }
    by_slot
}

fn first_grounds(graph: &Graph, bases: &[Basis]) -> Vec<Grounds> {
    let of = |origin: Origin| match origin {
        Origin::Assumption(index) => bases
            .get(index.at())
            .map_or(Grounds::default(), |&basis| Grounds::of(basis)),
        _ => Grounds::default(),
    };
    graph.slots.iter().map(|slot| of(slot.origin)).collect()
}
