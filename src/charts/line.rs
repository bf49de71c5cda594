//! The chart of one quantity over the years: history with its points, the projection, the ghost of the baseline, every
//! milestone, and beside each what it asks for and what is reached.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::axis::Axis;
use super::labels::{self, Obstacles, Rect, Request, Side};
use super::pen::Pen;
use super::strokes::{Chart, MARK_HALF, Outcome, Strokes, float, place};
use super::{Drawing, Palette, Plot};
use crate::view::chart_spec::Year;
use crate::view::chart_spec::{ChartSpec, Milestone};

/// Sizes in pixels of the page.
const TICK_TEXT: f64 = 11.0;
const LABEL_TEXT: f64 = 12.0;
const LABEL_GAP: f64 = 5.0;
/// Between the edges of the plotting rectangle and the first and last year.
const INSET: f64 = 18.0;
/// Below this there is no room for a chart.
const SMALLEST: (f64, f64) = (120.0, 80.0);

/// Draws a [`ChartSpec`] as a line chart.
#[derive(Debug, Clone, Copy)]
pub struct LineChart<'a> {
    /// What to draw.
    pub spec: &'a ChartSpec,
    /// In which colours.
    pub palette: &'a Palette,
}

pub(super) type Area<DB> = DrawingArea<DB, Shift>;

/// Room that is left around a chart, in pixels of the page.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Margin {
    pub top: f64,
    pub bottom: f64,
    pub sides: f64,
}

impl Drawing for LineChart<'_> {
    fn draw<DB: DrawingBackend>(&self, backend: DB, scale: f64) -> Outcome<Option<Plot>, DB> {
        let area = backend.into_drawing_area();
        let plot = self.draw_on(&area, Pen { scale }, Margin::default())?;
        area.present()?;
        Ok(plot)
    }
}

/// Room around the plotting rectangle, in device pixels, and the years that fit under it.
struct Frame {
    left: u32,
    top: u32,
    right: u32,
    bottom: u32,
    /// The range of years, with the inset in it.
    years: std::ops::Range<f64>,
    year_ticks: Vec<Year>,
    /// Room around all of it.
    margin: Margin,
}

impl Frame {
    fn measure<DB: DrawingBackend>(
        spec: &ChartSpec,
        area: &Area<DB>,
        pen: Pen,
        margin: Margin,
    ) -> Outcome<Self, DB> {
        let style = pen.text(BLACK, TICK_TEXT, FontStyle::Normal);
        let mut widest = 0;
        for tick in &spec.values.ticks {
            widest = widest.max(area.estimate_text_size(&tick.label, &style)?.0);
        }
        let (first, last) = (*spec.years.start(), *spec.years.end());
        let (year_width, _) = area.estimate_text_size(&last.to_string(), &style)?;
        let left = widest + pen.size(8.0);
        let right = (year_width / 2).saturating_sub(pen.size(INSET)) + pen.size(4.0);

        let beside = left + right + 2 * pen.size(margin.sides);
        let inner = f64::from(area.dim_in_pixel().0.saturating_sub(beside));
        let between = (inner - 2.0 * INSET * pen.scale).max(1.0);
        let span = f64::from(last - first).max(1.0);
        let inset = INSET * pen.scale / between * span;
        let room = f64::from(year_width) + 12.0 * pen.scale;
        Ok(Self {
            left,
            top: pen.size(TICK_TEXT * 1.4 + 12.0),
            right,
            bottom: pen.size(TICK_TEXT * 1.4 + 8.0),
            years: spec.year_range(inset),
            year_ticks: year_ticks(first, last, room / between * span),
            margin,
        })
    }
}

/// Every year, or every few of them where labels would touch; counted back from the last one, which is what a plan is
/// for.
fn year_ticks(first: Year, last: Year, least: f64) -> Vec<Year> {
    let steps = [1, 2, 5, 10, 20, 50];
    let step = steps
        .into_iter()
        .find(|s| f64::from(*s) >= least)
        .unwrap_or(100);
    let mut ticks: Vec<Year> = (first..=last).rev().step_by(step as usize).collect();
    ticks.reverse();
    ticks
}

impl LineChart<'_> {
    /// Draws on an area that others draw on, too.
    pub(super) fn draw_on<DB: DrawingBackend>(
        &self,
        area: &Area<DB>,
        pen: Pen,
        margin: Margin,
    ) -> Outcome<Option<Plot>, DB> {
        let (width, height) = area.dim_in_pixel();
        if f64::from(width) < SMALLEST.0 * pen.scale || f64::from(height) < SMALLEST.1 * pen.scale {
            return Ok(None);
        }
        if let Some(notice) = &self.spec.notice {
            self.write_notice(area, pen, notice)?;
            return Ok(None);
        }
        let frame = Frame::measure(self.spec, area, pen, margin)?;
        let mut chart = self.axes(area, pen, &frame)?;
        let strokes = Strokes {
            spec: self.spec,
            palette: self.palette,
            pen,
        };
        let labels = self.labels(&strokes, &chart, area, margin)?;
        self.clear_grid(area, &labels)?;
        strokes.draw(&mut chart)?;
        write(area, &labels)?;
        Ok(Some(strokes.plot(&chart)))
    }

    fn write_notice<DB: DrawingBackend>(
        &self,
        area: &Area<DB>,
        pen: Pen,
        notice: &str,
    ) -> Outcome<(), DB> {
        let style = pen
            .text(self.palette.faint, LABEL_TEXT, FontStyle::Normal)
            .pos(Pos::new(HPos::Center, VPos::Center));
        let (width, height) = area.dim_in_pixel();
        area.draw_text(notice, &style, (width as i32 / 2, height as i32 / 2))
    }

    fn axes<'c, DB: DrawingBackend>(
        &self,
        area: &Area<DB>,
        pen: Pen,
        frame: &Frame,
    ) -> Outcome<Chart<'c, DB>, DB> {
        let values = &self.spec.values;
        let ticks = values
            .ticks
            .iter()
            .map(|tick| (tick.value, tick.label.clone()));
        let years = frame
            .year_ticks
            .iter()
            .map(|year| (f64::from(*year), year.to_string()));
        let mut chart = ChartBuilder::on(area)
            .margin_top(frame.top + pen.size(frame.margin.top))
            .margin_right(frame.right + pen.size(frame.margin.sides))
            .margin_bottom(pen.size(frame.margin.bottom))
            .margin_left(pen.size(frame.margin.sides))
            .set_label_area_size(LabelAreaPosition::Left, frame.left)
            .set_label_area_size(LabelAreaPosition::Bottom, frame.bottom)
            .build_cartesian_2d(
                Axis::new(frame.years.clone(), years.collect()),
                Axis::new(values.min..values.max, ticks.collect()),
            )?;
        let label = pen.text(self.palette.faint, TICK_TEXT, FontStyle::Normal);
        chart
            .configure_mesh()
            .axis_style(TRANSPARENT)
            .disable_x_mesh()
            .bold_line_style(pen.stroke(self.palette.grid, 1.0))
            .set_all_tick_mark_size(pen.px(3.0))
            .label_style(label.clone())
            .draw()?;
        let top = pen.px(frame.margin.top + TICK_TEXT / 2.0 + 1.0);
        let left = pen.px(frame.margin.sides);
        area.draw_text(&self.spec.unit, &label, (left, top))?;
        Ok(chart)
    }

    /// The labels that have found a place.
    fn labels<'s, DB: DrawingBackend>(
        &'s self,
        strokes: &Strokes<'_>,
        chart: &Chart<'_, DB>,
        area: &Area<DB>,
        margin: Margin,
    ) -> Outcome<Vec<Placed<'s>>, DB> {
        let pen = strokes.pen;
        let mut texts = Vec::new();
        let mut requests = Vec::new();
        for milestone in self.spec.milestones.iter().rev() {
            for label in labels_of(milestone, strokes, chart) {
                let style = pen.text(label.color, LABEL_TEXT, FontStyle::Bold);
                let (width, _) = area.estimate_text_size(label.text, &style)?;
                requests.push(Request {
                    anchor: label.anchor,
                    width: f64::from(width),
                    height: LABEL_TEXT * 1.3 * pen.scale,
                    gap: LABEL_GAP * pen.scale,
                    side: label.side,
                });
                texts.push((label.text, style));
            }
        }
        let reached = self.spec.milestones.iter().flat_map(|m| &m.reached);
        let dots = reached.map(|r| strokes.dot(chart, r.year, r.value));
        let obstacles = Obstacles {
            lines: strokes.segments(chart),
            boxes: dots.collect(),
        };
        let bounds = bounds(chart, area, strokes.pen, margin);
        let places = labels::place(&requests, &obstacles, bounds);
        let placed = texts.into_iter().zip(places);
        Ok(placed
            .filter_map(|((text, style), rect)| {
                let rect = rect?;
                Some(Placed { text, style, rect })
            })
            .collect())
    }

    /// Takes the grid away from behind the labels.
    fn clear_grid<DB: DrawingBackend>(
        &self,
        area: &Area<DB>,
        labels: &[Placed<'_>],
    ) -> Outcome<(), DB> {
        for Placed { rect, .. } in labels {
            let corners = [(rect.left, rect.top), (rect.right, rect.bottom)];
            let corners = corners.map(|(x, y)| (x.round() as i32, y.round() as i32));
            area.draw(&Rectangle::new(corners, self.palette.panel.filled()))?;
        }
        Ok(())
    }
}

fn write<DB: DrawingBackend>(area: &Area<DB>, labels: &[Placed<'_>]) -> Outcome<(), DB> {
    for Placed { text, style, rect } in labels {
        let level = f64::midpoint(rect.top, rect.bottom);
        let at = (rect.left.round() as i32, level.round() as i32);
        area.draw_text(text, style, at)?;
    }
    Ok(())
}

/// A label in its place.
struct Placed<'a> {
    text: &'a str,
    style: TextStyle<'static>,
    rect: Rect,
}

struct Label<'a> {
    text: &'a str,
    color: RGBColor,
    anchor: Rect,
    side: Side,
}

/// The requirement at its mark and the value at its dot, each on the side away from the other.
fn labels_of<'a, DB: DrawingBackend>(
    milestone: &'a Milestone,
    strokes: &Strokes<'_>,
    chart: &Chart<'_, DB>,
) -> impl Iterator<Item = Label<'a>> {
    let threshold = milestone.threshold;
    let reached = milestone.reached.as_ref();
    let is_above = reached.is_none_or(|r| r.value <= threshold);
    let (side, other) = if is_above {
        (Side::Above, Side::Below)
    } else {
        (Side::Below, Side::Above)
    };
    let (x, y) = float(place(chart, *milestone.years.end(), threshold));
    let half = MARK_HALF * strokes.pen.scale;
    let requirement = Label {
        text: &milestone.label,
        color: strokes.palette.ink,
        anchor: Rect::around(x, y, half, strokes.pen.scale),
        side,
    };
    let value = reached.map(|reached| Label {
        text: &reached.label,
        color: strokes.palette.of_status(milestone.status),
        anchor: strokes.dot(chart, reached.year, reached.value),
        side: other,
    });
    std::iter::once(requirement).chain(value)
}

/// Labels stay right of the value axis and above the axis of years.
fn bounds<DB: DrawingBackend>(
    chart: &Chart<'_, DB>,
    area: &Area<DB>,
    pen: Pen,
    margin: Margin,
) -> Rect {
    let (horizontal, vertical) = chart.plotting_area().get_pixel_range();
    let beside = pen.px(margin.sides);
    Rect {
        left: f64::from(horizontal.start),
        top: f64::from(pen.px(margin.top)),
        right: f64::from(area.dim_in_pixel().0) - f64::from(beside),
        bottom: f64::from(vertical.end),
    }
}
