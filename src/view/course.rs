//! The course of a target's quantity over the years, as charts and tables show it.

use crate::engine::eval::{Cell, Projection};
use crate::engine::index::{MemberIdx, TargetIdx};
use crate::engine::model::TargetModel;
use crate::engine::model::graph::Operand;

/// One year of a quantity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Its value, finite.
    pub value: f64,
    /// Whether it has happened.
    pub is_observed: bool,
}

/// The quantity of a target year by year from the axis' first, of one member where it is asked for. Empty for targets
/// without a quantity.
pub fn course(
    projection: &Projection,
    target: TargetIdx,
    member: Option<MemberIdx>,
) -> Vec<Option<Point>> {
    let model = projection.model();
    let Some(TargetModel::Quantity(quantity)) = model.targets().get(target.at()) else {
        return Vec::new();
    };
    let Some(test) = quantity.tests.iter().find(|test| test.member == member) else {
        return Vec::new();
    };
    along(projection, test.quantity, member)
}

/// A quantity year by year from the axis' first, of one member where it ranges over a set.
pub fn along(
    projection: &Projection,
    quantity: Operand,
    member: Option<MemberIdx>,
) -> Vec<Option<Point>> {
    let lane = member.map_or(0, MemberIdx::at);
    (0..projection.model().axis().len())
        .map(|row| point(projection.read(quantity, row, lane)))
        .collect()
}

fn point(cell: Cell<'_>) -> Option<Point> {
    let is_observed = matches!(cell, Cell::Observed(_));
    let value = cell.number().filter(|value| value.is_finite())?;
    Some(Point { value, is_observed })
}
