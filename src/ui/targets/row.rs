//! One target in the list.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::{Side, Words};
use crate::ui::context::use_planner;
use crate::ui::erased::{changing, flag, name, press, text};
use crate::ui::marks;
use crate::ui::outside;
use crate::ui::widgets::{Badge, Icon};
use crate::view::TargetIdx;
use crate::view::row::{Caveat, Row};
use crate::view::status::Status;

use super::sparkline::Sparkline;

/// A row. Pressing it anywhere opens the detail. Far out of sight it does not follow a slider before that is let go of.
#[component]
pub fn TargetRow(target: TargetIdx) -> impl IntoView {
    let planner = use_planner();
    let is_far = RwSignal::new(false);
    let follows = move || !is_far.get() || !planner.store.is_moving();
    let row = planner.row(target).settled_while(follows);
    let spark = planner.spark(target).settled_while(follows);
    let is_open = move || planner.selected.get() == Some(target);
    let of_row = move |read: fn(&Row) -> &str| text(move || row.with(|row| read(row).to_owned()));
    let side = name(move || match row.with(|row| row.side) {
        Some(Side::Short) => "missed",
        Some(Side::Over) => "attained",
        Some(Side::Exact) | None => "none",
    });
    view! {
        <li
            class="target"
            class:is-open=flag(is_open)
            on:contentvisibilityautostatechange=move |event: Event| {
                is_far.set(outside::is_skipped(&event));
            }
        >
            <button
                type="button"
                class="target-button"
                aria-current=text(move || is_open().to_string())
                on:click=press(move || planner.select(target))
            >
                <span class="target-text">
                    <span class="target-name">{of_row(|row| &row.name)}</span>
                    <span class="target-requirement">{of_row(|row| &row.requirement)}</span>
                </span>
                <Sparkline spark />
                <span class="target-numbers">
                    <span class="target-value">{of_row(|row| &row.value)}</span>
                    <span class="target-margin" data-tone=side>
                        {of_row(|row| &row.margin)}
                    </span>
                </span>
                <Verdict row />
            </button>
        </li>
    }
}

#[component]
fn Verdict(row: Derived<Row>) -> impl IntoView {
    let store = use_planner().store;
    let status = Derived::new(move || row.with(|row| row.status.unwrap_or(Status::Unscored)));
    let part = text(move || {
        let part = row.with(|row| row.part);
        part.map(|(part, whole)| store.words().part_of(part, whole))
            .unwrap_or_default()
    });
    let caveat = Derived::new(move || row.with(|row| row.caveat));
    let mark = move || {
        caveat
            .get()
            .map_or_else(|| ().into_any(), |caveat| mark(caveat, store.words()))
    };
    view! {
        <span class="target-verdict">
            <StatusBadge status />
            <span class="target-part">{part} {changing(mark)}</span>
        </span>
    }
}

fn mark(caveat: Caveat, words: Words) -> AnyView {
    let explained = caveat.explained(words);
    view! {
        <span class="caveat" title=explained>
            <Icon glyph=marks::of_caveat(caveat) />
            <span class="unseen">{explained}</span>
        </span>
    }
    .into_any()
}

/// A status as a badge.
fn badge(status: Status, words: Words) -> AnyView {
    view! {
        <Badge
            tone=status.name()
            glyph=marks::of_status(status)
            word=status.word(words)
        />
    }
    .into_any()
}

/// A status as a badge that follows it.
#[component]
pub fn StatusBadge(status: Derived<Status>) -> impl IntoView {
    let store = use_planner().store;
    changing(move || badge(status.get(), store.words()))
}
