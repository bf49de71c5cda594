//! W4: every assumption to its low and high end and back, reading the target indicators each time.

use std::hint::black_box;

use super::by_hand::{ASSUMPTIONS, BASE, RANGES, TARGETS, YEARS};
use super::{City, Ratio, assert_close, interleaved};

fn read_by_hand(city: &City) -> [f64; TARGETS.len()] {
    TARGETS.map(|target| city.out[target.indicator * YEARS + target.year])
}

fn read_engine(city: &City) -> [f64; TARGETS.len()] {
    let slots = &city.evaluator.model().graph().indicators;
    TARGETS.map(|target| {
        city.evaluator
            .value(slots[target.indicator], target.year, 0)
    })
}

fn run(city: &mut City, is_by_hand: bool) -> Vec<[f64; TARGETS.len()]> {
    let mut read = Vec::with_capacity(2 * ASSUMPTIONS);
    let set = |city: &mut City, change| {
        if is_by_hand {
            city.by_hand(change);
        } else {
            city.engine(change);
        }
    };
    for assumption in 0..ASSUMPTIONS {
        let (low, high) = RANGES[assumption];
        for end in [low, high] {
            set(city, (assumption, end));
            read.push(if is_by_hand {
                read_by_hand(city)
            } else {
                read_engine(city)
            });
        }
        set(city, (assumption, BASE[assumption]));
    }
    read
}

pub fn ratio(city: &mut City, now: impl Fn() -> f64) -> Ratio {
    let (hand, own) = (run(city, true), run(city, false));
    for (found, expected) in own.iter().flatten().zip(hand.iter().flatten()) {
        assert_close(*found, *expected);
    }
    interleaved("W4, tornado", 1.0, 3_000, now, |is_by_hand, _| {
        black_box(run(city, is_by_hand));
        1
    })
}
