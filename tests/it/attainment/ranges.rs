//! `between` by year and by member, and stretches by member: each result is judged by its own ends.

use attain::engine::attain::{Outcome, Verdict, attain};
use attain::engine::index::MemberIdx;
use serde_json::{Value, json};

use crate::models::projected;

/// The outcomes of a target in a plan where x is 11, 12 and 13 from 2025 on, and the towns come to 5 and 9 in 2027.
fn outcomes(target: &Value) -> Vec<Outcome> {
    let mut target = target.clone();
    target["id"] = json!("t");
    attain(&projected(&json!({
        "format": 1, "id": "p", "title": "p", "period": { "start": 2025, "end": 2027 },
        "sets": [{ "id": "towns", "name": "towns", "members": [{ "id": "a" }, { "id": "b" }] }],
        "assumptions": [{ "id": "limit", "name": "limit", "unit": "家", "value": 12, "basis": "expert" }],
        "indicators": [
            { "id": "x", "name": "x", "unit": "家", "better": "higher", "observed": { "2024": 10 }, "formula": "prev(x) + 1家" },
            { "id": "town", "name": "town", "unit": "家", "better": "higher", "over": "towns", "whole": "sum",
              "observed": { "a": { "2026": 4 }, "b": { "2026": 8 } }, "formula": "prev(town) + 1家" },
        ],
        "targets": [target],
    })))
}

/// Member, year, verdict, and both ends.
fn told(target: &Value) -> Vec<(Option<usize>, i32, Verdict, f64, f64)> {
    let one = |outcome: &Outcome| {
        (
            outcome.member.map(MemberIdx::at),
            outcome.year,
            outcome.verdict,
            outcome.threshold.unwrap(),
            outcome.edge.unwrap(),
        )
    };
    outcomes(target).iter().map(one).collect()
}

#[test]
fn every_year_has_its_own_ends() {
    use Verdict::{Attained, Missed};
    let target = json!({ "of": "x", "between": {
        "2025": [10, 11], "2026": [12.5, 13], "2027": ["limit", "x[2024] + 3家"]
    } });
    assert_eq!(
        told(&target),
        [
            (None, 2025, Attained, 10.0, 11.0),
            (None, 2026, Missed, 12.5, 13.0),
            (None, 2027, Attained, 12.0, 13.0),
        ]
    );
    // The margin is that to the nearer end: 12 lies half a unit below 12.5.
    assert_eq!(outcomes(&target)[1].margin, Some(-0.5));
}

#[test]
fn every_member_has_its_own_ends() {
    use Verdict::{Attained, Missed};
    let target = json!({ "of": "town", "between": {
        "a": { "2027": [4, 6] }, "*": { "2027": [1, "limit - 4家"] }, "all": { "2027": ["limit + 2家", 14] }
    } });
    assert_eq!(
        told(&target),
        [
            (Some(0), 2027, Attained, 4.0, 6.0),
            (Some(1), 2027, Missed, 1.0, 8.0),
            (None, 2027, Attained, 14.0, 14.0),
        ]
    );
    // The whole alone.
    let target = json!({ "of": "town", "in": 2027, "between": { "all": [13, 15] } });
    assert_eq!(told(&target), [(None, 2027, Attained, 13.0, 15.0)]);
    // The same ends for all of them.
    let target = json!({ "of": "town", "in": 2027, "between": { "*": [5, 8] } });
    assert_eq!(
        told(&target),
        [
            (Some(0), 2027, Attained, 5.0, 8.0),
            (Some(1), 2027, Missed, 5.0, 8.0),
        ]
    );
}

#[test]
fn every_member_has_its_own_stretch() {
    let target = json!({
        "of": "town", "in": 2027, "at_least": { "*": 4, "all": 10 }, "stretch": { "a": 6, "*": 9 }
    });
    let stretches: Vec<_> = outcomes(&target)
        .iter()
        .map(|outcome| outcome.stretch)
        .collect();
    assert_eq!(
        stretches,
        [
            Some((6.0, Verdict::Missed)),
            Some((9.0, Verdict::Attained)),
            None
        ]
    );
}
