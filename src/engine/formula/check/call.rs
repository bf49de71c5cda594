//! Calls of functions.

use super::meet::Meeting;
use super::name::{called, nearest};
use super::node::{self, LARGEST};
use super::{Checker, Quantity};
use crate::engine::diagnostic::Span;
use crate::engine::eval::op::Operation;
use crate::engine::formula::builtins::{ArgumentKind, Builtin, Lowering, UnitRule};
use crate::engine::formula::expr::{Expr, ExprKind, Given};
use crate::engine::formula::names::NamedTable;
use crate::engine::formula::problem::{Called, FormulaProblem};
use crate::engine::formula::typed::{Node, Typed};
use crate::engine::index::{Domain, SetIdx, Year};
use crate::engine::plan::PriceBasis;
use crate::engine::unit::{Tag, Unit, UnitProblem};

/// The arguments of a call by what they are; each kind but quantities occurs once at most.
#[derive(Default)]
struct Arguments<'a> {
    quantities: Vec<Quantity<'a>>,
    condition: Option<Typed>,
    years: Option<u32>,
    year: Option<Year>,
    table: Option<NamedTable>,
}

/// The arguments in the units the function computes with, and the unit of the result.
struct Prepared {
    typed: Vec<Typed>,
    unit: Unit,
    own_unit: Option<Unit>,
    prices: Option<PriceBasis>,
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
                ArgumentKind::Years => whole_number(value)
                    .filter(|&years| years >= 1)
                    .map(|years| arguments.years = Some(years)),
                ArgumentKind::Year => whole_number(value)
                    .and_then(|year| Year::try_from(year).ok())
                    .map(|year| arguments.year = Some(year)),
            };
            if found.is_none() {
                faulty = true;
                if matches!(argument.kind, ArgumentKind::Years | ArgumentKind::Year) {
                    let problem = FormulaProblem::WrongArgument {
                        builtin,
                        argument: argument.name,
                        kind: argument.kind,
                    };
                    self.fail::<()>(problem, value.span);
                }
            }
        }
        (!faulty).then_some(arguments)
    }

    fn table(&mut self, value: &'a Expr) -> Option<NamedTable> {
        let ExprKind::Name(id) = &value.kind else {
            let nearest = None;
            return self.fail(
                FormulaProblem::UnknownTable {
                    name: value.to_string(),
                    nearest,
                },
                value.span,
            );
        };
        let found = self.names.table(id);
        if found.is_none() {
            let nearest = nearest(id, self.names.tables());
            return self.fail(
                FormulaProblem::UnknownTable {
                    name: id.clone(),
                    nearest,
                },
                value.span,
            );
        }
        found
    }

    /// Brings the quantities into the units the function computes with.
    fn prepare(
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
                unit: quantity.unit,
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

    /// Whether the set is that of every name in the arguments, outside of inner aggregates.
    fn aggregated(&mut self, builtin: &'static Builtin, given: &'a [Given]) -> Option<SetIdx> {
        let mut found: Option<(SetIdx, Box<Called>)> = None;
        let mut waiting: Vec<&Expr> = given.iter().rev().map(|given| &given.value).collect();
        let mut last = None;
        while let Some(expr) = waiting.pop() {
            last = Some(expr.span);
            match &expr.kind {
                ExprKind::Call(inner, given) if aggregates(inner, given) => {}
                ExprKind::Index {
                    member: Some(_), ..
                } => {}
                ExprKind::Name(id)
                | ExprKind::Index {
                    name: crate::engine::diagnostic::Spanned { value: id, .. },
                    ..
                } => {
                    let Some(named) = self.names.name(id) else {
                        continue;
                    };
                    let Domain::Set(set) = named.domain else {
                        continue;
                    };
                    match &found {
                        Some((known, one)) if *known != set => {
                            let problem = FormulaProblem::MixedSets {
                                one: one.clone(),
                                other: called(id, &named),
                            };
                            return self.fail(problem, expr.span);
                        }
                        Some(_) => {}
                        None => found = Some((set, called(id, &named))),
                    }
                }
                _ => {
                    let children: Vec<&Expr> = expr.children().collect();
                    waiting.extend(children.into_iter().rev());
                }
            }
        }
        if found.is_none() {
            // Wrong names inside are what is wrong, and are reported by themselves.
            let before = self.problems.len();
            for given in given {
                let _ = self.value(&given.value, Domain::Plan);
            }
            if self.problems.len() == before {
                let problem = FormulaProblem::NothingToAggregate {
                    function: builtin.name,
                };
                return self.fail(problem, last?);
            }
        }
        found.map(|(set, _)| set)
    }

    fn lower(
        &mut self,
        builtin: &'static Builtin,
        mut typed: Vec<Typed>,
        arguments: Arguments<'a>,
        set: Option<SetIdx>,
        span: Span,
    ) -> Option<Typed> {
        let over_set = |node| node::leaf(node, Domain::Plan, span);
        let along = |of: Typed, node: &dyn Fn(Box<Typed>) -> Node| {
            let domain = of.domain;
            node::leaf(node(Box::new(of)), domain, span)
        };
        match builtin.lowering {
            Lowering::FoldOrAggregate(_, aggregate) | Lowering::Aggregate(aggregate)
                if set.is_some() =>
            {
                let of = typed.pop().or(arguments.condition)?;
                Some(over_set(Node::Aggregate(aggregate, set?, Box::new(of))))
            }
            Lowering::Aggregate(_) => None,
            Lowering::FoldOrAggregate(operation, _) => fold(operation, typed, span),
            Lowering::Apply(operation) => {
                typed.splice(0..0, arguments.condition);
                Some(node::apply(operation, typed, span))
            }
            Lowering::Step(operation) => Some(node::apply(operation, typed, span)),
            Lowering::Clamp => {
                let high = typed.pop()?;
                let low = fold(Operation::Maximum, typed, span)?;
                Some(node::apply(Operation::Minimum, vec![low, high], span))
            }
            Lowering::Lag => Some(lag(typed.pop()?, arguments.years.unwrap_or(1), span)),
            Lowering::Cumulative => Some(along(typed.pop()?, &|of| {
                Node::Cumulative(of, arguments.year)
            })),
            Lowering::Growth => {
                let of = self.repeatable(typed.pop()?, 2, span)?;
                let before = lag(of.clone(), 1, span);
                Some(node::apply(Operation::Growth, vec![of, before], span))
            }
            Lowering::AverageGrowth => {
                let of = self.repeatable(typed.pop()?, 2, span)?;
                let from = arguments.year?;
                let base = node::leaf(Node::At(Box::new(of.clone()), from), of.domain, span);
                let year = node::leaf(Node::Year, Domain::Plan, span);
                let years = node::apply(
                    Operation::Subtract,
                    vec![year, node::number(f64::from(from), span)],
                    span,
                );
                Some(node::apply(
                    Operation::AverageGrowth,
                    vec![of, base, years],
                    span,
                ))
            }
            Lowering::RunningMean => self.running_mean(typed.pop()?, arguments.years?, span),
            Lowering::Mean => {
                let of = typed.remove(0);
                Some(over_set(match typed.pop() {
                    Some(by) => Node::WeightedMean {
                        set: set?,
                        of: Box::new(of),
                        by: Box::new(by),
                    },
                    None => Node::Aggregate(
                        crate::engine::formula::typed::Aggregate::Mean,
                        set?,
                        Box::new(of),
                    ),
                }))
            }
            Lowering::Lookup => {
                let table = arguments.table?.table;
                Some(along(typed.pop()?, &|of| Node::Lookup(table, of)))
            }
        }
    }

    /// The mean of this year's value and the ones before, added from the latest to the earliest.
    fn running_mean(&mut self, of: Typed, years: u32, span: Span) -> Option<Typed> {
        let of = self.repeatable(of, years as usize, span)?;
        let mut sum = of.clone();
        for back in 1..years {
            sum = node::apply(Operation::Add, vec![sum, lag(of.clone(), back, span)], span);
        }
        Some(node::apply(
            Operation::Divide,
            vec![sum, node::number(f64::from(years), span)],
            span,
        ))
    }

    /// A tree that can stand so many times.
    fn repeatable(&mut self, typed: Typed, times: usize, span: Span) -> Option<Typed> {
        if node::size(&typed).saturating_mul(times) > LARGEST {
            return self.fail(FormulaProblem::TooLarge, span);
        }
        Some(typed)
    }
}

fn lag(of: Typed, years: u32, span: Span) -> Typed {
    let domain = of.domain;
    node::leaf(Node::Lag(Box::new(of), years), domain, span)
}

/// The operation between all, from the left.
fn fold(operation: Operation, typed: Vec<Typed>, span: Span) -> Option<Typed> {
    typed
        .into_iter()
        .reduce(|left, right| node::apply(operation, vec![left, right], span))
}

/// Whether a call is over the members of a set.
fn aggregates(builtin: &Builtin, given: &[Given]) -> bool {
    match builtin.lowering {
        Lowering::Aggregate(_) | Lowering::Mean => true,
        Lowering::FoldOrAggregate(..) => given.len() == 1,
        _ => false,
    }
}

fn whole_number(expr: &Expr) -> Option<u32> {
    match &expr.kind {
        ExprKind::Number(value, None)
            if value.fract().abs() == 0.0 && (0.0..=9999.0).contains(value) =>
        {
            Some(*value as u32)
        }
        _ => None,
    }
}
