//! Drawing: a chart's data onto any plotters backend, the canvas of a page or the text of an SVG alike. Decides where
//! things stand, never what is shown: that is `crate::view`'s, and which backend there is, `crate::browser`'s.

mod axis;
mod labels;
mod line;
mod measured;
mod palette;
mod pen;
mod plot;
mod sheet;
mod strokes;
mod svg;

pub use line::LineChart;
pub use measured::Measured;
pub use palette::Palette;
pub use plot::Plot;
pub use sheet::ChartSheet;
pub use svg::svg;

use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::DrawingBackend;

/// Something that can be drawn on every backend.
pub trait Drawing {
    /// Draws it over the whole backend, whose size is in device pixels, `scale` of them to a pixel of the page.
    /// `None` if there is nothing that could be pointed at: no data, or too little room.
    fn draw<DB: DrawingBackend>(
        &self,
        backend: DB,
        scale: f64,
    ) -> Result<Option<Plot>, DrawingAreaErrorKind<DB::ErrorType>>;
}
