//! The formula a number is computed by: which one is in force, read again as the model has read it.

use crate::engine::attain::last_year;
use crate::engine::diagnostic::{Span, Spanned};
use crate::engine::eval::{Cell, Projection};
use crate::engine::formula::typed::{Aggregate, Node, Selection, Typed};
use crate::engine::formula::{Context, Want, check, parse};
use crate::engine::index::{Domain, IndicatorIdx, MemberIdx, SetIdx, TargetIdx, Var, Year};
use crate::engine::model::graph::{Operand, SlotIdx};
use crate::engine::model::{Bound, QuantityTarget, TargetModel, Test};
use crate::engine::plan::{Amount, FormulaText, Quantified, Series, Subject, Table, Whole};
use crate::engine::unit::Unit;
use crate::view::formula::readable;

use super::{Answering, Of};

/// A formula, for people and for computing.
pub(super) struct Formula {
    /// With names.
    pub readable: String,
    /// Names resolved, conversions stated.
    pub typed: Typed,
}

impl Answering<'_> {
    /// The formula of a quantity in a year.
    pub(super) fn formula(&self, of: Of, year: Year) -> Option<Formula> {
        match of {
            Of::Indicator(index, member) => self.formula_of_indicator(index, member, year),
            Of::Assumption(index, member) => {
                let table = self.plan.assumptions.get(index.at())?.value.as_ref()?;
                let series = self.of_member(table, self.domain(of), member)?;
                match amount(series, year)? {
                    Amount::Formula(text) => self.read(text, Domain::Plan, &self.unit(of)),
                    Amount::Number(_) => None,
                }
            }
            Of::Quantity(index, member) => {
                let text = &self.quantified(index)?.of;
                self.read(text, self.inside(index, member), &self.unit(of))
            }
            Of::Threshold(index, member) => {
                let quantified = self.quantified(index)?;
                let test = self.test(index, member, year)?;
                let series = self.of_member(&quantified.threshold, self.domain(of), member)?;
                match amount(series, last_year(test.years))? {
                    Amount::Formula(text) => {
                        self.read(text, self.inside(index, member), &self.unit(of))
                    }
                    Amount::Number(_) => None,
                }
            }
        }
    }

    fn formula_of_indicator(
        &self,
        index: IndicatorIdx,
        member: Option<MemberIdx>,
        year: Year,
    ) -> Option<Formula> {
        let indicator = self.plan.indicators.get(index.at())?;
        let unit = self.unit(Of::Indicator(index, member));
        let segment = || {
            let mut segments = indicator.formula.iter().flat_map(|segments| &segments.0);
            let begun =
                |from: &Option<Spanned<Year>>| from.as_ref().is_none_or(|from| from.value <= year);
            segments.rfind(|(from, _)| begun(from))
        };
        match (self.domain(Of::Indicator(index, member)), member) {
            (Some(set), None) => match indicator.whole.as_ref()? {
                Whole::Sum => Some(self.whole_as_sum(index, set)),
                Whole::Same => self.read(&segment()?.1, Domain::Plan, &unit),
                Whole::Formula(text) => self.read(text, Domain::Plan, &unit),
            },
            (Some(set), Some(_)) => self.read(&segment()?.1, Domain::Set(set), &unit),
            (None, _) => self.read(&segment()?.1, Domain::Plan, &unit),
        }
    }

    fn read(&self, text: &FormulaText, inside: Domain, unit: &Unit) -> Option<Formula> {
        let expr = parse(text).ok()?;
        let context = Context {
            names: &self.names,
            inside,
            want: Want::Unit(unit),
        };
        Some(Formula {
            readable: readable(&text.value, self.plan, self.words.0),
            typed: check(&expr, context).typed?,
        })
    }

    /// The whole as the sum of the members.
    fn whole_as_sum(&self, index: IndicatorIdx, set: SetIdx) -> Formula {
        let leaf = |node, domain| Typed {
            node,
            domain,
            span: Span::default(),
        };
        let of = leaf(
            Node::Series(Var::Indicator(index), Selection::All),
            Domain::Set(set),
        );
        Formula {
            readable: self
                .words
                .sum_of_members(&self.name(Of::Indicator(index, None))),
            typed: leaf(
                Node::Aggregate(Aggregate::Sum, set, Box::new(of)),
                Domain::Plan,
            ),
        }
    }

    /// The indicator a target's quantity is as it stands.
    pub(super) fn indicator_of(
        &self,
        index: TargetIdx,
        member: Option<MemberIdx>,
    ) -> Option<(IndicatorIdx, Option<MemberIdx>)> {
        let year = self.projection.model().period().end;
        match self.formula(Of::Quantity(index, member), year)?.typed.node {
            Node::Series(Var::Indicator(index), selection) => Some((
                index,
                match selection {
                    Selection::All => member,
                    Selection::Whole => None,
                    Selection::Member(only) => Some(only),
                },
            )),
            _ => None,
        }
    }

    /// The set a quantity ranges over.
    pub(super) fn domain(&self, of: Of) -> Option<SetIdx> {
        let model = self.projection.model();
        let domain = match of {
            Of::Indicator(index, _) => model.indicators().get(index.at())?.domain,
            Of::Assumption(index, _) => model.assumptions().get(index.at())?.domain,
            Of::Quantity(index, _) | Of::Threshold(index, _) => {
                let test = self
                    .quantity(index)?
                    .tests
                    .iter()
                    .find(|test| test.member.is_some())?;
                model.graph().slots.get(test.quantity.slot.at())?.domain
            }
        };
        match domain {
            Domain::Set(set) => Some(set),
            Domain::Plan => None,
        }
    }

    /// Where the formulas of a target stand for a member, or for the plan.
    fn inside(&self, index: TargetIdx, member: Option<MemberIdx>) -> Domain {
        let set = member.and_then(|_| self.domain(Of::Quantity(index, member)));
        set.map_or(Domain::Plan, Domain::Set)
    }

    pub(super) fn quantity(&self, index: TargetIdx) -> Option<&QuantityTarget> {
        match self.projection.model().targets().get(index.at())? {
            TargetModel::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }

    fn quantified(&self, index: TargetIdx) -> Option<&Quantified> {
        match &self.plan.targets.get(index.at())?.subject {
            Subject::Quantity(quantified) => Some(quantified),
            _ => None,
        }
    }

    /// The test of a target that a year is compared in; else the first about the member.
    fn test(&self, index: TargetIdx, member: Option<MemberIdx>, year: Year) -> Option<&Test> {
        let start = self.projection.model().period().start;
        let tests = &self.quantity(index)?.tests;
        let about = || tests.iter().filter(|test| test.member == member);
        about()
            .find(|test| test.years.all(start).contains(&year))
            .or_else(|| about().next())
    }

    /// The entry of a table about a member, or about the plan or the whole.
    pub(super) fn of_member<'t, T>(
        &self,
        table: &'t Table<T>,
        set: Option<SetIdx>,
        member: Option<MemberIdx>,
    ) -> Option<&'t Series<T>> {
        match table {
            Table::Whole(series) => Some(series),
            Table::ByMember(entries) => {
                let domain = Domain::Set(set?);
                let mut all = self.names.by_member(domain, entries).into_iter();
                all.find_map(|(of, series)| (of == member).then_some(series))
            }
        }
    }

    /// A value as it was evaluated.
    pub(super) fn cell(&self, of: Of, year: Year) -> Cell<'_> {
        let (model, projection): (_, &Projection) = (self.projection.model(), self.projection);
        let lane = |member: Option<MemberIdx>| member.map_or(0, MemberIdx::at);
        let read = |operand: Operand, member| match model.axis().row(year) {
            Some(row) => projection.read(operand, row, lane(member)),
            None => Cell::NotApplicable,
        };
        let at_once = |slot: SlotIdx, member| read(Operand { slot, lag: 0 }, member);
        match of {
            Of::Indicator(index, member) => projection.cell(index, member, year),
            Of::Assumption(index, member) => match model.graph().assumptions.get(index.at()) {
                Some(slot) => at_once(*slot, member),
                None => Cell::NotApplicable,
            },
            Of::Quantity(index, member) => match self.test(index, member, year) {
                Some(test) => read(test.quantity, member),
                None => Cell::NotApplicable,
            },
            Of::Threshold(index, member) => {
                match self.test(index, member, year).map(|test| test.threshold) {
                    Some(Bound::Number(value)) => Cell::Observed(value),
                    Some(Bound::Series(operand)) => read(operand, member),
                    None => Cell::NotApplicable,
                }
            }
        }
    }
}

/// The amount a series states for a year.
fn amount(series: &Series<Amount>, year: Year) -> Option<&Amount> {
    match series {
        Series::One(amount) => Some(amount),
        Series::ByYear(entries) => {
            let stated = entries.iter().find(|(stated, _)| stated.value == year);
            stated.map(|(_, amount)| amount)
        }
    }
}
