//! What holds for every plan: generated ones mean what the plan language says, whichever way they are computed.

mod expr;
mod generate;
mod noise;
mod oracle;
mod shipped;
mod small;

use std::sync::Arc;

use attain::engine::diagnostic::Severity;
use attain::engine::eval::{Across, Batch, Cell, Evaluator, Lanes, Projection, Varied};
use attain::engine::index::{AssumptionIdx, IndicatorIdx, MemberIdx};
use attain::engine::inputs::{Inputs, Setting};
use attain::engine::model::Model;
use attain::engine::model::graph::Operand;
use proptest::prelude::*;

use crate::models::with_diagnostics;
use generate::small;
use oracle::{Oracle, Value};
use small::{Kind, Points, Small};

/// The model of a generated plan, which has no errors.
fn model_of(plan: &Small) -> Arc<Model> {
    let text = plan.text();
    let (_, model, diagnostics) = with_diagnostics(&text);
    let errors: Vec<_> = diagnostics
        .iter()
        .filter(|found| found.problem.severity() == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
    model
}

/// The values of all assumptions, in the order of all series.
fn inputs_of(plan: &Small) -> Vec<Vec<Option<Points>>> {
    let of = |series: &small::Series| match &series.kind {
        Kind::Assumption(lanes) => lanes.clone(),
        Kind::Indicator { .. } => Vec::new(),
    };
    plan.series.iter().map(of).collect()
}

fn assumptions(plan: &Small) -> usize {
    plan.series
        .iter()
        .filter(|series| matches!(series.kind, Kind::Assumption(_)))
        .count()
}

/// Every indicator's cells: position, member, year.
fn cells(plan: &Small, model: &Model) -> Vec<(usize, Option<usize>, i32)> {
    let lanes = |position: usize| {
        let members = if plan.series[position].over {
            plan.members
        } else {
            0
        };
        (0..members).map(Some).chain([None])
    };
    let of = |position: usize| {
        lanes(position)
            .flat_map(move |lane| model.axis().years().map(move |year| (position, lane, year)))
    };
    (assumptions(plan)..plan.series.len())
        .flat_map(of)
        .collect()
}

fn cell<'a>(
    plan: &Small,
    projection: &'a Projection,
    (position, lane, year): (usize, Option<usize>, i32),
) -> Cell<'a> {
    let index = IndicatorIdx::new(position - assumptions(plan));
    projection.cell(index, lane.map(MemberIdx::new), year)
}

fn agrees(
    plan: &Small,
    model: &Arc<Model>,
    inputs: &[Vec<Option<Points>>],
    projection: &Projection,
) {
    let oracle = Oracle::new(plan, inputs, model.axis().first);
    for key in cells(plan, model) {
        let found = cell(plan, projection, key);
        let expected = oracle.value(key.0, key.1, key.2);
        let agree = match (found, expected) {
            (Cell::Unknown(_), Value::Unknown)
            | (Cell::Fault, Value::Fault)
            | (Cell::NotApplicable, Value::NotApplicable) => true,
            (found, Value::Known(expected)) => found.number() == Some(expected),
            _ => false,
        };
        assert!(
            agree,
            "x{} {:?} in {}: {found:?} instead of {expected:?}\n{}",
            key.0,
            key.1,
            key.2,
            plan.text()
        );
    }
}

/// One change of one assumption of a generated plan.
#[derive(Debug, Clone)]
struct Change {
    assumption: prop::sample::Index,
    member: Option<prop::sample::Index>,
    points: Points,
}

fn change() -> impl Strategy<Value = Change> {
    let value = prop_oneof![-3.0..20.0, Just(0.0), Just(1.0)];
    let points = prop_oneof![
        3 => value.clone().prop_map(Points::Same),
        1 => (value.clone(), value).prop_map(|(a, b)| Points::ByYear([(2024, a), (2026, b)].into())),
    ];
    let member = prop::option::of(any::<prop::sample::Index>());
    (any::<prop::sample::Index>(), member, points).prop_map(|(assumption, member, points)| Change {
        assumption,
        member,
        points,
    })
}

fn setting(points: &Points) -> Setting {
    match points {
        Points::Same(value) => Setting::Constant(*value),
        Points::ByYear(points) => Setting::ByYear(points.clone()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_means_what_its_formulas_say(plan in small()) {
        let model = model_of(&plan);
        let projection = Evaluator::new(Arc::clone(&model), model.defaults()).projection();
        agrees(&plan, &model, &inputs_of(&plan), &projection);
    }

    #[test]
    fn changes_are_the_same_as_beginning_anew(plan in small(), changes in prop::collection::vec(change(), 1..6)) {
        let model = model_of(&plan);
        let mut evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
        let (mut inputs, mut points) = (model.defaults().clone(), inputs_of(&plan));
        for (position, change) in changes.iter().enumerate() {
            let assumption = change.assumption.index(assumptions(&plan));
            let lanes = points[assumption].len();
            let member = change.member.as_ref().map(|member| member.index(lanes));
            let awaited = points[assumption][0].is_none();
            // An awaited assumption takes its first value for all members at once.
            let member = member.filter(|_| !awaited);
            let index = AssumptionIdx::new(assumption);
            let of_member = member.map(MemberIdx::new);
            inputs.set(index, of_member, &setting(&change.points));
            match member {
                Some(member) => points[assumption][member] = Some(change.points.clone()),
                None => points[assumption].fill(Some(change.points.clone())),
            }
            if awaited || position % 2 == 0 {
                evaluator.update(&inputs);
            } else {
                evaluator.set(index, of_member, &setting(&change.points));
            }
            agrees(&plan, &model, &points, &evaluator.projection());
        }
    }

    #[test]
    fn lanes_of_a_batch_are_single_evaluations(plan in small(), which in any::<prop::sample::Index>(), member in prop::option::of(any::<prop::sample::Index>()), values in prop::collection::vec(-3.0..20.0, 1..12)) {
        let model = model_of(&plan);
        let assumption = which.index(assumptions(&plan));
        let Kind::Assumption(lanes) = &plan.series[assumption].kind else { unreachable!() };
        prop_assume!(lanes.iter().all(Option::is_some));
        let member = member.filter(|_| plan.series[assumption].over).map(|member| MemberIdx::new(member.index(plan.members)));
        let varied = [Varied { assumption: AssumptionIdx::new(assumption), member, lanes: Lanes::Values(values.clone()) }];
        batch_agrees(&plan, &model, &varied, |lane| {
            let mut inputs = model.defaults().clone();
            inputs.set(AssumptionIdx::new(assumption), member, &Setting::Constant(values[lane]));
            inputs
        });
    }
}

fn batch_agrees(
    plan: &Small,
    model: &Arc<Model>,
    varied: &[Varied],
    inputs: impl Fn(usize) -> Inputs,
) {
    let evaluator = Evaluator::new(Arc::clone(model), model.defaults());
    let graph = model.graph();
    let reads: Vec<Operand> = graph
        .indicators
        .iter()
        .chain(&graph.wholes)
        .map(|&slot| Operand { slot, lag: 0 })
        .collect();
    let mut batch = Batch::new(&evaluator, varied, &reads);
    let lanes = batch.lanes();
    let singles: Vec<Projection> = (0..lanes)
        .map(|lane| Evaluator::new(Arc::clone(model), &inputs(lane)).projection())
        .collect();
    batch.run(|year| {
        for key in cells(plan, model)
            .into_iter()
            .filter(|key| model.axis().row(key.2) == Some(year.row()))
        {
            let index = key.0 - assumptions(plan);
            let slot = if key.1.is_some() {
                graph.indicators[index]
            } else {
                graph.wholes[index]
            };
            for (lane, single) in singles.iter().enumerate() {
                let found = match year.read(Operand { slot, lag: 0 }, key.1.unwrap_or(0)) {
                    Across::Each(values) => values[lane],
                    Across::Same(value) => value,
                };
                match cell(plan, single, key) {
                    Cell::Fault => assert!(
                        !found.is_finite(),
                        "{key:?} lane {lane}: {found} is no fault\n{}",
                        plan.text()
                    ),
                    single => {
                        if let Some(expected) = single.number() {
                            assert_eq!(
                                found.to_bits(),
                                expected.to_bits(),
                                "{key:?} lane {lane}: {found} instead of {expected}\n{}",
                                plan.text()
                            );
                        }
                    }
                }
            }
        }
    });
}
