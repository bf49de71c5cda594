//! The interface: components that show view models and call actions. None reads the engine, storage or the browser
//! itself; what they show comes from `crate::app`, what reaches outside is in `outside`.
//!
//! # The design system
//!
//! **Tokens** are custom properties in `public/style/tokens.css`, each with its light and its dark value; no other file
//! names a colour.
//!
//! | | |
//! |---|---|
//! | ground | `--paper` behind everything, `--panel` for what is read, `--sunken` for what lies deeper |
//! | ink | `--ink`, `--soft` for what explains, `--faint` for what may be overlooked; all of them readable (WCAG AA) |
//! | accent | `--accent` for what is chosen or operated, nothing else |
//! | verdicts | `--attained`, `--near`, `--missed`, `--undetermined` and their `-soft` grounds, through `data-tone`; always with icon and word |
//! | type | `--text-xs` to `--text-display`; figures of one width everywhere |
//! | space | `--space-1` to `--space-6`, `--radius`, `--press` for the least height of what is pressed (more for fingers) |
//!
//! **Layers** order the files: tokens, base, layout, widgets, screens, print. A screen's file styles that screen alone.
//!
//! **Widgets** (`widgets`) know no word of the product and each has its styles in `widgets.css`: badge, chart canvas,
//! choice, dialog, disclosure, file button, icon, number field, select, slider. What a page needs beyond them it makes of
//! plain elements.
//!
//! **Three widths**: a desk (from 78 rem) shows assumptions, list and detail side by side, a tablet stacks the detail
//! below the list, a phone (below 48 rem) shows one pane at a time. Whatever is loaded later finds its room kept.

mod assumptions;
mod commands;
mod context;
mod detail;
mod erased;
mod facts;
mod guide;
mod header;
mod marks;
mod more;
mod notices;
mod outside;
mod pages;
mod part;
mod problems;
mod quotes;
mod refused;
mod shell;
mod targets;
mod why;
mod widgets;

pub use shell::mount;
