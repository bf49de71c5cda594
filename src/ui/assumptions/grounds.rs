//! What an assumption rests on, and whether it has one value or one by year: shown below it on demand.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{flag, press, text};
use crate::ui::facts::facts;
use crate::ui::quotes::quotes;
use crate::ui::why::Trail;
use crate::view::Year;
use crate::view::assumption::{Level, Spot};

/// Basis, derivation, range, quotes, years.
#[component]
pub fn GroundsPanel(
    spot: Derived<Spot>,
    level: Derived<Level>,
    years: Derived<Vec<Year>>,
) -> impl IntoView {
    let planner = use_planner();
    let index = spot.get_untracked().assumption;
    let grounds = planner.grounds(index);
    let quoted = planner.assumption_quotes(index);
    let explained = text(move || {
        let words = planner.store.words();
        let basis = grounds.with(|grounds| grounds.as_ref().map(|grounds| grounds.basis));
        basis
            .map(|basis| words.basis_explained(basis))
            .unwrap_or_default()
            .to_owned()
    });
    view! {
        <div class="grounds">
            <p>{explained}</p>
            {facts(move || grounds.get().map(|grounds| grounds.facts).unwrap_or_default())}
            {quotes(move || quoted.get())}
            <ByYear spot years />
            <Whence spot level />
        </div>
    }
}

/// Leads to how the value came about.
#[component]
fn Whence(spot: Derived<Spot>, level: Derived<Level>) -> impl IntoView {
    let planner = use_planner();
    let trail: Trail = expect_context();
    let asked = planner.asked_assumption(spot, level);
    let label = text(move || asked.with(|asked| asked.label.clone()));
    view! {
        <p>
            <button
                type="button"
                class="button is-link"
                aria-haspopup="dialog"
                aria-label=label
                on:click=press(move || trail.begin(asked.with_untracked(|asked| asked.question)))
            >
                {say(Words::how_it_comes)}
            </button>
        </p>
    }
}

/// Turns one value into values by year, and back.
#[component]
fn ByYear(spot: Derived<Spot>, years: Derived<Vec<Year>>) -> impl IntoView {
    let planner = use_planner();
    let is_locked = planner.is_locked(spot.get_untracked().assumption);
    let set = move |years: &[Year]| planner.set_years(spot.get_untracked(), years);
    let every_year = move || {
        let period = planner
            .opened
            .with_untracked(|opened| opened.model.period());
        set(&(period.start..=period.end).collect::<Vec<_>>());
    };
    view! {
        <p class="by-year">
            <button
                type="button"
                class="button is-link"
                disabled=flag(move || is_locked.get())
                on:click=press(every_year)
            >
                {say(Words::by_year)}
            </button>
            <button
                type="button"
                class="button is-link"
                disabled=flag(move || is_locked.get() || years.with(Vec::is_empty))
                on:click=press(move || set(&[]))
            >
                {say(Words::one_value)}
            </button>
        </p>
    }
}
