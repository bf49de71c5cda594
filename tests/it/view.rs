//! View models: wording, order and marks, as tables.

use std::sync::Arc;

use attain::engine::attain::{Band, Outcome, Verdict, attain};
use attain::engine::eval::Evaluator;
use attain::engine::lang::Lang;
use attain::engine::model::Axis;
use attain::engine::plan::{Comparison, Kind, Years};
use attain::text::words::{Side, Words};
use attain::view::course::Point;
use attain::view::detail::Judgement;
use attain::view::entry::parse;
use attain::view::figures::Figures;
use attain::view::formula::readable;
use attain::view::headline::Headline;
use attain::view::list::{Criteria, Grouping, Order, list};
use attain::view::results::Results;
use attain::view::spark::{HEIGHT, Spark};
use attain::view::status::Status;
use attain::view::target;

use crate::models::with_diagnostics;
use crate::recompute::PINGHU;

#[test]
fn requirements_in_words() {
    let cases = [
        (
            Years::In(2025),
            Comparison::AtLeast,
            None,
            "2025 年 ≥ 240",
            "at least 240 in 2025",
        ),
        (
            Years::In(2025),
            Comparison::MoreThan,
            None,
            "2025 年 > 240",
            "more than 240 in 2025",
        ),
        (
            Years::Every(2021, 2025),
            Comparison::AtMost,
            None,
            "2021–2025 年每年 ≤ 240",
            "at most 240 in every year 2021–2025",
        ),
        (
            Years::By(None, 2027),
            Comparison::LessThan,
            None,
            "2027 年底前 < 240",
            "less than 240 by the end of 2027",
        ),
        (
            Years::By(Some(2026), 2028),
            Comparison::Between,
            Some("260"),
            "2026–2028 年内 240 至 260",
            "between 240 and 260 at some time in 2026–2028",
        ),
        (
            Years::In(2025),
            Comparison::About,
            Some("228"),
            "2025 年 240 左右（容至 228）",
            "about 240 (228 will do) in 2025",
        ),
    ];
    for (years, comparison, edge, zh, en) in cases {
        assert_eq!(
            Words(Lang::Zh).requirement(years, comparison, "240", edge),
            zh
        );
        assert_eq!(
            Words(Lang::En).requirement(years, comparison, "240", edge),
            en
        );
    }
}

#[test]
fn numbers_as_people_type_them() {
    let cases = [
        ("7.8", Some(7.8)),
        (" 1,708 ", Some(1708.0)),
        ("３５００", Some(3500.0)),
        ("−0.5", Some(-0.5)),
        ("7.8%", Some(7.8)),
        ("１２．５％", Some(12.5)),
        ("1e3", Some(1000.0)),
        (".5", Some(0.5)),
        ("+2", Some(2.0)),
        ("", None),
        ("-", None),
        ("7.8.1", None),
        ("inf", None),
        ("NaN", None),
        ("1e999", None),
        ("八", None),
    ];
    for (text, expected) in cases {
        assert_eq!(parse(text), expected, "{text:?}");
    }
}

/// All outcomes of a shipped plan, for tests that would otherwise make outcomes no engine makes.
fn pinghu() -> (
    attain::engine::plan::Plan,
    Arc<attain::engine::model::Model>,
    Vec<Outcome>,
) {
    let (plan, model, _) = with_diagnostics(PINGHU);
    let outcomes = attain(&Evaluator::new(Arc::clone(&model), model.defaults()).projection());
    (plan, model, outcomes)
}

#[test]
fn near_is_a_miss_that_is_almost_there() {
    let (_, _, outcomes) = pinghu();
    let mut outcome = outcomes[0].clone();
    for (verdict, band, expected) in [
        (Verdict::Attained, Some(Band::Attained), Status::Attained),
        (Verdict::Missed, Some(Band::Near), Status::Near),
        (Verdict::Missed, Some(Band::Stagnation), Status::Missed),
        (Verdict::Missed, None, Status::Missed),
        (Verdict::Undetermined, None, Status::Undetermined),
        (Verdict::Unscored, None, Status::Unscored),
    ] {
        outcome.verdict = verdict;
        outcome.band = band;
        assert_eq!(Status::of(&outcome), expected);
    }
}

#[test]
fn figures_agree_with_the_verdict() {
    let (_, _, outcomes) = pinghu();
    let mut outcome = outcomes[0].clone();
    outcome.edge = None;
    for (value, threshold, shown, margin, distance, side) in [
        (
            39.97,
            40.0,
            "39.97",
            "−0.03",
            "0.03\u{a0}百分点",
            Side::Short,
        ),
        (
            39.999_997,
            40.0,
            "39.999997",
            "−0.000003",
            "0.000003\u{a0}百分点",
            Side::Short,
        ),
        (41.0, 40.0, "41", "+1", "1\u{a0}百分点", Side::Over),
        (40.0, 40.0, "40", "0", "0\u{a0}百分点", Side::Exact),
    ] {
        outcome.value = Some(value);
        outcome.threshold = Some(threshold);
        outcome.margin = Some(value - threshold);
        let figures = Figures::of(&outcome, "%", Lang::Zh);
        assert_eq!(figures.value.as_deref(), Some(shown));
        assert_eq!(figures.threshold.as_deref(), Some("40%"));
        assert_eq!(figures.margin.as_deref(), Some(margin));
        assert_eq!(figures.distance.as_deref(), Some(distance));
        assert_eq!(figures.side, Some(side));
    }
}

#[test]
fn the_headline_counts_every_result_of_the_plan_once() {
    let (_, _, outcomes) = pinghu();
    let headline = Headline::of(&outcomes);
    let of_plan = outcomes.iter().filter(|outcome| outcome.member.is_none());
    let scored = of_plan
        .clone()
        .filter(|outcome| outcome.verdict != Verdict::Unscored)
        .count();
    assert_eq!(headline.all.total(), scored);
    for status in Status::COUNTED {
        let expected = of_plan
            .clone()
            .filter(|outcome| Status::of(outcome) == status)
            .count();
        let by_year: usize = headline
            .by_year
            .values()
            .map(|tally| tally.count(status))
            .sum();
        assert_eq!(headline.all.count(status), expected);
        assert_eq!(by_year, expected);
    }
}

#[test]
fn lists_follow_their_criteria() {
    let (plan, _, outcomes) = pinghu();
    let results = Results::new(outcomes);
    let all = Criteria::default();
    let listed = |criteria: &Criteria| {
        let groups = list(&plan, &results, criteria, Lang::Zh);
        groups
            .into_iter()
            .flat_map(|group| group.items)
            .collect::<Vec<_>>()
    };
    assert_eq!(listed(&all).len(), plan.targets.len());

    let flat = Criteria {
        grouping: Grouping::Flat,
        ..all.clone()
    };
    assert!(listed(&flat).is_sorted());

    let worst = Criteria {
        order: Order::Worst,
        ..flat.clone()
    };
    let statuses = listed(&worst)
        .into_iter()
        .map(|target| Status::of(results.speaking(target, None).unwrap()));
    assert!(statuses.is_sorted());

    let missed = Criteria {
        status: Some(Status::Missed),
        ..all.clone()
    };
    assert!(!listed(&missed).is_empty());
    for target in listed(&missed) {
        assert!(
            results
                .shown(target)
                .any(|outcome| Status::of(outcome) == Status::Missed)
        );
    }

    // The document calls one target of annex 1 binding.
    let binding = Criteria {
        kind: Some(Kind::Binding),
        ..flat.clone()
    };
    assert_eq!(listed(&binding).len(), 1);
    let in_2025 = Criteria {
        milestone: Some(2025),
        ..all.clone()
    };
    for target in listed(&in_2025) {
        assert_eq!(
            results.speaking(target, Some(2025)).unwrap().milestone(),
            2025
        );
    }

    let search = Criteria {
        search: " 专利 ".to_owned(),
        ..all
    };
    let found = listed(&search);
    assert!(!found.is_empty());
    assert!(
        found
            .iter()
            .all(|index| target::name(&plan, *index, Lang::Zh).contains("专利"))
    );
}

#[test]
fn formulas_speak_of_names() {
    let (plan, _, _) = pinghu();
    for (formula, zh, en) in [
        (
            "va / land",
            "规上工业增加值 ÷ 规上工业用地",
            "Value added of above-scale industry ÷ Land of above-scale industry",
        ),
        (
            "prev(va) * (1 + va_growth)",
            "上年(规上工业增加值) × (1 + 规上工业增加值增速)",
            "previous(Value added of above-scale industry) × (1 + Growth of value added of above-scale industry)",
        ),
        (
            "35[万元/亩] - 5pp >= x",
            "35[万元/亩] − 5pp ≥ x",
            "35[万元/亩] − 5pp ≥ x",
        ),
    ] {
        assert_eq!(readable(formula, &plan, Lang::Zh), zh);
        assert_eq!(readable(formula, &plan, Lang::En), en);
    }
}

#[test]
fn an_undetermined_result_says_why_and_what_to_enter() {
    let (plan, model, outcomes) = pinghu();
    let results = Results::new(outcomes);
    let position = plan
        .targets
        .iter()
        .position(|target| target.id.value == "a1-16")
        .unwrap();
    let index = attain::engine::index::TargetIdx::new(position);
    let judgement = Judgement::of(&plan, &model, &results, index, None, Lang::Zh);
    assert_eq!(judgement.status, Some(Status::Undetermined));
    let reason = judgement.reasons.first().unwrap();
    let awaited = plan
        .assumptions
        .iter()
        .position(|assumption| assumption.id.value == "energy_assigned");
    assert_eq!(
        reason.awaits.map(attain::engine::index::AssumptionIdx::at),
        awaited
    );
    assert!(
        reason
            .text
            .contains(plan.assumptions[awaited.unwrap()].name.get(Lang::Zh))
    );
}

#[test]
fn a_small_line_breaks_at_gaps_and_joins_history_to_projection() {
    let axis = Axis {
        first: 2020,
        last: 2024,
    };
    let point = |value, is_observed| Some(Point { value, is_observed });
    let points = [
        point(1.0, true),
        None,
        point(2.0, true),
        point(3.0, false),
        point(4.0, false),
    ];
    let spark = Spark::of(axis, &points, &[], std::iter::empty());
    assert_eq!(spark.observed.matches('M').count(), 2);
    assert_eq!(spark.projected.matches('M').count(), 1);
    assert_eq!(spark.projected.matches('L').count(), 2);
    // The last year is the highest, so it stands at the top.
    assert!(spark.projected.ends_with(" 4.0"), "{}", spark.projected);
    assert_eq!(spark.written, "");

    let flat = [point(5.0, false); 5];
    let spark = Spark::of(axis, &flat, &[], std::iter::empty());
    assert!(
        spark
            .projected
            .starts_with(&format!("M4.0 {:.1}", HEIGHT / 2.0))
    );

    assert_eq!(
        Spark::of(axis, &[], &[], std::iter::empty()),
        Spark::default()
    );
}
