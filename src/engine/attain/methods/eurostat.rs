//! Eurostat: observed growth against the growth required from the same base.
//!
//! Source: Eurostat's monitoring of 2021 as documented by Statistics Canada for Open SDG
//! (open-sdg/open-sdg, docs/progress-methodology.md); labels as reported by IISD in 2018. Methodology 1.1.

use super::way::{Way, finite, growth};
use super::{Scored, Unassessable};
use crate::engine::number::at_least;

/// Eurostat's labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Progress {
    /// R ≥ 0.95.
    Significant,
    /// R ≥ 0.60.
    Moderate,
    /// R ≥ 0.
    Insufficient,
    /// R < 0.
    MovementAway,
}

/// R = observed growth ÷ required growth. Stated for a base short of the target: beyond it both rates change sign, and a
/// target that has been lost would read as significant progress.
pub fn assess(way: &Way) -> Result<Scored<Progress>, Unassessable> {
    way.direction()?;
    way.require_distance()?;
    if way.goal.value == 0.0 {
        return Err(Unassessable::ZeroTarget);
    }
    let ratio = ratio(way)?;
    let label = if at_least(ratio, 0.95) {
        Progress::Significant
    } else if at_least(ratio, 0.60) {
        Progress::Moderate
    } else if at_least(ratio, 0.0) {
        Progress::Insufficient
    } else {
        Progress::MovementAway
    };
    Ok(Scored {
        label,
        score: ratio,
    })
}

/// The bare ratio of observed to required growth, whatever the base.
pub fn ratio(way: &Way) -> Result<f64, Unassessable> {
    let required = growth(way.base, way.goal)?;
    finite(growth(way.base, way.now)? / required)
}
