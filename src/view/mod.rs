//! View models: what a screen shows, as plain data made by pure functions from the engine's results. Wording and
//! rounding happen here; nothing here knows a component, a canvas or the browser.

pub mod assumption;
pub mod chart_line;
pub mod chart_sheet;
pub mod chart_spec;
pub mod citation;
pub mod comparison;
pub mod completion;
pub mod contribution;
pub mod course;
pub mod data;
pub mod detail;
pub mod entry;
pub mod figures;
pub mod findings;
pub mod formula;
pub mod group;
pub mod headline;
pub mod likelihood;
pub mod list;
pub mod measures;
pub mod members;
pub mod methods;
pub mod moved;
pub mod multiples;
pub mod path;
pub mod problem;
pub mod report;
pub mod results;
pub mod row;
pub mod scenario;
pub mod shelf;
pub mod spark;
pub mod status;
pub mod target;
pub mod tornado;
pub mod value_axis;
pub mod why;
pub mod writing;
pub mod year_table;

// What the screen calls things by: the engine's own names, and nothing else of it.
pub use crate::engine::index::{AssumptionIdx, IndicatorIdx, MemberIdx, TargetIdx, Year};
pub use crate::engine::lang::Lang;
pub use crate::engine::plan::{Basis, Kind};
