//! A backend that writes an SVG, measures text by the widths of a typical sans-serif, and keeps what was drawn as data.

use std::cell::RefCell;

use plotters::backend::SVGBackend;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

type Error = <SVGBackend<'static> as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<Error>>;
pub(super) type Rgb = (u8, u8, u8);

/// Something drawn, in pixels.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Line {
        color: Rgb,
        points: Vec<BackendCoord>,
    },
    Area {
        color: Rgb,
        points: Vec<BackendCoord>,
    },
    Circle {
        color: Rgb,
        center: BackendCoord,
        radius: u32,
    },
    Text {
        color: Rgb,
        text: String,
        area: [f64; 4],
    },
}

/// A drawing, as shapes.
pub(super) struct Svg {
    pub shapes: Vec<Shape>,
}

impl Svg {
    /// Draws with a backend of a size.
    pub fn draw<T>(size: (u32, u32), drawing: impl FnOnce(Recorder<'_>) -> T) -> (Self, T) {
        let mut text = String::new();
        let shapes = RefCell::new(Vec::new());
        let drawn = drawing(Recorder {
            svg: SVGBackend::with_string(&mut text, size),
            shapes: &shapes,
        });
        let shapes = shapes.into_inner();
        (Self { shapes }, drawn)
    }

    /// The words written.
    pub fn words(&self) -> Vec<&str> {
        let words = self.shapes.iter().map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        words.flatten().collect()
    }

    /// The words with the boxes they fill: left, top, right, bottom.
    pub fn boxes(&self) -> Vec<(&str, [f64; 4])> {
        let boxes = self.shapes.iter().map(|shape| match shape {
            Shape::Text { text, area, .. } => Some((text.as_str(), *area)),
            _ => None,
        });
        boxes.flatten().collect()
    }

    /// The points of every line of a colour.
    pub fn lines(&self, of: Rgb) -> Vec<&[BackendCoord]> {
        let lines = self.shapes.iter().map(|shape| match shape {
            Shape::Line { color, points } if *color == of => Some(points.as_slice()),
            _ => None,
        });
        lines.flatten().collect()
    }

    /// The centres of every dot of a colour.
    pub fn dots(&self, of: Rgb) -> Vec<BackendCoord> {
        let dots = self.shapes.iter().map(|shape| match shape {
            Shape::Circle { color, center, .. } if *color == of => Some(*center),
            _ => None,
        });
        dots.flatten().collect()
    }
}

/// The backend.
pub(super) struct Recorder<'a> {
    svg: SVGBackend<'a>,
    shapes: &'a RefCell<Vec<Shape>>,
}

/// Width of a text: 1 em for Chinese characters, about 0.58 for others.
fn width(text: &str, size: f64, style: FontStyle) -> f64 {
    let ems = text
        .chars()
        .map(|c| if c < '\u{2e80}' { 0.58 } else { 1.0 });
    let weight = if matches!(style, FontStyle::Bold) {
        1.05
    } else {
        1.0
    };
    ems.sum::<f64>() * size * weight
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        self.svg.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.svg.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.svg.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.svg.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<_> = path.into_iter().collect();
        self.shapes.borrow_mut().push(Shape::Line {
            color: style.color().rgb,
            points: points.clone(),
        });
        self.svg.draw_path(points, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.svg.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<_> = path.into_iter().collect();
        self.shapes.borrow_mut().push(Shape::Area {
            color: style.color().rgb,
            points: points.clone(),
        });
        self.svg.fill_polygon(points, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.shapes.borrow_mut().push(Shape::Circle {
            color: style.color().rgb,
            center,
            radius,
        });
        self.svg.draw_circle(center, radius, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let width = width(text, style.size(), style.style());
        let anchor = style.anchor();
        let left = match anchor.h_pos {
            HPos::Left => f64::from(x),
            HPos::Center => f64::from(x) - width / 2.0,
            HPos::Right => f64::from(x) - width,
        };
        let top = match anchor.v_pos {
            VPos::Top => f64::from(y),
            VPos::Center => f64::from(y) - style.size() / 2.0,
            VPos::Bottom => f64::from(y) - style.size(),
        };
        self.shapes.borrow_mut().push(Shape::Text {
            color: style.color().rgb,
            text: text.to_owned(),
            area: [left, top, left + width, top + style.size()],
        });
        self.svg.draw_text(text, style, (x, y))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Error>> {
        let width = width(text, style.size(), style.style());
        Ok((width.ceil() as u32, (style.size() * 1.2).ceil() as u32))
    }
}
