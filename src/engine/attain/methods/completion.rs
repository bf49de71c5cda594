//! 完成率 against 时间进度, as Chinese plans are evaluated half-way: the share of the way that is done beside the share
//! that should be.
//!
//! Labels are those of the National Development and Reform Commission's mid-term evaluation of December 2023, reported
//! by Caixin, which publishes no cuts between them; the ratios 1.1 and 0.9 are this product's. Growth targets follow a
//! geometric path. Methodology 0 and 1.8.

use super::way::{Way, finite};
use super::{Scored, Unassessable};
use crate::engine::attain::progress::{geometric_share, linear_share};
use crate::engine::number::at_least;

/// The labels of the mid-term evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// 提前实现: the target is reached.
    Achieved,
    /// 快于预期: at least 1.1 times what is due.
    Faster,
    /// 基本符合: at least 0.9 times what is due.
    InLine,
    /// 相对滞后: less.
    Lagging,
}

/// How a quantity is expected to move from base to goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Path {
    /// By the same amount every year: levels, shares, running sums.
    Linear,
    /// By the same rate every year: targets of average growth.
    Geometric,
}

/// What is done and what is due, as shares of the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Done {
    /// 完成率, (x − x₀) ÷ (T − x₀).
    pub completion: f64,
    /// 时间进度 along the path.
    pub due: f64,
}

/// Completion against schedule in the year of `now`. Once the target year has come all is due, and only the target
/// itself is good enough.
pub fn assess(way: &Way, path: Path) -> Result<Scored<Standing, Done>, Unassessable> {
    let completion = way.share(way.now.value)?;
    let due = due(way, path)?;
    let label = if way.is_reached() {
        Standing::Achieved
    } else if at_least(due, 1.0) {
        Standing::Lagging
    } else if at_least(completion, 1.1 * due) {
        Standing::Faster
    } else if at_least(completion, 0.9 * due) {
        Standing::InLine
    } else {
        Standing::Lagging
    };
    Ok(Scored {
        label,
        score: Done { completion, due },
    })
}

/// The share of the way that should be done by the year of `now`, at most all of it.
fn due(way: &Way, path: Path) -> Result<f64, Unassessable> {
    let elapsed = f64::from(way.now.year) - f64::from(way.base.year);
    let years = f64::from(way.goal.year) - f64::from(way.base.year);
    if elapsed <= 0.0 || years <= 0.0 {
        return Err(Unassessable::NoTime);
    }
    if elapsed >= years {
        return Ok(1.0);
    }
    match path {
        Path::Linear => Ok(linear_share(elapsed, years)),
        Path::Geometric if way.base.value == 0.0 => Err(Unassessable::ZeroBase),
        Path::Geometric if way.goal.value == 0.0 => Err(Unassessable::ZeroTarget),
        Path::Geometric if (way.goal.value < 0.0) != (way.base.value < 0.0) => {
            Err(Unassessable::SignChange)
        }
        Path::Geometric => finite(geometric_share(
            way.base.value,
            way.goal.value,
            elapsed,
            years,
        )),
    }
}
