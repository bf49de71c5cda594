//! Lines of a chart that are put away: the rest is drawn as it was, over its own range.

use attain::charts::Palette;
use attain::engine::attain::Verdict;
use attain::engine::lang::Lang;
use attain::engine::model::Axis;
use attain::view::chart_line::Line;
use attain::view::chart_spec::{ChartSpec, Fan};

use super::svg::Shape;
use super::{Case, NONE, WIDE, draw, outcome, pinghu, rgb};

/// History to 2024, a projection to 2026, both as written differently, and a target far above.
fn whole() -> ChartSpec {
    let case = Case {
        values: &[10.0, 12.0, 14.0, 16.0].map(Some),
        observed_until: 2024,
        written: &[10.0, 12.0, 13.0, 14.0].map(Some),
        outcomes: &[outcome(2026, 100.0, 16.0, Verdict::Missed, None)],
        ..NONE
    };
    case.spec()
}

#[test]
fn only_lines_that_are_there_are_told() {
    let lines = [
        Line::Observed,
        Line::Projected,
        Line::Written,
        Line::Targets,
    ];
    assert_eq!(whole().lines(), lines);
    let as_written = Case {
        values: &[Some(1.0)],
        written: &[Some(1.0)],
        observed_until: 0,
        ..NONE
    };
    assert_eq!(as_written.spec().lines(), [Line::Projected]);
}

#[test]
fn what_is_put_away_is_not_drawn() {
    let light = Palette::LIGHT;
    for (hidden, (inks, accents, has_ghost, reds)) in [
        (&[][..], (2, 1, true, 1)),
        (&[Line::Observed], (1, 1, true, 1)),
        // The value reached lies on the projection.
        (&[Line::Projected], (2, 0, true, 0)),
        (&[Line::Written], (2, 1, false, 1)),
        (&[Line::Targets], (1, 1, true, 0)),
    ] {
        let (svg, _) = draw(&whole().without(hidden, Lang::Zh), WIDE);
        let found = (
            // The history and the tick of the target.
            svg.lines(rgb(light.ink)).len(),
            svg.lines(rgb(light.accent)).len(),
            !svg.lines(rgb(light.ghost)).is_empty(),
            svg.dots(rgb(light.missed)).len(),
        );
        assert_eq!(found, (inks, accents, has_ghost, reds), "{hidden:?}");
    }
}

/// A fan that opens in 2025 around the projection.
fn fan() -> Fan {
    let axis = Axis {
        first: 2022,
        last: 2026,
    };
    let spread = |by: f64| [10.0 - by, 13.0 - by / 2.0, 15.0 + by / 2.0, 18.0 + by];
    let bands = vec![
        None,
        None,
        Some([13.0; 4]),
        Some(spread(0.0)),
        Some(spread(90.0)),
    ];
    Fan { axis, bands }
}

#[test]
fn a_fan_is_drawn_behind_the_lines_and_put_away_like_one() {
    let spec = whole().with_fan(&fan(), Lang::Zh);
    assert_eq!(spec.lines(), Line::ALL);
    // The years of the chart, from 2023 on.
    let bands = spec.fan.as_ref().unwrap();
    assert_eq!(bands.len(), 4);
    assert_eq!((bands[0], bands[1]), (None, Some([13.0; 4])));
    assert!(spec.values.max >= 108.0 && spec.values.min <= -80.0);
    let areas = |spec: &ChartSpec| {
        let drawn = draw(spec, WIDE).0.shapes.into_iter();
        let drawn = drawn.enumerate().filter_map(|(at, shape)| match shape {
            Shape::Area { points, .. } => Some((at, points.len())),
            _ => None,
        });
        drawn.collect::<Vec<_>>()
    };
    let found = areas(&spec);
    let corners: Vec<usize> = found.iter().map(|(_, corners)| *corners).collect();
    assert_eq!(corners, [6, 6], "a wide and a narrow band over three years");
    let (svg, _) = draw(&spec, WIDE);
    let is_course = |shape: &Shape| matches!(shape, Shape::Line { color, .. } if *color == rgb(Palette::LIGHT.accent));
    let course = svg.shapes.iter().position(is_course).unwrap();
    assert!(found.iter().all(|(at, _)| *at < course));
    assert_eq!(areas(&spec.without(&[Line::Fan], Lang::Zh)), []);
}

#[test]
fn what_is_left_fills_the_chart_over_the_same_years() {
    let left = whole().without(&[Line::Targets], Lang::Zh);
    assert!(left.values.max < 20.0, "{:?}", left.values);
    assert!(whole().values.max >= 100.0);
    assert_eq!(left.years, whole().years);
}

#[test]
fn with_everything_put_away_the_chart_says_so() {
    for (lang, said) in [(Lang::Zh, "全部已隐藏"), (Lang::En, "All are hidden")] {
        let (svg, plot) = draw(&pinghu(lang).without(&Line::ALL, lang), WIDE);
        assert_eq!((svg.words(), plot), (vec![said], None));
    }
}
