//! The axis of values: a range and round ticks that cover what is drawn.

use crate::engine::lang::Lang;
use crate::engine::number::same;
use crate::text::number::{Precision, compact};

/// Range and ticks of the values.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueAxis {
    /// Lowest value shown.
    pub min: f64,
    /// Highest value shown; above `min`.
    pub max: f64,
    /// Rising.
    pub ticks: Vec<Tick>,
}

/// One tick of the value axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where.
    pub value: f64,
    /// What is written there.
    pub label: String,
}

/// Most steps between the lowest and the highest value.
const STEPS: f64 = 5.0;
/// From here on tick labels count in larger units.
const LONG: f64 = 1e7;

impl ValueAxis {
    /// A range and round ticks that cover the values; values that differ by less than noise get room around them.
    pub(super) fn covering(values: &[f64], lang: Lang) -> Self {
        let low = values.iter().copied().reduce(f64::min).unwrap_or(0.0);
        let high = values.iter().copied().reduce(f64::max).unwrap_or(1.0);
        let (low, high) = if same(low, high) {
            let room = if low.abs() < 1e-9 {
                1.0
            } else {
                low.abs() / 10.0
            };
            (low - room, high + room)
        } else {
            (low, high)
        };
        // Divided before they are subtracted, so that the largest numbers do not overflow.
        let step = RoundStep::at_least(high / STEPS - low / STEPS);
        let first = (low / step.size).floor();
        let last = (high / step.size).ceil();
        let count = (last - first) as usize;
        let is_long = low.abs().max(high.abs()) >= LONG;
        let ticks: Vec<_> = (0..=count)
            .map(|i| step.times(first + i as f64))
            .map(|value| Tick {
                value,
                label: if is_long {
                    compact(value, lang)
                } else {
                    step.precision().padded(value)
                },
            })
            .collect();
        Self {
            min: ticks.first().map_or(low, |tick| tick.value),
            max: ticks.last().map_or(high, |tick| tick.value),
            ticks,
        }
    }
}

/// One, two or five times a power of ten.
#[derive(Debug, Clone, Copy)]
struct RoundStep {
    factor: f64,
    exponent: i32,
    size: f64,
}

impl RoundStep {
    /// The smallest round step that is not below `size`, which is positive.
    fn at_least(size: f64) -> Self {
        let scientific = format!("{size:e}");
        let (mantissa, exponent) = scientific.split_once('e').unwrap_or(("1", "0"));
        let mantissa: f64 = mantissa.parse().unwrap_or(1.0);
        let exponent: i32 = exponent.parse().unwrap_or(0);
        let factor = [1.0, 2.0, 5.0].into_iter().find(|f| mantissa <= *f);
        let mut step = Self {
            factor: factor.unwrap_or(1.0),
            exponent: exponent + i32::from(factor.is_none()),
            size: 0.0,
        };
        step.size = step.times(1.0);
        step
    }

    /// A multiple, without the noise of adding steps up: 3 × 0.1 is 0.3.
    fn times(self, n: f64) -> f64 {
        let multiple = n * self.factor;
        format!("{multiple}e{}", self.exponent)
            .parse()
            .unwrap_or(multiple)
    }

    fn precision(self) -> Precision {
        Precision::decimals((-self.exponent).max(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels(values: &[f64]) -> Vec<String> {
        let axis = ValueAxis::covering(values, Lang::Zh);
        axis.ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_are_round_and_written_alike() {
        for (values, expected) in [
            (
                &[205.0, 268.1][..],
                &["200", "220", "240", "260", "280"][..],
            ),
            (&[12.0, 15.0], &["12", "13", "14", "15"]),
            (
                &[0.47, 0.55],
                &["0.46", "0.48", "0.50", "0.52", "0.54", "0.56"],
            ),
            (&[-3.2, 1.5], &["−4", "−3", "−2", "−1", "0", "1", "2"]),
            (&[1.2e8, 4.5e8], &["1亿", "2亿", "3亿", "4亿", "5亿"]),
            (&[240.0], &["210", "220", "230", "240", "250", "260", "270"]),
            (&[0.0], &["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
            (&[], &["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ] {
            assert_eq!(labels(values), expected, "{values:?}");
        }
    }

    proptest! {
        #[test]
        fn the_axis_covers_the_values(a in prop::num::f64::NORMAL, b in prop::num::f64::NORMAL) {
            let axis = ValueAxis::covering(&[a, b], Lang::En);
            prop_assert!(axis.min < axis.max);
            prop_assert!(axis.min <= a.min(b) && a.max(b) <= axis.max);
            prop_assert!((3..=8).contains(&axis.ticks.len()), "{:?}", axis.ticks);
            prop_assert!(axis.ticks.windows(2).all(|pair| pair[0].value < pair[1].value));
        }
    }
}
