//! Verdict, margin, progress, band and schedule against reference vectors, and the rules no vector covers.

mod happened;
mod open;
mod ranges;

use attain::engine::attain::Band;
use attain::engine::attain::judge::Line;
use attain::engine::attain::progress::{band, geometric_share, linear_share, progress};
use attain::engine::number::{at_least, greater};
use attain::engine::plan::{Better, Comparison};
use serde_json::Value;

use crate::vectors::{all, vector};

fn line(comparison: Comparison, threshold: f64) -> Line {
    Line {
        comparison,
        threshold,
        upper: None,
        tolerance: 0.05,
        better: Better::Higher,
    }
}

fn name(band: Band) -> &'static str {
    match band {
        Band::Attained => "attained",
        Band::Maintained => "maintained",
        Band::Lost => "lost",
        Band::AtLineNotMet => "at_line_not_met",
        Band::Near => "near",
        Band::AccelerationNeeded => "acceleration_needed",
        Band::Stagnation => "stagnation",
        Band::MovingAway => "moving_away",
    }
}

fn close(found: f64, expected: &Value, what: &str) {
    let expected = expected.as_f64().unwrap();
    assert!(
        (found - expected).abs() <= 1e-9,
        "{what}: {found} instead of {expected}"
    );
}

#[test]
fn default_rule_vectors() {
    let mut count = 0;
    for vector in all().into_iter().filter(|it| it.group() == "default") {
        let (id, inputs, expected) = (
            vector["id"].as_str().unwrap(),
            &vector["inputs"],
            &vector["expected"],
        );
        if id == "DF-18" {
            continue; // the schedule, below
        }
        let number = |key: &str| inputs[key].as_f64().unwrap();
        // A lower-is-better threshold that must be reached is an upper bound.
        let comparison = match (inputs["op"].as_str().unwrap(), number("direction") > 0.0) {
            ("at_least", true) => Comparison::AtLeast,
            ("at_least", false) => Comparison::AtMost,
            (other, _) => panic!("{id}: operator {other}"),
        };
        let line = line(comparison, number("target"));
        let (base, x) = (number("x0"), number("x"));
        assert_eq!(
            line.holds(x),
            expected["met"].as_bool().unwrap(),
            "{id}: met"
        );
        close(
            line.margin(x),
            &expected["margin"],
            &format!("{id}: margin"),
        );
        match progress(&line, base, x) {
            Some(progress) => close(progress, &expected["E"], &format!("{id}: progress")),
            None => assert!(expected["E"].is_null(), "{id}: progress"),
        }
        assert_eq!(
            name(band(&line, Some(base), x).unwrap()),
            expected["band"],
            "{id}: band"
        );
        count += 1;
    }
    assert_eq!(count, 10);
}

#[test]
fn schedule_vector() {
    let vector = vector("DF-18");
    let (inputs, expected) = (&vector["inputs"], &vector["expected"]);
    let number = |key: &str| inputs[key].as_f64().unwrap();
    let line = line(Comparison::AtLeast, number("target"));
    let (elapsed, years) = (number("t") - number("t0"), number("T") - number("t0"));
    let completion = progress(&line, number("x0"), number("x")).unwrap();
    close(completion, &expected["linear"]["completion"], "completion");
    close(
        linear_share(elapsed, years),
        &expected["linear"]["path_share"],
        "linear share",
    );
    let geometric = geometric_share(number("x0"), number("target"), elapsed, years);
    close(
        geometric,
        &expected["geometric"]["path_share"],
        "geometric share",
    );
    close(
        completion - geometric,
        &expected["geometric"]["ahead"],
        "ahead of the geometric path",
    );
}

#[test]
fn comparisons_absorb_noise_and_nothing_else() {
    let vector = vector("TR-09");
    let cases = vector["inputs"]["cases"]
        .as_array()
        .unwrap()
        .iter()
        .zip(vector["expected"].as_array().unwrap());
    for (case, expected) in cases {
        let (x, threshold) = (case[0].as_f64().unwrap(), case[2].as_f64().unwrap());
        let holds = match case[1].as_str().unwrap() {
            "gte" => line(Comparison::AtLeast, threshold).holds(x),
            "gt" => line(Comparison::MoreThan, threshold).holds(x),
            "lte" => line(Comparison::AtMost, threshold).holds(x),
            "lt" => line(Comparison::LessThan, threshold).holds(x),
            other => panic!("operator {other}"),
        };
        assert_eq!(holds, expected.as_bool().unwrap(), "{case}");
    }
}

#[test]
fn nearly_is_not_attained() {
    let inputs = &vector("TR-08")["inputs"];
    let line = line(Comparison::AtLeast, inputs["target"].as_f64().unwrap());
    assert!(!line.holds(inputs["value"].as_f64().unwrap()));
}

#[test]
fn about_is_one_sided_towards_better() {
    let vector = vector("TR-14");
    let number = |key: &str| vector["inputs"][key].as_f64().unwrap();
    let about = |better| Line {
        tolerance: number("about_tolerance_rel"),
        better,
        ..line(Comparison::About, 20.0)
    };
    let actual = number("actual");
    assert_eq!(
        about(Better::Higher).holds(actual),
        vector["expected"]["met_about"].as_bool().unwrap()
    );
    assert_eq!(
        line(Comparison::AtLeast, 20.0).holds(actual),
        vector["expected"]["met_strict"].as_bool().unwrap()
    );
    // Far beyond on the better side is fine; on the other side, and for a neutral quantity on both, it is not.
    let table = [
        (Better::Higher, 40.0, true),
        (Better::Higher, 18.9, false),
        (Better::Lower, 5.0, true),
        (Better::Lower, 21.0, true),
        (Better::Lower, 21.1, false),
        (Better::Neutral, 19.0, true),
        (Better::Neutral, 21.1, false),
        (Better::Neutral, 18.9, false),
    ];
    for (better, x, holds) in table {
        assert_eq!(about(better).holds(x), holds, "{better:?} {x}");
        assert_eq!(
            at_least(about(better).margin(x), 0.0),
            holds,
            "margin of {better:?} {x}"
        );
    }
}

#[test]
fn between_includes_both_ends() {
    let range = Line {
        upper: Some(20.0),
        ..line(Comparison::Between, 10.0)
    };
    for (x, holds, margin) in [
        (10.0, true, 0.0),
        (20.0, true, 0.0),
        (12.0, true, 2.0),
        (9.0, false, -1.0),
        (23.0, false, -3.0),
    ] {
        assert_eq!(range.holds(x), holds, "{x}");
        assert!((range.margin(x) - margin).abs() < 1e-12, "{x}");
    }
    // Progress into a range is the share of the distance that is gone; a base inside has none.
    assert_eq!(progress(&range, 2.0, 6.0), Some(0.5));
    assert_eq!(progress(&range, 15.0, 6.0), None);
    assert_eq!(band(&range, Some(15.0), 6.0), Some(Band::Lost));
}

#[test]
fn a_strict_line_reached_exactly_is_not_lost() {
    assert_eq!(
        band(&line(Comparison::MoreThan, 40.0), Some(40.0), 40.0),
        Some(Band::AtLineNotMet)
    );
    assert_eq!(
        band(&line(Comparison::MoreThan, 40.0), Some(45.0), 40.0),
        Some(Band::Lost)
    );
    assert_eq!(
        band(&line(Comparison::AtLeast, 40.0), Some(45.0), 40.0),
        Some(Band::Maintained)
    );
}

#[test]
fn nothing_compares_with_nan() {
    for comparison in [
        Comparison::AtLeast,
        Comparison::MoreThan,
        Comparison::AtMost,
        Comparison::LessThan,
    ] {
        assert!(!line(comparison, 1.0).holds(f64::NAN), "{comparison:?}");
        assert!(!line(comparison, f64::NAN).holds(1.0), "{comparison:?}");
    }
    assert!(!greater(f64::NAN, 0.0) && !at_least(0.0, f64::NAN));
}
