//! Where a drawn chart stands: the way back from a pointer's place to a year.

use std::ops::RangeInclusive;

use crate::view::chart_spec::Year;

/// The plotting rectangle of a drawn chart, in pixels of the page from the chart's upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// Years drawn.
    pub years: RangeInclusive<Year>,
    /// Where the first year stands.
    pub first_x: f64,
    /// Where the last year stands.
    pub last_x: f64,
    /// Upper edge.
    pub top: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Plot {
    /// Where a year stands.
    pub fn x_of(&self, year: Year) -> f64 {
        let span = f64::from(self.years.end() - self.years.start());
        if span == 0.0 {
            return self.first_x;
        }
        let share = f64::from(year - self.years.start()) / span;
        self.first_x + share * (self.last_x - self.first_x)
    }

    /// The year nearest to a place.
    pub fn year_at(&self, x: f64) -> Year {
        let (start, end) = (*self.years.start(), *self.years.end());
        let width = self.last_x - self.first_x;
        if width <= 0.0 {
            return start;
        }
        let years_in = (x - self.first_x) / width * f64::from(end - start);
        (start + years_in.round() as Year).clamp(start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_leads_to_its_year_and_back() {
        let plot = Plot {
            years: 2020..=2030,
            first_x: 50.0,
            last_x: 250.0,
            top: 0.0,
            bottom: 100.0,
        };
        for year in 2020..=2030 {
            assert_eq!(plot.year_at(plot.x_of(year)), year);
            assert_eq!(plot.year_at(plot.x_of(year) + 9.0), year);
        }
        for (x, year) in [(-1e9, 2020), (0.0, 2020), (1e9, 2030), (f64::NAN, 2020)] {
            assert_eq!(plot.year_at(x), year, "{x}");
        }
    }

    #[test]
    fn one_year_alone_is_found_everywhere() {
        let plot = Plot {
            years: 2025..=2025,
            first_x: 100.0,
            last_x: 100.0,
            top: 0.0,
            bottom: 100.0,
        };
        assert_eq!((plot.year_at(0.0), plot.year_at(300.0)), (2025, 2025));
        assert_eq!(plot.x_of(2025), 100.0);
    }
}
