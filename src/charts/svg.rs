//! A drawing as the text of an SVG, over plotters' backend for it.
//!
//! That backend writes texts smaller than it is told, and measures them by putting them on the page, which the page does
//! not allow: here they have the size they have on a canvas, and who calls says how they are measured.

use plotters::backend::SVGBackend;
use plotters_backend::text_anchor::Pos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle, FontTransform,
};

use super::Drawing;

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
    measure: &dyn Fn(&str, &str) -> f64,
) -> Option<String> {
    let size = (width * SCALE, height * SCALE);
    let mut text = String::new();
    let paper = Paper {
        inner: SVGBackend::with_string(&mut text, size),
        measure,
    };
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

/// The backend.
struct Paper<'a> {
    inner: SVGBackend<'a>,
    measure: &'a dyn Fn(&str, &str) -> f64,
}

type Error = DrawingErrorKind<<SVGBackend<'static> as DrawingBackend>::ErrorType>;

impl DrawingBackend for Paper<'_> {
    type ErrorType = <SVGBackend<'static> as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> Result<(), Error> {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), Error> {
        self.inner.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Result<(), Error> {
        self.inner.draw_pixel(at, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), Error> {
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Error> {
        self.inner.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Error> {
        self.inner.draw_path(path, style)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Error> {
        self.inner.fill_polygon(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Error> {
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), Error> {
        self.inner.draw_text(text, &FullSize(style), at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), Error> {
        let (weight, family) = (style.style(), style.family());
        let font = format!("{} {}px {}", weight.as_str(), style.size(), family.as_str());
        let width = (self.measure)(&font, text);
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

/// The style of a text, so that the backend writes it in its size.
struct FullSize<'a, S>(&'a S);

impl<S: BackendTextStyle> BackendTextStyle for FullSize<'_, S> {
    type FontError = S::FontError;

    fn color(&self) -> BackendColor {
        self.0.color()
    }

    fn size(&self) -> f64 {
        self.0.size() * SHRUNK
    }

    fn transform(&self) -> FontTransform {
        self.0.transform()
    }

    fn style(&self) -> FontStyle {
        self.0.style()
    }

    fn anchor(&self) -> Pos {
        self.0.anchor()
    }

    fn family(&self) -> FontFamily<'_> {
        self.0.family()
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        self.0.layout_box(text)
    }

    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        at: BackendCoord,
        draw: DrawFunc,
    ) -> Result<Result<(), E>, Self::FontError> {
        self.0.draw(text, at, draw)
    }
}
