//! The page: what is there before a plan is open, and the desk once one is.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::opened::{Opened, Shared};
use crate::app::planner::Planner;
use crate::app::session::{Page, Pane, PlanRef};
use crate::app::store::Opening;
use crate::text::words::Words;

use super::assumptions::Assumptions;
use super::commands::Commands;
use super::context::{Windows, say, use_store};
use super::erased::{changing, name, press};
use super::guide::Guide;
use super::header::{Header, plans::list_part};
use super::notices::{DropHint, NoticeBar};
use super::outside::{self, PLAN_FILES};
use super::pages::{Chosen, Pages, scenarios_page};
use super::part::expect;
use super::refused::{RefusedDialog, content_part};
use super::targets::Headline;
use super::why::{Trail, WhyDialog};
use super::widgets::{Choice, FileButton};

/// Shows the application in the page.
pub fn mount() {
    mount_to_body(App);
}

/// The application.
#[component]
fn App() -> impl IntoView {
    let store = outside::store();
    provide_context(store);
    outside::connect(store);
    let first = Memo::new(move |first: Option<&Option<Shared<Opened>>>| {
        // The planner begins with the first plan and follows later ones by itself.
        first.cloned().flatten().or_else(|| store.opened())
    });
    view! {
        {changing(move || match first.get() {
            Some(first) => view! { <Open first /> }.into_any(),
            None => view! { <Waiting /> }.into_any(),
        })}
        <DropHint />
        <RefusedDialog />
    }
}

/// The page before the first plan.
#[component]
fn Waiting() -> impl IntoView {
    let store = use_store();
    changing(move || match store.opening() {
        Opening::Failed(plan) => view! { <Failed plan /> }.into_any(),
        Opening::Loading(_) | Opening::Done => view! {
            <p class="waiting" role="status">
                {say(Words::loading_plan)}
            </p>
        }
        .into_any(),
    })
}

/// The first plan could not be had.
#[component]
fn Failed(plan: PlanRef) -> impl IntoView {
    let store = use_store();
    view! {
        <section class="waiting" role="alert">
            <h1>{say(Words::plan_unavailable)}</h1>
            <p>{say(Words::plan_unavailable_help)}</p>
            <button
                type="button"
                class="button is-main"
                on:click=press(move || outside::fetch(store, plan.clone()))
            >
                {say(Words::retry)}
            </button>
            <FileButton
                label=say(Words::open_file)
                accept=PLAN_FILES
                on_file=move |file| outside::open_file(store, file)
            />
        </section>
    }
}

/// The page with a plan.
#[component]
fn Open(first: Shared<Opened>) -> impl IntoView {
    let store = use_store();
    provide_context(Planner::new(store, first));
    provide_context(Windows::default());
    Trail::provide();
    expect(scenarios_page);
    expect(content_part);
    expect(list_part);
    view! {
        <Header />
        <NoticeBar />
        <Guide />
        <Commands />
        <Desk />
        <WhyDialog />
    }
}

/// Counts, assumptions, targets, detail: side by side on a desk, one at a time on a phone. Made anew for another plan.
#[component]
fn Desk() -> impl IntoView {
    let store = use_store();
    let pane = name(move || match store.view(|view| view.pane) {
        Pane::Assumptions => "assumptions",
        Pane::Targets => "targets",
        Pane::Detail => "detail",
    });
    let plan = Derived::new(move || store.plan_ref());
    view! {
        <main class="desk" data-pane=pane>
            {changing(move || {
                plan.track();
                view! {
                    <div class="desk-top">
                        <Headline />
                        <Pages />
                        <Panes />
                    </div>
                    <Assumptions />
                }
                .into_any()
            })}
            <Chosen />
        </main>
    }
}

/// On a phone: which pane is in sight.
#[component]
fn Panes() -> impl IntoView {
    const PANES: [Pane; 3] = [Pane::Assumptions, Pane::Targets, Pane::Detail];
    let store = use_store();
    let options = move || {
        let page = store.view(|view| view.page);
        let words = store.words();
        let detail = (page == Page::Targets).then(|| words.detail());
        let panes = [words.assumptions(), page.title(words)]
            .into_iter()
            .chain(detail);
        panes.map(str::to_owned).collect()
    };
    let chosen = move || {
        let pane = store.view(|view| view.pane);
        PANES.iter().position(|known| *known == pane)
    };
    view! {
        <div class="panes">
            <Choice
                legend=say(Words::pane)
                name="pane"
                options=Signal::derive(options)
                chosen=Signal::derive(chosen)
                on_choose=move |position: usize| store.choose_pane(PANES[position])
            />
        </div>
    }
}
