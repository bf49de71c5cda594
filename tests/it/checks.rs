//! The plan check: every kind of finding on small plans, with the cases that must not be reported, and the findings of
//! every shipped plan in both languages.

mod documents;
mod screen;
mod shipped;
mod targets;

use std::sync::Arc;

use attain::engine::check::{Finding, Report, Subject, check};
use attain::engine::diagnostic::Severity;
use attain::engine::eval::Evaluator;
use attain::engine::lang::Lang;
use attain::engine::model::Model;
use attain::engine::plan::Plan;
use attain::text::findings::Teller;
use attain::view::target;

use crate::models::with_diagnostics;

fn report(plan: &Plan, model: &Arc<Model>) -> Report {
    let projection = Evaluator::new(Arc::clone(model), model.defaults()).projection();
    check(plan, model.defaults(), &projection)
}

fn id(plan: &Plan, subject: Subject) -> String {
    match subject {
        Subject::Check(index) => {
            let id = plan.checks[index.at()].id.as_ref();
            id.map_or_else(|| format!("check {}", index.at()), |id| id.value.clone())
        }
        Subject::Indicator(index) => plan.indicators[index.at()].id.value.clone(),
        Subject::Target(index) => plan.targets[index.at()].id.value.clone(),
        Subject::Assumption(index) => plan.assumptions[index.at()].id.value.clone(),
    }
}

/// A plan of 2021 to 2025 from its lists.
fn plan_text(lists: &str) -> String {
    format!(
        r#"{{ "format": 1, "id": "p", "title": "p", "period": {{ "start": 2021, "end": 2025 }},
            "sets": [{{ "id": "towns", "name": "towns", "counter": "个",
                "members": [{{ "id": "east", "name": "East" }}, {{ "id": "west", "name": "West" }}] }}],
            {lists} }}"#
    )
}

/// What is found in a plan, one line each: code, subject, English words. Then checks that hold or are undecided.
fn found(lists: &str) -> Vec<String> {
    let (plan, model, diagnostics) = with_diagnostics(&plan_text(lists));
    let errors: Vec<_> = diagnostics
        .iter()
        .filter(|found| found.problem.severity() == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{lists}: {errors:#?}");
    let report = report(&plan, &model);
    let line = |finding: &Finding| {
        let name = |index| target::name(&plan, index, Lang::En);
        let teller = Teller {
            plan: &plan,
            model: &model,
            lang: Lang::En,
            target: &name,
        };
        let accepted = finding
            .accepted
            .as_ref()
            .map(|reason| format!(" [{}]", reason.get(Lang::En)));
        let subject = id(&plan, finding.subject);
        let words = teller.tell(finding);
        let line = format!(
            "{} {subject}: {words}{}",
            finding.kind.code(),
            accepted.unwrap_or_default()
        );
        line.replace('\u{a0}', " ")
    };
    let mut lines: Vec<String> = report.findings.iter().map(line).collect();
    lines.extend(
        report
            .held
            .iter()
            .map(|index| format!("held {}", index.at())),
    );
    let undecided = report.undecided.iter();
    lines
        .extend(undecided.map(|found| format!("undecided {} {:?}", found.check.at(), found.years)));
    lines
}

/// Two observed indicators and a check on them.
fn check_of(that: &str) -> Vec<String> {
    found(&format!(
        r#""indicators": [
            {{ "id": "a", "name": "a", "unit": "亩", "better": "higher", "observed": {{ "2021": 100, "2022": 110 }} }},
            {{ "id": "b", "name": "b", "unit": "公顷", "better": "higher", "observed": {{ "2021": 6, "2022": 7 }} }},
            {{ "id": "share", "name": "share", "unit": "%", "better": "higher", "observed": {{ "2021": 40, "2022": 104 }} }}],
           "checks": [{{ {that} }}]"#
    ))
}

#[test]
fn conditions() {
    for (that, expected) in [
        // 6 hectares are 90 mu.
        (
            r#""that": "a >= b", "every": [2021, 2022]"#,
            &["held 0"][..],
        ),
        (
            r#""that": "a <= b", "every": [2021, 2022]"#,
            &[
                "broken check 0: 100 mu in 2021 should not exceed 90 mu; 110 mu in 2022 should not exceed 105 mu",
            ],
        ),
        (
            r#""that": "a = b", "in": 2021, "within": "10亩""#,
            &["held 0"],
        ),
        (
            r#""that": "a = b", "in": 2021, "within": "1公顷""#,
            &["held 0"],
        ),
        (
            r#""that": "a = b", "in": 2021, "within": "9亩""#,
            &["broken check 0: 100 mu in 2021 should equal 90 mu (off by 10 mu; 9 mu is allowed)"],
        ),
        // 10 of 90 are 11.1 %.
        (
            r#""that": "a = b", "in": 2021, "within": "12%""#,
            &["held 0"],
        ),
        (
            r#""that": "a = b", "in": 2021, "within": "11%""#,
            &["broken check 0: 100 mu in 2021 should equal 90 mu (off by 11.11%; 11% is allowed)"],
        ),
        (
            r#""that": "share = 39%", "in": 2021, "within": "1pp""#,
            &["held 0"],
        ),
        (
            r#""that": "share = 38%", "in": 2021, "within": "1pp""#,
            &["broken check 0: 40% in 2021 should equal 38% (off by 2 pp; 1 pp is allowed)"],
        ),
        // Of joined conditions only the one that fails is told.
        (
            r#""that": "share >= 0% and share <= 100%", "every": [2021, 2022]"#,
            &["broken check 0: 104% in 2022 should not exceed 100%"],
        ),
        (
            r#""that": "share < 50% or a < 105亩", "every": [2021, 2022]"#,
            &["broken check 0: does not hold in 2022"],
        ),
        (
            r#""that": "a < 100亩", "in": 2021"#,
            &["broken check 0: 100 mu in 2021 should be less than 100 mu"],
        ),
        (r#""that": "growth(a) = 10%", "in": 2022"#, &["held 0"]),
        // Every plan year where none is stated; what is unknown is neither held nor broken.
        (r#""that": "a >= b""#, &["undecided 0 [2023, 2024, 2025]"]),
        (
            r#""that": "a > 100亩""#,
            &[
                "broken check 0: 100 mu in 2021 should be more than 100 mu",
                "undecided 0 [2023, 2024, 2025]",
            ],
        ),
        (r#""text": "two scopes""#, &["standing check 0: "]),
        (
            r#""that": "a <= b", "in": 2021, "accept": { "broken": "another scope" }"#,
            &["broken check 0: 100 mu in 2021 should not exceed 90 mu [another scope]"],
        ),
    ] {
        assert_eq!(check_of(that), expected, "{that}");
    }
}

#[test]
fn an_allowance_must_fit_what_is_compared() {
    for within in ["5亿元", "0.5pp", "a"] {
        let lists = format!(
            r#""indicators": [{{ "id": "a", "name": "a", "unit": "亩", "better": "higher", "observed": {{ "2021": 1 }} }}],
               "checks": [{{ "that": "a = 1亩", "in": 2021, "within": "{within}" }}]"#
        );
        let (_, _, diagnostics) = with_diagnostics(&plan_text(&lists));
        let codes: Vec<_> = diagnostics
            .iter()
            .map(|found| found.problem.code())
            .collect();
        assert!(codes.contains(&"allowance"), "{within}: {codes:?}");
    }
}

#[test]
fn raising_must_not_lower() {
    let of = |formula: &str, slider: &str| {
        found(&format!(
            r#""assumptions": [{{ "id": "land", "name": "land", "unit": "亩", "value": 40{slider} }}],
               "indicators": [{{ "id": "va", "name": "va", "unit": "亩", "better": "higher", "formula": "{formula}" }}],
               "checks": [{{ "raising": "land", "never_lowers": "va" }}]"#
        ))
    };
    let slider = r#", "min": 0, "max": 160"#;
    assert_eq!(of("2 * land", slider), ["held 0"]);
    assert_eq!(of("7亩 + 0 * land", slider), ["held 0"]);
    // A hill with its top at 80: the steepest of 16 steps of 10 is the last one.
    assert_eq!(
        of("80亩 - (land - 80亩) * (land / 80亩 - 1)", slider),
        [
            "lowers check 0: raising “land” from 150 mu to 160 mu lowers “va” in 2021 from 18.75 mu to 0 mu"
        ]
    );
    assert_eq!(of("2 * land", ""), ["undecided 0 []"]);
    assert_eq!(of("3亩", slider), ["undecided 0 []"]);
}

#[test]
fn observations_against_identities() {
    let of = |observed: &str, formula: &str| {
        found(&format!(
            r#""assumptions": [{{ "id": "g", "name": "g", "unit": "%", "value": 5 }}],
               "indicators": [
                {{ "id": "loss", "name": "loss", "unit": "家", "better": "lower", "observed": {{ "2020": 58, "2021": 60 }} }},
                {{ "id": "firms", "name": "firms", "unit": "家", "better": "higher", "observed": {{ "2020": 341, "2021": 400 }} }},
                {{ "id": "x", "name": "x", "unit": "%", "better": "lower", "observed": {observed}, "formula": "{formula}" }}]"#
        ))
    };
    // Kaiping prints 58 of 341 as 14.81 %.
    assert_eq!(
        of(r#"{ "2020": 14.81, "2021": 15 }"#, "loss / firms"),
        ["identity-differs x: 2020: observed 14.81%, from other observations 17.01%"]
    );
    // Rounded to the digits printed, or off by half a per cent at most.
    assert_eq!(of(r#"{ "2020": 17.0 }"#, "loss / firms"), [""; 0]);
    assert_eq!(of(r#"{ "2020": 17.05 }"#, "loss / firms"), [""; 0]);
    // Carrying on is no identity; neither is what an assumption enters, nor what is not known.
    assert_eq!(of(r#"{ "2020": 14.81, "2021": 20 }"#, "prev(x)"), [""; 0]);
    assert_eq!(
        of(r#"{ "2020": 14.81, "2021": 20 }"#, "prev(x) * (1 + g)"),
        [""; 0]
    );
    assert_eq!(of(r#"{ "2022": 14.81 }"#, "loss / firms"), [""; 0]);
    // But the year before may be part of one.
    assert_eq!(
        of(r#"{ "2020": 15, "2021": 20 }"#, "prev(x) * growth(firms)"),
        ["identity-differs x: 2021: observed 20%, from other observations 2.595%"]
    );
}

#[test]
fn wholes_against_parts() {
    let of = |whole: &str| {
        found(&format!(
            r#""indicators": [{{ "id": "x", "name": "x", "unit": "家", "better": "higher", "over": "towns", "whole": "sum",
                "observed": {{ "east": {{ "2021": 5 }}, "west": {{ "2021": 7 }}, "all": {{ "2021": {whole} }} }} }}]"#
        ))
    };
    assert_eq!(of("12"), [""; 0]);
    assert_eq!(
        of("10"),
        ["parts-differ x: 2021: the whole is observed as 10 firms, from its members 12 firms"]
    );
}

#[test]
fn thresholds_of_members_against_the_whole() {
    let of = |unit: &str, whole: &str, thresholds: &str| {
        found(&format!(
            r#""indicators": [{{ "id": "x", "name": "x", "unit": "{unit}", "better": "higher", "over": "towns", "whole": "{whole}",
                "formula": "{}" }}],
               "targets": [{{ "id": "t", "of": "x", "in": 2023, "at_least": {{ {thresholds} }} }}]"#,
            if unit == "%" { "3%" } else { "3项" }
        ))
    };
    assert_eq!(
        of("项", "sum", r#""east": 5, "west": 7, "all": 12"#),
        [""; 0]
    );
    assert_eq!(
        of("项", "sum", r#""*": 6, "all": 5"#),
        ["shares-differ t: 2023: the members' targets add up to 12 items, the whole's is 5 items"]
    );
    // A member without a threshold leaves it open.
    assert_eq!(of("项", "sum", r#""east": 5, "all": 12"#), [""; 0]);
    assert_eq!(
        of("%", "mean(x)", r#""east": 2, "west": 4, "all": 2"#),
        [""; 0]
    );
    assert_eq!(
        of("%", "mean(x)", r#""east": 2, "west": 4, "all": 5"#),
        ["whole-outside t: 2023: the whole's target 5% is not between the members' 2% and 4%"]
    );
    assert_eq!(
        of("项", "max(x)", r#""east": 2, "west": 4, "all": 5"#),
        [""; 0]
    );
}
