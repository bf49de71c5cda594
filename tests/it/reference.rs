//! The shipped plans against a second planner: `fixtures/reference.py` shares no code with the engine and states every
//! series and every result of them, as written and in each scenario.

use std::collections::BTreeMap;

use attain::engine::attain::{Outcome, Verdict, attain};
use attain::engine::eval::{Evaluator, Projection};
use attain::engine::index::{IndicatorIdx, MemberIdx};
use attain::engine::plan::{Plan, Subject, Years};
use serde_json::Value;

use crate::models::plan_and_model;

macro_rules! with_reference {
    ($($id:literal),* $(,)?) => {
        [$(Case {
            id: $id,
            plan: include_str!(concat!("../../public/plans/", $id, ".json")),
            reference: include_str!(concat!("fixtures/reference/", $id, ".json")),
        }),*]
    };
}

struct Case {
    id: &'static str,
    plan: &'static str,
    reference: &'static str,
}

const CASES: [Case; 5] = with_reference![
    "kaiping-2021-2025",
    "pinghu-2023-2027",
    "yangjiang-2023-2027",
    "jiangxi-pilot-zones-2021-2025",
    "jianghai-2021-2025",
];

/// A plan projected as written, and in each scenario.
struct Projected {
    plan: Plan,
    as_written: Projection,
    scenarios: Vec<(String, Projection)>,
}

fn project(text: &str) -> Projected {
    let (plan, model) = plan_and_model(text);
    let project = |inputs| Evaluator::new(model.clone(), inputs).projection();
    let scenarios = plan.scenarios.iter().enumerate();
    Projected {
        as_written: project(model.defaults()),
        scenarios: scenarios
            .map(|(position, scenario)| {
                let inputs = model.scenario(position).expect("the plan's own scenario");
                (scenario.id.value.clone(), project(inputs))
            })
            .collect(),
        plan,
    }
}

/// The members of a set by id.
fn members<'a>(plan: &'a Plan, set: Option<&str>) -> impl Iterator<Item = &'a str> {
    let set = plan
        .sets
        .iter()
        .find(|found| Some(found.id.value.as_str()) == set);
    set.into_iter()
        .flat_map(|set| set.members.iter().map(|member| member.id.value.as_str()))
}

fn close(found: Option<f64>, expected: Option<f64>, what: &str) {
    let agree = match (found, expected) {
        (Some(found), Some(expected)) => (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        (None, None) => true,
        _ => false,
    };
    assert!(agree, "{what}: {found:?} instead of {expected:?}");
}

const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Attained => "attained",
        Verdict::Missed => "missed",
        Verdict::Undetermined => "undetermined",
        Verdict::Unscored => "unscored",
    }
}

/// Outcomes of quantities by what the reference calls them: target, member, years.
fn outcomes(plan: &Plan, projection: &Projection) -> BTreeMap<String, Outcome> {
    let mut found = BTreeMap::new();
    for outcome in attain(projection) {
        let target = &plan.targets[outcome.target.at()];
        let Subject::Quantity(quantity) = &target.subject else {
            continue;
        };
        let mut label = target.id.value.clone();
        if let Some(member) = outcome.member {
            let id = plan
                .sets
                .iter()
                .filter_map(|set| set.members.get(member.at()).map(|member| &member.id.value))
                .find(|id| quantity_names(plan, &quantity.of.value, id));
            label = format!("{label} {}", id.expect("a member of the quantity's set"));
        }
        label = match outcome.years {
            Years::In(year) => format!("{label} {year}"),
            Years::Every(first, last) | Years::By(Some(first), last) => {
                format!("{label} {first}-{last}")
            }
            Years::By(None, last) => format!("{label} {}-{last}", plan.period.start),
        };
        assert!(
            found.insert(label.clone(), outcome).is_none(),
            "{label} twice"
        );
    }
    found
}

/// Whether the formula reads an indicator over the set that has the member.
fn quantity_names(plan: &Plan, formula: &str, member: &str) -> bool {
    plan.indicators.iter().any(|indicator| {
        let set = indicator.over.as_ref().map(|set| set.value.as_str());
        formula.contains(&indicator.id.value) && members(plan, set).any(|id| id == member)
    })
}

#[test]
fn every_series_is_as_the_reference_has_it() {
    for case in CASES {
        let Projected {
            plan, as_written, ..
        } = project(case.plan);
        let reference: Value = serde_json::from_str(case.reference).unwrap();
        let years = plan.period.start - 1..=plan.period.end;
        for (position, indicator) in plan.indicators.iter().enumerate() {
            let set = indicator.over.as_ref().map(|set| set.value.as_str());
            let members = members(&plan, set).enumerate();
            let parts = members.map(|(lane, id)| {
                (
                    Some(MemberIdx::new(lane)),
                    format!("{}[{id}]", indicator.id.value),
                )
            });
            for (member, name) in std::iter::once((None, indicator.id.value.clone())).chain(parts) {
                for year in years.clone() {
                    let found = as_written
                        .cell(IndicatorIdx::new(position), member, year)
                        .number();
                    let expected = reference["series"][&name][year.to_string()].as_f64();
                    close(found, expected, &format!("{} {name} {year}", case.id));
                }
            }
        }
    }
}

#[test]
fn every_result_is_as_the_reference_has_it() {
    for case in CASES {
        let Projected {
            plan, as_written, ..
        } = project(case.plan);
        let reference: Value = serde_json::from_str(case.reference).unwrap();
        let expected = reference["results"].as_object().unwrap();
        let found = outcomes(&plan, &as_written);
        assert_eq!(found.len(), expected.len(), "results of {}", case.id);
        for (label, expected) in expected {
            let outcome = found
                .get(label)
                .unwrap_or_else(|| panic!("{}: no {label}", case.id));
            assert_eq!(word(outcome.verdict), expected[0], "{}: {label}", case.id);
            // The reference leaves the value of a window to the planner, which shows the worst year.
            if let Years::In(_) = outcome.years {
                close(outcome.value, expected[1].as_f64(), label);
                close(outcome.threshold, expected[2].as_f64(), label);
            }
        }
    }
}

#[test]
fn scenarios_are_as_the_reference_has_them() {
    for case in CASES {
        let Projected {
            plan, scenarios, ..
        } = project(case.plan);
        let reference: Value = serde_json::from_str(case.reference).unwrap();
        for (scenario, projection) in scenarios {
            for (label, outcome) in outcomes(&plan, &projection) {
                let expected = &reference["scenarios"][&scenario][&label];
                assert_eq!(
                    word(outcome.verdict),
                    *expected,
                    "{} {scenario}: {label}",
                    case.id
                );
            }
        }
    }
}
