//! The lines and marks of a chart, drawn between axes that stand already.

use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::*;

use super::axis::Axis;
use super::labels::{Rect, Segment};
use super::pen::Pen;
use super::{Palette, Plot};
use crate::view::chart_spec::{Band, ChartSpec, Milestone, Point, Year};

/// A chart of values over years.
pub(super) type Chart<'a, DB> = ChartContext<'a, DB, Cartesian2d<Axis, Axis>>;
pub(super) type Outcome<T, DB> = Result<T, DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Widths and radii in pixels of the page.
pub(super) const HISTORY: f64 = 2.0;
pub(super) const PROJECTION: f64 = 2.5;
pub(super) const GHOST: f64 = 1.5;
pub(super) const DASH: f64 = 4.0;
pub(super) const MARK: f64 = 2.0;
pub(super) const POINT: f64 = 3.0;
pub(super) const REACHED: f64 = 4.0;
const HALO: f64 = 1.5;
/// How opaque a band of the fan is.
pub(super) const FAN: f64 = 0.16;
/// Half the length of the tick at a threshold.
pub(super) const MARK_HALF: f64 = 12.0;

/// What is drawn, and how.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strokes<'a> {
    pub spec: &'a ChartSpec,
    pub palette: &'a Palette,
    pub pen: Pen,
}

impl Strokes<'_> {
    /// The fan, the ghost, the lines over them, the marks over these.
    pub fn draw<DB: DrawingBackend>(&self, chart: &mut Chart<'_, DB>) -> Outcome<(), DB> {
        self.fan(chart)?;
        self.ghost(chart)?;
        self.lines(chart)?;
        self.points(chart)?;
        for milestone in &self.spec.milestones {
            self.mark(chart, milestone)?;
        }
        Ok(())
    }

    /// The wide band, and the narrow one over it.
    fn fan<DB: DrawingBackend>(&self, chart: &mut Chart<'_, DB>) -> Outcome<(), DB> {
        let bands: Vec<Option<Band>> = self.spec.fan.iter().flatten().copied().collect();
        let years: Vec<f64> = self.spec.years.clone().map(f64::from).collect();
        let mut start = 0;
        for run in bands.split(Option::is_none) {
            let years = &years[start..start + run.len()];
            start += run.len() + 1;
            if run.is_empty() {
                continue;
            }
            for (low, high) in [(0, 3), (1, 2)] {
                let edge = |at: usize| {
                    let values = run
                        .iter()
                        .map(move |band| band.map_or(f64::NAN, |band| band[at]));
                    years.iter().copied().zip(values)
                };
                let outline: Vec<_> = edge(low).chain(edge(high).rev()).collect();
                let style = self.palette.accent.mix(FAN).filled();
                chart.draw_series(std::iter::once(Polygon::new(outline, style)))?;
            }
        }
        Ok(())
    }

    fn ghost<DB: DrawingBackend>(&self, chart: &mut Chart<'_, DB>) -> Outcome<(), DB> {
        let style = self.pen.stroke(self.palette.ghost, GHOST);
        for run in self.ghost_runs() {
            let (dash, gap) = (self.pen.px(DASH), self.pen.px(DASH));
            chart.draw_series(DashedLineSeries::new(run.points, dash, gap, style))?;
        }
        Ok(())
    }

    fn lines<DB: DrawingBackend>(&self, chart: &mut Chart<'_, DB>) -> Outcome<(), DB> {
        for run in self.runs() {
            let (color, width) = if run.observed {
                (self.palette.ink, HISTORY)
            } else {
                (self.palette.accent, PROJECTION)
            };
            chart.draw_series(LineSeries::new(run.points, self.pen.stroke(color, width)))?;
        }
        Ok(())
    }

    /// A dot at every observation, and at a value that no line passes through.
    fn points<DB: DrawingBackend>(&self, chart: &mut Chart<'_, DB>) -> Outcome<(), DB> {
        let radius = self.pen.px(POINT);
        let known = |at: Option<usize>| {
            let point = at.and_then(|at| self.spec.series.get(at));
            point.is_some_and(Option::is_some)
        };
        let is_alone = |at: usize| !known(at.checked_sub(1)) && !known(Some(at + 1));
        let points = self
            .spec
            .points()
            .enumerate()
            .filter_map(|(at, (year, point))| {
                let point = point.filter(|p| p.is_observed || is_alone(at))?;
                let color = if point.is_observed {
                    self.palette.ink
                } else {
                    self.palette.accent
                };
                let place = (f64::from(year), point.value);
                Some(Circle::new(place, radius, color.filled()))
            });
        chart.draw_series(points)?;
        Ok(())
    }

    /// A tick at each threshold, a bracket between two, and a dot in the colour of the verdict at what is reached.
    fn mark<DB: DrawingBackend>(
        &self,
        chart: &Chart<'_, DB>,
        milestone: &Milestone,
    ) -> Outcome<(), DB> {
        let area = chart.plotting_area().strip_coord_spec();
        let (dx, dy) = area.get_base_pixel();
        let local = |(x, y): Place| (x - dx, y - dy);
        let line = |from, to, width| {
            let style = self.pen.stroke(self.palette.ink, width);
            PathElement::new(vec![local(from), local(to)], style)
        };
        let ticks: Vec<_> = self.ticks(chart, milestone).collect();
        for [from, to] in &ticks {
            area.draw(&line(*from, *to, MARK))?;
        }
        if let Some([from, to]) = bracket(&ticks) {
            area.draw(&line(from, to, MARK / 2.0))?;
        }
        let Some(reached) = &milestone.reached else {
            return Ok(());
        };
        let center = local(place(chart, reached.year, reached.value));
        let color = self.palette.of_status(milestone.status);
        let halo = self.pen.px(REACHED + HALO);
        area.draw(&Circle::new(center, halo, self.palette.panel.filled()))?;
        area.draw(&Circle::new(center, self.pen.px(REACHED), color.filled()))
    }

    /// One horizontal stroke per threshold, over the years it holds in.
    pub fn ticks<DB: DrawingBackend>(
        &self,
        chart: &Chart<'_, DB>,
        milestone: &Milestone,
    ) -> impl Iterator<Item = [Place; 2]> {
        let half = self.pen.px(MARK_HALF);
        let values = std::iter::once(milestone.threshold).chain(milestone.edge);
        values.map(move |value| {
            let (left, y) = place(chart, *milestone.years.start(), value);
            let (right, _) = place(chart, *milestone.years.end(), value);
            [(left - half, y), (right + half, y)]
        })
    }

    /// Every line that was drawn, in device pixels.
    pub fn segments<DB: DrawingBackend>(&self, chart: &Chart<'_, DB>) -> Vec<Segment> {
        let runs = self.runs().into_iter().chain(self.ghost_runs());
        let mut segments: Vec<Segment> = runs
            .flat_map(|run| {
                let places: Vec<_> = run
                    .points
                    .iter()
                    .map(|p| float(chart.backend_coord(p)))
                    .collect();
                let pairs: Vec<_> = places.windows(2).map(|pair| [pair[0], pair[1]]).collect();
                pairs
            })
            .collect();
        for milestone in &self.spec.milestones {
            let ticks: Vec<_> = self.ticks(chart, milestone).collect();
            let strokes = ticks.iter().copied().chain(bracket(&ticks));
            segments.extend(strokes.map(|ends| ends.map(float)));
        }
        segments
    }

    /// The box around the dot at a value reached.
    pub fn dot<DB: DrawingBackend>(&self, chart: &Chart<'_, DB>, year: Year, value: f64) -> Rect {
        let (x, y) = float(place(chart, year, value));
        let half = REACHED * self.pen.scale;
        Rect::around(x, y, half, half)
    }

    /// Where the chart stands, in pixels of the page.
    pub fn plot<DB: DrawingBackend>(&self, chart: &Chart<'_, DB>) -> Plot {
        let page = |device: i32| f64::from(device) / self.pen.scale;
        let x_of = |year: Year| page(place(chart, year, self.spec.values.min).0);
        let (_, vertical) = chart.plotting_area().get_pixel_range();
        Plot {
            first_x: x_of(*self.spec.years.start()),
            last_x: x_of(*self.spec.years.end()),
            years: self.spec.years.clone(),
            top: page(vertical.start),
            bottom: page(vertical.end),
        }
    }

    fn runs(&self) -> Vec<Run> {
        let points: Vec<_> = self.spec.points().collect();
        runs(&points)
    }

    fn ghost_runs(&self) -> Vec<Run> {
        let values = self.spec.baseline.iter().flatten();
        let points = values.map(|value| {
            value.map(|value| Point {
                value,
                is_observed: false,
            })
        });
        let points: Vec<_> = self.spec.years.clone().zip(points).collect();
        runs(&points)
    }
}

/// The line that joins two ticks at their left ends.
fn bracket(ticks: &[[Place; 2]]) -> Option<[Place; 2]> {
    match ticks {
        [[from, _], [to, _]] => Some([*from, *to]),
        _ => None,
    }
}

/// Neighbouring years drawn as one line.
#[derive(Debug, Clone, PartialEq)]
struct Run {
    observed: bool,
    points: Vec<(f64, f64)>,
}

/// The lines between known neighbouring years; a gap ends a line. What lies between two observations is history.
fn runs(points: &[(Year, Option<Point>)]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for pair in points.windows(2) {
        let [(from_year, Some(from)), (to_year, Some(to))] = pair else {
            continue;
        };
        let observed = from.is_observed && to.is_observed;
        let start = (f64::from(*from_year), from.value);
        let end = (f64::from(*to_year), to.value);
        let last = runs.last_mut().filter(|run| {
            run.observed == observed
                && run
                    .points
                    .last()
                    .is_some_and(|(year, _)| same_year(*year, start.0))
        });
        match last {
            Some(run) => run.points.push(end),
            None => runs.push(Run {
                observed,
                points: vec![start, end],
            }),
        }
    }
    runs
}

fn same_year(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.5
}

/// A place in device pixels, from the upper left corner of the backend.
pub(super) type Place = (i32, i32);

pub(super) fn place<DB: DrawingBackend>(chart: &Chart<'_, DB>, year: Year, value: f64) -> Place {
    chart.backend_coord(&(f64::from(year), value))
}

pub(super) fn float((x, y): Place) -> (f64, f64) {
    (f64::from(x), f64::from(y))
}
