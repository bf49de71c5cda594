//! The plan check: what the plan says against itself.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::assumptions::{lead_to, row_id};
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{each, press};
use crate::ui::quotes::folded;
use crate::view::findings::{Group, Lead, Row};

/// All findings under their headings.
#[component]
pub fn Check() -> impl IntoView {
    let findings = use_planner().findings();
    view! {
        <section class="page" id="targets" tabindex="-1" aria-label=say(Words::plan_check)>
            <header class="page-head">
                <h2>{say(Words::plan_check)}</h2>
                <p>{say(Words::plan_check_explained)}</p>
            </header>
            {each(move || findings.get(), group)}
        </section>
    }
}

fn group(group: Group) -> AnyView {
    let count = group.rows.len();
    let rows = group.rows.into_iter().map(row).collect::<Vec<_>>();
    view! {
        <section class="page-group">
            <h3>{group.title} " " <span class="count">{count}</span></h3>
            {group.hint.map(|hint| view! { <p class="hint">{hint}</p> }.into_any())}
            <ul class="card">{rows}</ul>
        </section>
    }
    .into_any()
}

/// One finding.
pub fn row(row: Row) -> AnyView {
    let planner = use_planner();
    let says = |says: String| view! { <p class="finding-text">{says}</p> }.into_any();
    let reason = row.accepted.map(|reason| {
        view! { <p class="finding-reason">{say(Words::accepted_because)} " " {reason}</p> }
            .into_any()
    });
    let sources = folded(row.quotes);
    view! {
        <li class="finding" data-severity=row.severity>
            <p class="finding-title">
                <span class="finding-weight">{row.weight}</span>
                " "
                {row.title}
            </p>
            {(!row.text.is_empty()).then(|| says(row.text))}
            {reason}
            <div class="finding-more">
                {sources}
                {row.lead.map(lead)}
                <button
                    type="button"
                    class="button is-link finding-place"
                    on:click=press(move || planner.store.edit_at(row.at))
                >
                    {row.position}
                </button>
            </div>
        </li>
    }
    .into_any()
}

/// Leads to what a finding is about.
fn lead(lead: Lead) -> AnyView {
    let planner = use_planner();
    match lead {
        Lead::Target(target) => view! {
            <button type="button" class="button is-link" on:click=press(move || planner.select(target))>
                {say(Words::go_to_target)}
            </button>
        }
        .into_any(),
        Lead::Assumption(assumption) => view! {
            <a
                href=format!("#{}", row_id(assumption))
                on:click=press(move || lead_to(planner.store, assumption))
            >
                {say(Words::go_to_assumption)}
            </a>
        }
        .into_any(),
    }
}
