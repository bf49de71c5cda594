//! UN ESCAP's progress assessment for Asia and the Pacific: where a target stands, what gap is to be expected, and the
//! extrapolation of observed shares the gap is computed from.
//!
//! Sources: data.unescap.org, Progress Assessment Methodology; formulas as coded in spalmas/SDG-MENARO,
//! `03_progress_assessment/progress_assessment_functions.R`; the gap in the words of the UNECE technical notes; its labels
//! as used by UNECA. Where the labels of the gap are cut is not confirmed by a readable source. Methodology 1.3.

use super::way::{Aim, Point, Way, finite};
use super::{Scored, Unassessable};
use crate::engine::index::Year;
use crate::engine::number::at_least;

/// What the current status index says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// 10: all the progress needed has been made.
    Complete,
    /// Part of it has.
    Underway,
    /// Below 0: farther from the target than at the base.
    Regression,
}

/// The labels of the anticipated gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outlook {
    /// P ≤ 10.
    Maintain,
    /// P ≤ 100.
    Accelerate,
    /// P > 100.
    Reverse,
}

/// Current status index, 10·d·(x − x₀) ÷ |T − x₀| and 10 once reached; for a goal approached from both sides
/// 10 − 10·|T − x| ÷ |T − x₀|.
pub fn status(way: &Way) -> Result<Scored<Status>, Unassessable> {
    let index = if way.is_reached() {
        10.0
    } else {
        way.require_distance()?;
        let (base, now, goal) = (way.base.value, way.now.value, way.goal.value);
        let distance = (goal - base).abs();
        finite(match way.aim {
            Aim::More => 10.0 * ((now - base) / distance),
            Aim::Less => 10.0 * ((base - now) / distance),
            Aim::Exactly => 10.0 - 10.0 * ((goal - now).abs() / distance),
        })?
    };
    let label = if at_least(index, 10.0) {
        Status::Complete
    } else if at_least(index, 0.0) {
        Status::Underway
    } else {
        Status::Regression
    };
    Ok(Scored {
        label,
        score: index,
    })
}

/// Anticipated gap in per cent of the way, P = 100·|T − x̂| ÷ |T − x₀|, 0 once the predicted value `now` reaches the goal.
pub fn outlook(way: &Way) -> Result<Scored<Outlook>, Unassessable> {
    let gap = if way.is_reached() {
        0.0
    } else {
        way.require_distance()?;
        let distance = (way.goal.value - way.base.value).abs();
        finite(100.0 * ((way.goal.value - way.now.value).abs() / distance))?
    };
    let label = if at_least(10.0, gap) {
        Outlook::Maintain
    } else if at_least(100.0, gap) {
        Outlook::Accelerate
    } else {
        Outlook::Reverse
    };
    Ok(Scored { label, score: gap })
}

/// A line through the logits of observed shares, later observations weighing more.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// (T − t₁) ÷ (T − tᵢ), one per observation.
    pub weights: Vec<f64>,
    /// Change of the logit in a year, from the weighted fit.
    pub slope: f64,
    /// Logit in the mean year of the observations, from the unweighted fit as in the source.
    pub intercept: f64,
    /// The share in the target year.
    pub forecast: f64,
}

/// Extrapolates shares of a `whole` (100 for per cent) to a year after all of them. Needs two observations, in the order
/// of years, strictly between nothing and the whole.
pub fn extrapolate(observed: &[Point], whole: f64, year: Year) -> Result<Trend, Unassessable> {
    let [first, .., last] = observed else {
        return Err(Unassessable::TooFewObservations);
    };
    if last.year >= year {
        return Err(Unassessable::NoTime);
    }
    let logits = observed
        .iter()
        .map(|point| logit(point.value / whole))
        .collect::<Result<Vec<f64>, _>>()?;
    let count = observed.len() as f64;
    let time = |year: Year| f64::from(year);
    let middle = observed.iter().map(|point| time(point.year)).sum::<f64>() / count;
    let weights: Vec<f64> = observed
        .iter()
        .map(|point| (time(year) - time(first.year)) / (time(year) - time(point.year)))
        .collect();

    let [mut sum, mut t, mut l, mut tl, mut tt] = [0.0; 5];
    for ((point, weight), logit) in observed.iter().zip(&weights).zip(&logits) {
        let centred = time(point.year) - middle;
        sum += weight;
        t += weight * centred;
        l += weight * logit;
        tl += weight * centred * logit;
        tt += weight * centred * centred;
    }
    let slope = finite((tl - t * l / sum) / (tt - t * t / sum))?;
    let intercept = logits.iter().sum::<f64>() / count;
    let logit = intercept + slope * (time(year) - middle);
    let forecast = finite(whole / (1.0 + libm::exp(-logit)))?;
    Ok(Trend {
        weights,
        slope,
        intercept,
        forecast,
    })
}

fn logit(share: f64) -> Result<f64, Unassessable> {
    if share > 0.0 && share < 1.0 {
        finite(libm::log(share / (1.0 - share)))
    } else {
        Err(Unassessable::OutOfScale)
    }
}
