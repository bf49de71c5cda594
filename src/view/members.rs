//! The members of a set side by side: what each indicator over the set comes to in one year, and how the targets about
//! members fare.

use std::ops::Range;

use crate::engine::attain::Outcome;
use crate::engine::eval::{Cell, Projection};
use crate::engine::index::{IndicatorIdx, MemberIdx, TargetIdx, Year};
use crate::engine::lang::Lang;
use crate::engine::model::Model;
use crate::engine::plan::{Plan, Set};
use crate::text::number::{Precision, UNKNOWN, number, with_unit};
use crate::text::words::Words;

use super::figures::Figures;
use super::results::Results;
use super::row::requirement;
use super::status::Status;
use super::target;
use super::why::{Asked, Of};

/// The table of one set in one year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MemberTable {
    /// Name of the set.
    pub name: String,
    /// One column per indicator over the set.
    pub columns: Vec<Column>,
    /// How many members there are.
    pub count: usize,
    /// Position of the first row among them.
    pub first: usize,
    /// One row per member that is looked at, in the order of the plan.
    pub rows: Vec<MemberRow>,
    /// The whole.
    pub whole: Vec<Figure>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// The target about its members, if there is one.
    pub target: Option<TargetIdx>,
}

/// One member.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MemberRow {
    /// Its name.
    pub name: String,
    /// One figure per column.
    pub figures: Vec<Figure>,
}

/// What an indicator comes to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Figure {
    /// The value.
    pub value: String,
    /// The question about the value, where there is one.
    pub asked: Option<Asked>,
    /// Whether it was observed.
    pub is_observed: bool,
    /// What is required, in words; empty where nothing is.
    pub requirement: String,
    /// How the target fares.
    pub status: Option<Status>,
}

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct At {
    /// Position of the set in the plan.
    pub set: usize,
    /// The year.
    pub year: Year,
    /// Positions of the members.
    pub rows: Range<usize>,
}

/// Names of the sets something ranges over, by position in the plan.
pub fn sets(plan: &Plan, lang: Lang) -> Vec<(usize, String)> {
    let is_used = |set: &Set| indicators(plan, set).next().is_some();
    (plan.sets.iter().enumerate())
        .filter(|(_, set)| is_used(set))
        .map(|(position, set)| (position, set.name.get(lang).to_owned()))
        .collect()
}

/// The year a table begins with: the last milestone about members of the set, or the last of the plan.
pub fn first_year(plan: &Plan, model: &Model, set: usize, results: &Results) -> Year {
    let is_of_set = |outcome: &&Outcome| {
        let own = outcome.member.and(target::set(plan, model, outcome.target));
        own.zip(plan.sets.get(set))
            .is_some_and(|(own, set)| own.id.value == set.id.value)
    };
    let milestones = results.all().iter().filter(is_of_set);
    let last = milestones.map(Outcome::milestone).max();
    last.unwrap_or(model.period().end)
}

/// The table of a set in a year, with the rows of the members looked at.
pub fn table(
    plan: &Plan,
    projection: &Projection,
    results: &Results,
    at: &At,
    lang: Lang,
) -> MemberTable {
    let Some(set) = plan.sets.get(at.set) else {
        return MemberTable::default();
    };
    let reader = Reader {
        plan,
        set,
        projection,
        results,
        year: at.year,
        lang,
    };
    let columns: Vec<(IndicatorIdx, Column)> = indicators(plan, set)
        .map(|index| (index, reader.column(index)))
        .collect();
    let figures = |member| -> Vec<Figure> {
        let figure =
            |(index, column): &(IndicatorIdx, Column)| reader.figure(*index, column, member);
        columns.iter().map(figure).collect()
    };
    let first = at.rows.start.min(set.members.len());
    let members = set
        .members
        .iter()
        .enumerate()
        .skip(first)
        .take(at.rows.len());
    let rows = members.map(|(position, member)| MemberRow {
        name: member.name.get(lang).to_owned(),
        figures: figures(Some(MemberIdx::new(position))),
    });
    MemberTable {
        name: set.name.get(lang).to_owned(),
        count: set.members.len(),
        first,
        rows: rows.collect(),
        whole: figures(None),
        columns: columns.into_iter().map(|(_, column)| column).collect(),
    }
}

fn indicators<'a>(plan: &'a Plan, set: &'a Set) -> impl Iterator<Item = IndicatorIdx> + 'a {
    let is_over = |over: &Option<crate::engine::plan::Id>| {
        over.as_ref().is_some_and(|over| over.value == set.id.value)
    };
    (plan.indicators.iter().enumerate())
        .filter(move |(_, indicator)| is_over(&indicator.over))
        .map(|(position, _)| IndicatorIdx::new(position))
}

struct Reader<'a> {
    plan: &'a Plan,
    set: &'a Set,
    projection: &'a Projection,
    results: &'a Results,
    year: Year,
    lang: Lang,
}

impl Reader<'_> {
    fn column(&self, index: IndicatorIdx) -> Column {
        let indicator = &self.plan.indicators[index.at()];
        let about_members = |target: &TargetIdx| {
            let of_members = self.results.of(*target).iter();
            of_members.clone().any(|outcome| outcome.member.is_some())
        };
        let target = (0..self.plan.targets.len())
            .map(TargetIdx::new)
            .filter(|target| {
                let own = target::indicator(self.plan, &self.plan.targets[target.at()]);
                own.is_some_and(|own| own.id.value == indicator.id.value)
            })
            .find(about_members);
        let unit = self.projection.model().indicators().get(index.at());
        Column {
            name: indicator.name.get(self.lang).to_owned(),
            unit: unit.map_or_else(String::new, |known| known.unit.name(self.lang)),
            target,
        }
    }

    fn figure(&self, index: IndicatorIdx, column: &Column, member: Option<MemberIdx>) -> Figure {
        let cell = self.projection.cell(index, member, self.year);
        let is_observed = matches!(cell, Cell::Observed(_));
        let value = match cell {
            Cell::NotApplicable => Words(self.lang).not_applicable().to_owned(),
            cell => cell.number().map_or_else(|| UNKNOWN.to_owned(), number),
        };
        let outcome = column.target.and_then(|target| {
            let mut outcomes = self.results.of(target).iter();
            outcomes.find(|outcome| outcome.member == member && outcome.milestone() == self.year)
        });
        // Written so that it does not contradict its verdict.
        let precise = outcome
            .filter(|outcome| cell.number() == outcome.value)
            .and_then(|outcome| {
                let value = outcome.value?;
                Some(Precision::for_comparison(value, outcome.threshold).number(value))
            });
        let value = precise.unwrap_or(value);
        let asked = cell.number().map(|_| {
            let of = Of::Indicator(index, member);
            let number = with_unit(&value, &column.unit);
            Asked::new(
                of,
                self.year,
                &self.called(column, member),
                &number,
                self.lang,
            )
        });
        let requirement = outcome.map(|outcome| {
            let figures = Figures::of(outcome, &column.unit, self.lang);
            requirement(self.plan, outcome, &figures, self.lang)
        });
        Figure {
            value,
            asked,
            is_observed,
            requirement: requirement.unwrap_or_default(),
            status: outcome.map(Status::of),
        }
    }

    /// A quantity and its member.
    fn called(&self, column: &Column, member: Option<MemberIdx>) -> String {
        let member = member.and_then(|member| self.set.members.get(member.at()));
        member.map_or_else(
            || column.name.clone(),
            |member| Words(self.lang).of_member(&column.name, member.name.get(self.lang)),
        )
    }
}
