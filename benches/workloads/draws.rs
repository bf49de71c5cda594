//! W3: 10,000 draws to the percentiles of every indicator and year, and the share of draws that attain each target.

use std::hint::black_box;

use attain::engine::eval::{Across, Batch, Lanes, Varied};
use attain::engine::index::AssumptionIdx;
use attain::engine::model::graph::Operand;

use super::by_hand::{ASSUMPTIONS, BASE, INDICATORS, RANGES, TARGETS, YEARS, city};
use super::{City, Ratio, assert_close, interleaved, stream};

const DRAWS: usize = 10_000;
const SHARES: [f64; 3] = [0.05, 0.5, 0.95];

/// Percentiles by indicator and year, and attained draws by target.
#[derive(Clone)]
struct Summary {
    percentiles: Vec<[f64; 3]>,
    attained: [usize; TARGETS.len()],
}

impl Summary {
    fn new() -> Self {
        Self {
            percentiles: vec![[0.0; 3]; INDICATORS * YEARS],
            attained: [0; TARGETS.len()],
        }
    }

    /// Takes the values of one indicator in one year; `scratch` is as long.
    fn take(&mut self, indicator: usize, year: usize, column: &[f64], scratch: &mut Vec<f64>) {
        for (target, attained) in TARGETS.iter().zip(&mut self.attained) {
            if (target.indicator, target.year) == (indicator, year) {
                *attained = column.iter().filter(|&&value| target.holds(value)).count();
            }
        }
        scratch.clear();
        scratch.extend_from_slice(column);
        self.percentiles[indicator * YEARS + year] = percentiles(scratch);
    }
}

/// Type 7: linear between neighbouring order statistics.
fn percentiles(column: &mut [f64]) -> [f64; 3] {
    let mut result = [0.0; 3];
    let mut from = 0;
    for (result, share) in result.iter_mut().zip(SHARES) {
        let at = (column.len() - 1) as f64 * share;
        let below = at as usize;
        let (_, &mut low, above) =
            column[from..].select_nth_unstable_by(below - from, f64::total_cmp);
        let high = above.iter().copied().fold(f64::INFINITY, f64::min);
        *result = if at > below as f64 {
            low + (high - low) * (at - below as f64)
        } else {
            low
        };
        from = below;
    }
    result
}

/// Triangular draws over every assumption's range with the base as mode.
fn draws() -> Vec<Vec<f64>> {
    let mut next = stream(77_003);
    let column = |assumption: usize| {
        let ((low, high), mode) = (RANGES[assumption], BASE[assumption]);
        let peak = (mode - low) / (high - low);
        let draw = |share: f64| {
            if share < peak {
                low + (share * (high - low) * (mode - low)).sqrt()
            } else {
                high - ((1.0 - share) * (high - low) * (high - mode)).sqrt()
            }
        };
        (0..DRAWS).map(|_| draw(next())).collect()
    };
    (0..ASSUMPTIONS).map(column).collect()
}

fn by_hand(draws: &[Vec<f64>], columns: &mut [Vec<f64>], scratch: &mut Vec<f64>) -> Summary {
    let (mut values, mut out) = ([0.0; ASSUMPTIONS], [0.0; INDICATORS * YEARS]);
    for draw in 0..DRAWS {
        for (value, column) in values.iter_mut().zip(draws) {
            *value = column[draw];
        }
        city(&values, &mut out);
        for (column, value) in columns.iter_mut().zip(out) {
            column[draw] = value;
        }
    }
    let mut summary = Summary::new();
    for (position, column) in columns.iter().enumerate() {
        summary.take(position / YEARS, position % YEARS, column, scratch);
    }
    summary
}

fn engine(city: &City, varied: &[Varied], scratch: &mut Vec<f64>) -> Summary {
    let reads: Vec<Operand> = city
        .evaluator
        .model()
        .graph()
        .indicators
        .iter()
        .map(|&slot| Operand { slot, lag: 0 })
        .collect();
    let mut summary = Summary::new();
    let mut constant = Vec::new();
    Batch::new(&city.evaluator, varied, &reads).run(|year| {
        for (indicator, &read) in reads.iter().enumerate() {
            match year.read(read, 0) {
                Across::Each(column) => summary.take(indicator, year.row(), column, scratch),
                Across::Same(value) => {
                    constant.clear();
                    constant.resize(DRAWS, value);
                    summary.take(indicator, year.row(), &constant, scratch);
                }
            }
        }
    });
    summary
}

pub fn ratio(city: &mut City, now: impl Fn() -> f64) -> Ratio {
    let draws = draws();
    let lanes = |position: usize| Varied {
        assumption: AssumptionIdx::new(position),
        member: None,
        lanes: Lanes::Values(draws[position].clone()),
    };
    let varied: Vec<Varied> = (0..ASSUMPTIONS).map(lanes).collect();
    let mut columns = vec![vec![0.0; DRAWS]; INDICATORS * YEARS];
    let mut scratch = Vec::with_capacity(DRAWS);
    let (hand, own) = (
        by_hand(&draws, &mut columns, &mut scratch),
        engine(city, &varied, &mut scratch),
    );
    assert_eq!(hand.attained, own.attained);
    for (found, expected) in own
        .percentiles
        .iter()
        .flatten()
        .zip(hand.percentiles.iter().flatten())
    {
        assert_close(*found, *expected);
    }
    interleaved(
        "W3, 10,000 draws to percentiles",
        if cfg!(target_arch = "wasm32") {
            1.25
        } else {
            1.5
        },
        15,
        now,
        |is_by_hand, _| {
            if is_by_hand {
                black_box(by_hand(&draws, &mut columns, &mut scratch).attained);
            } else {
                black_box(engine(city, &varied, &mut scratch).attained);
            }
            1
        },
    )
}
