//! The policy for comparing numbers: one tolerance, used by verdicts, comparisons in formulas and probabilities alike.

/// Largest absolute difference that still counts as equal (methodology 5.7).
const ABSOLUTE: f64 = 1e-12;
/// Largest difference relative to the larger magnitude that still counts as equal.
const RELATIVE: f64 = 1e-9;

/// Whether two numbers are equal but for the noise of floating point: |a − b| ≤ max(1e-12, 1e-9·max(|a|, |b|)).
/// NaN equals nothing.
pub fn same(a: f64, b: f64) -> bool {
    let scale = if a.abs() > b.abs() { a.abs() } else { b.abs() };
    let allowed = if ABSOLUTE > RELATIVE * scale {
        ABSOLUTE
    } else {
        RELATIVE * scale
    };
    (a - b).abs() <= allowed
}

/// a − b; 0 where that is noise.
pub fn difference(a: f64, b: f64) -> f64 {
    if same(a, b) { 0.0 } else { a - b }
}

/// a > b by more than noise.
pub fn greater(a: f64, b: f64) -> bool {
    a > b && !same(a, b)
}

/// a ≥ b, noise counting as equal.
pub fn at_least(a: f64, b: f64) -> bool {
    a >= b || same(a, b)
}
