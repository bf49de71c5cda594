//! The operations on numbers: the one definition of each, which constant folding and every schedule share.
//!
//! Unknown numbers never get here: what is unknown is decided before anything runs. NaN and the infinities are
//! arithmetic faults, and every operation passes them on: IEEE `min` and `max` would swallow NaN, and a comparison or a
//! division by infinity would make a plausible number of an overflow.

use crate::engine::number::{at_least, greater, same};

/// An operation on one to three numbers. Conditions are 1 (holds), 0 (fails) or NaN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// −a
    Negate,
    /// |a|
    Absolute,
    /// √a
    SquareRoot,
    /// eᵃ
    Exponential,
    /// ln a
    Logarithm,
    /// 1 − a for conditions
    Not,
    /// a + b
    Add,
    /// a − b
    Subtract,
    /// a · b
    Multiply,
    /// a ÷ b; a fault where b is 0
    Divide,
    /// aᵇ
    Power,
    /// the smaller
    Minimum,
    /// the larger
    Maximum,
    /// a rounded to a multiple of b, halves away from zero
    Round,
    /// largest multiple of b not above a
    Floor,
    /// smallest multiple of b not below a
    Ceiling,
    /// a < b by more than noise
    Less,
    /// a ≤ b
    AtMost,
    /// a > b by more than noise
    Greater,
    /// a ≥ b
    AtLeast,
    /// a = b but for noise
    Equal,
    /// a ≠ b by more than noise
    Unequal,
    /// both conditions hold
    And,
    /// one condition holds
    Or,
    /// a ÷ b − 1; a fault where the base b is not positive
    Growth,
    /// (a ÷ b)^(1 ÷ c) − 1 over c years; a fault where the base is not positive or no year lies between
    AverageGrowth,
    /// b where the condition a holds, else c
    If,
}

impl Operation {
    /// Number of arguments.
    pub const fn arity(self) -> usize {
        match self {
            Self::Negate
            | Self::Absolute
            | Self::SquareRoot
            | Self::Exponential
            | Self::Logarithm
            | Self::Not => 1,
            Self::AverageGrowth | Self::If => 3,
            _ => 2,
        }
    }

    /// Its value. Arguments beyond its arity are ignored.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "every kernel is this function over a constant operation"
    )]
    pub fn apply(self, a: f64, b: f64, c: f64) -> f64 {
        match self {
            Self::Negate => -a,
            Self::Absolute => a.abs(),
            Self::SquareRoot => a.sqrt(),
            Self::Exponential => libm::exp(finite(a)),
            Self::Logarithm => libm::log(a),
            Self::Not => 1.0 - a,
            Self::Add => a + b,
            Self::Subtract => a - b,
            Self::Multiply => a * b,
            Self::Divide => a / finite(b),
            // By the standard 1 to any power and any number to the power of 0 are 1, faults included.
            Self::Power => both(a, b, libm::pow(a, b)),
            Self::Minimum => both(a, b, select(a < b, a, b)),
            Self::Maximum => both(a, b, select(a > b, a, b)),
            Self::Round => libm::round(a / b) * b,
            Self::Floor => (a / b).floor() * b,
            Self::Ceiling => (a / b).ceil() * b,
            Self::Less => condition(greater(b, a), a, b),
            Self::AtMost => condition(at_least(b, a), a, b),
            Self::Greater => condition(greater(a, b), a, b),
            Self::AtLeast => condition(at_least(a, b), a, b),
            Self::Equal => condition(same(a, b), a, b),
            Self::Unequal => condition(!same(a, b), a, b),
            Self::And => condition(a != 0.0 && b != 0.0, a, b),
            Self::Or => condition(a != 0.0 || b != 0.0, a, b),
            Self::Growth => select(b > 0.0, a / finite(b) - 1.0, f64::NAN),
            Self::AverageGrowth => select(
                b > 0.0 && c > 0.0,
                libm::pow(a / finite(b), 1.0 / c) - 1.0,
                f64::NAN,
            ),
            Self::If => select(a.is_nan(), a, select(a != 0.0, b, c)),
        }
    }
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of `apply`")]
fn select(condition: bool, a: f64, b: f64) -> f64 {
    if condition { a } else { b }
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of `apply`")]
fn condition(holds: bool, a: f64, b: f64) -> f64 {
    both(a, b, select(holds, 1.0, 0.0))
}

/// The result, if both arguments are numbers.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of `apply`")]
fn both(a: f64, b: f64, result: f64) -> f64 {
    select(a.abs() <= f64::MAX && b.abs() <= f64::MAX, result, f64::NAN)
}

/// The number, NaN where it is infinite.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of `apply`")]
fn finite(x: f64) -> f64 {
    select(x.abs() <= f64::MAX, x, f64::NAN)
}
