//! What one piece of work differs from another in. In this form the ways back and forth are kept: most steps change one
//! assumption of many.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::observations::Observations;
use super::session::{Moves, OwnScenario, Work};

/// The parts of a piece of work that are others than before.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Difference(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Part {
    /// Everything.
    All(Work),
    Scenario(Option<String>),
    /// The moves of assumptions that are moved to elsewhere; no settings for one that is not moved any more.
    Moves(Moves),
    Scenarios(Vec<Slot>),
    Observations(Observations),
    Locked(Vec<String>),
}

/// One of the own scenarios, in their order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Slot {
    /// By id: it is as before.
    Same(String),
    Other(OwnScenario),
}

impl Difference {
    /// What leads from one piece of work to another.
    pub fn between(before: &Work, after: &Work) -> Self {
        // Names every part, so that none is forgotten here.
        let Work {
            scenario,
            moves,
            scenarios,
            observations,
            locked,
        } = after;
        let mut parts = Vec::new();
        if *scenario != before.scenario {
            parts.push(Part::Scenario(scenario.clone()));
        }
        if *moves != before.moves {
            parts.push(Part::Moves(moves_between(&before.moves, moves)));
        }
        if *scenarios != before.scenarios {
            let slot = |own: &OwnScenario| {
                if before.scenarios.contains(own) {
                    Slot::Same(own.id.clone())
                } else {
                    Slot::Other(own.clone())
                }
            };
            parts.push(Part::Scenarios(scenarios.iter().map(slot).collect()));
        }
        if *observations != before.observations {
            parts.push(Part::Observations(observations.clone()));
        }
        if *locked != before.locked {
            parts.push(Part::Locked(locked.clone()));
        }
        Self(parts)
    }

    /// The work it leads to from another.
    pub fn applied(self, before: &Work) -> Work {
        let mut work = before.clone();
        for part in self.0 {
            match part {
                Part::All(all) => work = all,
                Part::Scenario(scenario) => work.scenario = scenario,
                Part::Moves(moves) => apply_moves(moves, &mut work.moves),
                Part::Scenarios(slots) => {
                    let same = |id: &String| before.scenarios.iter().find(|own| own.id == *id);
                    let own = slots.into_iter().filter_map(|slot| match slot {
                        Slot::Same(id) => same(&id).cloned(),
                        Slot::Other(own) => Some(own),
                    });
                    work.scenarios = own.collect();
                }
                Part::Observations(observations) => work.observations = observations,
                Part::Locked(locked) => work.locked = locked,
            }
        }
        work
    }
}

fn moves_between(before: &Moves, after: &Moves) -> Moves {
    let others = (after.0.iter()).filter(|(id, settings)| before.0.get(*id) != Some(settings));
    let gone = before.0.keys().filter(|id| !after.0.contains_key(*id));
    let gone = gone.map(|id| (id.clone(), BTreeMap::new()));
    let others = others.map(|(id, settings)| (id.clone(), settings.clone()));
    Moves(others.chain(gone).collect())
}

fn apply_moves(moves: Moves, to: &mut Moves) {
    for (id, settings) in moves.0 {
        if settings.is_empty() {
            to.0.remove(&id);
        } else {
            to.0.insert(id, settings);
        }
    }
}
