//! The end of a list that is too long to be made at once.

use leptos::html;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::view::group::{self, Group};

use super::context::use_store;
use super::erased::{press, text, when};

/// Rows that are made at once: more than a plan usually has, and few enough to be there in no time.
const STEP: usize = 100;

/// How many of so many rows are made where `made` are asked for: no fewer than a step are left for later.
fn shown(count: usize, made: usize) -> usize {
    if count < made + STEP { count } else { made }
}

/// A list as far as it is made.
#[derive(Clone, Copy)]
pub struct Steps {
    count: Derived<usize>,
    made: RwSignal<usize>,
}

impl Steps {
    /// A list of which the first step is made, and what of it is.
    pub fn of<T>(all: Derived<Vec<Group<T>>>) -> (Self, Derived<Vec<Group<T>>>)
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        let count = Derived::new(move || all.with(|all| group::count(all)));
        let made = RwSignal::new(STEP);
        let begun = move || all.with(|all| group::first(all, shown(count.get(), made.get())));
        (Self { count, made }, Derived::new(begun))
    }

    /// Makes all before a row, and it.
    pub fn reach(self, row: usize) {
        let needed = (row + 1).next_multiple_of(STEP);
        if self.made.get_untracked() < needed {
            self.made.set(needed);
        }
    }
}

/// Says how many rows are left, and makes some of them. When none is left, what had the focus is gone: the end of the list
/// takes it.
#[component]
pub fn More(steps: Steps) -> impl IntoView {
    let store = use_store();
    let Steps { count, made } = steps;
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
