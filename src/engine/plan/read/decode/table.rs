//! The one table shape.

use super::super::{Problems, spelling};
use super::value;
use crate::engine::diagnostic::Spanned;
use crate::engine::index::Year;
use crate::engine::json::{Node, Value};
use crate::engine::plan::format::Shape;
use crate::engine::plan::{Amount, Assumption, MemberKey, PlanProblem, Segments, Series, Table};
use crate::engine::sort;

/// A table of things, each read by `item`, which takes anything that `shape` says is one.
pub(super) fn table<T>(node: &Node, shape: &Shape, item: impl Fn(&Node) -> T) -> Table<T> {
    let is_member = |key: &str| !spelling::looks_like_year(key);
    if !is_table(node, shape)
        || !node
            .entries()
            .iter()
            .any(|entry| is_member(&entry.key.value))
    {
        return Table::Whole(series(node, shape, &item));
    }
    let members = node
        .entries()
        .iter()
        .filter(|entry| is_member(&entry.key.value));
    Table::ByMember(
        members
            .map(|entry| {
                let key = Spanned {
                    value: member_key(&entry.key.value),
                    span: entry.key.span,
                };
                (key, series(&entry.value, shape, &item))
            })
            .collect(),
    )
}

/// A number or formula by year, member or both.
pub(super) fn amounts(node: &Node) -> Table<Amount> {
    table(node, &Shape::Number, amount)
}

/// A number or formula; the empty formula if it is neither.
pub(super) fn amount(node: &Node) -> Amount {
    match node.number() {
        Some(value) => Amount::Number(Spanned {
            value,
            span: node.span,
        }),
        None => Amount::Formula(value::as_formula_or_empty(node)),
    }
}

/// A formula, or formulas by the first year each applies.
pub(super) fn segments(node: &Node) -> Segments {
    match series(node, &Shape::Formula, &value::as_formula_or_empty) {
        Series::One(formula) => Segments(vec![(None, formula)]),
        Series::ByYear(formulas) => Segments(
            formulas
                .into_iter()
                .map(|(year, formula)| (Some(year), formula))
                .collect(),
        ),
    }
}

/// Numbers by year.
pub(super) fn by_year<T>(node: &Node, item: impl Fn(&Node) -> T) -> Vec<(Spanned<Year>, T)> {
    let entries = node.entries().iter();
    let mut values: Vec<_> = entries
        .filter_map(|entry| {
            let year = Spanned {
                value: spelling::year(&entry.key.value)?,
                span: entry.key.span,
            };
            Some((year, item(&entry.value)))
        })
        .collect();
    // Of a year that stands twice (and was reported) the last counts.
    values.reverse();
    sort::by_key(&mut values, |(year, _)| year.value);
    values.dedup_by_key(|(year, _)| year.value);
    values
}

fn series<T>(node: &Node, shape: &Shape, item: &impl Fn(&Node) -> T) -> Series<T> {
    if is_table(node, shape) {
        Series::ByYear(by_year(node, item))
    } else {
        Series::One(item(node))
    }
}

fn is_table(node: &Node, shape: &Shape) -> bool {
    matches!(node.value, Value::Object(_)) && !shape.is_itself(node)
}

fn member_key(key: &str) -> MemberKey {
    match key {
        "*" => MemberKey::Each,
        "all" => MemberKey::Whole,
        id => MemberKey::Id(id.to_owned()),
    }
}

/// The series of a table.
pub(in super::super) fn all_series<T>(table: &Table<T>) -> impl Iterator<Item = &Series<T>> {
    let (whole, members) = match table {
        Table::Whole(series) => (Some(series), &[][..]),
        Table::ByMember(members) => (None, members.as_slice()),
    };
    whole
        .into_iter()
        .chain(members.iter().map(|(_, series)| series))
}

/// The values of a series.
pub(in super::super) fn values<T>(series: &Series<T>) -> impl Iterator<Item = &T> {
    let (one, years) = match series {
        Series::One(value) => (Some(value), &[][..]),
        Series::ByYear(values) => (None, values.as_slice()),
    };
    one.into_iter().chain(years.iter().map(|(_, value)| value))
}

/// Reports values by member where nothing ranges over a set.
pub(in super::super) fn needs_set<T>(
    table: &Table<T>,
    over: Option<&Spanned<String>>,
    problems: &mut Problems,
) {
    if over.is_none()
        && let Table::ByMember(members) = table
        && let Some((key, _)) = members.first()
    {
        problems.report(PlanProblem::MembersWithoutSet, key.span);
    }
}

/// Whether any series has several years, so that something must be said of what is between them.
pub(in super::super) fn several_years<T>(table: &Table<T>) -> bool {
    all_series(table).any(|series| matches!(series, Series::ByYear(years) if years.len() > 1))
}

/// Reports plain numbers outside the slider of an assumption.
pub(in super::super) fn check_range(
    table: &Table<Amount>,
    assumption: &Assumption,
    problems: &mut Problems,
) {
    let (Some(min), Some(max)) = (assumption.min, assumption.max) else {
        return;
    };
    for amount in all_series(table).flat_map(values) {
        if let Amount::Number(number) = amount
            && (number.value < min || number.value > max)
        {
            let value = number.value;
            problems.report(PlanProblem::OutsideRange { value, min, max }, number.span);
        }
    }
}
