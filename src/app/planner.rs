//! Everything that follows from the store, as one graph of memos:
//!
//! ```text
//! source ─▶ opened ─┬─────────────▶ written ──────────────────────────────┐
//!             ▲     ├─▶ base ─┐                                            ├─▶ rows, sparks, detail
//! work ───────┴─────┴─────────┴─▶ inputs ─▶ evaluation ─▶ results ─┬───────┘
//! view, lang ──────────────────────────────────────────────────────┴─▶ headline, list
//! ```
//!
//! `source`, `work`, `view` and `lang` are parts of the store; of `work`, `opened` follows the observations alone, `base`
//! the scenarios, and what shows one assumption its own moves. Choosing a target, a language or a filter never evaluates;
//! moving an assumption evaluates once, incrementally, and reaches only what then differs. Only an observation reads the
//! plan anew.

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::attain::attain;
use crate::engine::eval::{Evaluator, Projection};
use crate::engine::index::TargetIdx;
use crate::engine::inputs::Inputs;
use crate::view::group::Group;
use crate::view::headline::Headline;
use crate::view::list::{self, Criteria};
use crate::view::problem;
use crate::view::results::Results;
use crate::view::status::Status;

use super::derived::Derived;
use super::file::PlanFile;
use super::inputs;
use super::observations::Observations;
use super::opened::{Opened, Shared};
use super::session::Work;
use super::store::Store;

/// The store and the memo graph of the open plan. A handle: copies are the same graph.
#[derive(Debug, Clone, Copy)]
pub struct Planner {
    /// What everything follows from.
    pub store: Store,
    /// The open plan as its file has it.
    pub source: Derived<Shared<Opened>>,
    /// The same with what the user has observed since.
    pub opened: Derived<Shared<Opened>>,
    /// Scenario, moves and own scenarios.
    pub work: Derived<Shared<Work>>,
    /// The inputs of the scenario in force.
    pub base: Derived<Shared<Inputs>>,
    /// The inputs in force.
    pub inputs: Derived<Shared<Inputs>>,
    /// The values of every series under them.
    pub evaluation: Memo<Evaluation>,
    /// What becomes of every target.
    pub results: Derived<Shared<Results>>,
    /// The same for the plan as it is written.
    pub written: Derived<Shared<Written>>,
    /// The counts.
    pub headline: Derived<Headline>,
    /// Which targets are listed, and how.
    pub criteria: Derived<Criteria>,
    /// The targets that are listed.
    pub list: Derived<Vec<Group<TargetIdx>>>,
    /// The target whose detail is open.
    pub selected: Derived<Option<TargetIdx>>,
}

/// An evaluator that is kept from one move to the next, and a copy of its values.
#[derive(Debug)]
pub struct Evaluation {
    evaluator: Evaluator,
    projection: Arc<Projection>,
}

impl Evaluation {
    /// The evaluator.
    pub(super) fn evaluator(&self) -> &Evaluator {
        &self.evaluator
    }

    /// The values.
    pub fn projection(&self) -> &Arc<Projection> {
        &self.projection
    }

    /// Evaluates under other inputs: only what they change, as long as the model is the same.
    fn next(last: Option<Self>, opened: &Opened, inputs: &Inputs) -> Self {
        let kept = last
            .map(|last| last.evaluator)
            .filter(|kept| Arc::ptr_eq(kept.model(), &opened.model));
        let evaluator = match kept {
            Some(mut evaluator) => {
                evaluator.update(inputs);
                evaluator
            }
            None => Evaluator::new(Arc::clone(&opened.model), inputs),
        };
        let projection = Arc::new(evaluator.projection());
        Self {
            evaluator,
            projection,
        }
    }
}

/// The plan as it is written.
#[derive(Debug)]
pub struct Written {
    /// What evaluated it.
    pub evaluator: Evaluator,
    /// Its values.
    pub projection: Projection,
    /// What becomes of its targets.
    pub results: Results,
    /// The counts.
    pub headline: Headline,
}

impl Written {
    fn new(opened: &Opened) -> Self {
        let model = Arc::clone(&opened.model);
        let evaluator = Evaluator::new(model, opened.model.defaults());
        let projection = evaluator.projection();
        let results = Results::new(attain(&projection));
        Self {
            headline: Headline::of(results.all()),
            evaluator,
            projection,
            results,
        }
    }

    /// The target a plan opens with: the first that is missed, else the first.
    fn first_target(&self) -> Option<TargetIdx> {
        let results = self
            .results
            .all()
            .iter()
            .filter(|outcome| Status::of(outcome) != Status::Unscored);
        let failing = |status| matches!(status, Status::Missed | Status::Near);
        let first_failing = results.clone().find(|outcome| failing(Status::of(outcome)));
        first_failing
            .or_else(|| results.clone().next())
            .map(|outcome| outcome.target)
    }
}

impl Planner {
    /// The graph of the open plan. `first` is the plan it begins with.
    pub fn new(store: Store, first: Shared<Opened>) -> Self {
        let source = Derived::new(move || store.opened.get().unwrap_or_else(|| first.clone()));
        let observations = Derived::new(move || store.with_observations(Observations::clone));
        let opened = Derived::new(move || {
            source.with(|source| observations.with(|observations| observed(source, observations)))
        });
        let work = Derived::new(move || Shared(store.work()));
        let base = Derived::new(move || {
            opened.with(|opened| {
                let base =
                    |chosen: Option<&str>, own: &[_]| inputs::of_scenario(opened, own, chosen);
                Shared::new(store.with_scenarios(base))
            })
        });
        let inputs = Derived::new(move || {
            let mut inputs = base.with(|base| (**base).clone());
            opened.with(|opened| {
                work.with(|work| inputs::apply(&opened.plan, &work.moves, &mut inputs));
            });
            Shared::new(inputs)
        });
        let evaluation = Memo::new_owning(move |last: Option<Evaluation>| {
            (
                opened.with(|opened| inputs.with(|inputs| Evaluation::next(last, opened, inputs))),
                true,
            )
        });
        let results = Derived::new(move || {
            evaluation.with(|evaluation| Shared::new(Results::new(attain(evaluation.projection()))))
        });
        let written = Derived::new(move || opened.with(|opened| Shared::new(Written::new(opened))));
        let criteria = Derived::new(move || store.view(|view| view.list.clone()));
        Self {
            store,
            source,
            opened,
            work,
            base,
            inputs,
            evaluation,
            results,
            written,
            headline: Derived::new(move || results.with(|results| Headline::of(results.all()))),
            criteria,
            list: Derived::new(move || listed(store, opened, results, criteria)),
            selected: Derived::new(move || selected(store, opened, written)),
        }
    }
}

/// The plan as a whole.
impl Planner {
    /// Its title.
    pub fn title(self) -> Derived<String> {
        Derived::new(move || {
            self.opened
                .with(|opened| self.store.words().title(&opened.plan.title).to_owned())
        })
    }

    /// How many problems it has.
    pub fn problem_count(self) -> Derived<problem::Count> {
        Derived::new(move || {
            self.opened
                .with(|opened| problem::Count::of(&opened.document, &opened.diagnostics))
        })
    }

    /// What is wrong with it.
    pub fn problems(self) -> Derived<problem::List> {
        Derived::new(move || {
            self.opened.with(|opened| {
                problem::list(&opened.document, &opened.diagnostics, self.store.lang())
            })
        })
    }
}

impl Planner {
    /// The open plan as a file, with what has been made of it.
    pub fn file(self) -> PlanFile {
        let name = self.store.words_untracked().current_scenario();
        self.opened.with_untracked(|opened| {
            self.work
                .with_untracked(|work| PlanFile::of(opened, work, name))
        })
    }
}

/// A plan with what has been observed since it was written.
pub(super) fn observed(source: &Shared<Opened>, observations: &Observations) -> Shared<Opened> {
    if observations.is_empty() {
        return source.clone();
    }
    // A plan stays a plan with one value more or less.
    source
        .observed(observations)
        .map_or_else(|_| source.clone(), Shared::new)
}

/// A list that follows the results keeps still while a slider is held, and is sorted anew when it is let go of.
fn listed(
    store: Store,
    opened: Derived<Shared<Opened>>,
    results: Derived<Shared<Results>>,
    criteria: Derived<Criteria>,
) -> Vec<Group<TargetIdx>> {
    let lang = store.lang();
    store.turn.track();
    opened.with(|opened| {
        criteria.with(|criteria| {
            results.with_untracked(|results| list::list(&opened.plan, results, criteria, lang))
        })
    })
}

fn selected(
    store: Store,
    opened: Derived<Shared<Opened>>,
    written: Derived<Shared<Written>>,
) -> Option<TargetIdx> {
    let chosen = store.view(|view| {
        let id = view.target.as_ref()?;
        opened.with(|opened| {
            opened
                .plan
                .targets
                .iter()
                .position(|target| target.id.value == *id)
        })
    });
    match chosen {
        Some(position) => Some(TargetIdx::new(position)),
        None => written.with(|written| written.first_target()),
    }
}
