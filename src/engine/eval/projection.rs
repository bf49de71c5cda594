//! A projection: the values of every indicator in every year under one set of inputs, with what is unknown and why.

use crate::engine::model::Root;

/// One value of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// It has happened.
    Observed(f64),
    /// Interpolated between observations.
    Interpolated(f64),
    /// Computed.
    Projected(f64),
    /// Unknown, with the roots of it.
    Unknown(&'a [Root]),
    /// The series does not apply to this member.
    NotApplicable,
}

impl Cell<'_> {
    /// Its number, if there is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Observed(x) | Self::Interpolated(x) | Self::Projected(x) => Some(x),
            Self::Unknown(_) | Self::NotApplicable => None,
        }
    }
}
