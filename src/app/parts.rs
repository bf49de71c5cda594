//! The session in the parts that the page follows. The session is one value and is changed as one; but if everything
//! that shows a part of it followed the whole, a moved slider would ask thousands of followers whether they have changed.
//! [`super::store`] tells a change here once, and only those who follow a part that differs hear of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::session::{Moves, Session};

/// For each assumption that somebody follows, how often its moves have changed.
type Watched = BTreeMap<String, ArcRwSignal<u64>>;

/// For each part, the session as it was when that part last changed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts {
    /// Anything that was made of the plan.
    pub work: RwSignal<Arc<Session>>,
    /// Which scenario is in force, and the user's own.
    pub scenarios: RwSignal<Arc<Session>>,
    /// What is held where it stands.
    pub locks: RwSignal<Arc<Session>>,
    /// What has been observed.
    pub observations: RwSignal<Arc<Session>>,
    /// What the screen shows.
    pub view: RwSignal<Arc<Session>>,
    /// The language of the interface.
    pub lang: RwSignal<Arc<Session>>,
    moves: StoredValue<Watched>,
}

impl Parts {
    pub(super) fn new(session: &Arc<Session>) -> Self {
        let part = || RwSignal::new(Arc::clone(session));
        Self {
            work: part(),
            scenarios: part(),
            locks: part(),
            observations: part(),
            view: part(),
            lang: part(),
            moves: StoredValue::default(),
        }
    }

    /// Follows the moves of one assumption.
    pub(super) fn track_moves(self, assumption: &str) {
        let mut changes = None;
        self.moves.update_value(|watched| {
            let known = watched.entry(assumption.to_owned()).or_default();
            changes = Some(known.clone());
        });
        if let Some(changes) = changes {
            changes.track();
        }
    }

    /// Tells a change of the session.
    pub(super) fn tell(self, before: &Session, now: &Arc<Session>) {
        let (was, is) = (&before.work, &now.work);
        let is_worked_on = !Arc::ptr_eq(was, is);
        let is_another = was.scenario != is.scenario || was.scenarios != is.scenarios;
        let is_observed = was.observations != is.observations;
        let changed = [
            (self.work, is_worked_on),
            (self.scenarios, is_worked_on && is_another),
            (self.locks, is_worked_on && was.locked != is.locked),
            (self.observations, is_worked_on && is_observed),
            (self.view, before.view != now.view),
            (self.lang, before.lang != now.lang),
        ];
        for (part, has_changed) in changed {
            if has_changed {
                part.set(Arc::clone(now));
            }
        }
        if is_worked_on {
            self.tell_moves(&was.moves, &is.moves);
        }
    }

    fn tell_moves(self, was: &Moves, is: &Moves) {
        let mut watched = self.moves.get_value();
        watched.retain(|id, _| was.0.get(id) != is.0.get(id));
        for changes in watched.into_values() {
            changes.update(|changes| *changes += 1);
        }
    }
}
