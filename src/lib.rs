//! Attain 达标: will this plan reach its targets, and what would it take?
//!
//! A development plan is one JSON document. The crate turns it into verdicts, in one direction:
//!
//! ```text
//! plan text ── engine::json ──▶ spanned tree
//!           ── engine::plan ──▶ Plan            the document, typed, still untrusted   ┐ every problem
//!           ── engine::model ─▶ Model           names and units resolved, one tape     ┘ is a Diagnostic
//! Model + Inputs ── engine::eval ──▶ Projection every indicator, every year
//!                ── engine::attain ▶ Outcome    one per target and milestone
//! Outcome ── view ──▶ view models ── ui, charts ──▶ screen
//! user action ── app ──▶ Session ──▶ the same derivation again
//! ```
//!
//! The program of the same name (`src/main.rs`) mounts the page in a browser; on every other target it is a command
//! line (`src/cli`) that takes the same way from text to outcomes and prints them.
//!
//! Nothing points back: the engine never sees the session, a component never calls the engine, drawing never
//! decides what to draw. `tests/it/architecture.rs` holds the folders to it.
#![cfg_attr(
    test,
    allow(
        clippy::float_cmp,
        clippy::unwrap_used,
        reason = "a test compares exact results, and an unwrap that fails is a failed test"
    )
)]

pub mod app;
pub mod browser;
pub mod charts;
pub mod engine;
pub mod storage;
pub mod text;
pub mod ui;
pub mod view;
