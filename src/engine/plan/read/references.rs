//! The rules between items: ids are unique in their name space, and references lead somewhere.

use std::collections::{HashMap, HashSet};

use super::Problems;
use super::decode::{check_range, needs_set, several_years};
use crate::engine::correlation;
use crate::engine::diagnostic::{Span, Spanned};
use crate::engine::plan::{
    Amount, Assumption, Citation, CorrelationFault, Expectation, Id, Indicator, ItemKind, Member,
    MemberKey, Plan, PlanProblem, Scenario, Set, Source, Subject, Table, Target, TooMany,
};
use crate::engine::sort;
use crate::engine::suggest::nearest;

/// Leaves out items whose id is taken, and reports every reference that leads nowhere.
pub(super) fn resolve(plan: &mut Plan, problems: &mut Problems) {
    unique(plan, problems);
    let known = Known::of(plan);
    known.check_citations(plan, problems);
    known.check_sets(plan, problems);
    known.check_correlations(plan, problems);
    known.check_targets(plan, problems);
    known.check_measures_and_checks(plan, problems);
    known.check_scenarios(plan, problems);
}

/// Ids taken in one name space, by what and where.
#[derive(Default)]
struct NameSpace(HashMap<String, (ItemKind, Span)>);

impl NameSpace {
    /// Whether an id is new here. Takes it, or reports that it is taken.
    fn take(&mut self, id: &Id, kind: ItemKind, problems: &mut Problems) -> bool {
        if let Some((kind, first)) = self.0.get(&id.value) {
            let problem = PlanProblem::DuplicateId {
                id: id.value.clone(),
                kind: *kind,
                first: *first,
            };
            problems.report(problem, id.span);
            return false;
        }
        self.0.insert(id.value.clone(), (kind, id.span));
        true
    }
}

/// Sets, members, lookup tables, assumptions and indicators share the names of formulas; everything else has a name
/// space of its own.
fn unique(plan: &mut Plan, problems: &mut Problems) {
    let mut names = NameSpace::default();
    plan.sets.retain_mut(|set| {
        let is_new = names.take(&set.id, ItemKind::Set, problems);
        set.members
            .retain(|member| names.take(&member.id, ItemKind::Member, problems));
        is_new
    });
    plan.tables
        .retain(|table| names.take(&table.id, ItemKind::LookupTable, problems));
    plan.assumptions
        .retain(|item| names.take(&item.id, ItemKind::Assumption, problems));
    plan.indicators
        .retain(|item| names.take(&item.id, ItemKind::Indicator, problems));
    let mut sources = NameSpace::default();
    plan.sources
        .retain(|item| sources.take(&item.id, ItemKind::Source, problems));
    let mut units = NameSpace::default();
    plan.units
        .retain(|item| units.take(&item.symbol, ItemKind::Unit, problems));
    let mut targets = NameSpace::default();
    plan.targets
        .retain(|item| targets.take(&item.id, ItemKind::Target, problems));
    let mut checks = NameSpace::default();
    plan.checks.retain(|item| {
        let id = item.id.as_ref();
        id.is_none_or(|id| checks.take(id, ItemKind::Check, problems))
    });
    let mut scenarios = NameSpace::default();
    plan.scenarios
        .retain(|item| scenarios.take(&item.id, ItemKind::Scenario, problems));
    let mut measures = NameSpace::default();
    plan.measures
        .retain(|item| measures.take(&item.id, ItemKind::Measure, problems));
}

/// Items by id.
struct Known<'a> {
    sources: HashMap<&'a str, &'a Source>,
    sets: HashMap<&'a str, &'a Set>,
    members: HashMap<&'a str, &'a Set>,
    assumptions: HashMap<&'a str, &'a Assumption>,
    indicators: HashMap<&'a str, &'a Indicator>,
    targets: HashMap<&'a str, &'a Target>,
    scenarios: HashMap<&'a str, &'a Scenario>,
}

impl<'a> Known<'a> {
    fn of(plan: &'a Plan) -> Self {
        let members = |set: &'a Set| {
            set.members
                .iter()
                .map(move |member| (member.id.value.as_str(), set))
        };
        Self {
            sources: by_id(&plan.sources, |item| &item.id),
            sets: by_id(&plan.sets, |item| &item.id),
            members: plan.sets.iter().flat_map(members).collect(),
            assumptions: by_id(&plan.assumptions, |item| &item.id),
            indicators: by_id(&plan.indicators, |item| &item.id),
            targets: by_id(&plan.targets, |item| &item.id),
            scenarios: by_id(&plan.scenarios, |item| &item.id),
        }
    }

    fn check_citations(&self, plan: &Plan, problems: &mut Problems) {
        let options = plan.assumptions.iter().flat_map(|item| &item.options);
        let citations = plan
            .assumptions
            .iter()
            .map(|item| &item.sources)
            .chain(options.map(|option| &option.sources))
            .chain(plan.indicators.iter().map(|item| &item.sources))
            .chain(plan.targets.iter().map(|item| &item.sources))
            .chain(plan.checks.iter().map(|item| &item.sources))
            .chain(plan.measures.iter().map(|item| &item.sources));
        for citation in citations.flatten().chain(observed_citations(plan)) {
            if let Some(reference) = &citation.reference {
                refer(reference, ItemKind::Source, &self.sources, problems);
            }
        }
    }

    fn check_sets(&self, plan: &Plan, problems: &mut Problems) {
        for item in &plan.assumptions {
            let set = self.set(item.over.as_ref(), problems);
            if let Some(table) = &item.value {
                check_keys(table, set, problems);
            }
        }
        for item in &plan.indicators {
            let set = self.set(item.over.as_ref(), problems);
            if let Some(table) = &item.observed {
                check_keys(table, set, problems);
            }
            if let Some(set) = set {
                let members = ids_of(set);
                for id in &item.except {
                    refer(id, ItemKind::Member, &members, problems);
                }
            }
        }
    }

    /// What each one says, and whether all of them can hold together.
    fn check_correlations(&self, plan: &Plan, problems: &mut Problems) {
        let mut stated: HashSet<[&str; 2]> = HashSet::new();
        for item in &plan.assumptions {
            for correlation in &item.correlations {
                let with = &correlation.with;
                let Some(other) = refer(with, ItemKind::Assumption, &self.assumptions, problems)
                else {
                    continue;
                };
                let (own, other_id) = (item.id.value.as_str(), other.id.value.as_str());
                let is_new = stated.insert([own.min(other_id), own.max(other_id)]);
                if let Some(fault) = correlation_fault(item, other, correlation.rank, is_new) {
                    let with = with.value.clone();
                    let problem = PlanProblem::BadCorrelation { with, fault };
                    problems.report(problem, correlation.with.span);
                }
            }
        }
        let all = correlation::correlated(plan);
        let found = all.len();
        let most = correlation::MOST;
        let what = TooMany::Correlated;
        let problem = if found > most {
            PlanProblem::TooMany { what, found, most }
        } else if correlation::root(&correlation::matrix(plan, &all)).is_none() {
            PlanProblem::CorrelationsContradict
        } else {
            return;
        };
        let mut written = plan.assumptions.iter().flat_map(|item| &item.correlations);
        if let Some(first) = written.next() {
            problems.report(problem, first.with.span);
        }
    }

    fn set(&self, over: Option<&Id>, problems: &mut Problems) -> Option<&'a Set> {
        refer(over?, ItemKind::Set, &self.sets, problems).copied()
    }

    /// Which set a quantity ranges over is known only when its formula is; a key must at least be a member of some set.
    fn check_targets(&self, plan: &Plan, problems: &mut Problems) {
        for target in &plan.targets {
            match &target.subject {
                Subject::Quantity(quantity) => {
                    for table in std::iter::once(&quantity.threshold).chain(&quantity.stretch) {
                        for id in member_ids(table) {
                            refer(&id, ItemKind::Member, &self.members, problems);
                        }
                    }
                }
                Subject::Event { over, done, .. } => {
                    let set = self.set(over.as_ref(), problems);
                    if let Some(done) = done {
                        check_keys(done, set, problems);
                    }
                }
                Subject::Statement(_) => {}
            }
        }
    }

    fn check_measures_and_checks(&self, plan: &Plan, problems: &mut Problems) {
        for id in plan.measures.iter().flat_map(|measure| &measure.serves) {
            refer(id, ItemKind::Target, &self.targets, problems);
        }
        for check in &plan.checks {
            if let Expectation::Monotone {
                raising,
                never_lowers,
            } = &check.expectation
            {
                refer(raising, ItemKind::Assumption, &self.assumptions, problems);
                refer(
                    never_lowers,
                    ItemKind::Indicator,
                    &self.indicators,
                    problems,
                );
            }
        }
    }

    fn check_scenarios(&self, plan: &Plan, problems: &mut Problems) {
        let mut in_loops: HashSet<String> = HashSet::new();
        for scenario in &plan.scenarios {
            for (id, table) in &scenario.set {
                if let Some(assumption) =
                    refer(id, ItemKind::Assumption, &self.assumptions, problems)
                {
                    self.check_change(id, assumption, table, problems);
                }
            }
            if let Some(base) = &scenario.base
                && refer(base, ItemKind::Scenario, &self.scenarios, problems).is_some()
                && let Some(ring) = self.ring(scenario)
                && !ring.iter().any(|id| in_loops.contains(id))
            {
                in_loops.extend(ring.iter().cloned());
                problems.report(PlanProblem::ScenarioLoop(ring), base.span);
            }
        }
    }

    fn check_change(
        &self,
        id: &Id,
        assumption: &Assumption,
        table: &Table<Amount>,
        problems: &mut Problems,
    ) {
        let set = assumption
            .over
            .as_ref()
            .and_then(|over| self.sets.get(over.value.as_str()).copied());
        needs_set(table, assumption.over.as_ref(), problems);
        check_keys(table, set, problems);
        if assumption.path.is_none() && several_years(table) {
            problems.report(PlanProblem::NoPath, id.span);
        }
        check_range(table, assumption, problems);
    }

    /// The ids of the loop a scenario is in, if it builds on itself.
    fn ring(&self, scenario: &Scenario) -> Option<Vec<String>> {
        let mut ring = vec![scenario.id.value.clone()];
        let mut next = scenario.base.as_ref();
        while let Some(base) = next {
            ring.push(base.value.clone());
            if base.value == scenario.id.value {
                return Some(ring);
            }
            if ring.len() > self.scenarios.len() + 1 {
                return None;
            }
            next = self.scenarios.get(base.value.as_str())?.base.as_ref();
        }
        None
    }
}

fn correlation_fault(
    item: &Assumption,
    other: &Assumption,
    rank: f64,
    is_new: bool,
) -> Option<CorrelationFault> {
    let set = |item: &Assumption| item.over.as_ref().map(|over| over.value.clone());
    if rank <= -1.0 || rank >= 1.0 {
        Some(CorrelationFault::OutOfRange(rank))
    } else if other.uncertainty.is_none() || item.id.value == other.id.value {
        Some(CorrelationFault::Certain)
    } else if set(item) != set(other) {
        Some(CorrelationFault::OtherSet)
    } else {
        (!is_new).then_some(CorrelationFault::Twice)
    }
}

/// What an id refers to; reported if it is nothing.
fn refer<'k, T>(
    id: &Id,
    kind: ItemKind,
    known: &'k HashMap<&str, T>,
    problems: &mut Problems,
) -> Option<&'k T> {
    let found = known.get(id.value.as_str());
    if found.is_none() {
        let mut candidates: Vec<&str> = Vec::new();
        if problems.may_compare(known.len()) {
            candidates.extend(known.keys());
            sort::by(&mut candidates, Ord::cmp);
        }
        let problem = PlanProblem::UnknownReference {
            kind,
            suggestion: nearest(&id.value, candidates).map(str::to_owned),
            id: id.value.clone(),
        };
        problems.report(problem, id.span);
    }
    found
}

fn check_keys<T>(table: &Table<T>, set: Option<&Set>, problems: &mut Problems) {
    let Some(set) = set else {
        return;
    };
    let members = ids_of(set);
    for id in member_ids(table) {
        refer(&id, ItemKind::Member, &members, problems);
    }
}

fn ids_of(set: &Set) -> HashMap<&str, &Member> {
    by_id(&set.members, |member| &member.id)
}

fn by_id<T>(items: &[T], id: impl Fn(&T) -> &Id) -> HashMap<&str, &T> {
    items
        .iter()
        .map(|item| (id(item).value.as_str(), item))
        .collect()
}

/// The members named as keys.
fn member_ids<T>(table: &Table<T>) -> Vec<Id> {
    let Table::ByMember(members) = table else {
        return Vec::new();
    };
    members
        .iter()
        .filter_map(|(key, _)| match &key.value {
            MemberKey::Id(id) => Some(Spanned {
                value: id.clone(),
                span: key.span,
            }),
            MemberKey::Each | MemberKey::Whole => None,
        })
        .collect()
}

fn observed_citations(plan: &Plan) -> impl Iterator<Item = &Citation> {
    plan.indicators
        .iter()
        .filter_map(|indicator| indicator.observed.as_ref())
        .flat_map(super::decode::all_series)
        .flat_map(super::decode::values)
        .flat_map(|observation| &observation.sources)
}
