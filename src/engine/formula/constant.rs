//! The value of a typed tree that needs no series.

use super::typed::{Node, Typed};

/// The number a tree always is, if it is made of numbers and operations alone.
pub fn constant(typed: &Typed) -> Option<f64> {
    match &typed.node {
        Node::Number(value) => Some(*value),
        Node::Apply(operation, arguments) => {
            let mut values = [0.0; 3];
            for (value, argument) in values.iter_mut().zip(arguments) {
                *value = constant(argument)?;
            }
            let [a, b, c] = values;
            Some(operation.apply(a, b, c))
        }
        Node::Year
        | Node::Series(..)
        | Node::Lag(..)
        | Node::At(..)
        | Node::Cumulative(..)
        | Node::Aggregate(..)
        | Node::WeightedMean { .. }
        | Node::Lookup(..) => None,
    }
}
