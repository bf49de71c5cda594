//! The memos of the pages beside the assumptions, each made by the page that shows it and gone with it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::attain::{Outcome, attain};
use crate::engine::check::{Report, check};
use crate::engine::eval::Evaluator;
use crate::engine::index::{IndicatorIdx, MemberIdx, TargetIdx};
use crate::view::Year;
use crate::view::comparison::{self, Comparison, Outlook};
use crate::view::contribution::Change;
use crate::view::data::{self, Place};
use crate::view::findings;
use crate::view::group::Group;
use crate::view::measures::{self, By};
use crate::view::members::{self, MemberTable};
use crate::view::methods::MethodTable;
use crate::view::report;
use crate::view::results::Results;
use crate::view::status::Status;
use crate::view::target;
use crate::view::tornado::Tornado;
use crate::view::why::{Answer, Question};
use crate::view::year_table::AskedYear;

use super::derived::Derived;
use super::inputs;
use super::observations::{Observations, Observed};
use super::opened::{Opened, Shared};
use super::planner::Planner;
use super::session::{OwnScenario, Page};

impl Planner {
    /// What the check of the plan as it is written comes to.
    fn checked(self) -> Derived<Shared<Report>> {
        Derived::new(move || {
            self.opened.with(|opened| {
                self.written.with(|written| {
                    let defaults = opened.model.defaults();
                    Shared::new(check(&opened.plan, defaults, &written.projection))
                })
            })
        })
    }

    /// What the plan says against itself, as it is written.
    pub fn findings(self) -> Derived<Vec<findings::Group>> {
        let checked = self.checked();
        Derived::new(move || {
            let lang = self.store.lang();
            self.opened.with(|opened| {
                checked.with(|report| {
                    findings::all(&opened.document, &opened.plan, &opened.model, report, lang)
                })
            })
        })
    }

    /// Where what the plan says of a set's members does not agree with what it says of the whole.
    pub fn reconciliation(self, set: Derived<usize>) -> Derived<Vec<findings::Row>> {
        let checked = self.checked();
        Derived::new(move || {
            let (set, lang) = (set.get(), self.store.lang());
            self.opened.with(|opened| {
                let (document, plan, model) = (&opened.document, &opened.plan, &opened.model);
                checked.with(|report| findings::of_parts(document, plan, model, report, set, lang))
            })
        })
    }

    /// The pages the plan has something for.
    pub fn pages(self) -> Derived<Vec<Page>> {
        let sets = self.sets();
        Derived::new(move || {
            let has_sets = sets.with(|sets| !sets.is_empty());
            let has_measures = self.opened.with(|opened| !opened.plan.measures.is_empty());
            let is_of_use = |page: &Page| match page {
                Page::Members => has_sets,
                Page::Measures => has_measures,
                _ => true,
            };
            Page::all().filter(is_of_use).collect()
        })
    }

    /// What is to be done.
    pub fn measures(self, by: Signal<By>) -> Derived<Vec<measures::Group>> {
        Derived::new(move || {
            let (by, lang) = (by.get(), self.store.lang());
            self.opened
                .with(|opened| measures::groups(&opened.plan, by, lang))
        })
    }

    /// What becomes of a target, over all its milestones.
    pub fn status(self, target: TargetIdx) -> Derived<Status> {
        Derived::new(move || {
            self.results.with(|results| {
                results
                    .speaking(target, None)
                    .map_or(Status::Unscored, Status::of)
            })
        })
    }

    /// What has changed the value of the open target at one milestone since the plan as it is written.
    pub fn change(self, year: Signal<Option<Year>>) -> Derived<Change> {
        /// Values that can be computed while a slider is held. Beyond, the parts follow when it stands.
        const MOST: usize = 1 << 20;
        Derived::new(move || {
            let (year, lang) = (year.get(), self.store.lang());
            self.store.turn();
            let effort = self.of_change(year, Change::effort);
            if effort.is_none_or(|effort| effort <= MOST) {
                self.results.track();
            }
            let change = self.of_change(year, |before, after, outcome| {
                self.opened
                    .with(|opened| Change::of(&opened.plan, before, after, outcome, lang))
            });
            change.unwrap_or_default()
        })
    }

    /// Something about the open target at one milestone, as the plan is written and as it stands.
    fn of_change<T>(
        self,
        year: Option<Year>,
        read: impl FnOnce(&Evaluator, &Evaluator, &Outcome) -> Option<T>,
    ) -> Option<T> {
        self.results.with_untracked(|results| {
            let outcome = self.outcome(results, year)?;
            self.written.with(|written| {
                self.evaluation.with_untracked(|evaluation| {
                    read(&written.evaluator, evaluation.evaluator(), outcome)
                })
            })
        })
    }

    /// Which assumptions matter most for the open target at one milestone.
    pub fn tornado(self, year: Signal<Option<Year>>) -> Derived<Tornado> {
        Derived::new(move || {
            let lang = self.store.lang();
            let tornado = self.results.with(|results| {
                let outcome = self.outcome(results, year.get())?;
                self.opened.with(|opened| {
                    self.evaluation.with_untracked(|evaluation| {
                        Tornado::of(&opened.plan, evaluation.evaluator(), outcome, lang)
                    })
                })
            });
            tornado.unwrap_or_default()
        })
    }

    /// The outcome of the open target at one milestone, or at the one that speaks for it.
    pub(super) fn outcome(self, results: &Results, year: Option<Year>) -> Option<&Outcome> {
        let year = year.or_else(|| self.criteria.with(|criteria| criteria.milestone));
        let target = self.selected.get()?;
        let of_year = results.speaking(target, year);
        of_year.or_else(|| results.speaking(target, None))
    }

    /// What every published method says of the open target at one milestone, or at the one that speaks for it.
    pub fn methods(self, year: Signal<Option<Year>>) -> Derived<MethodTable> {
        Derived::new(move || {
            let lang = self.store.lang();
            self.results.with(|results| {
                let projection = self
                    .evaluation
                    .with_untracked(|evaluation| Arc::clone(evaluation.projection()));
                self.outcome(results, year.get())
                    .map(|outcome| MethodTable::of(&projection, outcome, lang))
                    .unwrap_or_default()
            })
        })
    }

    /// Where the last of some numbers comes from, each read in the answer to the one before.
    pub fn answer(self, questions: Signal<Vec<Question>>) -> Derived<Option<Answer>> {
        Derived::new(move || {
            let lang = self.store.lang();
            let questions = questions.get();
            self.opened.with(|opened| {
                self.inputs.with(|inputs| {
                    self.results.with(|results| {
                        self.evaluation.with_untracked(|evaluation| {
                            let projection = evaluation.projection();
                            let under = (&**inputs, &**results);
                            Answer::to(&questions, &opened.plan, projection, under, lang)
                        })
                    })
                })
            })
        })
    }

    /// The quantity of the open target year by year, as numbers that can be asked about.
    pub fn asked_years(self) -> Derived<Vec<AskedYear>> {
        let (rows, heading) = (self.year_table(), self.heading());
        Derived::new(move || {
            let lang = self.store.lang();
            let Some(target) = self.selected.get() else {
                return Vec::new();
            };
            let unit = self
                .opened
                .with(|opened| target::unit(&opened.model, target, lang));
            let name = heading.with(|heading| heading.name.clone());
            let rows = rows.get().into_iter();
            rows.map(|row| AskedYear::of(row, target, &name, &unit, lang))
                .collect()
        })
    }

    /// Names of the sets of the plan, by position.
    pub fn sets(self) -> Derived<Vec<(usize, String)>> {
        Derived::new(move || {
            self.opened
                .with(|opened| members::sets(&opened.plan, self.store.lang()))
        })
    }

    /// The members of a set in a year.
    pub fn members_of(self, at: Derived<members::At>) -> Derived<MemberTable> {
        Derived::new(move || {
            let (at, lang) = (at.get(), self.store.lang());
            self.opened.with(|opened| {
                self.results.with(|results| {
                    self.evaluation.with_untracked(|evaluation| {
                        let projection = evaluation.projection();
                        members::table(&opened.plan, projection, results, &at, lang)
                    })
                })
            })
        })
    }

    /// The year the table of a set begins with.
    pub fn first_year(self, set: usize) -> Year {
        self.opened.with(|opened| {
            self.written.with(|written| {
                members::first_year(&opened.plan, &opened.model, set, &written.results)
            })
        })
    }

    /// The years of the plan.
    pub fn years(self) -> Derived<Vec<Year>> {
        Derived::new(move || {
            let period = self.opened.with(|opened| opened.model.period());
            (period.start..=period.end).collect()
        })
    }

    /// The plan as it stands, as a report. It keeps still while a slider is held.
    pub fn report(self) -> Derived<report::Report> {
        Derived::new(move || {
            let lang = self.store.lang();
            self.store.turn();
            self.opened.with(|opened| {
                self.inputs.with_untracked(|inputs| {
                    self.results.with_untracked(|results| {
                        report::Report::of(&opened.plan, &opened.model, inputs, results, lang)
                    })
                })
            })
        })
    }

    /// Whose data there are.
    pub fn places(self) -> Derived<Vec<Place>> {
        Derived::new(move || {
            self.opened
                .with(|opened| data::places(&opened.plan, self.store.lang()))
        })
    }

    /// The indicators of a place.
    pub fn data_groups(self, place: Derived<Place>) -> Derived<Vec<Group<IndicatorIdx>>> {
        Derived::new(move || {
            let lang = self.store.lang();
            self.opened
                .with(|opened| place.with(|place| data::groups(&opened.plan, place, lang)))
        })
    }

    /// The years data are shown for: those of the file, whatever has been entered or withdrawn.
    pub fn data_years(self) -> Derived<Vec<Year>> {
        Derived::new(move || {
            self.source
                .with(|source| source.model.axis().years().collect())
        })
    }

    /// Which of them is the first of the plan.
    pub fn first_plan_column(self) -> usize {
        self.source.with(|source| {
            let model = &source.model;
            model.axis().row(model.period().start).unwrap_or_default()
        })
    }

    /// The data of one indicator.
    pub fn data_row(
        self,
        indicator: IndicatorIdx,
        member: Option<MemberIdx>,
    ) -> Derived<data::Row> {
        Derived::new(move || {
            let lang = self.store.lang();
            let years = self.source.with(|source| source.model.axis());
            self.evaluation.with(|evaluation| {
                self.opened.with(|opened| {
                    let (plan, projection) = (&opened.plan, evaluation.projection());
                    self.store.with_observations(|observations| {
                        let is_entered = |year| {
                            let at = Observed::of(plan, indicator, member, year);
                            at.is_some_and(|at| observations.has(at))
                        };
                        let at = (indicator, member);
                        data::row(plan, projection, at, years, is_entered, lang)
                    })
                })
            })
        })
    }

    /// How many observations are the user's own.
    pub fn entered(self) -> Derived<usize> {
        Derived::new(move || self.store.with_observations(Observations::len))
    }

    /// All scenarios side by side, and what is moved now.
    pub fn comparison(self) -> Derived<Comparison> {
        let entries = self.scenarios();
        let own = Derived::new(move || self.store.with_scenarios(|_, own| own.to_vec()));
        let settled = Derived::new(move || {
            self.opened
                .with(|opened| own.with(|own| Shared::new(outlooks(opened, own))))
        });
        Derived::new(move || {
            let lang = self.store.lang();
            let is_moved = self.work.with(|work| !work.moves.is_empty());
            let moved = is_moved.then(|| Outlook {
                inputs: self.inputs.with(|inputs| (**inputs).clone()),
                results: self.results.with(|results| (**results).clone()),
            });
            let name = is_moved.then(|| self.store.words().moved_now().to_owned());
            self.opened.with(|opened| {
                settled.with(|settled| {
                    let all: Vec<&Outlook> = settled.iter().chain(&moved).collect();
                    entries.with(|entries| {
                        comparison::compare(&opened.plan, &opened.model, entries, &all, name, lang)
                    })
                })
            })
        })
    }
}

/// What comes of the plan as it is written, of its scenarios, and of the user's own.
fn outlooks(opened: &Opened, own: &[OwnScenario]) -> Vec<Outlook> {
    let mut evaluator = Evaluator::new(Arc::clone(&opened.model), opened.model.defaults());
    let of_plan = opened
        .plan
        .scenarios
        .iter()
        .map(|scenario| scenario.id.value.as_str());
    let own_ids = own.iter().map(|scenario| scenario.id.as_str());
    let ids = of_plan.chain(own_ids).map(Some);
    std::iter::once(None)
        .chain(ids)
        .map(|id| {
            let inputs = inputs::of_scenario(opened, own, id);
            evaluator.update(&inputs);
            Outlook {
                inputs,
                results: Results::new(attain(&evaluator.projection())),
            }
        })
        .collect()
}
