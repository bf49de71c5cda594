//! The model: a plan whose names, units and formulas have been resolved, its time axis fixed and its formulas lowered
//! to one tape. Made once per plan; evaluated as often as a slider moves.

mod axis;
mod problem;

pub use axis::Axis;
pub use problem::{ModelProblem, Root};
