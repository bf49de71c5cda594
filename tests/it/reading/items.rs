//! The complete plan: what it is taken from, its sets, assumptions, indicators, checks, scenarios and measures.

use attain::engine::lang::Lang;
use attain::engine::plan::{
    Awaits, Basis, Better, Distribution, Draws, Expectation, Interpolation, Observation, Period,
    PriceBasis, Series, Table, Uncertainty, Whole, Years,
};

use super::{amount, assumption, complete, indicator, table};

#[test]
fn the_document_and_its_sources() {
    let plan = complete();
    assert_eq!(plan.id, "complete");
    assert_eq!(
        (plan.title.get(Lang::Zh), plan.title.get(Lang::En)),
        ("完整的规划", "A complete plan")
    );
    assert!(plan.note.is_some());
    assert_eq!(
        plan.period,
        Period {
            start: 2023,
            end: 2027
        }
    );
    let [annex, yearbook] = plan.sources.as_slice() else {
        panic!("{:?}", plan.sources)
    };
    assert_eq!(annex.id.value, "annex-1.2");
    assert_eq!(
        annex.issuer.as_ref().unwrap().get(Lang::En),
        "People's Government of Pinghu"
    );
    assert_eq!(annex.date.as_deref(), Some("2023-04-20"));
    assert_eq!(annex.url.as_deref(), Some("https://example.org/annex1"));
    assert_eq!(
        (yearbook.date.as_deref(), &yearbook.issuer),
        (Some("2023-04"), &None)
    );
}

#[test]
fn sets_tables_and_units() {
    let plan = complete();
    let towns = &plan.sets[0];
    let members: Vec<_> = towns
        .members
        .iter()
        .map(|member| (member.id.value.as_str(), member.name.get(Lang::Zh)))
        .collect();
    assert_eq!(
        members,
        [
            ("danghu", "当湖街道"),
            ("新埭", "新埭"),
            ("dushan", "dushan")
        ]
    );
    assert_eq!(towns.counter.as_ref().unwrap().value, "个");
    let [density, quota] = plan.tables.as_slice() else {
        panic!("{:?}", plan.tables)
    };
    assert_eq!(density.points, [(0.0, 1.0), (10.0, 3.5)]);
    assert_eq!(
        (density.of.as_ref().unwrap().value.as_str(), density.path),
        ("万亩", Interpolation::Linear)
    );
    assert_eq!(quota.points, [(2023.0, 100.0), (2025.0, 300.0)]);
    assert_eq!(
        (&quota.of, quota.unit.value.as_str(), quota.path),
        (&None, "亩", Interpolation::Step)
    );
    let [case, shang] = plan.units.as_slice() else {
        panic!("{:?}", plan.units)
    };
    assert_eq!(
        (case.symbol.value.as_str(), &case.equals),
        ("标准箱", &None)
    );
    assert_eq!(shang.equals.as_ref().unwrap().value, "15 亩");
    assert_eq!(shang.name.as_ref().unwrap().get(Lang::Zh), "shang");
}

#[test]
fn uncertainties() {
    let plan = complete();
    let pert = Distribution::Pert(4.0, 7.0, 9.0);
    let uniform = Distribution::Uniform(300.0, 900.0);
    let triangular = Distribution::Triangular(-5.0, 0.0, 2.0);
    for (id, distribution, draws) in [
        ("va_growth", pert, Draws::Value),
        ("land_supply", uniform, Draws::Value),
        ("town_supply", Distribution::Normal(1.0, 0.2), Draws::Factor),
        ("price", Distribution::Lognormal(100.0, 0.2), Draws::Value),
        ("province_pass", triangular, Draws::Shift),
    ] {
        let expected = Uncertainty {
            distribution,
            draws,
        };
        assert_eq!(assumption(&plan, id).uncertainty, Some(expected), "{id}");
    }
}

#[test]
fn assumptions() {
    let plan = complete();
    let growth = assumption(&plan, "va_growth");
    assert_eq!(growth.name.get(Lang::En), "Growth");
    assert_eq!(growth.group.unwrap().get(Lang::En), "增长");
    assert_eq!(
        (growth.min, growth.max, growth.step),
        (Some(2.0), Some(12.0), Some(0.1))
    );
    assert_eq!(
        (growth.basis, growth.path),
        (Basis::Plan, Some(Interpolation::Compound))
    );
    assert_eq!(growth.derivation.unwrap().get(Lang::Zh), "附件1：7%");
    assert_eq!(
        growth.sources[0].reference.as_ref().unwrap().value,
        "annex-1.2"
    );
    assert_eq!(
        growth.sources[0].at.as_ref().unwrap().get(Lang::Zh),
        "row 1"
    );
    assert_eq!(growth.accept[0].0.value, "circular");
    assert_eq!(table(&growth.value.unwrap(), amount), "7");

    let value = |id| {
        assumption(&plan, id)
            .value
            .map(|value| table(&value, amount))
    };
    assert_eq!(
        value("land_supply").as_deref(),
        Some("2024-=400亩 * 2 2027-500")
    );
    assert_eq!(
        value("town_supply").as_deref(),
        Some("danghu:2024-10 *:5 all:=20亩")
    );
    assert_eq!(value("province_pass"), None);

    let basis = |id| assumption(&plan, id).basis;
    assert_eq!(
        ["land_supply", "town_supply", "price", "reading"].map(basis),
        [
            Basis::History,
            Basis::Expert,
            Basis::Placeholder,
            Basis::Placeholder
        ]
    );
    let awaits = |id| assumption(&plan, id).awaits;
    assert_eq!(
        ["province_pass", "assigned", "later"].map(awaits),
        [
            Some(Awaits::Benchmark),
            Some(Awaits::Delegated),
            Some(Awaits::Pending)
        ]
    );
    assert_eq!(
        assumption(&plan, "province_pass")
            .from
            .unwrap()
            .get(Lang::En),
        "Guangdong"
    );
    assert_eq!(
        assumption(&plan, "price").prices.unwrap().value,
        PriceBasis::Constant(2020)
    );
    assert_eq!(
        assumption(&plan, "town_supply").over.unwrap().value,
        "towns"
    );
    let options = assumption(&plan, "reading").options;
    assert_eq!(
        (
            options[1].value,
            options[1].name.get(Lang::Zh),
            options[1].sources.len()
        ),
        (2000.0, "附件2", 2)
    );
}

#[test]
fn indicators() {
    let plan = complete();
    let va = indicator(&plan, "va");
    let observed = |observation: &Observation| {
        observation
            .value
            .as_ref()
            .map_or("?".to_owned(), |value| value.value.to_string())
    };
    let values = va.observed.as_ref().unwrap();
    assert_eq!(table(values, observed), "2020-? 2021-109.76 2022-129.8");
    let Table::Whole(Series::ByYear(years)) = values else {
        panic!("{values:?}")
    };
    assert_eq!(years[1].1.vintage.as_deref(), Some("2022 年鉴"));
    assert_eq!(
        years[1].1.sources[0].reference.as_ref().unwrap().value,
        "yearbook"
    );
    let segments: Vec<_> = va.formula.unwrap().0;
    let segments: Vec<_> = segments
        .iter()
        .map(|(year, formula)| (year.as_ref().unwrap().value, formula.value.as_str()))
        .collect();
    assert_eq!(
        segments,
        [(2023, "130亿元"), (2024, "prev(va) * (1 + va_growth)")]
    );
    assert_eq!(
        (va.better, va.path, va.prices.unwrap().value),
        (
            Better::Higher,
            Some(Interpolation::Linear),
            PriceBasis::Current
        )
    );
    assert_eq!(
        (
            va.group.unwrap().get(Lang::En),
            va.sources.len(),
            va.accept.len()
        ),
        ("效益", 1, 1)
    );

    let town = indicator(&plan, "town_va");
    assert_eq!(
        table(&town.observed.unwrap(), observed),
        "danghu:2022-1 *:2022-? all:2022-9"
    );
    assert_eq!(
        (town.whole, town.better, town.formula),
        (Some(Whole::Sum), Better::Neutral, None)
    );
    assert_eq!(
        (town.except[0].value.as_str(), town.prices.unwrap().value),
        ("dushan", PriceBasis::Comparable)
    );
    let ratio = indicator(&plan, "town_ratio");
    assert_eq!(
        (ratio.whole, ratio.better),
        (Some(Whole::Same), Better::Lower)
    );
    assert!(ratio.formula.unwrap().0[0].0.is_none());
    let Some(Whole::Formula(whole)) = indicator(&plan, "town_rd").whole else {
        panic!()
    };
    assert_eq!(whole.value, "mean(town_rd, by: town_va)");
}

#[test]
fn checks_scenarios_and_measures() {
    let plan = complete();
    let Expectation::That {
        that,
        years,
        within,
    } = &plan.checks[0].expectation
    else {
        panic!()
    };
    assert_eq!(
        (
            that.value.as_str(),
            years,
            within.as_ref().unwrap().value.as_str()
        ),
        ("sum(town_va) = va", &Some(Years::In(2022)), "0.5%")
    );
    let years = |at: usize| match &plan.checks[at].expectation {
        Expectation::That { years, .. } => *years,
        other => panic!("{other:?}"),
    };
    assert_eq!((years(1), years(2)), (Some(Years::Every(2021, 2022)), None));
    let Expectation::Monotone {
        raising,
        never_lowers,
    } = &plan.checks[3].expectation
    else {
        panic!()
    };
    assert_eq!(
        (raising.value.as_str(), never_lowers.value.as_str()),
        ("va_growth", "va")
    );
    assert_eq!(
        (&plan.checks[4].expectation, plan.checks[4].sources.len()),
        (&Expectation::Standing, 2)
    );

    let [cautious, worse] = plan.scenarios.as_slice() else {
        panic!()
    };
    let set: Vec<_> = cautious
        .set
        .iter()
        .map(|(id, value)| (id.value.as_str(), table(value, amount)))
        .collect();
    assert_eq!(
        set,
        [
            ("va_growth", "4".into()),
            ("town_supply", "danghu:1 *:2025-2".into())
        ]
    );
    assert_eq!(
        (cautious.author.as_deref(), cautious.date.as_deref()),
        (Some("甲"), Some("2024"))
    );
    assert_eq!(
        (
            worse.base.as_ref().unwrap().value.as_str(),
            worse.name.get(Lang::Zh)
        ),
        ("cautious", "worse")
    );
    assert_eq!(table(&worse.set[0].1, amount), "2024-3 2027-=1% + 1%");
    let measure = &plan.measures[0];
    assert_eq!((measure.responsible.len(), measure.sources.len()), (1, 1));
    assert_eq!(
        measure
            .serves
            .iter()
            .map(|id| id.value.as_str())
            .collect::<Vec<_>>(),
        ["a1-5", "park"]
    );
}
