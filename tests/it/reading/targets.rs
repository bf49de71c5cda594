//! The complete plan: its targets; and what becomes of what cannot be read.

use attain::engine::lang::Lang;
use attain::engine::plan::{Comparison, Done, Due, Kind, Period, Subject, Years, read};

use super::{amount, complete, indicator, quantity, table, target};

#[test]
fn targets() {
    let plan = complete();
    let full = target(&plan, "a1-5");
    assert_eq!(
        (full.kind, full.name.unwrap().get(Lang::En)),
        (Kind::Binding, "Value added")
    );
    assert_eq!(
        (full.responsible.len(), full.responsible[1].get(Lang::En)),
        (2, "统计局")
    );
    assert_eq!(full.sources[0].at.as_ref().unwrap().get(Lang::En), "row 5");
    assert_eq!(full.sources[0].quote.as_deref(), Some("“增加值”·150\n亿元"));
    let full = quantity(&plan, "a1-5");
    assert_eq!(
        (full.of.value.as_str(), full.unit.unwrap().value.as_str()),
        ("va", "亿元")
    );
    assert_eq!(
        (full.years, full.comparison, full.base.unwrap().value),
        (Some(Years::In(2025)), Comparison::AtLeast, 2022)
    );
    assert_eq!(
        (
            table(&full.threshold, amount),
            table(&full.stretch.unwrap(), amount)
        ),
        ("150".into(), "=160亿元".into())
    );

    let said = |id| {
        let quantity = quantity(&plan, id);
        (
            quantity.comparison,
            quantity.years,
            table(&quantity.threshold, amount),
        )
    };
    assert_eq!(
        said("milestones"),
        (Comparison::MoreThan, None, "2023-130 2027-180".into())
    );
    assert_eq!(
        said("cap"),
        (
            Comparison::AtMost,
            Some(Years::Every(2023, 2027)),
            "*:40 danghu:=50%".into()
        )
    );
    assert_eq!(said("below").2, "danghu:2024-2 2025-1 all:2025-3");
    assert_eq!(
        said("range"),
        (
            Comparison::Between,
            Some(Years::By(Some(2024), 2026)),
            "140".into()
        )
    );
    assert_eq!(
        table(&quantity(&plan, "range").upper.unwrap(), amount),
        "=170亿元"
    );
    assert_eq!(said("ranges").2, "danghu:2025-1 2027-=1亿元 all:2027-3");
    assert_eq!(
        table(&quantity(&plan, "ranges").upper.unwrap(), amount),
        "danghu:2025-2 2027-3 all:2027-4"
    );
    assert_eq!(
        said("once"),
        (
            Comparison::AtLeast,
            Some(Years::By(None, 2027)),
            "200".into()
        )
    );
    assert_eq!(
        said("about"),
        (Comparison::About, Some(Years::In(2026)), "150".into())
    );
    assert_eq!(amount(&quantity(&plan, "about").tolerance.unwrap()), "10");
    assert_eq!(
        [
            target(&plan, "milestones").kind,
            target(&plan, "cap").kind,
            target(&plan, "below").kind
        ],
        [Kind::Aspirational, Kind::Anticipatory, Kind::Anticipatory]
    );
}

/// A plan without a period opens with the years its targets speak of.
#[test]
fn a_missing_period_follows_from_the_targets() {
    let text = r#"{ "targets": [
        { "id": "a", "of": "x", "every": [2022, 2024], "at_least": 1 },
        { "id": "b", "of": "x", "at_least": { "all": { "2030": 1 } } }] }"#;
    assert_eq!(
        read(text).plan.unwrap().period,
        Period {
            start: 2022,
            end: 2030
        }
    );
    let plan = read(include_str!("../fixtures/broken/period-reversed.json"))
        .plan
        .unwrap();
    assert_eq!(
        plan.period,
        Period {
            start: 2023,
            end: 2027
        }
    );
}

#[test]
fn events_and_statements() {
    let plan = complete();
    let done = |done: &Done| match done {
        Done::No => "no".to_owned(),
        Done::On(date) => date.clone(),
    };
    let Subject::Event {
        event,
        by,
        over,
        done: record,
    } = target(&plan, "park").subject
    else {
        panic!()
    };
    assert_eq!((event.get(Lang::En), over), ("完成扩园", None));
    assert_eq!(
        by,
        Due {
            from: None,
            by: "2023-06".into()
        }
    );
    assert_eq!(table(&record.unwrap(), done), "2023-05-30");
    let Subject::Event {
        by,
        over,
        done: record,
        ..
    } = target(&plan, "parks").subject
    else {
        panic!()
    };
    assert_eq!(
        by,
        Due {
            from: Some("2023".into()),
            by: "2024".into()
        }
    );
    assert_eq!(over.unwrap().value, "towns");
    assert_eq!(table(&record.unwrap(), done), "danghu:no *:2024-02-29");
    let Subject::Statement(words) = target(&plan, "cleaner").subject else {
        panic!()
    };
    assert_eq!(words.get(Lang::Zh), "主要污染物排放总量进一步下降");
}

/// What cannot be read is left out or unknown, never taken for something else.
#[test]
fn the_unreadable_is_unknown() {
    let plan = read(include_str!("../fixtures/broken/target-event.json"))
        .plan
        .unwrap();
    let Subject::Event { by, done, .. } = target(&plan, "e").subject else {
        panic!()
    };
    assert_eq!((by.by.as_str(), done), ("2025", None));
    let Subject::Event { by, .. } = target(&plan, "b").subject else {
        panic!()
    };
    assert_eq!(by, Due::default());
    let plan = read(include_str!("../fixtures/broken/target-comparison.json"))
        .plan
        .unwrap();
    assert_eq!(table(&quantity(&plan, "c").threshold, amount), "=");
    assert_eq!(
        table(&quantity(&plan, "g").threshold, amount),
        "2025-= 2027-3"
    );
    let plan = read(include_str!("../fixtures/broken/target-subject.json"))
        .plan
        .unwrap();
    assert_eq!(quantity(&plan, "d").of.value, "");
    let plan = read(include_str!("../fixtures/broken/indicator-observed.json"))
        .plan
        .unwrap();
    assert_eq!(
        table(&indicator(&plan, "b").observed.unwrap(), |o| format!(
            "{:?}",
            o.value.is_some()
        )),
        "2022-false 2023-true"
    );
    let plan = read(include_str!("../fixtures/broken/duplicate-names.json"))
        .plan
        .unwrap();
    assert_eq!(
        (
            plan.tables.len(),
            plan.assumptions.len(),
            plan.indicators.len(),
            plan.targets.len()
        ),
        (0, 1, 0, 1)
    );
}
