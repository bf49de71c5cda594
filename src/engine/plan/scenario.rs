//! Scenarios and measures.

use super::{Amount, Citation, Id, Table};
use crate::engine::lang::Text;

/// A named small difference from the plan's assumptions.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Name in links.
    pub id: Id,
    /// Name for people.
    pub name: Text,
    /// Assumption id and its value in this scenario.
    pub set: Vec<(Id, Table<Amount>)>,
    /// Scenario it builds on.
    pub base: Option<Id>,
    /// Who made it.
    pub author: Option<String>,
    /// When.
    pub date: Option<String>,
    /// Why.
    pub reason: Option<Text>,
}

/// A task of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Name in links.
    pub id: Id,
    /// What is to be done.
    pub text: Text,
    /// By whom.
    pub responsible: Vec<Text>,
    /// Ids of the targets it serves.
    pub serves: Vec<Id>,
    /// Where it stands.
    pub sources: Vec<Citation>,
}
