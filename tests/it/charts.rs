//! Charts drawn as SVG text, natively: what stands where, for plans of every shape.

mod files;
mod lines;
mod svg;

use attain::charts::{Drawing, LineChart, Palette, Plot};
use attain::engine::attain::{Band, Outcome, Verdict};
use attain::engine::index::TargetIdx;
use attain::engine::lang::Lang;
use attain::engine::model::Axis;
use attain::engine::plan::{Comparison, Years};
use attain::view::chart_spec::{ChartSpec, Point};
use svg::{Shape, Svg};

/// A chart to be: values that are observed until a year, the same as written, and what becomes of the milestones.
struct Case<'a> {
    first_year: i32,
    values: &'a [Option<f64>],
    observed_until: i32,
    written: &'a [Option<f64>],
    outcomes: &'a [Outcome],
    lang: Lang,
}

const NONE: Case<'_> = Case {
    first_year: 2023,
    values: &[],
    observed_until: 2023,
    written: &[],
    outcomes: &[],
    lang: Lang::Zh,
};

impl Case<'_> {
    fn spec(&self) -> ChartSpec {
        let years = self.values.len().max(1) as i32;
        let axis = Axis {
            first: self.first_year,
            last: self.first_year + years - 1,
        };
        let course = |values: &[Option<f64>]| -> Vec<Option<Point>> {
            let is_observed = |year| year <= self.observed_until;
            let years = axis.years().zip(values);
            let point = |(year, value): (i32, &Option<f64>)| {
                value.map(|value| Point {
                    value,
                    is_observed: is_observed(year),
                })
            };
            years.map(point).collect()
        };
        let (points, written) = (course(self.values), course(self.written));
        ChartSpec::of(axis, &points, &written, self.outcomes, "万元/亩", self.lang)
    }
}

/// What becomes of a target that asks for at least `threshold` in a year.
fn outcome(year: i32, threshold: f64, value: f64, verdict: Verdict, band: Option<Band>) -> Outcome {
    Outcome {
        target: TargetIdx(0),
        member: None,
        years: Years::In(year),
        comparison: Comparison::AtLeast,
        verdict,
        value: Some(value),
        range: None,
        year,
        threshold: Some(threshold),
        edge: None,
        margin: Some(value - threshold),
        progress: None,
        band,
        stretch: None,
        first_attained: None,
        first_breach: None,
        pace: None,
        schedule: None,
        roots: Vec::new(),
        is_final: false,
        rests_on_plan: false,
        rests_on_placeholder: false,
    }
}

fn draw(spec: &ChartSpec, (width, height): (u32, u32)) -> (Svg, Option<Plot>) {
    let palette = &Palette::LIGHT;
    Svg::draw((width, height), |backend| {
        LineChart { spec, palette }.draw(backend, 1.0).unwrap()
    })
}

fn rgb(color: plotters::style::RGBColor) -> (u8, u8, u8) {
    (color.0, color.1, color.2)
}

const WIDE: (u32, u32) = (640, 260);
const NARROW: (u32, u32) = (350, 200);

/// Pinghu's value added per mu, as its annex states the milestones.
fn pinghu(lang: Lang) -> ChartSpec {
    let values = [205.0, 221.0, 237.6, 252.0, 268.1].map(Some);
    let written = [205.0, 219.0, 234.7, 249.0, 262.0].map(Some);
    let outcomes = [
        outcome(2023, 205.0, 205.0, Verdict::Attained, None),
        outcome(2025, 240.0, 237.6, Verdict::Missed, Some(Band::Near)),
        outcome(2027, 250.0, 268.1, Verdict::Attained, None),
    ];
    let case = Case {
        values: &values,
        written: &written,
        outcomes: &outcomes,
        lang,
        ..NONE
    };
    case.spec()
}

#[test]
fn a_plan_shows_its_course_its_baseline_and_every_milestone() {
    for (lang, target) in [(Lang::Zh, "目标"), (Lang::En, "Target")] {
        for size in [WIDE, NARROW] {
            let (svg, plot) = draw(&pinghu(lang), size);
            let plot = plot.unwrap();
            let words = svg.words();
            for year in ["2023", "2024", "2025", "2026", "2027"] {
                assert!(words.contains(&year), "{words:?}");
            }
            for label in ["205 ✓", "237.6 ◐", "268.1 ✓", "万元/亩"] {
                assert!(words.contains(&label), "{words:?}");
            }
            for threshold in [205, 240, 250] {
                let label = format!("{target} ≥ {threshold}");
                assert!(words.contains(&label.as_str()), "{words:?}");
            }
            // One projection through all years, one tick per milestone centred on its year.
            let projection = svg.lines(rgb(Palette::LIGHT.accent));
            assert_eq!(projection.len(), 1);
            let years: Vec<_> = projection[0]
                .iter()
                .map(|(x, _)| plot.year_at(f64::from(*x)))
                .collect();
            assert_eq!(years, [2023, 2024, 2025, 2026, 2027]);
            let ticks = svg.lines(rgb(Palette::LIGHT.ink));
            let middles = ticks
                .iter()
                .map(|tick| f64::midpoint(f64::from(tick[0].0), f64::from(tick[1].0)));
            assert_eq!(
                middles.map(|x| plot.year_at(x)).collect::<Vec<_>>(),
                [2023, 2025, 2027]
            );
            assert!(svg.lines(rgb(Palette::LIGHT.ghost)).len() > 20, "dashes");
            assert_eq!(svg.dots(rgb(Palette::LIGHT.near)).len(), 1);
            assert_eq!(svg.dots(rgb(Palette::LIGHT.attained)).len(), 2);
        }
    }
}

#[test]
fn heights_are_in_proportion_to_values() {
    let (svg, plot) = draw(&pinghu(Lang::Zh), WIDE);
    let plot = plot.unwrap();
    // The axis runs from 200 to 280.
    let height = |value: f64| plot.bottom - (value - 200.0) / 80.0 * (plot.bottom - plot.top);
    let line = svg.lines(rgb(Palette::LIGHT.accent))[0].to_vec();
    for ((_, y), value) in line.iter().zip([205.0, 221.0, 237.6, 252.0, 268.1]) {
        assert!(
            (f64::from(*y) - height(value)).abs() <= 1.0,
            "{value} at {y}"
        );
    }
    for (tick, value) in svg
        .lines(rgb(Palette::LIGHT.ink))
        .iter()
        .zip([205.0, 240.0, 250.0])
    {
        assert!(
            (f64::from(tick[0].1) - height(value)).abs() <= 1.0,
            "{value}"
        );
    }
}

#[test]
fn no_word_covers_another_or_leaves_the_chart() {
    let yearly: Vec<_> = (0..5)
        .map(|i| {
            outcome(
                2023 + i,
                30.0 + f64::from(i),
                31.0 + f64::from(i),
                Verdict::Attained,
                None,
            )
        })
        .collect();
    let values = [31.0, 32.0, 33.0, 34.0, 35.0].map(Some);
    let crowded = Case {
        values: &values,
        outcomes: &yearly,
        ..NONE
    };
    for spec in [pinghu(Lang::Zh), pinghu(Lang::En), crowded.spec()] {
        for size in [WIDE, NARROW, (260, 150)] {
            let svg = draw(&spec, size).0;
            let boxes = svg.boxes();
            for (i, (text, area)) in boxes.iter().enumerate() {
                assert!(
                    area[0] >= 0.0 && area[2] <= f64::from(size.0),
                    "{text} {area:?}"
                );
                for (other, rect) in &boxes[..i] {
                    let apart = area[0] >= rect[2]
                        || rect[0] >= area[2]
                        || area[1] >= rect[3]
                        || rect[1] >= area[3];
                    assert!(apart, "{text} {area:?} covers {other} {rect:?}");
                }
            }
        }
    }
}

#[test]
fn history_ends_where_projection_begins_and_gaps_stay_gaps() {
    let values = [
        Some(100.0),
        Some(110.0),
        None,
        Some(f64::NAN),
        Some(130.0),
        Some(140.0),
        Some(150.0),
    ];
    let case = Case {
        first_year: 2018,
        values: &values,
        observed_until: 2022,
        ..NONE
    };
    let (svg, plot) = draw(&case.spec(), WIDE);
    let plot = plot.unwrap();
    let years_of = |color| -> Vec<Vec<i32>> {
        let lines = svg.lines(rgb(color)).into_iter();
        lines
            .map(|line| {
                line.iter()
                    .map(|(x, _)| plot.year_at(f64::from(*x)))
                    .collect()
            })
            .collect()
    };
    assert_eq!(years_of(Palette::LIGHT.ink), [[2018, 2019]]);
    assert_eq!(years_of(Palette::LIGHT.accent), [[2022, 2023, 2024]]);
    assert_eq!(svg.dots(rgb(Palette::LIGHT.ink)).len(), 3);
}

#[test]
fn without_data_the_chart_says_so() {
    for values in [&[][..], &[None, None], &[Some(f64::NAN)]] {
        let case = Case { values, ..NONE };
        let (svg, plot) = draw(&case.spec(), WIDE);
        assert_eq!(plot, None);
        assert_eq!(svg.words(), ["没有可以逐年绘制的数值"]);
    }
}

#[test]
fn every_range_of_numbers_is_drawn() {
    for values in [
        &[Some(0.0)][..],
        &[Some(5.0), Some(5.0)],
        &[Some(-3.0), Some(2.0)],
        &[Some(f64::MIN), Some(f64::MAX)],
        &[Some(1e-300), Some(2e-300)],
        &[Some(1e15), Some(1e15 + 1.0)],
    ] {
        let case = Case {
            values,
            observed_until: 0,
            ..NONE
        };
        let (svg, plot) = draw(&case.spec(), WIDE);
        let plot = plot.unwrap();
        let drawn = svg.shapes.iter().filter_map(|shape| match shape {
            Shape::Line { color, points } if *color == rgb(Palette::LIGHT.accent) => {
                Some(points.clone())
            }
            Shape::Circle { center, .. } => Some(vec![*center]),
            _ => None,
        });
        let places: Vec<_> = drawn.flatten().collect();
        assert_eq!(places.len(), values.len(), "{values:?}");
        for (x, y) in places {
            assert!(plot.first_x - 1.0 <= f64::from(x) && f64::from(x) <= plot.last_x + 1.0);
            assert!(
                plot.top - 1.0 <= f64::from(y) && f64::from(y) <= plot.bottom + 1.0,
                "{values:?}"
            );
        }
    }
}

#[test]
fn a_window_is_marked_over_its_years_and_a_range_at_both_ends() {
    let window = Outcome {
        years: Years::Every(2024, 2027),
        comparison: Comparison::AtMost,
        ..outcome(2027, 60.0, 55.0, Verdict::Attained, None)
    };
    let range = Outcome {
        comparison: Comparison::Between,
        edge: Some(58.0),
        ..outcome(2025, 52.0, 55.0, Verdict::Attained, None)
    };
    let values = [50.0, 53.0, 55.0, 55.0, 55.0].map(Some);
    let case = Case {
        values: &values,
        observed_until: 0,
        outcomes: &[window, range],
        ..NONE
    };
    let (svg, plot) = draw(&case.spec(), WIDE);
    let plot = plot.unwrap();
    let marks = svg.lines(rgb(Palette::LIGHT.ink));
    let years: Vec<_> = marks
        .iter()
        .map(|line| {
            (
                plot.year_at(f64::from(line[0].0)),
                plot.year_at(f64::from(line[1].0)),
            )
        })
        .collect();
    // The range (two ticks and their bracket) is due first.
    assert_eq!(
        years,
        [(2025, 2025), (2025, 2025), (2025, 2025), (2024, 2027)]
    );
    let words = svg.words();
    assert!(
        words.contains(&"目标 52–58") && words.contains(&"目标 ≤ 60"),
        "{words:?}"
    );
}

#[test]
fn many_years_are_labelled_where_there_is_room() {
    let values = vec![Some(1.0); 36];
    let case = Case {
        first_year: 2000,
        values: &values,
        ..NONE
    };
    let spec = case.spec();
    let count = |size| {
        draw(&spec, size)
            .0
            .words()
            .iter()
            .filter(|word| word.starts_with("20"))
            .count()
    };
    assert_eq!((count((1600, 260)), count(WIDE), count(NARROW)), (36, 8, 8));
}

#[test]
fn dense_screens_get_the_same_chart_in_more_pixels() {
    let spec = pinghu(Lang::Zh);
    let palette = &Palette::LIGHT;
    let chart = LineChart {
        spec: &spec,
        palette,
    };
    let (_, once) = Svg::draw((600, 240), |backend| chart.draw(backend, 1.0).unwrap());
    let (_, twice) = Svg::draw((1200, 480), |backend| chart.draw(backend, 2.0).unwrap());
    let (once, twice) = (once.unwrap(), twice.unwrap());
    for (a, b) in [
        (once.first_x, twice.first_x),
        (once.last_x, twice.last_x),
        (once.top, twice.top),
        (once.bottom, twice.bottom),
    ] {
        assert!((a - b).abs() <= 1.0, "{once:?} {twice:?}");
    }
}

#[test]
fn too_little_room_draws_nothing() {
    let spec = pinghu(Lang::Zh);
    for size in [(0, 0), (1, 1), (60, 300), (300, 40)] {
        let (svg, plot) = draw(&spec, size);
        assert_eq!((svg.shapes.len(), plot), (0, None));
    }
}

#[test]
fn the_colours_are_those_of_the_page() {
    let tokens = std::fs::read_to_string("public/style/tokens.css").unwrap();
    let Palette {
        ink,
        faint,
        grid,
        accent,
        ghost,
        panel,
        attained,
        near,
        missed,
        undetermined,
    } = Palette::LIGHT;
    let dark = Palette::DARK;
    for (name, light, dark) in [
        ("ink", ink, dark.ink),
        ("faint", faint, dark.faint),
        ("line", grid, dark.grid),
        ("accent", accent, dark.accent),
        ("ghost", ghost, dark.ghost),
        ("panel", panel, dark.panel),
        ("attained", attained, dark.attained),
        ("near", near, dark.near),
        ("missed", missed, dark.missed),
        ("undetermined", undetermined, dark.undetermined),
    ] {
        let hex = |color| {
            let (red, green, blue) = rgb(color);
            format!("#{red:02x}{green:02x}{blue:02x}")
        };
        let token = format!("--{name}: light-dark({}, {});", hex(light), hex(dark));
        assert!(tokens.contains(&token), "{token}");
    }
}
