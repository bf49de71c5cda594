//! Every shipped plan all over its sliders: nothing that has happened moves, nothing known becomes unknown, nothing fails,
//! and one, incremental and batched evaluation agree to the bit.

use std::collections::BTreeSet;
use std::sync::Arc;

use attain::engine::attain::{Outcome, Verdict, attain};
use attain::engine::eval::knowledge::State;
use attain::engine::eval::{Across, Batch, Cell, Evaluator, Lanes, Projection, Varied};
use attain::engine::index::AssumptionIdx;
use attain::engine::inputs::{Inputs, Setting};
use attain::engine::model::graph::Operand;
use attain::engine::model::{Model, TargetModel};
use attain::engine::number::{at_least, greater};
use attain::engine::plan::{Comparison, Plan};

use crate::models::{SHIPPED, shipped, with_diagnostics};

/// An assumption that can be moved, and between what.
struct Slider {
    assumption: AssumptionIdx,
    min: f64,
    max: f64,
}

fn sliders(plan: &Plan) -> Vec<Slider> {
    let slider = |(position, item): (usize, &attain::engine::plan::Assumption)| {
        let assumption = AssumptionIdx::new(position);
        let (min, max) = item.min.zip(item.max)?;
        item.value.as_ref()?;
        Some(Slider {
            assumption,
            min,
            max,
        })
    };
    plan.assumptions
        .iter()
        .enumerate()
        .filter_map(slider)
        .collect()
}

/// All a plan's series and everything its targets read.
fn reads(model: &Model) -> Vec<Operand> {
    let graph = model.graph();
    let named = graph
        .indicators
        .iter()
        .chain(&graph.wholes)
        .map(|&slot| Operand { slot, lag: 0 });
    let tested = model.targets().iter().flat_map(|target| match target {
        TargetModel::Quantity(quantity) => quantity.operands().collect(),
        _ => Vec::new(),
    });
    let mut seen = BTreeSet::new();
    named
        .chain(tested)
        .filter(|read| seen.insert((read.slot, read.lag)))
        .collect()
}

/// What holds of any projection beside that of the plan's own values.
fn is_sound(
    id: &str,
    default: &Projection,
    other: &Projection,
    lanes: impl Fn(Operand) -> usize,
    reads: &[Operand],
) {
    let graph = default.model().graph();
    let named: BTreeSet<_> = graph.indicators.iter().chain(&graph.wholes).collect();
    for &read in reads {
        for lane in 0..lanes(read) {
            for row in 0..default.model().axis().len() {
                let (before, after) = (default.read(read, row, lane), other.read(read, row, lane));
                let is_kept = match before {
                    Cell::Observed(_)
                    | Cell::Interpolated(_)
                    | Cell::Unknown(_)
                    | Cell::NotApplicable => before == after,
                    Cell::Projected(_) => matches!(after, Cell::Projected(_)),
                    // Average growth in its base year, read by no test; no indicator has any.
                    Cell::Fault => !named.contains(&read.slot) && after == Cell::Fault,
                };
                assert!(
                    is_kept,
                    "{id}: {read:?} {lane} row {row}: {before:?} became {after:?}"
                );
            }
        }
    }
}

/// One verdict for each target, milestone and member, with the numbers it stands on, and a margin of the same sign.
fn are_consistent(id: &str, outcomes: &[Outcome]) {
    let mut seen = BTreeSet::new();
    for outcome in outcomes {
        let key = (
            outcome.target,
            outcome.member,
            format!("{:?}", outcome.years),
        );
        assert!(seen.insert(key), "{id}: judged twice: {outcome:?}");
        let decided = matches!(outcome.verdict, Verdict::Attained | Verdict::Missed);
        assert_eq!(
            outcome.verdict == Verdict::Undetermined,
            !outcome.roots.is_empty(),
            "{id}: {outcome:?}"
        );
        let (Some(value), Some(threshold), Some(margin)) =
            (outcome.value, outcome.threshold, outcome.margin)
        else {
            // Events have a record instead of a value, and what unknown members leave open has bounds.
            assert!(
                !decided
                    || outcome.value.is_none()
                        && (outcome.threshold.is_none() || outcome.range.is_some()),
                "{id}: {outcome:?}"
            );
            continue;
        };
        let is_strict = matches!(
            outcome.comparison,
            Comparison::MoreThan | Comparison::LessThan
        );
        // A margin is nothing where value and line are the same but for noise.
        let noise = 1e-9 * value.abs().max(threshold.abs());
        match outcome.verdict {
            Verdict::Attained if is_strict => assert!(margin > 0.0, "{id}: {outcome:?}"),
            Verdict::Attained => assert!(at_least(margin + noise, 0.0), "{id}: {outcome:?}"),
            Verdict::Missed if is_strict => {
                assert!(!greater(margin - noise, 0.0), "{id}: {outcome:?}");
            }
            Verdict::Missed => assert!(margin < 0.0, "{id}: {outcome:?}"),
            _ => panic!("{id}: a margin without a verdict: {outcome:?}"),
        }
    }
}

/// Runs lanes as a batch, one after the other and afresh, and holds them to everything above.
fn hold(id: &str, model: &Arc<Model>, varied: &[Varied], inputs_of: impl Fn(usize) -> Inputs) {
    let evaluator = Evaluator::new(Arc::clone(model), model.defaults());
    let default = evaluator.projection();
    let reads = reads(model);
    let lanes_of = |read: Operand| evaluator.schedule().knowledge.lanes(read.slot);
    let mut batch = Batch::new(&evaluator, varied, &reads);
    let mut walker = Evaluator::new(Arc::clone(model), model.defaults());
    let singles: Vec<Evaluator> = (0..batch.lanes())
        .map(|lane| {
            let inputs = inputs_of(lane);
            walker.update(&inputs);
            let (walked, anew) = (
                walker.projection(),
                Evaluator::new(Arc::clone(model), &inputs),
            );
            let outcomes = attain(&walked);
            assert_eq!(outcomes, attain(&anew.projection()), "{id}: lane {lane}");
            are_consistent(id, &outcomes);
            is_sound(id, &default, &walked, lanes_of, &reads);
            anew
        })
        .collect();
    batch.run(|year| {
        for &read in &reads {
            for member in 0..lanes_of(read) {
                let state = default.state(read, year.row(), member);
                if !state.is_some_and(State::is_known) {
                    continue;
                }
                let row = year.row() - read.lag as usize;
                for (lane, single) in singles.iter().enumerate() {
                    let found = match year.read(read, member) {
                        Across::Each(values) => values[lane],
                        Across::Same(value) => value,
                    };
                    let expected = single.value(read.slot, row, member);
                    assert_eq!(
                        found.to_bits(),
                        expected.to_bits(),
                        "{id}: {read:?} {member} row {row} lane {lane}"
                    );
                }
            }
        }
    });
    walker.update(model.defaults());
    assert_eq!(
        attain(&walker.projection()),
        attain(&default),
        "{id}: away and back"
    );
}

#[test]
fn every_slider_from_end_to_end() {
    const POSITIONS: usize = 9;
    for id in SHIPPED {
        let (plan, model, _) = with_diagnostics(&shipped(id));
        for Slider {
            assumption,
            min,
            max,
        } in sliders(&plan)
        {
            let at = |position: usize| min + (max - min) * position as f64 / (POSITIONS - 1) as f64;
            let values: Vec<f64> = (0..POSITIONS).map(at).collect();
            let varied = [Varied {
                assumption,
                member: None,
                lanes: Lanes::Values(values.clone()),
            }];
            hold(id, &model, &varied, |lane| {
                let mut inputs = model.defaults().clone();
                inputs.set(assumption, None, &Setting::Constant(values[lane]));
                inputs
            });
        }
    }
}

#[test]
fn all_sliders_anywhere() {
    const POINTS: usize = 200;
    for id in SHIPPED {
        let (plan, model, _) = with_diagnostics(&shipped(id));
        // A fixed stream of numbers (Lehmer's generator, modulus 2³¹ − 1).
        let mut state: u64 = 20_270_101;
        let mut next = move || {
            state = state * 48_271 % 0x7fff_ffff;
            state as f64 / f64::from(0x7fff_ffff_u32)
        };
        let varied: Vec<Varied> = sliders(&plan)
            .into_iter()
            .map(
                |Slider {
                     assumption,
                     min,
                     max,
                 }| {
                    let values = (0..POINTS).map(|_| min + (max - min) * next()).collect();
                    Varied {
                        assumption,
                        member: None,
                        lanes: Lanes::Values(values),
                    }
                },
            )
            .collect();
        hold(id, &model, &varied, |lane| {
            let mut inputs = model.defaults().clone();
            for varied in &varied {
                let Lanes::Values(values) = &varied.lanes else {
                    unreachable!("made above");
                };
                inputs.set(varied.assumption, None, &Setting::Constant(values[lane]));
            }
            inputs
        });
    }
}
