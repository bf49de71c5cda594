//! The engine: from plan text to verdicts. Pure: no browser, no storage, no clock, no entropy, no globals.

pub mod attain;
pub mod check;
pub mod contributions;
pub mod correlation;
pub mod diagnostic;
pub mod eval;
pub mod fold;
pub mod formula;
pub mod index;
pub mod inputs;
pub mod json;
pub mod lang;
pub mod model;
pub mod number;
pub mod plan;
pub mod random;
pub mod sort;
pub mod suggest;
pub mod tornado;
pub mod uncertainty;
pub mod unit;
pub mod written;
