//! The values of an assumption year by year as a small drawing: the path through the years it is stated for, and the same
//! before it was moved. Places are shares of the drawing's width and height, the height counted from below.

use std::fmt::Write as _;

use crate::engine::index::{AssumptionIdx, Year};
use crate::engine::inputs::Setting;
use crate::engine::lang::Lang;
use crate::engine::model::Model;
use crate::engine::plan::Interpolation;
use crate::text::number::{number, with_unit};

use super::assumption::{self, Range, Shift};

/// A path as it is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawn {
    /// A stop for every year of the plan, and those stated beside them.
    pub stops: Vec<Stop>,
    /// The path, as the points of a polyline in [`SIZE`].
    pub line: String,
    /// The same before it was moved; empty where it is the same.
    pub ghost: String,
}

/// Width and height of the drawing in its own units, which the style sheet stretches.
pub const SIZE: f64 = 100.0;

/// One year of a path.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// The year.
    pub year: Year,
    /// Whether a value is stated for it, and not only interpolated.
    pub is_stated: bool,
    /// Its value.
    pub value: f64,
    /// The value with its unit.
    pub spoken: String,
    /// Where it stands from the left.
    pub x: f64,
    /// Where it stands from below.
    pub y: f64,
}

impl Stop {
    /// A year that is not on the drawing.
    pub fn none(year: Year) -> Self {
        Self {
            year,
            is_stated: false,
            value: f64::NAN,
            spoken: String::new(),
            x: 0.0,
            y: 0.0,
        }
    }
}

/// The path of an assumption, or of one of its members, over a range of values.
pub fn drawn(
    model: &Model,
    assumption: AssumptionIdx,
    shift: &Shift,
    range: Range,
    lang: Lang,
) -> Drawn {
    let path = assumption::path(model, assumption);
    let Some(setting) = &shift.now else {
        return Drawn::default();
    };
    let stated = shift.years();
    let period = model.period();
    let ends = stated.iter().copied().chain([period.start, period.end]);
    let (first, last) = ends.fold((period.start, period.end), |(first, last), year| {
        (first.min(year), last.max(year))
    });
    let frame = Frame { first, last, range };
    let unit = assumption::unit(model, assumption, lang);
    let stops = (first..=last).map(|year| {
        let value = setting.at(year, path);
        Stop {
            year,
            is_stated: stated.contains(&year),
            value,
            spoken: with_unit(&number(value), &unit),
            x: frame.x(f64::from(year)),
            y: frame.y(value),
        }
    });
    let before = shift.base.as_ref().filter(|before| *before != setting);
    Drawn {
        stops: stops.collect(),
        line: frame.line(setting, path),
        ghost: before.map_or_else(String::new, |before| frame.line(before, path)),
    }
}

struct Frame {
    first: Year,
    last: Year,
    range: Range,
}

impl Frame {
    fn x(&self, year: f64) -> f64 {
        let years = f64::from(self.last - self.first).max(1.0);
        (year - f64::from(self.first)) / years
    }

    fn y(&self, value: f64) -> f64 {
        let Range { min, max, .. } = self.range;
        ((value - min) / (max - min)).clamp(0.0, 1.0)
    }

    /// A step holds until the next year begins.
    fn line(&self, setting: &Setting, path: Interpolation) -> String {
        let mut line = String::new();
        let mut add = |year: Year, y: f64| {
            let (x, y) = (self.x(f64::from(year)) * SIZE, (1.0 - y) * SIZE);
            // Writing to a text cannot fail.
            let _ = write!(line, "{x:.2},{y:.2} ");
        };
        let mut held = None;
        for year in self.first..=self.last {
            let y = self.y(setting.at(year, path));
            if let Some(held) = held.filter(|_| path == Interpolation::Step) {
                add(year, held);
            }
            add(year, y);
            held = Some(y);
        }
        line.trim_end().to_owned()
    }
}
