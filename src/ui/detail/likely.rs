//! How likely the target is attained. While it is shown, the chart shows the spread.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::ui::context::use_planner;
use crate::ui::erased::{each, text};
use crate::ui::facts::facts;
use crate::view::Year;
use crate::view::chart_spec::Fan;

/// Where the panel leaves the spread for the chart.
pub type FanPlace = RwSignal<Option<Derived<Option<Fan>>>>;

/// Probability, spread and what they rest on.
#[component]
pub fn Likely(year: Signal<Option<Year>>, place: FanPlace) -> impl IntoView {
    let likelihood = use_planner().likelihood(year);
    place.set(Some(Derived::new(move || {
        likelihood.with(|likelihood| likelihood.fan.clone())
    })));
    on_cleanup(move || {
        // The chart may be gone before.
        let _ = place.try_set(None);
    });
    let note = |note: String| view! { <p class="hint">{note}</p> }.into_any();
    view! {
        <div class="likely">
            <p class="likely-chance" role="status">
                {text(move || likelihood.with(|likelihood| likelihood.chance.clone()))}
            </p>
            {facts(move || likelihood.with(|likelihood| likelihood.facts.clone()))}
            {each(move || likelihood.with(|likelihood| likelihood.notes.clone()), note)}
        </div>
    }
}
