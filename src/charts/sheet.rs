//! A chart as a file: under its title, with the key of its lines and what it is taken from, since nothing of the page
//! stands around it any more.

use plotters::prelude::*;

use super::line::{Area, LineChart, Margin};
use super::pen::Pen;
use super::strokes::{DASH, FAN, GHOST, HISTORY, MARK, Outcome, POINT, PROJECTION, REACHED};
use super::{Drawing, Palette, Plot};
use crate::view::chart_line::Line;
use crate::view::chart_sheet::Sheet;
use crate::view::chart_spec::ChartSpec;

/// Sizes in pixels of the page.
const MARGIN: f64 = 28.0;
const TITLE_TEXT: f64 = 18.0;
const TEXT: f64 = 12.0;
/// Height of a line of text, as a multiple of its size.
const LEADING: f64 = 1.5;
/// Length of the sample of a line, and what keeps the entries of the key apart.
const SAMPLE: f64 = 26.0;
const GAP: f64 = 6.0;
const APART: f64 = 20.0;

/// Draws a [`ChartSpec`] as a line chart with its [`Sheet`] around it.
#[derive(Debug, Clone, Copy)]
pub struct ChartSheet<'a> {
    /// What stands around the chart.
    pub sheet: &'a Sheet,
    /// What to draw.
    pub spec: &'a ChartSpec,
    /// In which colours.
    pub palette: &'a Palette,
}

impl Drawing for ChartSheet<'_> {
    fn draw<DB: DrawingBackend>(&self, backend: DB, scale: f64) -> Outcome<Option<Plot>, DB> {
        let pen = Pen { scale };
        let area = backend.into_drawing_area();
        area.fill(&self.palette.panel)?;
        let title = pen.text(self.palette.ink, TITLE_TEXT, FontStyle::Bold);
        let faint = pen.text(self.palette.faint, TEXT, FontStyle::Normal);
        let width = f64::from(area.dim_in_pixel().0) / scale - 2.0 * MARGIN;
        let height = f64::from(area.dim_in_pixel().1) / scale;

        let heading = wrapped(&area, pen, &self.sheet.title, &title, width)?;
        let below = write(&area, pen, &heading, (&title, TITLE_TEXT), MARGIN)?;
        let mut notes = Vec::new();
        for note in &self.sheet.notes {
            notes.extend(wrapped(&area, pen, note, &faint, width)?);
        }
        let notes_top = height - MARGIN - notes.len() as f64 * TEXT * LEADING;
        write(&area, pen, &notes, (&faint, TEXT), notes_top)?;
        let key_top = notes_top - TEXT * (LEADING + 1.0);
        self.key(&area, pen, key_top)?;

        let chart = LineChart {
            spec: self.spec,
            palette: self.palette,
        };
        let margin = Margin {
            top: below + GAP,
            bottom: height - key_top + GAP,
            sides: MARGIN,
        };
        let plot = chart.draw_on(&area, pen, margin)?;
        area.present()?;
        Ok(plot)
    }
}

impl ChartSheet<'_> {
    /// The lines in one row, each with a sample.
    fn key<DB: DrawingBackend>(&self, area: &Area<DB>, pen: Pen, top: f64) -> Outcome<(), DB> {
        let style = pen.text(self.palette.ink, TEXT, FontStyle::Normal);
        let middle = pen.px(top + TEXT * LEADING / 2.0);
        let mut left = MARGIN;
        for (line, word) in &self.sheet.lines {
            self.sample(area, pen, *line, (pen.px(left), middle))?;
            left += SAMPLE + GAP;
            area.draw_text(word, &style, (pen.px(left), middle))?;
            let (width, _) = area.estimate_text_size(word, &style)?;
            left += f64::from(width) / pen.scale + APART;
        }
        Ok(())
    }

    /// A line as it is drawn in the chart.
    fn sample<DB: DrawingBackend>(
        &self,
        area: &Area<DB>,
        pen: Pen,
        line: Line,
        (left, middle): (i32, i32),
    ) -> Outcome<(), DB> {
        let right = left + pen.px(SAMPLE);
        let center = (i32::midpoint(left, right), middle);
        let stroke = |from: i32, to: i32, y: i32, color: RGBColor, width: f64| {
            PathElement::new(vec![(from, y), (to, y)], pen.stroke(color, width))
        };
        let palette = self.palette;
        match line {
            Line::Observed => {
                area.draw(&stroke(left, right, middle, palette.ink, HISTORY))?;
                area.draw(&Circle::new(center, pen.px(POINT), palette.ink.filled()))
            }
            Line::Projected => area.draw(&stroke(left, right, middle, palette.accent, PROJECTION)),
            Line::Written => {
                let dash = pen.px(DASH);
                for from in (left..right).step_by(2 * dash.unsigned_abs() as usize) {
                    let to = (from + dash).min(right);
                    area.draw(&stroke(from, to, middle, palette.ghost, GHOST))?;
                }
                Ok(())
            }
            Line::Fan => {
                let color = palette.accent.mix(FAN).filled();
                for half in [TEXT / 2.0, TEXT / 4.0].map(|half| pen.px(half)) {
                    let corners = [(left, middle - half), (right, middle + half)];
                    area.draw(&Rectangle::new(corners, color))?;
                }
                Ok(())
            }
            Line::Targets => {
                let below = middle + pen.px(REACHED);
                area.draw(&stroke(left, right, below, palette.ink, MARK))?;
                let above = (center.0, middle - pen.px(REACHED / 2.0));
                area.draw(&Circle::new(above, pen.px(POINT), palette.faint.filled()))
            }
        }
    }
}

/// Writes lines of text below each other. Returns where they end.
fn write<DB: DrawingBackend>(
    area: &Area<DB>,
    pen: Pen,
    lines: &[String],
    (style, size): (&TextStyle<'_>, f64),
    top: f64,
) -> Outcome<f64, DB> {
    let mut middle = top + size * LEADING / 2.0;
    for line in lines {
        area.draw_text(line, style, (pen.px(MARGIN), pen.px(middle)))?;
        middle += size * LEADING;
    }
    Ok(middle - size * LEADING / 2.0)
}

/// A text in lines no wider than `width`: broken at spaces, and between characters where there are none.
fn wrapped<DB: DrawingBackend>(
    area: &Area<DB>,
    pen: Pen,
    text: &str,
    style: &TextStyle<'_>,
    width: f64,
) -> Outcome<Vec<String>, DB> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for c in text.chars() {
        line.push(c);
        let (wide, _) = area.estimate_text_size(&line, style)?;
        if f64::from(wide) <= width * pen.scale || line.chars().count() == 1 {
            continue;
        }
        let last = line.len() - c.len_utf8();
        let space = line[..last].rfind(' ').map(|at| at + 1);
        let rest = line.split_off(space.filter(|_| c.is_ascii()).unwrap_or(last));
        lines.push(std::mem::replace(&mut line, rest));
    }
    lines.push(line);
    Ok(lines)
}
