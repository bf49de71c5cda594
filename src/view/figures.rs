//! The figures of an outcome, written so that they never contradict its verdict.

use crate::engine::attain::Outcome;
use crate::engine::lang::Lang;
use crate::text::number::{self, Precision, with_unit};
use crate::text::words::Side;

/// An outcome's numbers as texts, all with the decimals that tell them apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// The value compared, or its bounds, without unit.
    pub value: Option<String>,
    /// The threshold, with unit.
    pub threshold: Option<String>,
    /// The other threshold, with unit.
    pub edge: Option<String>,
    /// The margin with its sign and without unit.
    pub margin: Option<String>,
    /// The distance from the threshold without sign and with unit.
    pub distance: Option<String>,
    /// On which side of the threshold the value lies.
    pub side: Option<Side>,
}

impl Figures {
    /// The figures of an outcome whose values are in `unit`.
    pub fn of(outcome: &Outcome, unit: &str, lang: Lang) -> Self {
        let lines = [outcome.threshold, outcome.edge];
        let bounds = outcome.range.map(|range| [range.low, range.high]);
        let mut ends = bounds.into_iter().flatten().filter(|end| end.is_finite());
        let precision = match outcome.value.or_else(|| ends.next()) {
            Some(value) => {
                Precision::for_comparison(value, lines.into_iter().flatten().chain(ends))
            }
            None => outcome
                .threshold
                .map_or(Precision::decimals(0), Precision::needed),
        };
        let with = |x: f64| with_unit(&precision.number(x), unit);
        let apart = |x: f64| with_unit(&precision.number(x.abs()), unit_of_difference(unit, lang));
        Self {
            value: outcome
                .value
                .map(|x| precision.number(x))
                .or_else(|| bounds.map(|[low, high]| precision.between(low, high))),
            threshold: outcome.threshold.map(with),
            edge: outcome.edge.map(with),
            margin: outcome.margin.map(|x| precision.signed(x)),
            distance: outcome.margin.map(apart),
            side: outcome.margin.map(|margin| side(precision.round(margin))),
        }
    }
}

/// Differences of percentages are counted in points.
pub fn unit_of_difference(unit: &str, lang: Lang) -> &str {
    if unit == "%" {
        number::points(lang)
    } else {
        unit
    }
}

fn side(margin: f64) -> Side {
    if margin < 0.0 {
        Side::Short
    } else if margin > 0.0 {
        Side::Over
    } else {
        Side::Exact
    }
}
