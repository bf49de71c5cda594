//! The course of one quantity in the height of a row: projection, ghost of the baseline, and the marks of its targets.
//! No axes, no text; the row says the figures.

use plotters::prelude::*;

use super::axis::Axis;
use super::pen::Pen;
use super::strokes::{Outcome, Strokes, Weights};
use super::{Drawing, Palette, Plot};
use crate::view::chart_spec::ChartSpec;

/// Room around the lines, in pixels of the page: half a mark, and half a stroke.
const MARGIN: (f64, f64) = (7.0, 3.0);
const WEIGHTS: Weights = Weights {
    history: 1.5,
    projection: 2.0,
    ghost: 1.0,
    mark: 2.0,
    mark_half: 5.0,
    point: 0.0,
};

/// Draws a [`ChartSpec`] as a sparkline.
#[derive(Debug, Clone, Copy)]
pub struct Sparkline<'a> {
    /// What to draw.
    pub spec: &'a ChartSpec,
    /// In which colours.
    pub palette: &'a Palette,
}

impl Drawing for Sparkline<'_> {
    fn draw<DB: DrawingBackend>(&self, backend: DB, scale: f64) -> Outcome<Option<Plot>, DB> {
        let pen = Pen { scale };
        let area = backend.into_drawing_area();
        let (width, height) = area.dim_in_pixel();
        let margin = (pen.size(MARGIN.0), pen.size(MARGIN.1));
        let is_too_small = width <= 2 * margin.0 || height <= 2 * margin.1;
        if is_too_small || self.spec.notice.is_some() {
            area.present()?;
            return Ok(None);
        }
        let axis = &self.spec.values;
        let mut chart = ChartBuilder::on(&area)
            .margin_left(margin.0)
            .margin_right(margin.0)
            .margin_top(margin.1)
            .margin_bottom(margin.1)
            .build_cartesian_2d(
                Axis::new(self.spec.year_range(0.0), Vec::new()),
                Axis::new(axis.min..axis.max, Vec::new()),
            )?;
        let strokes = Strokes {
            spec: self.spec,
            palette: self.palette,
            weights: WEIGHTS,
            pen,
        };
        strokes.draw(&mut chart)?;
        let plot = strokes.plot(&chart);
        drop(chart);
        area.present()?;
        Ok(Some(plot))
    }
}
