//! Shipped plans, projected and judged, against numbers computed outside this code.

use std::sync::Arc;

use attain::engine::attain::{Outcome, Verdict, attain};
use attain::engine::diagnostic::Severity;
use attain::engine::eval::Evaluator;
use attain::engine::index::IndicatorIdx;
use attain::engine::plan::Plan;
use serde_json::Value;

use crate::models::with_diagnostics;

/// `fixtures/pinghu_independent.py` computes the main series and all 51 results of annex 1 with plain arithmetic.
#[test]
fn pinghu_matches_the_independent_recomputation() {
    let (plan, model, _) =
        with_diagnostics(include_str!("../../public/plans/pinghu-2023-2027.json"));
    let expected: Value =
        serde_json::from_str(include_str!("fixtures/pinghu-2023-2027.expected.json")).unwrap();
    let projection = Evaluator::new(Arc::clone(&model), model.defaults()).projection();
    for (id, years) in expected["series"].as_object().unwrap() {
        let position = plan
            .indicators
            .iter()
            .position(|indicator| indicator.id.value == *id);
        let index = IndicatorIdx::new(position.unwrap_or_else(|| panic!("no indicator {id}")));
        for (year, value) in years.as_object().unwrap() {
            let found = projection.cell(index, None, year.parse().unwrap()).number();
            let value = value.as_f64().unwrap();
            assert!(
                found.is_some_and(|found| (found - value).abs() <= 1e-9 * value.abs()),
                "{id} {year}: {found:?} instead of {value}"
            );
        }
    }
    let outcomes = attain(&projection);
    let results = expected["results"].as_array().unwrap();
    assert_eq!(results.len(), 51);
    for result in results {
        let (id, year) = (
            result["target"].as_str().unwrap(),
            result["year"].as_i64().unwrap(),
        );
        let outcome = outcomes
            .iter()
            .find(|outcome| {
                plan.targets[outcome.target.at()].id.value == id
                    && i64::from(outcome.milestone()) == year
                    && outcome.member.is_none()
            })
            .unwrap_or_else(|| panic!("no outcome {id} {year}"));
        let verdict = match result["verdict"].as_str().unwrap() {
            "attained" => Verdict::Attained,
            "missed" => Verdict::Missed,
            _ => Verdict::Undetermined,
        };
        assert_eq!(outcome.verdict, verdict, "{id} {year}: {outcome:?}");
    }
}

/// One line per outcome: what a reviewer compares with the document when a plan or a rule changes.
fn table(plan: &Plan, outcomes: &[Outcome]) -> String {
    let number =
        |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.6}"));
    let line = |outcome: &Outcome| {
        let target = &plan.targets[outcome.target.at()];
        let member = outcome
            .member
            .map_or(String::new(), |member| format!("[{}]", member.0));
        format!(
            "{}{member} {:?}: {:?} value {} threshold {} margin {}",
            target.id.value,
            outcome.years,
            outcome.verdict,
            number(outcome.value),
            number(outcome.threshold),
            number(outcome.margin),
        )
    };
    outcomes.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_shipped_plan_is_judged_without_an_error() {
    for id in SHIPPED {
        let text = std::fs::read_to_string(format!("public/plans/{id}.json")).unwrap();
        let (plan, model, diagnostics) = with_diagnostics(&text);
        let errors: Vec<_> = diagnostics
            .iter()
            .filter(|found| found.problem.severity() == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{id}: {errors:#?}");
        let outcomes = attain(&Evaluator::new(Arc::clone(&model), model.defaults()).projection());
        insta::assert_snapshot!(id, table(&plan, &outcomes));
    }
}

const SHIPPED: [&str; 5] = [
    "kaiping-2021-2025",
    "pinghu-2023-2027",
    "yangjiang-2023-2027",
    "jiangxi-pilot-zones-2021-2025",
    "jianghai-2021-2025",
];
