//! A scenario as it can be chosen.

use crate::engine::lang::Lang;
use crate::engine::plan::Plan;
use crate::text::words::Words;

/// A scenario that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Its id; none for the plan as it is written.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// Why it is there, in the author's words; empty where nothing is said.
    pub reason: String,
    /// Who has made it; empty where nothing is said.
    pub author: String,
    /// When; empty where nothing is said.
    pub date: String,
    /// Whether the user has added it.
    pub is_own: bool,
    /// Whether it is in force.
    pub is_chosen: bool,
}

impl Entry {
    /// Who has made it and when, as far as it is said.
    pub fn signature(&self, words: Words) -> String {
        let said = [self.author.as_str(), self.date.as_str()];
        let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
        said.join(words.dot())
    }
}

/// A name for a copy of the scenario in force that no scenario has; none where that is the plan as it is written, which
/// is the beginning of something new.
pub fn name_of_copy(entries: &[Entry], words: Words) -> String {
    let copied = entries
        .iter()
        .find(|entry| entry.is_chosen && entry.id.is_some());
    let Some(copied) = copied else {
        return String::new();
    };
    let is_free = |name: &String| entries.iter().all(|entry| entry.name != *name);
    let first = words.copy_of(&copied.name);
    let later = (2..).map(|number| format!("{first} {number}"));
    let mut names = std::iter::once(first.clone()).chain(later);
    names.find(is_free).unwrap_or_default()
}

/// The plan as written, and the scenarios of the plan in its order.
pub fn of_plan(plan: &Plan, chosen: Option<&str>, lang: Lang) -> Vec<Entry> {
    let written = Entry {
        id: None,
        name: Words(lang).as_written().to_owned(),
        is_chosen: chosen.is_none(),
        ..Entry::default()
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
            author: scenario.author.clone().unwrap_or_default(),
            date: scenario.date.clone().unwrap_or_default(),
            is_own: false,
            is_chosen: chosen == Some(id.as_str()),
        }
    });
    std::iter::once(written).chain(scenarios).collect()
}
