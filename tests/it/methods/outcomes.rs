//! The methods on outcomes of plans, and the table the screen shows of them.

use attain::engine::attain::methods::{
    Agreement, Assessment, Finding, Label, Method, Score, Unassessable, assess_all, completion,
    escap, eurostat, open_sdg, unsd, xiaokang,
};
use attain::engine::attain::{Band, Verdict, attain};
use attain::engine::eval::{Evaluator, Projection};
use serde_json::{Value, json};
use std::sync::Arc;

use crate::models::{projected, with_diagnostics};

/// A plan of 2021–2025 with one indicator `x`, which has been 100 亿元 in 2020, one target, and assumptions for its
/// formula.
pub fn with_target(indicator: Value, target: Value) -> Projection {
    let mut x = json!({"id": "x", "name": "x", "unit": "亿元", "better": "higher",
        "observed": {"2020": 100}});
    let mut t = json!({"id": "t", "of": "x", "in": 2025});
    merge(&mut x, indicator);
    merge(&mut t, target);
    projected(&json!({
        "format": 1, "id": "p", "title": "p", "period": {"start": 2021, "end": 2025},
        "assumptions": [
            {"id": "level", "name": "level", "unit": "亿元", "value": 149},
            {"id": "g", "name": "g", "unit": "%", "value": 10}
        ],
        "indicators": [x], "targets": [t]
    }))
}

fn merge(object: &mut Value, more: Value) {
    let Value::Object(more) = more else {
        panic!("an object")
    };
    object.as_object_mut().unwrap().extend(more);
}

fn assessed(projection: &Projection) -> Vec<Assessment> {
    assess_all(projection, &attain(projection)[0])
}

fn of(assessed: &[Assessment], method: Method) -> Assessment {
    let found = assessed.iter().find(|it| it.method == method);
    *found.unwrap()
}

fn finding(assessed: &[Assessment], method: Method) -> Finding {
    of(assessed, method).finding.unwrap()
}

/// The numbers of vector DF-02: 149 of 150 from 100. The verdict is missed; by their own rules most methods are content.
#[test]
fn methods_disagree_visibly() {
    let projection = with_target(
        json!({"observed": {"2020": 100, "2022": 118}, "formula": {"2023": "level"}}),
        json!({"at_least": 150}),
    );
    let assessed = assessed(&projection);
    let missed = finding(&assessed, Method::Default);
    assert_eq!(
        missed.label,
        Label::Default(Verdict::Missed, Some(Band::Near))
    );
    let table = [
        (Method::Default, missed.label, 2025, Agreement::Agrees),
        (
            Method::Eurostat,
            Label::Eurostat(eurostat::Progress::Significant),
            2025,
            Agreement::Disagrees,
        ),
        (
            Method::OpenSdg,
            Label::OpenSdg(open_sdg::Status::OnTrack),
            2025,
            Agreement::Disagrees,
        ),
        (
            Method::Unsd,
            Label::Unsd(unsd::Progress::OnTrackOrMet),
            2025,
            Agreement::Disagrees,
        ),
        (
            Method::EscapStatus,
            Label::EscapStatus(escap::Status::Underway),
            2022,
            Agreement::Silent,
        ),
        (
            Method::EscapOutlook,
            Label::EscapOutlook(escap::Outlook::Maintain),
            2025,
            Agreement::Disagrees,
        ),
        // 18 of 50 done where 20 were due: exactly nine tenths.
        (
            Method::Completion,
            Label::Completion(completion::Standing::InLine),
            2022,
            Agreement::Disagrees,
        ),
        (
            Method::Xiaokang,
            Label::Xiaokang(xiaokang::Degree::Partial),
            2025,
            Agreement::Agrees,
        ),
    ];
    for (method, label, year, agreement) in table {
        let found = of(&assessed, method);
        let said = found.finding.unwrap();
        assert_eq!((said.label, said.year), (label, year), "{method:?}");
        assert_eq!(found.agreement, agreement, "{method:?}");
    }
    assert_eq!(
        of(&assessed, Method::EscapTrend).finding,
        Err(Unassessable::NotAShare)
    );
    assert_eq!(
        finding(&assessed, Method::Unsd).score,
        Some(Score::Share(0.98))
    );
}

/// A share with the observations of vector UN-08; its forecast for 2030 is 73.90 %.
#[test]
fn a_share_is_extrapolated_by_its_own_trend() {
    let plan = |target: f64| {
        projected(&json!({
            "format": 1, "id": "p", "title": "p", "period": {"start": 2024, "end": 2030},
            "indicators": [{"id": "x", "name": "x", "unit": "%", "better": "higher",
                "observed": {"2015": 42, "2017": 46.5, "2019": 50, "2021": 55.5, "2023": 60},
                "formula": {"2024": "prev(x) + step"}}],
            "assumptions": [{"id": "step", "name": "step", "unit": "百分点", "value": 3}],
            "targets": [{"id": "t", "of": "x", "in": 2030, "at_least": target}]
        }))
    };
    let assessed = assessed(&plan(80.0));
    let Some(Score::Gap(gap)) = finding(&assessed, Method::EscapTrend).score else {
        panic!("a gap")
    };
    assert!(
        (gap - (80.0 - 73.903_871_636_321_45) / 0.2).abs() < 1e-9,
        "{gap}"
    );
    let trend = of(&assessed, Method::EscapTrend);
    assert_eq!(trend.agreement, Agreement::Disagrees);
    assert_eq!(
        of(&assessed, Method::Default)
            .finding
            .unwrap()
            .label
            .promises(),
        Some(true)
    );
}

fn silent(cases: impl IntoIterator<Item = (Method, Value, Value, Unassessable)>) {
    for (method, indicator, target, reason) in cases {
        let text = format!("{method:?} of {target} with {indicator}");
        let assessed = assessed(&with_target(indicator, target));
        assert_eq!(of(&assessed, method).finding, Err(reason), "{text}");
    }
}

#[test]
fn growth_that_says_nothing_is_not_compared() {
    let level = || json!({"formula": {"2021": "prev(x) * (1 + g)"}});
    let growth = || json!({"of": "growth(x)", "in": 2021, "at_least": 5});
    let sum = || json!({"of": "cumulative(x, 2021)", "at_least": 5});
    let from = |base: f64| json!({"observed": {"2020": base}, "formula": {"2021": "level"}});
    let target = || json!({"at_least": 10});
    silent([
        (
            Method::Eurostat,
            level(),
            growth(),
            Unassessable::GrowthRate,
        ),
        (Method::Unsd, level(), growth(), Unassessable::GrowthRate),
        (Method::Eurostat, level(), sum(), Unassessable::RunningSum),
        (Method::OpenSdg, level(), sum(), Unassessable::RunningSum),
        (
            Method::Eurostat,
            from(0.0),
            target(),
            Unassessable::ZeroBase,
        ),
        (
            Method::Eurostat,
            from(-5.0),
            target(),
            Unassessable::SignChange,
        ),
    ]);
}

#[test]
fn no_label_rather_than_a_misleading_one() {
    let rising = || json!({"formula": {"2021": "prev(x) * (1 + g)"}});
    let falling = || json!({"formula": {"2021": "prev(x) * (1 - g)"}});
    let negative = || json!({"observed": {"2020": -5}, "formula": {"2021": "prev(x)"}});
    let neutral = || json!({"better": "neutral", "formula": {"2021": "prev(x)"}});
    let unknown = || json!({"formula": {"2021": "prev(x) / 0"}});
    let least = |threshold: f64| json!({"at_least": threshold});
    let range = || json!({"between": [120, 140]});
    let about = || json!({"about": 120});
    silent([
        (
            Method::Completion,
            rising(),
            least(150.0),
            Unassessable::NothingObserved,
        ),
        (
            Method::Eurostat,
            rising(),
            least(90.0),
            Unassessable::BaseBeyondTarget,
        ),
        (
            Method::EscapOutlook,
            falling(),
            least(90.0),
            Unassessable::BaseBeyondTarget,
        ),
        (
            Method::Unsd,
            falling(),
            least(100.0),
            Unassessable::BaseAtTarget,
        ),
        (
            Method::Xiaokang,
            negative(),
            least(10.0),
            Unassessable::Negative,
        ),
        (Method::Eurostat, rising(), range(), Unassessable::Range),
        (
            Method::Eurostat,
            neutral(),
            about(),
            Unassessable::NoDirection,
        ),
        (
            Method::Xiaokang,
            unknown(),
            least(120.0),
            Unassessable::Unknown,
        ),
    ]);
}

#[test]
fn what_is_no_quantity_in_one_year_is_left_to_the_verdict() {
    for (subject, reason) in [
        (
            json!({"of": "x", "every": [2021, 2025], "at_least": 90}),
            Unassessable::SeveralYears,
        ),
        (
            json!({"event": "done", "by": "2025-06"}),
            Unassessable::NotAQuantity,
        ),
        (json!({"statement": "better"}), Unassessable::NotAQuantity),
    ] {
        let mut target = json!({"id": "t"});
        merge(&mut target, subject);
        let projection = projected(&json!({
            "format": 1, "id": "p", "title": "p", "period": {"start": 2021, "end": 2025},
            "indicators": [{"id": "x", "name": "x", "unit": "亿元", "better": "higher",
                "observed": {"2020": 100}, "formula": {"2021": "prev(x)"}}],
            "targets": [target]
        }));
        let assessed = assessed(&projection);
        let silent = assessed.iter().filter(|it| it.finding == Err(reason));
        assert_eq!(silent.count(), Method::ALL.len() - 1, "{target}");
    }
}

/// Open SDG computes with 0.001 in place of zero: its label is kept and compared with nothing.
#[test]
fn a_replaced_zero_is_said() {
    let projection = with_target(
        json!({"observed": {"2020": 0}, "formula": {"2021": "level"}}),
        json!({"at_least": 300}),
    );
    let open_sdg = of(&assessed(&projection), Method::OpenSdg);
    assert!(open_sdg.finding.unwrap().is_distorted);
    assert_eq!(open_sdg.agreement, Agreement::Silent);
}

/// Average growth is assessed by the level it implies: its growth ratio is that of the rates themselves.
#[test]
fn average_growth_by_its_level() {
    let projection = with_target(
        json!({"formula": {"2021": "prev(x) * (1 + 0.6 * g)"}}),
        json!({"of": "average_growth(x, 2020)", "at_least": 8}),
    );
    let Some(Score::Ratio(ratio)) = finding(&assessed(&projection), Method::Eurostat).score else {
        panic!("a ratio")
    };
    assert!((ratio - 0.75).abs() < 1e-9, "{ratio}");
}

#[test]
fn every_outcome_of_the_shipped_plans_can_be_assessed() {
    let mut labels = 0;
    for file in std::fs::read_dir("public/plans").unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let (_, model, _) = with_diagnostics(&text);
        let projection = Evaluator::new(Arc::clone(&model), model.defaults()).projection();
        for outcome in attain(&projection) {
            let assessed = assess_all(&projection, &outcome);
            let methods: Vec<Method> = assessed.iter().map(|it| it.method).collect();
            assert_eq!(methods, Method::ALL);
            assert_ne!(assessed[0].agreement, Agreement::Disagrees, "{outcome:?}");
            labels += assessed.iter().filter(|it| it.finding.is_ok()).count();
        }
    }
    assert!(labels > 1_000, "{labels}");
}
