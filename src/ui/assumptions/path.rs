//! The values of an assumption year by year, drawn: every stated year is a point that is dragged up and down, every other
//! one a place where a point can be added.

use leptos::html;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::number::{number, with_unit};
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{effect, either, flag, kept, keyed, left, press, text};
use crate::view::Year;
use crate::view::assumption::{Range, Shift, Spot};
use crate::view::path::{Drawn, SIZE, Stop};

use super::editor::{off, with_lock};

/// What the drawing is given.
#[derive(Clone, Copy)]
pub struct PathOf {
    /// The assumption and the year looked at.
    pub spot: Derived<Spot>,
    /// What it is set to.
    pub shift: Derived<Shift>,
    /// The years it is stated for.
    pub years: Derived<Vec<Year>>,
    /// The ends of the drawing.
    pub range: Range,
    /// The year that is looked at.
    pub chosen_year: RwSignal<Option<Year>>,
}

/// The drawing, and the way to take the year looked at out of the path.
#[component]
pub fn PathChart(of: PathOf) -> impl IntoView {
    let planner = use_planner();
    let index = of.spot.get_untracked().assumption;
    let drawn = planner.path(index, of.shift, of.range);
    let unit = kept(planner.assumption_unit(index));
    let years = Derived::new(move || {
        drawn.with(|drawn| drawn.stops.iter().map(|stop| stop.year as u32).collect())
    });
    let line =
        move |read: fn(&Drawn) -> &str| text(move || drawn.with(|drawn| read(drawn).to_owned()));
    let end = move |value: f64| move || with_unit(&number(value), &unit.get());
    let added = RwSignal::new(None);
    view! {
        <div class="path">
            <div class="path-ends" aria-hidden="true">
                <span>{text(end(of.range.max))}</span>
                <span>{text(end(of.range.min))}</span>
            </div>
            <div class="path-field">
                <svg viewBox=format!("0 0 {SIZE} {SIZE}") preserveAspectRatio="none" aria-hidden="true">
                    <polyline class="path-ghost" points=line(|drawn| &drawn.ghost) />
                    <polyline class="path-line" points=line(|drawn| &drawn.line) />
                </svg>
                {keyed(years, move |year| view! { <Place of drawn added year=year as Year /> }.into_any())}
            </div>
        </div>
        <Removal of />
    }
}

/// One year: a point where it is stated, else the way to add one.
#[component]
fn Place(
    of: PathOf,
    drawn: Derived<Drawn>,
    added: RwSignal<Option<Year>>,
    year: Year,
) -> impl IntoView {
    let stop = Derived::new(move || {
        let found = drawn.with(|drawn| drawn.stops.iter().find(|stop| stop.year == year).cloned());
        found.unwrap_or_else(|| Stop::none(year))
    });
    let share = move |read: fn(&Stop) -> f64| text(move || stop.with(read).to_string());
    view! {
        <div class="path-stop" style:--x=share(|stop| stop.x) style:--y=share(|stop| stop.y)>
            {either(
                move || stop.with(|stop| stop.is_stated),
                move || view! { <Point of stop added year /> }.into_any(),
                move || view! { <Addition of added year /> }.into_any(),
            )}
            <span class="path-year" class:is-on=flag(move || of.spot.get().year == Some(year)) aria-hidden="true">
                {year}
            </span>
        </div>
    }
}

/// A value that is dragged up and down, or moved by the arrow keys.
#[component]
fn Point(
    of: PathOf,
    stop: Derived<Stop>,
    added: RwSignal<Option<Year>>,
    year: Year,
) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let Range { min, max, step } = of.range;
    let name = planner.assumption_name(of.spot.get_untracked().assumption);
    let label = with_lock(of.spot, move || {
        name.with(|name| store.words().point_of_path(name, year))
    });
    let moved = move |event| {
        if let Ok(value) = event_target_value(&event).parse() {
            let spot = Spot {
                year: Some(year),
                ..of.spot.get_untracked()
            };
            planner.set_value(spot, value);
        }
    };
    let node = NodeRef::<html::Input>::new();
    if added.get_untracked() == Some(year) {
        added.set(None);
        // It stands where the button was that had the focus.
        effect(move || {
            if let Some(input) = node.get() {
                let _ = input.focus();
            }
        });
    }
    view! {
        <input
            node_ref=node
            type="range"
            class="path-point"
            aria-orientation="vertical"
            aria-label=label
            disabled=off(of.spot)
            aria-valuetext=text(move || stop.with(|stop| stop.spoken.clone()))
            min=min.to_string()
            max=max.to_string()
            step=step.to_string()
            prop:value=text(move || stop.with(|stop| stop.value).to_string())
            on:focus=move |_| of.chosen_year.set(Some(year))
            on:input=moved
            on:change=move |_| store.settle()
            on:pointerup=move |_| store.let_go()
            on:blur=left(move || store.let_go())
        />
    }
}

/// Adds a point where the path passes by.
#[component]
fn Addition(of: PathOf, added: RwSignal<Option<Year>>, year: Year) -> impl IntoView {
    let planner = use_planner();
    let add = move || {
        let mut years = of.years.get_untracked();
        let place = years.partition_point(|known| *known < year);
        years.insert(place, year);
        added.set(Some(year));
        planner.set_years(of.spot.get_untracked(), &years);
        of.chosen_year.set(Some(year));
    };
    let name = planner.assumption_name(of.spot.get_untracked().assumption);
    let says = with_lock(of.spot, move || {
        name.with(|name| planner.store.words().add_year(name, year))
    });
    view! {
        <button
            type="button"
            class="path-add"
            disabled=off(of.spot)
            aria-label=says
            title=says
            on:click=press(add)
        ></button>
    }
}

/// Takes the year looked at out of the path; two remain.
#[component]
fn Removal(of: PathOf) -> impl IntoView {
    let planner = use_planner();
    let year = move || of.spot.get().year;
    let remove = move || {
        let mut years = of.years.get_untracked();
        let gone = of.spot.get_untracked().year;
        years.retain(|year| Some(*year) != gone);
        planner.set_years(of.spot.get_untracked(), &years);
    };
    let name = planner.assumption_name(of.spot.get_untracked().assumption);
    let is_off = off(of.spot);
    let words = move || planner.store.words();
    let label = move || name.with(|name| words().remove_year(name, year().unwrap_or_default()));
    view! {
        <p class="path-hint">
            <span>{say(Words::path_help)}</span>
            <button
                type="button"
                class="button is-link"
                disabled=flag(move || is_off.get() || of.years.with(Vec::len) <= 2)
                aria-label=text(label)
                on:click=press(remove)
            >
                {text(move || words().remove_this_year(year().unwrap_or_default()))}
            </button>
        </p>
    }
}
