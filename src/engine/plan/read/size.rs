//! How much a plan may hold: what is larger would be opened slowly or not at all, so it is refused with both numbers.

use std::collections::HashMap;

use crate::engine::plan::{
    Id, MemberKey, Plan, PlanProblem, Quantified, Series, Subject, Table, TooMany,
};

/// Most series, each member of a set counted.
const MOST_SERIES: usize = 20_000;
/// Most results: targets by milestone and member.
const MOST_RESULTS: usize = 100_000;
/// Most scenarios, and most values of assumptions over all of them.
const MOST_SCENARIOS: usize = 1_000;
const MOST_SCENARIO_VALUES: usize = 1_000_000;

/// What a plan has too much of, if anything.
pub(super) fn check(plan: &Plan) -> Result<(), PlanProblem> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for set in &plan.sets {
        counts.entry(&set.id.value).or_insert(set.members.len());
    }
    let members = |over: Option<&Id>| {
        let count = over.and_then(|over| counts.get(over.value.as_str()));
        count.copied().unwrap_or(1)
    };
    let assumptions: usize = plan
        .assumptions
        .iter()
        .map(|item| members(item.over.as_ref()))
        .sum();
    let indicators: usize = plan
        .indicators
        .iter()
        .map(|item| members(item.over.as_ref()))
        .sum();
    let most_scenarios = MOST_SCENARIOS.min(MOST_SCENARIO_VALUES / assumptions.max(1));
    let sizes = [
        (TooMany::Series, assumptions + indicators, MOST_SERIES),
        (TooMany::Results, results(plan, members), MOST_RESULTS),
        (TooMany::Scenarios, plan.scenarios.len(), most_scenarios),
    ];
    let too_many = sizes.into_iter().find(|&(_, found, most)| found > most);
    too_many.map_or(Ok(()), |(what, found, most)| {
        Err(PlanProblem::TooMany { what, found, most })
    })
}

/// At most so many results. Which set `"*"` stands for is known only when formulas are: the largest counts.
fn results(plan: &Plan, members: impl Fn(Option<&Id>) -> usize) -> usize {
    let largest = plan.sets.iter().map(|set| set.members.len()).max();
    let of = |subject: &Subject| match subject {
        Subject::Quantity(quantity) => of_quantity(quantity, largest.unwrap_or(1)),
        Subject::Event { over, .. } => members(over.as_ref()),
        Subject::Statement(_) => 1,
    };
    plan.targets.iter().map(|target| of(&target.subject)).sum()
}

fn of_quantity(quantity: &Quantified, largest: usize) -> usize {
    let of_series = |series: &Series<_>| match series {
        Series::ByYear(years) if quantity.years.is_none() => years.len(),
        _ => 1,
    };
    match &quantity.threshold {
        Table::Whole(series) => of_series(series),
        Table::ByMember(entries) => {
            let count = |key: &MemberKey| if *key == MemberKey::Each { largest } else { 1 };
            entries
                .iter()
                .map(|(key, series)| count(&key.value) * of_series(series))
                .sum()
        }
    }
}
