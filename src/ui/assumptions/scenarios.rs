//! The scenarios as chips: the plan as written, those of the plan, those of the user. Below them, what is said about the
//! one in force.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{kept, press, text, when};
use crate::ui::part::{added, parts};
use crate::ui::widgets::{Choice, Glyph, Icon, WayBack};
use crate::view::scenario::Entry;

use super::Tools;
use super::form::Purpose;

parts! {
    assumptions:
    own_part(tools: Tools) { view! { <OwnTools tools /> } }
}

/// The chips, what is said about the scenario in force, and what can be done with it.
#[component]
pub fn Scenarios(tools: Tools) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let scenarios = planner.scenarios();
    let is_own = Derived::new(move || planner.work.with(|work| work.own_scenario().is_some()));
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
    view! {
        <div class="scenarios">
            <Choice
                legend=say(Words::scenario)
                name="scenario"
                options=Signal::derive(labels)
                chosen=Signal::derive(chosen)
                on_choose=choose
            />
            <div class="scenario-line">
                <Said scenarios />
                {when(
                    move || is_own.get() || tools.has_deleted.get(),
                    move || added(own_part, tools),
                )}
            </div>
        </div>
    }
}

/// Why the scenario in force is there, who has made it and when.
#[component]
fn Said(scenarios: Derived<Vec<Entry>>) -> impl IntoView {
    let store = use_planner().store;
    let of_chosen = move |read: fn(&Entry, Words) -> String| {
        Derived::new(move || {
            let words = store.words();
            scenarios.with(|all| {
                let chosen = all.iter().find(|entry| entry.is_chosen);
                chosen.map(|entry| read(entry, words)).unwrap_or_default()
            })
        })
    };
    let reason = of_chosen(|entry, _| entry.reason.clone());
    let signature = of_chosen(Entry::signature);
    let is_said = |says: Derived<String>| move || says.with(|says| !says.is_empty());
    view! {
        <div class="scenario-said">
            {when(is_said(reason), move || view! { <p>{kept(reason)}</p> }.into_any())}
            {when(is_said(signature), move || view! { <p>{kept(signature)}</p> }.into_any())}
        </div>
    }
}

/// Edits or deletes the scenario in force, if it is the user's own.
#[component]
fn OwnTools(tools: Tools) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    // What was deleted last, and the work right after that.
    let deleted = RwSignal::new(None);
    let own = move || planner.work.with(|work| work.own_scenario().cloned());
    let remove = move || {
        if let Some(own) = untrack(own) {
            tools.has_deleted.set(true);
            store.delete_scenario(&own.id);
            deleted.set(Some((own.name, planner.work.get_untracked())));
        }
    };
    let buttons = move || {
        view! {
            {tool(Glyph::Pencil, say(Words::edit_scenario), move || tools.asked.set(Some(Purpose::Edit)))}
            {tool(Glyph::Bin, say(Words::delete_scenario), remove)}
        }
        .into_any()
    };
    let last = Derived::new(move || {
        let deleted = deleted.get();
        planner.work.with(|work| {
            let last = deleted.filter(|(_, after)| after == work);
            last.map(|(name, _)| name)
        })
    });
    let way_back = move || {
        let name = last.get_untracked().unwrap_or_default();
        let undo = move |()| {
            tools.home.take_focus();
            store.undo();
        };
        view! {
            <WayBack
                says=text(move || store.words().scenario_deleted(&name))
                label=say(Words::undo)
                on_back=undo
            />
        }
        .into_any()
    };
    view! {
        {when(move || own().is_some(), buttons)}
        <div class="scenario-deleted" role="status">
            {when(move || last.with(Option::is_some), way_back)}
        </div>
    }
}

fn tool(glyph: Glyph, label: Signal<String>, act: impl Fn() + 'static) -> AnyView {
    view! {
        <button
            type="button"
            class="chip is-button"
            title=label
            aria-label=label
            on:click=press(act)
        >
            <Icon glyph />
        </button>
    }
    .into_any()
}
