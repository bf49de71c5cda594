//! A scenario as it can be chosen.

use crate::engine::lang::Lang;
use crate::engine::plan::Plan;
use crate::text::words::Words;

/// A scenario that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id; none for the plan as it is written.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// Why it is there, in the author's words; empty where nothing is said.
    pub reason: String,
    /// Whether the user has added it.
    pub is_own: bool,
    /// Whether it is in force.
    pub is_chosen: bool,
}

/// The plan as written, and the scenarios of the plan in its order.
pub fn of_plan(plan: &Plan, chosen: Option<&str>, lang: Lang) -> Vec<Entry> {
    let written = Entry {
        id: None,
        name: Words(lang).as_written().to_owned(),
        reason: String::new(),
        is_own: false,
        is_chosen: chosen.is_none(),
    };
    let scenarios = plan.scenarios.iter().map(|scenario| {
        let id = &scenario.id.value;
        let reason = scenario
            .reason
            .as_ref()
            .map(|reason| reason.get(lang).to_owned());
        Entry {
            id: Some(id.clone()),
            name: scenario.name.get(lang).to_owned(),
            reason: reason.unwrap_or_default(),
            is_own: false,
            is_chosen: chosen == Some(id.as_str()),
        }
    });
    std::iter::once(written).chain(scenarios).collect()
}
