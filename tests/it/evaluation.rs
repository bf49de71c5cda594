//! The evaluator: the same numbers as a model written by hand, the same bits whichever way they are computed, and no
//! more work than a change needs.

use std::sync::Arc;

use attain::engine::eval::{Across, Batch, Evaluator, Lanes, Varied};
use attain::engine::index::AssumptionIdx;
use attain::engine::inputs::{Inputs, Setting};
use attain::engine::model::Model;
use attain::engine::model::graph::Operand;

use crate::models::{model_of, with_diagnostics};

#[allow(dead_code, reason = "the benchmarks use the rest")]
#[path = "../../benches/workloads/by_hand.rs"]
mod by_hand;

#[allow(dead_code, reason = "the benchmarks use the rest")]
#[path = "../../benches/workloads/areas.rs"]
mod areas;
mod members;
mod probe;

use by_hand::{ASSUMPTIONS, BASE, INDICATORS, RANGES, YEARS};

fn city() -> Arc<Model> {
    model_of(include_str!("../../benches/workloads/w1.json"))
}

/// A fixed stream of values in every assumption's range (Lehmer's generator, modulus 2³¹ − 1).
fn changes(count: usize) -> Vec<(usize, f64)> {
    let mut state: u64 = 4_711;
    let mut next = move || {
        state = state * 48_271 % 0x7fff_ffff;
        state as f64 / f64::from(0x7fff_ffff_u32)
    };
    let change = |_| {
        let assumption = (next() * ASSUMPTIONS as f64) as usize;
        let (low, high) = RANGES[assumption];
        (assumption, low + (high - low) * next())
    };
    (0..count).map(change).collect()
}

fn bits(evaluator: &Evaluator) -> Vec<Vec<u64>> {
    let slots = &evaluator.model().graph().indicators;
    slots
        .iter()
        .map(|&slot| {
            evaluator
                .values(slot)
                .iter()
                .map(|value| value.to_bits())
                .collect()
        })
        .collect()
}

#[test]
fn agrees_with_the_model_written_by_hand() {
    let model = city();
    let mut evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    let (mut values, mut out) = (BASE, [0.0; INDICATORS * YEARS]);
    for (assumption, value) in changes(300) {
        values[assumption] = value;
        by_hand::city(&values, &mut out);
        evaluator.set(
            AssumptionIdx::new(assumption),
            None,
            &Setting::Constant(value),
        );
        for (k, &slot) in model.graph().indicators.iter().enumerate() {
            for (t, &found) in evaluator.values(slot).iter().enumerate() {
                let expected = out[k * YEARS + t];
                assert!(
                    (found - expected).abs() <= 1e-9 * expected.abs(),
                    "{k} {t}: {found} instead of {expected}"
                );
            }
        }
    }
}

#[test]
fn incremental_equals_full_to_the_bit() {
    let model = city();
    let mut evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    let mut inputs = model.defaults().clone();
    for (position, (assumption, value)) in changes(60).into_iter().enumerate() {
        let (index, setting) = (AssumptionIdx::new(assumption), Setting::Constant(value));
        inputs.set(index, None, &setting);
        if position % 2 == 0 {
            evaluator.set(index, None, &setting);
        } else {
            evaluator.update(&inputs);
        }
        assert_eq!(
            bits(&evaluator),
            bits(&Evaluator::new(Arc::clone(&model), &inputs)),
            "after change {position}"
        );
    }
    // Several at once, and back again.
    evaluator.update(model.defaults());
    assert_eq!(
        bits(&evaluator),
        bits(&Evaluator::new(Arc::clone(&model), model.defaults()))
    );
}

#[test]
fn a_change_runs_only_what_depends_on_it() {
    let model = city();
    let mut evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    let full = evaluator.work().ops;
    let counts: Vec<(&str, u64)> = NAMES
        .iter()
        .enumerate()
        .map(|(position, name)| {
            let before = evaluator.work().ops;
            evaluator.set(
                AssumptionIdx::new(position),
                None,
                &Setting::Constant(RANGES[position].1),
            );
            (*name, evaluator.work().ops - before)
        })
        .collect();
    insta::assert_debug_snapshot!((full, counts));
}

const NAMES: [&str; ASSUMPTIONS] = [
    "g0", "dg", "prem", "ladd", "ret", "reuse", "dtax", "eel", "rdcap", "rdspd", "invr", "entnew",
    "entexit", "edec", "tel",
];

#[test]
fn the_same_inputs_again_run_nothing() {
    let model = city();
    let mut evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    let before = evaluator.work();
    evaluator.update(&model.defaults().clone());
    assert_eq!(evaluator.work(), before);
}

#[test]
fn history_never_moves() {
    let model = city();
    let mut evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    let before = bits(&evaluator);
    let mut extremes: Inputs = model.defaults().clone();
    for (position, (low, _)) in RANGES.iter().enumerate() {
        extremes.set(AssumptionIdx::new(position), None, &Setting::Constant(*low));
    }
    evaluator.update(&extremes);
    for (before, after) in before.iter().zip(bits(&evaluator)) {
        assert_eq!(before[0], after[0]);
    }
}

/// Columns of values for all assumptions, drawn over their ranges.
fn columns(lanes: usize) -> Vec<Varied> {
    let stream = changes(lanes * ASSUMPTIONS * 40);
    let column = |assumption: usize| {
        let values = stream
            .iter()
            .filter(|change| change.0 == assumption)
            .map(|change| change.1);
        Lanes::Values(values.take(lanes).collect())
    };
    let varied = |position| Varied {
        assumption: AssumptionIdx::new(position),
        member: None,
        lanes: column(position),
    };
    (0..ASSUMPTIONS).map(varied).collect()
}

fn lane(varied: &Varied, lane: usize) -> f64 {
    match &varied.lanes {
        Lanes::Values(values) | Lanes::Offsets(values) => values[lane],
        Lanes::Drawn { .. } | Lanes::Either { .. } => unreachable!("made above"),
    }
}

/// Runs the varied columns as a batch and lane by lane, and compares every indicator in every year to the bit.
fn batch_equals_single(model: &Arc<Model>, varied: &[Varied], inputs_of: impl Fn(usize) -> Inputs) {
    let evaluator = Evaluator::new(Arc::clone(model), model.defaults());
    let reads: Vec<Operand> = model
        .graph()
        .indicators
        .iter()
        .map(|&slot| Operand { slot, lag: 0 })
        .collect();
    let mut batch = Batch::new(&evaluator, varied, &reads);
    let lanes = batch.lanes();
    let singles: Vec<Evaluator> = (0..lanes)
        .map(|lane| Evaluator::new(Arc::clone(model), &inputs_of(lane)))
        .collect();
    batch.run(|year| {
        for &read in &reads {
            for member in 0..evaluator.schedule().knowledge.lanes(read.slot) {
                for (lane, single) in singles.iter().enumerate() {
                    let found = match year.read(read, member) {
                        Across::Each(values) => values[lane],
                        Across::Same(value) => value,
                    };
                    let expected = single.value(read.slot, year.row(), member);
                    assert!(
                        found.to_bits() == expected.to_bits() || (found.is_nan() && expected.is_nan()),
                        "slot {read:?} member {member} row {} lane {lane}: {found} instead of {expected}",
                        year.row()
                    );
                }
            }
        }
    });
}

#[test]
fn batch_equals_single_to_the_bit() {
    let model = city();
    // More lanes than one block, and not a multiple of anything.
    let varied = columns(301);
    batch_equals_single(&model, &varied, |at| {
        let mut inputs = model.defaults().clone();
        for varied in &varied {
            inputs.set(
                varied.assumption,
                None,
                &Setting::Constant(lane(varied, at)),
            );
        }
        inputs
    });
}

#[test]
fn a_batch_of_one_assumption_leaves_the_rest_as_it_is() {
    let model = city();
    for only in 0..ASSUMPTIONS {
        let varied = [columns(9).swap_remove(only)];
        batch_equals_single(&model, &varied, |at| {
            let mut inputs = model.defaults().clone();
            inputs.set(
                varied[0].assumption,
                None,
                &Setting::Constant(lane(&varied[0], at)),
            );
            inputs
        });
    }
}

/// Every slider of every shipped plan as a batch: sets, aggregates, running sums, observations and paths.
#[test]
fn batches_of_shipped_plans_equal_single_evaluations() {
    for id in [
        "kaiping-2021-2025",
        "pinghu-2023-2027",
        "yangjiang-2023-2027",
    ] {
        let text = std::fs::read_to_string(format!("public/plans/{id}.json")).unwrap();
        let (plan, model, _) = with_diagnostics(&text);
        for (position, assumption) in plan.assumptions.iter().enumerate() {
            let (Some(min), Some(max), Some(_)) =
                (assumption.min, assumption.max, &assumption.value)
            else {
                continue;
            };
            let values = vec![min, f64::midpoint(min, max), max];
            let index = AssumptionIdx::new(position);
            let varied = [Varied {
                assumption: index,
                member: None,
                lanes: Lanes::Values(values.clone()),
            }];
            batch_equals_single(&model, &varied, |at| {
                let mut inputs = model.defaults().clone();
                inputs.set(index, None, &Setting::Constant(values[at]));
                inputs
            });
        }
    }
}
