//! W2: a city of 1,000 areas. One area's assumption moves, beside as little as can be done by hand; a city-wide one moves,
//! beside everything recomputed. All values of the city and of every area are final after each change.

use std::hint::black_box;
use std::sync::Arc;

use attain::engine::eval::Evaluator;
use attain::engine::index::{AssumptionIdx, MemberIdx};
use attain::engine::inputs::Setting;
use attain::engine::{model, plan};

use super::areas::{ByHand, FIRST_OWN, OWN, SERIES, Table};
use super::by_hand::{ASSUMPTIONS, INDICATORS, YEARS};
use super::{Ratio, assert_close, in_range, interleaved, stream};

const AREAS: usize = 1_000;

/// The text of the plan.
#[cfg(not(target_arch = "wasm32"))]
pub fn plan() -> String {
    Table::new(AREAS).plan()
}

/// Both models, in the same state.
struct Both {
    by_hand: ByHand,
    evaluator: Evaluator,
}

/// One change: of an area, or of the city.
#[derive(Clone, Copy)]
struct Change {
    area: Option<usize>,
    assumption: usize,
    value: f64,
}

impl Both {
    fn new() -> Self {
        let table = Table::new(AREAS);
        let reading = plan::read(&table.plan());
        let (model, diagnostics) = model::compile(&reading.plan.expect("the workload is a plan"));
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let model = Arc::new(model);
        Self {
            by_hand: ByHand::new(table),
            evaluator: Evaluator::new(Arc::clone(&model), model.defaults()),
        }
    }

    fn by_hand(&mut self, change: Change) {
        let value = black_box(change.value);
        match change.area {
            Some(area) => self.by_hand.set_area(area, change.assumption, value),
            None => self.by_hand.set_city(change.assumption, value),
        }
        black_box(&self.by_hand);
    }

    fn engine(&mut self, change: Change) {
        let position = change.area.map_or(0, |_| FIRST_OWN) + change.assumption;
        self.evaluator.set(
            AssumptionIdx::new(position),
            change.area.map(MemberIdx::new),
            black_box(&Setting::Constant(change.value)),
        );
        black_box(&self.evaluator);
    }

    fn compare(&self) {
        let slots = &self.evaluator.model().graph().indicators;
        for (k, &slot) in slots.iter().enumerate().take(INDICATORS) {
            for (t, &value) in self.evaluator.values(slot).iter().enumerate() {
                assert_close(value, self.by_hand.out[k * YEARS + t]);
            }
        }
        for (k, &slot) in slots[INDICATORS..].iter().enumerate().take(SERIES.len()) {
            for t in 0..YEARS {
                for area in 0..AREAS {
                    let expected = self.by_hand.values[k][t * AREAS + area];
                    assert_close(self.evaluator.value(slot, t, area), expected);
                }
            }
        }
    }
}

fn changes(count: usize, of_areas: bool) -> Vec<Change> {
    let mut next = stream(90_127);
    let change = |_| {
        if of_areas {
            let assumption = (next() * OWN.len() as f64) as usize;
            let (_, low, high) = OWN[assumption];
            Change {
                area: Some((next() * AREAS as f64) as usize),
                assumption,
                value: low + (high - low) * next(),
            }
        } else {
            let assumption = (next() * ASSUMPTIONS as f64) as usize;
            Change {
                area: None,
                assumption,
                value: in_range(assumption, next()),
            }
        }
    };
    (0..count).map(change).collect()
}

/// One area, and city-wide.
pub fn ratios(now: impl Fn() -> f64 + Copy) -> [Ratio; 2] {
    let mut both = Both::new();
    let mut ratio = |what, budget, of_areas, count: usize, block: usize| {
        let changes = changes(count, of_areas);
        for &change in changes.iter().take(40) {
            both.by_hand(change);
            both.engine(change);
            both.compare();
        }
        interleaved(what, budget, 400, now, |is_by_hand, round| {
            let block = changes.chunks(block).nth(round % (count / block));
            for &change in block.unwrap_or_default() {
                if is_by_hand {
                    both.by_hand(change);
                } else {
                    both.engine(change);
                }
            }
            block.map_or(1, <[Change]>::len)
        })
    };
    [
        ratio("W2, 1,000 areas, one area moved", 2.0, true, 2_000, 100),
        ratio("W2, 1,000 areas, the city moved", 1.0, false, 150, 5),
    ]
}
