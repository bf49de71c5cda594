//! A projection: the values of every series in every year under one set of inputs, with what is unknown and why.

use std::sync::Arc;

use super::bounds::{Bounds, Open};
use super::knowledge::{Kind, Knowledge, State};
use super::schedule::{Grounds, Schedule};
use super::store::Store;
use crate::engine::index::{IndicatorIdx, MemberIdx, Year};
use crate::engine::model::graph::{Operand, SlotIdx};
use crate::engine::model::{Model, Root};

/// One value of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// It has happened.
    Observed(f64),
    /// Interpolated between observations.
    Interpolated(f64),
    /// Computed.
    Projected(f64),
    /// Unknown, with the roots of it.
    Unknown(&'a [Root]),
    /// The formula gives no number: a division by zero, growth from nothing, an overflow.
    Fault,
    /// The series does not apply to this member, or the year is not on the axis.
    NotApplicable,
}

impl Cell<'_> {
    /// Its number, if there is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Observed(x) | Self::Interpolated(x) | Self::Projected(x) => Some(x),
            Self::Unknown(_) | Self::Fault | Self::NotApplicable => None,
        }
    }
}

/// All values under one set of inputs.
#[derive(Debug, Clone)]
pub struct Projection {
    model: Arc<Model>,
    schedule: Arc<Schedule>,
    store: Store,
}

impl Projection {
    pub(super) fn new(model: Arc<Model>, schedule: Arc<Schedule>, store: Store) -> Self {
        Self {
            model,
            schedule,
            store,
        }
    }

    /// The model it is of.
    pub fn model(&self) -> &Arc<Model> {
        &self.model
    }

    /// A value of an indicator: of a member, or without one of the plan or the whole.
    pub fn cell(&self, indicator: IndicatorIdx, member: Option<MemberIdx>, year: Year) -> Cell<'_> {
        let graph = self.model.graph();
        let slots = if member.is_some() {
            &graph.indicators
        } else {
            &graph.wholes
        };
        let (Some(&slot), Some(row)) = (slots.get(indicator.at()), graph.axis.row(year)) else {
            return Cell::NotApplicable;
        };
        self.at(slot, row, member.map_or(0, MemberIdx::at))
    }

    /// A value of an operand, so many years back as it says.
    pub fn read(&self, operand: Operand, row: usize, lane: usize) -> Cell<'_> {
        match row.checked_sub(operand.lag as usize) {
            Some(row) => self.at(operand.slot, row, lane),
            None => Cell::Unknown(&[]),
        }
    }

    /// What is known of an operand's value.
    pub fn state(&self, operand: Operand, row: usize, lane: usize) -> Option<State> {
        let row = row.checked_sub(operand.lag as usize)?;
        let lane = self.lane(operand.slot, lane);
        let state = self.schedule.knowledge.state(operand.slot, row, lane);
        Some(if operand.lag == 0 {
            state
        } else {
            state.later()
        })
    }

    /// Bases of the assumptions an operand rests on.
    pub fn grounds(&self, operand: Operand) -> Grounds {
        self.schedule.grounds(operand.slot)
    }

    /// Bounds of what is unknown and tested.
    pub fn bounds(&self) -> Bounds<'_> {
        Bounds::new(self)
    }

    pub(super) fn open(&self) -> &[Open] {
        &self.schedule.open
    }

    pub(super) fn knowledge(&self) -> &Knowledge {
        &self.schedule.knowledge
    }

    pub(super) fn stored(&self, slot: SlotIdx, row: usize, lane: usize) -> f64 {
        self.store.get(slot, row, lane)
    }

    fn lane(&self, slot: SlotIdx, lane: usize) -> usize {
        if self.schedule.knowledge.lanes(slot) == 1 {
            0
        } else {
            lane
        }
    }

    fn at(&self, slot: SlotIdx, row: usize, lane: usize) -> Cell<'_> {
        let lane = self.lane(slot, lane);
        let state = self.schedule.knowledge.state(slot, row, lane);
        if state.is_not_applicable() {
            return Cell::NotApplicable;
        }
        if !state.is_known() {
            return Cell::Unknown(self.schedule.knowledge.roots(slot, row, lane));
        }
        let value = self.store.get(slot, row, lane);
        if !value.is_finite() {
            return Cell::Fault;
        }
        match state.kind {
            Kind::Observed => Cell::Observed(value),
            Kind::Interpolated => Cell::Interpolated(value),
            Kind::Computed => Cell::Projected(value),
        }
    }
}
