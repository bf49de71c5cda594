//! The plan as it stands, for a meeting or for the files: read on the screen as it comes out on paper.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{each, kept, press, text, when};
use crate::ui::marks;
use crate::ui::outside;
use crate::ui::targets::Sparkline;
use crate::ui::widgets::Badge;
use crate::view::TargetIdx;
use crate::view::assumption::of_member;
use crate::view::group::Group;
use crate::view::headline::Tally;
use crate::view::moved::Moved;
use crate::view::report::{self, Assumed, Promise};
use crate::view::row::Row;
use crate::view::status::Status;

use super::table::room;

/// The report.
#[component]
pub fn Report() -> impl IntoView {
    let planner = use_planner();
    let report = planner.report();
    view! {
        <section class="page report" id="targets" tabindex="-1" aria-label=say(Words::report)>
            <header class="page-head">
                <p class="report-tools">
                    {say(Words::report_explained)}
                    <button type="button" class="button is-main" on:click=press(outside::print)>
                        {say(Words::print)}
                    </button>
                </p>
                <h2>{part(report, |report| report.title.clone())}</h2>
                <p>
                    {part(report, |report| report.period.clone())} " · " {say(Words::scenario)} " "
                    {kept(planner.scenario_name())}
                </p>
            </header>
            <h3>{say(Words::outcome_counts)}</h3>
            <Counts report />
            {when(
                move || report.with(|report| !report.moved.is_empty()),
                move || view! { <MovedOnes report /> }.into_any(),
            )}
            <h3>{say(Words::targets)}</h3>
            {each(move || report.with(|report| report.targets.clone()), promises)}
            <h3>{say(Words::assumptions)}</h3>
            {each(move || report.with(|report| report.assumptions.clone()), assumptions)}
            <h3>{say(Words::sources)}</h3>
            <ul class="report-sources">
                {each(
                    move || report.with(|report| report.sources.clone()),
                    |source| view! { <li>{source}</li> }.into_any(),
                )}
            </ul>
        </section>
    }
}

fn part(report: Derived<report::Report>, read: fn(&report::Report) -> String) -> Signal<String> {
    text(move || report.with(read))
}

fn column(title: fn(Words) -> &'static str) -> AnyView {
    view! { <th scope="col">{say(title)}</th> }.into_any()
}

/// How many results have which status, by milestone year.
#[component]
fn Counts(report: Derived<report::Report>) -> impl IntoView {
    let words = use_planner().store.words();
    let status = |status: Status| view! { <th scope="col">{status.word(words)}</th> }.into_any();
    let line = |(year, tally): (String, Tally)| {
        let count = |status: Status| {
            let count = tally.count(status);
            view! { <td data-tone=(count > 0).then_some(status.name())>{count}</td> }.into_any()
        };
        view! {
            <tr>
                <th scope="row">{year}</th>
                {Vec::from(Status::COUNTED.map(count))}
                <td>{tally.total()}</td>
            </tr>
        }
        .into_any()
    };
    let table = view! {
        <table class="report-table report-counts">
            <thead>
                <tr>
                    {column(Words::milestone)} {Vec::from(Status::COUNTED.map(status))}
                    {column(Words::total)}
                </tr>
            </thead>
            <tbody>{each(move || report.with(|report| report.counts.clone()), line)}</tbody>
        </table>
    };
    room(say(Words::outcome_counts), table.into_any())
}

/// What is not as the plan has it.
#[component]
fn MovedOnes(report: Derived<report::Report>) -> impl IntoView {
    let lines = |moved: Moved| {
        let Moved {
            name, unit, moves, ..
        } = moved;
        let lines = moves.into_iter().map(|one| {
            view! {
                <tr>
                    <th scope="row">
                        {of_member(&name, one.member.as_deref())} " " <small>{unit.clone()}</small>
                    </th>
                    <td>{one.from}</td>
                    <td>{one.to}</td>
                </tr>
            }
            .into_any()
        });
        lines.collect::<Vec<_>>().into_any()
    };
    let table = view! {
        <table class="report-table">
            <thead>
                <tr>
                    {column(Words::assumption)} {column(Words::in_plan)} {column(Words::now)}
                </tr>
            </thead>
            <tbody>{each(move || report.with(|report| report.moved.clone()), lines)}</tbody>
        </table>
    };
    view! {
        <h3>{say(Words::moved_assumptions)}</h3>
        {room(say(Words::moved_assumptions), table.into_any())}
    }
}

/// The targets under one heading.
fn promises(group: Group<Promise>) -> AnyView {
    let title = group.title.clone();
    let lines: Vec<AnyView> = group.items.into_iter().flat_map(promise).collect();
    let table = view! {
        <table class="report-table report-targets">
            <thead>
                <tr>
                    {column(Words::target)} {column(Words::course)} {column(Words::required)}
                    {column(Words::projected)} {column(Words::margin)} {column(Words::judged)}
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    };
    under(title, table.into_any())
}

/// A table under its heading.
fn under(title: Option<String>, table: AnyView) -> AnyView {
    let label = title.clone().unwrap_or_default();
    view! {
        {title.map(|title| view! { <h4>{title}</h4> }.into_any())}
        {room(text(move || label.clone()), table)}
    }
    .into_any()
}

fn promise(promise: Promise) -> Vec<AnyView> {
    let count = promise.milestones.len();
    let mut notes = Some(promise.notes);
    let index = promise.index;
    let line = |row: Row| {
        let first = notes
            .take()
            .map(|notes| named(row.name.clone(), notes, index, count));
        milestone(first, row)
    };
    promise.milestones.into_iter().map(line).collect()
}

/// The cells that stand for all milestones of a target.
fn named(name: String, notes: String, index: TargetIdx, count: usize) -> AnyView {
    let spark = use_planner().spark(index);
    view! {
        <th scope="rowgroup" rowspan=count>{name} " " <small>{notes}</small></th>
        <td rowspan=count><Sparkline spark /></td>
    }
    .into_any()
}

fn milestone(first: Option<AnyView>, row: Row) -> AnyView {
    let words = use_planner().store.words();
    let badge = row.status.map(|status| {
        view! {
            <Badge
                tone=status.name()
                glyph=marks::of_status(status)
                word=status.word(words)
            />
        }
        .into_any()
    });
    view! {
        <tr>
            {first}
            <td>{row.requirement}</td>
            <td class="is-number">{row.value}</td>
            <td class="is-number">{row.margin}</td>
            <td>{badge}</td>
        </tr>
    }
    .into_any()
}

/// The assumptions under one heading.
fn assumptions(group: Group<Assumed>) -> AnyView {
    let line = |assumed: Assumed| {
        view! {
            <tr>
                <th scope="row">{assumed.name}</th>
                <td>{assumed.value}</td>
                <td>{assumed.basis}</td>
                <td class="report-derivation">{assumed.derivation}</td>
            </tr>
        }
        .into_any()
    };
    let lines: Vec<AnyView> = group.items.into_iter().map(line).collect();
    let table = view! {
        <table class="report-table report-assumptions">
            <thead>
                <tr>
                    {column(Words::assumption)} {column(Words::value)} {column(Words::basis_heading)}
                    {column(Words::derivation)}
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    };
    under(group.title, table.into_any())
}
