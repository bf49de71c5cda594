//! Compiling targets: the quantity into the graph, every milestone and member into a test.

use std::collections::{HashMap, HashSet};

use super::ModelProblem;
use super::builder::GraphBuilder;
use super::compile::{Compiler, table_years};
use super::graph::{Operand, SlotIdx};
use super::target::{Bound, EventTarget, QuantityTarget, Shape, TargetModel, Test};
use crate::engine::eval::op::Operation;
use crate::engine::formula::typed::{Node, Selection, Typed};
use crate::engine::formula::{Expr, Names as _, Want};
use crate::engine::index::{Domain, IndicatorIdx, MemberIdx, SetIdx, Var, Year};
use crate::engine::lang::Lang;
use crate::engine::plan::{
    Amount, Better, Comparison, Done, FormulaText, Id, Quantified, Series, Subject, Table, Target,
    Years,
};
use crate::engine::sort;
use crate::engine::unit::{Tag, Unit};

/// Tolerance of `about` where none is stated, in per cent (methodology 1.11).
const DEFAULT_TOLERANCE: f64 = 5.0;

/// The years a target is tested in: one entry per milestone.
pub fn years(target: &Target) -> Vec<Years> {
    match &target.subject {
        Subject::Quantity(quantified) => milestones(quantified),
        Subject::Event { by, .. } => vec![Years::In(year_of(&by.by))],
        Subject::Statement(_) => Vec::new(),
    }
}

/// All formulas of a target.
pub fn texts(target: &Target) -> Vec<&FormulaText> {
    let Subject::Quantity(quantified) = &target.subject else {
        return Vec::new();
    };
    let amounts = amounts(&quantified.threshold).into_iter();
    let amounts = amounts.chain(&quantified.tolerance);
    let further = quantified.upper.iter().chain(&quantified.stretch);
    let amounts = amounts.chain(further.flat_map(self::amounts));
    [&quantified.of]
        .into_iter()
        .chain(amounts.filter_map(formula_of))
        .collect()
}

fn formula_of(amount: &Amount) -> Option<&FormulaText> {
    match amount {
        Amount::Formula(text) => Some(text),
        Amount::Number(_) => None,
    }
}

fn amounts(table: &Table<Amount>) -> Vec<&Amount> {
    fn of_series(series: &Series<Amount>) -> Vec<&Amount> {
        match series {
            Series::One(amount) => vec![amount],
            Series::ByYear(entries) => entries.iter().map(|(_, amount)| amount).collect(),
        }
    }
    match table {
        Table::Whole(series) => of_series(series),
        Table::ByMember(entries) => entries
            .iter()
            .flat_map(|(_, series)| of_series(series))
            .collect(),
    }
}

fn milestones(quantified: &Quantified) -> Vec<Years> {
    if let Some(years) = quantified.years {
        return vec![years];
    }
    let mut years = table_years(&quantified.threshold);
    sort::distinct(&mut years);
    years.into_iter().map(Years::In).collect()
}

/// The year a date as written begins with.
fn year_of(date: &str) -> Year {
    date.get(..4)
        .and_then(|year| year.parse().ok())
        .unwrap_or_default()
}

/// The amount of a series that serves a milestone.
fn amount_for(series: &Series<Amount>, years: Years) -> Option<&Amount> {
    match series {
        Series::One(amount) => Some(amount),
        Series::ByYear(entries) => {
            let year = crate::engine::attain::last_year(years);
            entries
                .iter()
                .find(|(stated, _)| stated.value == year)
                .map(|(_, amount)| amount)
        }
    }
}

impl Compiler<'_> {
    /// Compiles every target; also the slots their tests read, which must stay.
    pub(super) fn targets(
        &mut self,
        builder: &mut GraphBuilder,
    ) -> (Vec<TargetModel>, Vec<SlotIdx>) {
        let plan = self.plan;
        let targets: Vec<TargetModel> = plan
            .targets
            .iter()
            .map(|target| self.target(builder, target))
            .collect();
        let quantities = targets.iter().filter_map(|target| match target {
            TargetModel::Quantity(quantity) => Some(quantity),
            _ => None,
        });
        let kept = quantities
            .flat_map(QuantityTarget::operands)
            .map(|operand| operand.slot)
            .collect();
        (targets, kept)
    }

    fn target(&mut self, builder: &mut GraphBuilder, target: &Target) -> TargetModel {
        match &target.subject {
            Subject::Statement(_) => TargetModel::Statement,
            Subject::Event { by, over, done, .. } => TargetModel::Event(EventTarget {
                year: year_of(&by.by),
                by: by.by.clone(),
                records: self.records(over.as_ref(), done.as_ref()),
            }),
            Subject::Quantity(quantified) => {
                let milestones = milestones(quantified);
                let last = milestones
                    .last()
                    .copied()
                    .unwrap_or(Years::In(self.plan.period.end));
                self.quantity(builder, target, quantified, &milestones)
                    .map_or(TargetModel::Faulty(last), TargetModel::Quantity)
            }
        }
    }

    /// What has been recorded of an event, for each member where it stands over a set.
    fn records(
        &self,
        over: Option<&Id>,
        done: Option<&Table<Done>>,
    ) -> Vec<(Option<MemberIdx>, Option<Done>)> {
        let one = |series: &Series<Done>| match series {
            Series::One(done) => Some(done.clone()),
            Series::ByYear(_) => None,
        };
        let set = over.and_then(|over| self.names.set_of(&over.value));
        let all = match done {
            Some(Table::Whole(series)) => one(series),
            _ => None,
        };
        let Some(set) = set else {
            return vec![(None, all)];
        };
        let members =
            (0..self.names.member_count(set)).map(|lane| (Some(MemberIdx::new(lane)), all.clone()));
        let mut records: Vec<_> = members.collect();
        if let Some(Table::ByMember(entries)) = done {
            for (member, series) in self.names.by_member(Domain::Set(set), entries) {
                if let Some(record) = member.and_then(|member| records.get_mut(member.at())) {
                    record.1 = one(series);
                }
            }
        }
        records
    }

    fn quantity(
        &mut self,
        builder: &mut GraphBuilder,
        target: &Target,
        quantified: &Quantified,
        milestones: &[Years],
    ) -> Option<QuantityTarget> {
        let expr = self.parse(&quantified.of)?;
        let stated = quantified
            .unit
            .as_ref()
            .map(|unit| self.names.unit(unit))
            .transpose();
        let stated = stated
            .map_err(|problems| self.diagnostics.extend(problems))
            .ok()?;
        let series = self.by_member(quantified, &expr)?;
        let uppers = self.beside(quantified.upper.as_ref(), &expr, &series);
        let stretches = self.beside(quantified.stretch.as_ref(), &expr, &series);
        let of_member = series.iter().any(|(member, _)| member.is_some());
        let inside = if of_member {
            self.set_of(&expr).map_or(Domain::Plan, Domain::Set)
        } else {
            Domain::Plan
        };
        let unit = match stated {
            Some(unit) => unit,
            None => self.unit_of(&expr, inside, quantified)?,
        };
        let typed = self.typed(&expr, inside, &unit)?;
        let whole = if of_member && series.iter().any(|(member, _)| member.is_none()) {
            Some(self.typed(&expr, Domain::Plan, &unit)?)
        } else {
            None
        };
        let says_which = matches!(quantified.threshold, Table::ByMember(_));
        if !says_which && matches!(typed.node, Node::Series(_, Selection::Whole)) {
            self.report(ModelProblem::EachOrWhole, quantified.of.span);
            return None;
        }
        let better = self.better(target, quantified, &typed);
        let rows = 0..self.axis.len();
        let operand = builder.operand(&typed, &rows);
        let whole_operand = whole.map_or(operand, |whole| builder.operand(&whole, &rows));
        let tolerance = match &quantified.tolerance {
            Some(amount) => self.bound(builder, amount, Domain::Plan, &Unit::percent())?,
            None => Bound::Number(DEFAULT_TOLERANCE),
        };
        let mut tests = Vec::new();
        for (position, (member, thresholds)) in series.into_iter().enumerate() {
            let domain = if member.is_some() {
                inside
            } else {
                Domain::Plan
            };
            for &years in milestones {
                let Some(threshold) = amount_for(thresholds, years) else {
                    continue;
                };
                let threshold = self.bound(builder, threshold, domain, &unit)?;
                let mut beside = |series: Option<&Series<Amount>>| {
                    let Some(amount) = series.and_then(|series| amount_for(series, years)) else {
                        return Some(None);
                    };
                    self.bound(builder, amount, domain, &unit).map(Some)
                };
                let (upper, stretch) = (beside(uppers[position])?, beside(stretches[position])?);
                let quantity = if member.is_some() {
                    operand
                } else {
                    whole_operand
                };
                tests.push(Test {
                    member,
                    quantity,
                    years,
                    threshold,
                    upper,
                    stretch,
                });
            }
        }
        Some(QuantityTarget {
            shape: shape(&typed, &unit),
            unit,
            comparison: quantified.comparison,
            better,
            tolerance,
            base: quantified.base.as_ref().map(|year| year.value),
            tests,
        })
    }

    /// The thresholds by member; one without member where there is one for the plan.
    fn by_member<'q>(
        &mut self,
        quantified: &'q Quantified,
        expr: &Expr,
    ) -> Option<Vec<(Option<MemberIdx>, &'q Series<Amount>)>> {
        let entries = match &quantified.threshold {
            Table::Whole(series) => return Some(vec![(None, series)]),
            Table::ByMember(entries) => entries,
        };
        let Some(set) = self.set_of(expr) else {
            self.report(ModelProblem::NoMembers, quantified.of.span);
            return None;
        };
        let excepted = self.excepted(expr, set);
        let all = self.names.by_member(Domain::Set(set), entries);
        Some(
            all.into_iter()
                .filter(|(member, _)| member.is_none_or(|member| !excepted.contains(&member)))
                .collect(),
        )
    }

    /// What a table beside the thresholds says for each of them: the upper ends, the stretches.
    fn beside<'q>(
        &self,
        table: Option<&'q Table<Amount>>,
        expr: &Expr,
        thresholds: &[(Option<MemberIdx>, &Series<Amount>)],
    ) -> Vec<Option<&'q Series<Amount>>> {
        let entries = match table {
            None => return vec![None; thresholds.len()],
            Some(Table::Whole(series)) => return vec![Some(series); thresholds.len()],
            Some(Table::ByMember(entries)) => entries,
        };
        let domain = self.set_of(expr).map_or(Domain::Plan, Domain::Set);
        let all = self.names.by_member(domain, entries);
        let by_member: HashMap<Option<MemberIdx>, &Series<Amount>> = all.into_iter().collect();
        let members = thresholds.iter();
        members
            .map(|(member, _)| by_member.get(member).copied())
            .collect()
    }

    /// The set a formula's names range over, if any does.
    fn set_of(&self, expr: &Expr) -> Option<SetIdx> {
        expr.references()
            .find_map(|(id, _)| match self.names.name(id)?.domain {
                Domain::Set(set) => Some(set),
                Domain::Plan => None,
            })
    }

    /// Members one of the formula's indicators does not apply to.
    fn excepted(&self, expr: &Expr, set: SetIdx) -> HashSet<MemberIdx> {
        let indicators = expr
            .references()
            .filter_map(|(id, _)| match self.names.name(id)?.var {
                Var::Indicator(index) => Some(index),
                Var::Assumption(_) => None,
            });
        let except = indicators.flat_map(|index| &self.plan.indicators[index.at()].except);
        except
            .filter_map(|id| self.names.member_of(set, &id.value))
            .collect()
    }

    /// The unit a quantity is stated in where the target states none: it follows from the formula, or must be stated.
    fn unit_of(&mut self, expr: &Expr, inside: Domain, quantified: &Quantified) -> Option<Unit> {
        let checked = self.check(expr, inside, Want::Quantity);
        let found = checked.typed.is_some();
        if checked.own_unit.is_none() && found {
            self.report(ModelProblem::NoUnit, quantified.of.span);
        }
        checked.own_unit.filter(|_| found)
    }

    fn bound(
        &mut self,
        builder: &mut GraphBuilder,
        amount: &Amount,
        domain: Domain,
        unit: &Unit,
    ) -> Option<Bound> {
        let text = match amount {
            Amount::Number(number) => return Some(Bound::Number(number.value)),
            Amount::Formula(text) => text,
        };
        let expr = self.parse(text)?;
        let typed = self.typed(&expr, domain, unit)?;
        Some(Bound::Series(
            builder.operand(&typed, &(0..self.axis.len())),
        ))
    }

    /// Which way is better: the quantity's own indicator tells; warns when the target pulls the other way.
    fn better(&mut self, target: &Target, quantified: &Quantified, typed: &Typed) -> Better {
        let Some(index) = first_indicator(typed) else {
            self.report(ModelProblem::NoIndicator, quantified.of.span);
            return Better::Higher;
        };
        let indicator = &self.plan.indicators[index.at()];
        let pulls_against = matches!(
            (quantified.comparison, indicator.better),
            (Comparison::AtLeast | Comparison::MoreThan, Better::Lower)
                | (Comparison::AtMost | Comparison::LessThan, Better::Higher)
        );
        if pulls_against && matches!(typed.node, Node::Series(..)) {
            let name = indicator.name.get(Lang::Zh).to_owned();
            self.report(ModelProblem::PullsAgainst { name }, target.id.span);
        }
        indicator.better
    }
}

impl QuantityTarget {
    /// Everything its tests read from the graph.
    pub fn operands(&self) -> impl Iterator<Item = Operand> {
        let series = |bound: Bound| match bound {
            Bound::Series(operand) => Some(operand),
            Bound::Number(_) => None,
        };
        let of_test = move |test: &Test| {
            let bounds = [Some(test.threshold), test.upper, test.stretch]
                .into_iter()
                .flatten();
            std::iter::once(test.quantity).chain(bounds.filter_map(series))
        };
        self.tests
            .iter()
            .flat_map(of_test)
            .chain(series(self.tolerance))
    }
}

/// The first indicator a formula reads.
fn first_indicator(typed: &Typed) -> Option<IndicatorIdx> {
    match &typed.node {
        Node::Series(Var::Indicator(index), _) => Some(*index),
        Node::Series(Var::Assumption(_), _) | Node::Number(_) | Node::Year => None,
        Node::Lag(of, _)
        | Node::At(of, _)
        | Node::Cumulative(of, _)
        | Node::Aggregate(_, _, of)
        | Node::Lookup(_, of) => first_indicator(of),
        Node::WeightedMean { of, by, .. } => first_indicator(of).or_else(|| first_indicator(by)),
        Node::Apply(_, arguments) => arguments.iter().find_map(first_indicator),
    }
}

/// What kind of quantity a formula is, seen through conversions of its unit.
fn shape(typed: &Typed, unit: &Unit) -> Shape {
    match &typed.node {
        Node::Cumulative(_, Some(from)) => Shape::Cumulative(*from),
        Node::Apply(Operation::Growth, _) => Shape::Growth,
        Node::Apply(Operation::AverageGrowth, arguments) => {
            match arguments.get(1).map(|base| &base.node) {
                Some(Node::At(_, from)) => Shape::AverageGrowth(*from),
                _ => Shape::Growth,
            }
        }
        Node::Apply(Operation::Multiply | Operation::Divide, arguments) => match &arguments[..] {
            [
                of,
                Typed {
                    node: Node::Number(_),
                    ..
                },
            ] => shape(of, unit),
            _ => by_tag(unit),
        },
        _ => by_tag(unit),
    }
}

fn by_tag(unit: &Unit) -> Shape {
    if unit.tag() == Tag::Plain {
        Shape::Level
    } else {
        Shape::Share
    }
}
