//! Rules between the fields of one object.

/// Which fields of an object may, must or need not stand together. Rules are read in order: what an earlier one has
/// excluded counts as absent for the later ones.
#[derive(Debug, PartialEq)]
pub enum Rule {
    /// At least one of these.
    Some(&'static [&'static str]),
    /// At most one of these. Where several stand, the first of this list counts.
    OneAtMost(&'static [&'static str]),
    /// The first cannot be without one of the others.
    Needs(&'static str, &'static [&'static str]),
    /// The first does nothing without the second.
    Idle(&'static str, &'static str),
    /// Where the first stands, none of the others may.
    Excludes(&'static str, &'static [&'static str]),
}
