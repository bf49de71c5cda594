//! Formulas: text → tokens → tree → typed tree. What comes out names series, states every unit conversion, and needs
//! only arithmetic from there on.
//!
//! ```text
//! text ── token ── parse ──▶ Expr      as written; syntax problems           parse()
//! Expr + Names ── check ──▶ Typed      names resolved, units checked         check()
//! Typed ── engine::model ──▶ tape
//! ```
//!
//! The tables in `builtins` and `operators` are the only lists of functions and operators; the parser, the checker,
//! the printer, documentation and completion read them. Evaluation is not done here.

pub mod builtins;
pub mod check;
mod constant;
mod expr;
mod names;
pub mod operators;
mod parse;
mod print;
mod problem;
mod token;
pub mod typed;

pub use check::{Checked, Context, Want, check};
pub use constant::constant;
pub use expr::{Expr, ExprKind, Given};
pub use names::{Named, NamedSet, NamedTable, Names};
pub use parse::{DEEPEST, LONGEST, parse};
pub use problem::{Called, Expected, FormulaProblem};
pub use token::is_name;
