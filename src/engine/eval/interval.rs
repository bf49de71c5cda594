//! Intervals: the operations of [`super::op`] on values of which only bounds are known. What comes out holds every value
//! the operation can give, and may hold more; an end is infinite where there is no bound.

use super::op::Operation;
use crate::engine::number::{greater, same};

/// Lower and upper bound of a value. NaN where a value is no number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

impl Interval {
    /// Nothing is known.
    pub const ALL: Self = Self::new(f64::NEG_INFINITY, f64::INFINITY);
    const FAULT: Self = Self::new(f64::NAN, f64::NAN);
    /// Holds or fails.
    const OPEN: Self = Self::new(0.0, 1.0);

    /// Between two bounds.
    pub const fn new(low: f64, high: f64) -> Self {
        Self { low, high }
    }

    /// A value that is known.
    pub const fn point(x: f64) -> Self {
        if x.is_finite() {
            Self::new(x, x)
        } else {
            Self::FAULT
        }
    }

    /// Whether there is a bound on a side.
    pub fn is_bounded(self) -> bool {
        self.low > f64::NEG_INFINITY || self.high < f64::INFINITY
    }

    /// Whether it is certain that there is no number.
    pub fn is_fault(self) -> bool {
        self.low.is_nan() || self.high.is_nan()
    }

    fn is_point(self) -> bool {
        self.low >= self.high
    }

    fn plus(self, other: Self) -> Self {
        Self::new(self.low + other.low, self.high + other.high)
    }

    fn times(self, other: Self) -> Self {
        self.corners(other, |a, b| if a == 0.0 || b == 0.0 { 0.0 } else { a * b })
    }

    fn over(self, other: Self) -> Self {
        if other.low > 0.0 || other.high < 0.0 {
            self.corners(other, |a, b| {
                if a.is_infinite() && b.is_infinite() {
                    0.0
                } else {
                    a / b
                }
            })
        } else {
            Self::ALL
        }
    }

    /// Both together.
    fn or(self, other: Self) -> Self {
        Self::new(least(self.low, other.low), most(self.high, other.high))
    }

    /// The operation on up to three values.
    pub fn apply(operation: Operation, a: Self, b: Self, c: Self) -> Self {
        // As with numbers, a branch that is not taken may be a fault.
        if operation == Operation::If && a.is_point() {
            return if a.low == 0.0 { c } else { b };
        }
        let read = [a, b, c];
        if read[..operation.arity()].iter().any(|x| x.is_fault()) {
            return Self::FAULT;
        }
        let Self { low, high } = Self::of(operation, a, b, c);
        if low == f64::INFINITY || high == f64::NEG_INFINITY {
            return Self::FAULT;
        }
        Self::new(
            if low.is_nan() { f64::NEG_INFINITY } else { low },
            if high.is_nan() { f64::INFINITY } else { high },
        )
    }

    fn of(operation: Operation, a: Self, b: Self, c: Self) -> Self {
        match operation {
            Operation::Negate => Self::new(-a.high, -a.low),
            Operation::Absolute if a.low >= 0.0 => a,
            Operation::Absolute if a.high <= 0.0 => Self::new(-a.high, -a.low),
            Operation::Absolute => Self::new(0.0, most(-a.low, a.high)),
            Operation::SquareRoot if a.low >= 0.0 => a.rising(f64::sqrt),
            Operation::Logarithm if a.low > 0.0 => a.rising(libm::log),
            // Beyond these the operation may give no number.
            Operation::SquareRoot | Operation::Logarithm => Self::ALL,
            Operation::Exponential => a.rising(libm::exp),
            Operation::Not => Self::new(1.0 - a.high, 1.0 - a.low),
            Operation::Add => a.plus(b),
            Operation::Subtract => Self::new(a.low - b.high, a.high - b.low),
            Operation::Multiply => a.times(b),
            Operation::Divide => a.over(b),
            Operation::Power => a.to_power(b),
            Operation::Minimum | Operation::And => {
                Self::new(least(a.low, b.low), least(a.high, b.high))
            }
            Operation::Maximum | Operation::Or => {
                Self::new(most(a.low, b.low), most(a.high, b.high))
            }
            Operation::Round | Operation::Floor | Operation::Ceiling
                if b.is_point() && b.low > 0.0 =>
            {
                a.rising(|x| {
                    if x.is_finite() {
                        operation.apply(x, b.low, 0.0)
                    } else {
                        x
                    }
                })
            }
            Operation::Round | Operation::Floor | Operation::Ceiling => Self::ALL,
            Operation::Less => Self::truth(exceeds(b.low, a.high), exceeds(b.high, a.low)),
            Operation::Greater => Self::truth(exceeds(a.low, b.high), exceeds(a.high, b.low)),
            Operation::AtMost => Self::truth(!exceeds(a.high, b.low), !exceeds(a.low, b.high)),
            Operation::AtLeast => Self::truth(!exceeds(b.high, a.low), !exceeds(b.low, a.high)),
            Operation::Equal => a.equals(b),
            Operation::Unequal => Self::of(Operation::Not, a.equals(b), b, c),
            Operation::Growth if b.low > 0.0 => a.over(b).plus(Self::point(-1.0)),
            Operation::AverageGrowth if b.low > 0.0 && c.is_point() && c.low > 0.0 => a
                .over(b)
                .to_power(Self::point(1.0 / c.low))
                .plus(Self::point(-1.0)),
            Operation::Growth | Operation::AverageGrowth => Self::ALL,
            Operation::If => b.or(c),
        }
    }

    /// A condition that certainly holds, or possibly.
    fn truth(certainly: bool, possibly: bool) -> Self {
        match (certainly, possibly) {
            (true, _) => Self::point(1.0),
            (false, true) => Self::OPEN,
            (false, false) => Self::point(0.0),
        }
    }

    fn equals(self, other: Self) -> Self {
        let are_points = self.is_point() && other.is_point();
        let are_apart = exceeds(self.low, other.high) || exceeds(other.low, self.high);
        Self::truth(are_points && same(self.low, other.low), !are_apart)
    }

    /// A function that never falls, at both ends.
    fn rising(self, f: impl Fn(f64) -> f64) -> Self {
        Self::new(f(self.low), f(self.high))
    }

    fn to_power(self, exponent: Self) -> Self {
        let is_square = exponent == Self::point(2.0);
        if is_square {
            let size = Self::of(Operation::Absolute, self, self, self);
            size.times(size)
        } else if self.low > 0.0 {
            self.corners(exponent, libm::pow)
        } else {
            Self::ALL
        }
    }

    /// A function that in each argument only rises or only falls: its ends are among the corners.
    fn corners(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        let corners = [
            f(self.low, other.low),
            f(self.low, other.high),
            f(self.high, other.low),
            f(self.high, other.high),
        ];
        if corners.iter().any(|corner| corner.is_nan()) {
            return Self::ALL;
        }
        let [first, ..] = corners;
        let point = Self::new(first, first);
        corners
            .iter()
            .fold(point, |all, &corner| all.or(Self::new(corner, corner)))
    }
}

/// a > b by more than noise; infinities are beyond all noise.
fn exceeds(a: f64, b: f64) -> bool {
    greater(a, b) || (a > b && (a.is_infinite() || b.is_infinite()))
}

fn least(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

fn most(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}
