//! What moves an assumption: a field, a slider, or a switch.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{changing, flag, kept, press, text};
use crate::ui::widgets::{Glyph, Icon, Nudge, NumberField, Scale, Select, Slider};
use crate::view::assumption::{Level, Range, Spot};
use crate::view::entry::parse;

/// Name of the assumption a spot is of, with the year where one is looked at, and why it cannot be moved.
fn label(spot: Derived<Spot>) -> Signal<String> {
    let planner = use_planner();
    let name = planner.assumption_name(spot.get_untracked().assumption);
    with_lock(spot, move || match spot.get().year {
        Some(year) => name.with(|name| planner.store.words().value_in(name, year)),
        None => name.get(),
    })
}

/// A label, and that what it is of is locked where it is.
pub(super) fn with_lock(
    spot: Derived<Spot>,
    label: impl Fn() -> String + Send + Sync + 'static,
) -> Signal<String> {
    let store = use_planner().store;
    let is_off = off(spot);
    text(move || {
        let label = label();
        if is_off.get() {
            store.words().locked_one(&label)
        } else {
            label
        }
    })
}

/// Whether what a spot is of cannot be moved.
pub(super) fn off(spot: Derived<Spot>) -> Signal<bool> {
    let is_locked = use_planner().is_locked(spot.get_untracked().assumption);
    flag(move || is_locked.get())
}

/// The value as a number that can be typed, and its unit.
#[component]
pub fn Entry(spot: Derived<Spot>, level: Derived<Level>, range: Option<Range>) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let unit = kept(planner.assumption_unit(spot.get_untracked().assumption));
    let take = move |typed: String| {
        let words = store.words_untracked();
        let value = parse(&typed).ok_or_else(|| words.not_a_number().to_owned())?;
        if let Some(range) = range.filter(|range| !range.holds(value)) {
            return Err(words.out_of_range(&range.min.to_string(), &range.max.to_string()));
        }
        planner.set_value(spot.get_untracked(), value);
        Ok(())
    };
    let nudge = move |nudge: Nudge| {
        let value = level.with_untracked(|level| level.value);
        if let Some((range, value)) = range.zip(value) {
            let steps = if nudge == Nudge::Up { 1.0 } else { -1.0 };
            planner.set_value(spot.get_untracked(), range.stepped(value, steps));
        }
    };
    view! {
        <NumberField
            label=label(spot)
            value=text(move || level.with(|level| level.text.clone()))
            placeholder=say(Words::enter_value)
            is_moved=flag(move || level.with(|level| level.is_moved))
            is_off=off(spot)
            on_type=take
            on_nudge=nudge
            on_leave=move |()| store.let_go()
        />
        <span class="unit">{unit}</span>
    }
}

/// The way back to the value of the scenario. Keeps its room while there is nothing to take back.
#[component]
pub fn Reset(spot: Derived<Spot>, level: Derived<Level>) -> impl IntoView {
    let planner = use_planner();
    let index = spot.get_untracked().assumption;
    let name = planner.assumption_name(index);
    let is_locked = off(spot);
    let is_off = flag(move || is_locked.get() || !level.with(|level| level.is_moved));
    let says = text(move || name.with(|name| planner.store.words().reset_one(name)));
    view! {
        <button
            type="button"
            class="reset"
            class:is-away=is_off
            disabled=is_off
            aria-label=says
            title=says
            on:click=press(move || planner.reset(index))
        >
            <Icon glyph=Glyph::Undo />
        </button>
    }
}

/// Holds the value where it stands, or lets it be moved again.
#[component]
pub fn Lock(spot: Derived<Spot>) -> impl IntoView {
    let planner = use_planner();
    let index = spot.get_untracked().assumption;
    let (name, is_locked) = (planner.assumption_name(index), planner.is_locked(index));
    let glyph = move || {
        if is_locked.get() {
            Glyph::Locked
        } else {
            Glyph::Unlocked
        }
    };
    view! {
        <button
            type="button"
            class="reset lock"
            aria-pressed=text(move || is_locked.get().to_string())
            aria-label=text(move || name.with(|name| planner.store.words().lock_one(name)))
            title=say(Words::lock_explained)
            on:click=press(move || planner.toggle_lock(index))
        >
            {changing(move || view! { <Icon glyph=glyph() /> }.into_any())}
        </button>
    }
}

/// The slider.
#[component]
pub fn Handle(spot: Derived<Spot>, level: Derived<Level>, range: Range) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let scale = Scale {
        min: range.min,
        max: range.max,
        step: range.step,
    };
    let mark = move || level.with(|level| level.base.filter(|_| level.is_moved));
    view! {
        <Slider
            label=label(spot)
            scale=scale
            value=Signal::derive(move || level.with(|level| level.value))
            spoken=text(move || level.with(|level| level.spoken.clone()))
            mark=Signal::derive(mark)
            is_off=off(spot)
            on_move=move |value| planner.set_value(spot.get_untracked(), value)
            on_settle=move |()| store.settle()
            on_let_go=move |()| store.let_go()
        />
    }
}

/// A choice between named values.
#[component]
pub fn Switch(
    spot: Derived<Spot>,
    level: Derived<Level>,
    options: Vec<(f64, String)>,
) -> impl IntoView {
    let planner = use_planner();
    let (values, names): (Vec<f64>, Vec<String>) = options.into_iter().unzip();
    let values = StoredValue::new(values);
    let chosen = move || {
        let value = level.with(|level| level.value);
        values.with_value(|values| values.iter().position(|known| Some(*known) == value))
    };
    let choose = move |position: usize| {
        if let Some(value) = values.with_value(|values| values.get(position).copied()) {
            planner.set_value(spot.get_untracked(), value);
            planner.store.let_go();
        }
    };
    view! {
        <Select
            label=label(spot)
            options=names
            chosen=Signal::derive(chosen)
            is_off=off(spot)
            on_choose=choose
        />
    }
}
