//! The time axis: one row per calendar year.

use crate::engine::index::Year;

/// Consecutive years, the rows of every series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    /// First year.
    pub first: Year,
    /// Last year.
    pub last: Year,
}

impl Axis {
    /// Longest axis there may be.
    pub const MOST_YEARS: usize = 100;

    /// Number of years.
    pub fn len(self) -> usize {
        usize::try_from(self.last - self.first + 1).unwrap_or(0)
    }

    /// Whether there is no year; never true of a compiled model.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Row of a year, if it lies on the axis.
    pub fn row(self, year: Year) -> Option<usize> {
        let row = usize::try_from(year - self.first).ok()?;
        (row < self.len()).then_some(row)
    }

    /// Year of a row.
    pub fn year(self, row: usize) -> Year {
        self.first + row as Year
    }

    /// All years in order.
    pub fn years(self) -> std::ops::RangeInclusive<Year> {
        self.first..=self.last
    }
}
