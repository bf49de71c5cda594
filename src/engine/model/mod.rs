//! The model: a plan whose names, units and formulas have been resolved, its time axis fixed and its formulas lowered
//! to one graph. Made once per plan ([`compile()`]); evaluated as often as a slider moves.

mod axis;
mod builder;
mod checks;
mod compile;
mod constant;
mod facts;
mod fuse;
mod given;
pub mod graph;
mod names;
mod problem;
mod setting;
mod span;
mod target;
mod targets;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use axis::Axis;
pub use checks::{Allowed, CheckModel, ChecksModel, Clause, Comparison, Identity};
pub use compile::compile;
pub use facts::RootFacts;
pub use names::PlanNames;
pub use problem::{ModelProblem, Root};
pub use target::{Bound, EventTarget, QuantityTarget, Shape, TargetModel, Test};

use super::eval::order::Component;
use super::eval::schedule::Schedule;
use super::index::{Domain, TableIdx};
use super::inputs::Inputs;
use super::plan::{Basis, Interpolation, Period};
use super::unit::Unit;
use graph::{Graph, Operand, SlotIdx};

/// A plan ready to be evaluated.
#[derive(Debug)]
pub struct Model {
    period: Period,
    graph: Graph,
    order: Vec<Component>,
    facts: RootFacts,
    bases: Vec<Basis>,
    assumptions: Vec<AssumptionModel>,
    indicators: Vec<IndicatorModel>,
    targets: Vec<TargetModel>,
    checks: ChecksModel,
    tables: Vec<Lookup>,
    defaults: Inputs,
    scenarios: Vec<Inputs>,
    schedule: OnceLock<Arc<Schedule>>,
}

/// An assumption as the model knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct AssumptionModel {
    /// Its declared unit.
    pub unit: Unit,
    /// One value, or one per member.
    pub domain: Domain,
    /// Row it begins in: moving it never changes what lies before.
    pub first_row: usize,
    /// Interpolation of values by year.
    pub path: Interpolation,
}

/// An indicator as the model knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorModel {
    /// Its declared unit.
    pub unit: Unit,
    /// One value a year, or one per member.
    pub domain: Domain,
}

/// A lookup table, ready to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Lookup {
    points: Vec<(f64, f64)>,
    path: Interpolation,
}

impl Model {
    /// First and last plan year.
    pub fn period(&self) -> Period {
        self.period
    }

    /// The time axis.
    pub fn axis(&self) -> Axis {
        self.graph.axis
    }

    /// The graph of its formulas.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// Assumptions in the order of the plan.
    pub fn assumptions(&self) -> &[AssumptionModel] {
        &self.assumptions
    }

    /// Indicators in the order of the plan.
    pub fn indicators(&self) -> &[IndicatorModel] {
        &self.indicators
    }

    /// Targets in the order of the plan.
    pub fn targets(&self) -> &[TargetModel] {
        &self.targets
    }

    /// Checks of the plan, and those built in.
    pub fn checks(&self) -> &ChecksModel {
        &self.checks
    }

    /// The plan's own values of the assumptions.
    pub fn defaults(&self) -> &Inputs {
        &self.defaults
    }

    /// The values under a scenario of the plan, by its position.
    pub fn scenario(&self, position: usize) -> Option<&Inputs> {
        self.scenarios.get(position)
    }

    /// The schedule under some inputs. Only which assumptions are awaited matters, so that nearly all inputs share one.
    pub fn schedule(&self, inputs: &Inputs) -> Arc<Schedule> {
        let planned = |facts: &RootFacts| {
            let tested = self.tested();
            let schedule = Schedule::new(&self.graph, &self.order, facts, &self.bases, &tested);
            Arc::new(schedule)
        };
        match self.facts.under(inputs) {
            Some(facts) => planned(&facts),
            None => Arc::clone(self.schedule.get_or_init(|| planned(&self.facts))),
        }
    }

    /// Series and rows that targets test.
    fn tested(&self) -> Vec<(SlotIdx, Range<usize>)> {
        let mut tested = Vec::new();
        for target in &self.targets {
            let TargetModel::Quantity(quantity) = target else {
                continue;
            };
            for Test {
                quantity: Operand { slot, lag },
                years,
                ..
            } in &quantity.tests
            {
                let years = years.all(self.period.start);
                let row = |year| Some(self.axis().row(year)?.saturating_sub(*lag as usize));
                let rows = row(*years.start()).zip(row(*years.end()));
                tested.extend(rows.map(|(first, last)| (*slot, first..last + 1)));
            }
        }
        tested
    }

    /// A lookup table read at an argument; flat outside its points.
    pub fn lookup(&self, table: TableIdx, argument: f64) -> f64 {
        self.tables
            .get(table.at())
            .map_or(f64::NAN, |table| table.read(argument))
    }
}

impl Lookup {
    fn read(&self, x: f64) -> f64 {
        let next = self.points.partition_point(|&(at, _)| at <= x);
        let before = next
            .checked_sub(1)
            .and_then(|before| self.points.get(before));
        match (before, self.points.get(next)) {
            _ if !x.is_finite() => f64::NAN,
            (None, None) => f64::NAN,
            (Some(&(_, value)), None) | (None, Some(&(_, value))) => value,
            (Some(&(from, start)), Some(&(to, end))) => {
                between(self.path, (from, start), (to, end), x)
            }
        }
    }
}

/// A value between two points.
pub fn between(
    path: Interpolation,
    (from, start): (f64, f64),
    (to, end): (f64, f64),
    x: f64,
) -> f64 {
    let share = (x - from) / (to - from);
    match path {
        Interpolation::Step => start,
        Interpolation::Compound if start * end > 0.0 => start * libm::pow(end / start, share),
        Interpolation::Linear | Interpolation::Compound => start + (end - start) * share,
    }
}
