//! The left of the screen: scenarios, and the assumptions a user may move.

mod editor;
mod grounds;
mod row;
mod scenarios;

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::widgets::{Glyph, Icon};
use crate::view::assumption::Group;
use row::AssumptionRow;
use scenarios::{Keep, Scenarios};

/// Scenarios, the count of what is moved, and the assumptions under their headings.
#[component]
pub fn Assumptions() -> impl IntoView {
    let planner = use_planner();
    let groups = planner.assumption_groups();
    view! {
        <section class="assumptions" aria-label=say(Words::assumptions)>
            <div class="assumptions-head">
                <Scenarios />
                <Moved />
            </div>
            <Show
                when=move || groups.with(|groups| !groups.is_empty())
                fallback=|| view! { <p class="empty">{say(Words::no_assumptions)}</p> }
            >
                <For each=move || groups.get() key=Group::clone let(group)>
                    <AssumptionGroup group />
                </For>
            </Show>
        </section>
    }
}

/// Assumptions under one heading, which folds them away.
#[component]
fn AssumptionGroup(group: Group) -> impl IntoView {
    let other = say(Words::other_assumptions);
    let title = move || group.title.clone().unwrap_or_else(|| other.get());
    let is_open = RwSignal::new(true);
    let indices = StoredValue::new(group.assumptions);
    view! {
        <section class="assumption-group">
            <h2>
                <button
                    type="button"
                    class="group-title disclosure-button"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    {title}
                    <Icon glyph=Glyph::Down />
                </button>
            </h2>
            <Show when=move || is_open.get()>
                <ul>
                    <For each=move || indices.get_value() key=|index| *index let(index)>
                        <AssumptionRow index />
                    </For>
                </ul>
            </Show>
        </section>
    }
}

/// How many assumptions are moved, and the way back. Keeps its room while there is nothing to say.
#[component]
fn Moved() -> impl IntoView {
    let store = use_store();
    let moved = use_planner().moved();
    let text = move || match moved.get() {
        0 => store.words().nothing_moved().to_owned(),
        count => store.words().moved(count),
    };
    view! {
        <div class="moved">
            <span>{text}</span>
            <Keep moved />
            <button
                type="button"
                class="button is-link"
                disabled=move || moved.get() == 0
                on:click=move |_| store.reset_all()
            >
                {say(Words::reset_all)}
            </button>
        </div>
    }
}
