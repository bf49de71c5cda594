//! The engine beside a model written by hand, natively: Criterion's own figures for one change, then the ratios.
#![allow(clippy::print_stdout, reason = "printing is what a benchmark is for")]
#![allow(missing_docs, reason = "a program of its own")]

mod workloads;

use std::time::Instant;

use criterion::Criterion;
use workloads::{City, changes, ratios};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let changes = changes(2_000);
    let mut city = City::new();
    for is_engine in [false, true] {
        let name = if is_engine {
            "W1, one change, the engine"
        } else {
            "W1, one change, by hand"
        };
        criterion.bench_function(name, |bencher| {
            let mut stream = changes.iter().cycle();
            bencher.iter(|| {
                let change = stream.next().copied().unwrap_or_default();
                if is_engine {
                    city.engine(change);
                } else {
                    city.by_hand(change);
                }
            });
        });
    }
    criterion.final_summary();
    // For the measurement of the page, which opens it as a file.
    let plan = concat!(env!("CARGO_TARGET_TMPDIR"), "/w2.json");
    std::fs::write(plan, workloads::plan_of_areas()).expect("the target folder can be written to");
    let start = Instant::now();
    for ratio in ratios(|| start.elapsed().as_secs_f64()) {
        println!("{ratio}");
    }
}
