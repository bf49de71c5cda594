//! The text of the plan while it is edited: kept as a draft with every stroke, read when the typing pauses, and applied as
//! the plan when the user says so. A text that is no plan yet is mended in the same place and becomes a plan of its own.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::attain::attain;
use crate::engine::eval::Evaluator;
use crate::view::headline::{Headline, Tally};
use crate::view::problem::{self, At};
use crate::view::results::Results;
use crate::view::writing::range_of;

use super::derived::Derived;
use super::edition::Edition;
use super::history::History;
use super::inputs;
use super::opened::{Cause, NoPlan, Opened, Refused, Shared};
use super::planner::{Planner, observed};
use super::session::{Page, Pane, PlanRef, Session, Work};
use super::store::Store;

/// A small plan to begin with.
const NEW_PLAN: &str = include_str!("new_plan.json");

/// How the text in the editor stands to the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It is the plan's own.
    Same,
    /// It is the plan's with changes.
    Changed,
    /// It is no part of the open plan.
    Apart,
}

/// What was dropped from the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discarded {
    /// The plan's text with changes.
    Draft(Arc<str>),
    /// A text that is no part of the open plan.
    Mended(Arc<str>),
}

/// What the text in the editor comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// How it stands to the plan.
    pub standing: Standing,
    /// The plan it is, if it is one.
    pub read: Result<Shared<Opened>, Shared<NoPlan>>,
}

impl Reading {
    /// Whether it is a plan, faulty parts or not.
    pub fn is_plan(&self) -> bool {
        self.read.is_ok()
    }

    /// Whether it is a plan without errors.
    pub fn is_sound(&self) -> bool {
        self.sound().is_some()
    }

    fn sound(&self) -> Option<&Shared<Opened>> {
        let opened = self.read.as_ref().ok();
        opened.filter(|opened| !opened.has_errors())
    }
}

/// Writing.
impl Store {
    /// Keeps what stands in the editor.
    pub fn write(self, text: &str) {
        let text = self.with_own_line_ends(text);
        let is_plan = self.opened.with_untracked(|opened| {
            let opened = opened.as_ref();
            opened.is_some_and(|opened| opened.document.text() == text)
        });
        self.edit(|session| match &mut session.mended {
            Some(mended) => *mended = text.into(),
            None => session.draft = (!is_plan).then(|| text.into()),
        });
    }

    /// A text field knows one kind of line end only; the plan keeps its own.
    fn with_own_line_ends(self, text: &str) -> String {
        let has_returns = self.edited_untracked(|before| before.contains("\r\n"));
        if has_returns {
            text.replace('\n', "\r\n")
        } else {
            text.to_owned()
        }
    }

    /// Says that the typing pauses: what was written may be read.
    pub fn pause(self) {
        self.pause.update(|pause| *pause += 1);
    }

    /// Opens what stands in the editor as the plan, with the work as it is, or as a plan of its own. Faulty parts hinder
    /// it, unless the user does without them. Says whether it is open.
    pub fn apply_draft(self, without_faults: bool) -> bool {
        self.pause();
        let text = self.edited_untracked(str::to_owned);
        let Ok(read) = Opened::read(&text) else {
            return false;
        };
        if read.has_errors() && !without_faults {
            return false;
        }
        let is_apart = self
            .session
            .with_untracked(|session| session.mended.is_some());
        if is_apart {
            self.edit(|session| session.mended = None);
            self.show(PlanRef::Own(text.into()), Shared::new(read));
            self.edit(|session| session.view.page = Page::Editor);
        } else {
            self.replace(&text);
        }
        true
    }

    fn replace(self, text: &str) {
        let plan = self.plan_ref_untracked();
        let edition = self.opened.with_untracked(|opened| {
            let opened = opened.as_ref()?;
            Some(Edition::new(&plan, opened.document.text(), text))
        });
        if let Some(edition) = edition {
            self.edit(|session| session.draft = None);
            self.travel(|history, work| history.replace(work, edition));
        }
    }

    /// Opens the text that an edition of the plan leads to. A shipped plan that has become another meanwhile has no such
    /// text, and nothing to go back to.
    pub(super) fn turn_to(self, edition: &Edition) {
        let text = self.opened.with_untracked(|opened| {
            let opened = opened.as_ref()?;
            edition.apply(opened.document.text())
        });
        match text.map(|text| (Opened::read(&text), edition.plan(&text))) {
            Some((Ok(opened), plan)) => {
                self.opened.set(Some(Shared::new(opened)));
                self.edit(|session| session.plan = plan);
                self.pause();
            }
            _ => self.history.set(History::default()),
        }
    }

    /// Drops what stands in the editor: the plan as it is stands there again. What is dropped can be put back.
    pub fn discard_draft(self) -> Option<Discarded> {
        let mut discarded = None;
        self.edit(|session| {
            let mended = session.mended.take().map(Discarded::Mended);
            discarded = mended.or_else(|| session.draft.take().map(Discarded::Draft));
        });
        self.pause();
        discarded
    }

    /// Puts back what was dropped.
    pub fn put_draft_back(self, discarded: Discarded) {
        self.edit(|session| match discarded {
            Discarded::Mended(text) => session.mended = Some(text),
            Discarded::Draft(text) => session.draft = Some(text),
        });
        self.pause();
    }

    /// Leads to a place in the text of the plan.
    pub fn edit_at(self, at: At) {
        self.choose_page(Page::Editor);
        self.sought_place.set(Some(at));
    }

    /// Says that the place that was led to is in sight.
    pub fn forget_sought_place(self) {
        self.sought_place.set(None);
    }

    /// Where a place of the text stands in the editor's field, in its units.
    pub fn range_in_field(self, at: At) -> Range<u32> {
        self.edited_untracked(|text| range_of(text, at))
    }

    /// Puts a text in the editor that becomes a plan of its own.
    fn mend_text(self, text: &str) {
        self.edit(|session| {
            session.mended = Some(text.into());
            session.view.page = Page::Editor;
            session.view.pane = Pane::Targets;
        });
        self.pause();
    }

    /// Puts what was refused in the editor.
    pub fn mend_refused(self) {
        let text = self
            .refused
            .with_untracked(|refused| refused.as_ref()?.text().map(str::to_owned));
        if let Some(text) = text {
            self.refused.set(None);
            self.mend_text(&text);
        }
    }

    /// Whether there is a text to mend, and a place to do it: the editor stands beside an open plan.
    pub fn can_mend(self) -> bool {
        let has_text = |refused: &Shared<Refused>| refused.text().is_some();
        self.has_plan()
            && self
                .refused
                .with(|refused| refused.as_ref().is_some_and(has_text))
    }

    /// Begins a plan of the user's own.
    pub fn begin_plan(self) {
        self.bring(None, NEW_PLAN);
        self.choose_page(Page::Editor);
    }

    /// The text that is mended and no part of the open plan.
    pub fn mended(self) -> Option<Arc<str>> {
        self.session.with(|session| session.mended.clone())
    }

    /// Reads what stands in the editor.
    fn edited<T>(self, read: impl FnOnce(&str) -> T) -> T {
        self.session.with(|session| {
            self.opened
                .with(|opened| read(edited(session, opened.as_ref())))
        })
    }

    fn edited_untracked<T>(self, read: impl FnOnce(&str) -> T) -> T {
        self.session.with_untracked(|session| {
            self.opened
                .with_untracked(|opened| read(edited(session, opened.as_ref())))
        })
    }
}

/// What stands in the editor.
fn edited<'a>(session: &'a Session, opened: Option<&'a Shared<Opened>>) -> &'a str {
    let draft = session.mended.as_ref().or(session.draft.as_ref());
    let of_plan = || opened.map(|opened| opened.document.text());
    draft.map_or_else(|| of_plan().unwrap_or_default(), |draft| &**draft)
}

impl Refused {
    /// The text that was refused, where there is one.
    pub fn text(&self) -> Option<&str> {
        match &self.cause {
            Cause::Faulty(opened) => Some(opened.document.text()),
            Cause::NoPlan(none) => Some(none.document.text()),
            Cause::NoText(_) => None,
        }
    }
}

/// What the editor shows.
impl Planner {
    /// It as a text field has it, which knows one kind of line end only.
    pub fn field_text(self) -> Derived<Arc<str>> {
        Derived::new(move || {
            self.store.edited(|text| {
                if text.contains('\r') {
                    text.replace("\r\n", "\n").into()
                } else {
                    text.into()
                }
            })
        })
    }

    /// What it comes to, as it was when the typing paused last.
    pub fn reading(self) -> Derived<Reading> {
        Derived::new(move || {
            self.store.pause.track();
            self.source.with(|source| {
                let standing = self
                    .store
                    .session
                    .with_untracked(|session| standing(session));
                let read = match standing {
                    Standing::Same => Ok(source.clone()),
                    Standing::Changed | Standing::Apart => {
                        let read = self.store.edited_untracked(Opened::read);
                        read.map(Shared::new).map_err(Shared::new)
                    }
                };
                Reading { standing, read }
            })
        })
    }

    /// What is wrong with it.
    pub fn reading_problems(self, reading: Derived<Reading>) -> Derived<problem::List> {
        Derived::new(move || {
            let lang = self.store.lang();
            reading.with(|reading| match &reading.read {
                Ok(opened) => problem::list(&opened.document, &opened.diagnostics, lang),
                Err(none) => problem::list(&none.document, &none.diagnostics, lang),
            })
        })
    }

    /// The counts it would give, with the work as it stands; none while it is no sound plan.
    pub fn reading_tally(self, reading: Derived<Reading>) -> Derived<Option<Tally>> {
        Derived::new(move || {
            // Follows moved assumptions when they are let go of: a text has no evaluator that is kept.
            self.store.turn.track();
            reading.with(|reading| {
                let work = self.work.get_untracked();
                let none = Work::default();
                let is_apart = reading.standing == Standing::Apart;
                let work = if is_apart { &none } else { &*work };
                reading.sound().map(|opened| tally(opened, work))
            })
        })
    }
}

/// How what stands in the editor stands to the plan.
fn standing(session: &Session) -> Standing {
    match (session.mended.is_some(), session.draft.is_some()) {
        (true, _) => Standing::Apart,
        (false, true) => Standing::Changed,
        (false, false) => Standing::Same,
    }
}

/// The counts a plan gives under what has been made of it.
fn tally(source: &Shared<Opened>, work: &Work) -> Tally {
    let opened = observed(source, &work.observations);
    let mut inputs = inputs::of_scenario(&opened, &work.scenarios, work.scenario.as_deref());
    inputs::apply(&opened.plan, &work.moves, &mut inputs);
    let evaluator = Evaluator::new(Arc::clone(&opened.model), &inputs);
    Headline::of(Results::new(attain(&evaluator.projection())).all()).all
}
