//! Charts go out as files.

use crate::browser::{Room, canvas, page};
use crate::charts::{ChartSheet, Palette, svg};
use crate::view::chart_sheet::Sheet;
use crate::view::chart_spec::ChartSpec;

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartFile {
    /// A picture of pixels, two of them to a pixel of the page in each direction.
    Png,
    /// A drawing that stays sharp in every size.
    Svg,
}

/// The size of a chart in a file, in pixels of the page.
const SIZE: (u32, u32) = (960, 540);

/// Hands a chart out as a file. `stem` is the name of the file without its ending.
pub fn download_chart(kind: ChartFile, stem: &str, sheet: &Sheet, spec: &ChartSpec, is_dark: bool) {
    let palette = if is_dark {
        &Palette::DARK
    } else {
        &Palette::LIGHT
    };
    let drawing = ChartSheet {
        sheet,
        spec,
        palette,
    };
    match kind {
        ChartFile::Png => {
            let room = Room {
                width: f64::from(SIZE.0),
                height: f64::from(SIZE.1),
                density: 2.0,
            };
            canvas::download_png(format!("{stem}.png"), room, &drawing);
        }
        ChartFile::Svg => {
            if let Some(text) = svg(&drawing, &sheet.title, SIZE, &canvas::measure()) {
                page::download(&format!("{stem}.svg"), "image/svg+xml", &text);
            }
        }
    }
}
