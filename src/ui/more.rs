//! The end of a list that is too long to be made at once.

use leptos::html;
use leptos::prelude::*;

use super::context::use_store;
use super::erased::{press, text, when};

/// Rows that are made at once: more than a plan usually has, and few enough to be there in no time.
pub const STEP: usize = 100;

/// How many of so many rows are made where `made` are asked for: no fewer than a step are left for later.
pub fn shown(count: usize, made: usize) -> usize {
    if count < made + STEP { count } else { made }
}

/// Says how many rows are left, and makes some of them. When none is left, what had the focus is gone: the end of the list
/// takes it.
#[component]
pub fn More(
    /// How many there are in all.
    #[prop(into)]
    count: Signal<usize>,
    /// How many are asked for.
    made: RwSignal<usize>,
) -> impl IntoView {
    let store = use_store();
    let end = NodeRef::<html::P>::new();
    let left = move || count.get() - shown(count.get(), made.get());
    let next = move || shown(count.get(), made.get() + STEP) - shown(count.get(), made.get());
    let make = move || {
        made.update(|made| *made += STEP);
        if let Some(end) = end.get_untracked().filter(|_| untrack(left) == 0) {
            // Fails only for what is not on the page.
            drop(end.focus());
        }
    };
    let button = move || {
        view! {
            <button type="button" class="button" on:click=press(make)>
                {text(move || store.words().make_more(next(), left()))}
            </button>
        }
        .into_any()
    };
    view! { <p class="more" tabindex="-1" node_ref=end>{when(move || left() > 0, button)}</p> }
}
