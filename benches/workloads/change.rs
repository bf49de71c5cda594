//! W1: one assumption moves, and every output is final.

use super::by_hand::ASSUMPTIONS;
use super::{City, Ratio, in_range, interleaved, stream};

/// One change: an assumption and its new value.
pub type Change = (usize, f64);

/// A stream of changes, the same every time.
pub fn changes(count: usize) -> Vec<Change> {
    let mut next = stream(20_231_127);
    let change = |_| {
        let assumption = (next() * ASSUMPTIONS as f64) as usize;
        (assumption, in_range(assumption, next()))
    };
    (0..count).map(change).collect()
}

/// Blocks of changes, so that a coarse clock will do.
pub fn ratio(city: &mut City, now: impl Fn() -> f64) -> Ratio {
    const BLOCK: usize = 500;
    let changes = changes(2_000);
    for &change in &changes {
        city.by_hand(change);
        city.engine(change);
        city.compare();
    }
    interleaved(
        "W1, one assumption moved",
        1.0,
        2_000,
        now,
        |by_hand, round| {
            let block = changes
                .chunks(BLOCK)
                .nth(round % (changes.len() / BLOCK))
                .unwrap_or_default();
            for &change in block {
                if by_hand {
                    city.by_hand(change);
                } else {
                    city.engine(change);
                }
            }
            block.len()
        },
    )
}
