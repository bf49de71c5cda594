//! The scenarios as chips: the plan as written, those of the plan, those of the user.

use leptos::html;
use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::widgets::{Choice, Glyph, Icon};

/// The chips, and a way to keep what is moved as another scenario.
#[component]
pub fn Scenarios() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let named = planner.scenarios();
    let options = move || {
        let of_plan = named.get().into_iter().map(|entry| entry.id);
        let own = planner
            .work
            .get()
            .scenarios
            .iter()
            .map(|own| own.id.clone())
            .collect::<Vec<_>>();
        let all = of_plan.chain(own).map(Some);
        std::iter::once(None)
            .chain(all)
            .collect::<Vec<Option<String>>>()
    };
    let chosen = Memo::new(move |_| planner.work.with(|work| work.scenario.clone()));
    let is_moved = Memo::new(move |_| planner.work.with(|work| !work.moves.is_empty()));
    let name = move |id: Option<String>| match &id {
        None => store.words().as_written().to_owned(),
        Some(id) => named
            .with(|named| {
                named
                    .iter()
                    .find(|entry| entry.id == *id)
                    .map(|entry| entry.name.clone())
            })
            .or_else(|| {
                let work = planner.work.get();
                work.scenarios
                    .iter()
                    .find(|own| own.id == *id)
                    .map(|own| own.name.clone())
            })
            .unwrap_or_default(),
    };
    let label = move |id: Option<String>| {
        let is_current = chosen.with(|chosen| *chosen == id);
        let star = if is_current && is_moved.get() {
            " *"
        } else {
            ""
        };
        name(id) + star
    };
    let options = Memo::new(move |_| options());
    view! {
        <div class="scenarios">
            <Choice
                legend=say(Words::scenario)
                name="scenario"
                options=options
                chosen=chosen
                label=label
                on_choose=move |id| store.choose_scenario(id)
            />
            <Remove />
        </div>
        <Reason />
    }
}

/// Why the plan has the scenario in force.
#[component]
fn Reason() -> impl IntoView {
    let planner = use_planner();
    let named = planner.scenarios();
    let reason = Memo::new(move |_| {
        let chosen = planner.work.with(|work| work.scenario.clone());
        named.with(|named| {
            let entry = named
                .iter()
                .find(|entry| Some(&entry.id) == chosen.as_ref());
            entry.map(|entry| entry.reason.clone()).unwrap_or_default()
        })
    });
    view! {
        <Show when=move || reason.with(|reason| !reason.is_empty())>
            <p class="scenario-reason">{reason}</p>
        </Show>
    }
}

/// Asks for a name and keeps what is moved under it.
#[component]
pub fn Keep(moved: Memo<usize>) -> impl IntoView {
    let store = use_store();
    let is_asking = RwSignal::new(false);
    let field = NodeRef::<html::Input>::new();
    let keep = move || {
        let name = field.get().map(|field| field.value()).unwrap_or_default();
        if !name.trim().is_empty() {
            store.save_scenario(name.trim().to_owned());
            is_asking.set(false);
        }
    };
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot take the focus is still a field.
            drop(field.focus());
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        keep();
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            is_asking.set(false);
        }
    };
    view! {
        <Show
            when=move || is_asking.get()
            fallback=move || {
                view! {
                    <button
                        type="button"
                        class="button is-link"
                        disabled=move || moved.get() == 0
                        on:click=move |_| is_asking.set(true)
                    >
                        {say(Words::save_scenario)}
                    </button>
                }
            }
        >
            <form class="scenario-name" on:submit=submit on:keydown=key>
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
        </Show>
    }
}

/// Removes the scenario in force, if it is the user's own.
#[component]
fn Remove() -> impl IntoView {
    let planner = use_planner();
    let own = Memo::new(move |_| {
        planner.work.with(|work| {
            let chosen = work.scenario.as_ref()?;
            work.scenarios
                .iter()
                .any(|own| own.id == *chosen)
                .then(|| chosen.clone())
        })
    });
    let remove = move |_| {
        if let Some(id) = own.get_untracked() {
            planner.store.delete_scenario(&id);
        }
    };
    view! {
        <Show when=move || own.with(Option::is_some)>
            <button
                type="button"
                class="chip is-button"
                title=say(Words::delete_scenario)
                aria-label=say(Words::delete_scenario)
                on:click=remove
            >
                <Icon glyph=Glyph::Bin />
            </button>
        </Show>
    }
}
