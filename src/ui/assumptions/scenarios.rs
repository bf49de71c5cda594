//! The scenarios as chips: the plan as written, those of the plan, those of the user.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::erased::{effect, either, flag, kept, press, when};
use crate::ui::widgets::{Choice, Glyph, Icon};
use crate::view::scenario::Entry;

/// The chips, and why the plan has the scenario in force.
#[component]
pub fn Scenarios() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let scenarios = planner.scenarios();
    let labels = move || {
        let is_moved = planner.work.with(|work| !work.moves.is_empty());
        let mark = |entry: &Entry| {
            if entry.is_chosen && is_moved {
                " *"
            } else {
                ""
            }
        };
        scenarios.with(|all| {
            all.iter()
                .map(|entry| entry.name.clone() + mark(entry))
                .collect()
        })
    };
    let chosen = move || scenarios.with(|all| all.iter().position(|entry| entry.is_chosen));
    let choose = move |position: usize| {
        let id = scenarios.with_untracked(|all| all.get(position).map(|entry| entry.id.clone()));
        store.choose_scenario(id.flatten());
    };
    let reason = Derived::new(move || {
        scenarios.with(|all| {
            let chosen = all.iter().find(|entry| entry.is_chosen);
            chosen.map(|entry| entry.reason.clone()).unwrap_or_default()
        })
    });
    view! {
        <div class="scenarios">
            <Choice
                legend=say(Words::scenario)
                name="scenario"
                options=Signal::derive(labels)
                chosen=Signal::derive(chosen)
                on_choose=choose
            />
            <Remove scenarios />
        </div>
        {when(
            move || reason.with(|reason| !reason.is_empty()),
            move || view! { <p class="scenario-reason">{kept(reason)}</p> }.into_any(),
        )}
    }
}

/// Removes the scenario in force, if it is the user's own.
#[component]
fn Remove(scenarios: Derived<Vec<Entry>>) -> impl IntoView {
    let store = use_store();
    let own = move || {
        scenarios.with(|all| {
            let own = all.iter().find(|entry| entry.is_chosen && entry.is_own);
            own.and_then(|entry| entry.id.clone())
        })
    };
    let remove = move || {
        if let Some(id) = untrack(own) {
            store.delete_scenario(&id);
        }
    };
    when(
        move || own().is_some(),
        move || {
            view! {
                <button
                    type="button"
                    class="chip is-button"
                    title=say(Words::delete_scenario)
                    aria-label=say(Words::delete_scenario)
                    on:click=press(remove)
                >
                    <Icon glyph=Glyph::Bin />
                </button>
            }
            .into_any()
        },
    )
}

/// Keeps what is moved as a scenario of the user's own.
#[component]
pub fn Keep(moved: Derived<usize>) -> impl IntoView {
    let is_asking = RwSignal::new(false);
    let ask = move || {
        view! {
            <button
                type="button"
                class="button is-link"
                disabled=flag(move || moved.get() == 0)
                on:click=press(move || is_asking.set(true))
            >
                {say(Words::save_scenario)}
            </button>
        }
        .into_any()
    };
    either(
        move || is_asking.get(),
        move || view! { <Name is_asking /> }.into_any(),
        ask,
    )
}

/// Asks for the name of a scenario.
#[component]
fn Name(is_asking: RwSignal<bool>) -> impl IntoView {
    let store = use_store();
    let field = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(field) = field.get() {
            // A field that cannot take the focus is still a field.
            drop(field.focus());
        }
    });
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let name = field.get().map(|field| field.value()).unwrap_or_default();
        if !name.trim().is_empty() {
            store.save_scenario(name.trim().to_owned());
            is_asking.set(false);
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            is_asking.set(false);
        }
    };
    view! {
        <form class="scenario-name" on:submit=keep on:keydown=key>
            <input
                node_ref=field
                class="field"
                aria-label=say(Words::scenario_name)
                placeholder=say(Words::scenario_name)
                maxlength="60"
            />
            <button type="submit" class="button">
                {say(Words::save)}
            </button>
        </form>
    }
}
