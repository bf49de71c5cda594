//! From the tree as written to the typed tree: resolves names, checks units, and states every conversion.
//!
//! Values stay in the units they are declared in, and a product or quotient of units needs no arithmetic: its scale is
//! kept beside the tree. A conversion is written into the tree only where two scales meet (the right side moves to the
//! scale of the left) and where the result takes its declared unit.

mod aggregate;
mod arithmetic;
mod call;
mod fit;
mod lower;
mod meet;
mod name;
mod node;
mod quantity;
mod rule;

use super::expr::{Expr, ExprKind};
use super::names::Names;
use super::problem::FormulaProblem;
use super::typed::{Node, Typed};
use crate::engine::diagnostic::{Diagnostic, Severity, Span};
use crate::engine::index::Domain;
use crate::engine::plan::PriceBasis;
use crate::engine::unit::{Operand, Unit, UnitProblem};
use crate::engine::written::Written;

use quantity::{Quantity, Value};

/// Where a formula stands.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What it may name.
    pub names: &'a dyn Names,
    /// The set whose member it is computed for: names over that set mean the member, others the whole.
    pub inside: Domain,
    /// What it must be.
    pub want: Want<'a>,
}

/// What a formula must be.
#[derive(Debug, Clone, Copy)]
pub enum Want<'a> {
    /// A quantity that can be expressed in the unit; the tree then yields it in that unit.
    Unit(&'a Unit),
    /// Any quantity; the tree yields it in the unit found.
    Quantity,
    /// A condition.
    Condition,
}

/// What was found out about a formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The typed tree, unless there are errors.
    pub typed: Option<Typed>,
    /// The unit found, before it is expressed in the wanted one; of a comparison, the unit its two sides stand in.
    pub unit: Option<Unit>,
    /// The unit people state the quantity in, where it follows from the formula: that of the indicator or argument, `%`
    /// for growth, the set's counter for counts. Elsewhere it has to be stated.
    pub own_unit: Option<Unit>,
    /// The price basis found.
    pub prices: Option<PriceBasis>,
    /// Everything that is wrong or doubtful. Errors that are reported elsewhere leave no tree and no problem.
    pub problems: Vec<Diagnostic>,
}

/// Checks a formula. Never stops at the first problem that does not hide others.
pub fn check(expr: &Expr, context: Context<'_>) -> Checked {
    let mut checker = Checker {
        names: context.names,
        problems: Vec::new(),
    };
    let mut checked = match context.want {
        Want::Condition => checker.wanted_condition(expr, context.inside),
        Want::Quantity => checker.wanted_quantity(expr, context.inside, None),
        Want::Unit(unit) => checker.wanted_quantity(expr, context.inside, Some(unit)),
    };
    if checker
        .problems
        .iter()
        .any(|found| found.problem.severity() == Severity::Error)
    {
        checked.typed = None;
    }
    checked.problems = checker.problems;
    checked
}

struct Checker<'a> {
    names: &'a dyn Names,
    problems: Vec<Diagnostic>,
}

impl<'a> Checker<'a> {
    fn wanted_condition(&mut self, expr: &'a Expr, inside: Domain) -> Checked {
        let found = self.condition(expr, inside);
        let (typed, unit) = found.map_or((None, None), |(typed, unit)| (Some(typed), unit));
        Checked {
            typed,
            unit,
            own_unit: None,
            prices: None,
            problems: Vec::new(),
        }
    }

    fn wanted_quantity(
        &mut self,
        expr: &'a Expr,
        inside: Domain,
        wanted: Option<&Unit>,
    ) -> Checked {
        let Some(found) = self.quantity(expr, inside) else {
            return Checked {
                typed: None,
                unit: None,
                own_unit: None,
                prices: None,
                problems: Vec::new(),
            };
        };
        let unit = Some(found.unit.clone());
        let own_unit = found.own_unit.clone();
        let prices = found.prices;
        let typed = match wanted {
            Some(wanted) => self.fit(found, wanted),
            None => Some(found.typed),
        };
        Checked {
            typed,
            unit,
            own_unit,
            prices,
            problems: Vec::new(),
        }
    }

    /// A quantity; a condition is reported.
    fn quantity(&mut self, expr: &'a Expr, inside: Domain) -> Option<Quantity<'a>> {
        match self.value(expr, inside)? {
            Value::Quantity(quantity) => Some(quantity),
            Value::Condition(..) => self.fail(FormulaProblem::QuantityNeeded, expr.span),
        }
    }

    /// A condition, and the unit its sides are compared in; a quantity is reported.
    fn condition(&mut self, expr: &'a Expr, inside: Domain) -> Option<(Typed, Option<Unit>)> {
        match self.value(expr, inside)? {
            Value::Condition(typed, unit) => Some((typed, unit)),
            Value::Quantity(_) => self.fail(FormulaProblem::ConditionNeeded, expr.span),
        }
    }

    fn value(&mut self, expr: &'a Expr, inside: Domain) -> Option<Value<'a>> {
        match &expr.kind {
            ExprKind::Number(value, unit) => {
                let typed = node::leaf(Node::Number(*value), Domain::Plan, expr.span);
                let unit = match unit {
                    Some(text) => self.unit(*value, text)?,
                    None => Unit::plain(),
                };
                let bare = unit.is_number();
                Some(Value::Quantity(Quantity {
                    bare,
                    ..Quantity::new(expr, typed, unit)
                }))
            }
            // Only where a table is read, which looks at it before it could get here.
            ExprKind::Table(_) => self.fail(FormulaProblem::QuantityNeeded, expr.span),
            ExprKind::Name(id) => self.name(expr, id, inside).map(Value::Quantity),
            ExprKind::Index { name, member, year } => self
                .index(expr, name, member.as_ref(), *year, inside)
                .map(Value::Quantity),
            ExprKind::Prefix(operator, operand) => self.prefix(expr, operator, operand, inside),
            ExprKind::Infix(operator, operands) => self.infix(expr, operator, operands, inside),
            ExprKind::Call(builtin, given) => {
                self.call(expr, builtin, given, inside).map(Value::Quantity)
            }
        }
    }

    /// The unit attached to a number; a name attached to it is a forgotten operator.
    fn unit(&mut self, value: f64, text: &Written) -> Option<Unit> {
        match self.names.units().read(text) {
            Ok(unit) => Some(unit),
            Err(_) if self.names.name(&text.value).is_some() => {
                let (number, word) = (value.to_string(), text.value.clone());
                self.fail(FormulaProblem::DetachedUnit { number, word }, text.span)
            }
            Err(problems) => {
                self.problems.extend(problems);
                None
            }
        }
    }

    /// How a part is shown in messages.
    #[expect(
        clippy::unnecessary_box_returns,
        reason = "problems keep it boxed, to stay small"
    )]
    fn operand(&self, quantity: &Quantity<'_>) -> Box<Operand> {
        let id = match &quantity.expr.kind {
            ExprKind::Name(id) => Some(id),
            ExprKind::Index { name, .. } => Some(&name.value),
            _ => None,
        };
        let named = id.and_then(|id| self.names.name(id));
        Box::new(Operand {
            text: quantity.expr.to_string(),
            name: named.map(|named| named.name),
            unit: quantity.unit.clone(),
        })
    }

    fn report_unit(&mut self, problem: UnitProblem, span: Span) {
        self.problems.push(problem.at(span));
    }

    fn fail_unit<T>(&mut self, problem: UnitProblem, span: Span) -> Option<T> {
        self.report_unit(problem, span);
        None
    }

    fn fail<T>(&mut self, problem: FormulaProblem, span: Span) -> Option<T> {
        self.problems.push(problem.at(span));
        None
    }
}
