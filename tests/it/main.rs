//! The native tests that use the planner from outside, in one program.
#![allow(
    clippy::float_cmp,
    clippy::unwrap_used,
    reason = "a test compares exact results, and an unwrap that fails is a failed test"
)]

mod actions;
mod architecture;
mod attainment;
mod charts;
mod checks;
mod cli;
mod completion;
mod contributions;
mod diagnostics;
mod documents;
mod drafts;
mod evaluation;
mod formulas;
mod grid;
mod history;
mod hostile;
mod methods;
mod models;
mod multiples;
mod observations;
mod opening;
mod patches;
mod paths;
mod plans;
mod projection;
mod properties;
mod reading;
mod recompute;
mod recovery;
mod report;
mod scenarios;
mod schema;
mod storage;
mod tornado;
mod uncertainty;
mod units;
mod vectors;
mod view;
mod why;
