//! From what a user has chosen to the inputs of a projection: plan ⊕ scenario ⊕ moves. Ids that the plan does not have
//! are passed over: the plan may have been edited since.

use crate::engine::index::{AssumptionIdx, MemberIdx};
use crate::engine::inputs::Inputs;
use crate::engine::plan::{Assumption, Plan};

use super::opened::Opened;
use super::session::{Moves, OwnScenario};

/// The inputs of a scenario of the plan or one of the user's own; without one, of the plan as it is written.
pub fn of_scenario(opened: &Opened, own: &[OwnScenario], chosen: Option<&str>) -> Inputs {
    let Some(chosen) = chosen else {
        return opened.model.defaults().clone();
    };
    let own = own.iter().find(|scenario| scenario.id == chosen);
    let of_plan = own.map_or(Some(chosen), |own| own.base.as_deref());
    let mut inputs = of_plan
        .and_then(|id| scenario(opened, id))
        .unwrap_or_else(|| opened.model.defaults().clone());
    if let Some(own) = own {
        apply(&opened.plan, &own.moves, &mut inputs);
    }
    inputs
}

fn scenario(opened: &Opened, id: &str) -> Option<Inputs> {
    let position = opened
        .plan
        .scenarios
        .iter()
        .position(|scenario| scenario.id.value == id)?;
    opened.model.scenario(position).cloned()
}

/// Moves assumptions.
pub fn apply(plan: &Plan, moves: &Moves, inputs: &mut Inputs) {
    for (id, settings) in &moves.0 {
        let Some(index) = assumption_idx(plan, id) else {
            continue;
        };
        for (member, setting) in settings {
            if member == Moves::WHOLE {
                inputs.set(index, None, setting);
            } else if let Some(member) = member_idx(plan, &plan.assumptions[index.at()], member) {
                inputs.set(index, Some(member), setting);
            }
        }
    }
}

/// The position of an assumption.
pub fn assumption_idx(plan: &Plan, id: &str) -> Option<AssumptionIdx> {
    let position = plan
        .assumptions
        .iter()
        .position(|assumption| assumption.id.value == id)?;
    Some(AssumptionIdx::new(position))
}

fn member_idx(plan: &Plan, assumption: &Assumption, id: &str) -> Option<MemberIdx> {
    plan.set_over(assumption.over.as_ref())?
        .members
        .iter()
        .position(|member| member.id.value == id)
        .map(MemberIdx::new)
}

/// The id of a member of an assumption's set.
pub fn member_id(plan: &Plan, assumption: AssumptionIdx, member: MemberIdx) -> Option<&str> {
    let over = plan.assumptions.get(assumption.at())?.over.as_ref();
    plan.set_over(over)?.member_id(member)
}
