//! The memos of the pages beside the assumptions, each made by the page that shows it and gone with it.

use leptos::prelude::*;

use crate::engine::check::check;
use crate::engine::index::TargetIdx;
use crate::view::Year;
use crate::view::findings;
use crate::view::measures::{self, By};
use crate::view::methods::MethodTable;
use crate::view::status::Status;

use super::planner::Planner;

impl Planner {
    /// What the plan says against itself, as it is written.
    pub fn findings(self) -> Memo<Vec<findings::Group>> {
        Memo::new(move |_| {
            let lang = self.store.lang();
            self.opened.with(|opened| {
                self.written.with(|written| {
                    let report = check(&opened.plan, opened.model.defaults(), &written.projection);
                    findings::all(&opened.document, &opened.plan, &opened.model, &report, lang)
                })
            })
        })
    }

    /// Whether the plan says what is to be done.
    pub fn has_measures(self) -> Memo<bool> {
        Memo::new(move |_| self.opened.with(|opened| !opened.plan.measures.is_empty()))
    }

    /// What is to be done.
    pub fn measures(self, by: Signal<By>) -> Memo<Vec<measures::Group>> {
        Memo::new(move |_| {
            let (by, lang) = (by.get(), self.store.lang());
            self.opened
                .with(|opened| measures::groups(&opened.plan, by, lang))
        })
    }

    /// What becomes of a target, over all its milestones.
    pub fn status(self, target: TargetIdx) -> Memo<Status> {
        Memo::new(move |_| {
            self.results.with(|results| {
                results
                    .speaking(target, None)
                    .map_or(Status::Unscored, Status::of)
            })
        })
    }

    /// What every published method says of the open target at one milestone, or at the one that speaks for it.
    pub fn methods(self, year: Signal<Option<Year>>) -> Memo<MethodTable> {
        Memo::new(move |_| {
            let lang = self.store.lang();
            let year = year
                .get()
                .or_else(|| self.criteria.with(|criteria| criteria.milestone));
            let target = self.selected.get();
            self.results.with(|results| {
                let outcome = target.and_then(|target| {
                    let of_year = results.speaking(target, year);
                    of_year.or_else(|| results.speaking(target, None))
                });
                let projection = self
                    .evaluation
                    .with_untracked(|evaluation| std::sync::Arc::clone(evaluation.projection()));
                outcome
                    .map(|outcome| MethodTable::of(&projection, outcome, lang))
                    .unwrap_or_default()
            })
        })
    }
}
