//! One target in the list.

use leptos::prelude::*;

use crate::text::words::{Side, Words};
use crate::ui::context::use_planner;
use crate::ui::marks;
use crate::ui::widgets::{Badge, Glyph, Icon};
use crate::view::TargetIdx;
use crate::view::row::Row;
use crate::view::status::Status;

use super::sparkline::Sparkline;

/// A row. Pressing it anywhere opens the detail; the button in it is what keyboards and screen readers reach.
#[component]
pub fn TargetRow(target: TargetIdx) -> impl IntoView {
    let planner = use_planner();
    let row = planner.row(target);
    let spark = planner.spark(target);
    let is_open = Memo::new(move |_| planner.selected.get() == Some(target));
    let tone = move || row.with(|row| row.status.map_or("unscored", Status::name));
    view! {
        <li class="target" class:is-open=is_open data-tone=tone>
            <button
                type="button"
                class="target-button"
                aria-current=move || is_open.get().then_some("true")
                on:click=move |_| planner.select(target)
            >
                <span class="target-text">
                    <span class="target-name">{move || row.with(|row| row.name.clone())}</span>
                    <span class="target-requirement">{move || row.with(|row| row.requirement.clone())}</span>
                </span>
                <Sparkline spark />
                <Numbers row />
                <Verdict row />
            </button>
        </li>
    }
}

#[component]
fn Numbers(row: Memo<Row>) -> impl IntoView {
    let side = move || match row.with(|row| row.side) {
        Some(Side::Short) => "missed",
        Some(Side::Over) => "attained",
        Some(Side::Exact) | None => "none",
    };
    view! {
        <span class="target-numbers">
            <span class="target-value">{move || row.with(|row| row.value.clone())}</span>
            <span class="target-margin" data-tone=side>
                {move || row.with(|row| row.margin.clone())}
            </span>
        </span>
    }
}

#[component]
fn Verdict(row: Memo<Row>) -> impl IntoView {
    let store = use_planner().store;
    let status = Memo::new(move |_| row.with(|row| row.status.unwrap_or(Status::Unscored)));
    let part = move || {
        row.with(|row| {
            row.part
                .map(|(part, whole)| Words(store.lang()).part_of(part, whole))
        })
    };
    let caveat = move || {
        row.with(|row| row.caveat).map(|caveat| {
            let glyph: Glyph = marks::of_caveat(caveat);
            let explained = caveat.explained(store.words());
            view! {
                <span class="caveat" title=explained>
                    <Icon glyph />
                    <span class="unseen">{explained}</span>
                </span>
            }
        })
    };
    view! {
        <span class="target-verdict">
            <Badge
                tone=Signal::derive(move || status.get().name())
                glyph=Signal::derive(move || marks::of_status(status.get()))
                word=Signal::derive(move || status.get().word(store.words()).to_owned())
            />
            <span class="target-part">{part}{caveat}</span>
        </span>
    }
}
