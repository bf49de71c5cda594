//! The members of a set side by side.

use std::ops::Range;

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{changing, each, either, press, text, when};
use crate::ui::marks;
use crate::ui::outside;
use crate::ui::why::number;
use crate::ui::widgets::{Choice, Disclosure, Icon};
use crate::view::members::{At, Column, Figure, MemberRow, MemberTable};
use crate::view::status::Status;

use super::check::row as finding;
use super::table::{headings, scrolled_room};

/// One table per set and year.
#[component]
pub fn Members() -> impl IntoView {
    let planner = use_planner();
    let sets = planner.sets();
    let years = planner.years();
    let chosen_set = RwSignal::new(0_usize);
    let chosen_year = RwSignal::new(None);
    let set = Derived::new(move || {
        let first = sets.with(|sets| sets.get(chosen_set.get()).map(|(position, _)| *position));
        first.unwrap_or_default()
    });
    let year = Derived::new(move || {
        chosen_year
            .get()
            .unwrap_or_else(|| planner.first_year(set.get()))
    });
    let scrolled = RwSignal::new(Scrolled::default());
    let table = planner.members_of(Derived::new(move || At {
        set: set.get(),
        year: year.get(),
        rows: window(scrolled.get()),
    }));
    let set_names = move || sets.with(|sets| sets.iter().map(|(_, name)| name.clone()).collect());
    let year_names = move || years.with(|years| years.iter().map(ToString::to_string).collect());
    let sets_choice = move || {
        view! {
            <Choice
                legend=say(Words::set_of_members)
                name="members-set"
                options=Signal::derive(set_names)
                chosen=Signal::derive(move || Some(chosen_set.get()))
                on_choose=move |position: usize| chosen_set.set(position)
            />
        }
        .into_any()
    };
    view! {
        <section class="page is-wide" id="targets" tabindex="-1" aria-label=say(Words::member_table)>
            <header class="page-head">
                <h2>{changing(move || table.with(|table| table.name.clone()).into_any())}</h2>
                <p>{say(Words::members_explained)}</p>
                {when(move || sets.with(|sets| sets.len() > 1), sets_choice)}
                <Choice
                    legend=say(Words::year)
                    name="members-year"
                    options=Signal::derive(year_names)
                    chosen=Signal::derive(move || {
                        years.with(|years| years.iter().position(|known| *known == year.get()))
                    })
                    on_choose=move |position: usize| {
                        chosen_year.set(years.with_untracked(|years| years.get(position).copied()));
                    }
                />
                <Reconciliation set />
            </header>
            <Table table scrolled />
        </section>
    }
}

/// Height of a row where the style sheet's size of text is not changed; known better once the table is scrolled.
const ROW: f64 = 36.0;

/// Where members and whole do not agree, in the plan's own numbers.
#[component]
fn Reconciliation(set: Derived<usize>) -> impl IntoView {
    let planner = use_planner();
    let found = planner.reconciliation(set);
    let summary = text(move || planner.store.words().reconciled(found.with(Vec::len)));
    let list = move || {
        view! {
            <Disclosure summary>
                <ul class="card">{each(move || found.get(), finding)}</ul>
            </Disclosure>
        }
        .into_any()
    };
    either(
        move || found.with(|found| !found.is_empty()),
        list,
        move || view! { <p class="hint">{summary}</p> }.into_any(),
    )
}

/// Where the table is scrolled to, counted in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Scrolled {
    first: usize,
    shown: usize,
}

/// The rows that are made: those in sight, and enough around them that scrolling meets no gap. A set of usual size is
/// made whole.
fn window(scrolled: Scrolled) -> Range<usize> {
    const AROUND: usize = 30;
    // In large steps, so that most scrolling makes nothing new.
    let first = scrolled.first.saturating_sub(AROUND) / AROUND * AROUND;
    first..first + scrolled.shown.max(AROUND) + 3 * AROUND
}

#[component]
fn Table(table: Derived<MemberTable>, scrolled: RwSignal<Scrolled>) -> impl IntoView {
    let row_height = RwSignal::new(ROW);
    let whole = move || {
        let figures = table.with(|table| table.whole.clone());
        view! {
            <tr class="members-whole">
                <th scope="row">{say(Words::whole)}</th>
                {figures.into_iter().map(figure).collect::<Vec<_>>()}
            </tr>
        }
        .into_any()
    };
    let gap = move |rows: fn(&MemberTable) -> usize| {
        let height = text(move || {
            let rows = table.with(rows) as f64;
            format!("{}px", rows * row_height.get())
        });
        view! { <tr class="members-gap" aria-hidden="true" style:height=height></tr> }.into_any()
    };
    let rows = move || {
        table.with(|table| {
            let positions = table.first + 2..;
            positions.zip(table.rows.clone()).collect()
        })
    };
    let inside = view! {
        <table class="members" aria-rowcount=text(move || table.with(|table| table.count + 2).to_string())>
            <thead>
                {changing(move || headings(table.with(|table| table.columns.clone()), column))}
            </thead>
            <tbody>
                {gap(|table| table.first)} {each(rows, row)}
                {gap(|table| table.count - table.first - table.rows.len())}
            </tbody>
            <tfoot>{changing(whole)}</tfoot>
        </table>
    }
    .into_any();
    let scroll = move |event| {
        let Some(seen) = outside::seen_rows(&event, ".members tbody tr[aria-rowindex]") else {
            return;
        };
        let now = Scrolled {
            first: seen.first,
            shown: seen.shown,
        };
        if window(now) != window(scrolled.get_untracked()) {
            row_height.set(seen.height);
            scrolled.set(now);
        }
    };
    scrolled_room(say(Words::member_table), inside, scroll)
}

/// The name of an indicator; it leads to the target about its members where there is one.
fn column(column: Column) -> AnyView {
    let planner = use_planner();
    let name = match column.target {
        Some(target) => view! {
            <button type="button" class="button is-link" on:click=press(move || planner.select(target))>
                {column.name}
            </button>
        }
        .into_any(),
        None => column.name.into_any(),
    };
    view! { <th scope="col">{name} <small>{column.unit}</small></th> }.into_any()
}

fn row((position, row): (usize, MemberRow)) -> AnyView {
    view! {
        <tr aria-rowindex=position>
            <th scope="row">{row.name}</th>
            {row.figures.into_iter().map(figure).collect::<Vec<_>>()}
        </tr>
    }
    .into_any()
}

/// A value in the shade of its verdict, which is said in a word as well.
fn figure(figure: Figure) -> AnyView {
    let words = use_planner().store.words_untracked();
    let mark = figure.status.map(|status| {
        view! {
            " "
            <Icon glyph=marks::of_status(status) />
            <span class="unseen">{status.word(words)}</span>
        }
        .into_any()
    });
    view! {
        <td
            class:is-observed=figure.is_observed
            data-tone=figure.status.map(Status::name)
            title=figure.requirement
        >
            {number(figure.value, figure.asked)}
            {mark}
        </td>
    }
    .into_any()
}
