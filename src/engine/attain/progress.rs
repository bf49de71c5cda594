//! Progress, its bands, the schedule and the pace: second readings beside the verdict, never instead of it
//! (methodology 0; the cuts 0.95 and 0.10 are those of the UN Statistics Division's progress chart of 2023).

use super::judge::Line;
use super::{Band, Rate};
use crate::engine::number::{at_least, difference, same};
use crate::engine::plan::Comparison;

/// Share of the way from the base to the threshold, E = (x − x0) ÷ (T − x0). `None` where the base is at or past the
/// threshold already: the target is to be maintained, and a percentage would mislead.
pub fn progress(line: &Line, base: f64, x: f64) -> Option<f64> {
    let direction = line.direction();
    if direction == 0.0 {
        return range_progress(line, base, x);
    }
    let way = line.threshold - base;
    (direction * way > 0.0).then(|| (x - base) / way)
}

/// For a range: 1 − distance ÷ distance of the base; `None` where the base is inside.
fn range_progress(line: &Line, base: f64, x: f64) -> Option<f64> {
    let outside = |x: f64| {
        if line.margin(x) < 0.0 {
            -line.margin(x)
        } else {
            0.0
        }
    };
    let from = outside(base);
    (from > 0.0).then(|| 1.0 - outside(x) / from)
}

/// The band of a value, from its progress or, without one, from whether a reached line has been kept.
pub fn band(line: &Line, base: Option<f64>, x: f64) -> Option<Band> {
    let met = line.holds(x);
    let Some(base) = base else {
        return met.then_some(Band::Attained);
    };
    Some(match progress(line, base, x) {
        None if met => Band::Maintained,
        None if is_strict(line.comparison) && same(base, line.threshold) => Band::AtLineNotMet,
        None => Band::Lost,
        Some(_) if met => Band::Attained,
        Some(progress) if at_least(progress, 0.95) => Band::Near,
        Some(progress) if at_least(progress, 0.10) => Band::AccelerationNeeded,
        Some(progress) if at_least(progress, 0.0) => Band::Stagnation,
        Some(_) => Band::MovingAway,
    })
}

fn is_strict(comparison: Comparison) -> bool {
    matches!(comparison, Comparison::MoreThan | Comparison::LessThan)
}

/// Share of the way that should lie behind after `elapsed` of `years`: linear for levels, shares and sums.
pub fn linear_share(elapsed: f64, years: f64) -> f64 {
    elapsed / years
}

/// The same for growth targets, along the geometric path from base to threshold.
pub fn geometric_share(base: f64, threshold: f64, elapsed: f64, years: f64) -> f64 {
    let ratio = threshold / base;
    (libm::pow(ratio, elapsed / years) - 1.0) / (ratio - 1.0)
}

/// The compound yearly rate from one value to another; a yearly change where there is none.
pub fn growth_rate(from: f64, to: f64, years: f64) -> Rate {
    if from > 0.0 && to > 0.0 {
        Rate::Growth(difference(libm::pow(to / from, 1.0 / years), 1.0))
    } else {
        change_rate(from, to, years)
    }
}

/// The yearly change from one value to another.
pub fn change_rate(from: f64, to: f64, years: f64) -> Rate {
    Rate::Change(difference(to, from) / years)
}
