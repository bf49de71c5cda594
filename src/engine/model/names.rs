//! The names of a plan: what an id in a formula stands for, in which unit and over which set.

use std::cell::Cell;
use std::collections::HashMap;

use crate::engine::diagnostic::{Diagnostic, Spanned};
use crate::engine::formula::{Called, Named, NamedSet, NamedTable, Names};
use crate::engine::index::{AssumptionIdx, Domain, IndicatorIdx, MemberIdx, SetIdx, TableIdx, Var};
use crate::engine::lang::Text;
use crate::engine::plan::{Id, Indicator, MemberKey, Plan, Series, Table, UnitText};
use crate::engine::unit::{Unit, Units};

/// Resolved names of a plan.
pub struct PlanNames<'a> {
    plan: &'a Plan,
    units: Units,
    vars: HashMap<&'a str, Var>,
    sets: HashMap<&'a str, SetIdx>,
    tables: HashMap<&'a str, TableIdx>,
    members: Vec<HashMap<&'a str, MemberIdx>>,
    assumption_units: Vec<Option<Unit>>,
    indicator_units: Vec<Option<Unit>>,
    table_units: Vec<(Option<Unit>, Unit)>,
    counters: Vec<Option<Unit>>,
    assumption_domains: Vec<Domain>,
    indicator_domains: Vec<Domain>,
    /// Names that may still be offered for suggestions, so that no plan can take long.
    offers: Cell<usize>,
}

/// Names offered for suggestions over a whole plan.
const MOST_OFFERS: usize = 200_000;

impl<'a> PlanNames<'a> {
    /// Resolves the names of a plan. A unit that cannot be read is reported here, and here alone.
    pub fn new(plan: &'a Plan) -> (Self, Vec<Diagnostic>) {
        let (units, mut diagnostics) = Units::new(&plan.units);
        // Neighbours mostly have the same unit.
        let mut last: Option<(&str, Unit)> = None;
        let mut read = |text: &'a UnitText| {
            if text.value.is_empty() {
                return None;
            }
            if let Some((written, unit)) = &last
                && *written == text.value
            {
                return Some(unit.clone());
            }
            let unit = units
                .read(text)
                .map_err(|problems| diagnostics.extend(problems));
            let unit = unit.ok()?;
            last = Some((&text.value, unit.clone()));
            Some(unit)
        };
        let assumption_units = plan
            .assumptions
            .iter()
            .map(|assumption| read(&assumption.unit))
            .collect();
        let indicator_units = plan
            .indicators
            .iter()
            .map(|indicator| read(&indicator.unit))
            .collect();
        let table_units = plan.tables.iter().map(|table| {
            let of = table.of.as_ref().and_then(&mut read);
            (of, read(&table.unit).unwrap_or_else(Unit::plain))
        });
        let table_units = table_units.collect();
        let counters = plan
            .sets
            .iter()
            .map(|set| set.counter.as_ref().and_then(&mut read))
            .collect();
        let sets: HashMap<_, _> = indexed(plan.sets.iter().map(|set| &set.id), SetIdx::new);
        let domain = |over: &Option<Id>| {
            let set = over.as_ref().and_then(|over| sets.get(over.value.as_str()));
            set.map_or(Domain::Plan, |&set| Domain::Set(set))
        };
        let assumptions = indexed(
            plan.assumptions.iter().map(|assumption| &assumption.id),
            |position| Var::Assumption(AssumptionIdx::new(position)),
        );
        let indicators = indexed(
            plan.indicators.iter().map(|indicator| &indicator.id),
            |position| Var::Indicator(IndicatorIdx::new(position)),
        );
        let names = Self {
            plan,
            assumption_domains: plan
                .assumptions
                .iter()
                .map(|assumption| domain(&assumption.over))
                .collect(),
            indicator_domains: plan
                .indicators
                .iter()
                .map(|indicator| domain(&indicator.over))
                .collect(),
            vars: indicators.into_iter().chain(assumptions).collect(),
            tables: indexed(plan.tables.iter().map(|table| &table.id), TableIdx::new),
            members: plan
                .sets
                .iter()
                .map(|set| indexed(set.members.iter().map(|m| &m.id), MemberIdx::new))
                .collect(),
            sets,
            units,
            assumption_units,
            indicator_units,
            table_units,
            counters,
            offers: Cell::new(MOST_OFFERS),
        };
        (names, diagnostics)
    }

    /// Declared unit of an assumption.
    pub fn assumption_unit(&self, index: AssumptionIdx) -> Option<&Unit> {
        self.assumption_units[index.at()].as_ref()
    }

    /// Declared unit of an indicator.
    pub fn indicator_unit(&self, index: IndicatorIdx) -> Option<&Unit> {
        self.indicator_units[index.at()].as_ref()
    }

    /// Domains of all assumptions.
    pub fn assumption_domains(&self) -> &[Domain] {
        &self.assumption_domains
    }

    /// Domains of all indicators.
    pub fn indicator_domains(&self) -> &[Domain] {
        &self.indicator_domains
    }

    /// An assumption by id.
    pub fn assumption(&self, id: &str) -> Option<AssumptionIdx> {
        match self.vars.get(id)? {
            Var::Assumption(index) => Some(*index),
            Var::Indicator(_) => None,
        }
    }

    /// A set by id.
    pub fn set_of(&self, id: &str) -> Option<SetIdx> {
        self.sets.get(id).copied()
    }

    /// A member of a set by id.
    pub fn member_of(&self, set: SetIdx, id: &str) -> Option<MemberIdx> {
        self.members.get(set.at())?.get(id).copied()
    }

    /// Number of members of a set.
    pub fn member_count(&self, set: SetIdx) -> usize {
        self.plan
            .sets
            .get(set.at())
            .map_or(0, |set| set.members.len())
    }

    /// Whether so many names may still be offered. Counts them.
    fn may_offer(&self, names: usize) -> bool {
        let left = self.offers.get().checked_sub(names);
        self.offers.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Reads a unit.
    pub fn unit(&self, text: &UnitText) -> Result<Unit, Vec<Diagnostic>> {
        self.units.read(text)
    }

    /// The entries of a table by member, `"*"` spread over the members not named; `None` stands for the whole.
    pub fn by_member<'t, T>(
        &self,
        domain: Domain,
        entries: &'t [(Spanned<MemberKey>, Series<T>)],
    ) -> Vec<(Option<MemberIdx>, &'t Series<T>)> {
        let Domain::Set(set) = domain else {
            return Vec::new();
        };
        let mut named = vec![None; self.member_count(set)];
        let (mut whole, mut others) = (None, None);
        for (key, series) in entries {
            match &key.value {
                MemberKey::Each => others = Some(series),
                MemberKey::Whole => whole = Some(series),
                MemberKey::Id(id) => {
                    if let Some(member) = self.member_of(set, id) {
                        named[member.at()] = Some(series);
                    }
                }
            }
        }
        let members = named
            .into_iter()
            .enumerate()
            .filter_map(|(lane, series)| Some((Some(MemberIdx::new(lane)), series.or(others)?)));
        members.chain(whole.map(|series| (None, series))).collect()
    }
}

fn indexed<'a, I: Copy>(
    ids: impl Iterator<Item = &'a Id>,
    index: impl Fn(usize) -> I,
) -> HashMap<&'a str, I> {
    ids.enumerate()
        .map(|(position, id)| (id.value.as_str(), index(position)))
        .collect()
}

/// Whether the plan says what the whole of an indicator over a set is: by a rule, or by observing it.
pub fn has_whole(indicator: &Indicator) -> bool {
    let observed = match &indicator.observed {
        Some(Table::ByMember(entries)) => {
            entries.iter().any(|(key, _)| key.value == MemberKey::Whole)
        }
        _ => false,
    };
    indicator.over.is_none() || indicator.whole.is_some() || observed
}

impl Names for PlanNames<'_> {
    fn name(&self, id: &str) -> Option<Named> {
        let var = *self.vars.get(id)?;
        Some(match var {
            Var::Assumption(index) => {
                let assumption = &self.plan.assumptions[index.at()];
                Named {
                    var,
                    name: assumption.name.clone(),
                    unit: self.assumption_unit(index).cloned(),
                    domain: self.assumption_domains[index.at()],
                    prices: assumption.prices.as_ref().map(|prices| prices.value),
                    whole: assumption.over.is_none(),
                }
            }
            Var::Indicator(index) => {
                let indicator = &self.plan.indicators[index.at()];
                Named {
                    var,
                    name: indicator.name.clone(),
                    unit: self.indicator_unit(index).cloned(),
                    domain: self.indicator_domains[index.at()],
                    prices: indicator.prices.as_ref().map(|prices| prices.value),
                    whole: has_whole(indicator),
                }
            }
        })
    }

    fn names(&self) -> Vec<Called> {
        if !self.may_offer(self.plan.indicators.len() + self.plan.assumptions.len()) {
            return Vec::new();
        }
        let indicators = self
            .plan
            .indicators
            .iter()
            .map(|item| called(&item.id, &item.name));
        let assumptions = self
            .plan
            .assumptions
            .iter()
            .map(|item| called(&item.id, &item.name));
        indicators.chain(assumptions).collect()
    }

    fn set(&self, set: SetIdx) -> NamedSet {
        let found = &self.plan.sets[set.at()];
        NamedSet {
            called: called(&found.id, &found.name),
            counter: self.counters[set.at()].clone(),
        }
    }

    fn member(&self, set: SetIdx, id: &str) -> Option<MemberIdx> {
        self.member_of(set, id)
    }

    fn members(&self, set: SetIdx) -> Vec<Called> {
        if !self.may_offer(self.member_count(set)) {
            return Vec::new();
        }
        let members = self
            .plan
            .sets
            .get(set.at())
            .into_iter()
            .flat_map(|set| &set.members);
        members
            .map(|member| called(&member.id, &member.name))
            .collect()
    }

    fn table(&self, id: &str) -> Option<NamedTable> {
        let table = *self.tables.get(id)?;
        let (of, unit) = self.table_units[table.at()].clone();
        Some(NamedTable { table, of, unit })
    }

    fn tables(&self) -> Vec<Called> {
        if !self.may_offer(self.plan.tables.len()) {
            return Vec::new();
        }
        let tables = self.plan.tables.iter();
        tables
            .map(|table| called(&table.id, &Text::plain(table.id.value.clone())))
            .collect()
    }

    fn units(&self) -> &Units {
        &self.units
    }
}

fn called(id: &Id, name: &Text) -> Called {
    Called {
        id: id.value.clone(),
        name: name.clone(),
    }
}
