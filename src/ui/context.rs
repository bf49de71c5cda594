//! What every component may ask for: the store, the planner, and words.

use leptos::prelude::*;

use crate::app::planner::Planner;
use crate::app::store::Store;
use crate::text::words::Words;

/// The store, which the application provides.
pub fn use_store() -> Store {
    expect_context()
}

/// The planner, which is provided as soon as a plan is open.
pub fn use_planner() -> Planner {
    expect_context()
}

/// A text of the interface, in the language of the moment.
pub fn say(text: fn(Words) -> &'static str) -> Signal<String> {
    let store = use_store();
    Signal::derive(move || text(store.words()).to_owned())
}

/// The windows that are opened from anywhere.
#[derive(Debug, Clone, Copy, Default)]
pub struct Windows {
    /// Whether the palette is open.
    pub palette: RwSignal<bool>,
    /// Whether the sheet that tells the keys is open.
    pub keys: RwSignal<bool>,
}

/// The windows, which are provided as soon as a plan is open.
pub fn use_windows() -> Windows {
    expect_context()
}
