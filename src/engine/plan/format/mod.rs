//! The format of a plan file, as data: every object, its fields, and what may stand in them.
//!
//! One description serves all: the reader checks documents against it, so nothing is read that does not stand here;
//! messages take their help from it; the JSON Schema for editors is written from it.
//! Rules that concern values or several items are code, in `read`.

mod fields;
mod rule;
mod schema;
mod shape;

pub use fields::{BY_LANGUAGE, DOCUMENT, ENDS, LOOKUP_TABLE, OBSERVED, UNCERTAINTY};
pub use rule::Rule;
pub use schema::schema;
pub use shape::{Choice, Field, ObjectShape, Shape};

use std::ops::RangeInclusive;

use super::super::index::Year;

/// The format this program writes, and the newest it reads.
pub const NEWEST: u32 = 1;
/// Years a plan may speak of.
pub const YEARS: RangeInclusive<Year> = 1900..=2200;
/// Keys beginning with this are the author's own and never looked at.
pub const FREE_PREFIX: &str = "x-";
/// The keys of the comparisons, of which a quantity has exactly one.
pub const COMPARISONS: &[&str] = &[
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "between",
    "about",
];
/// The keys of the years something is tested in, of which it has at most one.
pub const YEAR_WORDS: &[&str] = &["in", "every", "by"];
/// What a target can promise, of which it does exactly one.
pub const SUBJECTS: &[&str] = &["of", "event", "statement"];
/// The kinds of distribution, of which an uncertainty is exactly one.
pub const DISTRIBUTIONS: &[&str] = &["pert", "triangular", "normal", "lognormal", "uniform"];
