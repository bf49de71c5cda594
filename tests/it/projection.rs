//! Shipped plans, projected and judged, against a second planner: `fixtures/reference.py` reads the plan files with a
//! reader, a formula parser and an evaluator of its own, in another language and without the planner's shortcuts, and
//! writes down every series, every result and the verdicts under every scenario.

use std::collections::BTreeSet;
use std::sync::Arc;

use attain::engine::attain::{Outcome, Verdict, attain};
use attain::engine::diagnostic::Severity;
use attain::engine::eval::{Evaluator, Projection};
use attain::engine::index::{IndicatorIdx, MemberIdx};
use attain::engine::inputs::Inputs;
use attain::engine::model::Model;
use attain::engine::plan::{Plan, Years};
use serde_json::Value;

use crate::models::{self, SHIPPED, with_diagnostics};

fn shipped(id: &str) -> (Plan, Arc<Model>) {
    let (plan, model, diagnostics) = with_diagnostics(&models::shipped(id));
    let errors: Vec<_> = diagnostics
        .iter()
        .filter(|found| found.problem.severity() == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{id}: {errors:#?}");
    (plan, model)
}

fn reference(id: &str) -> Value {
    let text = std::fs::read_to_string(format!("tests/it/fixtures/reference/{id}.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn project(model: &Arc<Model>, inputs: &Inputs) -> Projection {
    Evaluator::new(Arc::clone(model), inputs).projection()
}

/// An outcome's key in the reference: target, years, and the member where there is one.
fn key(plan: &Plan, outcome: &Outcome) -> String {
    let target = &plan.targets[outcome.target.at()];
    let years = match outcome.years {
        Years::In(year) | Years::By(_, year) => year.to_string(),
        Years::Every(first, last) => format!("{first}-{last}"),
    };
    let member = outcome.member.map_or(String::new(), |member| {
        format!(" {}", members(plan)[member.at()])
    });
    format!("{}{member} {years}", target.id.value)
}

/// Ids of the members of the plan's first set: the only one that shipped targets range over.
fn members(plan: &Plan) -> Vec<&str> {
    plan.sets.first().map_or(Vec::new(), |set| {
        set.members
            .iter()
            .map(|member| member.id.value.as_str())
            .collect()
    })
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Attained => "attained",
        Verdict::Missed => "missed",
        Verdict::Undetermined => "undetermined",
        Verdict::Unscored => "unscored",
    }
}

fn close(found: Option<f64>, expected: &Value, what: &str) {
    if let Some(expected) = expected.as_f64() {
        let is_close =
            found.is_some_and(|found| (found - expected).abs() <= 1e-9 * expected.abs().max(1.0));
        assert!(is_close, "{what}: {found:?} instead of {expected}");
    }
}

#[test]
fn every_series_agrees_with_the_reference() {
    for id in SHIPPED {
        let (plan, model) = shipped(id);
        let projection = project(&model, model.defaults());
        for (name, years) in reference(id)["series"].as_object().unwrap() {
            let (indicator, member) = match name.split_once('[') {
                Some((indicator, member)) => (indicator, Some(member.trim_end_matches(']'))),
                None => (name.as_str(), None),
            };
            let position = plan
                .indicators
                .iter()
                .position(|item| item.id.value == indicator);
            let index = IndicatorIdx::new(
                position.unwrap_or_else(|| panic!("{id}: no indicator {indicator}")),
            );
            let over = plan.indicators[index.at()]
                .over
                .as_ref()
                .map(|over| over.value.as_str());
            let set = plan
                .sets
                .iter()
                .find(|set| Some(set.id.value.as_str()) == over);
            let member = member.map(|member| {
                let position =
                    set.and_then(|set| set.members.iter().position(|item| item.id.value == member));
                MemberIdx::new(position.unwrap_or_else(|| panic!("{id}: no member {member}")))
            });
            for (year, value) in years.as_object().unwrap() {
                let found = projection
                    .cell(index, member, year.parse().unwrap())
                    .number();
                close(found, value, &format!("{id}: {name} {year}"));
            }
        }
    }
}

#[test]
fn every_result_agrees_with_the_reference() {
    for id in SHIPPED {
        let (plan, model) = shipped(id);
        let reference = reference(id);
        let expected = reference["results"].as_object().unwrap();
        let mut seen = BTreeSet::new();
        for outcome in attain(&project(&model, model.defaults())) {
            let key = key(&plan, &outcome);
            let Some(result) = expected.get(&key) else {
                continue;
            };
            assert_eq!(word(outcome.verdict), result[0], "{id}: {key}: {outcome:?}");
            close(outcome.value, &result[1], &format!("{id}: value of {key}"));
            close(
                outcome.threshold,
                &result[2],
                &format!("{id}: threshold of {key}"),
            );
            seen.insert(key);
        }
        let missing: Vec<_> = expected.keys().filter(|key| !seen.contains(*key)).collect();
        assert!(missing.is_empty(), "{id}: not judged: {missing:?}");
    }
}

#[test]
fn every_scenario_agrees_with_the_reference() {
    for id in SHIPPED {
        let (plan, model) = shipped(id);
        for (scenario, expected) in reference(id)["scenarios"].as_object().unwrap() {
            let position = plan
                .scenarios
                .iter()
                .position(|item| item.id.value == *scenario);
            let inputs = model
                .scenario(position.unwrap_or_else(|| panic!("{id}: no scenario {scenario}")))
                .unwrap();
            for outcome in attain(&project(&model, inputs)) {
                let key = key(&plan, &outcome);
                if let Some(verdict) = expected.get(&key) {
                    assert_eq!(
                        word(outcome.verdict),
                        verdict,
                        "{id}, {scenario}: {key}: {outcome:?}"
                    );
                }
            }
        }
    }
}

/// One line per outcome: what a reviewer compares with the document when a plan or a rule changes.
#[test]
fn outcomes_of_every_shipped_plan() {
    for id in SHIPPED {
        let (plan, model) = shipped(id);
        let outcomes = attain(&project(&model, model.defaults()));
        let number = |value: Option<f64>| {
            value.map_or_else(|| "–".to_owned(), |value| format!("{value:.6}"))
        };
        let line = |outcome: &Outcome| {
            let [value, threshold, margin] =
                [outcome.value, outcome.threshold, outcome.margin].map(number);
            let verdict = word(outcome.verdict);
            format!(
                "{}: {verdict}, {value} against {threshold}, margin {margin}",
                key(&plan, outcome)
            )
        };
        let table: Vec<String> = outcomes.iter().map(line).collect();
        insta::assert_snapshot!(id, table.join("\n"));
    }
}
