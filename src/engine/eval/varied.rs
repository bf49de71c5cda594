//! What differs between the lanes of a batch.

use std::sync::Arc;

use crate::engine::index::{AssumptionIdx, MemberIdx};

/// One assumption (of one member) that differs between lanes.
#[derive(Debug, Clone, PartialEq)]
pub struct Varied {
    /// Which.
    pub assumption: AssumptionIdx,
    /// Of one member; without, of the plan or of all members.
    pub member: Option<MemberIdx>,
    /// What each lane has.
    pub lanes: Lanes,
}

/// What each lane has.
#[derive(Debug, Clone, PartialEq)]
pub enum Lanes {
    /// One value for every year from the assumption's first.
    Values(Vec<f64>),
    /// An amount added to the current value of every year, so that a path keeps its form.
    Offsets(Vec<f64>),
    /// Draws, of which each year makes its own values: `draw · scale + offset`.
    Drawn {
        /// One draw per lane.
        draws: Arc<[f64]>,
        /// Scale and offset, one per row.
        rows: Vec<(f64, f64)>,
    },
    /// The current values, or others in their place.
    Either {
        /// The other values, one per row.
        other: Vec<f64>,
        /// Which lanes have them.
        takes: Vec<bool>,
    },
}

impl Lanes {
    /// How many lanes there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Values(column) | Self::Offsets(column) => column.len(),
            Self::Drawn { draws, .. } => draws.len(),
            Self::Either { takes, .. } => takes.len(),
        }
    }
}
