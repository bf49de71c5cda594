//! 实现程度 of the monitoring of 小康: the value as a share of the target, whatever the base. Not to be mixed up with
//! 完成率: from 100 to 150, a value of 130 has covered 60 % of the way and realised 86.7 % of the target.
//!
//! Source: National Bureau of Statistics, 全面建设小康社会统计监测方案, 2008, for the three forms and the cap; its formula
//! images are not readable, the forms are the usual ones. Methodology 1.8.

use super::way::{Aim, finite};
use super::{Scored, Unassessable};
use crate::engine::number::at_least;

/// Whether the target is realised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Degree {
    /// 100 %.
    Full,
    /// Less.
    Partial,
}

/// x ÷ T where more is better, T ÷ x where less is, in per cent and at most 100. Value and target must not be negative,
/// and the divisor not zero.
pub fn assess(value: f64, goal: f64, aim: Aim) -> Result<Scored<Degree>, Unassessable> {
    if value < 0.0 || goal < 0.0 {
        return Err(Unassessable::Negative);
    }
    let (part, whole) = match aim {
        Aim::More => (value, goal),
        Aim::Less => (goal, value),
        Aim::Exactly => return Err(Unassessable::NoDirection),
    };
    if whole == 0.0 {
        let zero = if aim == Aim::More {
            Unassessable::ZeroTarget
        } else {
            Unassessable::ZeroValue
        };
        return Err(zero);
    }
    Ok(degree(finite(part / whole)? * 100.0))
}

/// For an indicator that should lie in a range: 100 % inside, falling to 0 % at the bounds of what is `allowed`,
/// 100·(1 − max(q₁ − x, x − q₂) ÷ max(q₁ − m, M − q₂)).
pub fn interval(
    value: f64,
    range: (f64, f64),
    allowed: (f64, f64),
) -> Result<Scored<Degree>, Unassessable> {
    let outside = (range.0 - value).max(value - range.1).max(0.0);
    let room = (range.0 - allowed.0).max(allowed.1 - range.1);
    if outside > 0.0 && room <= 0.0 {
        return Err(Unassessable::NoRoom);
    }
    let gone = if outside > 0.0 {
        finite(outside / room)?
    } else {
        0.0
    };
    Ok(degree(100.0 * (1.0 - gone)))
}

fn degree(percent: f64) -> Scored<Degree> {
    let label = if at_least(percent, 100.0) {
        Degree::Full
    } else {
        Degree::Partial
    };
    Scored {
        label,
        score: percent.clamp(0.0, 100.0),
    }
}
