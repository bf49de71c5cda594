//! What the methods read of a target: where it started, where it stands, where it has to be, and when.

use super::Unassessable;
use crate::engine::index::Year;
use crate::engine::number::{at_least, same};

/// A value in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// When.
    pub year: Year,
    /// How much, in any unit that all points of a way share.
    pub value: f64,
}

/// What counts as better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aim {
    /// More is better, and the goal a lower bound.
    More,
    /// Less is better, and the goal an upper bound.
    Less,
    /// Nearer to the goal is better, from either side.
    Exactly,
}

/// A target as the published methods see it: base, value reached so far, goal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    /// Base year and value, x₀.
    pub base: Point,
    /// The year assessed and its value, x.
    pub now: Point,
    /// Target year and value, T.
    pub goal: Point,
    /// Direction.
    pub aim: Aim,
}

impl Way {
    /// +1 where more is better, −1 where less is; methods that need one cannot judge a goal approached from both sides.
    pub fn direction(&self) -> Result<f64, Unassessable> {
        match self.aim {
            Aim::More => Ok(1.0),
            Aim::Less => Ok(-1.0),
            Aim::Exactly => Err(Unassessable::NoDirection),
        }
    }

    /// Whether the value satisfies the goal. Published methods count equality as reached.
    pub fn is_reached(&self) -> bool {
        match self.aim {
            Aim::More => at_least(self.now.value, self.goal.value),
            Aim::Less => at_least(self.goal.value, self.now.value),
            Aim::Exactly => same(self.now.value, self.goal.value),
        }
    }

    /// Refuses a base at or beyond the goal: nothing is left to be measured against (methodology 1.11).
    pub fn require_distance(&self) -> Result<(), Unassessable> {
        let (base, goal) = (self.base.value, self.goal.value);
        let is_short = match self.aim {
            Aim::More => base < goal,
            Aim::Less => base > goal,
            Aim::Exactly => true,
        };
        if same(base, goal) {
            Err(Unassessable::BaseAtTarget)
        } else if is_short {
            Ok(())
        } else {
            Err(Unassessable::BaseBeyondTarget)
        }
    }

    /// Share of the way from the base to the goal at which a value lies, (x − x₀) ÷ (T − x₀). Needs a direction and a
    /// base short of the goal; survives zeros, negative values and changes of sign.
    pub fn share(&self, value: f64) -> Result<f64, Unassessable> {
        self.direction()?;
        self.require_distance()?;
        finite((value - self.base.value) / (self.goal.value - self.base.value))
    }
}

/// Compound yearly growth from one point to another, (x₁ ÷ x₀)^(1 ÷ years) − 1, over calendar years whatever the number
/// of observations between them.
pub fn growth(from: Point, to: Point) -> Result<f64, Unassessable> {
    let years = f64::from(to.year) - f64::from(from.year);
    if years <= 0.0 {
        return Err(Unassessable::NoTime);
    }
    if from.value == 0.0 {
        return Err(Unassessable::ZeroBase);
    }
    let ratio = to.value / from.value;
    if ratio < 0.0 {
        return Err(Unassessable::SignChange);
    }
    finite(libm::pow(ratio, 1.0 / years) - 1.0)
}

/// A result, unless it overflowed or is not a number.
pub fn finite(x: f64) -> Result<f64, Unassessable> {
    if x.is_finite() {
        Ok(x)
    } else {
        Err(Unassessable::Overflow)
    }
}
