//! Open SDG, as Statistics Canada reports it: Eurostat's ratio with a direction, "achieved" tested first, and a score to
//! be averaged.
//!
//! Source: open-sdg/open-sdg, docs/progress-methodology.md, and open-sdg/sdg-build, sdg/ProgressMeasure.py, for the
//! order of the tests, the sign taken from the base and the rounded coefficients of the score. Methodology 1.1.

use super::way::{Point, Way, finite, growth};
use super::{Scored, Unassessable};
use crate::engine::number::at_least;

/// Open SDG's labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// The value reaches the target, whatever the ratio.
    TargetAchieved,
    /// R ≥ 0.95.
    OnTrack,
    /// R ≥ 0.60: progress made, acceleration needed.
    AccelerationNeeded,
    /// R ≥ 0.
    LimitedProgress,
    /// R < 0.
    Deterioration,
}

/// What the method computes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rating {
    /// Direction × observed growth ÷ |required growth|; `None` where there is none and the target is achieved anyway.
    pub ratio: Option<f64>,
    /// −5 to 5.
    pub points: f64,
    /// A zero base or target was replaced by [`ZERO`]. The ratio is the published one, and it distorts.
    pub zero_replaced: bool,
}

/// What the method computes with in place of a zero base or target.
pub const ZERO: f64 = 0.001;

/// The rating with its label.
pub fn assess(way: &Way) -> Result<Scored<Status, Rating>, Unassessable> {
    let direction = way.direction()?;
    let base = without_zero(way.base);
    let goal = without_zero(way.goal);
    let zero_replaced = base != way.base || goal != way.goal;
    let ratio = ratio(&Way { base, goal, ..*way }, direction);
    if way.is_reached() {
        let rating = Rating {
            ratio: ratio.ok(),
            points: 5.0,
            zero_replaced,
        };
        return Ok(Scored {
            label: Status::TargetAchieved,
            score: rating,
        });
    }
    let ratio = ratio?;
    let label = if at_least(ratio, 0.95) {
        Status::OnTrack
    } else if at_least(ratio, 0.60) {
        Status::AccelerationNeeded
    } else if at_least(ratio, 0.0) {
        Status::LimitedProgress
    } else {
        Status::Deterioration
    };
    let rating = Rating {
        ratio: Some(ratio),
        points: points(ratio),
        zero_replaced,
    };
    Ok(Scored {
        label,
        score: rating,
    })
}

/// The score of a ratio, with the source's rounded coefficients.
pub fn points(ratio: f64) -> f64 {
    if at_least(ratio, 0.60) {
        (7.1429 * ratio - 4.2857).min(5.0)
    } else {
        (4.1667 * ratio - 2.5).max(-5.0)
    }
}

/// Negative values grow towards zero: the sign of the base turns the ratio back.
fn ratio(way: &Way, direction: f64) -> Result<f64, Unassessable> {
    let sign = if way.base.value < 0.0 { -1.0 } else { 1.0 };
    let required = growth(way.base, way.goal)?;
    if required == 0.0 {
        return Err(Unassessable::BaseAtTarget);
    }
    finite(sign * direction * growth(way.base, way.now)? / required.abs())
}

fn without_zero(point: Point) -> Point {
    if point.value == 0.0 {
        Point {
            value: ZERO,
            ..point
        }
    } else {
        point
    }
}
