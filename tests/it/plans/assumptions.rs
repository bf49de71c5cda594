//! The assumptions of the shipped plans: each may be moved, says how uncertain it is and what it rests on; what rests on
//! a document is arithmetic over what the document prints.

use attain::engine::index::AssumptionIdx;
use attain::engine::inputs::Setting;
use attain::engine::plan::{Assumption, Basis, Distribution, Draws};
use serde_json::Value;

use super::PLANS;
use super::printed::{numbers, quotes};
use crate::models::with_diagnostics;

/// The least and the greatest that may be drawn, and what is most likely.
fn span(distribution: Distribution) -> (f64, f64, f64) {
    match distribution {
        Distribution::Pert(least, likely, greatest)
        | Distribution::Triangular(least, likely, greatest) => (least, likely, greatest),
        other => panic!("{other:?} has no ends"),
    }
}

/// Every default of an assumption, by member and year.
fn defaults(settings: &[Option<Setting>]) -> Vec<f64> {
    let values = |setting: &Setting| match setting {
        Setting::Constant(value) => vec![*value],
        Setting::ByYear(points) => points.values().copied().collect(),
    };
    settings.iter().flatten().flat_map(values).collect()
}

#[test]
fn every_assumption_has_a_range_and_an_uncertainty_within_it() {
    for plan in PLANS {
        let (read, model, _) = with_diagnostics(plan.text);
        for (position, assumption) in read.assumptions.iter().enumerate() {
            if assumption.awaits.is_some() || !assumption.options.is_empty() {
                continue;
            }
            let id = format!("{}: {}", plan.id, assumption.id.value);
            let (Some(min), Some(max), Some(step)) =
                (assumption.min, assumption.max, assumption.step)
            else {
                panic!("{id} has no slider");
            };
            let uncertainty = assumption.uncertainty.unwrap_or_else(|| panic!("{id}"));
            let (least, likely, greatest) = span(uncertainty.distribution);
            let index = AssumptionIdx::new(position);
            for value in defaults(&model.defaults().0[index.at()]) {
                let drawn = match uncertainty.draws {
                    Draws::Value => [least, likely, greatest],
                    Draws::Factor => [least, likely, greatest].map(|factor| factor * value),
                    Draws::Shift => [least, likely, greatest].map(|shift| shift + value),
                };
                let margin = 1e-9 * max.abs();
                assert!(
                    drawn[0] >= min - margin && drawn[2] <= max + margin,
                    "{id}: {drawn:?} outside {min} to {max}"
                );
                assert!(
                    (drawn[1] - value).abs() <= step.max(0.05 * value.abs()),
                    "{id}: {value} is not the most likely of {drawn:?}"
                );
            }
        }
    }
}

/// Values that differ draw a factor or shift: a distribution of the value itself would make them all the same.
#[test]
fn values_that_differ_do_not_share_a_distribution() {
    for plan in PLANS {
        let (read, model, _) = with_diagnostics(plan.text);
        for (position, assumption) in read.assumptions.iter().enumerate() {
            let values = defaults(&model.defaults().0[position]);
            let differ = values.windows(2).any(|pair| pair[0] != pair[1]);
            let draws = assumption.uncertainty.map(|uncertainty| uncertainty.draws);
            assert!(
                !differ || draws != Some(Draws::Value),
                "{}: {}",
                plan.id,
                assumption.id.value
            );
        }
    }
}

#[test]
fn every_value_says_what_it_rests_on() {
    for plan in PLANS {
        for item in plan.items("assumptions") {
            let id = format!("{}: {}", plan.id, item["id"]);
            if item.get("awaits").is_some() {
                assert!(item.get("from").is_some(), "{id}");
            } else {
                assert!(item.get("basis").is_some(), "{id}");
                assert!(item.get("derivation").is_some(), "{id}");
            }
        }
    }
}

/// Values from the plan without a printed figure: “every year” is one and “every quarter” four, and the way to 100 % of
/// the parks starts from a base that is not printed.
const UNPRINTED: [&str; 5] = [
    "plans_yearly",
    "quarterly_yearly",
    "reports_yearly",
    "reviews_yearly",
    "new_retrofitted",
];

#[test]
fn values_from_the_document_are_arithmetic_over_its_figures() {
    let mut unprinted = Vec::new();
    for plan in PLANS {
        let (read, ..) = with_diagnostics(plan.text);
        for (item, assumption) in plan.items("assumptions").iter().zip(&read.assumptions) {
            let rests_on_document = matches!(assumption.basis, Basis::History | Basis::Plan);
            if !rests_on_document || is_unprinted(assumption) {
                continue;
            }
            let printed = numbers(&quotes(item));
            let mut used = Vec::new();
            stated(&item["value"], &mut used);
            used.retain(|number| *number != 0.0 && !printed.contains(number));
            if !used.is_empty() {
                unprinted.push(format!("{}: {}: {used:?}", plan.id, assumption.id.value));
            }
        }
    }
    assert!(unprinted.is_empty(), "{unprinted:#?}");
}

fn is_unprinted(assumption: &Assumption) -> bool {
    UNPRINTED.contains(&assumption.id.value.as_str()) || !assumption.options.is_empty()
}

/// The plain numbers of a value, and those with a unit in its formulas. Bare ones in formulas are counts of years.
fn stated(value: &Value, into: &mut Vec<f64>) {
    match value {
        Value::Number(number) => into.push(number.as_f64().unwrap()),
        Value::String(formula) => into.extend(with_unit(formula)),
        Value::Object(entries) => entries.values().for_each(|value| stated(value, into)),
        _ => {}
    }
}

fn with_unit(formula: &str) -> Vec<f64> {
    let is_separator = |letter: char| " ()+-*/^".contains(letter);
    let words = formula.split(is_separator);
    let literals = words.filter(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    literals
        .filter(|word| word.contains(|letter: char| !letter.is_ascii_digit() && letter != '.'))
        .flat_map(|word| numbers(word).into_iter().take(1))
        .collect()
}
