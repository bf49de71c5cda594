//! Values with unknown members: a verdict is given where no value of theirs could change it, and only there.

use attain::engine::attain::{Outcome, Verdict, attain};
use attain::engine::eval::op::Operation;
use attain::engine::eval::{Evaluator, Interval};
use attain::engine::index::{AssumptionIdx, IndicatorIdx, MemberIdx};
use attain::engine::inputs::Setting;
use attain::engine::model::Root;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::models::{model_of, projected};

/// Nine clusters like those of Yangjiang: scale is known of five of them in 2027 (1200, 800, 300, 90, 50), the cluster
/// `i` is not counted at all, and growth is awaited for one.
fn plan(target: &Value) -> Value {
    let mut target = target.clone();
    let fields = target.as_object_mut().unwrap();
    fields.insert("id".to_owned(), json!("t"));
    let members: Vec<Value> = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
        .iter()
        .map(|id| json!({ "id": id }))
        .collect();
    let known = [("a", 1200), ("b", 800), ("c", 300), ("d", 90), ("e", 50)];
    let observed: serde_json::Map<String, Value> = known
        .iter()
        .map(|(id, scale)| ((*id).to_owned(), json!({ "2027": scale })))
        .collect();
    json!({
        "format": 1, "id": "p", "title": "p", "period": { "start": 2023, "end": 2027 },
        "sets": [{ "id": "clusters", "name": "clusters", "counter": "个", "members": members }],
        "assumptions": [
            { "id": "least", "name": "least", "unit": "亿元", "value": 1000, "basis": "expert" },
            { "id": "pending", "name": "pending", "unit": "个", "awaits": "pending" },
        ],
        "indicators": [
            { "id": "scale", "name": "scale", "unit": "亿元", "better": "higher", "over": "clusters", "observed": observed, "except": ["i"] },
            { "id": "big", "name": "big", "unit": "个", "better": "higher", "formula": "count(scale >= least)" },
            { "id": "bigger", "name": "bigger", "unit": "个", "better": "higher",
              "formula": { "2026": "1个", "2027": "prev(bigger) + big" } },
        ],
        "targets": [target],
    })
}

fn outcome(target: &Value) -> Outcome {
    attain(&projected(&plan(target))).remove(0)
}

/// Lower and upper end, none where nothing is open.
fn range(outcome: &Outcome) -> Option<(f64, f64)> {
    outcome.range.map(|range| (range.low, range.high))
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table")]
fn a_verdict_that_unknown_members_cannot_change_is_given() {
    use Verdict::{Attained, Missed, Undetermined};
    const INF: f64 = f64::INFINITY;
    let count = "count(scale >= 100亿元)";
    let table = [
        // Three are certain, three more possible.
        (
            json!({ "of": count, "in": 2027, "at_least": 3 }),
            Attained,
            (3.0, 6.0),
        ),
        (
            json!({ "of": count, "in": 2027, "at_least": 4 }),
            Undetermined,
            (3.0, 6.0),
        ),
        (
            json!({ "of": count, "in": 2027, "at_least": 7 }),
            Missed,
            (3.0, 6.0),
        ),
        (
            json!({ "of": count, "in": 2027, "more_than": 3 }),
            Undetermined,
            (3.0, 6.0),
        ),
        (
            json!({ "of": count, "in": 2027, "more_than": 2 }),
            Attained,
            (3.0, 6.0),
        ),
        (
            json!({ "of": count, "in": 2027, "less_than": 3 }),
            Missed,
            (3.0, 6.0),
        ),
        (
            json!({ "of": count, "in": 2027, "at_most": 6 }),
            Attained,
            (3.0, 6.0),
        ),
        (
            json!({ "of": count, "in": 2027, "between": [2, 6] }),
            Attained,
            (3.0, 6.0),
        ),
        (
            json!({ "of": count, "in": 2027, "between": [4, 5] }),
            Undetermined,
            (3.0, 6.0),
        ),
        (
            json!({ "of": count, "in": 2027, "between": [7, 9] }),
            Missed,
            (3.0, 6.0),
        ),
        (
            json!({ "of": count, "in": 2027, "between": [1, 2] }),
            Missed,
            (3.0, 6.0),
        ),
        // One exists; not all do; none does.
        (
            json!({ "of": "count(scale >= 1000亿元)", "in": 2027, "at_least": 1 }),
            Attained,
            (1.0, 4.0),
        ),
        (
            json!({ "of": "count(scale >= 60亿元)", "in": 2027, "at_least": 8 }),
            Missed,
            (4.0, 7.0),
        ),
        (
            json!({ "of": "count(scale >= 2000亿元)", "in": 2027, "at_least": 1 }),
            Undetermined,
            (0.0, 3.0),
        ),
        // Through an indicator, with an assumption, added up, as a share.
        (
            json!({ "of": "big", "in": 2027, "at_least": 1 }),
            Attained,
            (1.0, 4.0),
        ),
        (
            json!({ "of": "bigger", "in": 2027, "at_least": 2 }),
            Attained,
            (2.0, 5.0),
        ),
        (
            json!({ "of": "bigger", "in": 2027, "at_least": 6 }),
            Missed,
            (2.0, 5.0),
        ),
        (
            json!({ "of": "big / 8个", "unit": "%", "in": 2027, "at_most": 50 }),
            Attained,
            (12.5, 50.0),
        ),
        (
            json!({ "of": "cumulative(big, 2027)", "in": 2027, "at_least": 1 }),
            Attained,
            (1.0, 4.0),
        ),
        // Conditions joined: the first alone decides for those it fails for.
        (
            json!({ "of": "count(scale >= 100亿元 and scale < 1000亿元)", "in": 2027, "at_least": 2 }),
            Attained,
            (2.0, 5.0),
        ),
        (
            json!({ "of": "count(not (scale >= 100亿元))", "in": 2027, "at_least": 6 }),
            Missed,
            (2.0, 5.0),
        ),
        // Terms that cannot be negative, the largest and the smallest member.
        (
            json!({ "of": "sum(max(scale, 0亿元))", "in": 2027, "at_least": 2400 }),
            Attained,
            (2440.0, INF),
        ),
        (
            json!({ "of": "sum(max(scale, 0亿元))", "in": 2027, "at_most": 2400 }),
            Missed,
            (2440.0, INF),
        ),
        (
            json!({ "of": "sum(abs(scale))", "in": 2027, "at_least": 2500 }),
            Undetermined,
            (2440.0, INF),
        ),
        (
            json!({ "of": "sum(min(max(scale, 0亿元), 100亿元))", "in": 2027, "at_most": 740 }),
            Attained,
            (440.0, 740.0),
        ),
        (
            json!({ "of": "max(scale)", "in": 2027, "at_least": 1000 }),
            Attained,
            (1200.0, INF),
        ),
        (
            json!({ "of": "min(scale)", "in": 2027, "at_least": 60 }),
            Missed,
            (-INF, 50.0),
        ),
        (
            json!({ "of": "sum(if(scale >= 100亿元, 1个, 0个))", "unit": "个", "in": 2027, "at_least": 3 }),
            Attained,
            (3.0, 6.0),
        ),
    ];
    for (target, verdict, expected) in table {
        let outcome = outcome(&target);
        assert_eq!(
            (outcome.verdict, range(&outcome)),
            (verdict, Some(expected)),
            "{target}"
        );
        assert_eq!(outcome.value, None, "{target}");
        assert_eq!(
            outcome.roots.is_empty(),
            verdict != Undetermined,
            "{target}: {:?}",
            outcome.roots
        );
        assert!(!outcome.is_final, "{target}");
    }
}

/// A sum, a mean or a single member has no bounds, and neither has what is divided by something that may be nothing.
#[test]
fn what_unknown_members_can_change_stays_undetermined() {
    for of in [
        "sum(scale)",
        "mean(scale)",
        "scale[f]",
        "sum(scale) / big * 1个",
        "1000亿元 * (10个 / count(scale >= 2000亿元))",
    ] {
        let outcome = outcome(&json!({ "of": of, "unit": "亿元", "in": 2027, "at_least": 100 }));
        assert_eq!(outcome.verdict, Verdict::Undetermined, "{of}");
        let of_scale = |root: &Root| matches!(root, Root::NotObserved(index, Some(_), 2027) if *index == IndicatorIdx::new(0));
        assert!(
            outcome.roots.iter().all(of_scale) && !outcome.roots.is_empty(),
            "{of}: {:?}",
            outcome.roots
        );
    }
}

/// The members that leave it open are named, and no others.
#[test]
fn unknown_members_are_named() {
    let outcome = outcome(&json!({ "of": "count(scale >= 100亿元)", "in": 2027, "at_least": 4 }));
    let unknown =
        [5, 6, 7].map(|at| Root::NotObserved(IndicatorIdx::new(0), Some(MemberIdx::new(at)), 2027));
    assert_eq!(outcome.roots, unknown);
    let awaited = self::outcome(
        &json!({ "of": "count(scale >= 100亿元)", "in": 2027, "at_least": "pending" }),
    );
    assert_eq!(
        (awaited.verdict, range(&awaited)),
        (Verdict::Undetermined, Some((3.0, 6.0)))
    );
    assert!(
        awaited
            .roots
            .contains(&Root::Awaited(AssumptionIdx::new(1)))
    );
}

/// A window is decided by a year that is; the year shown is the worst, as always.
#[test]
fn windows_of_counts() {
    let of = "count(scale >= 100亿元)";
    let missed = outcome(&json!({ "of": of, "every": [2026, 2027], "at_least": 9 }));
    assert_eq!(
        (missed.verdict, missed.first_breach),
        (Verdict::Missed, Some(2026))
    );
    let open = outcome(&json!({ "of": of, "every": [2026, 2027], "at_least": 3 }));
    assert_eq!(
        (open.verdict, range(&open)),
        (Verdict::Undetermined, Some((3.0, 6.0)))
    );
    let once = outcome(&json!({ "of": of, "by": 2027, "at_least": 3 }));
    assert_eq!(
        (once.verdict, once.year, range(&once)),
        (Verdict::Attained, 2027, Some((3.0, 6.0)))
    );
}

/// Bounds follow the sliders.
#[test]
fn bounds_move_with_assumptions() {
    let model = model_of(&plan(&json!({ "of": "big", "in": 2027, "at_least": 2 })).to_string());
    let mut evaluator = Evaluator::new(model.clone(), model.defaults());
    for (least, verdict, expected) in [
        (1000.0, Verdict::Undetermined, (1.0, 4.0)),
        (500.0, Verdict::Attained, (2.0, 5.0)),
        (5000.0, Verdict::Undetermined, (0.0, 3.0)),
    ] {
        evaluator.set(AssumptionIdx::new(0), None, &Setting::Constant(least));
        let outcome = attain(&evaluator.projection()).remove(0);
        assert_eq!(
            (outcome.verdict, range(&outcome)),
            (verdict, Some(expected)),
            "{least}"
        );
    }
}

const OPERATIONS: [Operation; 28] = [
    Operation::Negate,
    Operation::Absolute,
    Operation::SquareRoot,
    Operation::Exponential,
    Operation::Logarithm,
    Operation::Not,
    Operation::Add,
    Operation::Subtract,
    Operation::Multiply,
    Operation::Divide,
    Operation::Power,
    Operation::Minimum,
    Operation::Maximum,
    Operation::Round,
    Operation::Floor,
    Operation::Ceiling,
    Operation::Less,
    Operation::AtMost,
    Operation::Greater,
    Operation::AtLeast,
    Operation::Equal,
    Operation::Unequal,
    Operation::And,
    Operation::Or,
    Operation::Growth,
    Operation::AverageGrowth,
    Operation::If,
    Operation::Add,
];

fn interval() -> impl Strategy<Value = Interval> {
    let end = || {
        prop_oneof![
            -50.0..50.0,
            Just(0.0),
            Just(1.0),
            Just(2.0),
            (-3_i32..4).prop_map(f64::from)
        ]
    };
    let size = prop_oneof![2 => 0.0..20.0, 1 => Just(0.0), 1 => Just(f64::INFINITY)];
    (end(), size, any::<bool>()).prop_map(|(end, size, is_lower)| {
        if is_lower {
            Interval::new(end, end + size)
        } else {
            Interval::new(end - size, end)
        }
    })
}

/// A value between the bounds.
fn inside(bounds: Interval, share: f64) -> f64 {
    let low = if bounds.low.is_finite() {
        bounds.low
    } else {
        bounds.high.min(0.0) - 1e6
    };
    let high = if bounds.high.is_finite() {
        bounds.high
    } else {
        bounds.low.max(0.0) + 1e6
    };
    (low + (high - low) * share).clamp(low, high)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bounds_hold_every_value(at in 0..OPERATIONS.len(), bounds in [interval(), interval(), interval()], shares in [0.0..=1.0, 0.0..=1.0, 0.0..=1.0]) {
        let operation = OPERATIONS[at];
        let conditions = match operation {
            Operation::Not | Operation::If => 1,
            Operation::And | Operation::Or => 2,
            _ => 0,
        };
        let (mut bounds, mut values) = (bounds, [0, 1, 2].map(|at| inside(bounds[at], shares[at])));
        for at in 0..conditions {
            values[at] = shares[at].round();
            bounds[at] = if shares[at] > 0.75 { Interval::point(1.0) } else { Interval::new(0.0, 1.0) };
        }
        let found = Interval::apply(operation, bounds[0], bounds[1], bounds[2]);
        let value = operation.apply(values[0], values[1], values[2]);
        if value.is_finite() {
            let noise = 1e-9 * value.abs().max(1e-9);
            prop_assert!(found.low - noise <= value && value <= found.high + noise, "{operation:?} of {values:?} in {bounds:?}: {value} outside {found:?}");
        }
    }
}
