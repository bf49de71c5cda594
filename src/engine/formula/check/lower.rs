//! What calls become in the typed tree.

use super::Checker;
use super::call::Arguments;
use super::node::{self, LARGEST};
use crate::engine::diagnostic::Span;
use crate::engine::eval::op::Operation;
use crate::engine::formula::builtins::{Builtin, Lowering};
use crate::engine::formula::problem::FormulaProblem;
use crate::engine::formula::typed::{Aggregate, Node, Typed};
use crate::engine::index::{Domain, SetIdx, Year};

impl Checker<'_> {
    /// The node a call becomes.
    pub(super) fn lower(
        &mut self,
        builtin: &'static Builtin,
        mut typed: Vec<Typed>,
        arguments: Arguments<'_>,
        set: Option<SetIdx>,
        span: Span,
    ) -> Option<Typed> {
        match builtin.lowering {
            Lowering::FoldOrAggregate(operation, aggregate) => match set {
                Some(set) => Some(aggregated(aggregate, set, typed.pop()?, span)),
                None => fold(operation, typed, span),
            },
            Lowering::Aggregate(aggregate) => {
                let of = typed.pop().or(arguments.condition)?;
                Some(aggregated(aggregate, set?, of, span))
            }
            Lowering::Mean => {
                let mut typed = typed.into_iter();
                let (of, by) = (typed.next()?, typed.next());
                Some(mean(set?, of, by, span))
            }
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
            Lowering::Lag => {
                let years = arguments.years.unwrap_or(1);
                Some(node::of(typed.pop()?, |of| Node::Lag(of, years), span))
            }
            Lowering::Cumulative => {
                let from = arguments.year;
                Some(node::of(
                    typed.pop()?,
                    |of| Node::Cumulative(of, from),
                    span,
                ))
            }
            Lowering::Lookup => {
                let table = arguments.table?.table;
                Some(node::of(typed.pop()?, |of| Node::Lookup(table, of), span))
            }
            Lowering::Growth => {
                let of = self.repeatable(typed.pop()?, 2, span)?;
                let before = node::of(of.clone(), |of| Node::Lag(of, 1), span);
                Some(node::apply(Operation::Growth, vec![of, before], span))
            }
            Lowering::AverageGrowth => {
                let of = self.repeatable(typed.pop()?, 2, span)?;
                Some(average_growth(of, arguments.year?, span))
            }
            Lowering::RunningMean => {
                let years = arguments.years?;
                let of = self.repeatable(typed.pop()?, years as usize, span)?;
                Some(running_mean(&of, years, span))
            }
        }
    }

    /// A tree that can stand so many times.
    fn repeatable(&mut self, typed: Typed, times: usize, span: Span) -> Option<Typed> {
        if node::size(&typed).saturating_mul(times) > LARGEST {
            return self.fail(FormulaProblem::TooLarge, span);
        }
        Some(typed)
    }
}

fn aggregated(aggregate: Aggregate, set: SetIdx, of: Typed, span: Span) -> Typed {
    let node = Node::Aggregate(aggregate, set, Box::new(of));
    node::leaf(node, Domain::Plan, span)
}

fn mean(set: SetIdx, of: Typed, by: Option<Typed>, span: Span) -> Typed {
    let Some(by) = by else {
        return aggregated(Aggregate::Mean, set, of, span);
    };
    let (of, by) = (Box::new(of), Box::new(by));
    node::leaf(Node::WeightedMean { set, of, by }, Domain::Plan, span)
}

fn average_growth(of: Typed, from: Year, span: Span) -> Typed {
    let base = node::of(of.clone(), |of| Node::At(of, from), span);
    let year = node::leaf(Node::Year, Domain::Plan, span);
    let from = node::number(f64::from(from), span);
    let years = node::apply(Operation::Subtract, vec![year, from], span);
    node::apply(Operation::AverageGrowth, vec![of, base, years], span)
}

/// The mean of this year's value and the ones before, added from the latest to the earliest.
fn running_mean(of: &Typed, years: u32, span: Span) -> Typed {
    let before = (1..years).map(|back| node::of(of.clone(), |of| Node::Lag(of, back), span));
    let sum = before.fold(of.clone(), |sum, value| {
        node::apply(Operation::Add, vec![sum, value], span)
    });
    let years = node::number(f64::from(years), span);
    node::apply(Operation::Divide, vec![sum, years], span)
}

/// The operation between all, neighbours first, so that many arguments stay shallow. For operations whose grouping does
/// not matter.
fn fold(operation: Operation, mut typed: Vec<Typed>, span: Span) -> Option<Typed> {
    while typed.len() > 1 {
        let mut rest = typed.into_iter();
        typed = Vec::new();
        while let Some(left) = rest.next() {
            typed.push(match rest.next() {
                Some(right) => node::apply(operation, vec![left, right], span),
                None => left,
            });
        }
    }
    typed.pop()
}
