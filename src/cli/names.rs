//! What things are called: ids and names behind the positions the engine speaks of.

use attain::engine::index::{AssumptionIdx, Domain, IndicatorIdx, MemberIdx, TargetIdx};
use attain::engine::lang::Lang;
use attain::engine::model::Model;
use attain::engine::plan::{Plan, Set};
use attain::view::target;

/// How tables of a plan call the whole of a set.
const WHOLE: &str = "all";

/// The names of one plan, for readers of one language.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub plan: &'a Plan,
    pub model: &'a Model,
    pub lang: Lang,
}

impl<'a> Names<'a> {
    /// The id and the name of an indicator.
    pub fn indicator(self, index: IndicatorIdx) -> (&'a str, &'a str) {
        let found = self.plan.indicators.get(index.at());
        found.map_or(("", ""), |found| {
            (&found.id.value, found.name.get(self.lang))
        })
    }

    /// The id and the name of an assumption.
    pub fn assumption(self, index: AssumptionIdx) -> (&'a str, &'a str) {
        let found = self.plan.assumptions.get(index.at());
        found.map_or(("", ""), |found| {
            (&found.id.value, found.name.get(self.lang))
        })
    }

    /// The id of a target.
    pub fn id_of_target(self, index: TargetIdx) -> &'a str {
        let found = self.plan.targets.get(index.at());
        found.map_or("", |found| &found.id.value)
    }

    /// The name of a target: its own, or that of its quantity.
    pub fn target(self, index: TargetIdx) -> String {
        target::name(self.plan, index, self.lang)
    }

    /// The set whose members a target is about, each or some of them.
    pub fn set_of_target(self, index: TargetIdx) -> Option<&'a Set> {
        target::set(self.plan, self.model, index)
    }

    /// The set of a domain.
    pub fn set(self, domain: Domain) -> Option<&'a Set> {
        match domain {
            Domain::Set(set) => self.plan.sets.get(set.at()),
            Domain::Plan => None,
        }
    }

    /// The id of a member; `all` for the whole of a set.
    pub fn member(set: Option<&'a Set>, member: Option<MemberIdx>) -> Option<&'a str> {
        let set = set?;
        let Some(member) = member else {
            return Some(WHOLE);
        };
        set.members.get(member.at()).map(|member| &*member.id.value)
    }
}
