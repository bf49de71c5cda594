//! Noise of floating point at a threshold: it never attains a strict target, and never misses one that is not.

use std::sync::Arc;

use attain::engine::attain::{Verdict, attain};
use attain::engine::eval::Evaluator;
use attain::engine::index::IndicatorIdx;
use proptest::prelude::*;
use serde_json::json;

use crate::models::with_diagnostics;

/// Every comparison of a value with a line, as a target's verdict and as a formula.
fn compared(x: f64, line: f64) -> [(bool, bool); 4] {
    let comparisons = [
        ("at_least", ">="),
        ("more_than", ">"),
        ("at_most", "<="),
        ("less_than", "<"),
    ];
    let assumption = |id: &str, value: f64| json!({ "id": id, "name": id, "unit": "1", "value": value, "basis": "expert" });
    let indicator = |id: String, formula: String| json!({ "id": id, "name": id, "unit": "1", "better": "neutral", "formula": formula });
    let of_sign = |(at, (_, sign)): (usize, &(&str, &str))| {
        indicator(format!("f{at}"), format!("if(x {sign} line, 1, 0)"))
    };
    let mut indicators: Vec<_> = comparisons.iter().enumerate().map(of_sign).collect();
    indicators.push(indicator("y".to_owned(), "x".to_owned()));
    let target =
        |(word, _): &(&str, &str)| json!({ "id": word, "of": "y", "in": 2024, *word: "line" });
    let plan = json!({
        "format": 1, "id": "noise", "title": "noise", "period": { "start": 2023, "end": 2024 },
        "assumptions": [assumption("x", x), assumption("line", line)],
        "indicators": indicators,
        "targets": comparisons.iter().map(target).collect::<Vec<_>>(),
    });
    let (_, model, _) = with_diagnostics(&plan.to_string());
    let projection = Evaluator::new(Arc::clone(&model), model.defaults()).projection();
    let outcomes = attain(&projection);
    let holds = |at: usize| {
        let formula = projection
            .cell(IndicatorIdx::new(at), None, 2024)
            .number()
            .unwrap();
        (outcomes[at].verdict == Verdict::Attained, formula == 1.0)
    };
    [holds(0), holds(1), holds(2), holds(3)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn within_noise_counts_as_equal(line in prop_oneof![-1e6..1e6, Just(0.0), 1e-3..1.0], noise in -9e-10..9e-10) {
        let x = line + noise * f64::abs(line);
        prop_assert_eq!(compared(x, line), [(true, true), (false, false), (true, true), (false, false)]);
    }

    #[test]
    fn beyond_noise_counts(line in prop_oneof![1e-3..1e6, -1e6..-1e-3], by in 1.1e-9..1e-3) {
        let (above, below) = (line + by * f64::abs(line), line - by * f64::abs(line));
        prop_assert_eq!(compared(above, line), [(true, true), (true, true), (false, false), (false, false)]);
        prop_assert_eq!(compared(below, line), [(false, false), (false, false), (true, true), (true, true)]);
    }
}
