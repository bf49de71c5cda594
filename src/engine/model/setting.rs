//! The plan's own values of its assumptions, and those of its scenarios: numbers, or arithmetic over observed values.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::ModelProblem;
use super::builder::GraphBuilder;
use super::compile::Compiler;
use super::constant::Observed;
use crate::engine::diagnostic::{Problem, Span};
use crate::engine::index::{AssumptionIdx, Domain, MemberIdx};
use crate::engine::inputs::{Inputs, Setting};
use crate::engine::number::greater;
use crate::engine::plan::{Amount, PlanProblem, Series, Table};

/// The plan's values and those of every scenario, in the order of the plan.
#[derive(Debug, Default)]
pub struct All {
    /// The plan's own.
    pub defaults: Inputs,
    /// Each scenario's.
    pub scenarios: Vec<Inputs>,
}

/// What values are read with.
pub struct Settings<'a, 'b> {
    /// Checks formulas and collects diagnostics.
    pub compiler: &'a mut Compiler<'b>,
    /// Values formulas may read.
    pub observed: &'a Observed,
    /// Knows the slots they are kept in.
    pub builder: &'a GraphBuilder,
}

impl Settings<'_, '_> {
    /// Reads all values.
    pub fn all(mut self) -> All {
        let plan = self.compiler.plan;
        let mut defaults = Inputs::default();
        for (position, assumption) in plan.assumptions.iter().enumerate() {
            let index = AssumptionIdx::new(position);
            let mut settings = vec![None; self.lanes(index)];
            if let Some(value) = &assumption.value {
                self.read(index, value, &mut settings);
            }
            defaults.0.push(settings);
        }
        let scenarios = self.scenarios(&defaults);
        All {
            defaults,
            scenarios,
        }
    }

    /// The plan's values under each scenario, those it builds on first. A chain that leads back to itself ends there.
    fn scenarios(&mut self, defaults: &Inputs) -> Vec<Inputs> {
        let scenarios = &self.compiler.plan.scenarios;
        let places: HashMap<&str, usize> = scenarios
            .iter()
            .enumerate()
            .map(|(position, scenario)| (scenario.id.value.as_str(), position))
            .collect();
        let base = |position: usize| {
            let base = scenarios[position].base.as_ref()?;
            places.get(base.value.as_str()).copied()
        };
        let mut found: Vec<Option<Inputs>> = vec![None; scenarios.len()];
        for position in 0..scenarios.len() {
            let (mut chain, mut seen) = (Vec::new(), HashSet::new());
            let mut next = Some(position);
            while let Some(at) = next.filter(|&at| found[at].is_none() && seen.insert(at)) {
                chain.push(at);
                next = base(at);
            }
            let mut inputs = next
                .and_then(|at| found[at].clone())
                .unwrap_or_else(|| defaults.clone());
            for &at in chain.iter().rev() {
                self.change(&mut inputs, at);
                found[at] = Some(inputs.clone());
            }
        }
        found.into_iter().flatten().collect()
    }

    fn change(&mut self, inputs: &mut Inputs, scenario: usize) {
        for (id, table) in &self.compiler.plan.scenarios[scenario].set {
            let Some(index) = self.compiler.names.assumption(&id.value) else {
                continue;
            };
            let mut settings = std::mem::take(&mut inputs.0[index.at()]);
            self.read(index, table, &mut settings);
            inputs.0[index.at()] = settings;
        }
    }

    fn lanes(&self, index: AssumptionIdx) -> usize {
        match self.domain(index) {
            Domain::Plan => 1,
            Domain::Set(set) => self.compiler.names.member_count(set),
        }
    }

    fn domain(&self, index: AssumptionIdx) -> Domain {
        self.compiler.names.assumption_domains()[index.at()]
    }

    /// Reads a table over the settings there are: members it does not name keep theirs.
    fn read(
        &mut self,
        index: AssumptionIdx,
        table: &Table<Amount>,
        settings: &mut [Option<Setting>],
    ) {
        match table {
            Table::Whole(series) => {
                let setting = self.series(index, series);
                settings.fill(setting);
            }
            Table::ByMember(entries) => {
                // What stands for several members is read, and its problems are told, once.
                let mut read: HashMap<*const Series<Amount>, Option<Setting>> = HashMap::new();
                for (member, series) in self.compiler.names.by_member(self.domain(index), entries) {
                    let setting = read
                        .entry(std::ptr::from_ref(series))
                        .or_insert_with(|| self.series(index, series))
                        .clone();
                    if let Some(slot) = member
                        .map(MemberIdx::at)
                        .and_then(|lane| settings.get_mut(lane))
                    {
                        *slot = setting;
                    }
                }
            }
        }
    }

    fn series(&mut self, index: AssumptionIdx, series: &Series<Amount>) -> Option<Setting> {
        match series {
            Series::One(amount) => Some(Setting::Constant(self.amount(index, amount)?)),
            Series::ByYear(entries) => {
                let mut points = BTreeMap::new();
                for (year, amount) in entries {
                    points.insert(year.value, self.amount(index, amount)?);
                }
                Some(Setting::ByYear(points))
            }
        }
    }

    fn amount(&mut self, index: AssumptionIdx, amount: &Amount) -> Option<f64> {
        let text = match amount {
            Amount::Number(number) => return Some(number.value),
            Amount::Formula(text) => text,
        };
        let unit = self.compiler.names.assumption_unit(index)?.clone();
        let expr = self.compiler.parse(text)?;
        let typed = self.compiler.typed(&expr, Domain::Plan, &unit)?;
        let builder = self.builder;
        let value = self
            .observed
            .constant(&typed, &|index, whole| builder.indicator(index, whole));
        match value {
            Some(value) => self.check_range(index, value, text.span),
            None => self.compiler.report(ModelProblem::NotConstant, text.span),
        }
        value
    }

    /// Reports a computed value outside the slider; numbers as written were looked at when the plan was read.
    fn check_range(&mut self, index: AssumptionIdx, value: f64, span: Span) {
        let assumption = self.compiler.plan.assumptions.get(index.at());
        let Some((min, max)) = assumption.and_then(|item| item.min.zip(item.max)) else {
            return;
        };
        if greater(value, max) || greater(min, value) {
            let problem = PlanProblem::OutsideRange { value, min, max };
            self.compiler
                .diagnostics
                .report(Problem::Plan(problem), span);
        }
    }
}
