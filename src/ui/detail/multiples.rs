//! The members a target is about, each as a small chart over the same range of values.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{keyed, text, when};
use crate::ui::targets::{Sparkline, StatusBadge};
use crate::ui::widgets::Disclosure;
use crate::view::multiples::Small;
use crate::view::status::Status;

/// The small charts, on demand, where the target is about members.
#[component]
pub fn Multiples() -> impl IntoView {
    let has_multiples = use_planner().has_multiples();
    when(
        move || has_multiples.get(),
        || view! { <Disclosure summary=say(Words::members)>{charts()}</Disclosure> }.into_any(),
    )
}

fn charts() -> AnyView {
    let multiples = use_planner().multiples();
    let count =
        Derived::new(move || multiples.with(|all| (0..all.len() as u32).collect::<Vec<u32>>()));
    let chart = move |at: u32| view! { <Chart multiples at=at as usize /> }.into_any();
    view! { <ul class="multiples">{keyed(count, chart)}</ul> }.into_any()
}

#[component]
fn Chart(multiples: Derived<Vec<Small>>, at: usize) -> impl IntoView {
    let small =
        Derived::new(move || multiples.with(|all| all.get(at).cloned().unwrap_or_default()))
            .settled();
    let spark = Derived::new(move || small.with(|small| small.spark.clone()));
    let status = Derived::new(move || small.with(|small| small.status.unwrap_or(Status::Unscored)));
    view! {
        <li>
            <span class="multiple-name">{text(move || small.with(|small| small.name.clone()))}</span>
            <Sparkline spark />
            <span class="multiple-value">{text(move || small.with(|small| small.value.clone()))}</span>
            <StatusBadge status />
        </li>
    }
}
