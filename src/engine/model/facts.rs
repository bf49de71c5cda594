//! What a model knows of its named series beyond the graph: which are awaited, faulty, or do not apply.

use crate::engine::index::{AssumptionIdx, Domain, IndicatorIdx, MemberIdx};
use crate::engine::inputs::Inputs;

/// Facts that decide which values are known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RootFacts {
    /// Members of every set.
    pub members: Vec<usize>,
    /// First row of every assumption.
    pub starts: Vec<usize>,
    /// Indicators whose formula cannot be used.
    pub faulty: Vec<bool>,
    /// Whether the whole of an indicator is defined.
    pub wholes: Vec<bool>,
    /// Members an indicator does not apply to, in order.
    pub excepted: Vec<Vec<MemberIdx>>,
    /// Per assumption and member: whether there is no value.
    pub awaited: Vec<Vec<bool>>,
}

impl RootFacts {
    /// Values a year in a domain.
    pub fn lanes(&self, domain: Domain) -> usize {
        match domain {
            Domain::Plan => 1,
            Domain::Set(set) => self.members.get(set.at()).copied().unwrap_or(0),
        }
    }

    /// The member a lane stands for.
    pub fn member(&self, domain: Domain, lane: usize) -> Option<MemberIdx> {
        matches!(domain, Domain::Set(_)).then(|| MemberIdx::new(lane))
    }

    /// First row in which an assumption has a value.
    pub fn start_row(&self, assumption: AssumptionIdx) -> usize {
        self.starts.get(assumption.at()).copied().unwrap_or(0)
    }

    /// Whether an assumption has no value (for a member).
    pub fn is_awaited(&self, assumption: AssumptionIdx, lane: usize) -> bool {
        let lanes = self.awaited.get(assumption.at());
        lanes
            .and_then(|lanes| lanes.get(lane))
            .copied()
            .unwrap_or(false)
    }

    /// Whether an indicator's formula cannot be used.
    pub fn is_faulty(&self, indicator: IndicatorIdx) -> bool {
        self.faulty.get(indicator.at()).copied().unwrap_or(false)
    }

    /// Whether the plan says how the whole follows from the members.
    pub fn has_whole(&self, indicator: IndicatorIdx) -> bool {
        self.wholes.get(indicator.at()).copied().unwrap_or(false)
    }

    /// Whether an indicator does not apply to a member.
    pub fn is_excepted(&self, indicator: IndicatorIdx, member: MemberIdx) -> bool {
        self.excepted
            .get(indicator.at())
            .is_some_and(|members| members.binary_search(&member).is_ok())
    }

    /// The same facts under other inputs; `None` if nothing becomes known or unknown by them.
    pub fn under(&self, inputs: &Inputs) -> Option<Self> {
        let awaited: Vec<Vec<bool>> = inputs
            .0
            .iter()
            .map(|settings| settings.iter().map(Option::is_none).collect())
            .collect();
        (awaited != self.awaited).then(|| Self {
            awaited,
            ..self.clone()
        })
    }
}
