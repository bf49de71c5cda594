//! The outcomes of one projection, found by target.

use std::ops::Range;

use crate::engine::attain::Outcome;
use crate::engine::index::{TargetIdx, Year};
use crate::engine::sort;

use super::status::Status;

/// The outcomes of all targets, those of one target side by side.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Results {
    outcomes: Vec<Outcome>,
    of_target: Vec<Range<usize>>,
}

impl Results {
    /// Arranges the outcomes of a projection by target; within one target they keep their order.
    pub fn new(mut outcomes: Vec<Outcome>) -> Self {
        sort::by_key(&mut outcomes, |outcome| outcome.target);
        let n_targets = outcomes.last().map_or(0, |last| last.target.at() + 1);
        let mut of_target = vec![0..0; n_targets];
        for (position, outcome) in outcomes.iter().enumerate() {
            let range = &mut of_target[outcome.target.at()];
            if range.start == range.end {
                *range = position..position;
            }
            range.end = position + 1;
        }
        Self {
            outcomes,
            of_target,
        }
    }

    /// All outcomes.
    pub fn all(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// Everything that became of one target.
    pub fn of(&self, target: TargetIdx) -> &[Outcome] {
        let range = self.of_target.get(target.at()).cloned();
        range.map_or(&[], |range| &self.outcomes[range])
    }

    /// What stands for a target in lists: the results of the plan as a whole, or of its members where there is no
    /// whole.
    pub fn shown(&self, target: TargetIdx) -> impl Iterator<Item = &Outcome> {
        let outcomes = self.of(target);
        let has_whole = outcomes.iter().any(|outcome| outcome.member.is_none());
        outcomes
            .iter()
            .filter(move |outcome| !has_whole || outcome.member.is_none())
    }

    /// The outcome that speaks for a target: the one of the milestone year asked for; without one, the worst and
    /// of equally bad ones the first, or the last milestone where all are attained.
    pub fn speaking(&self, target: TargetIdx, year: Option<Year>) -> Option<&Outcome> {
        let in_year = |outcome: &&Outcome| year.is_none_or(|year| outcome.milestone() == year);
        self.shown(target).filter(in_year).min_by_key(|outcome| {
            let status = Status::of(outcome);
            let age = outcome.milestone();
            (
                status,
                if status == Status::Attained {
                    -age
                } else {
                    age
                },
            )
        })
    }
}
