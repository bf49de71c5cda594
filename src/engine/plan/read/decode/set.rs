//! Sets, lookup tables, units.

use super::super::Problems;
use super::{table, value};
use crate::engine::json::Node;
use crate::engine::plan::format::LOOKUP_TABLE;
use crate::engine::plan::{Interpolation, LookupTable, Member, PlanProblem, Set, UnitDefinition};
use crate::engine::sort;

/// A set; none without id.
pub(super) fn set(node: &Node, problems: &mut Problems) -> Option<Set> {
    let id = value::spanned(node, "id")?;
    Some(Set {
        name: value::name(node, &id),
        members: super::items(node, "members", member, problems),
        counter: value::written(node, "counter"),
        id,
    })
}

fn member(node: &Node, _: &mut Problems) -> Option<Member> {
    let id = value::spanned(node, "id")?;
    let name = value::name(node, &id);
    Some(Member { id, name })
}

/// A lookup table; none without id.
pub(super) fn lookup_table(node: &Node, problems: &mut Problems) -> Option<LookupTable> {
    Some(LookupTable {
        id: value::spanned(node, "id")?,
        of: value::written(node, "of"),
        unit: value::unit_or_empty(node, "unit"),
        points: node
            .get("points")
            .map_or_else(Vec::new, |node| points(node, problems)),
        path: value::path(node).unwrap_or(Interpolation::Step),
    })
}

/// Points in rising order: pairs, or values by year.
fn points(node: &Node, problems: &mut Problems) -> Vec<(f64, f64)> {
    let by_year = table::by_year(node, Node::number).into_iter();
    let by_year = by_year.filter_map(|(year, y)| Some((f64::from(year.value), y?)));
    let pairs = node.elements().iter();
    let pairs = pairs.filter_map(|pair| value::pair(pair, Node::number));
    let mut points: Vec<(f64, f64)> = by_year.chain(pairs).collect();
    let is_rising = points
        .windows(2)
        .all(|two| matches!(two, [a, b] if a.0 < b.0));
    if let (false, Some(field)) = (is_rising, LOOKUP_TABLE.field("points")) {
        problems.report(PlanProblem::NotRising { field }, node.span);
        sort::by(&mut points, |a, b| a.0.total_cmp(&b.0));
        points.dedup_by(|a, b| a.0 <= b.0);
    }
    points
}

/// A unit; none without symbol.
pub(super) fn unit(node: &Node, _: &mut Problems) -> Option<UnitDefinition> {
    Some(UnitDefinition {
        symbol: value::spanned(node, "symbol")?,
        equals: value::written(node, "equals"),
        name: value::text(node, "name"),
    })
}
