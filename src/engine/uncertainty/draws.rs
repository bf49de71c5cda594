//! Draws: a column of values per uncertain assumption, the same for the same plan and seed.

use std::sync::Arc;

use super::distribution::quantiles;
use super::normal;
use crate::engine::correlation;
use crate::engine::eval::Evaluator;
use crate::engine::index::{AssumptionIdx, MemberIdx};
use crate::engine::inputs::Inputs;
use crate::engine::model::graph::SlotIdx;
use crate::engine::plan::{self, Plan, Uncertainty};
use crate::engine::random::Random;
use crate::engine::sort;

/// Draws of uncertain assumptions.
#[derive(Debug, Clone, PartialEq)]
pub struct Draws {
    /// How many of each.
    pub count: usize,
    /// One column per assumption and member.
    pub columns: Vec<Column>,
}

/// The draws of one assumption; of one member where it ranges over a set.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The assumption.
    pub assumption: AssumptionIdx,
    /// Position of the member, or 0.
    pub member: MemberIdx,
    /// What a draw is to the stated values.
    pub draws: plan::Draws,
    /// The draws.
    pub values: Arc<[f64]>,
}

/// How many draws a probability rests on: its standard error is half a point at most.
pub const COUNT: usize = 10_000;
/// The seed they follow from: everybody who opens a plan sees the same numbers.
pub const SEED: u64 = 1;

/// The uncertain assumptions that one of some series depends on.
pub fn uncertain(plan: &Plan, evaluator: &Evaluator, series: &[SlotIdx]) -> Vec<AssumptionIdx> {
    let (schedule, graph) = (evaluator.schedule(), evaluator.model().graph());
    let all = plan.assumptions.iter().enumerate();
    let uncertain = all.filter(|(_, assumption)| assumption.uncertainty.is_some());
    uncertain
        .map(|(at, _)| AssumptionIdx::new(at))
        .filter(|index| {
            let mut series = series.iter();
            series.any(|slot| schedule.reaches(graph, *index, *slot))
        })
        .collect()
}

impl Draws {
    /// So many draws of some uncertain assumptions; `inputs` tells how many members each has.
    pub fn of(
        plan: &Plan,
        inputs: &Inputs,
        assumptions: &[AssumptionIdx],
        count: usize,
        seed: u64,
    ) -> Self {
        let stated = assumptions.iter().filter_map(|&index| {
            let uncertainty = plan.assumptions.get(index.at())?.uncertainty?;
            Some((index, uncertainty, inputs.0.get(index.at())?.len()))
        });
        let drawn = stated.flat_map(|(assumption, uncertainty, members)| {
            (0..members).map(move |member| Drawn {
                assumption,
                member: MemberIdx::new(member),
                uncertainty,
                strata: Strata::of(assumption, member, count, seed),
            })
        });
        let mut drawn: Vec<Drawn> = drawn.collect();
        correlate(plan, &mut drawn);
        let column = |drawn: Drawn| Column {
            assumption: drawn.assumption,
            member: drawn.member,
            draws: drawn.uncertainty.draws,
            values: drawn.strata.values(drawn.uncertainty),
        };
        Self {
            count,
            columns: drawn.into_iter().map(column).collect(),
        }
    }
}

/// A column to be.
struct Drawn {
    assumption: AssumptionIdx,
    member: MemberIdx,
    uncertainty: Uncertainty,
    strata: Strata,
}

/// Lets the strata of each member's assumptions go together as the plan states. Correlations that cannot all hold are
/// reported when the plan is read, and not used.
fn correlate(plan: &Plan, drawn: &mut [Drawn]) {
    let mut correlated = correlation::correlated(plan);
    if correlated.len() > correlation::MOST {
        correlated.clear();
    }
    let mut members: Vec<MemberIdx> = drawn.iter().map(|one| one.member).collect();
    sort::distinct(&mut members);
    for member in members {
        let mut group: Vec<&mut Drawn> = drawn
            .iter_mut()
            .filter(|one| one.member == member && correlated.contains(&one.assumption.at()))
            .collect();
        let assumptions: Vec<usize> = group.iter().map(|one| one.assumption.at()).collect();
        let scores: Vec<Vec<f64>> = group.iter().map(|one| one.strata.scores()).collect();
        let ranks = correlation::ranks(&scores, &correlation::matrix(plan, &assumptions));
        for (one, ranks) in group.iter_mut().zip(ranks.into_iter().flatten()) {
            one.strata.order = ranks;
        }
    }
}

/// Which stratum each draw has, and where in it it lies: a Latin hypercube (`McKay`, Beckman and Conover 1979).
struct Strata {
    order: Vec<usize>,
    jitter: Vec<f64>,
}

impl Strata {
    fn of(assumption: AssumptionIdx, member: usize, count: usize, seed: u64) -> Self {
        // A stream of its own, so that no other assumption changes what is drawn of this one.
        let stream = (assumption.at() as u64) << 32 | member as u64;
        let mut random = Random::seeded(Random::seeded(seed ^ stream).bits());
        Self {
            order: random.order(count),
            jitter: (0..count).map(|_| random.share()).collect(),
        }
    }

    /// The normal quantile of the middle of each draw's stratum.
    fn scores(&self) -> Vec<f64> {
        let count = self.order.len() as f64;
        let shares = self.order.iter().map(|&at| (at as f64 + 0.5) / count);
        shares.map(normal::quantile).collect()
    }

    fn values(&self, uncertainty: Uncertainty) -> Arc<[f64]> {
        let mut ascending = vec![0.0; self.order.len()];
        for (stratum, share) in self.order.iter().zip(latin(&self.order, &self.jitter)) {
            ascending[*stratum] = share;
        }
        let values = quantiles(uncertainty.distribution, &ascending);
        self.order.iter().map(|&stratum| values[stratum]).collect()
    }
}

/// One share per draw: somewhere in the stratum that is its own.
pub fn latin(order: &[usize], jitter: &[f64]) -> Vec<f64> {
    let count = order.len() as f64;
    let strata = order.iter().zip(jitter);
    strata
        .map(|(&stratum, jitter)| (stratum as f64 + jitter) / count)
        .collect()
}
