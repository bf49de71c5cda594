//! Thresholds of members against the threshold of the whole: they add up, or the whole lies between them.

use super::identity::agree;
use super::{Checker, FindingKind, Subject};
use crate::engine::attain::last_year;
use crate::engine::eval::Cell;
use crate::engine::index::{IndicatorIdx, MemberIdx, TargetIdx, Year};
use crate::engine::model::graph::{Operand, Origin};
use crate::engine::model::{Bound, QuantityTarget, TargetModel, Test};
use crate::engine::plan::Whole;
use crate::engine::unit::Tag;

impl Checker<'_> {
    pub(super) fn breakdowns(&mut self) {
        let model = self.model;
        for (position, target) in model.targets().iter().enumerate() {
            let TargetModel::Quantity(quantity) = target else {
                continue;
            };
            for whole in quantity.tests.iter().filter(|test| test.member.is_none()) {
                let is_part = |test: &&Test| test.member.is_some() && test.years == whole.years;
                let parts: Vec<&Test> = quantity.tests.iter().filter(is_part).collect();
                if let Some(kind) = self.breakdown(quantity, whole, &parts) {
                    self.find(kind, Subject::Target(TargetIdx::new(position)), Vec::new());
                }
            }
        }
    }

    fn breakdown(
        &self,
        quantity: &QuantityTarget,
        whole: &Test,
        parts: &[&Test],
    ) -> Option<FindingKind> {
        let members = parts.first()?.quantity;
        let year = last_year(whole.years);
        if !self.is_complete(members, parts, year) {
            return None;
        }
        let thresholds: Option<Vec<f64>> = parts
            .iter()
            .map(|test| self.threshold(test.threshold, test.member, year))
            .collect();
        let thresholds = thresholds?;
        let whole = self.threshold(whole.threshold, None, year)?;
        if self.whole_of(members) == Some(&Whole::Sum) {
            let sum: f64 = thresholds.iter().sum();
            return (!agree(whole, sum)).then_some(FindingKind::SharesDiffer { year, sum, whole });
        }
        // Only what is averaged lies between its parts; of anything else nothing is known.
        let is_rate = quantity.unit.is_quotient() || quantity.unit.tag() != Tag::Plain;
        if !is_rate || self.indicator_of(members).is_none() {
            return None;
        }
        let least = thresholds.iter().copied().fold(f64::INFINITY, f64::min);
        let greatest = thresholds.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let is_inside = (least <= whole || agree(whole, least))
            && (whole <= greatest || agree(whole, greatest));
        (!is_inside).then_some(FindingKind::WholeOutside {
            year,
            whole,
            least,
            greatest,
        })
    }

    /// Whether every member the quantity applies to has a threshold.
    fn is_complete(&self, members: Operand, parts: &[&Test], year: Year) -> bool {
        let Some(row) = self.model.axis().row(year) else {
            return false;
        };
        (0..self.lanes(members.slot)).all(|lane| {
            let has_part = parts
                .iter()
                .any(|test| test.member == Some(MemberIdx::new(lane)));
            has_part || self.projection.read(members, row, lane) == Cell::NotApplicable
        })
    }

    pub(super) fn threshold(
        &self,
        bound: Bound,
        member: Option<MemberIdx>,
        year: Year,
    ) -> Option<f64> {
        match bound {
            Bound::Number(value) => Some(value),
            Bound::Series(operand) => {
                let row = self.model.axis().row(year)?;
                self.number(operand, row, member.map_or(0, MemberIdx::at))
                    .ok()
            }
        }
    }

    fn whole_of(&self, members: Operand) -> Option<&Whole> {
        let indicator = self.indicator_of(members)?;
        self.plan.indicators.get(indicator.at())?.whole.as_ref()
    }

    /// The indicator an operand is, if it is one as such.
    pub(super) fn indicator_of(&self, operand: Operand) -> Option<IndicatorIdx> {
        let slot = self.model.graph().slots.get(operand.slot.at())?;
        match slot.origin {
            Origin::Indicator(index) | Origin::Whole(index) if operand.lag == 0 => Some(index),
            _ => None,
        }
    }
}
