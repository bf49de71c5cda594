//! The store: the session, the open plan and what is going on around them, as signals. Only `app` writes to it; whoever
//! shows something reads it through the functions here and through [`super::planner`].

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::index::AssumptionIdx;
use crate::engine::lang::Lang;
use crate::text::words::Words;
use crate::view::chart_line::Line;
use crate::view::problem::At;

use super::derived::Derived;
use super::history::History;
use super::keep::{Keeping, Kept, Notice};
use super::link::Link;
use super::observations::Observations;
use super::opened::{Opened, Refused, Shared};
use super::parts::Parts;
use super::session::{OwnScenario, PlanRef, Session, Theme, View, Work};

/// The signals of the program. A handle: copies are the same store.
#[derive(Debug, Clone, Copy)]
pub struct Store {
    pub(super) session: RwSignal<Arc<Session>>,
    parts: StoredValue<Parts>,
    pub(super) history: RwSignal<History>,
    pub(super) opened: RwSignal<Option<Shared<Opened>>>,
    pub(super) opening: RwSignal<Opening>,
    pub(super) refused: RwSignal<Option<Shared<Refused>>>,
    pub(super) dragging: RwSignal<bool>,
    pub(super) keeping: RwSignal<Keeping>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) turn: RwSignal<u64>,
    pub(super) pause: RwSignal<u64>,
    pub(super) grip: StoredValue<u64>,
    pub(super) moving: RwSignal<bool>,
    pub(super) sought: RwSignal<Option<AssumptionIdx>>,
    pub(super) sought_place: RwSignal<Option<At>>,
    lang: Derived<Lang>,
}

/// What becomes of the plan that was asked for last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// It is on its way.
    Loading(PlanRef),
    /// It could not be had.
    Failed(PlanRef),
    /// It is open.
    Done,
}

impl Store {
    /// A store with what was kept, in an environment that speaks a language of its own.
    pub fn new(kept: Kept, environment: Lang) -> Self {
        let opening = Opening::Loading(kept.session.plan.clone());
        let session = Arc::new(kept.session);
        let parts = Parts::new(&session);
        Self {
            session: RwSignal::new(session),
            parts: StoredValue::new(parts),
            history: RwSignal::new(kept.history),
            opened: RwSignal::new(None),
            opening: RwSignal::new(opening),
            refused: RwSignal::new(None),
            dragging: RwSignal::new(false),
            keeping: RwSignal::new(Keeping::default()),
            notices: RwSignal::new(Vec::new()),
            turn: RwSignal::new(0),
            pause: RwSignal::new(0),
            grip: StoredValue::new(0),
            moving: RwSignal::new(false),
            sought: RwSignal::new(None),
            sought_place: RwSignal::new(None),
            lang: Derived::new(move || {
                parts
                    .lang
                    .with(|session| session.lang.unwrap_or(environment))
            }),
        }
    }

    pub(super) fn parts(self) -> Parts {
        self.parts.get_value()
    }

    /// The session.
    pub fn session(self) -> Arc<Session> {
        self.session.get()
    }

    /// The plans of the user's own that were worked on and are not open, with their titles.
    pub fn own_plans(self) -> Vec<(PlanRef, String)> {
        let words = self.words();
        self.session.with(|session| {
            let own = session
                .shelf
                .iter()
                .filter(|shelved| matches!(shelved.plan, PlanRef::Own(_)));
            own.map(|shelved| (shelved.plan.clone(), words.title(&shelved.title).to_owned()))
                .collect()
        })
    }

    /// What is to be kept.
    pub fn kept(self) -> Kept {
        Kept {
            session: (*self.session.get()).clone(),
            history: self.history.get(),
        }
    }

    /// Follows everything that is to be kept.
    pub fn track_kept(self) {
        self.session.track();
        self.history.track();
    }

    /// Whether a file is dragged over the page.
    pub fn dragging(self) -> bool {
        self.dragging.get()
    }

    /// How the keeping stands.
    pub fn keeping(self) -> Keeping {
        self.keeping.get()
    }

    /// What the user has to know about what is kept.
    pub fn notices(self) -> Vec<Notice> {
        self.notices.get()
    }

    /// Which plan is open.
    pub fn plan_ref(self) -> PlanRef {
        self.session.with(|session| session.plan.clone())
    }

    /// Where the session stands, as a link.
    pub fn link(self) -> Link {
        self.session.with(|session| Link::of(session))
    }

    /// Which plan is open, for those who do not follow it.
    pub fn plan_ref_untracked(self) -> PlanRef {
        self.session.with_untracked(|session| session.plan.clone())
    }

    /// Whether a plan is open.
    pub fn has_plan(self) -> bool {
        self.opened.with(Option::is_some)
    }

    /// The open plan.
    pub fn opened(self) -> Option<Shared<Opened>> {
        self.opened.get()
    }

    /// What becomes of the plan that was asked for last.
    pub fn opening(self) -> Opening {
        self.opening.get()
    }

    /// What becomes of the plan that was asked for last, for those who do not follow it.
    pub fn opening_untracked(self) -> Opening {
        self.opening.get_untracked()
    }

    /// What was not opened and is not yet put away.
    pub fn refused(self) -> Option<Shared<Refused>> {
        self.refused.get()
    }

    /// Part of what the screen shows.
    pub fn view<T>(self, part: impl FnOnce(&View) -> T) -> T {
        self.parts().view.with(|session| part(&session.view))
    }

    /// What has been made of the open plan.
    pub fn work(self) -> Arc<Work> {
        self.parts().work.with(|session| Arc::clone(&session.work))
    }

    /// Reads which scenario is in force and what the user's own are.
    pub fn with_scenarios<T>(self, read: impl FnOnce(Option<&str>, &[OwnScenario]) -> T) -> T {
        self.parts().scenarios.with(|session| {
            let work = &session.work;
            read(work.scenario.as_deref(), &work.scenarios)
        })
    }

    /// Follows the moves of one assumption.
    pub(super) fn track_moves(self, assumption: &str) {
        self.parts().track_moves(assumption);
    }

    /// Whether an assumption is held where it stands.
    pub fn is_locked(self, assumption: &str) -> bool {
        self.parts()
            .locks
            .with(|session| session.work.is_locked(assumption))
    }

    /// Reads what has been observed since it was written.
    pub fn with_observations<T>(self, read: impl FnOnce(&Observations) -> T) -> T {
        let observations = self.parts().observations;
        observations.with(|session| read(&session.work.observations))
    }

    /// The language of the interface.
    pub fn lang(self) -> Lang {
        self.lang.get()
    }

    /// The words of the interface.
    pub fn words(self) -> Words {
        Words(self.lang.get())
    }

    /// The words of the interface, for those who do not follow it.
    pub fn words_untracked(self) -> Words {
        Words(self.lang.get_untracked())
    }

    /// Light or dark, where it was chosen.
    pub fn theme(self) -> Option<Theme> {
        self.session.with(|session| session.theme)
    }

    /// What is put away of the charts.
    pub fn hidden_lines(self) -> Vec<Line> {
        self.session.with(|session| session.hidden_lines.clone())
    }

    /// Whether the guide of the first visit has been read or skipped.
    pub fn is_guided(self) -> bool {
        self.session.with(|session| session.is_guided)
    }

    /// Whether there is something to undo.
    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    /// Whether there is something to redo.
    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// The assumption that was last led to: whatever hides it makes room.
    pub fn sought(self) -> Option<AssumptionIdx> {
        self.sought.get()
    }

    /// The place in the plan's text that was last led to, until it is in sight.
    pub fn sought_place(self) -> Option<At> {
        self.sought_place.get()
    }

    /// Whether a value is on the move: a slider is held, or a number is being typed.
    pub fn is_moving(self) -> bool {
        self.moving.get()
    }

    /// Rises whenever a value stands for now: what should not follow a slider while it is held follows this.
    pub fn turn(self) -> u64 {
        self.turn.get()
    }
}
