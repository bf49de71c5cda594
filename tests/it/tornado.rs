//! Swings of assumptions against closed forms, and the bars of a shipped plan.

use std::fmt::Write as _;
use std::sync::Arc;

use attain::engine::attain::attain;
use attain::engine::eval::Evaluator;
use attain::engine::index::{AssumptionIdx, TargetIdx};
use attain::engine::inputs::Setting;
use attain::engine::lang::Lang;
use attain::engine::model::graph::Operand;
use attain::engine::plan::Draws;
use attain::engine::tornado::{Ends, Swing, swings};
use attain::view::results::Results;
use attain::view::tornado::Tornado;

use crate::models::{plan_and_model, shipped, with_diagnostics};

/// y = 2 a + 3 b − c + d, where a has a range, b an uncertainty, c options, d is a constant; e is not in it.
const LINEAR: &str = r#"{ "format": 1, "id": "p", "title": "p", "period": { "start": 2024, "end": 2026 },
    "assumptions": [
        { "id": "a", "name": "a", "unit": "1", "value": 10, "min": 5, "max": 20, "basis": "expert" },
        { "id": "b", "name": "b", "unit": "1", "value": 2, "min": 0, "max": 100, "basis": "expert", "uncertainty": { "uniform": [1, 3] } },
        { "id": "c", "name": "c", "unit": "1", "value": 1, "basis": "expert", "options": [{ "value": 1, "name": "one" }, { "value": 4, "name": "four" }] },
        { "id": "d", "name": "d", "unit": "1", "value": 7, "basis": "expert" },
        { "id": "e", "name": "e", "unit": "1", "value": 0, "min": 0, "max": 9, "basis": "expert" }],
    "indicators": [{ "id": "y", "name": "y", "unit": "1", "better": "higher", "formula": "2 * a + 3 * b - c + d" }],
    "targets": [{ "id": "t", "of": "y", "in": 2026, "at_least": 50 }] }"#;

fn found(text: &str, row: usize) -> Vec<Swing> {
    let (plan, model) = plan_and_model(text);
    let evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    let of = Operand {
        slot: model.graph().indicators[0],
        lag: 0,
    };
    swings(&plan, &evaluator, of, row, 0)
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

#[test]
fn of_a_sum_every_swing_is_the_assumptions_own() {
    let swings = found(LINEAR, 2);
    // y is 32 now.
    let expected = [
        (0, Ends::Range([5.0, 20.0]), [22.0, 52.0]),
        (1, Ends::Drawn([1.2, 2.8], Draws::Value), [29.6, 34.4]),
        (2, Ends::Options([1.0, 4.0]), [32.0, 29.0]),
    ];
    assert_eq!(swings.len(), expected.len());
    for (swing, (position, ends, values)) in swings.iter().zip(expected) {
        assert_eq!(swing.assumption, AssumptionIdx::new(position));
        match (swing.ends, ends) {
            (Ends::Drawn(found, Draws::Value), Ends::Drawn(expected, Draws::Value)) => {
                assert!(close(found[0], expected[0]) && close(found[1], expected[1]));
            }
            (found, expected) => assert_eq!(found, expected),
        }
        for (found, expected) in swing.values.iter().zip(values) {
            assert!(close(*found, expected), "{swing:?}");
        }
    }
}

#[test]
fn growth_compounds_from_the_first_year_it_applies() {
    let text = r#"{ "format": 1, "id": "p", "title": "p", "period": { "start": 2024, "end": 2026 },
        "assumptions": [{ "id": "g", "name": "g", "unit": "%", "value": 5, "min": 0, "max": 10, "basis": "expert" }],
        "indicators": [{ "id": "y", "name": "y", "unit": "亿元", "better": "higher", "observed": { "2023": 100 },
            "formula": "prev(y) * (1 + g)" }] }"#;
    // The axis begins in 2023: three years of growth by 2026.
    let [swing] = &found(text, 3)[..] else {
        panic!("one assumption");
    };
    assert!(
        close(swing.values[0], 100.0) && close(swing.values[1], 133.1),
        "{swing:?}"
    );
}

#[test]
fn a_shift_and_a_factor_keep_the_form_of_a_path() {
    let text = |draws: &str| {
        format!(
            r#"{{ "format": 1, "id": "p", "title": "p", "period": {{ "start": 2024, "end": 2025 }},
            "assumptions": [{{ "id": "a", "name": "a", "unit": "1", "value": {{ "2024": 10, "2025": 30 }}, "path": "step", "basis": "expert",
                "uncertainty": {{ "uniform": [0, 10], "as": "{draws}" }} }}],
            "indicators": [{{ "id": "y", "name": "y", "unit": "1", "better": "higher", "formula": "a" }}] }}"#
        )
    };
    for (draws, row, values) in [
        ("shift", 1, [11.0, 19.0]),
        ("shift", 2, [31.0, 39.0]),
        ("factor", 2, [30.0, 270.0]),
    ] {
        let swings = found(&text(draws), row);
        for (found, expected) in swings[0].values.iter().zip(values) {
            assert!(close(*found, expected), "{draws} {row} {swings:?}");
        }
    }
}

#[test]
fn bars_lie_around_the_present_value_with_the_line_in_sight() {
    let (plan, model) = plan_and_model(LINEAR);
    let evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    let results = Results::new(attain(&evaluator.projection()));
    let outcome = results.speaking(TargetIdx::new(0), None).unwrap();
    let tornado = Tornado::of(&plan, &evaluator, outcome, Lang::En).unwrap();
    // From 22, the least any end gives, to 52, the most; 32 now, 50 required.
    assert_eq!(tornado.now, ("32".to_owned(), 10.0 / 30.0));
    assert_eq!(tornado.line, Some(("50".to_owned(), 28.0 / 30.0)));
    let bars: Vec<_> = tornado
        .bars
        .iter()
        .map(|bar| (bar.name.as_str(), bar.ends.as_str(), bar.places))
        .collect();
    assert_eq!(bars[0], ("a", "5 to 20 (Range)", [0.0, 1.0]));
    assert_eq!(bars[1].1, "1.2 to 2.8 (10th to 90th percentile)");
    assert_eq!((bars[2].0, bars[2].1), ("c", "one to four (options)"));
    assert_eq!(tornado.more, 0);
}

#[test]
fn what_is_moved_is_the_middle_of_its_bars() {
    let (plan, model) = plan_and_model(LINEAR);
    let mut inputs = model.defaults().clone();
    inputs.set(AssumptionIdx::new(0), None, &Setting::Constant(20.0));
    let evaluator = Evaluator::new(Arc::clone(&model), &inputs);
    let results = Results::new(attain(&evaluator.projection()));
    let outcome = results.speaking(TargetIdx::new(0), None).unwrap();
    let tornado = Tornado::of(&plan, &evaluator, outcome, Lang::En).unwrap();
    assert_eq!(tornado.now.0, "52");
    assert_eq!(tornado.bars[0].values, ["22".to_owned(), "52".to_owned()]);
}

#[test]
fn bars_of_pinghu() {
    let (plan, model, _) = with_diagnostics(&shipped("pinghu-2023-2027"));
    let evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    let results = Results::new(attain(&evaluator.projection()));
    let mut told = String::new();
    for position in 0..plan.targets.len() {
        let index = TargetIdx::new(position);
        let Some(outcome) = results.speaking(index, None) else {
            continue;
        };
        let Some(tornado) = Tornado::of(&plan, &evaluator, outcome, Lang::Zh) else {
            continue;
        };
        writeln!(
            told,
            "{} {}: {}, {:?}",
            plan.targets[position].id.value, outcome.year, tornado.now.0, tornado.line
        )
        .unwrap();
        for bar in &tornado.bars {
            let [low, high] = &bar.values;
            writeln!(told, "  {} {}: {low} – {high}", bar.name, bar.ends).unwrap();
        }
    }
    insta::assert_snapshot!(told.replace('\u{a0}', " "));
}
