//! The evaluator: one flat tape, run over all years at once.

pub mod op;
pub mod projection;
