//! Building the graph: typed trees come in, slots and rules come out. Equal subexpressions share one slot.

use std::collections::HashMap;
use std::ops::Range;

use super::Axis;
use super::graph::{Code, Given, Graph, Operand, Origin, Rule, Slot, SlotIdx};
use crate::engine::formula::constant;
use crate::engine::formula::typed::{Aggregate, Node, Selection, Typed};
use crate::engine::index::{AssumptionIdx, Domain, IndicatorIdx, SetIdx, Var};

/// Builds a graph formula by formula.
#[derive(Debug)]
pub struct GraphBuilder {
    graph: Graph,
    constants: HashMap<u64, SlotIdx>,
    year: Option<SlotIdx>,
    /// Members of every set.
    members: Vec<usize>,
    /// Values parts of formulas may still have.
    room: usize,
    is_full: bool,
    /// A series nothing computes.
    nothing: Option<SlotIdx>,
    /// Given values of series of the plan.
    given: HashMap<(SlotIdx, usize), f64>,
    /// Slots of derived series by what computes them.
    derived: HashMap<(Code, [Operand; 3], Range<usize>), SlotIdx>,
}

const NOTHING: Operand = Operand {
    slot: SlotIdx(0),
    lag: 0,
};

/// Most values of all parts of formulas together. The series of a plan as large as may be, with ten parts each over
/// twenty years, stay well below; a formula that multiplies itself reaches it before memory runs out.
const MOST_VALUES: usize = 16_000_000;
/// Values whose room the bookkeeping of one part takes.
const OVERHEAD: usize = 32;

impl GraphBuilder {
    /// A graph with a slot for every named series. `assumptions` and `indicators` give each one's domain, `members` how
    /// many each set has.
    pub fn new(
        axis: Axis,
        assumptions: &[Domain],
        indicators: &[Domain],
        members: Vec<usize>,
    ) -> Self {
        let mut builder = Self {
            graph: Graph {
                axis,
                slots: Vec::new(),
                rules: Vec::new(),
                given: Vec::new(),
                assumptions: Vec::new(),
                indicators: Vec::new(),
                wholes: Vec::new(),
            },
            constants: HashMap::new(),
            year: None,
            members,
            room: MOST_VALUES,
            is_full: false,
            nothing: None,
            given: HashMap::new(),
            derived: HashMap::new(),
        };
        for (position, &domain) in assumptions.iter().enumerate() {
            let slot = builder.slot(Origin::Assumption(AssumptionIdx::new(position)), domain);
            builder.graph.assumptions.push(slot);
        }
        for (position, &domain) in indicators.iter().enumerate() {
            let index = IndicatorIdx::new(position);
            let slot = builder.slot(Origin::Indicator(index), domain);
            builder.graph.indicators.push(slot);
            let whole = match domain {
                Domain::Plan => slot,
                Domain::Set(_) => builder.slot(Origin::Whole(index), Domain::Plan),
            };
            builder.graph.wholes.push(whole);
        }
        builder
    }

    /// States a value that is given.
    pub fn give(&mut self, given: Given) {
        if self.graph.slots[given.slot.at()].domain == Domain::Plan {
            self.given.insert((given.slot, given.row), given.value);
        }
        self.graph.given.push(given);
    }

    /// Slot of an indicator, or of its whole.
    pub fn indicator(&self, index: IndicatorIdx, whole: bool) -> SlotIdx {
        if whole {
            self.graph.wholes[index.at()]
        } else {
            self.graph.indicators[index.at()]
        }
    }

    /// States that `typed` fills the rows of a named slot.
    pub fn define(&mut self, slot: SlotIdx, rows: Range<usize>, typed: &Typed) {
        if rows.is_empty() {
            return;
        }
        let (code, args) = match self.compute(typed, &rows) {
            // What has one value for all members is computed once and copied to each.
            Computed::Rule(code, args)
                if !code.is_elementwise() && typed.domain != self.graph.slots[slot.at()].domain =>
            {
                let slot = self.derive(code, args, &rows, typed.domain);
                (Code::Copy, [Operand { slot, lag: 0 }, NOTHING, NOTHING])
            }
            Computed::Rule(code, args) => (code, args),
            Computed::Operand(operand) => (Code::Copy, [operand, NOTHING, NOTHING]),
        };
        self.graph.rules.push(Rule {
            slot,
            rows,
            code,
            args,
        });
    }

    /// States that a named slot is the sum of another over its set's members.
    pub fn define_sum(&mut self, slot: SlotIdx, members: SlotIdx, set: SetIdx) {
        let args = [
            Operand {
                slot: members,
                lag: 0,
            },
            NOTHING,
            NOTHING,
        ];
        let rows = 0..self.graph.axis.len();
        self.graph.rules.push(Rule {
            slot,
            rows,
            code: Code::Aggregate(Aggregate::Sum, set),
            args,
        });
    }

    /// The series of a formula that has no name of its own, over the stated rows.
    pub fn operand(&mut self, typed: &Typed, rows: &Range<usize>) -> Operand {
        match self.compute(typed, rows) {
            Computed::Operand(operand) => operand,
            Computed::Rule(code, args) => {
                let slot = self.derive(code, args, rows, typed.domain);
                Operand { slot, lag: 0 }
            }
        }
    }

    /// The finished graph; single-use parts of formulas are fused into their users, but for the `kept` ones.
    pub fn finish(mut self, kept: &[SlotIdx]) -> Graph {
        super::fuse::fuse(&mut self.graph, kept);
        self.graph
    }

    fn lanes(&self, domain: Domain) -> usize {
        match domain {
            Domain::Plan => 1,
            Domain::Set(set) => self.members.get(set.at()).copied().unwrap_or(0),
        }
    }

    fn slot(&mut self, origin: Origin, domain: Domain) -> SlotIdx {
        let index = SlotIdx(self.graph.slots.len() as u32);
        self.graph.slots.push(Slot { origin, domain });
        index
    }

    /// Whether no further part of a formula has room.
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    fn derive(
        &mut self,
        code: Code,
        args: [Operand; 3],
        rows: &Range<usize>,
        domain: Domain,
    ) -> SlotIdx {
        let key = (code, args, rows.clone());
        if let Some(&slot) = self.derived.get(&key) {
            return slot;
        }
        let values = self.graph.axis.len() * self.lanes(domain) + OVERHEAD;
        self.is_full |= values > self.room;
        if self.is_full {
            return self.nothing();
        }
        self.room -= values;
        let slot = self.slot(Origin::Derived, domain);
        self.derived.insert(key, slot);
        self.graph.rules.push(Rule {
            slot,
            rows: rows.clone(),
            code,
            args,
        });
        slot
    }

    /// A series nothing computes: unknown in every year.
    fn nothing(&mut self) -> SlotIdx {
        let slot = match self.nothing {
            Some(slot) => slot,
            None => self.slot(Origin::Derived, Domain::Plan),
        };
        self.nothing = Some(slot);
        slot
    }

    fn constant(&mut self, value: f64) -> Operand {
        let bits = value.to_bits();
        let slot = if let Some(&slot) = self.constants.get(&bits) {
            slot
        } else {
            let slot = self.slot(Origin::Constant(value), Domain::Plan);
            self.constants.insert(bits, slot);
            slot
        };
        Operand { slot, lag: 0 }
    }

    fn compute(&mut self, typed: &Typed, rows: &Range<usize>) -> Computed {
        if let Some(value) = constant(typed) {
            return Computed::Operand(self.constant(value));
        }
        match &typed.node {
            Node::Number(value) => Computed::Operand(self.constant(*value)),
            Node::Year => {
                let slot = match self.year {
                    Some(slot) => slot,
                    None => self.slot(Origin::Year, Domain::Plan),
                };
                self.year = Some(slot);
                Computed::Operand(Operand { slot, lag: 0 })
            }
            Node::Series(var, selection) => self.series(*var, *selection),
            Node::Lag(of, years) => {
                let back = *years as usize;
                let earlier = rows.start.saturating_sub(back)..rows.end.saturating_sub(back);
                let Operand { slot, lag } = self.operand(of, &earlier);
                Computed::Operand(Operand {
                    slot,
                    lag: lag + years,
                })
            }
            Node::At(of, year) => Computed::Operand(self.at(of, *year, rows)),
            Node::Cumulative(of, from) => Computed::Operand(self.running_sum(of, *from, rows.end)),
            Node::Apply(operation, arguments) => {
                let operands: Vec<_> = arguments
                    .iter()
                    .map(|argument| self.operand(argument, rows))
                    .collect();
                Computed::rule(Code::Apply(*operation), &operands)
            }
            Node::Aggregate(aggregate, set, of) => {
                let of = self.operand(of, rows);
                Computed::rule(Code::Aggregate(*aggregate, *set), &[of])
            }
            Node::WeightedMean { set, of, by } => {
                let operands = [self.operand(of, rows), self.operand(by, rows)];
                Computed::rule(Code::WeightedMean(*set), &operands)
            }
            Node::Lookup(table, of) => {
                let of = self.operand(of, rows);
                Computed::rule(Code::Lookup(*table), &[of])
            }
        }
    }

    fn series(&self, var: Var, selection: Selection) -> Computed {
        let slot = match (var, selection) {
            (Var::Assumption(index), _) => self.graph.assumptions[index.at()],
            (Var::Indicator(index), Selection::Whole) => self.graph.wholes[index.at()],
            (Var::Indicator(index), _) => self.graph.indicators[index.at()],
        };
        let operand = Operand { slot, lag: 0 };
        match selection {
            Selection::Member(member) => Computed::rule(Code::Member(member), &[operand]),
            Selection::All | Selection::Whole => Computed::Operand(operand),
        }
    }

    /// The sum from a year on, up to a row. Always a series of its own: as a rule of a named one its sum would go on from
    /// what was observed or computed otherwise.
    fn running_sum(&mut self, of: &Typed, from: Option<i32>, end: usize) -> Operand {
        let axis = self.graph.axis;
        let begin = |year: i32| match axis.row(year) {
            Some(row) => row,
            None if year < axis.first => 0,
            None => axis.len(),
        };
        let first = from.map_or(0, begin);
        let term = self.operand(of, &(first..end.max(first)));
        let code = Code::Accumulate(first as u32);
        let slot = self.derive(code, [term, NOTHING, NOTHING], &(0..end), of.domain);
        Operand { slot, lag: 0 }
    }

    /// A value in a fixed year. An observed one is a number; any other is read from its row. Always a series of its own,
    /// since a named one may be observed in single years.
    fn at(&mut self, of: &Typed, year: i32, rows: &Range<usize>) -> Operand {
        let Some(row) = self.graph.axis.row(year) else {
            let slot = self.nothing();
            return Operand { slot, lag: 0 };
        };
        let operand = self.operand(of, &(row..row + 1));
        let later = row <= rows.start;
        if let Some(value) = self.given_plan_value(operand, row).filter(|_| later) {
            return self.constant(value);
        }
        let args = [operand, NOTHING, NOTHING];
        let slot = self.derive(Code::Pick(row as u32), args, rows, of.domain);
        Operand { slot, lag: 0 }
    }

    fn given_plan_value(&self, operand: Operand, row: usize) -> Option<f64> {
        let row = row.checked_sub(operand.lag as usize)?;
        self.given.get(&(operand.slot, row)).copied()
    }
}

/// What a typed node turns into: a series that exists, or a rule to make one.
enum Computed {
    Operand(Operand),
    Rule(Code, [Operand; 3]),
}

impl Computed {
    fn rule(code: Code, operands: &[Operand]) -> Self {
        let mut args = [NOTHING; 3];
        for (arg, operand) in args.iter_mut().zip(operands) {
            *arg = *operand;
        }
        Self::Rule(code, args)
    }
}
