//! What functions do with units: the rules of the table of functions, applied.

use super::call::Arguments;
use super::meet::Meeting;
use super::{Checker, Quantity, node};
use crate::engine::diagnostic::Span;
use crate::engine::formula::builtins::{Builtin, Lowering, UnitRule};
use crate::engine::formula::typed::Typed;
use crate::engine::index::SetIdx;
use crate::engine::plan::PriceBasis;
use crate::engine::unit::{Tag, Unit, UnitProblem};

/// The arguments in the units the function computes with, and the unit of the result.
pub(super) struct Prepared {
    pub typed: Vec<Typed>,
    pub unit: Unit,
    pub own_unit: Option<Unit>,
    pub prices: Option<PriceBasis>,
}

impl<'a> Checker<'a> {
    /// Brings the quantities into the units the function computes with.
    pub(super) fn prepare(
        &mut self,
        builtin: &'static Builtin,
        mut quantities: Vec<Quantity<'a>>,
        arguments: &Arguments<'a>,
        set: Option<SetIdx>,
        span: Span,
    ) -> Option<Prepared> {
        match builtin.units {
            UnitRule::Common => {
                let (typed, common) = self.in_common(quantities)?;
                Some(Prepared {
                    typed,
                    unit: common.unit,
                    own_unit: common.own_unit,
                    prices: common.prices,
                })
            }
            UnitRule::Stepped => self.stepped(builtin, quantities),
            UnitRule::Plain => {
                let quantity = quantities.pop()?;
                let prices = quantity.prices;
                let typed = self.plain(quantity, builtin.name)?;
                Some(Prepared {
                    typed: vec![typed],
                    unit: Unit::plain(),
                    own_unit: None,
                    prices,
                })
            }
            UnitRule::Counter => {
                let counter = set
                    .and_then(|set| self.names.set(set).counter)
                    .unwrap_or_else(Unit::plain);
                Some(Prepared {
                    typed: Vec::new(),
                    unit: counter.clone(),
                    own_unit: Some(counter),
                    prices: None,
                })
            }
            UnitRule::Table => {
                let table = arguments.table.as_ref()?;
                let of = table.of.clone().unwrap_or_else(Unit::plain);
                let typed = self.fit(quantities.pop()?, &of)?;
                Some(Prepared {
                    typed: vec![typed],
                    unit: table.unit.clone(),
                    own_unit: Some(table.unit.clone()),
                    prices: None,
                })
            }
            UnitRule::First | UnitRule::Rate => {
                let first = quantities.first()?;
                if builtin.lowering == Lowering::Cumulative
                    && (first.unit.tag() == Tag::Ratio || first.unit.is_quotient())
                {
                    let operand = self.operand(first);
                    self.report_unit(UnitProblem::CumulativeRatio { operand }, span);
                }
                let rate = builtin.units == UnitRule::Rate;
                let unit = if rate {
                    Unit::ratio()
                } else {
                    first.unit.clone()
                };
                let own_unit = if rate {
                    Some(Unit::percent())
                } else {
                    first.own_unit.clone()
                };
                let prices = first.prices;
                let typed = quantities
                    .into_iter()
                    .map(|quantity| quantity.typed)
                    .collect();
                Some(Prepared {
                    typed,
                    unit,
                    own_unit,
                    prices,
                })
            }
        }
    }

    /// A quantity and its step in one unit; a plain number has the step 1.
    fn stepped(
        &mut self,
        builtin: &'static Builtin,
        quantities: Vec<Quantity<'a>>,
    ) -> Option<Prepared> {
        let mut quantities = quantities.into_iter();
        let quantity = quantities.next()?;
        let own_unit = quantity.own_unit.clone();
        if let Some(step) = quantities.next() {
            let met = self.meet(&quantity, step, Meeting::Choice)?;
            return Some(Prepared {
                typed: vec![quantity.typed, met.right],
                unit: met.unit,
                own_unit,
                prices: met.prices,
            });
        }
        if !quantity.unit.dimension().is_none() || quantity.unit.tag() != Tag::Plain {
            let operand = self.operand(&quantity);
            let write = format!(
                "{}({}, 1{})",
                builtin.name,
                operand.text,
                quantity.unit.suffix()
            );
            let problem = UnitProblem::StepMissing {
                function: builtin.name,
                operand,
                write,
            };
            return self.fail_unit(problem, quantity.expr.span);
        }
        let (prices, span) = (quantity.prices, quantity.expr.span);
        let typed = self.plain(quantity, builtin.name)?;
        Some(Prepared {
            typed: vec![typed, node::number(1.0, span)],
            unit: Unit::plain(),
            own_unit,
            prices,
        })
    }
}
