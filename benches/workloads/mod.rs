//! What the benchmarks compute, on both sides: the engine, which reads its formulas from a file, and the same model
//! written by hand. Each comparison is one run with the two sides interleaved; the ratio of their medians is the figure
//! that counts, since absolute times depend on the machine.

mod area;
mod areas;
pub mod by_hand;
mod change;
mod draws;
mod seek;
mod tornado;

use std::fmt;
use std::hint::black_box;
use std::sync::Arc;

use attain::engine::eval::Evaluator;
use attain::engine::index::AssumptionIdx;
use attain::engine::inputs::Setting;
use attain::engine::{model, plan};
use by_hand::{ASSUMPTIONS, BASE, INDICATORS, RANGES, YEARS};

#[cfg(not(target_arch = "wasm32"))]
pub use area::plan as plan_of_areas;
pub use change::Change;
#[cfg(not(target_arch = "wasm32"))]
pub use change::changes;

/// The engine's time beside the hand-written model's, in seconds.
pub struct Ratio {
    what: &'static str,
    engine: f64,
    by_hand: f64,
    budget: f64,
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            what,
            engine,
            by_hand,
            budget,
        } = self;
        let [engine_us, by_hand_us] = [engine * 1e6, by_hand * 1e6];
        write!(
            f,
            "{what}: engine {engine_us:.2} µs, by hand {by_hand_us:.2} µs, "
        )?;
        write!(f, "ratio {:.2} (budget {budget})", engine / by_hand)
    }
}

/// Runs every comparison; `now` is a clock in seconds.
pub fn ratios(now: impl Fn() -> f64 + Copy) -> Vec<Ratio> {
    let mut city = City::new();
    let mut ratios = vec![change::ratio(&mut city, now)];
    ratios.extend(area::ratios(now));
    ratios.push(draws::ratio(&mut City::new(), now));
    ratios.push(tornado::ratio(&mut City::new(), now));
    ratios.push(seek::ratio(&mut City::new(), now));
    ratios
}

/// Both models of the city, in the same state.
pub struct City {
    values: [f64; ASSUMPTIONS],
    out: [f64; INDICATORS * YEARS],
    evaluator: Evaluator,
}

impl City {
    /// At the base values.
    pub fn new() -> Self {
        let reading = plan::read(include_str!("w1.json"));
        let plan = reading.plan.expect("the workload is a plan");
        let (model, diagnostics) = model::compile(&plan);
        assert!(
            diagnostics.is_empty() && reading.diagnostics.is_empty(),
            "{diagnostics:?}"
        );
        let model = Arc::new(model);
        let evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
        let mut city = Self {
            values: BASE,
            out: [0.0; INDICATORS * YEARS],
            evaluator,
        };
        by_hand::city(&city.values, &mut city.out);
        city
    }

    /// One change, everything recomputed.
    pub fn by_hand(&mut self, (assumption, value): Change) {
        self.values[assumption] = value;
        by_hand::city(black_box(&self.values), &mut self.out);
        black_box(&self.out);
    }

    /// The same change, what depends on it recomputed.
    pub fn engine(&mut self, (assumption, value): Change) {
        self.evaluator.set(
            AssumptionIdx::new(assumption),
            None,
            black_box(&Setting::Constant(value)),
        );
        black_box(&self.evaluator);
    }

    /// Both must agree in every value.
    pub fn compare(&self) {
        for (k, &slot) in self.evaluator.model().graph().indicators.iter().enumerate() {
            for (t, &value) in self.evaluator.values(slot).iter().enumerate() {
                assert_close(value, self.out[k * YEARS + t]);
            }
        }
    }
}

/// Agreement to 1e-9.
fn assert_close(found: f64, expected: f64) {
    let is_close = (found - expected).abs() <= 1e-9 * expected.abs().max(1e-3);
    assert!(is_close, "{found} instead of {expected}");
}

/// Times two sides in turn, so that both see the same machine.
fn interleaved(
    what: &'static str,
    budget: f64,
    rounds: usize,
    now: impl Fn() -> f64,
    mut side: impl FnMut(bool, usize) -> usize,
) -> Ratio {
    let (mut hand, mut engine) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        let start = now();
        let count = side(true, round) as f64;
        let middle = now();
        side(false, round);
        let end = now();
        hand.push((middle - start) / count);
        engine.push((end - middle) / count);
    }
    Ratio {
        what,
        engine: median(&mut engine),
        by_hand: median(&mut hand),
        budget,
    }
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The same numbers in [0, 1) every time: Lehmer's generator, modulus 2³¹ − 1.
fn stream(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state * 48_271 % 0x7fff_ffff;
        state as f64 / f64::from(0x7fff_ffff_u32)
    }
}

/// A value in an assumption's range.
fn in_range(assumption: usize, share: f64) -> f64 {
    let (low, high) = RANGES[assumption];
    low + (high - low) * share
}
