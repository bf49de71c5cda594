//! The engine beside a hand-written model of the same city, in one run: Criterion's own figures first, then the ratio of
//! medians of interleaved changes, which is the number that counts (absolute times depend on the machine).

#![allow(clippy::print_stdout, reason = "printing is what a benchmark is for")]
#![allow(missing_docs, reason = "a program of its own")]

#[path = "workloads/by_hand.rs"]
mod by_hand;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use attain::engine::eval::Evaluator;
use attain::engine::index::AssumptionIdx;
use attain::engine::inputs::Setting;
use attain::engine::{model, plan};
use by_hand::{ASSUMPTIONS, BASE, INDICATORS, RANGES, YEARS};
use criterion::Criterion;

const CHANGES: usize = 2_000;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let changes = changes();
    let mut city = City::new();
    city.compare(&changes);
    criterion.bench_function(
        "W1: one change, by hand, everything recomputed",
        |bencher| {
            let mut at = 0;
            bencher.iter(|| {
                at = (at + 1) % CHANGES;
                city.by_hand(changes[at]);
            });
        },
    );
    criterion.bench_function("W1: one change, the engine", |bencher| {
        let mut at = 0;
        bencher.iter(|| {
            at = (at + 1) % CHANGES;
            city.engine(changes[at]);
        });
    });
    city.print_ratio(&changes);
    criterion.final_summary();
}

/// One change: an assumption and its new value.
type Change = (usize, f64);

/// The same stream of changes every time: a multiplicative congruential generator (Lehmer, modulus 2³¹ − 1).
fn changes() -> Vec<Change> {
    let mut state: u64 = 20_231_127;
    let mut next = move || {
        state = state * 48_271 % 0x7fff_ffff;
        state as f64 / f64::from(0x7fff_ffff_u32)
    };
    let change = |_| {
        let assumption = (next() * ASSUMPTIONS as f64) as usize;
        let (low, high) = RANGES[assumption];
        (assumption, low + (high - low) * next())
    };
    (0..CHANGES).map(change).collect()
}

/// Both models of the city.
struct City {
    values: [f64; ASSUMPTIONS],
    out: [f64; INDICATORS * YEARS],
    evaluator: Evaluator,
}

impl City {
    fn new() -> Self {
        let reading = plan::read(include_str!("workloads/w1.json"));
        let plan = reading.plan.expect("the workload is a plan");
        let (model, diagnostics) = model::compile(&plan);
        assert!(
            diagnostics.is_empty() && reading.diagnostics.is_empty(),
            "{diagnostics:?} {:?}",
            reading.diagnostics
        );
        let model = Arc::new(model);
        let evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
        Self {
            values: BASE,
            out: [0.0; INDICATORS * YEARS],
            evaluator,
        }
    }

    fn by_hand(&mut self, (assumption, value): Change) {
        self.values[assumption] = value;
        by_hand::city(black_box(&self.values), &mut self.out);
        black_box(&self.out);
    }

    fn engine(&mut self, (assumption, value): Change) {
        self.evaluator.set(
            AssumptionIdx::new(assumption),
            None,
            black_box(&Setting::Constant(value)),
        );
        black_box(&self.evaluator);
    }

    /// Both models must agree to 1e-9 after every change.
    fn compare(&mut self, changes: &[Change]) {
        let slots = self.evaluator.model().graph().indicators.clone();
        for &change in changes {
            self.by_hand(change);
            self.engine(change);
            for (k, &slot) in slots.iter().enumerate() {
                for (t, &value) in self.evaluator.values(slot).iter().enumerate() {
                    let expected = self.out[k * YEARS + t];
                    assert!(
                        (value - expected).abs() <= 1e-9 * expected.abs().max(1e-3),
                        "indicator {k}, year {t}: {value} instead of {expected}"
                    );
                }
            }
        }
    }

    fn print_ratio(&mut self, changes: &[Change]) {
        const ROUNDS: usize = 200;
        const BLOCK: usize = 20;
        let (mut hand, mut engine) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            for block in changes.chunks(BLOCK) {
                let start = Instant::now();
                for &change in block {
                    self.by_hand(change);
                }
                let middle = Instant::now();
                for &change in block {
                    self.engine(change);
                }
                if round > 0 {
                    hand.push((middle - start).as_secs_f64() / block.len() as f64);
                    engine.push(middle.elapsed().as_secs_f64() / block.len() as f64);
                }
            }
        }
        let (hand, engine) = (median(&mut hand), median(&mut engine));
        println!(
            "W1, one assumption moved: engine {:.2} µs, by hand {:.2} µs, ratio {:.2} (budget 1)",
            engine * 1e6,
            hand * 1e6,
            engine / hand
        );
    }
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
