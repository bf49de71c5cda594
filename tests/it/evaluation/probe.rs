//! A probe reads the same bits as an evaluation of everything, runs less, and leaves no trace.

use std::sync::Arc;

use attain::engine::eval::{Evaluator, Probe};
use attain::engine::index::{AssumptionIdx, MemberIdx};
use attain::engine::inputs::Setting;
use attain::engine::model::Model;

use super::areas::{FIRST_OWN, Table};
use super::by_hand::{INDICATORS, RANGES};
use super::{bits, city};
use crate::models::{SHIPPED, model_of, shipped, with_diagnostics};

/// Probes an assumption for one series and compares with evaluations from nothing.
fn compare(
    model: &Arc<Model>,
    (assumption, member): (usize, Option<usize>),
    indicator: usize,
    values: &[f64],
) {
    let assumption = AssumptionIdx::new(assumption);
    let member = member.map(MemberIdx::new);
    let slot = model.graph().indicators[indicator];
    let mut evaluator = Evaluator::new(Arc::clone(model), model.defaults());
    let before = bits(&evaluator);
    let inputs = evaluator.inputs().clone();
    let mut probe = Probe::new(&mut evaluator, assumption, member, &[slot]);
    for &value in values {
        let setting = Setting::Constant(value);
        probe.set(&setting);
        let mut moved = model.defaults().clone();
        moved.set(assumption, member, &setting);
        let whole = Evaluator::new(Arc::clone(model), &moved);
        for row in 0..model.axis().len() {
            for lane in 0..whole.schedule().knowledge.lanes(slot) {
                assert_eq!(
                    probe.value(slot, row, lane).to_bits(),
                    whole.value(slot, row, lane).to_bits(),
                    "{assumption:?} {indicator} {row} {lane}"
                );
            }
        }
    }
    drop(probe);
    assert_eq!(bits(&evaluator), before);
    assert_eq!(*evaluator.inputs(), inputs);
}

#[test]
fn what_is_read_has_the_bits_of_a_whole_evaluation() {
    let model = city();
    for (assumption, &(low, high)) in RANGES.iter().enumerate() {
        for indicator in 0..INDICATORS {
            compare(
                &model,
                (assumption, None),
                indicator,
                &[low, high, low.midpoint(high)],
            );
        }
    }
}

#[test]
fn so_it_has_over_sets() {
    let model = model_of(&Table::new(40).plan());
    for indicator in (0..INDICATORS).chain([INDICATORS + 1, INDICATORS + 6]) {
        compare(&model, (0, None), indicator, &[0.05, 0.07]);
        compare(&model, (FIRST_OWN, Some(33)), indicator, &[-0.01, 0.012]);
        compare(&model, (FIRST_OWN + 1, Some(2)), indicator, &[0.7, 1.3]);
    }
}

#[test]
fn so_it_has_in_every_shipped_plan() {
    for id in SHIPPED {
        let (plan, model, _) = with_diagnostics(&shipped(id));
        let mut n_compared = 0;
        for (position, assumption) in plan.assumptions.iter().enumerate().step_by(3) {
            if let (Some(min), Some(max)) = (assumption.min, assumption.max)
                && model.defaults().0[position].iter().all(Option::is_some)
            {
                for indicator in (position % 4..plan.indicators.len()).step_by(4) {
                    compare(&model, (position, None), indicator, &[min, max]);
                    n_compared += 1;
                }
            }
        }
        assert!(n_compared > 10, "{id}");
    }
}

/// Value added rests on three series that the growth of 2023 moves; that growth moves many more.
#[test]
fn only_what_is_read_is_run() {
    let model = city();
    let slot = model.graph().indicators[3];
    let mut evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    let setting = Setting::Constant(0.06);
    let ops = |evaluator: &Evaluator| evaluator.work().ops;
    let start = ops(&evaluator);
    evaluator.set(AssumptionIdx::new(0), None, &setting);
    let whole = ops(&evaluator) - start;
    let mut probe = Probe::new(&mut evaluator, AssumptionIdx::new(0), None, &[slot]);
    probe.set(&setting);
    probe.set(&setting);
    drop(probe);
    // Twice what is read, and once everything to leave all as it was.
    let read = (ops(&evaluator) - start - 2 * whole) / 2;
    assert!(read * 3 <= whole, "{read} of {whole}");
}
