//! JSON with places: plan text → tree in which every value knows where it was written.
//!
//! First step of reading a plan. The text stays the source of truth: nothing here rewrites it, changes are [`Patch`]es
//! to it. Strict: what other JSON readers refuse is refused here too. Knows nothing of plans.

mod cursor;
mod document;
mod lexical;
mod parse;
mod patch;
mod path;
mod problem;
mod recover;
mod tree;

pub use cursor::{Caret, Role, Sketch, Written};
pub use document::{Document, Place};
pub use lexical::{MAX_BYTES, MAX_DEPTH};
pub use patch::Patch;
pub use path::{Path, Step};
pub use problem::JsonProblem;
pub use tree::{Entry, JsonKind, Node, Value};
