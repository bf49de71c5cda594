//! The targets: the counts above, what is looked at, and the list.

mod filters;
mod headline;
mod row;
mod sparkline;

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::view::list::Group;
use filters::Filters;
pub use headline::Headline;
use row::TargetRow;

/// What is looked at, and the list.
#[component]
pub fn Targets() -> impl IntoView {
    let planner = use_planner();
    let has_entries = Memo::new(move |_| planner.list.with(|list| !list.is_empty()));
    view! {
        <section class="targets" id="targets" aria-label=say(Words::targets) tabindex="-1">
            <Filters />
            <Show when=move || has_entries.get() fallback=NothingListed>
                <For each=move || planner.list.get() key=Group::clone let(group)>
                    <TargetGroup group />
                </For>
            </Show>
        </section>
    }
}

#[component]
fn TargetGroup(group: Group) -> impl IntoView {
    let title = group.title.clone();
    view! {
        <section class="target-group">
            {title.map(|title| view! { <h2 class="group-title">{title}</h2> })}
            <ul class="target-list">
                <For each=move || group.targets.clone() key=|target| *target let(target)>
                    <TargetRow target />
                </For>
            </ul>
        </section>
    }
}

/// Says why the list is empty, and offers everything again where a filter is the reason.
#[component]
fn NothingListed() -> impl IntoView {
    let store = use_store();
    let planner = use_planner();
    let is_filtered = Memo::new(move |_| {
        planner
            .criteria
            .with(|criteria| *criteria != criteria.without_filters())
    });
    let show_all = move |_| store.choose_list(|criteria| *criteria = criteria.without_filters());
    view! {
        <div class="empty">
            <Show when=move || is_filtered.get() fallback=|| view! { <p>{say(Words::no_targets)}</p> }>
                <p>{say(Words::no_match)}</p>
                <button type="button" class="button" on:click=show_all>
                    {say(Words::show_all)}
                </button>
            </Show>
        </div>
    }
}
