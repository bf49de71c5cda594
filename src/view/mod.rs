//! View models: what a screen shows, as plain data made by pure functions from the engine's results. Wording and
//! rounding happen here; nothing here knows a component, a canvas or the browser.

pub mod chart_spec;
