//! The data of a plan: every indicator year by year, what has been observed and what is projected.

use crate::engine::diagnostic::Spanned;
use crate::engine::eval::{Cell, Projection};
use crate::engine::index::{IndicatorIdx, MemberIdx, Year};
use crate::engine::lang::Lang;
use crate::engine::model::Axis;
use crate::engine::plan::{Indicator, MemberKey, Observation, Plan, Series, Set, Table};
use crate::text::number::{Precision, UNKNOWN, number};
use crate::text::words::Words;

use super::citation::quotes;
use super::group::{Group, under_headings};

/// Whose data are shown: the plan's, or those of one member of a set.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// A member, and the id of its set.
    pub member: Option<(String, MemberIdx)>,
}

/// One indicator over the years.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Whether observations can be entered.
    pub can_enter: bool,
    /// One cell per year.
    pub cells: Vec<Entry>,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Entry {
    /// What has been observed, in full; empty where nothing has.
    pub observed: String,
    /// What is computed instead, rounded; a dash where it is unknown.
    pub computed: String,
    /// Whether the user has entered or withdrawn it.
    pub is_entered: bool,
    /// Where the observation stands.
    pub origin: String,
}

/// The plan, then every member of its sets.
pub fn places(plan: &Plan, lang: Lang) -> Vec<Place> {
    let whole = Place {
        name: Words(lang).whole().to_owned(),
        member: None,
    };
    let is_used = |set: &&Set| {
        plan.indicators
            .iter()
            .any(|one| is_over(one, &set.id.value))
    };
    let members = plan.sets.iter().filter(is_used).flat_map(|set| {
        set.members.iter().enumerate().map(|(at, member)| Place {
            name: [set.name.get(lang), member.name.get(lang)].join(Words(lang).dot()),
            member: Some((set.id.value.clone(), MemberIdx::new(at))),
        })
    });
    std::iter::once(whole).chain(members).collect()
}

/// The indicators of a place under their headings.
pub fn groups(plan: &Plan, place: &Place, lang: Lang) -> Vec<Group<IndicatorIdx>> {
    let is_here = |(_, indicator): &(usize, &Indicator)| match &place.member {
        None => true,
        Some((set, _)) => is_over(indicator, set),
    };
    let titled = |(position, indicator): (usize, &Indicator)| {
        let title = indicator.group.as_ref();
        let title = title.map(|title| title.get(lang).to_owned());
        (title, IndicatorIdx::new(position))
    };
    let indicators = plan.indicators.iter().enumerate();
    under_headings(indicators.filter(is_here).map(titled))
}

fn is_over(indicator: &Indicator, set: &str) -> bool {
    indicator
        .over
        .as_ref()
        .is_some_and(|over| over.value == set)
}

/// One indicator of a place over some years. `is_entered` tells what is the user's own.
pub fn row(
    plan: &Plan,
    projection: &Projection,
    (index, member): (IndicatorIdx, Option<MemberIdx>),
    years: Axis,
    is_entered: impl Fn(Year) -> bool,
    lang: Lang,
) -> Row {
    let Some(indicator) = plan.indicators.get(index.at()) else {
        return Row::default();
    };
    let unit = projection.model().indicators().get(index.at());
    let cells = years.years().map(|year| {
        let cell = projection.cell(index, member, year);
        let found = observation(plan, index, member, year);
        Entry {
            observed: match cell {
                Cell::Observed(value) => in_full(value),
                _ => String::new(),
            },
            computed: match cell {
                Cell::NotApplicable => Words(lang).not_applicable().to_owned(),
                cell => cell.number().map_or_else(|| UNKNOWN.to_owned(), number),
            },
            is_entered: is_entered(year),
            origin: found.map_or_else(String::new, |found| origin(plan, found, lang)),
        }
    });
    Row {
        name: indicator.name.get(lang).to_owned(),
        unit: unit.map_or_else(String::new, |known| known.unit.name(lang)),
        can_enter: can_enter(plan, indicator, member),
        cells: cells.collect(),
    }
}

/// A number with all the digits it was entered with.
fn in_full(value: f64) -> String {
    let shortest = value.to_string();
    let decimals = shortest.split_once('.').map_or(0, |(_, after)| after.len());
    Precision::decimals(decimals as i32).number(value)
}

fn origin(plan: &Plan, observation: &Observation, lang: Lang) -> String {
    let vintage = observation.vintage.iter().cloned();
    let cited = quotes(plan, &observation.sources, lang)
        .into_iter()
        .map(|quote| quote.place);
    vintage.chain(cited).collect::<Vec<_>>().join("\n")
}

/// What a plan states as observed; of the plan or the whole where no member is given.
pub fn observation(
    plan: &Plan,
    index: IndicatorIdx,
    member: Option<MemberIdx>,
    year: Year,
) -> Option<&Observation> {
    let indicator = plan.indicators.get(index.at())?;
    let Series::ByYear(years) = series(plan, indicator, member)? else {
        return None;
    };
    let found = years.iter().find(|(stated, _)| stated.value == year);
    found.map(|(_, observation)| observation)
}

/// Whether the plan has a place for an observation: values by year, a member's own where there is a set.
fn can_enter(plan: &Plan, indicator: &Indicator, member: Option<MemberIdx>) -> bool {
    let id = member.and_then(|member| member_id(plan, indicator, member));
    if indicator
        .except
        .iter()
        .any(|except| Some(except.value.as_str()) == id)
    {
        return false;
    }
    match &indicator.observed {
        None => true,
        Some(Table::Whole(series)) => {
            indicator.over.is_none() && matches!(series, Series::ByYear(_))
        }
        Some(Table::ByMember(members)) => {
            let own = members.iter().find(|(key, _)| is_key(&key.value, id));
            match own {
                Some((_, series)) => matches!(series, Series::ByYear(_)),
                // A series of its own would take the place of all the values that stand for each member.
                None => id.is_none() || each(members).is_none(),
            }
        }
    }
}

fn series<'a>(
    plan: &Plan,
    indicator: &'a Indicator,
    member: Option<MemberIdx>,
) -> Option<&'a Series<Observation>> {
    let id = member.and_then(|member| member_id(plan, indicator, member));
    match indicator.observed.as_ref()? {
        Table::Whole(series) => Some(series),
        Table::ByMember(members) => {
            let own = members.iter().find(|(key, _)| is_key(&key.value, id));
            let each = || each(members).filter(|_| id.is_some());
            own.map(|(_, series)| series).or_else(each)
        }
    }
}

/// The values that stand for each member without its own.
fn each(members: &[(Spanned<MemberKey>, Series<Observation>)]) -> Option<&Series<Observation>> {
    let found = members.iter().find(|(key, _)| key.value == MemberKey::Each);
    found.map(|(_, series)| series)
}

fn is_key(key: &MemberKey, id: Option<&str>) -> bool {
    match (key, id) {
        (MemberKey::Id(key), Some(id)) => key == id,
        (MemberKey::Whole, None) => true,
        _ => false,
    }
}

/// The id of a member of an indicator's set.
pub fn member_id<'a>(plan: &'a Plan, indicator: &Indicator, member: MemberIdx) -> Option<&'a str> {
    plan.set_over(indicator.over.as_ref())?.member_id(member)
}
