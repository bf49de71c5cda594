//! Values that are given: observations, and those interpolated between them where the plan says how.

use super::between;
use super::builder::GraphBuilder;
use super::compile::Compiler;
use super::graph::{Given, SlotIdx};
use crate::engine::diagnostic::Spanned;
use crate::engine::index::{Domain, IndicatorIdx, MemberIdx, Year};
use crate::engine::plan::{Interpolation, Observation, Series, Table};

impl Compiler<'_> {
    /// Observed values, and those interpolated between them where the plan says how.
    pub(super) fn given(&self, builder: &GraphBuilder) -> Vec<Given> {
        let mut given = Vec::new();
        for (position, indicator) in self.plan.indicators.iter().enumerate() {
            let index = IndicatorIdx::new(position);
            let Some(table) = &indicator.observed else {
                continue;
            };
            let mut state = |lane: Option<usize>, series: &Series<Observation>| {
                let slot = builder.indicator(index, lane.is_none());
                given.extend(self.given_series(slot, lane.unwrap_or(0), series, indicator.path));
            };
            match table {
                Table::Whole(series) => match self.names.indicator_domains()[position] {
                    Domain::Plan => state(None, series),
                    Domain::Set(set) => {
                        (0..self.names.member_count(set))
                            .for_each(|lane| state(Some(lane), series));
                    }
                },
                Table::ByMember(entries) => {
                    for (lane, series) in self
                        .names
                        .by_member(self.names.indicator_domains()[position], entries)
                    {
                        state(lane.map(MemberIdx::at), series);
                    }
                }
            }
        }
        given
    }

    fn given_series(
        &self,
        slot: SlotIdx,
        lane: usize,
        series: &Series<Observation>,
        path: Option<Interpolation>,
    ) -> Vec<Given> {
        let Series::ByYear(entries) = series else {
            return Vec::new();
        };
        let value = |(year, observation): &(Spanned<Year>, Observation)| {
            Some((year.value, observation.value.as_ref()?.value))
        };
        let points: Vec<(Year, f64)> = entries.iter().filter_map(value).collect();
        let given = |year: Year, value: f64, interpolated: bool| {
            let row = self.axis.row(year)?;
            Some(Given {
                slot,
                row,
                lane,
                value,
                interpolated,
            })
        };
        let mut all: Vec<Given> = points
            .iter()
            .filter_map(|&(year, value)| given(year, value, false))
            .collect();
        let gaps = points.windows(2).filter(|_| path.is_some());
        for gap in gaps {
            let [(from, start), (to, end)] = [gap[0], gap[1]];
            for year in from + 1..to {
                let ends = ((f64::from(from), start), (f64::from(to), end));
                let value = between(
                    path.unwrap_or(Interpolation::Linear),
                    ends.0,
                    ends.1,
                    f64::from(year),
                );
                all.extend(given(year, value, true));
            }
        }
        all
    }
}
