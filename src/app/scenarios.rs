//! What a user does with scenarios: choosing one, keeping what is moved in one, saying what one is about, deleting one.
//! Each is one step back. The scenarios of the plan itself are never changed, only built upon.

use crate::view::scenario::{self, Entry};

use super::derived::Derived;
use super::planner::Planner;
use super::session::{About, Moves, OwnScenario, Work};
use super::store::Store;

impl Store {
    /// Puts a scenario in force, or the plan as it is written. What was moved against the last one is taken back.
    pub fn choose_scenario(self, scenario: Option<String>) {
        self.change(None, |work| {
            work.scenario = scenario;
            work.moves = Moves::default();
        });
    }

    /// Makes a scenario of the one in force and what is moved against it, and puts it in force. With nothing moved it is
    /// a copy.
    pub fn add_scenario(self, about: About) {
        self.change(None, |work| {
            let moves = std::mem::take(&mut work.moves);
            let scenario = own_scenario(work, about, moves);
            work.scenario = Some(scenario.id.clone());
            work.scenarios.push(scenario);
        });
    }

    /// Makes what is moved part of the scenario in force, if that is the user's own.
    pub fn update_scenario(self) {
        self.change(None, |work| {
            if let Some(id) = work.own_scenario().map(|own| own.id.clone()) {
                let moves = std::mem::take(&mut work.moves);
                change_own(work, &id, |own| own.moves.extend(moves));
            }
        });
    }

    /// Says something else about an own scenario.
    pub fn describe_scenario(self, id: &str, about: About) {
        self.change(None, |work| {
            change_own(work, id, |own| own.describe(about));
        });
    }

    /// Removes an own scenario; the plan as written comes in force if it was.
    pub fn delete_scenario(self, id: &str) {
        self.change(None, |work| {
            work.scenarios.retain(|scenario| scenario.id != id);
            if work.scenario.as_deref() == Some(id) {
                work.scenario = None;
                work.moves = Moves::default();
            }
        });
    }
}

impl Planner {
    /// The plan as written, the scenarios of the plan, those of the user.
    pub fn scenarios(self) -> Derived<Vec<Entry>> {
        Derived::new(move || {
            let lang = self.store.lang();
            self.opened.with(|opened| {
                self.store.with_scenarios(|chosen, own| {
                    let mut all = scenario::of_plan(&opened.plan, chosen, lang);
                    all.extend(own.iter().map(|own| entry(own, chosen)));
                    all
                })
            })
        })
    }

    /// What there is to say about a scenario that is about to be made, as far as it can be guessed.
    pub fn about_new(self, today: String) -> About {
        let words = self.store.words_untracked();
        let entries = self.scenarios().get_untracked();
        self.work.with_untracked(|work| {
            let name = if work.moves.is_empty() {
                scenario::name_of_copy(&entries, words)
            } else {
                String::new()
            };
            About {
                name,
                reason: String::new(),
                author: work
                    .scenarios
                    .last()
                    .map(|own| own.author.clone())
                    .unwrap_or_default(),
                date: today,
            }
        })
    }

    /// Whether another scenario has a name. `id` is the one that may have it.
    pub fn is_scenario_called(self, name: &str, id: Option<&str>) -> bool {
        let entries = self.scenarios().get_untracked();
        let mut others = entries
            .iter()
            .filter(|entry| entry.id.is_none() || entry.id.as_deref() != id);
        others.any(|entry| entry.name == name)
    }
}

fn entry(own: &OwnScenario, chosen: Option<&str>) -> Entry {
    Entry {
        id: Some(own.id.clone()),
        name: own.name.clone(),
        reason: own.reason.clone(),
        author: own.author.clone(),
        date: own.date.clone(),
        is_own: true,
        is_chosen: chosen == Some(own.id.as_str()),
    }
}

fn change_own(work: &mut Work, id: &str, change: impl FnOnce(&mut OwnScenario)) {
    if let Some(own) = work.scenarios.iter_mut().find(|own| own.id == id) {
        change(own);
    }
}

/// A scenario from the moves against the one in force: an own one is built upon by taking its moves along.
fn own_scenario(work: &Work, about: About, moves: Moves) -> OwnScenario {
    let own = work.own_scenario();
    let mut scenario = OwnScenario {
        id: free_id(work),
        base: own.map_or_else(|| work.scenario.clone(), |own| own.base.clone()),
        moves: own.map(|own| own.moves.clone()).unwrap_or_default(),
        ..OwnScenario::default()
    };
    scenario.moves.extend(moves);
    scenario.describe(about);
    scenario
}

fn free_id(work: &Work) -> String {
    let mut number = work.scenarios.len() + 1;
    loop {
        let id = format!("own-{number}");
        if work.scenarios.iter().all(|own| own.id != id) {
            return id;
        }
        number += 1;
    }
}
