//! When a verdict is final: once the value has happened. Being out of reach of every slider is not enough.

use attain::engine::attain::attain;
use serde_json::{Value, json};

use crate::models::projected;

/// Whether a target on a quantity in a year is final, in a plan from 2023 to 2027 with this as its indicators.
fn is_final(indicators: &[(&str, Value)], of: &str, year: i32) -> bool {
    let indicator = |(id, fields): &(&str, Value)| {
        let mut item = json!({ "id": id, "name": id, "unit": "家", "better": "higher" });
        let fields = fields.as_object().unwrap().clone();
        item.as_object_mut().unwrap().extend(fields);
        item
    };
    let plan = json!({
        "format": 1, "id": "p", "title": "p", "period": { "start": 2023, "end": 2027 },
        "assumptions": [{ "id": "new", "name": "new", "unit": "家", "value": 10, "basis": "history" }],
        "indicators": indicators.iter().map(indicator).collect::<Vec<_>>(),
        "targets": [{ "id": "t", "of": of, "in": year, "unit": "家", "more_than": 1 }],
    });
    attain(&projected(&plan))[0].is_final
}

#[test]
fn a_value_has_happened_only_if_it_was_observed_or_follows_from_observations_of_its_year() {
    let observed = json!({ "2020": 100, "2021": 110, "2022": 120, "2023": 125 });
    let x = |formula: Value| ("x", json!({ "observed": observed, "formula": formula }));
    let trend = || x(json!("prev(x) * 1.1"));
    let y = |formula: &str| ("y", json!({ "formula": formula }));
    let table = [
        // Observed, and not.
        (vec![trend()], "x", 2023, true),
        (vec![trend()], "x", 2024, false),
        (vec![trend()], "x", 2027, false),
        (
            vec![x(json!({ "2024": "prev(x) + new" }))],
            "x",
            2024,
            false,
        ),
        // A number is no observation.
        (vec![x(json!({ "2024": "130家" }))], "x", 2024, false),
        (vec![y("5家")], "y", 2023, false),
        // Formulas of what was observed.
        (vec![trend(), y("x * 2")], "y", 2023, true),
        (vec![trend(), y("x * 2")], "y", 2024, false),
        (vec![trend(), y("x - prev(x)")], "y", 2023, true),
        (vec![trend(), y("x - prev(x)")], "y", 2024, false),
        (vec![trend(), y("x - x[2020]")], "y", 2023, true),
        (vec![trend(), y("x - x[2020]")], "y", 2024, false),
        (vec![trend(), y("cumulative(x, 2021)")], "y", 2023, true),
        (vec![trend(), y("cumulative(x, 2021)")], "y", 2024, false),
        // What follows from earlier years alone was expected, not observed.
        (vec![trend(), y("prev(x)")], "y", 2023, false),
        (vec![trend(), y("x[2020] + 1家")], "y", 2023, false),
        (vec![trend(), y("prev(x) * 1.1")], "x + y", 2023, false),
        (vec![trend(), y("x + new")], "y", 2023, false),
        // The same in a target's own formula.
        (vec![trend()], "x - prev(x)", 2023, true),
        (vec![trend()], "x - prev(x)", 2024, false),
        (vec![trend()], "cumulative(x, 2021)", 2023, true),
        (vec![trend()], "prev(x)", 2024, false),
    ];
    for (indicators, of, year, expected) in table {
        assert_eq!(
            is_final(&indicators, of, year),
            expected,
            "{of} in {year} of {indicators:?}"
        );
    }
}

/// A level that nobody published follows from its observed growth: the number it begins with is no assumption.
#[test]
fn an_index_grown_by_observed_rates_has_happened() {
    let index = json!({ "formula": { "2020": "100家", "2021": "prev(index) * (1 + rate)" } });
    let rate = json!({ "unit": "%", "observed": { "2021": 5, "2022": 7, "2023": 6 }, "formula": { "2024": "prev(rate)" } });
    let plan = [("index", index), ("rate", rate)];
    for (year, expected) in [(2022, true), (2023, true), (2024, false), (2025, false)] {
        assert_eq!(is_final(&plan, "index", year), expected, "{year}");
    }
}

/// A gap filled between observations lies in the past; one a formula fills is a guess, and so is what it enters.
#[test]
fn gaps() {
    let observed = json!({ "2020": 100, "2024": 140 });
    let interpolated = [(
        "x",
        json!({ "observed": observed, "path": "linear", "formula": "prev(x)" }),
    )];
    let guessed = [("x", json!({ "observed": observed, "formula": "prev(x)" }))];
    for (year, between, beyond) in [
        (2022, true, false),
        (2023, true, false),
        (2024, true, true),
        (2025, false, false),
    ] {
        assert_eq!(is_final(&interpolated, "x", year), between, "{year}");
        assert_eq!(is_final(&guessed, "x", year), beyond, "{year}");
    }
    assert!(is_final(&interpolated, "x - prev(x)", 2024));
    assert!(!is_final(&guessed, "x - prev(x)", 2024));
}

/// Members that were all observed make a total that was; one that is carried on does not.
#[test]
fn a_total_has_happened_when_all_its_members_have() {
    let plan = |observed: &Value, of: &str, year: i32| {
        let plan = json!({
            "format": 1, "id": "p", "title": "p", "period": { "start": 2023, "end": 2027 },
            "sets": [{ "id": "towns", "name": "towns", "counter": "个", "members": [{ "id": "a" }, { "id": "b" }] }],
            "indicators": [{ "id": "x", "name": "x", "unit": "家", "better": "higher", "over": "towns", "whole": "sum",
                "observed": observed, "formula": "prev(x) * 1.1" }],
            "targets": [{ "id": "t", "of": of, "in": year, "at_least": 1 }],
        });
        attain(&projected(&plan))[0].is_final
    };
    let both = json!({ "a": { "2022": 1, "2023": 2 }, "b": { "2022": 3, "2023": 4 } });
    let one = json!({ "a": { "2022": 1, "2023": 2 }, "b": { "2022": 3 } });
    for of in ["sum(x)", "max(x)", "count(x > 1家)"] {
        assert!(plan(&both, of, 2023), "{of}");
        assert!(!plan(&both, of, 2024), "{of}");
        assert!(!plan(&one, of, 2023), "{of}");
    }
}
