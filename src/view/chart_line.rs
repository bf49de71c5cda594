//! The lines of a chart: what there is to be seen on one, and the same chart with some of them put away.

use serde::{Deserialize, Serialize};

use crate::engine::lang::Lang;
use crate::text::words::Words;

use super::chart_spec::{ChartSpec, Milestone, Point};
use super::value_axis::ValueAxis;

/// Something on a chart that can be looked at by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// What has happened.
    Observed,
    /// What is projected.
    Projected,
    /// The plan as it is written.
    Written,
    /// How far the projection is spread over draws.
    Fan,
    /// What is promised, and what is reached of it.
    Targets,
}

impl Line {
    /// All of them, as a key lists them.
    pub const ALL: [Self; 5] = [
        Self::Observed,
        Self::Projected,
        Self::Written,
        Self::Fan,
        Self::Targets,
    ];

    /// Its name for the stylesheet.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Projected => "projected",
            Self::Written => "written",
            Self::Fan => "fan",
            Self::Targets => "targets",
        }
    }

    /// What it is called.
    pub const fn word(self, words: Words) -> &'static str {
        match self {
            Self::Observed => words.observed(),
            Self::Projected => words.projection(),
            Self::Written => words.baseline(),
            Self::Fan => words.fan(),
            Self::Targets => words.required_value(),
        }
    }

    const fn of(point: &Point) -> Self {
        if point.is_observed {
            Self::Observed
        } else {
            Self::Projected
        }
    }
}

impl ChartSpec {
    /// The lines that are there.
    pub fn lines(&self) -> Vec<Line> {
        let has = |line: &Line| match line {
            Line::Observed | Line::Projected => {
                let mut points = self.series.iter().flatten();
                points.any(|point| Line::of(point) == *line)
            }
            Line::Written => self.baseline.is_some(),
            Line::Fan => self.fan.is_some(),
            Line::Targets => !self.milestones.is_empty(),
        };
        Line::ALL.into_iter().filter(has).collect()
    }

    /// The same chart without some of its lines: the years stay, the values are those of what is left.
    pub fn without(&self, hidden: &[Line], lang: Lang) -> Self {
        let lines = self.lines();
        if !lines.iter().any(|line| hidden.contains(line)) {
            return self.clone();
        }
        let mut left = self.clone();
        for point in &mut left.series {
            *point = point.filter(|point| !hidden.contains(&Line::of(point)));
        }
        left.baseline = left.baseline.filter(|_| !hidden.contains(&Line::Written));
        left.fan = left.fan.filter(|_| !hidden.contains(&Line::Fan));
        if hidden.contains(&Line::Targets) {
            left.milestones.clear();
        }
        let (years, series) = (&self.years, &self.series);
        // A value that is reached lies on a line, and goes with it.
        let goes = |year| {
            let at = usize::try_from(year - years.start()).ok();
            let point = at.and_then(|at| series.get(at)?.as_ref());
            point.is_some_and(|point| hidden.contains(&Line::of(point)))
        };
        for Milestone { reached, .. } in &mut left.milestones {
            *reached = reached.take().filter(|reached| !goes(reached.year));
        }
        if lines.iter().all(|line| hidden.contains(line)) {
            left.notice = Some(Words(lang).all_hidden().to_owned());
        }
        left.values = ValueAxis::covering(&left.shown_values(), lang);
        left
    }
}
