//! Numbers written as arithmetic: the value of an assumption may be a formula over literals and observed values, which
//! then *is* the derivation shown.

use std::collections::HashMap;

use super::graph::Given;
use super::graph::SlotIdx;
use crate::engine::formula::typed::{Node, Selection, Typed};
use crate::engine::index::{IndicatorIdx, Var, Year};

/// Observed values by slot, year and lane.
#[derive(Debug, Default)]
pub struct Observed {
    values: HashMap<(SlotIdx, Year, usize), f64>,
}

impl Observed {
    /// The observed values among those given.
    pub fn new(given: &[Given], first: Year) -> Self {
        let entry = |given: &Given| {
            let row = Year::try_from(given.row).unwrap_or(0);
            ((given.slot, first + row, given.lane), given.value)
        };
        Self {
            values: given.iter().map(entry).collect(),
        }
    }

    /// The number a formula stands for, if it reads literals and observed values alone. `slot` finds an indicator's slot,
    /// or (with `true`) that of its whole.
    pub fn constant(
        &self,
        typed: &Typed,
        slot: &dyn Fn(IndicatorIdx, bool) -> SlotIdx,
    ) -> Option<f64> {
        self.at(typed, None, slot)
    }

    fn at(
        &self,
        typed: &Typed,
        year: Option<Year>,
        slot: &dyn Fn(IndicatorIdx, bool) -> SlotIdx,
    ) -> Option<f64> {
        match &typed.node {
            Node::Number(value) => Some(*value),
            Node::Year => year.map(f64::from),
            Node::At(of, year) => self.at(of, Some(*year), slot),
            Node::Lag(of, back) => self.at(of, Some(year? - Year::try_from(*back).ok()?), slot),
            Node::Apply(operation, arguments) => {
                let mut values = [0.0; 3];
                for (value, argument) in values.iter_mut().zip(arguments) {
                    *value = self.at(argument, year, slot)?;
                }
                Some(operation.apply(values[0], values[1], values[2]))
                    .filter(|value| value.is_finite())
            }
            Node::Series(Var::Indicator(index), selection) => {
                let (whole, lane) = match selection {
                    Selection::Member(member) => (false, member.at()),
                    Selection::Whole => (true, 0),
                    Selection::All => (false, 0),
                };
                self.values
                    .get(&(slot(*index, whole), year?, lane))
                    .copied()
            }
            Node::Cumulative(of, Some(from)) => (*from..=year?)
                .try_fold(0.0, |sum, year| Some(sum + self.at(of, Some(year), slot)?)),
            _ => None,
        }
    }
}
