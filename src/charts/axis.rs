//! A coordinate axis whose ticks and their labels are given.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

/// A linear axis over finite numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Axis {
    range: Range<f64>,
    ticks: Vec<(f64, String)>,
}

impl Axis {
    /// An axis over a range that is not empty.
    pub fn new(range: Range<f64>, ticks: Vec<(f64, String)>) -> Self {
        Self { range, ticks }
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    /// To the nearest pixel. Halves, so that the largest numbers do not overflow.
    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let half = |x: f64| x / 2.0 - self.range.start / 2.0;
        let share = half(*value) / half(self.range.end);
        from + (share * f64::from(to - from)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() {
            return Vec::new();
        }
        self.ticks.iter().map(|(value, _)| *value).collect()
    }

    fn range(&self) -> Range<f64> {
        self.range.clone()
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, value: &f64) -> String {
        let bits = value.to_bits();
        let tick = self.ticks.iter().find(|(tick, _)| tick.to_bits() == bits);
        tick.map_or_else(String::new, |(_, label)| label.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_map_to_the_nearest_pixel_in_both_directions() {
        let axis = |start, end| Axis::new(start..end, Vec::new());
        for (range, limits, value, expected) in [
            (axis(0.0, 10.0), (0, 100), 5.0, 50),
            (axis(0.0, 10.0), (100, 0), 2.0, 80),
            (axis(0.0, 10.0), (0, 100), 0.16, 2),
            (axis(-1.0, 1.0), (20, 40), -1.0, 20),
            (axis(-1.0, 1.0), (20, 40), 1.0, 40),
            (axis(f64::MIN, f64::MAX), (0, 100), 0.0, 50),
            (axis(f64::MIN, f64::MAX), (0, 100), f64::MAX, 100),
        ] {
            assert_eq!(range.map(&value, limits), expected, "{value} in {range:?}");
        }
    }
}
