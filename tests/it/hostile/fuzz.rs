//! Formulas put together at random, all the way through the engine and into words: nothing stops it, and what it says
//! stays short.

use attain::engine::lang::Lang;
use attain::text::problems::message;
use proptest::prelude::*;
use serde_json::json;

use super::engine::run;

/// Parts of formulas, whole and broken.
const PARTS: [&str; 40] = [
    "x",
    "y",
    "town",
    "rate",
    "pending",
    "misspelt",
    "year",
    "1",
    "0",
    "2.5亿元",
    "40%",
    "20pp",
    "1e308",
    "[2024]",
    "[a]",
    "[a, 2024]",
    "(",
    ")",
    " + ",
    " - ",
    " * ",
    " / ",
    " ^ 2",
    " >= ",
    " < ",
    " = ",
    " and ",
    " or ",
    "not ",
    ", ",
    "prev(",
    "growth(",
    "cumulative(",
    "sum(",
    "count(",
    "mean(",
    "if(",
    "max(",
    "by: ",
    "（",
];

fn formula() -> impl Strategy<Value = String> {
    let part = (0..PARTS.len()).prop_map(|at| PARTS[at].to_owned());
    let call = (0..PARTS.len(), 0..PARTS.len(), 0..PARTS.len());
    let closed = call.prop_map(|(a, b, c)| format!("sum({}{}{})", PARTS[a], PARTS[b], PARTS[c]));
    let any = prop_oneof![12 => part, 2 => closed, 1 => "\\PC{0,3}"];
    prop::collection::vec(any, 1..14).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_formulas_anywhere(of_plan in formula(), of_member in formula(), whole in formula(), target in formula(), line in formula(), check in formula()) {
        let plan = json!({
            "format": 1, "id": "p", "title": "p", "period": { "start": 2023, "end": 2026 },
            "sets": [{ "id": "towns", "name": "towns", "counter": "个", "members": [{ "id": "a" }, { "id": "b" }, { "id": "c" }] }],
            "assumptions": [
                { "id": "rate", "name": "rate", "unit": "%", "value": 5, "basis": "expert" },
                { "id": "pending", "name": "pending", "unit": "亿元", "awaits": "pending" },
            ],
            "indicators": [
                { "id": "x", "name": "x", "unit": "亿元", "better": "higher", "observed": { "2022": 10, "2024": 12 }, "formula": of_plan },
                { "id": "y", "name": "y", "unit": "1", "better": "neutral", "formula": { "2022": "1", "2023": of_plan } },
                { "id": "town", "name": "town", "unit": "亿元", "better": "higher", "over": "towns", "whole": whole,
                  "observed": { "a": { "2022": 3 }, "b": { "2022": 4, "2023": 5 } }, "formula": of_member },
            ],
            "targets": [
                { "id": "t", "of": target, "in": 2025, "at_least": line },
                { "id": "u", "of": "town", "every": [2023, 2026], "at_most": { "*": line, "all": 3 } },
                { "id": "v", "of": format!("count({target})"), "by": 2025, "at_least": 1 },
            ],
            "checks": [{ "that": check, "in": 2024 }],
        });
        let (_, diagnostics) = run(&plan.to_string());
        prop_assert!(diagnostics.len() < 400, "{}", diagnostics.len());
        for diagnostic in &diagnostics {
            for lang in [Lang::Zh, Lang::En] {
                prop_assert!(message(&diagnostic.problem, lang).text.chars().count() < 600);
            }
        }
    }
}
