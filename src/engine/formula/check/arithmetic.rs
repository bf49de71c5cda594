//! Operators.

use super::meet::{Meeting, Met};
use super::quantity::Value;
use super::{Checker, Quantity, node};
use crate::engine::eval::op::Operation;
use crate::engine::formula::constant::constant;
use crate::engine::formula::expr::Expr;
use crate::engine::formula::operators::{Operator, OperatorKind};
use crate::engine::index::Domain;
use crate::engine::plan::PriceBasis;
use crate::engine::unit::{Unit, UnitProblem};

impl<'a> Checker<'a> {
    pub(super) fn prefix(
        &mut self,
        expr: &'a Expr,
        operator: &'static Operator,
        operand: &'a Expr,
        inside: Domain,
    ) -> Option<Value<'a>> {
        if operator.kind == OperatorKind::Not {
            let (typed, unit) = self.condition(operand, inside)?;
            let not = node::apply(operator.operation, vec![typed], expr.span);
            return Some(Value::Condition(not, unit));
        }
        let operand = self.quantity(operand, inside)?;
        let typed = node::apply(operator.operation, vec![operand.typed], expr.span);
        Some(Value::Quantity(Quantity {
            bare: operand.bare,
            prices: operand.prices,
            ..Quantity::new(expr, typed, operand.unit)
        }))
    }

    pub(super) fn infix(
        &mut self,
        expr: &'a Expr,
        operator: &'static Operator,
        operands: &'a [Expr; 2],
        inside: Domain,
    ) -> Option<Value<'a>> {
        let [left, right] = operands;
        if operator.kind == OperatorKind::Logic {
            let left = self.condition(left, inside);
            let right = self.condition(right, inside);
            let typed = node::apply(operator.operation, vec![left?.0, right?.0], expr.span);
            return Some(Value::Condition(typed, None));
        }
        // Both sides first, so that the problems of both are seen.
        let left = self.quantity(left, inside);
        let right = self.quantity(right, inside);
        let (left, right) = (left?, right?);
        match operator.kind {
            OperatorKind::Comparison => {
                let Met { right, unit, .. } = self.meet(&left, right, Meeting::Choice)?;
                let typed = node::apply(operator.operation, vec![left.typed, right], expr.span);
                Some(Value::Condition(typed, Some(unit)))
            }
            OperatorKind::Sum => self.sum(expr, operator, left, right).map(Value::Quantity),
            OperatorKind::Power => self.power(expr, operator, left, right).map(Value::Quantity),
            _ => self
                .product(expr, operator, left, right)
                .map(Value::Quantity),
        }
    }

    fn sum(
        &mut self,
        expr: &'a Expr,
        operator: &'static Operator,
        left: Quantity<'a>,
        right: Quantity<'a>,
    ) -> Option<Quantity<'a>> {
        let how = if operator.operation == Operation::Subtract {
            Meeting::Minus
        } else {
            Meeting::Plus
        };
        let bare = left.bare && right.bare;
        let Met {
            right,
            unit,
            prices,
        } = self.meet(&left, right, how)?;
        let typed = node::apply(operator.operation, vec![left.typed, right], expr.span);
        Some(Quantity {
            bare,
            prices,
            ..Quantity::new(expr, typed, unit)
        })
    }

    fn product(
        &mut self,
        expr: &'a Expr,
        operator: &'static Operator,
        left: Quantity<'a>,
        right: Quantity<'a>,
    ) -> Option<Quantity<'a>> {
        let divides = operator.kind == OperatorKind::Quotient;
        let prices = self
            .joined_prices(&left, &right, true)
            .filter(|_| !(divides && left.prices == right.prices));
        let unit = if divides {
            left.unit.over(&right.unit)
        } else {
            left.unit.times(&right.unit)
        };
        let unit = self.in_range(unit, expr)?;
        let bare = left.bare && right.bare;
        let typed = node::apply(operator.operation, vec![left.typed, right.typed], expr.span);
        Some(Quantity {
            bare,
            prices,
            ..Quantity::new(expr, typed, unit)
        })
    }

    /// A literal integer power of anything, or any power of a plain number.
    fn power(
        &mut self,
        expr: &'a Expr,
        operator: &'static Operator,
        base: Quantity<'a>,
        exponent: Quantity<'a>,
    ) -> Option<Quantity<'a>> {
        let prices: Option<PriceBasis> = base.prices.or(exponent.prices);
        let bare = base.bare && exponent.bare;
        let integer = constant(&exponent.typed)
            .filter(|_| exponent.bare)
            .and_then(small_integer);
        let (base, exponent, unit) = if let Some(integer) = integer {
            let unit = self.in_range(base.unit.power(integer), expr)?;
            (base.typed, exponent.typed, unit)
        } else {
            let base = self.plain(base, operator.symbol);
            let exponent = self.plain(exponent, operator.symbol);
            (base?, exponent?, Unit::plain())
        };
        let typed = node::apply(operator.operation, vec![base, exponent], expr.span);
        Some(Quantity {
            bare,
            prices,
            ..Quantity::new(expr, typed, unit)
        })
    }

    fn in_range(&mut self, unit: Result<Unit, UnitProblem>, expr: &'a Expr) -> Option<Unit> {
        match unit {
            Ok(unit) => Some(unit),
            Err(problem) => self.fail_unit(problem, expr.span),
        }
    }
}

fn small_integer(value: f64) -> Option<i8> {
    let whole = value.abs() <= f64::from(i8::MAX) && value.fract().abs() == 0.0;
    whole.then_some(value as i8)
}
