//! Sizes and styles in pixels of the page, turned into device pixels, of which dense screens have several to one.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, RGBColor};

/// The page's own family: the browser picks the first one that is there.
const FAMILY: &str = r#""PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif"#;

/// Turns pixels of the page into device pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    pub scale: f64,
}

impl Pen {
    /// A length, at least one device pixel unless zero.
    pub fn px(self, length: f64) -> i32 {
        let device = (length * self.scale).round() as i32;
        if length > 0.0 { device.max(1) } else { device }
    }

    pub fn size(self, length: f64) -> u32 {
        self.px(length).unsigned_abs()
    }

    pub fn stroke(self, color: RGBColor, width: f64) -> ShapeStyle {
        color.stroke_width(self.size(width))
    }

    pub fn text(self, color: RGBColor, size: f64, style: FontStyle) -> TextStyle<'static> {
        let font = FontDesc::new(FontFamily::Name(FAMILY), size * self.scale, style);
        font.color(&color).pos(Pos::new(HPos::Left, VPos::Center))
    }
}
