//! Ranges, windows, sums and averages: the default rule beyond a level in one year.

use attain::engine::attain::judge::Line;
use attain::engine::attain::progress::progress;
use attain::engine::attain::{Verdict, attain};
use attain::engine::plan::{Better, Comparison};
use serde_json::json;

use crate::models::projected;
use crate::vectors::{Vector, entries, number, numbers};

pub fn progress_into_a_range(vector: &Vector) {
    let cases = entries(vector.input("cases")).iter().map(numbers);
    for (case, expected) in cases.zip(entries(vector.expected())) {
        let (base, x) = (case[0], case[1]);
        let line = Line {
            comparison: Comparison::Between,
            threshold: case[2],
            upper: Some(case[3]),
            tolerance: 0.0,
            better: Better::Neutral,
        };
        assert_eq!(line.holds(x), expected["met"], "{case:?}");
        let distance = (-line.margin(x)).max(0.0);
        vector.check(distance, &expected["distance"], "distance");
        match progress(&line, base, x) {
            Some(share) => vector.check(share, &expected["progress"], "progress"),
            None => assert!(expected["progress"].is_null(), "{case:?}"),
        }
    }
}

pub fn every_year(vector: &Vector) {
    let years = numbers(vector.input("years"));
    let values = numbers(vector.input("values"));
    let observed: serde_json::Map<_, _> = years
        .iter()
        .zip(&values)
        .map(|(year, value)| (year.to_string(), json!(value)))
        .collect();
    let (first, last) = (years[0], *years.last().unwrap());
    let target = vector.number("target");
    assert_eq!(vector.number("d"), -1.0);
    let projection = projected(&json!({
        "format": 1, "id": "p", "title": "p", "period": {"start": first, "end": last},
        "indicators": [
            {"id": "x", "name": "x", "unit": "%", "better": "lower", "observed": observed}
        ],
        "targets": [
            {"id": "every", "of": "x", "every": [first, last], "at_most": target},
            {"id": "end", "of": "x", "in": last, "at_most": target}
        ]
    }));
    let outcomes = attain(&projection);
    let (every, end) = (&outcomes[0], &outcomes[1]);
    let expected = vector.expected();
    let is_attained = |verdict| verdict == Verdict::Attained;
    assert_eq!(is_attained(every.verdict), expected["met_every_year"]);
    assert_eq!(is_attained(end.verdict), expected["met_at_target_year"]);
    assert_eq!(
        f64::from(end.first_attained.unwrap()),
        number(&expected["first_met"])
    );
    assert_eq!(
        f64::from(every.first_breach.unwrap()),
        number(&expected["first_lost"])
    );
    vector.check(every.margin.unwrap(), &expected["worst_margin"], "margin");
    let line = Line {
        comparison: Comparison::AtMost,
        threshold: target,
        upper: None,
        tolerance: 0.0,
        better: Better::Lower,
    };
    let met = values.iter().filter(|&&x| line.holds(x)).count();
    assert_eq!(met as f64, number(&expected["years_met"]));
}

pub fn average_and_sum(vector: &Vector) {
    let flows = numbers(vector.input("flows"));
    let years = flows.len();
    let observed: serde_json::Map<_, _> = (2021..)
        .zip(&flows)
        .map(|(year, flow)| (year.to_string(), json!(flow)))
        .collect();
    let (average, sum) = (
        vector.number("target_average"),
        vector.number("target_cumulative"),
    );
    let projection = projected(&json!({
        "format": 1, "id": "p", "title": "p", "period": {"start": 2021, "end": 2025},
        "indicators": [
            {"id": "x", "name": "x", "unit": "亿元", "better": "higher", "observed": observed}
        ],
        "targets": [
            {"id": "sum", "of": "cumulative(x, 2021)", "in": 2025, "at_least": sum},
            {"id": "average", "of": format!("cumulative(x, 2021) / {years}"), "unit": "亿元",
             "in": 2025, "at_least": average}
        ]
    }));
    let outcomes = attain(&projection);
    let expected = vector.expected();
    for (outcome, value, met) in [
        (&outcomes[0], "cumulative", "met_cumulative"),
        (&outcomes[1], "average", "met_average"),
    ] {
        vector.check(outcome.value.unwrap(), &expected[value], value);
        assert_eq!(outcome.verdict == Verdict::Attained, expected[met], "{met}");
    }
    let above = flows.iter().filter(|&&flow| flow >= average).count();
    assert_eq!(above as f64, number(&expected["years_at_or_above_12"]));
}
