//! The members of a set side by side.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{changing, each, press, when};
use crate::ui::marks;
use crate::ui::widgets::{Choice, Icon};
use crate::view::members::{Column, Figure, MemberRow, MemberTable};
use crate::view::status::Status;

use super::table::{headings, room};

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
    let table = planner.members_of(set, year);
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
            </header>
            <Table table />
        </section>
    }
}

#[component]
fn Table(table: Derived<MemberTable>) -> impl IntoView {
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
    let table = view! {
        <table class="members">
            <thead>
                {changing(move || headings(table.with(|table| table.columns.clone()), column))}
            </thead>
            <tbody>{each(move || table.with(|table| table.rows.clone()), row)}</tbody>
            <tfoot>{changing(whole)}</tfoot>
        </table>
    }
    .into_any();
    room(say(Words::member_table), table)
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

fn row(row: MemberRow) -> AnyView {
    view! {
        <tr>
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
            {figure.value}
            {mark}
        </td>
    }
    .into_any()
}
