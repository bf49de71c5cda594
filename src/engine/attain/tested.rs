//! One year of a test: the line and the value as far as they are known, and what they decide.

use super::judge::Line;
use crate::engine::eval::Interval;
use crate::engine::index::Year;
use crate::engine::model::Root;

/// A value or the reasons there is none.
pub type Known<T> = Result<T, Vec<Root>>;

/// One year of a test.
pub struct Tested {
    /// The year.
    pub year: Year,
    /// What the value is compared with.
    pub line: Known<Line>,
    /// The value.
    pub value: Known<f64>,
    /// Bounds of an unknown value, where it has any.
    pub range: Option<Interval>,
}

/// The figures a test is shown with.
#[derive(Clone, Copy)]
pub struct Shown {
    /// The year they are of.
    pub year: Year,
    /// The line.
    pub line: Line,
    /// The value, or of an unknown one the bound that decides.
    pub x: f64,
    /// The bounds of an unknown one.
    pub range: Option<Interval>,
}

impl Tested {
    /// Whether the comparison holds, as far as that is decided.
    pub fn holds(&self) -> Option<bool> {
        let line = self.line.as_ref().ok()?;
        match (&self.value, self.range) {
            (Ok(x), _) => Some(line.holds(*x)),
            (Err(_), Some(range)) => line.holds_between(range),
            (Err(_), None) => None,
        }
    }

    /// Why it is not decided.
    pub fn roots(&self) -> impl Iterator<Item = Root> {
        let lines = self.line.as_ref().err().into_iter().flatten();
        let values = self.value.as_ref().err().into_iter().flatten();
        let is_open = self.holds().is_none();
        lines.chain(values).copied().filter(move |_| is_open)
    }

    /// Its figures, where it is decided. Of bounds it is the one closer to the line that decides: what holds there holds
    /// everywhere between.
    pub fn shown(&self) -> Option<Shown> {
        let (line, holds) = (*self.line.as_ref().ok()?, self.holds()?);
        let (x, range) = match (&self.value, self.range) {
            (Ok(x), _) => (*x, None),
            (Err(_), range) => {
                let Interval { low, high } = range?;
                let low_is_better = line.margin(low) > line.margin(high);
                (if low_is_better == holds { high } else { low }, range)
            }
        };
        Some(Shown {
            year: self.year,
            line,
            x,
            range,
        })
    }
}
