//! Document → types, and the rules inside one item.
//!
//! Quiet about everything `conform` has already reported: what does not fit is taken as missing.

mod assumption;
mod check;
mod indicator;
mod scenario;
mod set;
mod source;
mod table;
mod target;
mod value;

pub(super) use table::{all_series, check_range, needs_set, several_years, values};
pub(in crate::engine::plan) use value::{as_line, as_text};

use super::Problems;
use crate::engine::index::Year;
use crate::engine::json::{Node, Value};
use crate::engine::plan::{Period, Plan, PlanProblem, Years};

/// The plan a document describes; none if it is no object.
pub(super) fn plan(root: &Node, problems: &mut Problems) -> Option<Plan> {
    if !matches!(root.value, Value::Object(_)) {
        return None;
    }
    let targets = items(root, "targets", target::target, problems);
    Some(Plan {
        id: value::line(root, "id").unwrap_or_default(),
        title: value::text(root, "title").unwrap_or_default(),
        note: value::text(root, "note"),
        period: period(root, problems).unwrap_or_else(|| target::span(&targets)),
        sources: items(root, "sources", source::source, problems),
        sets: items(root, "sets", set::set, problems),
        tables: items(root, "tables", set::lookup_table, problems),
        units: items(root, "units", set::unit, problems),
        assumptions: items(root, "assumptions", assumption::assumption, problems),
        indicators: items(root, "indicators", indicator::indicator, problems),
        targets,
        checks: items(root, "checks", check::check, problems),
        scenarios: items(root, "scenarios", scenario::scenario, problems),
        measures: items(root, "measures", scenario::measure, problems),
    })
}

/// The items of a list that could be read.
fn items<T>(
    node: &Node,
    key: &str,
    item: impl Fn(&Node, &mut Problems) -> Option<T>,
    problems: &mut Problems,
) -> Vec<T> {
    let elements = node.get(key).map_or(&[][..], Node::elements);
    elements
        .iter()
        .filter_map(|element| item(element, problems))
        .collect()
}

/// The plan period; the one year there is if only one can be read, none if none can.
fn period(root: &Node, problems: &mut Problems) -> Option<Period> {
    let node = root.get("period")?;
    let (start, end) = (value::year(node, "start"), value::year(node, "end"));
    let (start, end) = (start.or(end)?, end.or(start)?);
    if start > end {
        problems.report(PlanProblem::Reversed { start, end }, node.span);
    }
    Some(Period {
        start: start.min(end),
        end: end.max(start),
    })
}

/// The years stated by `in`, `every` or `by`, in this order if several are.
fn years(node: &Node, problems: &mut Problems) -> Option<Years> {
    if let Some(year) = value::year(node, "in") {
        return Some(Years::In(year));
    }
    if let Some((start, end)) = node.get("every").and_then(|node| window(node, problems)) {
        return Some(Years::Every(start, end));
    }
    let by = node.get("by")?;
    match window(by, problems) {
        Some((start, end)) => Some(Years::By(Some(start), end)),
        None => Some(Years::By(None, value::as_year_or_text(by)?)),
    }
}

/// First and last year of a window, put in order if they are not.
fn window(node: &Node, problems: &mut Problems) -> Option<(Year, Year)> {
    let (start, end) = value::pair(node, value::as_year_or_text)?;
    if start > end {
        problems.report(PlanProblem::Reversed { start, end }, node.span);
    }
    Some((start.min(end), end.max(start)))
}

/// The first of some fields that is there.
fn first<'k>(node: &Node, keys: &[&'k str]) -> Option<&'k str> {
    keys.iter().copied().find(|key| node.get(key).is_some())
}
