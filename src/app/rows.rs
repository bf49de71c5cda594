//! The narrow memos of single rows: each follows the wide ones of [`super::planner`] and stands still while its row looks
//! the same. Made by the component that shows the row, and gone with it.

use leptos::prelude::*;

use crate::engine::index::{AssumptionIdx, MemberIdx, TargetIdx, Year};
use crate::engine::lang::Lang;
use crate::engine::plan::{Assumption, Kind};
use crate::view::assumption::{self, Control, Grounds, Level, Range, Shift, Spot};
use crate::view::chart_sheet::Sheet;
use crate::view::chart_spec::ChartSpec;
use crate::view::citation::{Quote, quotes};
use crate::view::course::course;
use crate::view::detail::{Heading, Judgement, Milestone, milestones};
use crate::view::group::Group;
use crate::view::headline::{Headline, Tally};
use crate::view::moved::{Moved, moved};
use crate::view::multiples::{Small, multiples};
use crate::view::path::{self, Drawn};
use crate::view::results::Results;
use crate::view::row::{Row, Told};
use crate::view::spark::Spark;
use crate::view::target;
use crate::view::why::{Asked, Of};
use crate::view::year_table::{YearRow, year_table};

use super::derived::Derived;
use super::file::chart_stem;
use super::opened::Shared;
use super::planner::Planner;

/// The assumptions.
impl Planner {
    /// The assumptions under their headings.
    pub fn assumption_groups(self) -> Derived<Vec<Group<AssumptionIdx>>> {
        Derived::new(move || {
            self.opened
                .with(|opened| assumption::groups(&opened.plan, self.store.lang()))
        })
    }

    /// Something about one assumption that follows from the plan alone.
    pub fn of_assumption<T>(
        self,
        index: AssumptionIdx,
        read: fn(&Assumption, Lang) -> T,
    ) -> Derived<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Derived::new(move || {
            self.opened.with(|opened| {
                let assumption = opened.plan.assumptions.get(index.at());
                assumption
                    .map(|assumption| read(assumption, self.store.lang()))
                    .unwrap_or_default()
            })
        })
    }

    /// Its name.
    pub fn assumption_name(self, index: AssumptionIdx) -> Derived<String> {
        self.of_assumption(index, |assumption, lang| {
            assumption.name.get(lang).to_owned()
        })
    }

    /// Its unit.
    pub fn assumption_unit(self, index: AssumptionIdx) -> Derived<String> {
        Derived::new(move || {
            self.opened
                .with(|opened| assumption::unit(&opened.model, index, self.store.lang()))
        })
    }

    /// How it is moved.
    pub fn control(self, index: AssumptionIdx) -> Derived<Control> {
        self.of_assumption(index, assumption::control)
    }

    /// The members it ranges over.
    pub fn members(self, index: AssumptionIdx) -> Derived<Vec<String>> {
        Derived::new(move || {
            self.opened
                .with(|opened| assumption::members(&opened.plan, index, self.store.lang()))
        })
    }

    /// What it rests on.
    pub fn grounds(self, index: AssumptionIdx) -> Derived<Option<Grounds>> {
        Derived::new(move || {
            self.opened.with(|opened| {
                assumption::grounds(&opened.plan, &opened.model, index, self.store.lang())
            })
        })
    }

    /// Where it is quoted from.
    pub fn assumption_quotes(self, index: AssumptionIdx) -> Derived<Vec<Quote>> {
        Derived::new(move || {
            self.opened.with(|opened| {
                let sources = opened
                    .plan
                    .assumptions
                    .get(index.at())
                    .map(|assumption| assumption.sources.as_slice());
                quotes(&opened.plan, sources.unwrap_or_default(), self.store.lang())
            })
        })
    }

    /// What it, or one of its members, is set to.
    pub fn shift(self, index: AssumptionIdx, member: Signal<Option<MemberIdx>>) -> Derived<Shift> {
        Derived::new(move || {
            self.opened.with(|opened| {
                if let Some(assumption) = opened.plan.assumptions.get(index.at()) {
                    self.store.track_moves(&assumption.id.value);
                }
            });
            self.base.with(|base| {
                // Of the moves only its own are followed: the others change nothing here.
                self.inputs
                    .with_untracked(|inputs| Shift::of(inputs, base, index, member.get()))
            })
        })
    }

    /// Where one of its values stands.
    pub fn level(self, spot: Derived<Spot>, shift: Derived<Shift>) -> Derived<Level> {
        Derived::new(move || {
            let lang = self.store.lang();
            let spot = spot.get();
            self.opened.with(|opened| {
                shift.with(|shift| assumption::level(&opened.model, shift, spot, lang))
            })
        })
    }

    /// Its values year by year, as a drawing over a range.
    pub fn path(self, index: AssumptionIdx, shift: Derived<Shift>, range: Range) -> Derived<Drawn> {
        Derived::new(move || {
            let lang = self.store.lang();
            self.opened.with(|opened| {
                shift.with(|shift| path::drawn(&opened.model, index, shift, range, lang))
            })
        })
    }

    /// One of its values as a number that can be asked about.
    pub fn asked_assumption(self, spot: Derived<Spot>, level: Derived<Level>) -> Derived<Asked> {
        Derived::new(move || {
            let lang = self.store.lang();
            let spot = spot.get();
            self.opened.with(|opened| {
                let year = spot.year.unwrap_or(opened.model.period().start);
                let name = opened.plan.assumptions.get(spot.assumption.at());
                let name = name.map_or("", |assumption| assumption.name.get(lang));
                let of = Of::Assumption(spot.assumption, spot.member);
                level.with(|level| Asked::new(of, year, name, &level.spoken, lang))
            })
        })
    }

    /// How many assumptions are moved.
    pub fn moved(self) -> Derived<usize> {
        Derived::new(move || self.work.with(|work| work.moves.len()))
    }

    /// Whether something is moved and can be taken back.
    pub fn can_reset(self) -> Derived<bool> {
        Derived::new(move || {
            self.work
                .with(|work| work.moves.0.keys().any(|id| !work.is_locked(id)))
        })
    }

    /// Whether an assumption is held where it stands.
    pub fn is_locked(self, index: AssumptionIdx) -> Derived<bool> {
        Derived::new(move || {
            self.opened.with(|opened| {
                let assumption = opened.plan.assumptions.get(index.at());
                assumption.is_some_and(|assumption| self.store.is_locked(&assumption.id.value))
            })
        })
    }

    /// What is moved, from where to where.
    pub fn moved_list(self) -> Derived<Vec<Moved>> {
        Derived::new(move || {
            let lang = self.store.lang();
            self.opened.with(|opened| {
                self.inputs.with(|inputs| {
                    self.base
                        .with(|base| moved(&opened.plan, &opened.model, base, inputs, lang))
                })
            })
        })
    }

    /// The name of the scenario in force.
    pub fn scenario_name(self) -> Derived<String> {
        let scenarios = self.scenarios();
        Derived::new(move || {
            scenarios.with(|all| {
                let chosen = all.iter().find(|entry| entry.is_chosen);
                chosen.map(|entry| entry.name.clone()).unwrap_or_default()
            })
        })
    }
}

/// The targets.
impl Planner {
    /// The row of a target.
    pub fn row(self, target: TargetIdx) -> Derived<Row> {
        let told = Derived::new(move || {
            let year = self.criteria.with(|criteria| criteria.milestone);
            self.results.with(|results| Told::of(results, target, year))
        });
        Derived::new(move || {
            let lang = self.store.lang();
            self.opened.with(|opened| {
                told.with(|told| Row::of(&opened.plan, &opened.model, target, told.as_ref(), lang))
            })
        })
    }

    /// The small line of a target.
    pub fn spark(self, target: TargetIdx) -> Derived<Spark> {
        Derived::new(move || {
            let points = self
                .evaluation
                .with(|evaluation| course(evaluation.projection(), target, None));
            // Nothing else is followed: none of it changes without another evaluation.
            let axis = self.opened.with_untracked(|opened| opened.model.axis());
            let written = self
                .written
                .with_untracked(|written| course(&written.projection, target, None));
            let written: Vec<_> = written
                .iter()
                .map(|point| point.map(|point| point.value))
                .collect();
            self.results
                .with_untracked(|results| Spark::of(axis, &points, &written, results.shown(target)))
        })
    }

    /// The counts of the milestone year looked at.
    pub fn tally(self) -> Derived<Tally> {
        Derived::new(move || {
            let year = self.criteria.with(|criteria| criteria.milestone);
            self.headline.with(|headline| headline.tally(year))
        })
    }

    /// The same as the plan is written.
    pub fn tally_as_written(self) -> Derived<Tally> {
        Derived::new(move || {
            let year = self.criteria.with(|criteria| criteria.milestone);
            self.written.with(|written| written.headline.tally(year))
        })
    }

    /// The years in which something is due.
    pub fn milestone_years(self) -> Derived<Vec<Year>> {
        Derived::new(move || {
            self.headline
                .with(|headline| headline.by_year.keys().copied().collect())
        })
    }

    /// The counts of the milestone year looked at, by how binding the targets are.
    pub fn kinds(self) -> Derived<Vec<(Kind, Tally)>> {
        Derived::new(move || {
            let year = self.criteria.with(|criteria| criteria.milestone);
            self.opened.with(|opened| {
                self.results
                    .with(|results| Headline::by_kind(&opened.plan, results.all(), year))
            })
        })
    }
}

/// The target whose detail is open.
impl Planner {
    /// What does not depend on the projection.
    pub fn heading(self) -> Derived<Heading> {
        Derived::new(move || {
            let lang = self.store.lang();
            let target = self.selected.get();
            self.opened.with(|opened| {
                target
                    .map(|target| Heading::of(&opened.plan, &opened.model, target, lang))
                    .unwrap_or_default()
            })
        })
    }

    /// Its milestones.
    pub fn milestones(self) -> Derived<Vec<Milestone>> {
        Derived::new(move || {
            let target = self.selected.get();
            self.results.with(|results| {
                target
                    .map(|target| milestones(results, target))
                    .unwrap_or_default()
            })
        })
    }

    /// Its quantity year by year, as a chart.
    pub fn chart(self) -> Derived<ChartSpec> {
        Derived::new(move || {
            let lang = self.store.lang();
            let target = self.selected.get();
            self.opened.with(|opened| {
                let axis = opened.model.axis();
                let Some(target) = target else {
                    return ChartSpec::of(axis, &[], &[], [], "", lang);
                };
                let points = self
                    .evaluation
                    .with(|evaluation| course(evaluation.projection(), target, None));
                let written = self
                    .written
                    .with(|written| course(&written.projection, target, None));
                let unit = target::unit(&opened.model, target, lang);
                self.results.with(|results| {
                    ChartSpec::of(axis, &points, &written, results.of(target), &unit, lang)
                })
            })
        })
    }

    /// What stands around its chart in a file, after the name of the file without its ending.
    pub fn chart_sheet(self, spec: &ChartSpec) -> Option<(String, Sheet)> {
        let target = self.selected.get_untracked()?;
        let words = self.store.words_untracked();
        let moved = self.work.with_untracked(|work| work.moves.len());
        let scenarios = self.scenarios().get_untracked();
        let chosen = scenarios.into_iter().find(|entry| entry.is_chosen);
        let scenario = chosen.map(|entry| words.under_scenario(&entry.name));
        let moved = (moved > 0).then(|| words.moved(moved));
        let setting: Vec<String> = scenario.into_iter().chain(moved).collect();
        let heading = self.heading().get_untracked();
        self.opened.with_untracked(|opened| {
            let plan = &opened.plan;
            let stem = chart_stem(&plan.id, &plan.targets.get(target.at())?.id.value);
            let around = (words.title(&plan.title), &*setting.join(words.dot()));
            let sheet = Sheet::of(&heading.name, around, &heading.quotes, spec, words.0);
            Some((stem, sheet))
        })
    }

    /// Its quantity year by year.
    pub fn year_table(self) -> Derived<Vec<YearRow>> {
        Derived::new(move || {
            let Some(target) = self.selected.get() else {
                return Vec::new();
            };
            let axis = self.opened.with(|opened| opened.model.axis());
            let points = self
                .evaluation
                .with(|evaluation| course(evaluation.projection(), target, None));
            let written = self
                .written
                .with(|written| course(&written.projection, target, None));
            self.results
                .with(|results| year_table(axis, &points, &written, results.shown(target)))
        })
    }

    /// Whether it is about the members of a set, each by itself.
    pub fn has_multiples(self) -> Derived<bool> {
        Derived::new(move || {
            self.selected.get().is_some_and(|target| {
                let outcomes = |results: &Shared<Results>| {
                    let mut all = results.of(target).iter();
                    all.any(|outcome| outcome.member.is_some())
                };
                self.opened.with(|opened| {
                    target::set(&opened.plan, &opened.model, target).is_some()
                        && self.results.with(outcomes)
                })
            })
        })
    }

    /// The members of its set as small charts.
    pub fn multiples(self) -> Derived<Vec<Small>> {
        Derived::new(move || {
            let Some(target) = self.selected.get() else {
                return Vec::new();
            };
            let lang = self.store.lang();
            self.opened.with(|opened| {
                self.results.with(|results| {
                    self.written.with(|written| {
                        self.evaluation.with_untracked(|evaluation| {
                            let (now, then) = (evaluation.projection(), &written.projection);
                            multiples(&opened.plan, now, then, results, target, lang)
                        })
                    })
                })
            })
        })
    }

    /// What becomes of it at one milestone, or at the one that speaks for it.
    pub fn judgement(self, year: Signal<Option<Year>>) -> Derived<Judgement> {
        Derived::new(move || {
            let lang = self.store.lang();
            let year = year
                .get()
                .or_else(|| self.criteria.with(|criteria| criteria.milestone));
            let target = self.selected.get();
            self.opened.with(|opened| {
                self.results.with(|results| {
                    let judged = |target| {
                        Judgement::of(&opened.plan, &opened.model, results, target, year, lang)
                    };
                    target.map(judged).unwrap_or_default()
                })
            })
        })
    }
}
