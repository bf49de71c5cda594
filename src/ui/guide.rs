//! The guide of the first visit: three sentences on what is on the screen, each beside what it speaks of. It stands in
//! the page, covers nothing, and is over when it is read or skipped.

use leptos::prelude::*;

use crate::app::planner::Planner;
use crate::app::session::{Page, Pane};
use crate::text::words::Words;
use crate::view::status::Status;

use super::context::{say, use_planner, use_store};
use super::erased::{name, press, text, when};
use super::part::{added, parts};

/// What is spoken of, in this order.
const STEPS: [Pane; 3] = [Pane::Targets, Pane::Assumptions, Pane::Detail];

parts! {
    detail:
    steps_part(_given: ()) { view! { <Steps /> } }
}

/// The guide, until it has been read. Keeps its room while its text is on the way.
#[component]
pub fn Guide() -> impl IntoView {
    let store = use_store();
    let guide = move || {
        view! {
            <aside class="guide" aria-label=say(Words::guide)>
                {added(steps_part, ())}
            </aside>
        }
        .into_any()
    };
    when(move || !store.is_guided(), guide)
}

#[component]
fn Steps() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let step = RwSignal::new(0_usize);
    let pane = move || STEPS.get(step.get()).copied().unwrap_or_default();
    let says = text(move || sentence(&planner, pane()));
    let go_on = move || {
        let next = step.get_untracked() + 1;
        match STEPS.get(next) {
            Some(pane) => {
                step.set(next);
                store.choose_page(Page::Targets);
                store.choose_pane(*pane);
            }
            None => store.set_guided(true),
        }
    };
    let is_last = move || step.get() + 1 == STEPS.len();
    let onward = text(move || {
        let words = store.words();
        let label = if is_last() {
            words.guide_done()
        } else {
            words.guide_next()
        };
        label.to_owned()
    });
    let speaks_of = name(move || match pane() {
        Pane::Targets => "targets",
        Pane::Assumptions => "assumptions",
        Pane::Detail => "detail",
    });
    view! {
        <p class="guide-text" data-of=speaks_of role="status">
            <strong>{text(move || format!("{}/{}", step.get() + 1, STEPS.len()))}</strong>
            " "
            {says}
        </p>
        <button type="button" class="button is-main" on:click=press(go_on)>
            {onward}
        </button>
        {when(
            move || !is_last(),
            move || {
                view! {
                    <button
                        type="button"
                        class="button is-quiet"
                        on:click=press(move || store.set_guided(true))
                    >
                        {say(Words::guide_skip)}
                    </button>
                }
                .into_any()
            },
        )}
    }
}

/// A sentence on what the screen shows at the moment.
fn sentence(planner: &Planner, pane: Pane) -> String {
    let words = planner.store.words();
    match pane {
        Pane::Targets => {
            let tally = planner.headline.with(|headline| headline.all);
            words.guide_targets(tally.count(Status::Attained), tally.total())
        }
        Pane::Assumptions => {
            let first = planner
                .assumption_groups()
                .with(|groups| groups.iter().find_map(|group| group.items.first().copied()));
            let name = first.map(|index| planner.assumption_name(index).get());
            words.guide_assumptions(&name.unwrap_or_default())
        }
        Pane::Detail => words.guide_detail().to_owned(),
    }
}
