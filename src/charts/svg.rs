//! A drawing as the text of an SVG, over plotters' backend for it.
//!
//! That backend writes texts smaller than it is told, and measures them by putting them on the page, which the page does
//! not allow: here they have the size they have on a canvas, and who calls says how they are measured.

use plotters::backend::SVGBackend;

use super::Drawing;
use super::measured::{Measure, Measured};

/// Pixels of the backend, which knows whole ones only, to a pixel of the page.
const SCALE: u32 = 8;
/// By this much plotters' backend makes texts smaller.
const SHRUNK: f64 = 1.24;

/// The text of an SVG of a size in pixels of the page. `measure` tells how wide a text is in a font as CSS writes it.
/// Nothing if it cannot be drawn.
pub fn svg(
    drawing: &impl Drawing,
    title: &str,
    (width, height): (u32, u32),
    measure: Measure<'_>,
) -> Option<String> {
    let size = (width * SCALE, height * SCALE);
    let mut text = String::new();
    let backend = SVGBackend::with_string(&mut text, size);
    let paper = Measured::shrinking(backend, measure, SHRUNK);
    drawing.draw(paper, f64::from(SCALE)).ok()?;
    let (_, shapes) = text.split_once('>')?;
    let (wide, high) = size;
    let title = escaped(title);
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {wide} {high}" role="img"><title>{title}</title>{shapes}"#
    ))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
