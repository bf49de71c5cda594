//! What is the same about a target whatever the projection: its name, its heading, its unit, its quantity.

use crate::engine::attain::Outcome;
use crate::engine::index::{Domain, TargetIdx};
use crate::engine::lang::Lang;
use crate::engine::model::graph::Operand;
use crate::engine::model::{Model, TargetModel};
use crate::engine::plan::{Indicator, Plan, Set, Subject, Target};

use super::formula::readable;

/// The name of a target: its own, or that of the quantity.
pub fn name(plan: &Plan, target: TargetIdx, lang: Lang) -> String {
    let Some(target) = plan.targets.get(target.at()) else {
        return String::new();
    };
    if let Some(name) = target.name.as_ref().filter(|name| !name.is_empty()) {
        return name.get(lang).to_owned();
    }
    match &target.subject {
        Subject::Quantity(quantity) => readable(&quantity.of.value, plan, lang),
        Subject::Event { event, .. } => event.get(lang).to_owned(),
        Subject::Statement(text) => text.get(lang).to_owned(),
    }
}

/// The heading a target stands under: its own, or that of the indicator it is about.
pub fn group(plan: &Plan, target: TargetIdx, lang: Lang) -> Option<String> {
    let target = plan.targets.get(target.at())?;
    let own = target.group.as_ref();
    let group = own.or_else(|| indicator(plan, target)?.group.as_ref())?;
    Some(group.get(lang).to_owned())
}

/// The indicator a target is about, where its quantity is one as it stands.
pub fn indicator<'a>(plan: &'a Plan, target: &Target) -> Option<&'a Indicator> {
    let Subject::Quantity(quantity) = &target.subject else {
        return None;
    };
    let id = quantity.of.value.trim();
    plan.indicators
        .iter()
        .find(|indicator| indicator.id.value == id)
}

/// The quantity an outcome is about.
pub fn quantity(model: &Model, outcome: &Outcome) -> Option<Operand> {
    let TargetModel::Quantity(quantity) = model.targets().get(outcome.target.at())? else {
        return None;
    };
    let mut tests = quantity.tests.iter();
    let test = tests.find(|test| test.member == outcome.member)?;
    Some(test.quantity)
}

/// The unit of a target's values; empty where it has none.
pub fn unit(model: &Model, target: TargetIdx, lang: Lang) -> String {
    match model.targets().get(target.at()) {
        Some(TargetModel::Quantity(quantity)) => quantity.unit.name(lang),
        _ => String::new(),
    }
}

/// The set whose members a target is about, each or some of them.
pub fn set<'a>(plan: &'a Plan, model: &Model, target: TargetIdx) -> Option<&'a Set> {
    let over = match model.targets().get(target.at())? {
        TargetModel::Quantity(quantity) => {
            let test = quantity.tests.iter().find(|test| test.member.is_some())?;
            let slot = model.graph().slots.get(test.quantity.slot.at())?;
            return match slot.domain {
                Domain::Set(set) => plan.sets.get(set.at()),
                Domain::Plan => None,
            };
        }
        TargetModel::Event(_) => match &plan.targets.get(target.at())?.subject {
            Subject::Event { over, .. } => over.as_ref(),
            _ => return None,
        },
        TargetModel::Statement | TargetModel::Faulty(_) => return None,
    };
    plan.set_over(over)
}
