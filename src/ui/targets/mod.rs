//! The targets: the counts above, what is looked at, and the list.

mod filters;
mod headline;
mod row;
mod sparkline;

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::erased::{either, keyed, press, text, when};
use crate::ui::more::{More, Steps};
use crate::view::TargetIdx;
use crate::view::group::Group;
use filters::Filters;
pub use headline::Headline;
pub use row::StatusBadge;
use row::TargetRow;
pub use sparkline::Sparkline;

/// What is looked at, and the list.
#[component]
pub fn Targets() -> impl IntoView {
    let (steps, list) = Steps::of(use_planner().list);
    let positions = Derived::new(move || list.with(|list| (0..list.len() as u32).collect()));
    let group = move |position| view! { <TargetGroup list position /> }.into_any();
    view! {
        <section class="targets" id="targets" aria-label=say(Words::targets) tabindex="-1">
            <Filters />
            {either(
                move || list.with(|list| !list.is_empty()),
                move || keyed(positions, group),
                || view! { <NothingListed /> }.into_any(),
            )}
            <More steps />
        </section>
    }
}

/// Targets under one heading.
#[component]
fn TargetGroup(list: Derived<Vec<Group<TargetIdx>>>, position: u32) -> impl IntoView {
    let position = position as usize;
    let title = Derived::new(move || {
        let title = list.with(|list| list.get(position).and_then(|group| group.title.clone()));
        title.unwrap_or_default()
    });
    let targets = Derived::new(move || {
        list.with(|list| {
            let targets = list.get(position).map(|group| group.items.as_slice());
            targets
                .unwrap_or_default()
                .iter()
                .map(|target| target.0)
                .collect()
        })
    });
    let row = |target| view! { <TargetRow target=TargetIdx(target) /> }.into_any();
    view! {
        <section class="target-group">
            {when(
                move || title.with(|title| !title.is_empty()),
                move || view! { <h2 class="group-title">{text(move || title.get())}</h2> }.into_any(),
            )}
            <ul class="target-list">{keyed(targets, row)}</ul>
        </section>
    }
}

/// Says why the list is empty, and offers everything again where a filter is the reason.
#[component]
fn NothingListed() -> impl IntoView {
    let store = use_store();
    let criteria = use_planner().criteria;
    let is_filtered = move || criteria.with(|criteria| *criteria != criteria.without_filters());
    let show_all = move || store.choose_list(|criteria| *criteria = criteria.without_filters());
    let no_match = move || {
        view! {
            <p>{say(Words::no_match)}</p>
            <button type="button" class="button" on:click=press(show_all)>
                {say(Words::show_all)}
            </button>
        }
        .into_any()
    };
    let no_targets = || view! { <p>{say(Words::no_targets)}</p> }.into_any();
    view! { <div class="empty">{either(is_filtered, no_match, no_targets)}</div> }
}
