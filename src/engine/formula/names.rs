//! What formulas may name: the checker asks, the model answers.

use super::problem::Called;
use crate::engine::index::{Domain, MemberIdx, SetIdx, TableIdx, Var};
use crate::engine::lang::Text;
use crate::engine::plan::PriceBasis;
use crate::engine::unit::{Unit, Units};

/// The names of a plan.
pub trait Names {
    /// The indicator or assumption of that id.
    fn name(&self, id: &str) -> Option<Named>;
    /// All indicators and assumptions, in the order suggestions are tried; none where too many have been asked for.
    fn names(&self) -> Vec<Called>;
    /// A set.
    fn set(&self, set: SetIdx) -> NamedSet;
    /// The member of that id.
    fn member(&self, set: SetIdx, id: &str) -> Option<MemberIdx>;
    /// All members of a set.
    fn members(&self, set: SetIdx) -> Vec<Called>;
    /// The lookup table of that id.
    fn table(&self, id: &str) -> Option<NamedTable>;
    /// All lookup tables.
    fn tables(&self) -> Vec<Called>;
    /// The units of the plan.
    fn units(&self) -> &Units;
}

/// An indicator or assumption, as formulas see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// What it is.
    pub var: Var,
    /// Its name for people.
    pub name: Text,
    /// Its declared unit; `None` where that could not be read, which is reported at its declaration alone.
    pub unit: Option<Unit>,
    /// The plan, or the set it ranges over.
    pub domain: Domain,
    /// Its price basis, where stated.
    pub prices: Option<PriceBasis>,
    /// Over a set: whether a value of the whole set exists. Without one it cannot be used outside but in aggregates.
    pub whole: bool,
}

/// A set, as formulas see it.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedSet {
    /// How it is called.
    pub called: Called,
    /// Unit of a count of members; plain numbers where none is stated.
    pub counter: Option<Unit>,
}

/// A lookup table, as formulas see it.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedTable {
    /// What it is.
    pub table: TableIdx,
    /// Unit of its argument; `None` for a calendar year.
    pub of: Option<Unit>,
    /// Unit of its result.
    pub unit: Unit,
}
