//! From plan to model, in one pass over each kind of item: names and units, formulas, the time axis, the graph, targets.
//! Every problem is reported and passed over: what depends on a faulty item is undetermined, the rest works.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use super::builder::GraphBuilder;
use super::constant::Observed;
use super::facts::RootFacts;
use super::graph::{Graph, Origin, SlotIdx};
use super::names::PlanNames;
use super::{AssumptionModel, Axis, IndicatorModel, Lookup, Model, ModelProblem, setting};
use crate::engine::diagnostic::{Diagnostic, Diagnostics, Problem, Span};
use crate::engine::eval::order::{Component, Loop, order};
use crate::engine::formula::typed::Typed;
use crate::engine::formula::{self, Checked, Context, Expr, Want};
use crate::engine::index::{AssumptionIdx, Domain, IndicatorIdx, Year};
use crate::engine::lang::Lang;
use crate::engine::plan::{Indicator, Interpolation, Plan, Segments, Series, Table, Whole};
use crate::engine::sort;
use crate::engine::unit::Unit;

/// Makes the model of a plan. Always yields one; diagnostics say what could not be used.
pub fn compile(plan: &Plan) -> (Model, Vec<Diagnostic>) {
    let (names, found) = PlanNames::new(plan);
    let mut diagnostics = Diagnostics::default();
    diagnostics.extend(found);
    let mut compiler = Compiler {
        plan,
        names,
        axis: Axis { first: 0, last: 0 },
        diagnostics,
    };
    let model = compiler.model();
    (model, compiler.diagnostics.list(false))
}

/// Names listed of a loop.
const MOST_NAMES: usize = 12;

/// What the steps share.
pub(super) struct Compiler<'a> {
    pub plan: &'a Plan,
    pub names: PlanNames<'a>,
    pub axis: Axis,
    pub diagnostics: Diagnostics,
}

/// A formula of an indicator, from a year on.
pub(super) struct Piece {
    pub from: Option<Year>,
    pub expr: Expr,
}

impl Compiler<'_> {
    fn model(&mut self) -> Model {
        let pieces = self.pieces();
        let plan = self.plan;
        self.axis = self.find_axis(&pieces);
        let mut builder = GraphBuilder::new(
            self.axis,
            self.names.assumption_domains(),
            self.names.indicator_domains(),
            plan.sets.iter().map(|set| set.members.len()).collect(),
        );
        let given = self.given(&builder);
        for &given in &given {
            builder.give(given);
        }
        let observed = Observed::new(&given, self.axis.first);
        let settings = setting::Settings {
            compiler: self,
            observed: &observed,
            builder: &builder,
        }
        .all();
        let mut facts = self.facts(&pieces, &settings);
        for (position, pieces) in pieces.iter().enumerate() {
            let pieces = pieces.as_deref().unwrap_or_default();
            self.define(
                &mut builder,
                IndicatorIdx::new(position),
                pieces,
                &mut facts,
            );
        }
        let (targets, mut kept) = self.targets(&mut builder);
        let checks = self.checks(&mut builder, &pieces, &given);
        kept.extend(checks.slots());
        if builder.is_full() {
            self.report(ModelProblem::TooLarge, Span::default());
        }
        let mut graph = builder.finish(&kept);
        let order = self.ordered(&mut graph, &mut facts);
        Model {
            period: plan.period,
            order,
            bases: plan
                .assumptions
                .iter()
                .map(|assumption| assumption.basis)
                .collect(),
            assumptions: self.assumptions(&facts),
            indicators: self.indicators(),
            targets,
            checks,
            tables: self.tables(),
            defaults: settings.defaults,
            scenarios: settings.scenarios,
            schedule: OnceLock::new(),
            graph,
            facts,
        }
    }

    /// Reports a problem.
    pub fn report(&mut self, problem: ModelProblem, span: Span) {
        self.diagnostics.report(Problem::Model(problem), span);
    }

    /// Reads a formula.
    pub fn parse(&mut self, text: &crate::engine::plan::FormulaText) -> Option<Expr> {
        if text.value.is_empty() {
            return None;
        }
        match formula::parse(text) {
            Ok(expr) => Some(expr),
            Err(problems) => {
                self.diagnostics.extend(problems);
                None
            }
        }
    }

    /// Resolves and checks a formula.
    pub fn check(&mut self, expr: &Expr, inside: Domain, want: Want<'_>) -> Checked {
        let context = Context {
            names: &self.names,
            inside,
            want,
        };
        let mut checked = formula::check(expr, context);
        self.diagnostics
            .extend(std::mem::take(&mut checked.problems));
        checked
    }

    /// The typed tree of a formula, in the unit.
    pub fn typed(&mut self, expr: &Expr, inside: Domain, unit: &Unit) -> Option<Typed> {
        self.check(expr, inside, Want::Unit(unit)).typed
    }

    fn pieces(&mut self) -> Vec<Option<Vec<Piece>>> {
        let plan = self.plan;
        let pieces = |compiler: &mut Self, indicator: &Indicator| {
            let Some(Segments(segments)) = &indicator.formula else {
                return Some(Vec::new());
            };
            let piece = |(from, text): &(Option<_>, _)| {
                let from: &Option<crate::engine::diagnostic::Spanned<Year>> = from;
                let expr = compiler.parse(text)?;
                Some(Piece {
                    from: from.as_ref().map(|year| year.value),
                    expr,
                })
            };
            let pieces: Vec<Option<Piece>> = segments.iter().map(piece).collect();
            pieces.into_iter().collect()
        };
        plan.indicators
            .iter()
            .map(|indicator| pieces(self, indicator))
            .collect()
    }

    fn facts(&self, pieces: &[Option<Vec<Piece>>], settings: &setting::All) -> RootFacts {
        let plan = self.plan;
        let start = |assumption: &crate::engine::plan::Assumption| {
            let earliest = assumption.value.iter().flat_map(table_years).min();
            let first = earliest.map_or(plan.period.start, |year| year.min(plan.period.start));
            self.axis.row(first).unwrap_or(0)
        };
        let excepted = |indicator: &Indicator| {
            let set = indicator
                .over
                .as_ref()
                .and_then(|over| self.names.set_of(&over.value));
            let member = |id: &crate::engine::plan::Id| self.names.member_of(set?, &id.value);
            let mut members: Vec<_> = indicator.except.iter().filter_map(member).collect();
            sort::by(&mut members, Ord::cmp);
            members
        };
        RootFacts {
            members: plan.sets.iter().map(|set| set.members.len()).collect(),
            starts: plan.assumptions.iter().map(start).collect(),
            faulty: pieces.iter().map(Option::is_none).collect(),
            wholes: plan
                .indicators
                .iter()
                .map(super::names::has_whole)
                .collect(),
            excepted: plan.indicators.iter().map(excepted).collect(),
            awaited: settings
                .defaults
                .0
                .iter()
                .map(|settings| settings.iter().map(Option::is_none).collect())
                .collect(),
        }
    }

    /// Lowers the formulas of an indicator, each for the rows from its first year to the next one's, and its whole.
    fn define(
        &mut self,
        builder: &mut GraphBuilder,
        index: IndicatorIdx,
        pieces: &[Piece],
        facts: &mut RootFacts,
    ) {
        let domain = self.names.indicator_domains()[index.at()];
        let Some(unit) = self.names.indicator_unit(index).cloned() else {
            facts.faulty[index.at()] = true;
            return;
        };
        for (position, piece) in pieces.iter().enumerate() {
            let rows = self.rows_of(pieces, position);
            match self.typed(&piece.expr, domain, &unit) {
                Some(typed) => builder.define(builder.indicator(index, false), rows, &typed),
                None => facts.faulty[index.at()] = true,
            }
        }
        let Domain::Set(set) = domain else { return };
        let plan = self.plan;
        let slot = builder.indicator(index, true);
        match &plan.indicators[index.at()].whole {
            None => {}
            Some(Whole::Sum) => builder.define_sum(slot, builder.indicator(index, false), set),
            Some(Whole::Same) => {
                for (position, piece) in pieces.iter().enumerate() {
                    let rows = self.rows_of(pieces, position);
                    if let Some(typed) = self.typed(&piece.expr, Domain::Plan, &unit) {
                        builder.define(slot, rows, &typed);
                    }
                }
            }
            Some(Whole::Formula(text)) => {
                let expr = self.parse(text);
                if let Some(typed) = expr.and_then(|expr| self.typed(&expr, Domain::Plan, &unit)) {
                    builder.define(slot, 0..self.axis.len(), &typed);
                }
            }
        }
    }

    pub(super) fn rows_of(&self, pieces: &[Piece], position: usize) -> Range<usize> {
        let row = |year: Year| {
            self.axis.row(year).unwrap_or(if year < self.axis.first {
                0
            } else {
                self.axis.len()
            })
        };
        let start = pieces[position].from.map_or(0, row);
        let end = pieces
            .get(position + 1)
            .and_then(|next| next.from)
            .map_or(self.axis.len(), row);
        start..end
    }

    /// The order of computation. Loops within a year are reported, their indicators are given up, and the rest goes on.
    fn ordered(&mut self, graph: &mut Graph, facts: &mut RootFacts) -> Vec<Component> {
        loop {
            let loops = match order(graph) {
                Ok(order) => return order,
                Err(loops) => loops,
            };
            let mut gone: HashSet<SlotIdx> = HashSet::new();
            for Loop { around, all } in &loops {
                self.report_loop(&indicators_of(graph, around));
                for index in indicators_of(graph, all) {
                    facts.faulty[index.at()] = true;
                }
                // Every loop leads through a named series; parts of formulas may serve others as well.
                let is_named = |slot: &&SlotIdx| graph.slots[slot.at()].origin != Origin::Derived;
                gone.extend(all.iter().filter(is_named));
            }
            graph.rules.retain(|rule| !gone.contains(&rule.slot));
        }
    }

    fn report_loop(&mut self, around: &[IndicatorIdx]) {
        let named = |index: &IndicatorIdx| &self.plan.indicators[index.at()];
        // The search walks from a formula to what it needs; people read the loop the other way round.
        let mut names: Vec<String> = around
            .iter()
            .rev()
            .take(MOST_NAMES)
            .map(|index| named(index).name.get(Lang::Zh).to_owned())
            .collect();
        if around.len() > MOST_NAMES {
            names.push("…".to_owned());
        }
        let span = around
            .last()
            .map_or(Span::default(), |index| named(index).id.span);
        self.report(ModelProblem::Loop { names }, span);
    }

    fn assumptions(&self, facts: &RootFacts) -> Vec<AssumptionModel> {
        let model =
            |(position, assumption): (usize, &crate::engine::plan::Assumption)| AssumptionModel {
                unit: self
                    .names
                    .assumption_unit(AssumptionIdx::new(position))
                    .cloned()
                    .unwrap_or_else(Unit::plain),
                domain: self.names.assumption_domains()[position],
                first_row: facts.starts[position],
                path: assumption.path.unwrap_or(Interpolation::Step),
            };
        self.plan
            .assumptions
            .iter()
            .enumerate()
            .map(model)
            .collect()
    }

    fn indicators(&self) -> Vec<IndicatorModel> {
        let model = |position: usize| IndicatorModel {
            unit: self
                .names
                .indicator_unit(IndicatorIdx::new(position))
                .cloned()
                .unwrap_or_else(Unit::plain),
            domain: self.names.indicator_domains()[position],
        };
        (0..self.plan.indicators.len()).map(model).collect()
    }

    fn tables(&self) -> Vec<Lookup> {
        let tables = self.plan.tables.iter();
        tables
            .map(|table| Lookup {
                points: table.points.clone(),
                path: table.path,
            })
            .collect()
    }
}

/// The indicators among slots, in their order, neighbours once.
fn indicators_of(graph: &Graph, slots: &[SlotIdx]) -> Vec<IndicatorIdx> {
    let indicator = |slot: &SlotIdx| match graph.slots[slot.at()].origin {
        Origin::Indicator(index) | Origin::Whole(index) => Some(index),
        _ => None,
    };
    let mut indicators: Vec<_> = slots.iter().filter_map(indicator).collect();
    indicators.dedup();
    indicators
}

/// All years a table names.
pub(super) fn table_years<T>(table: &Table<T>) -> Vec<Year> {
    let of_series = |series: &Series<T>| match series {
        Series::One(_) => Vec::new(),
        Series::ByYear(entries) => entries.iter().map(|(year, _)| year.value).collect(),
    };
    match table {
        Table::Whole(series) => of_series(series),
        Table::ByMember(entries) => entries
            .iter()
            .flat_map(|(_, series)| of_series(series))
            .collect(),
    }
}
