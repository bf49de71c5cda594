//! How likely the open target is attained: made by the panel that shows it and gone with it, since nothing else on the
//! page costs as much.

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::attain::Outcome;
use crate::engine::index::AssumptionIdx;
use crate::engine::model::{Model, QuantityTarget, TargetModel, Test};
use crate::engine::uncertainty::{COUNT, Draws, SEED, forecast, series, uncertain};
use crate::view::Year;
use crate::view::likelihood::Likelihood;

use super::derived::Derived;
use super::opened::Shared;
use super::planner::Planner;

impl Planner {
    /// How likely the open target is attained at one milestone, or at the one that speaks for it.
    pub fn likelihood(self, year: Signal<Option<Year>>) -> Derived<Likelihood> {
        let drawn = self.drawn();
        let draws = Derived::new(move || {
            self.opened.with(|opened| {
                let inputs = opened.model.defaults();
                drawn.with(|drawn| Shared::new(Draws::of(&opened.plan, inputs, drawn, COUNT, SEED)))
            })
        });
        Derived::new(move || {
            let lang = self.store.lang();
            let told = self.results.with(|results| {
                let outcome = self.outcome(results, year.get())?;
                self.opened.with(|opened| {
                    let model = &opened.model;
                    let found = tested(model, outcome).and_then(|(quantity, test)| {
                        self.evaluation.with_untracked(|evaluation| {
                            let (evaluator, projection) =
                                (evaluation.evaluator(), evaluation.projection());
                            draws.with(|draws| {
                                forecast(evaluator, projection, quantity, test, draws)
                            })
                        })
                    });
                    let told = |drawn: &Vec<AssumptionIdx>| {
                        Likelihood::of(&opened.plan, model, outcome, drawn, found.as_ref(), lang)
                    };
                    Some(drawn.with(told))
                })
            });
            told.unwrap_or_default()
        })
    }

    /// The uncertain assumptions the open target depends on.
    fn drawn(self) -> Derived<Vec<AssumptionIdx>> {
        Derived::new(move || {
            let target = self.selected.get();
            // What is awaited may have been entered, which joins what was cut off.
            self.results.track();
            self.opened.with(|opened| {
                let target = target.and_then(|target| opened.model.targets().get(target.at()));
                let Some(TargetModel::Quantity(quantity)) = target else {
                    return Vec::new();
                };
                self.evaluation.with_untracked(|evaluation| {
                    uncertain(&opened.plan, evaluation.evaluator(), &series(quantity))
                })
            })
        })
    }
}

/// The test an outcome is of.
fn tested<'a>(model: &'a Arc<Model>, outcome: &Outcome) -> Option<(&'a QuantityTarget, &'a Test)> {
    let TargetModel::Quantity(quantity) = model.targets().get(outcome.target.at())? else {
        return None;
    };
    let is_of = |test: &&Test| test.member == outcome.member && test.years == outcome.years;
    Some((quantity, quantity.tests.iter().find(is_of)?))
}
