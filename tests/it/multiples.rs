//! Small charts of the members of a set.

use std::sync::Arc;

use attain::engine::attain::attain;
use attain::engine::eval::Evaluator;
use attain::engine::index::TargetIdx;
use attain::engine::lang::Lang;
use attain::view::multiples::{Small, multiples};
use attain::view::results::Results;
use attain::view::spark::HEIGHT;
use attain::view::status::Status;

use crate::models::plan_and_model;

/// Three towns at 0, 5 and 10 in both years, asked for 5 each; `c` is left out of the target.
fn smalls(targets: &str) -> Vec<Small> {
    let text = format!(
        r#"{{ "format": 1, "id": "p", "title": "p", "period": {{ "start": 2024, "end": 2025 }},
            "sets": [{{ "id": "towns", "name": "镇", "members": [
                {{ "id": "a", "name": "甲" }}, {{ "id": "b", "name": "乙" }}, {{ "id": "c", "name": "丙" }}] }}],
            "assumptions": [{{ "id": "x", "name": "x", "unit": "亩", "over": "towns", "value": {{ "a": 0, "b": 10, "c": 5 }}, "basis": "expert" }}],
            "indicators": [{{ "id": "y", "name": "y", "unit": "亩", "over": "towns", "whole": "sum", "better": "higher", "formula": "x" }}],
            "targets": [{targets}] }}"#
    );
    let (plan, model) = plan_and_model(&text);
    let projection = Evaluator::new(Arc::clone(&model), model.defaults()).projection();
    let results = Results::new(attain(&projection));
    multiples(
        &plan,
        &projection,
        &projection,
        &results,
        TargetIdx::new(0),
        Lang::Zh,
    )
}

#[test]
fn members_stand_over_one_range_of_values() {
    let smalls = smalls(r#"{ "id": "t", "of": "y", "in": 2025, "at_least": { "a": 5, "b": 5 } }"#);
    let told: Vec<_> = smalls
        .iter()
        .map(|small| (small.name.as_str(), small.value.as_str(), small.status))
        .collect();
    assert_eq!(
        told,
        [
            ("甲", "0\u{a0}亩", Some(Status::Missed)),
            ("乙", "10\u{a0}亩", Some(Status::Attained)),
        ]
    );
    // Zero lies on the floor, ten at the top, five between.
    let heights: Vec<f64> = smalls
        .iter()
        .map(|small| {
            let path = small.spark.projected.trim_start_matches('M');
            let place = path.split(['h', 'L']).next().unwrap();
            place.split(' ').nth(1).unwrap().parse().unwrap()
        })
        .collect();
    assert_eq!(heights, [HEIGHT - 4.0, 4.0]);
    for small in &smalls {
        assert!(
            small.spark.marks[0]
                .1
                .contains(&format!(" {:.1}h", HEIGHT / 2.0))
        );
    }
}

#[test]
fn a_target_about_the_whole_has_none() {
    assert_eq!(
        smalls(r#"{ "id": "t", "of": "sum(y)", "in": 2025, "at_least": 10 }"#),
        []
    );
}
