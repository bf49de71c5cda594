//! Sets, lookup tables and units the author defines.

use super::{Id, Interpolation, UnitText};
use crate::engine::index::MemberIdx;
use crate::engine::lang::Text;

/// A named list.
#[derive(Debug, Clone, PartialEq)]
pub struct Set {
    /// Name in formulas.
    pub id: Id,
    /// Name for people.
    pub name: Text,
    /// Members in the author's order.
    pub members: Vec<Member>,
    /// Unit of a count of members, for example 家.
    pub counter: Option<UnitText>,
}

impl Set {
    /// The id of a member.
    pub fn member_id(&self, member: MemberIdx) -> Option<&str> {
        Some(&self.members.get(member.at())?.id.value)
    }
}

/// One member of a set.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Name in formulas and tables.
    pub id: Id,
    /// Name for people.
    pub name: Text,
}

/// A lookup table: `lookup(x, id)` reads it, flat outside its points.
#[derive(Debug, Clone, PartialEq)]
pub struct LookupTable {
    /// Name in formulas.
    pub id: Id,
    /// Unit of the argument; none for a year.
    pub of: Option<UnitText>,
    /// Unit of the result.
    pub unit: UnitText,
    /// Points in rising order of the argument.
    pub points: Vec<(f64, f64)>,
    /// How to read between points.
    pub path: Interpolation,
}

/// A unit defined by the author, as a multiple of another.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitDefinition {
    /// Its symbol.
    pub symbol: Id,
    /// What one of it is, for example `15 亩`; none for a dimension of its own.
    pub equals: Option<UnitText>,
    /// Name for people.
    pub name: Option<Text>,
}
