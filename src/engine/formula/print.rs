//! The canonical text of a formula: one spelling of every sign, brackets only where they matter. Reading it again gives
//! the same tree.

use std::fmt::{self, Display, Formatter};

use super::builtins::Need;
use super::expr::{Expr, ExprKind, Given};
use super::operators::OperatorKind;
use crate::engine::fold::Folded;
use crate::engine::unit;

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ExprKind::Number(value, unit) => {
                number(*value, f)?;
                unit.as_ref().map_or(Ok(()), |unit| {
                    f.write_str(&unit::behind_number(Folded::new(&unit.value).text()))
                })
            }
            ExprKind::Name(name) | ExprKind::Table(name) => f.write_str(name),
            ExprKind::Index { name, member, year } => {
                write!(f, "{}[", name.value)?;
                if let Some(member) = member {
                    f.write_str(&member.value)?;
                    f.write_str(if year.is_some() { ", " } else { "" })?;
                }
                year.map_or(Ok(()), |year| write!(f, "{year}"))?;
                f.write_str("]")
            }
            ExprKind::Prefix(operator, operand) => {
                let space = if operator.kind == OperatorKind::Not {
                    " "
                } else {
                    ""
                };
                write!(
                    f,
                    "{}{space}{}",
                    operator.symbol,
                    Inside(operand, operator.right_power())
                )
            }
            ExprKind::Infix(operator, operands) => {
                let [left, right] = &**operands;
                let left = Inside(left, operator.left_power());
                let right = Inside(right, operator.right_power());
                write!(f, "{left} {} {right}", operator.symbol)
            }
            ExprKind::Call(builtin, given) => {
                write!(f, "{}(", builtin.name)?;
                for (position, Given { argument, value }) in given.iter().enumerate() {
                    f.write_str(if position > 0 { ", " } else { "" })?;
                    if let Some(named) = builtin
                        .arguments
                        .get(*argument)
                        .filter(|argument| argument.need == Need::Named)
                    {
                        write!(f, "{}: ", named.name)?;
                    }
                    write!(f, "{value}")?;
                }
                f.write_str(")")
            }
        }
    }
}

/// An operand, in brackets unless it binds at least as strongly as needed.
struct Inside<'a>(&'a Expr, u8);

impl Display for Inside<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(expr, least) = self;
        let power = match &expr.kind {
            ExprKind::Prefix(operator, _) | ExprKind::Infix(operator, _) => operator.power,
            _ => u8::MAX,
        };
        if power < *least {
            write!(f, "({expr})")
        } else {
            write!(f, "{expr}")
        }
    }
}

/// Long numbers with an exponent; either form reads back as the same number.
fn number(value: f64, f: &mut Formatter<'_>) -> fmt::Result {
    if value == 0.0 || (1e-6..1e15).contains(&value) {
        write!(f, "{value}")
    } else {
        write!(f, "{value:e}")
    }
}
