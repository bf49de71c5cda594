//! Draws against scipy's quantiles, and the probability of targets against closed forms: a share of draws may lie four of
//! its standard errors off.

mod told;

use std::sync::Arc;

use attain::engine::correlation::{ranks, root};
use attain::engine::eval::Evaluator;
use attain::engine::index::AssumptionIdx;
use attain::engine::inputs::{Inputs, Setting};
use attain::engine::model::{Model, TargetModel};
use attain::engine::plan::{Distribution, Plan};
use attain::engine::uncertainty::{
    COUNT, Chance, Draws, Forecast, SEED, SHARES, forecast, latin, percentiles, quantiles, series,
    uncertain,
};

use crate::models::{SHIPPED, plan_and_model, shipped, with_diagnostics};
use crate::vectors::{entries, number, numbers, vector};

/// What draws say of the first test of the first target.
fn forecast_under(plan: &Plan, model: &Arc<Model>, inputs: &Inputs) -> Option<Forecast> {
    let evaluator = Evaluator::new(Arc::clone(model), inputs);
    let TargetModel::Quantity(quantity) = &model.targets()[0] else {
        panic!("a quantity")
    };
    let test = &quantity.tests[0];
    let drawn = uncertain(plan, &evaluator, &series(quantity));
    let draws = Draws::of(plan, inputs, &drawn, COUNT, SEED);
    forecast(&evaluator, &evaluator.projection(), quantity, test, &draws)
}

fn forecast_of(text: &str) -> Forecast {
    let (plan, model) = plan_and_model(text);
    forecast_under(&plan, &model, model.defaults()).unwrap()
}

/// A plan of three years with one target.
fn plan(assumptions: &str, indicators: &str, target: &str) -> String {
    format!(
        r#"{{ "format": 1, "id": "p", "title": "p", "period": {{ "start": 2024, "end": 2026 }},
            "assumptions": [{assumptions}], "indicators": [{indicators}],
            "targets": [{{ "id": "t", {target} }}] }}"#
    )
}

fn assumption(id: &str, value: &str, uncertainty: &str) -> String {
    format!(
        r#"{{ "id": "{id}", "name": "{id}", "unit": "1", "value": {value}, "basis": "expert", "uncertainty": {uncertainty} }}"#
    )
}

fn indicator(id: &str, formula: &str) -> String {
    format!(
        r#"{{ "id": "{id}", "name": "{id}", "unit": "1", "better": "higher", "formula": {formula} }}"#
    )
}

#[track_caller]
fn is_near(chance: Chance, expected: f64) {
    let (share, error) = (chance.share().unwrap(), chance.error().unwrap());
    assert!(
        (share - expected).abs() <= 4.0 * error,
        "{share} ± {error}, {expected} expected"
    );
}

#[test]
fn quantiles_are_those_of_scipy() {
    for (id, distribution) in [
        ("UC-01", Distribution::Triangular(4.5, 5.0, 6.0)),
        ("UC-02", Distribution::Pert(4.5, 5.0, 6.0)),
        ("UC-04", Distribution::Lognormal(100.0, 0.15)),
    ] {
        let vector = vector(id);
        let found = quantiles(distribution, &numbers(vector.input("p")));
        vector.check_all(found, &vector.expected()["q"]);
    }
    assert_eq!(
        quantiles(Distribution::Uniform(2.0, 6.0), &[0.25, 0.5]),
        [3.0, 4.0]
    );
    // The ends of a PERT may meet in its mode.
    for distribution in [
        Distribution::Pert(1.0, 1.0, 5.0),
        Distribution::Pert(1.0, 5.0, 5.0),
    ] {
        let found = quantiles(distribution, &[1e-6, 0.5, 1.0 - 1e-6]);
        assert!(found.iter().all(|x| (1.0..=5.0).contains(x)), "{found:?}");
        assert!(found.is_sorted());
    }
    assert_eq!(
        quantiles(Distribution::Pert(3.0, 3.0, 3.0), &[0.1, 0.9]),
        [3.0, 3.0]
    );
}

#[test]
fn a_latin_hypercube_has_one_draw_in_every_stratum() {
    let vector = vector("UC-09");
    let (orders, jitters) = (entries(vector.input("perm")), entries(vector.input("u")));
    let columns = entries(&vector.expected()["columns"]);
    for ((order, jitter), expected) in orders.iter().zip(jitters).zip(columns) {
        let order: Vec<usize> = numbers(order).iter().map(|at| *at as usize).collect();
        vector.check_all(latin(&order, &numbers(jitter)), expected);
    }
}

#[test]
fn a_share_of_draws_has_its_error_and_interval() {
    let vector = vector("UC-13");
    for row in entries(&vector.expected()["rows"]) {
        let chance = Chance {
            attained: number(&row["k"]) as usize,
            draws: number(&row["n"]) as usize,
            undetermined: 0,
        };
        vector.check(chance.share().unwrap(), &row["p"], "p");
        vector.check(chance.error().unwrap(), &row["se"], "se");
        let (low, high) = chance.interval().unwrap();
        vector.check_all([low, high], &row["wilson"]);
    }
}

#[test]
fn columns_are_reordered_as_in_the_published_example() {
    let vector = vector("UC-10");
    let transposed = |rows: &[serde_json::Value]| -> Vec<Vec<f64>> {
        let rows: Vec<Vec<f64>> = rows.iter().map(numbers).collect();
        (0..rows[0].len())
            .map(|at| rows.iter().map(|row| row[at]).collect())
            .collect()
    };
    let values = transposed(entries(vector.input("X")));
    let scores = transposed(entries(vector.input("scores")));
    let target: Vec<Vec<f64>> = entries(vector.input("target"))
        .iter()
        .map(numbers)
        .collect();
    let expected = transposed(entries(&vector.expected()["columns"]));
    let ranks = ranks(&scores, &target).unwrap();
    // The example is sorted by its first column.
    let mut order: Vec<usize> = (0..20).collect();
    order.sort_by_key(|draw| ranks[0][*draw]);
    for ((ranks, values), expected) in ranks.iter().zip(values).zip(expected) {
        let reordered: Vec<f64> = order.iter().map(|draw| values[ranks[*draw]]).collect();
        assert_eq!(reordered, expected);
    }
}

#[test]
fn correlations_that_contradict_each_other_have_no_root() {
    let matrix = |r: f64| vec![vec![1.0, 0.9, 0.9], vec![0.9, 1.0, r], vec![0.9, r, 1.0]];
    // 0.9² + 0.9² − 1 = 0.62 is the least that can be.
    assert!(root(&matrix(0.63)).is_some());
    assert!(root(&matrix(0.61)).is_none());
}

#[test]
fn a_sum_of_correlated_normals_spreads_as_it_should() {
    // Deviations 3 and 4: with ρ the sum has √(9 + 16 + 24 ρ). Ranks of ρₛ are those of normals of 2 sin(π ρₛ / 6).
    for rank in [-0.8_f64, 0.5, 0.9] {
        let inputs = [
            assumption(
                "a",
                "10",
                &format!(r#"{{ "normal": [10, 3], "with": {{ "b": {rank} }} }}"#),
            ),
            assumption("b", "5", r#"{ "normal": [5, 4] }"#),
        ];
        let found = forecast_of(&plan(
            &inputs.join(","),
            &indicator("y", r#""a + b""#),
            r#""of": "y", "in": 2026, "at_least": 18"#,
        ));
        let rho = 2.0 * (std::f64::consts::PI * rank / 6.0).sin();
        let deviation = (25.0 + 24.0 * rho).sqrt();
        let [p10, .., p90] = found.spread.last().unwrap().unwrap();
        let width = 2.0 * 1.281_551_565_5 * deviation;
        assert!(
            (p90 - p10 - width).abs() < 0.03 * width,
            "{rank}: {}",
            p90 - p10
        );
    }
}

#[test]
fn percentiles_are_of_type_seven() {
    let vector = vector("UC-17");
    let mut values = numbers(vector.input("x"));
    values.reverse();
    let shares = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];
    let found = percentiles(&mut values, shares).unwrap();
    vector.check_all(found, &vector.expected()["type7"]);
    assert_eq!(percentiles(&mut [], SHARES), None);
    assert_eq!(percentiles(&mut [4.0], SHARES), Some([4.0; 5]));
}

#[test]
fn the_probability_of_a_product_is_that_of_the_quadrature() {
    let inputs = [
        assumption("land", "100", r#"{ "triangular": [90, 100, 115] }"#),
        assumption("yield", "5", r#"{ "pert": [4.5, 5, 6] }"#),
    ];
    let found = forecast_of(&plan(
        &inputs.join(","),
        &indicator("y", r#""land * yield""#),
        r#""of": "y", "in": 2026, "at_least": 500"#,
    ));
    let vector = vector("UC-16");
    is_near(found.chance, number(&vector.expected()["p_exact"]));
    assert_eq!(found.chance.draws, COUNT);
}

#[test]
fn growth_drawn_once_persists_through_the_years() {
    let found = forecast_of(&format!(
        r#"{{ "format": 1, "id": "p", "title": "p", "period": {{ "start": 2020, "end": 2025 }},
            "assumptions": [{}],
            "indicators": [{}],
            "targets": [{{ "id": "t", "of": "x", "in": 2025, "at_least": 130 }}] }}"#,
        assumption("g", "0.058", r#"{ "normal": [0.058, 0.02] }"#),
        indicator("x", r#"{ "2020": "100", "2021": "prev(x) * exp(g)" }"#),
    ));
    let vector = vector("UC-15");
    is_near(found.chance, number(&vector.expected()["p_persistent"]));
}

#[test]
fn a_sum_of_normals_is_normal() {
    // Means 10 and 5, deviations 3 and 4: mean 15, deviation 5.
    let inputs = [
        assumption("a", "10", r#"{ "normal": [10, 3] }"#),
        assumption("b", "5", r#"{ "normal": [5, 4] }"#),
    ];
    let sum = |at_least: &str| {
        forecast_of(&plan(
            &inputs.join(","),
            &indicator("y", r#""a + b""#),
            &format!(r#""of": "y", "in": 2026, "at_least": {at_least}"#),
        ))
    };
    for (threshold, expected) in [
        ("15", 0.5),
        ("20", 0.158_655_253_931_457_05),
        ("5", 0.977_249_868_051_820_8),
    ] {
        is_near(sum(threshold).chance, expected);
    }
    // P10, P25, P50, P75 and P90; the error of the median is 1.25 σ/√N, of the ends 1.7 σ/√N.
    let spread = sum("15").spread.last().unwrap().unwrap();
    let deviations = [
        -1.281_551_565_5,
        -0.674_489_750_2,
        0.0,
        0.674_489_750_2,
        1.281_551_565_5,
    ];
    for (found, deviation) in spread.into_iter().zip(deviations) {
        let expected = 15.0 + 5.0 * deviation;
        assert!(
            (found - expected).abs() < 4.0 * 1.7 * 5.0 / 100.0,
            "{found} {expected}"
        );
    }
}

#[test]
fn one_uniform_assumption_is_told_to_a_stratum() {
    // A Latin hypercube of one dimension errs by less than one draw.
    let found = forecast_of(&plan(
        &assumption("a", "5", r#"{ "uniform": [0, 10] }"#),
        &indicator("y", r#""a""#),
        r#""of": "y", "every": [2024, 2026], "more_than": 7"#,
    ));
    assert!((found.chance.share().unwrap() - 0.3).abs() <= 1.0 / COUNT as f64);
    for spread in found.spread.iter().skip(1) {
        for (found, share) in spread.unwrap().into_iter().zip(SHARES) {
            assert!(
                (found - 10.0 * share).abs() < 10.0 * 2.0 / COUNT as f64,
                "{found} {share}"
            );
        }
    }
}

#[test]
fn factors_and_shifts_move_every_year_of_a_path() {
    let path = r#"{ "2024": 10, "2026": 30 }, "path": "linear""#;
    for (uncertainty, expected) in [
        (
            r#"{ "uniform": [0.5, 1.5], "as": "factor" }"#,
            [5.0, 10.0, 15.0],
        ),
        (r#"{ "uniform": [-5, 5], "as": "shift" }"#, [5.0, 5.0, 5.0]),
    ] {
        let found = forecast_of(&plan(
            &assumption("a", path, uncertainty),
            &indicator("y", r#""a""#),
            r#""of": "y", "in": 2026, "at_least": 30"#,
        ));
        assert!((found.chance.share().unwrap() - 0.5).abs() <= 1.0 / COUNT as f64);
        let rows = found.spread.len() - 3..;
        for (spread, half) in found.spread[rows].iter().zip(expected) {
            let [p10, .., p90] = spread.unwrap();
            // Between P10 and P90 lie 80 % of twice the half width.
            assert!((p90 - p10 - 1.6 * half).abs() < 0.02 * half, "{p10} {p90}");
        }
    }
}

#[test]
fn a_moved_assumption_takes_its_draws_along() {
    let (plan, model) = plan_and_model(&plan(
        &assumption("a", "5", r#"{ "uniform": [4, 6] }"#),
        &indicator("y", r#""a""#),
        r#""of": "y", "in": 2026, "at_least": 6"#,
    ));
    let mut inputs = model.defaults().clone();
    for (value, expected) in [(5.0, 0.0), (5.5, 0.25), (6.0, 0.5), (8.0, 1.0)] {
        inputs.set(AssumptionIdx::new(0), None, &Setting::Constant(value));
        let share = forecast_under(&plan, &model, &inputs)
            .unwrap()
            .chance
            .share();
        assert!(
            (share.unwrap() - expected).abs() <= 1.0 / COUNT as f64,
            "{value}: {share:?}"
        );
    }
}

#[test]
fn what_gives_no_number_is_undetermined_and_never_missed() {
    // In half of the draws the root is of a negative number.
    let found = forecast_of(&plan(
        &assumption("a", "1", r#"{ "uniform": [-1, 1] }"#),
        &indicator("y", r#""sqrt(a)""#),
        r#""of": "y", "in": 2026, "at_least": 0.5"#,
    ));
    let half = COUNT / 2;
    assert!(
        found.chance.undetermined.abs_diff(half) <= 1,
        "{:?}",
        found.chance
    );
    // √a ≥ 0.5 where a ≥ 0.25.
    assert!(
        found.chance.attained.abs_diff(COUNT * 3 / 8) <= 1,
        "{:?}",
        found.chance
    );
    assert_eq!(
        (found.chance.share(), found.spread.last().unwrap()),
        (None, &None)
    );
}

#[test]
fn a_threshold_that_awaits_a_value_leaves_every_draw_open() {
    let awaited = r#"{ "id": "w", "name": "w", "unit": "1", "awaits": "pending" }"#;
    let inputs = [
        assumption("a", "1", r#"{ "uniform": [0, 2] }"#),
        awaited.to_owned(),
    ];
    let found = forecast_of(&plan(
        &inputs.join(","),
        &indicator("y", r#""a""#),
        r#""of": "y", "in": 2026, "at_least": "w""#,
    ));
    assert_eq!(found.chance.undetermined, COUNT);
    assert!(found.spread.last().unwrap().is_some());
}

#[test]
fn nothing_is_told_where_nothing_is_uncertain() {
    let certain = r#"{ "id": "a", "name": "a", "unit": "1", "value": 1, "basis": "expert" }"#;
    let (plan, model) = plan_and_model(&plan(
        certain,
        &indicator("y", r#""a""#),
        r#""of": "y", "in": 2026, "at_least": 1"#,
    ));
    assert_eq!(forecast_under(&plan, &model, model.defaults()), None);
}

#[test]
fn the_same_seed_gives_the_same_draws_in_every_shipped_plan() {
    for id in SHIPPED {
        let (plan, model, _) = with_diagnostics(&shipped(id));
        let evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
        let drawn = uncertain(&plan, &evaluator, &model.graph().indicators);
        let draws = |seed| Draws::of(&plan, model.defaults(), &drawn, 100, seed);
        assert!(!drawn.is_empty(), "{id}");
        assert_eq!(draws(1), draws(1), "{id}");
        assert_ne!(draws(1), draws(2), "{id}");
        let projection = evaluator.projection();
        for (at, target) in model.targets().iter().enumerate() {
            let TargetModel::Quantity(quantity) = target else {
                continue;
            };
            let drawn = uncertain(&plan, &evaluator, &series(quantity));
            let draws = Draws::of(&plan, model.defaults(), &drawn, 200, SEED);
            for test in &quantity.tests {
                let found = forecast(&evaluator, &projection, quantity, test, &draws);
                let Some(found) = found else { continue };
                let chance = found.chance;
                assert!(
                    chance.attained + chance.undetermined <= chance.draws,
                    "{id} {at}"
                );
                assert_eq!(found.spread.len(), model.axis().len());
            }
        }
    }
}
