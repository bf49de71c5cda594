//! All scenarios side by side.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{changing, each, either, press, text, when};
use crate::ui::marks;
use crate::ui::widgets::Icon;
use crate::view::comparison::{Column, Comparison, Line, OutcomeLine};
use crate::view::status::Status;

use super::table::{headings, room};

/// What the scenarios assume differently, and what becomes of the targets differently.
#[component]
pub fn Scenarios() -> impl IntoView {
    let planner = use_planner();
    let comparison = planner.comparison();
    let has_several = move || comparison.with(|all| all.columns.len() > 1);
    view! {
        <section
            class="page is-wide"
            id="targets"
            tabindex="-1"
            aria-label=say(Words::compare_scenarios)
        >
            <header class="page-head">
                <h2>{say(Words::compare_scenarios)}</h2>
                <p>{say(Words::compare_explained)}</p>
            </header>
            {either(
                has_several,
                move || view! { <Table comparison /> }.into_any(),
                || view! { <p class="empty">{say(Words::no_scenarios)}</p> }.into_any(),
            )}
        </section>
    }
}

#[component]
fn Table(comparison: Derived<Comparison>) -> impl IntoView {
    let store = use_planner().store;
    let width = Derived::new(move || comparison.with(|all| all.columns.len() + 1));
    let heading = move |title: fn(Words) -> &'static str| {
        view! {
            <tr class="compare-part">
                <th scope="rowgroup" colspan=text(move || width.get().to_string())>
                    {say(title)}
                </th>
            </tr>
        }
        .into_any()
    };
    let same = text(move || {
        store
            .words()
            .same_everywhere(comparison.with(|all| all.same))
    });
    let table = view! {
        <table class="compare">
            <thead>
                {changing(move || headings(comparison.with(|all| all.columns.clone()), column))}
            </thead>
            <tbody>{changing(move || said(comparison.with(|all| all.columns.clone())))}</tbody>
            <tbody>
                {heading(Words::differing_assumptions)}
                {each(move || comparison.with(|all| all.assumptions.clone()), assumption)}
            </tbody>
            <tbody>
                {heading(Words::differing_outcomes)}
                {each(move || comparison.with(|all| all.outcomes.clone()), outcome)}
            </tbody>
        </table>
    }
    .into_any();
    view! {
        {room(say(Words::compare_scenarios), table)}
        {when(
            move || comparison.with(|all| all.same != 0),
            move || view! { <p class="hint">{same}</p> }.into_any(),
        )}
    }
}

fn column(column: Column) -> AnyView {
    let store = use_planner().store;
    let entry = column.entry;
    let attained = view! {
        <span class="compare-count">
            <strong>{column.attained}</strong>
            " / "
            {column.total}
        </span>
    };
    let act = if entry.is_chosen {
        view! { <span class="count">{say(Words::in_force)}</span> }.into_any()
    } else {
        view! {
            <button
                type="button"
                class="button is-link"
                on:click=press(move || store.choose_scenario(entry.id.clone()))
            >
                {say(Words::choose_scenario)}
            </button>
        }
        .into_any()
    };
    view! {
        <th scope="col" class:is-current=entry.is_chosen>
            <span class="compare-name">{entry.name}</span>
            {attained}
            {act}
        </th>
    }
    .into_any()
}

/// Why the scenarios are there, who has made them and when; nothing where nothing is said of any.
fn said(columns: Vec<Column>) -> AnyView {
    let words = use_planner().store.words_untracked();
    let said: Vec<(String, String)> = columns
        .into_iter()
        .map(|column| (column.entry.signature(words), column.entry.reason))
        .collect();
    if said
        .iter()
        .all(|(signature, reason)| signature.is_empty() && reason.is_empty())
    {
        return ().into_any();
    }
    let cell =
        |(signature, reason)| view! { <td>{reason} <small>{signature}</small></td> }.into_any();
    let cells: Vec<AnyView> = said.into_iter().map(cell).collect();
    view! {
        <tr class="compare-said">
            <th scope="row">{say(Words::scenario_reason)}</th>
            {cells}
        </tr>
    }
    .into_any()
}

fn assumption(line: Line) -> AnyView {
    let cell = |(value, differs): (String, bool)| {
        view! { <td class:is-different=differs>{value}</td> }.into_any()
    };
    let cells: Vec<AnyView> = line.cells.into_iter().map(cell).collect();
    view! {
        <tr>
            <th scope="row">{line.name} " " <small class="unit">{line.unit}</small></th>
            {cells}
        </tr>
    }
    .into_any()
}

fn outcome(line: OutcomeLine) -> AnyView {
    let planner = use_planner();
    let target = line.target;
    let cells: Vec<AnyView> = line.cells.into_iter().map(judged).collect();
    view! {
        <tr>
            <th scope="row">
                <button
                    type="button"
                    class="button is-link"
                    on:click=press(move || planner.select(target))
                >
                    {line.name}
                </button>
                <small>{line.requirement}</small>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

/// A value with the icon and, for those who do not see it, the word of its status.
fn judged((value, status, differs): (String, Status, bool)) -> AnyView {
    let words = use_planner().store.words_untracked();
    view! {
        <td class:is-different=differs data-tone=status.name() title=status.word(words)>
            {value} " " <Icon glyph=marks::of_status(status) />
            <span class="unseen">{status.word(words)}</span>
        </td>
    }
    .into_any()
}
