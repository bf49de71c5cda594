//! What is moved, as a list: every moved assumption with where it stood in the scenario in force and where it stands now.

use crate::engine::index::{AssumptionIdx, MemberIdx};
use crate::engine::inputs::Inputs;
use crate::engine::lang::Lang;
use crate::engine::model::Model;
use crate::engine::plan::Plan;

use super::assumption;

/// One moved assumption.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Moved {
    /// The assumption.
    pub assumption: AssumptionIdx,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// What is moved of it: the whole, or every member that is.
    pub moves: Vec<Move>,
}

/// One value, or one path of values, and what it was before.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Move {
    /// The member it is of, if the assumption ranges over some.
    pub member: Option<String>,
    /// Where it stood.
    pub from: String,
    /// Where it stands.
    pub to: String,
}

/// Everything that is moved, in the order of the plan.
pub fn moved(plan: &Plan, model: &Model, base: &Inputs, inputs: &Inputs, lang: Lang) -> Vec<Moved> {
    let indices = (0..plan.assumptions.len()).map(AssumptionIdx::new);
    let moved = indices.filter(|index| inputs.0.get(index.at()) != base.0.get(index.at()));
    moved
        .filter_map(|index| {
            let assumption = plan.assumptions.get(index.at())?;
            Some(Moved {
                assumption: index,
                name: assumption.name.get(lang).to_owned(),
                unit: assumption::unit(model, index, lang),
                moves: moves(plan, base, inputs, index, lang),
            })
        })
        .collect()
}

fn moves(
    plan: &Plan,
    base: &Inputs,
    inputs: &Inputs,
    index: AssumptionIdx,
    lang: Lang,
) -> Vec<Move> {
    let members = assumption::members(plan, index, lang);
    let lanes = inputs.0.get(index.at()).map_or(0, Vec::len);
    let of_lane = |lane: usize| {
        let member = MemberIdx::new(lane);
        let [before, now] = [base, inputs].map(|inputs| inputs.get(index, Some(member)));
        (before != now).then(|| Move {
            member: members.get(lane).cloned(),
            from: assumption::in_short(before),
            to: assumption::in_short(now),
        })
    };
    (0..lanes).filter_map(of_lane).collect()
}
