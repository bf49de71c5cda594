//! The left of the screen: scenarios, and the assumptions a user may move.

mod editor;
mod grounds;
mod path;
mod row;
mod scenarios;

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::erased::{either, flag, keyed, press, text, when};
use crate::ui::widgets::{Glyph, Icon};
use crate::view::AssumptionIdx;
use crate::view::group::Group;
use row::AssumptionRow;
use scenarios::{Keep, Scenarios};

/// Scenarios, the count of what is moved, and the assumptions under their headings.
#[component]
pub fn Assumptions() -> impl IntoView {
    let groups = use_planner().assumption_groups();
    let count = Derived::new(move || groups.with(|groups| (0..groups.len() as u32).collect()));
    view! {
        <section class="assumptions" aria-label=say(Words::assumptions)>
            <div class="assumptions-head">
                <Scenarios />
                <Moved />
            </div>
            {either(
                move || groups.with(|groups| !groups.is_empty()),
                move || keyed(count, move |position| view! { <AssumptionGroup groups position /> }.into_any()),
                || view! { <p class="empty">{say(Words::no_assumptions)}</p> }.into_any(),
            )}
        </section>
    }
}

/// Assumptions under one heading, which folds them away.
#[component]
fn AssumptionGroup(groups: Derived<Vec<Group<AssumptionIdx>>>, position: u32) -> impl IntoView {
    let store = use_store();
    let of_group = move |read: fn(&Group<AssumptionIdx>) -> Option<String>| {
        groups.with(|groups| groups.get(position as usize).and_then(read))
    };
    let title = text(move || {
        of_group(|group| group.title.clone())
            .unwrap_or_else(|| store.words().other_assumptions().to_owned())
    });
    let indices = Derived::new(move || {
        groups.with(|groups| {
            let group = groups.get(position as usize);
            let assumptions = group
                .map(|group| group.items.as_slice())
                .unwrap_or_default();
            assumptions.iter().map(|index| index.0).collect()
        })
    });
    let is_open = RwSignal::new(true);
    let row = |index| view! { <AssumptionRow index=AssumptionIdx(index) /> }.into_any();
    view! {
        <section class="assumption-group">
            <h2>
                <button
                    type="button"
                    class="group-title disclosure-button"
                    aria-expanded=text(move || is_open.get().to_string())
                    on:click=press(move || is_open.update(|open| *open = !*open))
                >
                    {title}
                    <Icon glyph=Glyph::Down />
                </button>
            </h2>
            {when(move || is_open.get(), move || view! { <ul>{keyed(indices, row)}</ul> }.into_any())}
        </section>
    }
}

/// How many assumptions are moved, and the ways on and back. Keeps its room while there is nothing to say.
#[component]
fn Moved() -> impl IntoView {
    let store = use_store();
    let moved = use_planner().moved();
    let says = text(move || match moved.get() {
        0 => store.words().nothing_moved().to_owned(),
        count => store.words().moved(count),
    });
    view! {
        <div class="moved">
            <span>{says}</span>
            <Keep moved />
            <button
                type="button"
                class="button is-link"
                disabled=flag(move || moved.get() == 0)
                on:click=press(move || store.reset_all())
            >
                {say(Words::reset_all)}
            </button>
        </div>
    }
}
