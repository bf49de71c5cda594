//! Observations entered on the screen: projections begin from them, the file carries them, and there is a way back.

use attain::app::keep::{keep, restore};
use attain::app::planner::Planner;
use attain::engine::eval::Cell;
use attain::engine::index::{IndicatorIdx, MemberIdx, Year};
use attain::engine::lang::Lang;
use attain::engine::plan::read;
use attain::storage::Memory;
use attain::view::data;
use leptos::prelude::WithUntracked;

use crate::recompute::{PINGHU, assumption, level, with_planner};

const KAIPING: &str = include_str!("../../public/plans/kaiping-2021-2025.json");

/// A stock that grows by a tenth a year, observed twice.
const STOCK: &str = r#"{
  "format": 1, "id": "stock", "title": "stock", "period": { "start": 2020, "end": 2024 },
  "assumptions": [{ "id": "growth", "unit": "%", "value": 10, "basis": "history" }],
  "indicators": [
    { "id": "stock", "unit": "家", "better": "higher", "observed": { "2020": 100, "2021": 120 },
      "formula": "prev(stock) * (1 + growth)" }
  ],
  "targets": [{ "id": "t", "of": "stock", "in": 2024, "at_least": 160 }]
}"#;

fn indicator(planner: &Planner, id: &str) -> IndicatorIdx {
    let opened = planner.opened.get_untracked();
    let mut all = opened.plan.indicators.iter();
    IndicatorIdx::new(all.position(|one| one.id.value == id).unwrap())
}

fn value(planner: &Planner, id: &str, member: Option<MemberIdx>, year: Year) -> f64 {
    let index = indicator(planner, id);
    planner.evaluation.with_untracked(|evaluation| {
        let cell = evaluation.projection().cell(index, member, year);
        cell.number().unwrap()
    })
}

fn enter(planner: &Planner, id: &str, member: Option<MemberIdx>, year: Year, value: Option<f64>) {
    planner.observe(indicator(planner, id), member, year, value);
}

#[test]
fn a_projection_goes_on_from_what_is_entered() {
    with_planner(KAIPING, |planner| {
        let spot = assumption(&planner, "new_firms");
        let level = level(&planner, spot);
        let new_firms = level.get_untracked().value.unwrap();
        assert_eq!(value(&planner, "firms", None, 2023), 399.0 + new_firms);
        enter(&planner, "firms", None, 2023, Some(420.0));
        assert_eq!(value(&planner, "firms", None, 2023), 420.0);
        assert_eq!(value(&planner, "firms", None, 2024), 420.0 + new_firms);
        assert_eq!(planner.entered().get_untracked(), 1);
        assert_eq!(value(&planner, "firms", None, 2022), 399.0);
        planner.store.undo();
        assert_eq!(
            value(&planner, "firms", None, 2024),
            399.0 + 2.0 * new_firms
        );
        assert_eq!(planner.file().text, KAIPING);
    });
}

#[test]
fn what_is_moved_stays_moved() {
    with_planner(STOCK, |planner| {
        planner.set_value(assumption(&planner, "growth"), 20.0);
        enter(&planner, "stock", None, 2022, Some(100.0));
        assert_eq!(value(&planner, "stock", None, 2023), 120.0);
        assert_eq!(planner.moved().get_untracked(), 1);
    });
}

#[test]
fn a_value_of_the_plan_can_be_withdrawn_and_given_back() {
    with_planner(STOCK, |planner| {
        enter(&planner, "stock", None, 2021, None);
        assert!((value(&planner, "stock", None, 2021) - 110.0).abs() < 1e-9);
        enter(&planner, "stock", None, 2020, None);
        let index = indicator(&planner, "stock");
        let row = planner.data_row(index, None).get_untracked();
        assert!(row.cells.iter().all(|cell| cell.observed.is_empty()));
        enter(&planner, "stock", None, 2021, Some(120.0));
        enter(&planner, "stock", None, 2020, Some(100.0));
        assert_eq!(planner.entered().get_untracked(), 0);
        assert_eq!(planner.file().text, STOCK);
    });
}

#[test]
fn taking_all_back_is_one_step() {
    with_planner(STOCK, |planner| {
        enter(&planner, "stock", None, 2022, Some(125.0));
        enter(&planner, "stock", None, 2023, Some(131.5));
        planner.store.forget_observations();
        assert_eq!(planner.file().text, STOCK);
        planner.store.undo();
        assert_eq!(planner.entered().get_untracked(), 2);
    });
}

#[test]
fn the_file_has_entered_values_where_an_author_would_write_them() {
    with_planner(STOCK, |planner| {
        enter(&planner, "stock", None, 2022, Some(131.5));
        let file = planner.file().text;
        assert!(file.contains(r#""observed": { "2020": 100, "2021": 120, "2022": 131.5 }"#));
    });
    with_planner(PINGHU, |planner| {
        let danghu = Some(MemberIdx::new(0));
        enter(&planner, "town_tax", danghu, 2024, Some(3.1));
        enter(&planner, "town_tax", None, 2024, Some(40.0));
        enter(&planner, "va", None, 2024, Some(520.0));
        assert_eq!(value(&planner, "town_tax", danghu, 2024), 3.1);
        assert_eq!(value(&planner, "town_tax", None, 2024), 40.0);
        let file = planner.file().text;
        assert!(
            file.contains(r#""observed": { "danghu": { "2024": 3.1 }, "all": { "2024": 40 } }"#),
            "{file}"
        );
        let reading = read(&file);
        assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
        with_planner(&file, |reopened| {
            assert_eq!(value(&reopened, "va", None, 2024), 520.0);
            let now = planner.results.get_untracked();
            assert_eq!(reopened.results.get_untracked().all(), now.all());
        });
    });
}

#[test]
fn entered_values_are_kept_between_visits() {
    let storage = Memory::default();
    with_planner(STOCK, |planner| {
        enter(&planner, "stock", None, 2022, Some(131.5));
        enter(&planner, "stock", None, 2020, None);
        keep(&storage, &planner.store.kept()).unwrap();
        let (kept, notice) = restore(&storage);
        assert_eq!(notice, None);
        assert_eq!(kept.session, *planner.store.session());
    });
}

#[test]
fn what_is_entered_is_told_from_what_is_computed() {
    with_planner(KAIPING, |planner| {
        enter(&planner, "va", None, 2023, Some(1234.5678));
        let va = indicator(&planner, "va");
        let row = planner.data_row(va, None).get_untracked();
        let years = planner.data_years().get_untracked();
        let cell = |year: Year| &row.cells[years.iter().position(|known| *known == year).unwrap()];
        assert_eq!(cell(2023).observed, "1,234.5678");
        assert!(cell(2023).is_entered && !cell(2022).is_entered);
        assert_eq!(cell(2022).observed, "129.8");
        assert!(cell(2024).observed.is_empty());
        // 1,234.5678 and the growth of two years, as the plan's default says: (129.80 / 114.33)^(1/2) a year.
        let growth = (129.80_f64 / 114.33).sqrt();
        assert_eq!(
            cell(2025).computed,
            format!("{:.0}", 1234.5678 * growth.powi(2)).replacen('1', "1,", 1)
        );
    });
}

/// Every cell that says it takes a value takes one, in every shipped plan: the plan stays free of errors, and the value
/// stands there.
#[test]
fn every_open_cell_takes_a_value() {
    for text in [KAIPING, PINGHU] {
        with_planner(text, |planner| {
            let source = planner.source.get_untracked();
            let year = source.model.period().end;
            for place in data::places(&source.plan, Lang::Zh).into_iter().take(3) {
                let member = place.member.as_ref().map(|(_, member)| *member);
                for index in data::groups(&source.plan, &place, Lang::Zh)
                    .into_iter()
                    .flat_map(|group| group.items)
                {
                    if !planner.data_row(index, member).get_untracked().can_enter {
                        continue;
                    }
                    planner.observe(index, member, year, Some(7.0));
                    planner.evaluation.with_untracked(|evaluation| {
                        let cell = evaluation.projection().cell(index, member, year);
                        assert_eq!(cell, Cell::Observed(7.0), "{index:?} {place:?}");
                    });
                    assert!(!planner.opened.get_untracked().has_errors());
                    planner.store.undo();
                }
            }
        });
    }
}
