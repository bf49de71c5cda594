//! The names of scenarios.

use crate::engine::lang::Lang;
use crate::engine::plan::Plan;

/// A scenario of the plan that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why it is there, in the author's words; empty where nothing is said.
    pub reason: String,
}

/// The scenarios of the plan, in its order.
pub fn of_plan(plan: &Plan, lang: Lang) -> Vec<Entry> {
    plan.scenarios
        .iter()
        .map(|scenario| Entry {
            id: scenario.id.value.clone(),
            name: scenario.name.get(lang).to_owned(),
            reason: scenario
                .reason
                .as_ref()
                .map(|reason| reason.get(lang).to_owned())
                .unwrap_or_default(),
        })
        .collect()
}
