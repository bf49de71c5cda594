//! W5: the growth of 2023 at which value added reaches 1,200 in 2035, found by Brent's method with the model as a black
//! box. The engine runs what the growth moves and value added rests on; by hand everything is recomputed at every step.

use std::hint::black_box;

use attain::engine::eval::Probe;
use attain::engine::index::AssumptionIdx;
use attain::engine::inputs::Setting;
use attain::engine::model::graph::SlotIdx;

use super::by_hand::{self, ASSUMPTIONS, INDICATORS, YEARS};
use super::{City, Ratio, assert_close, interleaved};

const G0: usize = 0;
const VA: usize = 3;
const GOAL: f64 = 1_200.0;

fn by_hand_seek(values: &mut [f64; ASSUMPTIONS], out: &mut [f64; INDICATORS * YEARS]) -> f64 {
    let mut miss = |g0: f64| {
        values[G0] = g0;
        by_hand::city(black_box(values), out);
        black_box(&*out)[VA * YEARS + YEARS - 1] - GOAL
    };
    brent(&mut miss, 0.0, 0.15)
}

fn engine_seek(probe: &mut Probe<'_>, slot: SlotIdx) -> f64 {
    let mut miss = |g0: f64| {
        probe.set(black_box(&Setting::Constant(g0)));
        probe.value(slot, YEARS - 1, 0) - GOAL
    };
    brent(&mut miss, 0.0, 0.15)
}

/// A root between two arguments, to 1e-9 (R. P. Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4).
#[expect(clippy::float_cmp, reason = "whether both are the same point")]
fn brent(f: &mut impl FnMut(f64) -> f64, from: f64, to: f64) -> f64 {
    const TOLERANCE: f64 = 1e-9;
    let (mut a, mut b) = (from, to);
    let (mut fa, mut fb) = (f(a), f(b));
    let (mut c, mut fc) = (a, fa);
    let mut step = b - a;
    let mut last = step;
    loop {
        if fc.abs() < fb.abs() {
            (a, b, c) = (b, c, b);
            (fa, fb, fc) = (fb, fc, fb);
        }
        let middle = (c - b) / 2.0;
        if middle.abs() <= TOLERANCE || fb == 0.0 {
            return b;
        }
        if last.abs() < TOLERANCE || fa.abs() <= fb.abs() {
            (step, last) = (middle, middle);
        } else {
            let s = fb / fa;
            let (mut p, mut q) = if a == c {
                (2.0 * middle * s, 1.0 - s)
            } else {
                let (q, r) = (fa / fc, fb / fc);
                let p = s * (2.0 * middle * q * (q - r) - (b - a) * (r - 1.0));
                (p, (q - 1.0) * (r - 1.0) * (s - 1.0))
            };
            if p > 0.0 {
                q = -q;
            } else {
                p = -p;
            }
            let bound = (3.0 * middle * q - (TOLERANCE * q).abs()).min((last * q).abs());
            if 2.0 * p < bound {
                (last, step) = (step, p / q);
            } else {
                (step, last) = (middle, middle);
            }
        }
        (a, fa) = (b, fb);
        b += if step.abs() > TOLERANCE {
            step
        } else {
            TOLERANCE.copysign(middle)
        };
        fb = f(b);
        if (fb > 0.0) == (fc > 0.0) {
            (c, fc) = (a, fa);
            step = b - a;
            last = step;
        }
    }
}

pub fn ratio(city: &mut City, now: impl Fn() -> f64) -> Ratio {
    let City {
        values,
        out,
        evaluator,
    } = city;
    let slot = evaluator.model().graph().indicators[VA];
    let mut probe = Probe::new(evaluator, AssumptionIdx::new(G0), None, &[slot]);
    assert_close(engine_seek(&mut probe, slot), by_hand_seek(values, out));
    interleaved("W5, goal seek", 0.5, 3_000, now, |is_by_hand, _| {
        black_box(if is_by_hand {
            by_hand_seek(values, out)
        } else {
            engine_seek(&mut probe, slot)
        });
        1
    })
}
