//! W5: the growth of 2023 at which value added reaches 1,200 in 2035, found by Brent's method with the model as a black
//! box. By hand everything is recomputed at every step.

use std::hint::black_box;

use super::by_hand::YEARS;
use super::{City, Ratio, assert_close, interleaved};

const G0: usize = 0;
const VA: usize = 3;
const GOAL: f64 = 1_200.0;

fn seek(city: &mut City, is_by_hand: bool) -> f64 {
    let slot = city.evaluator.model().graph().indicators[VA];
    let mut miss = |g0: f64| {
        let reached = if is_by_hand {
            city.by_hand((G0, g0));
            city.out[VA * YEARS + YEARS - 1]
        } else {
            city.engine((G0, g0));
            city.evaluator.value(slot, YEARS - 1, 0)
        };
        reached - GOAL
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
    assert_close(seek(city, false), seek(city, true));
    interleaved("W5, goal seek", 0.5, 3_000, now, |is_by_hand, _| {
        black_box(seek(city, is_by_hand));
        1
    })
}
