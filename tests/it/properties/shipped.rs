//! What does not matter to a shipped plan: the order its items stand in, and the scale its money is written in.

use std::collections::BTreeMap;
use std::sync::Arc;

use attain::engine::attain::{Outcome, attain};
use attain::engine::eval::Evaluator;
use attain::engine::model::{Model, TargetModel};
use attain::engine::plan::Plan;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::models::{SHIPPED, shipped, with_diagnostics};

fn json_of(id: &str) -> Value {
    serde_json::from_str(&shipped(id)).unwrap()
}

fn outcomes(text: &str) -> (Plan, Arc<Model>, Vec<Outcome>) {
    let (plan, model, _) = with_diagnostics(text);
    let outcomes = attain(&Evaluator::new(Arc::clone(&model), model.defaults()).projection());
    (plan, model, outcomes)
}

/// Outcomes by what they are about.
fn by_id(plan: &Plan, outcomes: Vec<Outcome>) -> BTreeMap<String, Outcome> {
    let key = |outcome: &Outcome| {
        let id = &plan.targets[outcome.target.at()].id.value;
        format!("{id} {:?} {:?}", outcome.member, outcome.years)
    };
    outcomes
        .into_iter()
        .map(|outcome| (key(&outcome), outcome))
        .collect()
}

fn numbers(outcome: &Outcome) -> [Option<f64>; 6] {
    let stretch = outcome.stretch.map(|(line, _)| line);
    [
        outcome.value,
        outcome.threshold,
        outcome.edge,
        outcome.margin,
        stretch,
        outcome.progress,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_items_does_not_matter(which in 0..SHIPPED.len(), seed in any::<u64>()) {
        let id = SHIPPED[which];
        let (plan, _, expected) = outcomes(&shipped(id));
        let mut json = json_of(id);
        let mut state = seed | 1;
        for list in ["assumptions", "indicators", "targets", "scenarios", "sources"] {
            let Some(items) = json[list].as_array_mut() else { continue };
            for at in (1..items.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                items.swap(at, (state >> 33) as usize % (at + 1));
            }
        }
        let (shuffled, _, found) = outcomes(&json.to_string());
        let (expected, found) = (by_id(&plan, expected), by_id(&shuffled, found));
        prop_assert_eq!(expected.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>());
        for (key, expected) in &expected {
            let found = &found[key];
            prop_assert_eq!(found.verdict, expected.verdict, "{} {}", id, key);
            prop_assert_eq!(numbers(found).map(|x| x.map(f64::to_bits)), numbers(expected).map(|x| x.map(f64::to_bits)), "{} {}", id, key);
            prop_assert_eq!(found.roots.len(), expected.roots.len());
        }
    }
}

/// Multiplies every number of a value, however deep.
fn scale(value: &mut Value, factor: f64) {
    match value {
        Value::Number(number) => *value = json!(number.as_f64().unwrap() * factor),
        Value::Array(items) => items.iter_mut().for_each(|item| scale(item, factor)),
        Value::Object(entries) if entries.contains_key("value") => {
            if let Some(value) = entries.get_mut("value") {
                scale(value, factor);
            }
        }
        Value::Object(entries) => entries.values_mut().for_each(|item| scale(item, factor)),
        _ => {}
    }
}

/// How many of its own unit a target's numbers are in the other model.
fn factor(from: &TargetModel, to: &TargetModel) -> f64 {
    match (from, to) {
        (TargetModel::Quantity(from), TargetModel::Quantity(to)) => from
            .unit
            .conversion(&to.unit)
            .map_or(1.0, |factor| factor.scale(1.0)),
        _ => 1.0,
    }
}

#[test]
fn the_scale_of_money_does_not_matter() {
    for id in SHIPPED {
        let (plan, model, expected) = outcomes(&shipped(id));
        let mut json = json_of(id);
        let mut scaled = Vec::new();
        for list in ["assumptions", "indicators"] {
            for item in json[list].as_array_mut().unwrap() {
                if item["unit"] == "亿元" {
                    item["unit"] = json!("万元");
                    scaled.push(item["id"].clone());
                    for key in ["value", "min", "max", "step", "observed", "options"] {
                        if let Some(value) = item.get_mut(key) {
                            scale(value, 10_000.0);
                        }
                    }
                }
            }
        }
        for scenario in json["scenarios"].as_array_mut().unwrap() {
            for (assumption, value) in scenario["set"].as_object_mut().unwrap() {
                if scaled.contains(&json!(assumption)) {
                    scale(value, 10_000.0);
                }
            }
        }
        // Which thresholds are money follows from what they are thresholds of.
        let (_, rescaled, _) = outcomes(&json.to_string());
        let factors: Vec<f64> = model
            .targets()
            .iter()
            .zip(rescaled.targets())
            .map(|(from, to)| factor(from, to))
            .collect();
        assert!(factors.iter().any(|&factor| factor != 1.0), "{id}");
        for (target, &factor) in json["targets"]
            .as_array_mut()
            .unwrap()
            .iter_mut()
            .zip(&factors)
        {
            for key in [
                "at_least",
                "more_than",
                "at_most",
                "less_than",
                "between",
                "about",
                "stretch",
            ] {
                if let Some(threshold) = target.get_mut(key) {
                    scale(threshold, factor);
                }
            }
        }
        let (_, _, found) = outcomes(&json.to_string());
        assert_eq!(found.len(), expected.len());
        for (expected, found) in expected.iter().zip(&found) {
            let target = &plan.targets[expected.target.at()].id.value;
            let factor = factors[expected.target.at()];
            assert_eq!(
                found.verdict, expected.verdict,
                "{id}: {target}: {found:?} instead of {expected:?}"
            );
            let close = |found: Option<f64>, expected: Option<f64>| match (found, expected) {
                (Some(found), Some(expected)) => {
                    (found - factor * expected).abs() <= 1e-9 * found.abs().max(1.0)
                }
                (found, expected) => found.is_none() == expected.is_none(),
            };
            assert!(
                close(found.value, expected.value),
                "{id}: {target}: {found:?} instead of {expected:?}"
            );
            assert!(
                close(found.threshold, expected.threshold),
                "{id}: {target}: {found:?} instead of {expected:?}"
            );
        }
    }
}
