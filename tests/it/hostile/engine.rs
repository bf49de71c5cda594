//! No plan whatever stops the engine, keeps it long, or makes a number of what is none.

use std::sync::Arc;

use attain::engine::attain::{Verdict, attain};
use attain::engine::diagnostic::{Diagnostic, Problem, Severity};
use attain::engine::eval::{Cell, Evaluator, Projection};
use attain::engine::index::{AssumptionIdx, IndicatorIdx};
use attain::engine::inputs::Setting;
use attain::engine::lang::Lang;
use attain::engine::model::compile;
use attain::engine::plan::{Plan, PlanProblem, read};
use attain::text::problems::message;

/// The whole way, as far as a text goes: read, compiled, projected, judged, every assumption moved, judged again.
pub fn run(text: &str) -> (Option<(Plan, Projection)>, Vec<Diagnostic>) {
    let reading = read(text);
    let mut diagnostics = reading.diagnostics;
    let Some(plan) = reading.plan else {
        return (None, diagnostics);
    };
    let (model, more) = compile(&plan);
    diagnostics.extend(more);
    for diagnostic in diagnostics.iter().take(50) {
        for lang in [Lang::Zh, Lang::En] {
            assert!(!message(&diagnostic.problem, lang).text.is_empty());
        }
    }
    let model = Arc::new(model);
    let mut evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    let projection = evaluator.projection();
    judged(&projection);
    let inputs = model.defaults().clone();
    for (position, settings) in inputs.0.iter().enumerate().take(50) {
        if settings.iter().all(Option::is_some) && !settings.is_empty() {
            evaluator.set(
                AssumptionIdx::new(position),
                None,
                &Setting::Constant(1e300),
            );
        }
    }
    judged(&evaluator.projection());
    (Some((plan, projection)), diagnostics)
}

/// Every verdict stands on finite numbers, and what is undetermined says nothing it does not know.
fn judged(projection: &Projection) {
    for outcome in attain(projection) {
        let decided = matches!(outcome.verdict, Verdict::Attained | Verdict::Missed);
        if decided && let Some(value) = outcome.value {
            assert!(value.is_finite(), "{outcome:?}");
            assert!(outcome.threshold.is_some_and(f64::is_finite), "{outcome:?}");
        }
        assert!(
            outcome.progress.is_none_or(|progress| !progress.is_nan()),
            "{outcome:?}"
        );
    }
}

/// A plan of some indicators, each `id: unit: formula` with nothing observed, and more fields.
fn plan_of(formulas: &[(&str, &str)], more: &str) -> String {
    let indicators: Vec<String> = formulas
        .iter()
        .map(|(id, formula)| {
            format!(r#"{{ "id": "{id}", "name": "{id}", "unit": "1", "better": "higher", "formula": {formula} }}"#)
        })
        .collect();
    format!(
        r#"{{ "format": 1, "id": "x", "title": "x", "period": {{ "start": 2023, "end": 2027 }}, "indicators": [{}] {more} }}"#,
        indicators.join(",")
    )
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    let errors = diagnostics
        .iter()
        .filter(|found| found.problem.severity() == Severity::Error);
    errors.map(|found| found.problem.code()).collect()
}

fn cell(run: Option<&(Plan, Projection)>, id: &str, year: i32) -> String {
    let (plan, projection) = run.unwrap();
    let position = plan
        .indicators
        .iter()
        .position(|item| item.id.value == id)
        .unwrap();
    match projection.cell(IndicatorIdx::new(position), None, year) {
        Cell::Unknown(_) => "unknown".to_owned(),
        Cell::Fault => "fault".to_owned(),
        Cell::NotApplicable => "not applicable".to_owned(),
        known => known.number().unwrap().to_string(),
    }
}

#[test]
fn an_overflow_is_never_a_number() {
    let table = [
        ("1e308 * 10", "fault"),
        ("1 / 0", "fault"),
        ("1 / (1 / 0)", "fault"),
        ("min(1 / 0, 5)", "fault"),
        ("max(-1 / 0, 5)", "fault"),
        ("if(1e308 * 10 > 5, 1, 2)", "fault"),
        ("if(year > 0, 1, 1 / 0)", "1"),
        ("(0 / 0) ^ 0", "fault"),
        ("2 ^ (-1 / 0)", "fault"),
        ("exp(-1 / 0)", "fault"),
        ("exp(1000)", "fault"),
        ("ln(0)", "fault"),
        ("ln(-1)", "fault"),
        ("sqrt(-1)", "fault"),
        ("1 + growth(0 * year)", "fault"),
        ("1 + growth(-year)", "fault"),
        ("floor(7, 0)", "fault"),
        ("clamp(1 / 0, 0, 1)", "fault"),
        ("1e308 - 1e308", "0"),
    ];
    for (formula, expected) in table {
        let (found, diagnostics) = run(&plan_of(&[("x", &format!("\"{formula}\""))], ""));
        assert_eq!(
            cell(found.as_ref(), "x", 2025),
            expected,
            "{formula}: {:?}",
            codes(&diagnostics)
        );
    }
}

#[test]
fn loops_are_named_and_the_rest_works() {
    let table: [(&[(&str, &str)], bool); 8] = [
        (&[("x", "\"x + 1\"")], true),
        (&[("x", "\"y\""), ("y", "\"x\"")], true),
        (&[("x", "\"x[2024]\"")], true),
        (&[("x", "\"cumulative(x)\"")], true),
        (&[("x", r#"{ "2023": "1", "2024": "x[2023]" }"#)], false),
        (
            &[(
                "x",
                r#"{ "2022": "1", "2023": "prev(x) + cumulative(prev(x), 2023)" }"#,
            )],
            false,
        ),
        (
            &[
                ("x", r#"{ "2022": "1", "2023": "prev(x) + y" }"#),
                ("y", r#"{ "2023": "1", "2024": "x[2023]" }"#),
            ],
            false,
        ),
        (&[("x", "\"average(x, 2)\"")], true),
    ];
    for (formulas, is_loop) in table {
        let mut formulas = formulas.to_vec();
        formulas.push(("free", "\"2 + 2\""));
        formulas.push(("user", "\"x + 2\""));
        let (found, diagnostics) = run(&plan_of(&formulas, ""));
        assert_eq!(
            codes(&diagnostics).contains(&"loop"),
            is_loop,
            "{formulas:?} {:?}",
            codes(&diagnostics)
        );
        assert_eq!(cell(found.as_ref(), "free", 2025), "4");
        assert_eq!(
            cell(found.as_ref(), "user", 2025) == "unknown",
            is_loop,
            "{formulas:?}"
        );
    }
}

#[test]
fn bombs_are_refused_or_harmless() {
    let nested = |name: &str, depth: usize| {
        format!(
            "{}year{}",
            format!("{name}(").repeat(depth),
            ")".repeat(depth)
        )
    };
    let wide = vec!["year"; 1_500].join(", ");
    let sum = vec!["year"; 1_400].join(" + ");
    let mean = |depth: usize| format!("{}year{}", "average(".repeat(depth), ", 99)".repeat(depth));
    let formulas = [
        nested("growth", 60),
        nested("prev", 99),
        nested("cumulative", 90),
        nested("", 500),
        format!("{}1", "-".repeat(5_000)),
        format!("max({wide})"),
        sum,
        mean(1),
        mean(3),
        "average(year, 9999)".to_owned(),
        "prev(year, 9999)".to_owned(),
        "cumulative(year, 0)".to_owned(),
        "cumulative(year, 9999)".to_owned(),
        "year[2147483647] + x[2147483647]".to_owned(),
        "x[0]".to_owned(),
        "1e999999999".to_owned(),
        "9".repeat(9_000),
        "\u{202e}x ＋ ８".to_owned(),
        "(".repeat(9_000),
        "x[".repeat(3_000),
    ];
    for formula in &formulas {
        run(&plan_of(
            &[("x", "\"1\""), ("y", &format!("\"{formula}\""))],
            "",
        ));
    }
    let (found, _) = run(&plan_of(
        &[
            ("x", &format!("\"max({wide})\"")),
            ("y", "\"cumulative(year, 9999)\""),
        ],
        "",
    ));
    assert_eq!(cell(found.as_ref(), "x", 2025), "2025");
    // No plan has a year 9999.
    assert_eq!(cell(found.as_ref(), "y", 2025), "unknown");
}

#[test]
fn more_than_a_plan_may_hold_is_refused_with_both_numbers() {
    let constants: Vec<String> = (0..20_001).map(|at| format!("x{at}")).collect();
    let formulas: Vec<(&str, &str)> = constants.iter().map(|id| (id.as_str(), "\"1\"")).collect();
    let (found, diagnostics) = run(&plan_of(&formulas, ""));
    assert!(found.is_none());
    let text = message(&diagnostics[0].problem, Lang::En).text;
    assert!(text.contains("20001") && text.contains("20000"), "{text}");
    assert_eq!(codes(&diagnostics), ["too-many"]);
    assert!(run(&plan_of(&formulas[..20_000], "")).0.is_some());
    // One target over a large set is many results, and a list of scenarios holds every assumption each time.
    let members: Vec<String> = (0..10_000)
        .map(|at| format!(r#"{{ "id": "m{at}" }}"#))
        .collect();
    let sets = format!(
        r#""sets": [{{ "id": "s", "name": "s", "members": [{}] }}]"#,
        members.join(",")
    );
    let targets = [r#"{ "id": "t", "of": "x", "in": 2025, "at_least": { "*": 1 } }"#; 11].join(",");
    let scenarios = [r#"{ "id": "c", "name": "c", "set": {} }"#; 101].join(",");
    let assumption =
        r#"{ "id": "a", "name": "a", "unit": "1", "over": "s", "value": 1, "basis": "expert" }"#;
    for more in [
        format!(r#", {sets}, "targets": [{targets}]"#),
        format!(r#", {sets}, "assumptions": [{assumption}], "scenarios": [{scenarios}]"#),
    ] {
        let (found, diagnostics) = run(&plan_of(&[("x", "\"1\"")], &more));
        assert!(found.is_none());
        assert_eq!(codes(&diagnostics), ["too-many"]);
    }
}

#[test]
fn formulas_that_fill_all_memory_are_stopped() {
    let ids: Vec<String> = (0..19_000).map(|at| format!("x{at}")).collect();
    let bombs: Vec<String> = (0..19_000)
        .map(|at| format!("\"average(year * {at}, 100)\""))
        .collect();
    let formulas: Vec<(&str, &str)> = ids
        .iter()
        .map(String::as_str)
        .zip(bombs.iter().map(String::as_str))
        .collect();
    let (found, diagnostics) = run(&plan_of(&formulas, ""));
    assert!(found.is_some());
    assert!(codes(&diagnostics).contains(&"formulas-too-large"));
}

/// Chains, stars and unknowns over as many series as there may be: nothing in the engine looks through all of them for
/// each of them.
#[test]
fn twenty_thousand_series_take_no_time() {
    let ids: Vec<String> = (0..20_000).map(|at| format!("x{at}")).collect();
    let before = |at: usize| format!("x{}", at.saturating_sub(1));
    let shapes: [&dyn Fn(usize) -> String; 6] = [
        &|at| format!("\"x{at} + 1\""),
        // One ring through earlier years, with a loop at every place.
        &|at| format!("\"x{} + prev(x{})\"", at ^ 1, (at + 2) % 20_000),
        &|at| {
            if at == 0 {
                "\"1\"".to_owned()
            } else {
                format!("\"{} + 1\"", before(at))
            }
        },
        &|at| {
            if at == 0 {
                "\"1\"".to_owned()
            } else {
                format!("\"x0 * {at} + prev(x0) + x0[2024]\"")
            }
        },
        // Nothing is known of any of them, for more and more reasons.
        &|at| {
            if at == 0 {
                "{ \"2030\": \"1\" }".to_owned()
            } else {
                format!("{{ \"2024\": \"{} + prev(x{at})\" }}", before(at))
            }
        },
        &|at| format!("\"misspelt{at}\""),
    ];
    for shape in shapes {
        let formulas: Vec<String> = (0..20_000).map(shape).collect();
        let all: Vec<(&str, &str)> = ids
            .iter()
            .map(String::as_str)
            .zip(formulas.iter().map(String::as_str))
            .collect();
        assert!(run(&plan_of(&all, "")).0.is_some());
    }
}

/// One mistake in every formula is one problem many times; warnings without end hide no error; a loop through everything
/// is named in a few words.
#[test]
fn problems_without_end() {
    let compiled = |formulas: &[String], more: &str| {
        let ids: Vec<String> = (0..formulas.len()).map(|at| format!("x{at}")).collect();
        let named: Vec<(&str, &str)> = ids
            .iter()
            .map(String::as_str)
            .zip(formulas.iter().map(String::as_str))
            .collect();
        compile(&read(&plan_of(&named, more)).plan.unwrap()).1
    };
    let further = |diagnostics: &[Diagnostic]| match diagnostics.last().unwrap().problem {
        Problem::Plan(PlanProblem::FurtherProblems(further)) => further,
        ref other => panic!("{other:?}"),
    };
    let wrong: Vec<String> = (0..20_000).map(|_| "\"a + b + c\"".to_owned()).collect();
    let found = compiled(&wrong, "");
    assert_eq!((found.len(), further(&found)), (1_001, 59_000));
    let late: Vec<String> = (0..5_000)
        .map(|at| format!(r#"{{ "id": "t{at}", "of": "x0", "in": 2030, "at_least": 1 }}"#))
        .collect();
    let found = compiled(
        &["\"1\"".to_owned(), "\"a\"".to_owned()],
        &format!(r#", "targets": [{}]"#, late.join(",")),
    );
    assert_eq!((found.len(), further(&found)), (1_002, 4_000));
    assert_eq!(codes(&found), ["unknown-name"]);
    let ring: Vec<String> = (0..20_000)
        .map(|at| format!("\"x{}\"", (at + 1) % 20_000))
        .collect();
    let text = message(&compiled(&ring, "")[0].problem, Lang::Zh).text;
    assert!(text.chars().count() < 200, "{text}");
}

#[test]
fn scenarios_in_a_long_chain_or_a_ring() {
    let chain = |last: &str| {
        let scenario = |at: usize| {
            let base = if at == 0 {
                last.to_owned()
            } else {
                format!(r#", "base": "c{}""#, at - 1)
            };
            format!(r#"{{ "id": "c{at}", "name": "c", "set": {{ "a": {at} }} {base} }}"#)
        };
        let all: Vec<String> = (0..900).map(scenario).collect();
        format!(
            r#", "assumptions": [{{ "id": "a", "name": "a", "unit": "1", "value": 1, "basis": "expert" }}], "scenarios": [{}]"#,
            all.join(",")
        )
    };
    for (last, code) in [("", None), (r#", "base": "c899""#, Some("scenario-loop"))] {
        let reading = read(&plan_of(&[("x", "\"a\"")], &chain(last)));
        let found = codes(&reading.diagnostics).first().copied();
        assert_eq!(found, code);
        let (model, _) = compile(&reading.plan.unwrap());
        for at in [0, 450, 899] {
            let inputs = model.scenario(at).unwrap();
            assert_eq!(
                inputs.get(AssumptionIdx::new(0), None),
                Some(&Setting::Constant(at as f64))
            );
        }
    }
}

#[test]
fn sets_without_members_and_plans_without_anything() {
    let set = r#", "sets": [{ "id": "s", "name": "s", "members": [] }], "assumptions": [{ "id": "a", "name": "a", "unit": "1", "over": "s", "value": { "*": 1 }, "basis": "expert" }]"#;
    let more = format!(
        r#"{set}, "targets": [{{ "id": "t", "of": "x", "in": 2025, "at_least": 1 }}, {{ "id": "u", "of": "mean(a, by: a)", "in": 2025, "at_least": {{ "*": 1 }} }}]"#
    );
    for formula in [
        "sum(a)",
        "mean(1 + a)",
        "mean(year, by: a)",
        "count(a > 0)",
        "min(a)",
    ] {
        run(&plan_of(&[("x", &format!("\"{formula}\""))], &more));
    }
    for text in [
        "{}",
        "[]",
        "null",
        r#"{ "format": 1, "indicators": null, "targets": "x", "sets": {}, "period": [] }"#,
        r#"{ "indicators": [null, 1, "x", {}, { "id": "min", "formula": "min(min)" }, { "id": "year" }, { "id": "and", "formula": "and" }] }"#,
        r#"{ "period": { "start": 1900, "end": 2200 }, "indicators": [{ "id": "x", "unit": "1", "formula": "prev(x)", "observed": { "1900": 1, "2200": 2 } }] }"#,
        r#"{ "period": { "start": 2023, "end": 2027 }, "indicators": [{ "id": "x", "unit": "1", "formula": "1" }], "targets": [{ "id": "t", "of": "x", "in": 2200, "at_least": 1 }] }"#,
        r#"{ "indicators": [{ "id": "\ud83d\ude00", "unit": "\u202e亿元", "formula": "\ud83d" }] }"#,
    ] {
        run(text);
    }
}
