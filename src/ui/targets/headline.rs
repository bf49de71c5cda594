//! The counts: how many results are attained, and what becomes of the others.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::number;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{flag, kept, name, press, text};
use crate::ui::marks;
use crate::ui::widgets::Icon;
use crate::view::headline::Tally;
use crate::view::status::Status;

/// The large number, the bar, and the difference to the plan as written.
#[component]
pub fn Headline() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let tally = planner.tally().settled();
    view! {
        <section class="headline" aria-label=say(Words::attained)>
            <p class="headline-count">
                <strong>{text(move || counted(tally.get().count(Status::Attained)))}</strong>
                " "
                <span>{text(move || store.words().of_all_attained(tally.get().total()))}</span>
            </p>
            <div class="headline-bar">
                {Vec::from(Status::COUNTED.map(|status| view! { <Part status tally /> }.into_any()))}
            </div>
            <Difference tally />
            <ReadOut tally />
        </section>
    }
}

fn counted(count: usize) -> String {
    number::number(count as f64)
}

/// One part of the bar. Pressing it lists only what it counts.
#[component]
fn Part(status: Status, tally: Derived<Tally>) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let count = move || tally.get().count(status);
    let is_on = move || {
        planner
            .criteria
            .with(|criteria| criteria.status == Some(status))
    };
    let says = move || format!("{} {}", counted(count()), status.word(store.words()));
    let toggle = move || {
        store.choose_list(|criteria| {
            criteria.status = (criteria.status != Some(status)).then_some(status);
        });
    };
    view! {
        <button
            type="button"
            class="headline-part"
            data-tone=status.name()
            class:is-none=flag(move || count() == 0)
            style:--count=text(move || count().to_string())
            aria-pressed=text(move || is_on().to_string())
            aria-label=text(says)
            title=text(move || format!("{}: {}", says(), store.words().filter_hint()))
            on:click=press(toggle)
        >
            <Icon glyph=marks::of_status(status) />
            <span>{text(move || counted(count()))}</span>
            " "
            <span class="headline-part-word">{name(move || status.word(store.words()))}</span>
        </button>
    }
}

/// How many more or fewer are attained than in the plan as written.
#[component]
fn Difference(tally: Derived<Tally>) -> impl IntoView {
    let planner = use_planner();
    let written = planner.tally_as_written();
    let difference = move || {
        let [now, then] = [tally, written].map(|tally| tally.get().count(Status::Attained) as f64);
        now - then
    };
    let tone = name(move || match difference() {
        x if x > 0.0 => "attained",
        x if x < 0.0 => "missed",
        _ => "none",
    });
    let says = text(move || {
        let words = planner.store.words();
        match difference() {
            0.0 => words.same_as_written().to_owned(),
            x => words.against_plan(&number::signed(x)),
        }
    });
    view! {
        <p class="headline-difference" data-tone=tone>
            {says}
        </p>
    }
}

/// Reads the counts out when they stand, never while a slider is held.
#[component]
fn ReadOut(tally: Derived<Tally>) -> impl IntoView {
    let store = use_planner().store;
    let says = Derived::new(move || {
        let _settled = store.turn();
        let tally = tally.get_untracked();
        let [attained, near, missed, undetermined] =
            Status::COUNTED.map(|status| tally.count(status));
        store.words().tally(attained, near, missed, undetermined)
    });
    view! {
        <p class="unseen" role="status" aria-live="polite">
            {kept(says)}
        </p>
    }
}
