//! Uncertainty: how likely a target is attained when assumptions are drawn from what the plan says of them.
//!
//! ```text
//! Plan ── draws ──▶ a column of draws per uncertain assumption, from a seed
//! columns + Evaluator ── forecast (one batch) ──▶ how many draws attain the target, and the spread of its quantity
//! ```
//!
//! Assumptions are drawn once for all years of a draw, independently of each other where the plan states no correlation
//! (methodology 4). What cannot be decided in a draw counts neither as attained nor as missed.

mod beta;
mod chance;
mod distribution;
mod draws;
mod forecast;
mod normal;
mod spread;

pub use chance::Chance;
pub use distribution::quantiles;
pub use draws::{COUNT, Column, Draws, SEED, latin, uncertain};
pub use forecast::{Forecast, forecast, series};
pub use spread::{SHARES, Spread, percentiles};
