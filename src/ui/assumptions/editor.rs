//! What moves an assumption: a field, a slider, or a switch.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::widgets::{Glyph, Icon, Nudge, NumberField, Scale, Select, Slider};
use crate::view::assumption::{Level, Range, Spot};
use crate::view::entry::parse;

/// Name of the assumption a spot is of, with the year where one is looked at.
fn label(spot: Memo<Spot>) -> Signal<String> {
    let planner = use_planner();
    let name = planner.assumption_name(spot.get_untracked().assumption);
    Signal::derive(move || match spot.get().year {
        Some(year) => name.with(|name| planner.store.words().value_in(name, year)),
        None => name.get(),
    })
}

/// The value as a number that can be typed, its unit, and the way back to where it was.
#[component]
pub fn Entry(spot: Memo<Spot>, level: Memo<Level>, range: Option<Range>) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let index = spot.get_untracked().assumption;
    let unit = planner.assumption_unit(index);
    let take = move |text: String| {
        let words = store.words();
        let value = parse(&text).ok_or_else(|| words.not_a_number().to_owned())?;
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
            value=Signal::derive(move || level.with(|level| level.text.clone()))
            placeholder=say(Words::enter_value)
            is_moved=Signal::derive(move || level.with(|level| level.is_moved))
            on_type=take
            on_nudge=nudge
            on_leave=move |()| store.let_go()
        />
        <span class="unit">{unit}</span>
    }
}

/// The way back to the value of the scenario. Keeps its room while there is nothing to take back.
#[component]
pub fn Reset(spot: Memo<Spot>, level: Memo<Level>) -> impl IntoView {
    let planner = use_planner();
    let index = spot.get_untracked().assumption;
    let name = planner.assumption_name(index);
    let is_moved = move || level.with(|level| level.is_moved);
    let says = move || name.with(|name| planner.store.words().reset_one(name));
    view! {
        <button
            type="button"
            class="reset"
            class:is-away=move || !is_moved()
            disabled=move || !is_moved()
            aria-label=says
            title=says
            on:click=move |_| planner.reset(index)
        >
            <Icon glyph=Glyph::Undo />
        </button>
    }
}

/// The slider.
#[component]
pub fn Handle(spot: Memo<Spot>, level: Memo<Level>, range: Range) -> impl IntoView {
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
            spoken=Signal::derive(move || level.with(|level| level.spoken.clone()))
            mark=Signal::derive(mark)
            on_move=move |value| planner.set_value(spot.get_untracked(), value)
            on_settle=move |()| store.settle()
            on_let_go=move |()| store.let_go()
        />
    }
}

/// A choice between named values.
#[component]
pub fn Switch(spot: Memo<Spot>, level: Memo<Level>, options: Vec<(f64, String)>) -> impl IntoView {
    let planner = use_planner();
    let (values, names): (Vec<f64>, Vec<String>) = options.into_iter().unzip();
    let chosen = {
        let values = values.clone();
        move || level.with(|level| values.iter().position(|value| Some(*value) == level.value))
    };
    let choose = move |position: usize| {
        if let Some(value) = values.get(position) {
            planner.set_value(spot.get_untracked(), *value);
            planner.store.let_go();
        }
    };
    view! {
        <Select label=label(spot) options=names chosen=Signal::derive(chosen) on_choose=choose />
        <Reset spot level />
    }
}
