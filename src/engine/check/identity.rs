//! Observed values against what follows from other observed values: identities, and wholes against their parts.

use super::{Checker, FindingKind, Pair, Subject};
use crate::engine::index::{IndicatorIdx, MemberIdx, Year};
use crate::engine::model::Identity;
use crate::engine::model::graph::Operand;
use crate::engine::plan::{Citation, Indicator, MemberKey, Observation, Series, Table};

/// Relative difference that published figures may show by rounding and late corrections.
const ROUNDING: f64 = 0.005;

impl Checker<'_> {
    pub(super) fn identities(&mut self) {
        let model = self.model;
        let mut identities = model.checks().identities.iter().peekable();
        // One formula may come in several stretches of years: they are told together.
        while let Some(first) = identities.next() {
            let mut stretches = vec![first];
            while let Some(next) = identities.next_if(|next| {
                (next.indicator, next.is_whole) == (first.indicator, first.is_whole)
            }) {
                stretches.push(next);
            }
            self.identity(first, &stretches);
        }
    }

    fn identity(&mut self, first: &Identity, stretches: &[&Identity]) {
        let graph = self.model.graph();
        let slots = if first.is_whole {
            &graph.wholes
        } else {
            &graph.indicators
        };
        let Some(&slot) = slots.get(first.indicator.at()) else {
            return;
        };
        for lane in 0..self.lanes(slot) {
            let pairs = stretches.iter().flat_map(|identity| {
                let pair = |row| self.pair(Operand { slot, lag: 0 }, identity.computed, row, lane);
                identity.rows.clone().filter_map(pair)
            });
            let pairs: Vec<Pair> = pairs.collect();
            if pairs.is_empty() {
                continue;
            }
            let member = self.member(slot, lane);
            let quoted = self.observation_sources(
                first.indicator,
                member.map(|of| of.member),
                &pairs
                    .iter()
                    .map(|pair| (pair.year, pair.left))
                    .collect::<Vec<_>>(),
            );
            let kind = if first.is_whole {
                FindingKind::PartsDiffer { pairs }
            } else {
                FindingKind::IdentityDiffers { member, pairs }
            };
            self.find(kind, Subject::Indicator(first.indicator), quoted);
        }
    }

    /// Both values, if they are known without any assumption and differ by more than rounding.
    fn pair(&self, observed: Operand, computed: Operand, row: usize, lane: usize) -> Option<Pair> {
        if !self.is_fixed(computed, row, lane) || !self.is_fixed(observed, row, lane) {
            return None;
        }
        let left = self.number(observed, row, lane).ok()?;
        let right = self.number(computed, row, lane).ok()?;
        let year = self.model.axis().year(row);
        (!agree(left, right)).then_some(Pair { year, left, right })
    }

    /// What is quoted for observed values: their own sources, or those of the indicator that print them.
    pub(super) fn observation_sources(
        &self,
        indicator: IndicatorIdx,
        member: Option<MemberIdx>,
        years: &[(Year, f64)],
    ) -> Vec<Citation> {
        let Some(indicator) = self.plan.indicators.get(indicator.at()) else {
            return Vec::new();
        };
        let series = self.observed_series(indicator, member);
        let Some(Series::ByYear(entries)) = series else {
            return Vec::new();
        };
        let mut quoted = Vec::new();
        for &(year, value) in years {
            let entry = entries.iter().find(|(own, _)| own.value == year);
            match entry {
                Some((_, observation)) if !observation.sources.is_empty() => {
                    quoted.extend(observation.sources.iter().cloned());
                }
                Some(_) => quoted.extend(printing(&indicator.sources, value)),
                None => {}
            }
        }
        quoted
    }

    fn observed_series<'i>(
        &self,
        indicator: &'i Indicator,
        member: Option<MemberIdx>,
    ) -> Option<&'i Series<Observation>> {
        let entries = match indicator.observed.as_ref()? {
            Table::Whole(series) => return Some(series),
            Table::ByMember(entries) => entries,
        };
        let set = self.plan.set_over(indicator.over.as_ref())?;
        let id = member.and_then(|member| set.member_id(member));
        let is_it = |key: &MemberKey| match key {
            MemberKey::Whole => member.is_none(),
            MemberKey::Each => false,
            MemberKey::Id(own) => id == Some(own.as_str()),
        };
        let entry = entries.iter().find(|(key, _)| is_it(&key.value))?;
        Some(&entry.1)
    }
}

/// The citations whose words print a number; all where none does.
pub(super) fn printing(sources: &[Citation], value: f64) -> Vec<Citation> {
    let number = value.to_string();
    let prints = |source: &&Citation| {
        let quote = source.quote.as_deref();
        quote.is_some_and(|quote| quote.contains(&number))
    };
    let found: Vec<Citation> = sources.iter().filter(prints).cloned().collect();
    if found.is_empty() {
        sources.to_vec()
    } else {
        found
    }
}

/// Whether an observed figure is a computed one as far as published figures are exact: within half of its last digit, or
/// within what rounding may do to the figures it is computed from.
pub(super) fn agree(observed: f64, computed: f64) -> bool {
    let difference = (observed - computed).abs();
    let last_digit = libm::pow(10.0, -f64::from(decimals(observed)));
    difference <= last_digit / 2.0 * (1.0 + 1e-9) || difference <= ROUNDING * observed.abs()
}

/// Decimals a number is written with at least.
fn decimals(x: f64) -> u32 {
    let text = x.to_string();
    text.split_once('.')
        .map_or(0, |(_, decimals)| decimals.len() as u32)
}
