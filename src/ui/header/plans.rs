//! The plan that is open, and the ways to open another: one that comes with the product, a file, a pasted text.

use leptos::html;
use leptos::prelude::*;

use crate::app::session::PlanRef;
use crate::app::store::Opening;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::outside;
use crate::ui::widgets::{Dialog, Disclosure, FileButton, Glyph, Icon};
use crate::view::shelf::{Shelf, Shipped};

/// The title of the open plan; pressing it shows the others.
#[component]
pub fn Plans() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let is_open = RwSignal::new(false);
    let title = planner.title();
    let close = move |()| is_open.set(false);
    // Whatever opens a plan is done when the plan is there.
    let plan = Memo::new(move |_| store.opened());
    Effect::new(move |_| {
        plan.track();
        is_open.set(false);
    });
    view! {
        <h1 class="plan-name">
            <button
                type="button"
                class="plan-button"
                aria-haspopup="dialog"
                title=say(Words::open_plan)
                on:click=move |_| is_open.set(true)
            >
                <span class="plan-title">{title}</span>
                <Icon glyph=Glyph::Down />
            </button>
        </h1>
        <Dialog open=is_open title=say(Words::open_plan) close_label=say(Words::close) on_close=close>
            <ShelfPanel />
            <OwnPlan />
        </Dialog>
    }
}

/// The plans that come with the product.
#[component]
fn ShelfPanel() -> impl IntoView {
    let store = use_store();
    let shelf = outside::shelf();
    let entries = move || match shelf.get() {
        Shelf::Here(plans) => plans,
        Shelf::Coming | Shelf::Missing => Vec::new(),
    };
    let is_missing = move || shelf.get() == Shelf::Missing;
    view! {
        <h3>{say(Words::shipped_plans)}</h3>
        <Show when=is_missing>
            <p class="empty">{say(Words::no_shipped_list)}</p>
        </Show>
        <ul class="shelf">
            <For each=entries key=Shipped::clone let(plan)>
                <ShelfEntry plan />
            </For>
        </ul>
        <Show when=move || matches!(store.opening(), Opening::Failed(_))>
            <p class="problem-note" role="alert">
                {say(Words::plan_unavailable)}
            </p>
        </Show>
    }
}

#[component]
fn ShelfEntry(plan: Shipped) -> impl IntoView {
    let store = use_store();
    let reference = PlanRef::Shipped(plan.id.clone());
    let is_current = {
        let reference = reference.clone();
        Memo::new(move |_| store.plan_ref() == reference)
    };
    let title = {
        let plan = plan.clone();
        move || plan.title(store.lang()).to_owned()
    };
    let summary = {
        let plan = plan.clone();
        move || plan.summary(store.lang()).to_owned()
    };
    let note = move || plan.note(store.words());
    view! {
        <li>
            <button
                type="button"
                class="shelf-entry"
                aria-current=move || is_current.get().then_some("true")
                on:click=move |_| outside::fetch(store, reference.clone())
            >
                <span class="shelf-title">{title}</span>
                <span>{summary}</span>
                <span class="shelf-note">{note}</span>
            </button>
        </li>
    }
}

/// A plan of the user's own: a file, or its text.
#[component]
fn OwnPlan() -> impl IntoView {
    let store = use_store();
    let field = NodeRef::<html::Textarea>::new();
    let open = move |_| {
        if let Some(field) = field.get() {
            outside::open_text(store, &field.value());
        }
    };
    view! {
        <h3>{say(Words::your_plans)}</h3>
        <ul class="shelf">
            {move || {
                let own = store.own_plans().into_iter();
                own.map(|(plan, title)| {
                    let open = move |_| outside::fetch(store, plan.clone());
                    view! {
                        <li>
                            <button type="button" class="shelf-entry" on:click=open>
                                <span class="shelf-title">{title}</span>
                            </button>
                        </li>
                    }
                })
                .collect_view()
            }}
        </ul>
        <p>
            <FileButton label=say(Words::open_file) accept=".json,application/json" on_file=move |file| outside::open_file(store, file) />
        </p>
        <p class="hint">{say(Words::drop_hint)}</p>
        <Disclosure summary=say(Words::paste_plan)>
            <textarea class="field paste" rows="6" spellcheck="false" node_ref=field aria-label=say(Words::paste_plan)></textarea>
            <button type="button" class="button" on:click=open>
                {say(Words::open_pasted)}
            </button>
        </Disclosure>
    }
}
