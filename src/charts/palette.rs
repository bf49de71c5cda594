//! The colours of charts, one set per theme. They are the page's own: a test compares them with its stylesheet.

use plotters::style::RGBColor;

use crate::view::chart_spec::Status;

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// What has happened, marks and names.
    pub ink: RGBColor,
    /// Axis labels.
    pub faint: RGBColor,
    /// Lines of the grid.
    pub grid: RGBColor,
    /// The projection.
    pub accent: RGBColor,
    /// The baseline.
    pub ghost: RGBColor,
    /// What the chart stands on.
    pub panel: RGBColor,
    /// Attained.
    pub attained: RGBColor,
    /// Nearly attained.
    pub near: RGBColor,
    /// Missed.
    pub missed: RGBColor,
    /// Undetermined.
    pub undetermined: RGBColor,
}

impl Palette {
    /// On paper.
    pub const LIGHT: Self = Self {
        ink: RGBColor(0x1b, 0x20, 0x26),
        faint: RGBColor(0x69, 0x72, 0x7d),
        grid: RGBColor(0xe2, 0xe0, 0xd9),
        accent: RGBColor(0x22, 0x53, 0xa2),
        ghost: RGBColor(0xa3, 0xa9, 0xb1),
        panel: RGBColor(0xff, 0xff, 0xff),
        attained: RGBColor(0x0d, 0x65, 0x5f),
        near: RGBColor(0x84, 0x57, 0x00),
        missed: RGBColor(0xab, 0x32, 0x19),
        undetermined: RGBColor(0x56, 0x60, 0x6b),
    };

    /// On dark ground.
    pub const DARK: Self = Self {
        ink: RGBColor(0xe8, 0xea, 0xec),
        faint: RGBColor(0x94, 0x9d, 0xa8),
        grid: RGBColor(0x2b, 0x31, 0x38),
        accent: RGBColor(0x86, 0xae, 0xf4),
        ghost: RGBColor(0x6d, 0x76, 0x81),
        panel: RGBColor(0x1a, 0x1e, 0x23),
        attained: RGBColor(0x68, 0xca, 0xbd),
        near: RGBColor(0xe5, 0xba, 0x5f),
        missed: RGBColor(0xf4, 0x93, 0x7c),
        undetermined: RGBColor(0xaa, 0xb3, 0xbd),
    };

    /// The colour of a status.
    pub const fn of_status(&self, status: Status) -> RGBColor {
        match status {
            Status::Attained => self.attained,
            Status::Near => self.near,
            Status::Missed => self.missed,
            Status::Undetermined | Status::Unscored => self.undetermined,
        }
    }
}
