//! What is known: which values can be computed at all, and why not. Decided once per set of awaited assumptions, since
//! no slider makes a value known or unknown; verdicts and charts read it, the arithmetic never sees it.

use std::collections::HashMap;

use super::order::Component;
use crate::engine::index::Domain;
use crate::engine::model::graph::{Code, Graph, Operand, Origin, Rule, SlotIdx};
use crate::engine::model::{Root, RootFacts};
use crate::engine::sort;

/// What is known of one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    reason: u32,
    rests: Rests,
    /// How the value comes about.
    pub kind: Kind,
}

/// What a value rests on. A value that reads several rests on the last of theirs in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rests {
    /// On numbers of the plan file.
    Numbers,
    /// On what had happened by an earlier year.
    Past,
    /// On what was observed for its own year.
    Observed,
    /// On the past carried on by a formula: no assumption moves it, and yet it has not happened.
    Carried,
    /// On an assumption.
    Assumed,
}

impl Rests {
    /// Read from a later year.
    const fn later(self) -> Self {
        match self {
            Self::Numbers | Self::Past | Self::Observed => Self::Past,
            Self::Carried | Self::Assumed => self,
        }
    }

    /// As the value of a series in a year.
    const fn named(self) -> Self {
        match self {
            Self::Past => Self::Carried,
            other => other,
        }
    }
}

/// How a value comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// By a formula, or by the user.
    Computed,
    /// By observation.
    Observed,
    /// Between observations.
    Interpolated,
}

const KNOWN: u32 = 0;
/// Unknown for no reason of its own: before the first year, or before an assumption begins.
const UNREACHED: u32 = 1;
const NOT_APPLICABLE: u32 = u32::MAX;

impl State {
    const fn known(rests: Rests, kind: Kind) -> Self {
        Self {
            reason: KNOWN,
            rests,
            kind,
        }
    }

    const fn unknown(reason: u32) -> Self {
        Self {
            reason,
            rests: Rests::Assumed,
            kind: Kind::Computed,
        }
    }

    /// Read from a later year.
    pub(super) const fn later(self) -> Self {
        Self {
            rests: self.rests.later(),
            ..self
        }
    }

    /// Whether there is a number.
    pub const fn is_known(self) -> bool {
        self.reason == KNOWN
    }

    /// Whether the series does not apply to the member.
    pub const fn is_not_applicable(self) -> bool {
        self.reason == NOT_APPLICABLE
    }

    /// Whether it has happened: observed for its year, or following from values that were. What a formula carries on from
    /// earlier years, or states as a number, has not.
    pub fn has_happened(self) -> bool {
        self.is_known() && self.rests == Rests::Observed
    }

    /// Whether no assumption moves it.
    pub fn is_fixed(self) -> bool {
        self.is_known() && self.rests != Rests::Assumed
    }

    /// Whether a formula must compute it.
    pub fn is_computed(self) -> bool {
        self.is_known() && self.kind == Kind::Computed
    }
}

/// The states of all values of a graph.
#[derive(Debug, Clone)]
pub struct Knowledge {
    states: Vec<Vec<State>>,
    lanes: Vec<usize>,
    reasons: Reasons,
}

impl Knowledge {
    /// Decides every value. `facts` tells what the graph does not: awaited assumptions, where assumptions begin, what is
    /// faulty, what does not apply, and how many members sets have.
    pub fn decide(graph: &Graph, order: &[Component], facts: &RootFacts) -> Self {
        let rows = graph.axis.len();
        let lanes: Vec<usize> = graph
            .slots
            .iter()
            .map(|slot| facts.lanes(slot.domain))
            .collect();
        let states = lanes
            .iter()
            .map(|lanes| vec![State::unknown(UNREACHED); rows * lanes])
            .collect();
        let mut knowledge = Self {
            states,
            lanes,
            reasons: Reasons::default(),
        };
        knowledge.start(graph, facts);
        for row in 0..rows {
            for component in order {
                for &rule in &component.rules {
                    let rule = &graph.rules[rule];
                    if rule.rows.contains(&row) {
                        knowledge.step(graph, rule, row);
                    }
                }
            }
        }
        knowledge
    }

    /// The state of a value.
    pub fn state(&self, slot: SlotIdx, row: usize, lane: usize) -> State {
        self.states[slot.at()][row * self.lanes[slot.at()] + lane]
    }

    /// Members of the slot's set, 1 for a series of the plan.
    pub fn lanes(&self, slot: SlotIdx) -> usize {
        self.lanes[slot.at()]
    }

    /// Why a value is unknown; empty for known ones.
    pub fn roots(&self, slot: SlotIdx, row: usize, lane: usize) -> &[Root] {
        self.reasons.roots(self.state(slot, row, lane).reason)
    }

    fn set(&mut self, slot: SlotIdx, row: usize, lane: usize, state: State) {
        let lanes = self.lanes[slot.at()];
        self.states[slot.at()][row * lanes + lane] = state;
    }

    /// What needs no rule: given values, numbers, the year, assumptions, and named series that nothing computes.
    fn start(&mut self, graph: &Graph, facts: &RootFacts) {
        for (position, slot) in graph.slots.iter().enumerate() {
            let index = SlotIdx(position as u32);
            for row in 0..graph.axis.len() {
                for lane in 0..self.lanes[position] {
                    let state = self.first_state(graph, facts, slot.origin, slot.domain, row, lane);
                    self.set(index, row, lane, state);
                }
            }
        }
        for given in &graph.given {
            let kind = if given.interpolated {
                Kind::Interpolated
            } else {
                Kind::Observed
            };
            self.set(
                given.slot,
                given.row,
                given.lane,
                State::known(Rests::Observed, kind),
            );
        }
    }

    fn first_state(
        &mut self,
        graph: &Graph,
        facts: &RootFacts,
        origin: Origin,
        domain: Domain,
        row: usize,
        lane: usize,
    ) -> State {
        match origin {
            Origin::Constant(_) | Origin::Year => State::known(Rests::Numbers, Kind::Computed),
            Origin::Derived => State::unknown(UNREACHED),
            Origin::Assumption(index) if row < facts.start_row(index) => State::unknown(UNREACHED),
            Origin::Assumption(index) if facts.is_awaited(index, lane) => {
                State::unknown(self.reasons.intern(vec![Root::Awaited(index)]))
            }
            Origin::Assumption(_) => State::known(Rests::Assumed, Kind::Computed),
            Origin::Indicator(index) | Origin::Whole(index) => {
                let member = facts.member(domain, lane);
                if member.is_some_and(|member| facts.is_excepted(index, member)) {
                    return State::unknown(NOT_APPLICABLE);
                }
                let root = if facts.is_faulty(index) {
                    Root::Faulty(index)
                } else if matches!(origin, Origin::Whole(_)) && !facts.has_whole(index) {
                    Root::NoWhole(index)
                } else {
                    Root::NotObserved(index, member, graph.axis.year(row))
                };
                State::unknown(self.reasons.intern(vec![root]))
            }
        }
    }

    fn step(&mut self, graph: &Graph, rule: &Rule, row: usize) {
        for lane in 0..self.lanes[rule.slot.at()] {
            let before = self.state(rule.slot, row, lane);
            if before.is_not_applicable() || (before.is_known() && before.kind != Kind::Computed) {
                continue;
            }
            let mut after = self.result(rule, row, lane);
            if !matches!(graph.slots[rule.slot.at()].origin, Origin::Derived) {
                if after.reason == UNREACHED {
                    continue;
                }
                after.rests = after.rests.named();
            }
            self.set(rule.slot, row, lane, after);
        }
    }

    fn result(&mut self, rule: &Rule, row: usize, lane: usize) -> State {
        let number = State::known(Rests::Numbers, Kind::Computed);
        match rule.code {
            Code::Pick(from) if row < from as usize => State::unknown(UNREACHED),
            Code::Pick(from) if row > from as usize => {
                self.read(rule.args[0], from as usize, lane).later()
            }
            Code::Pick(_) => self.read(rule.args[0], row, lane),
            Code::Accumulate(first) if row < first as usize => number,
            Code::Accumulate(first) => {
                let term = self.read(rule.args[0], row, lane);
                if row == first as usize {
                    term
                } else {
                    self.join(self.state(rule.slot, row - 1, lane).later(), term)
                }
            }
            Code::Member(member) => self.read(rule.args[0], row, member.at()),
            Code::Aggregate(..) | Code::WeightedMean(_) => self.aggregate(rule, row),
            _ => {
                let states = rule
                    .operands()
                    .iter()
                    .map(|&operand| self.read(operand, row, lane));
                let states: Vec<_> = states.collect();
                states
                    .into_iter()
                    .fold(number, |joined, state| self.join(joined, state))
            }
        }
    }

    /// Members a series does not apply to are passed over; if that is all of them, it does not apply at all.
    fn aggregate(&mut self, rule: &Rule, row: usize) -> State {
        let mut joined = None;
        for lane in 0..self.members(rule) {
            let mut state = State::known(Rests::Numbers, Kind::Computed);
            for &operand in rule.operands() {
                state = self.join(state, self.read(operand, row, lane));
            }
            if !state.is_not_applicable() {
                joined = Some(joined.map_or(state, |joined| self.join(joined, state)));
            }
        }
        joined.unwrap_or(State::unknown(NOT_APPLICABLE))
    }

    /// Whether a value of the row is unknown, of any member it applies to.
    pub fn is_open(&self, slot: SlotIdx, row: usize) -> bool {
        let mut states = (0..self.lanes(slot)).map(|lane| self.state(slot, row, lane));
        states.any(|state| !state.is_known() && !state.is_not_applicable())
    }

    /// The members an aggregate is over in a row: those all its operands apply to.
    pub fn applicable(&self, rule: &Rule, row: usize) -> Vec<usize> {
        let applies = |&lane: &usize| {
            let mut operands = rule.operands().iter();
            operands.all(|&operand| !self.read(operand, row, lane).is_not_applicable())
        };
        (0..self.members(rule)).filter(applies).collect()
    }

    /// Number of members an aggregate reads; some of its operands may be of the plan.
    pub fn members(&self, rule: &Rule) -> usize {
        let lanes = || {
            rule.operands()
                .iter()
                .map(|operand| self.lanes(operand.slot))
        };
        if lanes().any(|lanes| lanes == 0) {
            return 0;
        }
        lanes().max().unwrap_or(0)
    }

    /// What is known of an operand's value.
    pub fn read(&self, operand: Operand, row: usize, lane: usize) -> State {
        let Some(row) = row.checked_sub(operand.lag as usize) else {
            return State::unknown(UNREACHED);
        };
        let lane = if self.lanes[operand.slot.at()] == 1 {
            0
        } else {
            lane
        };
        let state = State {
            kind: Kind::Computed,
            ..self.state(operand.slot, row, lane)
        };
        if operand.lag == 0 {
            state
        } else {
            state.later()
        }
    }

    fn join(&mut self, a: State, b: State) -> State {
        State {
            reason: self.reasons.union(a.reason, b.reason),
            rests: a.rests.max(b.rests),
            kind: Kind::Computed,
        }
    }
}

/// Sets of roots, each kept once.
#[derive(Debug, Clone, Default)]
struct Reasons {
    sets: Vec<Vec<Root>>,
    ids: HashMap<Vec<Root>, u32>,
    unions: HashMap<(u32, u32), u32>,
}

impl Reasons {
    /// Most roots named of one value: the first ones in their order, so that joining in any order gives the same.
    const MOST_ROOTS: usize = 32;

    fn roots(&self, reason: u32) -> &[Root] {
        if reason <= UNREACHED || reason == NOT_APPLICABLE {
            return &[];
        }
        &self.sets[reason as usize - 2]
    }

    fn intern(&mut self, roots: Vec<Root>) -> u32 {
        if let Some(&id) = self.ids.get(&roots) {
            return id;
        }
        let id = self.sets.len() as u32 + 2;
        self.sets.push(roots.clone());
        self.ids.insert(roots, id);
        id
    }

    fn union(&mut self, a: u32, b: u32) -> u32 {
        let (low, high) = if a < b { (a, b) } else { (b, a) };
        // Not applicable beats everything, a stated reason beats an unstated one, any reason beats being known.
        if low == high || high == NOT_APPLICABLE || low <= UNREACHED {
            return high;
        }
        if let Some(&id) = self.unions.get(&(low, high)) {
            return id;
        }
        let mut roots = [self.roots(low), self.roots(high)].concat();
        sort::distinct(&mut roots);
        roots.truncate(Self::MOST_ROOTS);
        let id = self.intern(roots);
        self.unions.insert((low, high), id);
        id
    }
}
