//! The decision: does the comparison hold? Made on unrounded values with the one tolerance of `engine::number`.

use crate::engine::eval::Interval;
use crate::engine::number::{at_least, greater};
use crate::engine::plan::{Better, Comparison};

/// A comparison with its thresholds in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// How.
    pub comparison: Comparison,
    /// The threshold; the lower one of `between`.
    pub threshold: f64,
    /// The upper one of `between`.
    pub upper: Option<f64>,
    /// Tolerance of `about` as a fraction of the threshold.
    pub tolerance: f64,
    /// Which way `about` leans.
    pub better: Better,
}

impl Line {
    /// Whether a value satisfies the comparison.
    pub fn holds(&self, x: f64) -> bool {
        let t = self.threshold;
        match self.comparison {
            Comparison::AtLeast => at_least(x, t),
            Comparison::MoreThan => greater(x, t),
            Comparison::AtMost => at_least(t, x),
            Comparison::LessThan => greater(t, x),
            Comparison::Between => {
                at_least(x, t) && self.upper.is_none_or(|upper| at_least(upper, x))
            }
            Comparison::About => {
                let (low, high) = self.about();
                match self.better {
                    Better::Higher => at_least(x, low),
                    Better::Lower => at_least(high, x),
                    Better::Neutral => at_least(x, low) && at_least(high, x),
                }
            }
        }
    }

    /// Whether every value between two bounds satisfies the comparison, or none does; `None` where it depends.
    pub fn holds_between(&self, bounds: Interval) -> Option<bool> {
        if bounds.is_fault() {
            return None;
        }
        // What has no bound lies beyond every threshold, and noise has no meaning there.
        let [low, high] = [bounds.low, bounds.high].map(|end| end.clamp(-f64::MAX, f64::MAX));
        match (self.holds(low), self.holds(high)) {
            (true, true) => Some(true),
            (false, false) if self.direction() != 0.0 => Some(false),
            (false, false) => {
                let (floor, ceiling) = match self.comparison {
                    Comparison::Between => (self.threshold, self.upper.unwrap_or(f64::MAX)),
                    _ => self.about(),
                };
                (greater(floor, high) || greater(low, ceiling)).then_some(false)
            }
            _ => None,
        }
    }

    /// Distance to the failing side: not negative where the comparison holds (but for noise).
    pub fn margin(&self, x: f64) -> f64 {
        let t = self.threshold;
        let inside = |low: f64, high: f64| {
            if x - low < high - x {
                x - low
            } else {
                high - x
            }
        };
        match self.comparison {
            Comparison::AtLeast | Comparison::MoreThan => x - t,
            Comparison::AtMost | Comparison::LessThan => t - x,
            Comparison::Between => self.upper.map_or(x - t, |upper| inside(t, upper)),
            Comparison::About => {
                let (low, high) = self.about();
                match self.better {
                    Better::Higher => x - low,
                    Better::Lower => high - x,
                    Better::Neutral => inside(low, high),
                }
            }
        }
    }

    /// The other line to show: the upper end of `between`, or the edge of the tolerance of `about`.
    pub fn edge(&self) -> Option<f64> {
        match self.comparison {
            Comparison::Between => self.upper,
            Comparison::About => Some(match self.better {
                Better::Higher | Better::Neutral => self.about().0,
                Better::Lower => self.about().1,
            }),
            _ => None,
        }
    }

    /// +1 where more is needed, −1 where less is; 0 where it depends on the value.
    pub fn direction(&self) -> f64 {
        match (self.comparison, self.better) {
            (Comparison::AtLeast | Comparison::MoreThan, _)
            | (Comparison::About, Better::Higher) => 1.0,
            (Comparison::AtMost | Comparison::LessThan, _) | (Comparison::About, Better::Lower) => {
                -1.0
            }
            (Comparison::Between, _) | (Comparison::About, Better::Neutral) => 0.0,
        }
    }

    fn about(&self) -> (f64, f64) {
        let allowed = self.threshold.abs() * self.tolerance;
        (self.threshold - allowed, self.threshold + allowed)
    }
}
