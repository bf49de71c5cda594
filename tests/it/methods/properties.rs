//! What holds of every method whatever the numbers.

use attain::engine::attain::methods::completion::{self, Path};
use attain::engine::attain::methods::per_mu::{Item, Limits, Measured, between, points};
use attain::engine::attain::methods::way::{Aim, Point, Way, growth};
use attain::engine::attain::methods::{
    Label, Unassessable, escap, eurostat, open_sdg, unsd, xiaokang,
};
use proptest::prelude::*;

/// Finite numbers of every size, and the awkward ones often.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        2 => prop::num::f64::ANY.prop_filter("finite", |x| x.is_finite()),
        1 => prop::sample::select(vec![
            0.0, -0.0, 1.0, -1.0, 0.001, 100.0, f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324,
            1.0 + f64::EPSILON,
        ]),
        2 => -1e3..1e3,
    ]
}

fn aim() -> impl Strategy<Value = Aim> {
    prop::sample::select(vec![Aim::More, Aim::Less, Aim::Exactly])
}

fn point(value: impl Strategy<Value = f64>) -> impl Strategy<Value = Point> {
    (prop_oneof![2015..2035, any::<i32>()], value).prop_map(|(year, value)| Point { year, value })
}

fn way() -> impl Strategy<Value = Way> {
    (point(value()), point(value()), point(value()), aim()).prop_map(|(base, now, goal, aim)| Way {
        base,
        now,
        goal,
        aim,
    })
}

/// A way of ordinary positive numbers whose base is short of the goal.
fn ordinary() -> impl Strategy<Value = Way> {
    let years = (1..8, 0..8);
    (1.0..1e3, 1.05..3.0, 0.1..3.0, years, any::<bool>()).prop_map(
        |(base, goal, now, (elapsed, rest), more): (f64, f64, f64, (i32, i32), bool)| Way {
            base: Point {
                year: 2020,
                value: base,
            },
            now: Point {
                year: 2020 + elapsed,
                value: base * now,
            },
            goal: Point {
                year: 2020 + elapsed + rest,
                value: if more { base * goal } else { base / goal },
            },
            aim: if more { Aim::More } else { Aim::Less },
        },
    )
}

/// The labels of a way by all methods that read one.
fn labels(way: &Way) -> Vec<Result<Label, Unassessable>> {
    vec![
        eurostat::assess(way).map(|it| Label::Eurostat(it.label)),
        open_sdg::assess(way).map(|it| Label::OpenSdg(it.label)),
        unsd::assess(way).map(|it| Label::Unsd(it.label)),
        escap::status(way).map(|it| Label::EscapStatus(it.label)),
        escap::outlook(way).map(|it| Label::EscapOutlook(it.label)),
        completion::assess(way, Path::Linear).map(|it| Label::Completion(it.label)),
        completion::assess(way, Path::Geometric).map(|it| Label::Completion(it.label)),
    ]
}

/// Every number the methods compute of a way.
fn scores(way: &Way) -> Vec<f64> {
    let mut scores = Vec::new();
    scores.extend(growth(way.base, way.now));
    scores.extend(eurostat::assess(way).map(|it| it.score));
    scores.extend(eurostat::ratio(way));
    if let Ok(it) = open_sdg::assess(way) {
        scores.extend(it.score.ratio);
        scores.push(it.score.points);
    }
    scores.extend(unsd::expected(way));
    scores.extend(unsd::assess(way).ok().and_then(|it| it.score));
    scores.extend(escap::status(way).map(|it| it.score));
    scores.extend(escap::outlook(way).map(|it| it.score));
    for path in [Path::Linear, Path::Geometric] {
        if let Ok(it) = completion::assess(way, path) {
            scores.extend([it.score.completion, it.score.due]);
        }
    }
    scores
}

proptest! {
    #[test]
    fn numbers_are_finite(way in way(), others in prop::array::uniform4(value())) {
        let [a, b, c, d] = others;
        let mut found = scores(&way);
        labels(&way);
        let degrees = [
            xiaokang::assess(a, b, way.aim),
            xiaokang::interval(a, (b, c), (d, way.goal.value)),
        ];
        for degree in degrees.into_iter().flatten() {
            prop_assert!((0.0..=100.0).contains(&degree.score), "{degree:?}");
        }
        let item = Item { benchmark: a, weight: b };
        let limits = Limits { floor: Some(c), cap: Some(d) };
        found.extend(points(item, Measured::Value(d), Limits::default()));
        found.extend(points(item, Measured::Value(c), limits));
        found.extend(between(a, b, c, d));
        prop_assert!(found.iter().all(|x| x.is_finite()), "{found:?}");
    }

    #[test]
    fn forecasts_of_shares_are_shares(
        mut observed in prop::collection::vec(point(value()), 0..6),
        year in prop_oneof![2015..2040, any::<i32>()],
        whole in value(),
        ordered in any::<bool>(),
    ) {
        if ordered {
            observed.sort_by_key(|point| point.year);
        }
        if let Ok(trend) = escap::extrapolate(&observed, whole, year) {
            prop_assert!(trend.slope.is_finite() && trend.intercept.is_finite());
            prop_assert!(trend.forecast.abs() <= whole.abs(), "{trend:?}");
        }
    }

    #[test]
    fn nobody_promises_what_moves_away(way in ordinary()) {
        let away = match way.aim {
            Aim::More => way.now.value < way.base.value,
            _ => way.now.value > way.base.value,
        };
        if away {
            for label in labels(&way) {
                prop_assert_eq!(label.map(Label::promises), Ok(Some(false)), "{:?}", way);
            }
        }
    }

    #[test]
    fn what_is_reached_is_promised_by_all(way in ordinary()) {
        if way.is_reached() {
            for label in labels(&way) {
                prop_assert_eq!(label.map(Label::promises), Ok(Some(true)), "{:?}", way);
            }
        }
    }

    #[test]
    fn the_unit_does_not_matter(way in ordinary(), exponent in -20..20) {
        let scaled = |point: Point| Point { value: point.value * f64::from(exponent).exp2(), ..point };
        let other = Way {
            base: scaled(way.base),
            now: scaled(way.now),
            goal: scaled(way.goal),
            ..way
        };
        prop_assert_eq!(labels(&other), labels(&way));
    }
}
