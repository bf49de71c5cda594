//! Making nodes of the typed tree.

use crate::engine::diagnostic::Span;
use crate::engine::eval::op::Operation;
use crate::engine::formula::typed::{Node, Typed};
use crate::engine::index::Domain;
use crate::engine::unit::Rational;

/// Most nodes of one typed tree. Growth rates read their argument twice and running means many times, so nesting them
/// multiplies.
pub(super) const LARGEST: usize = 5_000;

pub(super) fn leaf(node: Node, domain: Domain, span: Span) -> Typed {
    Typed { node, domain, span }
}

/// What reads another tree at other years, or through a table; over the same set.
pub(super) fn of(of: Typed, node: impl FnOnce(Box<Typed>) -> Node, span: Span) -> Typed {
    let domain = of.domain;
    leaf(node(Box::new(of)), domain, span)
}

/// An operation; over the set if one of its arguments is.
pub(super) fn apply(operation: Operation, arguments: Vec<Typed>, span: Span) -> Typed {
    let over_set = arguments
        .iter()
        .map(|argument| argument.domain)
        .find(|&domain| domain != Domain::Plan);
    Typed {
        node: Node::Apply(operation, arguments),
        domain: over_set.unwrap_or(Domain::Plan),
        span,
    }
}

pub(super) fn number(value: f64, span: Span) -> Typed {
    leaf(Node::Number(value), Domain::Plan, span)
}

/// The value in another unit, a factor of p/q away: times p, then divided by q, so that 7 % is 7 ÷ 100 and nothing else.
pub(super) fn convert(typed: Typed, factor: Rational) -> Typed {
    let span = typed.span;
    if let Node::Number(value) = typed.node {
        return Typed {
            node: Node::Number(factor.scale(value)),
            ..typed
        };
    }
    let mut converted = typed;
    if factor.numerator() != 1 {
        converted = apply(
            Operation::Multiply,
            vec![converted, number(factor.numerator() as f64, span)],
            span,
        );
    }
    if factor.denominator() != 1 {
        converted = apply(
            Operation::Divide,
            vec![converted, number(factor.denominator() as f64, span)],
            span,
        );
    }
    converted
}

/// Number of nodes.
pub(super) fn size(typed: &Typed) -> usize {
    let below = match &typed.node {
        Node::Number(_) | Node::Year | Node::Series(..) => 0,
        Node::Lag(of, _) | Node::At(of, _) | Node::Cumulative(of, _) => size(of),
        Node::Aggregate(_, _, of) | Node::Lookup(_, of) => size(of),
        Node::WeightedMean { of, by, .. } => size(of) + size(by),
        Node::Apply(_, arguments) => arguments.iter().map(size).sum(),
    };
    below + 1
}
