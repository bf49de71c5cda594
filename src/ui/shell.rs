//! The page: what is there before a plan is open, and the desk once one is.

use leptos::prelude::*;

use crate::app::opened::{Opened, Shared};
use crate::app::planner::Planner;
use crate::app::session::Pane;
use crate::app::store::{Opening, Store};
use crate::text::words::Words;

use super::assumptions::Assumptions;
use super::context::{say, use_store};
use super::detail::Detail;
use super::header::Header;
use super::notices::{DropHint, NoticeBar};
use super::outside;
use super::targets::{Headline, Targets};
use super::widgets::Choice;

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
    move || match first.get() {
        Some(first) => view! { <Open first /> }.into_any(),
        None => view! { <Waiting /> }.into_any(),
    }
}

/// The page before the first plan.
#[component]
fn Waiting() -> impl IntoView {
    let store = use_store();
    move || match store.opening() {
        Opening::Failed(plan) => {
            let retry = move |_| outside::fetch(store, plan.clone());
            view! {
                <section class="waiting" role="alert">
                    <h1>{say(Words::plan_unavailable)}</h1>
                    <p>{say(Words::plan_unavailable_help)}</p>
                    <button type="button" class="button is-main" on:click=retry>
                        {say(Words::retry)}
                    </button>
                </section>
            }
            .into_any()
        }
        _ => view! {
            <p class="waiting" role="status">
                {say(Words::loading_plan)}
            </p>
        }
        .into_any(),
    }
}

/// The page with a plan. Everything below the header is made anew for another plan.
#[component]
fn Open(first: Shared<Opened>) -> impl IntoView {
    let store = use_store();
    let planner = Planner::new(store, first);
    provide_context(planner);
    let plan = Memo::new(move |_| store.plan_ref());
    view! {
        <Header />
        <NoticeBar />
        <DropHint />
        {move || {
            plan.track();
            view! { <Desk /> }
        }}
    }
}

/// Counts, assumptions, targets, detail: side by side on a desk, one at a time on a phone.
#[component]
fn Desk() -> impl IntoView {
    let store = use_store();
    let pane = Memo::new(move |_| store.view(|view| view.pane));
    let name = move || match pane.get() {
        Pane::Assumptions => "assumptions",
        Pane::Targets => "targets",
        Pane::Detail => "detail",
    };
    view! {
        <main class="desk" data-pane=name>
            <div class="desk-top">
                <Headline />
                <Panes pane />
            </div>
            <Assumptions />
            <Targets />
            <Detail />
        </main>
    }
}

/// On a phone: which pane is in sight.
#[component]
fn Panes(pane: Memo<Pane>) -> impl IntoView {
    let store: Store = use_store();
    let options = vec![Pane::Assumptions, Pane::Targets, Pane::Detail];
    let label = move |pane: Pane| {
        let words = store.words();
        match pane {
            Pane::Assumptions => words.assumptions(),
            Pane::Targets => words.targets(),
            Pane::Detail => words.detail(),
        }
        .to_owned()
    };
    view! {
        <div class="panes">
            <Choice
                legend=say(Words::pane)
                name="pane"
                options=options
                chosen=pane
                label=label
                on_choose=move |pane| store.choose_pane(pane)
            />
        </div>
    }
}
