//! Contributions of moved assumptions against closed forms of Shapley values, and their sum against the change.

use std::sync::Arc;

use attain::engine::attain::attain;
use attain::engine::contributions::{Contributions, EXACT, contributions};
use attain::engine::eval::Evaluator;
use attain::engine::index::{AssumptionIdx, MemberIdx};
use attain::engine::inputs::{Inputs, Setting};
use attain::engine::lang::Lang;
use attain::engine::model::graph::Operand;
use attain::engine::model::{Model, TargetModel};
use attain::view::contribution::Change;

use crate::models::{SHIPPED, model_of, shipped, with_diagnostics};

/// A model of assumptions x0, x1, … of 1, 2, … and one indicator.
fn model(count: usize, formula: &str) -> Arc<Model> {
    let assumption = |n: usize| {
        format!(
            r#"{{ "id": "x{n}", "name": "x{n}", "unit": "1", "value": {}, "basis": "expert" }}"#,
            n + 1
        )
    };
    let assumptions: Vec<String> = (0..count).map(assumption).collect();
    model_of(&format!(
        r#"{{ "format": 1, "id": "p", "title": "p", "period": {{ "start": 2024, "end": 2025 }},
            "assumptions": [{}],
            "indicators": [{{ "id": "y", "name": "y", "unit": "1", "better": "higher", "formula": "{formula}" }}] }}"#,
        assumptions.join(", ")
    ))
}

/// The inputs with every assumption moved by `change` of its position.
fn moved(model: &Model, change: impl Fn(usize) -> f64) -> Inputs {
    let mut inputs = model.defaults().clone();
    for position in 0..inputs.0.len() {
        let value = (position + 1) as f64 + change(position);
        inputs.set(
            AssumptionIdx::new(position),
            None,
            &Setting::Constant(value),
        );
    }
    inputs
}

fn parts(model: &Arc<Model>, after: &Inputs) -> Contributions {
    let before = Evaluator::new(Arc::clone(model), model.defaults());
    let after = Evaluator::new(Arc::clone(model), after);
    let of = Operand {
        slot: model.graph().indicators[0],
        lag: 0,
    };
    contributions(&before, &after, of, 1, 0).unwrap()
}

fn amounts(found: &Contributions) -> Vec<f64> {
    found.parts.iter().map(|part| part.amount).collect()
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

#[test]
fn of_a_sum_every_assumption_accounts_for_its_own_change() {
    let model = model(3, "x0 + 2 * x1 - x2");
    let found = parts(&model, &moved(&model, |n| (n + 1) as f64 * 10.0));
    assert_eq!((found.before, found.after), (2.0, 22.0));
    assert_eq!(amounts(&found), [10.0, 40.0, -30.0]);
}

#[test]
fn of_a_product_they_share_what_they_do_together() {
    // x0 from 1 to 3, x1 from 2 to 6, x2 from 3 to 4.
    let by = |n: usize| [2.0, 4.0, 1.0][n];
    let two = model(2, "x0 * x1");
    assert_eq!(
        amounts(&parts(&two, &moved(&two, by))),
        [2.0 * 4.0, 4.0 * 2.0]
    );
    let three = model(3, "x0 * x1 * x2");
    let share = |change: f64, (b0, b1): (f64, f64), (c0, c1): (f64, f64)| {
        change * (b0 * c0 / 3.0 + (b1 * c0 + b0 * c1) / 6.0 + b1 * c1 / 3.0)
    };
    let (a, b, c) = ((1.0, 3.0), (2.0, 6.0), (3.0, 4.0));
    let expected = [share(2.0, b, c), share(4.0, a, c), share(1.0, a, b)];
    for (found, expected) in amounts(&parts(&three, &moved(&three, by)))
        .iter()
        .zip(expected)
    {
        assert!(close(*found, expected), "{found} {expected}");
    }
}

#[test]
fn what_is_not_moved_accounts_for_nothing() {
    let model = model(3, "x0 * x1 + x2");
    let found = parts(&model, &moved(&model, |n| f64::from(u8::from(n == 1))));
    assert_eq!(found.parts.len(), 1);
    assert_eq!(found.parts[0].assumption, AssumptionIdx::new(1));
    let found = parts(&model, model.defaults());
    assert_eq!((found.parts.len(), found.before), (0, found.after));
}

#[test]
fn of_many_assumptions_orders_are_drawn_and_the_error_is_told() {
    let count = EXACT + 4;
    let sum: Vec<String> = (0..count).map(|n| format!("x{n}")).collect();
    let linear = model(count, &sum.join(" + "));
    let found = parts(&linear, &moved(&linear, |n| n as f64 + 1.0));
    for (n, part) in found.parts.iter().enumerate() {
        assert!(
            close(part.amount, n as f64 + 1.0) && part.error < 1e-9,
            "{part:?}"
        );
    }
    // Neighbours are multiplied: each accounts for its change at the mean of the other's values.
    let pairs: Vec<String> = (0..count / 2)
        .map(|n| format!("x{} * x{}", 2 * n, 2 * n + 1))
        .collect();
    let pairs = model(count, &pairs.join(" + "));
    let found = parts(&pairs, &moved(&pairs, |n| n as f64 + 1.0));
    for (n, part) in found.parts.iter().enumerate() {
        let other = ((n ^ 1) + 1) as f64 * 1.5;
        let expected = (n as f64 + 1.0) * other;
        assert!(
            (part.amount - expected).abs() <= 4.0 * part.error + 1e-9,
            "{expected} {part:?}"
        );
    }
    let whole: f64 = amounts(&found).iter().sum();
    assert!(close(whole, found.after - found.before));
}

#[test]
fn an_unknown_result_is_not_divided() {
    let text = r#"{ "format": 1, "id": "p", "title": "p", "period": { "start": 2024, "end": 2025 },
        "assumptions": [{ "id": "a", "name": "a", "unit": "1", "value": 1, "basis": "expert" }],
        "indicators": [{ "id": "y", "name": "y", "unit": "1", "better": "higher", "formula": "1 / (a - 2)" }] }"#;
    let model = model_of(text);
    let mut inputs = model.defaults().clone();
    inputs.set(AssumptionIdx::new(0), None, &Setting::Constant(2.0));
    let [before, after] =
        [model.defaults(), &inputs].map(|inputs| Evaluator::new(Arc::clone(&model), inputs));
    let of = Operand {
        slot: model.graph().indicators[0],
        lag: 0,
    };
    assert_eq!(contributions(&before, &after, of, 1, 0), None);
}

/// Every result of every scenario of every shipped plan is divided without a remainder.
#[test]
fn parts_add_up_to_the_change_of_every_result() {
    let mut divided = 0;
    for id in SHIPPED {
        let (plan, model) = plan_and_model_of(id);
        for position in 0..plan {
            let Some(inputs) = model.scenario(position) else {
                continue;
            };
            let before = Evaluator::new(Arc::clone(&model), model.defaults());
            let after = Evaluator::new(Arc::clone(&model), inputs);
            let quantities = model.targets().iter().filter_map(|target| match target {
                TargetModel::Quantity(quantity) => Some(quantity),
                _ => None,
            });
            for test in quantities.flat_map(|quantity| &quantity.tests).step_by(5) {
                let row = model.axis().len() - 1;
                let member = test.member.map_or(0, MemberIdx::at);
                let Some(found) = contributions(&before, &after, test.quantity, row, member) else {
                    continue;
                };
                let whole: f64 = amounts(&found).iter().sum();
                assert!(
                    close(found.before + whole, found.after),
                    "{id} {position} {found:?}"
                );
                divided += 1;
            }
        }
    }
    assert!(divided > 100, "{divided}");
}

/// How many scenarios a shipped plan has, and its model.
fn plan_and_model_of(id: &str) -> (usize, Arc<Model>) {
    let (plan, model, _) = with_diagnostics(&shipped(id));
    (plan.scenarios.len(), model)
}

/// A value that would not move but for the noise of floating point has not changed, whatever was moved: 0.1 × 3 ÷ 3 is
/// 0.10000000000000002.
#[test]
fn noise_is_no_change() {
    let (plan, model, _) = with_diagnostics(
        r#"{ "format": 1, "id": "p", "title": "p", "period": { "start": 2024, "end": 2025 },
            "assumptions": [
                { "id": "x", "name": "x", "unit": "1", "value": 1, "basis": "expert" },
                { "id": "z", "name": "z", "unit": "1", "value": 1, "basis": "expert" }
            ],
            "indicators": [{ "id": "y", "name": "y", "unit": "1", "better": "higher", "formula": "0.1 * x / x * z" }],
            "targets": [{ "id": "t", "of": "y", "in": 2025, "at_least": 1 }] }"#,
    );
    let change = |x: f64, z: f64| {
        let before = Evaluator::new(Arc::clone(&model), model.defaults());
        let mut inputs = model.defaults().clone();
        for (position, value) in [x, z].into_iter().enumerate() {
            let setting = Setting::Constant(value);
            inputs.set(AssumptionIdx::new(position), None, &setting);
        }
        let after = Evaluator::new(Arc::clone(&model), &inputs);
        let outcomes = attain(&after.projection());
        Change::of(&plan, &before, &after, &outcomes[0], Lang::En).unwrap()
    };
    assert_eq!(change(3.0, 1.0).parts, []);
    let [only] = &change(3.0, 2.0).parts[..] else {
        panic!("one of the two has changed it")
    };
    assert_eq!((only.name.as_str(), only.amount.as_str()), ("z", "+0.1"));
}
