//! What has changed the target's value since the plan as it is written: each moved assumption with its part as a bar.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{each, text, when};
use crate::view::Year;
use crate::view::contribution::{Change, ChangePart};

/// The parts of the change; nothing while there is none.
#[component]
pub fn ChangePanel(year: Signal<Option<Year>>) -> impl IntoView {
    let change = use_planner().change(year);
    when(
        move || change.with(|change| !change.parts.is_empty()),
        move || view! { <Parts change /> }.into_any(),
    )
}

#[component]
fn Parts(change: Derived<Change>) -> impl IntoView {
    let hint = move || view! { <p class="hint">{say(Words::change_estimated)}</p> }.into_any();
    view! {
        <section class="change">
            <h3>{say(Words::change_since_written)}</h3>
            <p>{text(move || change.with(|change| change.summary.clone()))}</p>
            <ul>{each(move || change.with(|change| change.parts.clone()), part)}</ul>
            {when(move || change.with(|change| change.is_estimate), hint)}
        </section>
    }
}

fn part(part: ChangePart) -> AnyView {
    let (from, to) = part.bar;
    view! {
        <li class="change-part" class:is-raising=part.raises>
            <span>{part.name}</span>
            <span
                class="change-bar"
                style:--from=from.to_string()
                style:--to=to.to_string()
                aria-hidden="true"
            ></span>
            <strong>{part.amount}</strong>
        </li>
    }
    .into_any()
}
