//! Calls of functions.

use super::aggregate::aggregates;
use super::name::nearest;
use super::{Checker, Quantity};
use crate::engine::formula::builtins::{ArgumentKind, Builtin};
use crate::engine::formula::expr::{Expr, ExprKind, Given};
use crate::engine::formula::names::NamedTable;
use crate::engine::formula::problem::FormulaProblem;
use crate::engine::formula::typed::Typed;
use crate::engine::index::{Domain, Year};
use crate::engine::plan::format::YEARS;

/// Most years back that can be meant.
const MOST_YEARS: u32 = 100;

/// The arguments of a call by what they are; each kind but quantities occurs once at most.
#[derive(Default)]
pub(super) struct Arguments<'a> {
    pub quantities: Vec<Quantity<'a>>,
    pub condition: Option<Typed>,
    pub years: Option<u32>,
    pub year: Option<Year>,
    pub table: Option<NamedTable>,
}

impl<'a> Checker<'a> {
    pub(super) fn call(
        &mut self,
        expr: &'a Expr,
        builtin: &'static Builtin,
        given: &'a [Given],
        inside: Domain,
    ) -> Option<Quantity<'a>> {
        let set = if aggregates(builtin, given) {
            Some(self.aggregated(builtin, given)?)
        } else {
            None
        };
        let inside = set.map_or(inside, Domain::Set);
        let mut arguments = self.arguments(builtin, given, inside)?;
        let quantities = std::mem::take(&mut arguments.quantities);
        let prepared = self.prepare(builtin, quantities, &arguments, set, expr.span)?;
        let typed = self.lower(builtin, prepared.typed, arguments, set, expr.span)?;
        Some(Quantity {
            own_unit: prepared.own_unit,
            prices: prepared.prices,
            ..Quantity::new(expr, typed, prepared.unit)
        })
    }

    /// Checks every argument as what it must be.
    fn arguments(
        &mut self,
        builtin: &'static Builtin,
        given: &'a [Given],
        inside: Domain,
    ) -> Option<Arguments<'a>> {
        let mut arguments = Arguments::default();
        let mut faulty = false;
        for Given { argument, value } in given {
            let argument = builtin.arguments.get(*argument)?;
            let found = match argument.kind {
                ArgumentKind::Quantity => self
                    .quantity(value, inside)
                    .map(|found| arguments.quantities.push(found)),
                ArgumentKind::Condition => self
                    .condition(value, inside)
                    .map(|(found, _)| arguments.condition = Some(found)),
                ArgumentKind::Table => self.table(value).map(|found| arguments.table = Some(found)),
                ArgumentKind::Years => value
                    .whole_number()
                    .filter(|years| (1..=MOST_YEARS).contains(years))
                    .map(|found| arguments.years = Some(found)),
                ArgumentKind::Year => value
                    .whole_number()
                    .filter(|year| YEARS.contains(year))
                    .map(|found| arguments.year = Some(found)),
            };
            faulty |= found.is_none();
            if let (None, ArgumentKind::Years | ArgumentKind::Year) = (found, argument.kind) {
                let (kind, argument) = (argument.kind, argument.name);
                self.fail::<()>(
                    FormulaProblem::WrongArgument {
                        builtin,
                        argument,
                        kind,
                    },
                    value.span,
                );
            }
        }
        (!faulty).then_some(arguments)
    }

    fn table(&mut self, value: &'a Expr) -> Option<NamedTable> {
        let id = match &value.kind {
            ExprKind::Table(id) => id.clone(),
            _ => value.to_string(),
        };
        let found = self.names.table(&id);
        if found.is_none() {
            let nearest = nearest(&id, self.names.tables());
            return self.fail(
                FormulaProblem::UnknownTable { name: id, nearest },
                value.span,
            );
        }
        found
    }
}
