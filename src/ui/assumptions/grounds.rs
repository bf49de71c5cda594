//! What an assumption rests on, and whether it has one value or one by year: shown below it on demand.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::quotes::Quotes;
use crate::view::assumption::Spot;
use crate::view::{AssumptionIdx, Year};

/// Basis, derivation, range, quotes, years.
#[component]
pub fn GroundsPanel(
    index: AssumptionIdx,
    spot: Memo<Spot>,
    years: Memo<Vec<Year>>,
) -> impl IntoView {
    let planner = use_planner();
    let grounds = planner.grounds(index);
    let quotes = planner.assumption_quotes(index);
    let explained = move || {
        let words = planner.store.words();
        grounds.with(|grounds| {
            grounds
                .as_ref()
                .map(|grounds| words.basis_explained(grounds.basis))
        })
    };
    let facts = move || {
        grounds
            .get()
            .map(|grounds| grounds.facts)
            .unwrap_or_default()
    };
    view! {
        <div class="grounds">
            <p>{explained}</p>
            <dl class="facts">
                {move || {
                    facts()
                        .into_iter()
                        .map(|(label, text)| {
                            view! {
                                <dt>{label}</dt>
                                <dd>{text}</dd>
                            }
                        })
                        .collect_view()
                }}
            </dl>
            <Quotes quotes />
            <ByYear spot years />
        </div>
    }
}

/// Turns one value into values by year, and back.
#[component]
fn ByYear(spot: Memo<Spot>, years: Memo<Vec<Year>>) -> impl IntoView {
    let planner = use_planner();
    let set = move |years: &[Year]| planner.set_years(spot.get_untracked(), years);
    let every_year = move |_| {
        let period = planner
            .opened
            .with_untracked(|opened| opened.model.period());
        set(&(period.start..=period.end).collect::<Vec<_>>());
    };
    view! {
        <p class="by-year">
            <button type="button" class="button is-link" on:click=every_year>
                {say(Words::by_year)}
            </button>
            <button
                type="button"
                class="button is-link"
                disabled=move || years.with(Vec::is_empty)
                on:click=move |_| set(&[])
            >
                {say(Words::one_value)}
            </button>
        </p>
    }
}
