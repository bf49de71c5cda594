//! Number traps a plan and its display must not fall into.

use std::collections::BTreeMap;

use attain::engine::attain::methods::{Method, Unassessable, assess_all};
use attain::engine::attain::{Verdict, attain};
use attain::engine::eval::Projection;
use attain::engine::index::{IndicatorIdx, MemberIdx};
use attain::engine::plan::format::{DOCUMENT, ObjectShape, Shape};
use attain::text::number::Precision;
use serde_json::{Value, json};

use crate::models::projected;
use crate::vectors::{Vector, entries, number, numbers};

/// Year by year from 2021 on.
fn by_year(values: &[f64]) -> Value {
    let years = (2021..).zip(values);
    years
        .map(|(year, value)| (year.to_string(), json!(value)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// Members of the set `parts`, `a`, `b`, …, each with values from 2021 on.
fn by_member(values: &[&[f64]]) -> Value {
    let members = ["a", "b", "c"].into_iter().zip(values);
    members
        .map(|(member, values)| (member.to_owned(), by_year(values)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn plan(members: usize, indicators: &Value, targets: &Value) -> Value {
    let members: Vec<_> = ["a", "b", "c"][..members]
        .iter()
        .map(|id| json!({"id": id, "name": id}))
        .collect();
    json!({
        "format": 1, "id": "p", "title": "p", "period": {"start": 2021, "end": 2025},
        "sets": [{"id": "parts", "name": "parts", "members": members}],
        "indicators": indicators, "targets": targets
    })
}

fn value(projection: &Projection, indicator: usize, member: Option<usize>, year: i32) -> f64 {
    let (indicator, member) = (IndicatorIdx::new(indicator), member.map(MemberIdx::new));
    let cell = projection.cell(indicator, member, year);
    cell.number()
        .unwrap_or_else(|| panic!("{indicator:?} {member:?} {year}: {cell:?}"))
}

pub fn reductions_compound(vector: &Vector) {
    let key = ["reductions_pct", "annual_reduction_pct"]
        .into_iter()
        .find(|key| !vector.input(key).is_null());
    let cuts = numbers(vector.input(key.unwrap()));
    let last = 2020 + cuts.len() as i32;
    let sum: f64 = cuts.iter().sum();
    let projection = projected(&json!({
        "format": 1, "id": "p", "title": "p", "period": {"start": 2021, "end": last},
        "indicators": [
            {"id": "cut", "name": "cut", "unit": "%", "better": "higher", "observed": by_year(&cuts)},
            {"id": "intensity", "name": "intensity", "unit": "1", "better": "lower",
             "observed": {"2020": 1}, "formula": "prev(intensity) * (1 - cut)"}
        ],
        "targets": [
            {"id": "fall", "of": "1 - intensity / intensity[2020]", "unit": "%",
             "at_least": {(last - 1).to_string(): sum, last.to_string(): sum}}
        ]
    }));
    let outcomes = attain(&projection);
    let [before, end] = [0, 1].map(|milestone| outcomes[milestone].value.unwrap());
    let expected = vector.expected();
    match expected.get("cumulative_5y_pct") {
        Some(five) => {
            vector.check(before, &expected["cumulative_4y_pct"], "after four years");
            vector.check(end, five, "after five years");
            vector.check(sum, &expected["wrong_sum_5y_pct"], "sum");
        }
        None => {
            vector.check(end, &expected["cumulative_pct"], "cumulative");
            vector.check(sum, &expected["sum_pct"], "sum");
        }
    }
    // A target of the plain sum is missed.
    assert_eq!(outcomes[1].verdict, Verdict::Missed);
}

pub fn ratio_of_sums(vector: &Vector) {
    let [tax, land] = ["tax", "land"].map(|key| numbers(vector.input(key)));
    let rows = |values: &[f64]| by_member(&values.chunks(1).collect::<Vec<_>>());
    let projection = projected(&plan(
        tax.len(),
        &json!([
            {"id": "tax", "name": "tax", "unit": "万元", "better": "higher", "over": "parts", "whole": "sum",
             "observed": rows(&tax)},
            {"id": "land", "name": "land", "unit": "亩", "better": "neutral", "over": "parts", "whole": "sum",
             "observed": rows(&land)},
            {"id": "per_mu", "name": "per_mu", "unit": "万元/亩", "better": "higher", "over": "parts", "whole": "same",
             "formula": "tax / land"},
            {"id": "mean", "name": "mean", "unit": "万元/亩", "better": "higher",
             "formula": "mean(per_mu)"},
            {"id": "weighted", "name": "weighted", "unit": "万元/亩", "better": "higher",
             "formula": "mean(per_mu, by: land)"}
        ]),
        &json!([]),
    ));
    let expected = vector.expected();
    for (indicator, key) in [
        (2, "ratio_of_sums"),
        (3, "mean_of_ratios"),
        (4, "land_weighted_mean"),
    ] {
        vector.check(
            value(&projection, indicator, None, 2021),
            &expected[key],
            key,
        );
    }
}

pub fn growth_of_the_whole(vector: &Vector) {
    let [x0, x1] = ["x0", "x1"].map(|key| numbers(vector.input(key)));
    let rows: Vec<[f64; 2]> = x0.into_iter().zip(x1).map(|(a, b)| [a, b]).collect();
    let rows: Vec<&[f64]> = rows.iter().map(|row| &row[..]).collect();
    let projection = projected(&plan(
        rows.len(),
        &json!([
            {"id": "x", "name": "x", "unit": "亿元", "better": "higher", "over": "parts", "whole": "sum",
             "observed": by_member(&rows)},
            {"id": "g", "name": "g", "unit": "1", "better": "higher", "over": "parts", "whole": "same",
             "formula": {"2022": "growth(x)"}},
            {"id": "before", "name": "before", "unit": "亿元", "better": "higher", "over": "parts", "whole": "same",
             "formula": {"2022": "prev(x)"}},
            {"id": "mean", "name": "mean", "unit": "1", "better": "higher",
             "formula": {"2022": "mean(g)"}},
            {"id": "weighted", "name": "weighted", "unit": "1", "better": "higher",
             "formula": {"2022": "mean(g, by: before)"}}
        ]),
        &json!([]),
    ));
    let expected = vector.expected();
    for (indicator, key) in [(1, "total_growth"), (3, "simple_mean"), (4, "weighted")] {
        vector.check(
            value(&projection, indicator, None, 2022),
            &expected[key],
            key,
        );
    }
}

pub fn simpson(vector: &Vector) {
    let rows = |part: &str| -> Value {
        let [first, second] = [0, 1].map(|year| numbers(vector.input(&format!("{part}{year}"))));
        let rows: Vec<[f64; 2]> = first.into_iter().zip(second).map(|(a, b)| [a, b]).collect();
        by_member(&rows.iter().map(|row| &row[..]).collect::<Vec<_>>())
    };
    let projection = projected(&plan(
        2,
        &json!([
            {"id": "num", "name": "num", "unit": "人", "better": "higher", "over": "parts", "whole": "sum",
             "observed": rows("num")},
            {"id": "den", "name": "den", "unit": "人", "better": "neutral", "over": "parts", "whole": "sum",
             "observed": rows("den")},
            {"id": "share", "name": "share", "unit": "1", "better": "higher", "over": "parts", "whole": "same",
             "formula": "num / den"}
        ]),
        &json!([]),
    ));
    let expected = vector.expected();
    for (year, parts, total) in [(2021, "sub0", "total0"), (2022, "sub1", "total1")] {
        let members = [0, 1].map(|member| value(&projection, 2, Some(member), year));
        vector.check_all(members, &expected[parts]);
        vector.check(value(&projection, 2, None, year), &expected[total], total);
    }
}

pub fn rounding(vector: &Vector) {
    let (cases, also) = (
        entries(vector.input("cases")),
        entries(vector.input("also")),
    );
    let expected = vector.expected();
    let rounded = entries(&expected["rounded"]);
    // The source writes 12.68 hundreds as 13e2: the exponent is that of the place rounded to.
    let places = entries(&expected["also"]);
    for (case, expected) in cases.iter().zip(rounded).chain(also.iter().zip(places)) {
        let [text, place] = [0, 1].map(|position| case[position].as_str().unwrap());
        let place: f64 = place.parse().unwrap();
        let decimals = -place.log10().round() as i32;
        let found = Precision::decimals(decimals).round(text.parse().unwrap());
        let expected: f64 = expected.as_str().unwrap().parse().unwrap();
        assert_eq!(found, expected, "{text} to {place}");
    }
}

/// The formatter rounds decimal digits, so that it differs from `toFixed` and `Math.round` exactly where these show the
/// binary value or round halves up; arithmetic itself is the same.
pub fn binary_fractions(vector: &Vector) {
    let expressions = entries(vector.input("expr")).iter();
    let mut arithmetic = 0;
    for (expression, expected) in expressions.zip(entries(vector.expected())) {
        let expression = expression.as_str().unwrap();
        if let Some((x, decimals)) = to_fixed(expression) {
            let expected = expected.as_str().unwrap();
            assert_eq!(format!("{x:.decimals$}"), expected, "{expression}");
            let ours = Precision::decimals(decimals as i32).padded(x);
            let is_half = [0.35, 0.615].contains(&x);
            assert_eq!(ours == expected, !is_half, "{expression}: {ours}");
        } else if let Some(x) = argument(expression, "Math.round(") {
            assert_eq!((x + 0.5).floor(), number(expected), "{expression}");
            assert_eq!(Precision::decimals(0).round(x), x.trunc(), "{expression}");
        } else {
            let formula = expression.replace("Math.pow(1.15,2)", "1.15^2");
            let projection = projected(&plan(
                1,
                &json!([{"id": "x", "name": "x", "unit": "1", "better": "higher", "formula": formula}]),
                &json!([]),
            ));
            assert_eq!(
                value(&projection, 0, None, 2021),
                number(expected),
                "{formula}"
            );
            arithmetic += 1;
        }
    }
    assert_eq!(arithmetic, 3);
}

/// Value and decimals of `(x).toFixed(n)`.
fn to_fixed(expression: &str) -> Option<(f64, usize)> {
    let (x, rest) = expression.strip_prefix('(')?.split_once(").toFixed(")?;
    Some((x.parse().ok()?, rest.strip_suffix(')')?.parse().ok()?))
}

fn argument(expression: &str, call: &str) -> Option<f64> {
    let argument = expression.strip_prefix(call)?.strip_suffix(')')?;
    argument.parse().ok()
}

/// The words stand in the description of the format, beside the comparison they mean.
pub fn words_of_comparisons(vector: &Vector) {
    let names = BTreeMap::from([
        ("gte", "at_least"),
        ("gt", "more_than"),
        ("lte", "at_most"),
        ("lt", "less_than"),
        ("about", "about"),
    ]);
    let target = target_format();
    let operators = entries(&vector.expected()["op"]);
    for (word, operator) in entries(vector.input("words")).iter().zip(operators) {
        let (word, key) = (word.as_str().unwrap(), names[operator.as_str().unwrap()]);
        let field = target.field(key).unwrap();
        let mut words = field.about.zh.split(['、', '（', '：', '，']);
        assert!(
            words.any(|found| found == word),
            "{word}: {}",
            field.about.zh
        );
    }
}

fn target_format() -> &'static ObjectShape {
    let Shape::Object(plan) = &DOCUMENT.shape else {
        panic!("a plan is an object")
    };
    match &plan.field("targets").unwrap().shape {
        Shape::List(_, Shape::Object(target)) => target,
        other => panic!("targets are a list of objects: {other:?}"),
    }
}

pub fn growth_has_no_growth(vector: &Vector) {
    let rates = numbers(vector.input("growth_pct"));
    let projection = projected(&plan(
        1,
        &json!([
            {"id": "rate", "name": "rate", "unit": "%", "better": "higher", "observed": by_year(&rates)},
            {"id": "level", "name": "level", "unit": "亿元", "better": "higher",
             "observed": {"2020": 1}, "formula": {"2021": "prev(level) * (1 + rate)"}}
        ]),
        &json!([{"id": "t", "of": "growth(level)", "in": 2024, "at_least": 5}]),
    ));
    let expected = vector.expected();
    let levels = (2021..=2024).map(|year| value(&projection, 1, None, year));
    vector.check_all(levels, &expected["index"]);

    assert!(expected["cagr_of_rates"].is_null());
    let outcome = &attain(&projection)[0];
    assert_eq!(outcome.verdict, Verdict::Attained);
    for assessment in assess_all(&projection, outcome) {
        let by_growth = [Method::Eurostat, Method::OpenSdg, Method::Unsd];
        if by_growth.contains(&assessment.method) {
            assert_eq!(assessment.finding, Err(Unassessable::GrowthRate));
        }
    }
}
