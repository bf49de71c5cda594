//! The counts: how many results are attained, and what becomes of the others.

use leptos::prelude::*;

use crate::text::number;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::marks;
use crate::ui::widgets::Icon;
use crate::view::headline::Tally;
use crate::view::status::Status;

/// The large number, the bar, and the difference to the plan as written.
#[component]
pub fn Headline() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let tally = planner.tally();
    let attained = move || tally.get().count(Status::Attained);
    let total = move || store.words().of_all_attained(tally.get().total());
    view! {
        <section class="headline" aria-label=say(Words::attained)>
            <p class="headline-count">
                <strong>{attained}</strong>
                " "
                <span>{total}</span>
            </p>
            <div class="headline-bar">
                {Status::COUNTED.map(|status| view! { <Part status tally /> }).into_iter().collect_view()}
            </div>
            <Difference tally />
            <ReadOut tally />
        </section>
    }
}

/// One part of the bar. Pressing it lists only what it counts.
#[component]
fn Part(status: Status, tally: Memo<Tally>) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let count = Memo::new(move |_| tally.get().count(status));
    let is_on = Memo::new(move |_| {
        planner
            .criteria
            .with(|criteria| criteria.status == Some(status))
    });
    let says = move || format!("{} {}", count.get(), status.word(store.words()));
    let toggle = move |_| {
        store.choose_list(|criteria| {
            criteria.status = (criteria.status != Some(status)).then_some(status);
        });
    };
    view! {
        <button
            type="button"
            class="headline-part"
            data-tone=status.name()
            class:is-none=move || count.get() == 0
            style:--count=move || count.get().to_string()
            aria-pressed=move || is_on.get().to_string()
            aria-label=says
            title=move || format!("{}: {}", says(), store.words().filter_hint())
            on:click=toggle
        >
            <Icon glyph=marks::of_status(status) />
            <span class="headline-part-count">{count}</span>
            " "
            <span class="headline-part-word">{move || status.word(store.words())}</span>
        </button>
    }
}

/// How many more or fewer are attained than in the plan as written.
#[component]
fn Difference(tally: Memo<Tally>) -> impl IntoView {
    let planner = use_planner();
    let words = move || planner.store.words();
    let written = planner.tally_as_written();
    let difference = Memo::new(move |_| {
        let [now, then] = [tally, written].map(|tally| tally.get().count(Status::Attained) as f64);
        now - then
    });
    let tone = move || match difference.get() {
        x if x > 0.0 => "attained",
        x if x < 0.0 => "missed",
        _ => "none",
    };
    let text = move || match difference.get() {
        0.0 => words().same_as_written().to_owned(),
        x => words().against_plan(&number::signed(x)),
    };
    view! {
        <p class="headline-difference" data-tone=tone>
            {text}
        </p>
    }
}

/// Reads the counts out when they stand, never while a slider is held.
#[component]
fn ReadOut(tally: Memo<Tally>) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let text = Memo::new(move |_| {
        let _settled = store.turn();
        let tally = tally.get_untracked();
        let [attained, near, missed, undetermined] =
            Status::COUNTED.map(|status| tally.count(status));
        store.words().tally(attained, near, missed, undetermined)
    });
    view! {
        <p class="unseen" role="status" aria-live="polite">
            {text}
        </p>
    }
}
