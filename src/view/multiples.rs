//! A target about the members of a set as small charts, one per member, over one range of values.

use crate::engine::attain::Outcome;
use crate::engine::eval::Projection;
use crate::engine::index::{MemberIdx, TargetIdx};
use crate::engine::lang::Lang;
use crate::engine::model::graph::Operand;
use crate::engine::model::{Model, TargetModel};
use crate::engine::plan::Plan;
use crate::text::number::{UNKNOWN, with_unit};

use super::course::{Point, along};
use super::figures::Figures;
use super::results::Results;
use super::spark::{Spark, Traced};
use super::status::Status;
use super::target;

/// One member.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Small {
    /// Its name.
    pub name: String,
    /// Its value at its last milestone, with unit.
    pub value: String,
    /// What becomes of its target.
    pub status: Option<Status>,
    /// Its course.
    pub spark: Spark,
}

/// The members of a target's set, in the order of the plan; none where it is not about members.
pub fn multiples(
    plan: &Plan,
    projection: &Projection,
    written: &Projection,
    results: &Results,
    index: TargetIdx,
    lang: Lang,
) -> Vec<Small> {
    let model = projection.model();
    let Some(set) = target::set(plan, model, index) else {
        return Vec::new();
    };
    let unit = target::unit(model, index, lang);
    let outcomes = outcomes_by_member(results, index, set.members.len());
    let quantities = quantities_by_member(model, index, set.members.len());
    let members = (0..set.members.len()).filter(|at| !outcomes[*at].is_empty());
    let members: Vec<usize> = members.collect();
    let traced = members.iter().map(|&at| {
        let course = |projection| {
            quantities[at].map_or_else(Vec::new, |quantity| {
                along(projection, quantity, Some(MemberIdx::new(at)))
            })
        };
        let value = |point: &Option<Point>| point.map(|point| point.value);
        let written: Vec<_> = course(written).iter().map(value).collect();
        Traced::of(&course(projection), &written, outcomes[at].iter().copied())
    });
    let traced: Vec<Traced> = traced.collect();
    let sparks = Spark::alike(model.axis(), &traced);
    let small = |(&at, spark): (&usize, Spark)| {
        let last = outcomes[at]
            .iter()
            .max_by_key(|outcome| outcome.milestone());
        Small {
            name: set.members[at].name.get(lang).to_owned(),
            value: last.map_or_else(String::new, |outcome| value(outcome, &unit, lang)),
            status: last.map(|outcome| Status::of(outcome)),
            spark,
        }
    };
    members.iter().zip(sparks).map(small).collect()
}

/// What becomes of the target for each member of the set, in the order of its milestones.
fn outcomes_by_member(results: &Results, target: TargetIdx, count: usize) -> Vec<Vec<&Outcome>> {
    let mut by_member = vec![Vec::new(); count];
    for outcome in results.of(target) {
        if let Some(of_member) = outcome.member.and_then(|one| by_member.get_mut(one.at())) {
            of_member.push(outcome);
        }
    }
    by_member
}

/// What is judged for each member of the set; nothing for one that is not.
fn quantities_by_member(model: &Model, target: TargetIdx, count: usize) -> Vec<Option<Operand>> {
    let mut by_member = vec![None; count];
    if let Some(TargetModel::Quantity(quantity)) = model.targets().get(target.at()) {
        for test in &quantity.tests {
            if let Some(of_member) = test.member.and_then(|one| by_member.get_mut(one.at())) {
                *of_member = of_member.or(Some(test.quantity));
            }
        }
    }
    by_member
}

fn value(outcome: &Outcome, unit: &str, lang: Lang) -> String {
    let figures = Figures::of(outcome, unit, lang);
    figures
        .value
        .map_or_else(|| UNKNOWN.to_owned(), |value| with_unit(&value, unit))
}
