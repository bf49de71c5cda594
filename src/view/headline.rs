//! The headline: how many results of the plan are attained, in all and by milestone year.

use std::collections::BTreeMap;

use crate::engine::attain::Outcome;
use crate::engine::index::Year;
use crate::engine::plan::{Kind, Plan};

use super::status::Status;

/// How many results have which status. What is never scored is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    counts: [usize; Status::COUNTED.len()],
}

impl Tally {
    /// How many have a status.
    pub fn count(self, status: Status) -> usize {
        let at = Status::COUNTED.iter().position(|s| *s == status);
        at.map_or(0, |at| self.counts[at])
    }

    /// How many there are.
    pub fn total(self) -> usize {
        self.counts.iter().sum()
    }

    fn add(&mut self, status: Status) {
        if let Some(at) = Status::COUNTED.iter().position(|s| *s == status) {
            self.counts[at] += 1;
        }
    }
}

/// The counts of the headline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headline {
    /// All milestones together.
    pub all: Tally,
    /// By the year the milestone falls in.
    pub by_year: BTreeMap<Year, Tally>,
}

impl Headline {
    /// Counts the results of the plan as a whole, one per target and milestone; members are counted in their set.
    pub fn of(outcomes: &[Outcome]) -> Self {
        let mut headline = Self::default();
        for outcome in outcomes.iter().filter(|outcome| outcome.member.is_none()) {
            let status = Status::of(outcome);
            headline.all.add(status);
            if status != Status::Unscored {
                headline
                    .by_year
                    .entry(outcome.milestone())
                    .or_default()
                    .add(status);
            }
        }
        headline
    }

    /// The counts of one milestone year, or of all, by how binding a target is. Only what there is, the most binding
    /// first.
    pub fn by_kind(plan: &Plan, outcomes: &[Outcome], year: Option<Year>) -> Vec<(Kind, Tally)> {
        const KINDS: [Kind; 3] = [Kind::Binding, Kind::Anticipatory, Kind::Aspirational];
        let tally = |kind| {
            let counted = outcomes.iter().filter(|outcome| {
                let target = plan.targets.get(outcome.target.at());
                outcome.member.is_none()
                    && year.is_none_or(|year| outcome.milestone() == year)
                    && target.is_some_and(|target| target.kind == kind)
            });
            let mut tally = Tally::default();
            counted.for_each(|outcome| tally.add(Status::of(outcome)));
            (kind, tally)
        };
        let all = KINDS.map(tally).into_iter();
        all.filter(|(_, tally)| tally.total() > 0).collect()
    }

    /// The counts of one milestone year, or of all.
    pub fn tally(&self, year: Option<Year>) -> Tally {
        year.map_or(self.all, |year| {
            self.by_year.get(&year).copied().unwrap_or_default()
        })
    }
}
