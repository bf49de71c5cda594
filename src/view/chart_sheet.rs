//! What stands around a chart that leaves the page as a file: whose it is, what its lines are, and what it rests on.

use crate::engine::lang::Lang;
use crate::text::words::Words;

use super::chart_line::Line;
use super::chart_spec::ChartSpec;
use super::citation::Quote;

/// What stands around a chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Name of the target.
    pub title: String,
    /// The lines and what they are called.
    pub lines: Vec<(Line, String)>,
    /// The plan and the scenario in force; where the target is promised.
    pub notes: Vec<String>,
}

impl Sheet {
    /// The sheet of a target's chart. `scenario` is what is in force, in words.
    pub fn of(
        title: &str,
        (plan, scenario): (&str, &str),
        quotes: &[Quote],
        spec: &ChartSpec,
        lang: Lang,
    ) -> Self {
        let words = Words(lang);
        let lines = spec.lines().into_iter();
        let mut places: Vec<&str> = quotes.iter().map(|quote| quote.place.as_str()).collect();
        places.retain(|place| !place.is_empty());
        places.dedup();
        let sources = (!places.is_empty()).then(|| words.taken_from(&words.list(places)));
        let of_plan = [plan, scenario].join(words.dot());
        Self {
            title: title.to_owned(),
            lines: lines
                .map(|line| (line, line.word(words).to_owned()))
                .collect(),
            notes: std::iter::once(of_plan).chain(sources).collect(),
        }
    }
}
