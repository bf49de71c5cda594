//! Values by year as a drawing, and the years that are added to a path and taken out of it.

use attain::engine::index::AssumptionIdx;
use attain::engine::inputs::{Inputs, Setting};
use attain::engine::lang::Lang;
use attain::view::assumption::{Range, Shift, Spot};
use attain::view::path::{Drawn, drawn};

use crate::models::model_of;
use crate::recompute::{PINGHU, assumption, with_planner};

const RANGE: Range = Range {
    min: 0.0,
    max: 100.0,
    step: 1.0,
};

/// The drawing of a path from 2024 to 2028 whose plan says 20 in 2024 and 40 in 2028, after it was moved.
fn path(kind: &str, moved: Option<&[(i32, f64)]>) -> Drawn {
    let model = model_of(&format!(
        r#"{{ "format": 1, "id": "p", "title": "p", "period": {{ "start": 2024, "end": 2028 }},
            "assumptions": [{{ "id": "a", "name": "a", "unit": "亩", "value": {{ "2024": 20, "2028": 40 }}, "path": "{kind}",
                "min": 0, "max": 100, "step": 1, "basis": "expert" }}],
            "indicators": [{{ "id": "y", "name": "y", "unit": "亩", "better": "higher", "formula": "a" }}] }}"#
    ));
    let assumption = AssumptionIdx::new(0);
    let mut inputs: Inputs = model.defaults().clone();
    if let Some(points) = moved {
        let setting = Setting::ByYear(points.iter().copied().collect());
        inputs.set(assumption, None, &setting);
    }
    let shift = Shift::of(&inputs, model.defaults(), assumption, None);
    drawn(&model, assumption, &shift, RANGE, Lang::Zh)
}

#[test]
fn every_year_has_its_place_and_the_stated_ones_are_points() {
    let drawn = path("linear", None);
    let stops = drawn.stops.iter();
    let found: Vec<_> = stops
        .map(|stop| (stop.year, stop.is_stated, stop.x, stop.y))
        .collect();
    assert_eq!(
        found,
        [
            (2024, true, 0.0, 0.2),
            (2025, false, 0.25, 0.25),
            (2026, false, 0.5, 0.3),
            (2027, false, 0.75, 0.35),
            (2028, true, 1.0, 0.4),
        ]
    );
    assert_eq!(drawn.stops[1].spoken, "25\u{a0}亩");
    assert_eq!(
        drawn.line,
        "0.00,80.00 25.00,75.00 50.00,70.00 75.00,65.00 100.00,60.00"
    );
    assert_eq!(drawn.ghost, "", "nothing has been moved");
}

#[test]
fn a_step_holds_until_the_next_stated_year() {
    assert_eq!(
        path("step", Some(&[(2024, 20.0), (2026, 40.0)])).line,
        "0.00,80.00 25.00,80.00 25.00,80.00 50.00,80.00 50.00,60.00 75.00,60.00 75.00,60.00 100.00,60.00 100.00,60.00"
    );
}

#[test]
fn what_was_there_before_a_move_stays_as_a_ghost() {
    let moved = path("linear", Some(&[(2024, 20.0), (2028, 140.0)]));
    assert_eq!(moved.ghost, path("linear", None).line);
    // Beyond the range it stands at its end.
    assert_eq!(moved.stops[4].y, 1.0);
    assert_eq!(moved.stops[2].value, 80.0);
}

#[test]
fn a_year_that_is_added_lies_on_the_path_and_is_one_step_back() {
    with_planner(PINGHU, |planner| {
        let spot = assumption(&planner, "va_growth");
        let setting = || {
            let inputs = planner.inputs.get_untracked();
            inputs.get(spot.assumption, None).cloned().unwrap()
        };
        planner.set_years(spot, &[2023, 2027]);
        let end = Spot {
            year: Some(2027),
            ..spot
        };
        planner.set_value(end, 11.0);
        planner.store.let_go();
        let before = setting();
        planner.set_years(spot, &[2023, 2025, 2027]);
        let Setting::ByYear(points) = setting() else {
            panic!("by year")
        };
        let years: Vec<i32> = points.keys().copied().collect();
        assert_eq!(years, [2023, 2025, 2027]);
        assert!((7.0..=11.0).contains(&points[&2025]));
        planner.store.undo();
        assert_eq!(setting(), before);
    });
}
