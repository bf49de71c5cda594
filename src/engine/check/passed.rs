//! Targets that what has already happened meets: they ask for nothing any more, only that nothing is lost.

use super::{Checker, FindingKind, Subject};
use crate::engine::attain::{self, judge::Line};
use crate::engine::index::{MemberIdx, TargetIdx, Year};
use crate::engine::model::{Bound, QuantityTarget, Shape, TargetModel, Test};
use crate::engine::plan::{Better, Years};

impl Checker<'_> {
    pub(super) fn passed(&mut self) {
        let model = self.model;
        for (position, target) in model.targets().iter().enumerate() {
            let TargetModel::Quantity(quantity) = target else {
                continue;
            };
            let index = TargetIdx::new(position);
            for test in &quantity.tests {
                let Some((milestone, line, year, value)) = self.met_before(index, quantity, test)
                else {
                    continue;
                };
                let lane = test.member.map_or(0, MemberIdx::at);
                let quoted = self.indicator_of(test.quantity).map(|indicator| {
                    self.observation_sources(indicator, test.member, &[(year, value)])
                });
                let kind = FindingKind::AlreadyAttained {
                    member: test
                        .member
                        .and_then(|_| self.member(test.quantity.slot, lane)),
                    milestone,
                    threshold: line.threshold,
                    year,
                    value,
                };
                self.find(kind, Subject::Target(index), quoted.unwrap_or_default());
            }
        }
    }

    /// Milestone, its line, and the last year that has happened with a value that meets it.
    fn met_before(
        &self,
        target: TargetIdx,
        quantity: &QuantityTarget,
        test: &Test,
    ) -> Option<(Year, Line, Year, f64)> {
        // Windows are kept, not reached; growth starts anew every year; a sum is below its ceiling from the start.
        let Years::In(milestone) = test.years else {
            return None;
        };
        let axis = self.model.axis();
        let lane = test.member.map_or(0, MemberIdx::at);
        let has_happened = |year: Year| {
            let state = self
                .projection
                .state(test.quantity, axis.row(year)?, lane)?;
            state.has_happened().then_some(year)
        };
        let line = attain::line(self.projection, target, quantity, test, milestone)?;
        // A ceiling over what should grow is not reached by being below it, nor a floor from above.
        let is_reached = match line.better {
            Better::Lower => line.direction() < 0.0,
            Better::Higher | Better::Neutral => line.direction() > 0.0,
        };
        let first = match quantity.shape {
            Shape::Level | Shape::Share => axis.first,
            Shape::Cumulative(first) if line.direction() > 0.0 => first,
            _ => return None,
        };
        let threshold_is_fixed = match test.threshold {
            Bound::Number(_) => true,
            Bound::Series(operand) => {
                let row = axis.row(milestone)?;
                self.is_fixed(operand, row, lane)
            }
        };
        if !is_reached || has_happened(milestone).is_some() || !threshold_is_fixed {
            return None;
        }
        let year = (first..milestone).rev().find_map(has_happened)?;
        let value = self.number(test.quantity, axis.row(year)?, lane).ok()?;
        line.holds(value).then_some((milestone, line, year, value))
    }
}
