//! The progress chart of the UN Statistics Division: how much of the way the trend will have covered by the target year.
//!
//! Source: Progress Chart Technical Note of 2023 as published by Eustat (EUSTAT-DES/site, _pages/en/metodologia.md).
//! Its exception for values within 1 % of a target of 0 % or 100 % is not made: the text does not say 1 % of what.
//! Methodology 1.2.

use super::way::{Way, finite, growth};
use super::{Scored, Unassessable};
use crate::engine::number::at_least;

/// The labels of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Progress {
    /// E ≥ 0.95, or the last value satisfies the target.
    OnTrackOrMet,
    /// E ≥ 0.10: fair progress, acceleration needed.
    Fair,
    /// E < 0.10: stagnation or regression.
    StagnationOrRegression,
}

/// E = (vₑ − x₀) ÷ (T − x₀), where vₑ is the value expected in the target year. `None` where the value satisfies the
/// target and the base was at or past it.
pub fn assess(way: &Way) -> Result<Scored<Progress, Option<f64>>, Unassessable> {
    way.direction()?;
    let share = expected(way).and_then(|expected| way.share(expected));
    let label = match share {
        _ if way.is_reached() => Progress::OnTrackOrMet,
        Err(reason) => return Err(reason),
        Ok(share) if at_least(share, 0.95) => Progress::OnTrackOrMet,
        Ok(share) if at_least(share, 0.10) => Progress::Fair,
        Ok(_) => Progress::StagnationOrRegression,
    };
    Ok(Scored {
        label,
        score: share.ok(),
    })
}

/// The value in the target year if growth goes on as since the base, x·(1 + CAGR)^(T − t). A value of the target year,
/// or of a later one, is taken as it is and needs no growth.
pub fn expected(way: &Way) -> Result<f64, Unassessable> {
    let years = f64::from(way.goal.year) - f64::from(way.now.year);
    if years <= 0.0 {
        return Ok(way.now.value);
    }
    let growth = growth(way.base, way.now)?;
    finite(way.now.value * libm::pow(1.0 + growth, years))
}
