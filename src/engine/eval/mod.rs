//! The evaluator: the graph as one flat schedule, run over all years at once.
//!
//! ```text
//! Graph ── order ──▶ components ── knowledge ──▶ what can be known ── schedule ──▶ steps over rows
//! steps + Inputs ── evaluator (kernels over the store) ──▶ Projection
//! ```
//!
//! A changed assumption runs only its forward slice: the steps it reaches. Nothing is allocated, parsed or hashed
//! there, and every schedule runs the same kernels, so that single, incremental and full evaluation agree to the bit.

mod batch;
mod bounds;
mod columns;
mod evaluator;
mod interval;
mod kernel;
pub mod knowledge;
pub mod op;
pub mod order;
mod probe;
mod projection;
mod run;
pub mod schedule;
mod store;
mod tree;
mod varied;

pub use batch::{Across, Batch, BatchYear};
pub use bounds::Bounds;
pub use evaluator::{Evaluator, Work};
pub use interval::Interval;
pub use probe::Probe;
pub use projection::{Cell, Projection};
pub use varied::{Lanes, Varied};
