//! Draws: a column of values per uncertain assumption, the same for the same plan and seed.

use std::sync::Arc;

use super::distribution::quantiles;
use crate::engine::eval::Evaluator;
use crate::engine::index::{AssumptionIdx, MemberIdx};
use crate::engine::inputs::Inputs;
use crate::engine::model::graph::SlotIdx;
use crate::engine::plan::{self, Plan, Uncertainty};
use crate::engine::random::Random;

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
        let columns = stated.flat_map(|(assumption, uncertainty, members)| {
            (0..members).map(move |member| Column {
                assumption,
                member: MemberIdx::new(member),
                draws: uncertainty.draws,
                values: column(uncertainty, count, seed, assumption.at(), member),
            })
        });
        Self {
            count,
            columns: columns.collect(),
        }
    }
}

/// A Latin hypercube: each draw has a stratum of its own (`McKay`, Beckman and Conover 1979).
fn column(
    uncertainty: Uncertainty,
    count: usize,
    seed: u64,
    assumption: usize,
    member: usize,
) -> Arc<[f64]> {
    // A stream of its own, so that no other assumption changes what is drawn of this one.
    let stream = (assumption as u64) << 32 | member as u64;
    let mut random = Random::seeded(Random::seeded(seed ^ stream).bits());
    let order = random.order(count);
    let jitter: Vec<f64> = (0..count).map(|_| random.share()).collect();
    let mut ascending = vec![0.0; count];
    for (stratum, share) in order.iter().zip(latin(&order, &jitter)) {
        ascending[*stratum] = share;
    }
    let values = quantiles(uncertainty.distribution, &ascending);
    order.iter().map(|&stratum| values[stratum]).collect()
}

/// One share per draw: somewhere in the stratum that is its own.
pub fn latin(order: &[usize], jitter: &[f64]) -> Vec<f64> {
    let count = order.len() as f64;
    let strata = order.iter().zip(jitter);
    strata
        .map(|(&stratum, jitter)| (stratum as f64 + jitter) / count)
        .collect()
}
