//! What is moved: how much of it, the list of it on demand, and the ways on and back.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{each, either, press, text, when};
use crate::ui::part::{added, parts};
use crate::ui::widgets::{Glyph, Icon};
use crate::view::moved::{Move, Moved};

use super::form::Purpose;
use super::{Home, Tools, lead_to, row_id};

parts! {
    assumptions:
    list_part(tools: Tools) { view! { <List tools /> } }
}

/// The count, the list it opens, and what can be done with all that is moved.
#[component]
pub fn MovedBar(
    tools: Tools,
    /// What adding a scenario is called.
    adds: Signal<String>,
) -> impl IntoView {
    let Tools { home, toggle, .. } = tools;
    let planner = use_planner();
    let store = planner.store;
    let moved = planner.moved();
    let is_moved = move || moved.get() != 0;
    let can_reset = planner.can_reset();
    let is_open = RwSignal::new(false);
    let is_own = Derived::new(move || planner.work.with(|work| work.own_scenario().is_some()));
    let reset = move || {
        is_open.set(false);
        store.reset_all();
    };
    view! {
        <div class="moved">
            {either(
                is_moved,
                move || view! { <Toggle moved is_open toggle /> }.into_any(),
                || view! { <span>{say(Words::nothing_moved)}</span> }.into_any(),
            )}
            {when(
                move || is_own.get() && is_moved(),
                move || link(say(Words::update_scenario), home, move || store.update_scenario()),
            )}
            <button
                type="button"
                class="button is-link"
                aria-haspopup="dialog"
                node_ref=home.0
                on:click=press(move || tools.asked.set(Some(Purpose::Add)))
            >
                {adds}
            </button>
            {when(move || can_reset.get(), move || link(say(Words::reset_all), home, reset))}
        </div>
        {when(move || is_open.get() && is_moved(), move || added(list_part, tools))}
    }
}

/// How many assumptions are moved; pressing it lists them.
#[component]
fn Toggle(moved: Derived<usize>, is_open: RwSignal<bool>, toggle: Home) -> impl IntoView {
    let store = use_planner().store;
    view! {
        <button
            type="button"
            class="disclosure-button moved-count"
            node_ref=toggle.0
            aria-expanded=text(move || is_open.get().to_string())
            on:click=press(move || is_open.update(|open| *open = !*open))
        >
            <Icon glyph=Glyph::Down />
            {text(move || store.words().moved(moved.get()))}
        </button>
    }
}

/// A button that goes away with what it does.
fn link(label: Signal<String>, home: Home, act: impl Fn() + 'static) -> AnyView {
    let act = move || {
        home.take_focus();
        act();
    };
    view! {
        <button type="button" class="button is-link" on:click=press(act)>
            {label}
        </button>
    }
    .into_any()
}

#[component]
fn List(tools: Tools) -> impl IntoView {
    let list = use_planner().moved_list();
    let item = move |moved: Moved| {
        let is_last = list.with_untracked(|list| list.len() == 1);
        let next = if is_last { tools.home } else { tools.toggle };
        view! { <Item moved next /> }.into_any()
    };
    view! {
        <ul class="moved-list" aria-label=say(Words::moved_list)>
            {each(move || list.get(), item)}
        </ul>
    }
}

/// One moved assumption. `next` has the focus when its reset has gone.
#[component]
fn Item(moved: Moved, next: Home) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let Moved {
        assumption,
        name,
        unit,
        moves,
    } = moved;
    let is_locked = planner.is_locked(assumption);
    let says = StoredValue::new(store.words_untracked().reset_one(&name));
    let reset = move || {
        let says = says.get_value();
        let reset = move || {
            next.take_focus();
            planner.reset(assumption);
        };
        view! {
            <button type="button" class="reset" aria-label=says.clone() title=says on:click=press(reset)>
                <Icon glyph=Glyph::Undo />
            </button>
        }
        .into_any()
    };
    let locked = || {
        view! { <span class="basis is-locked"><Icon glyph=Glyph::Locked />{say(Words::locked)}</span> }
            .into_any()
    };
    let lines: Vec<AnyView> = moves.into_iter().map(|moved| line(moved, &unit)).collect();
    view! {
        <li>
            <a
                class="moved-name"
                href=format!("#{}", row_id(assumption))
                on:click=press(move || lead_to(store, assumption))
            >
                {name}
            </a>
            <ul>{lines}</ul>
            <span class="moved-way-back">{either(move || is_locked.get(), locked, reset)}</span>
        </li>
    }
}

fn line(moved: Move, unit: &str) -> AnyView {
    let words = use_planner().store.words_untracked();
    let Move { member, from, to } = moved;
    let member = member.map(|member| view! { <span class="moved-member">{member} " "</span> });
    view! {
        <li>
            {member} <span>{from}</span> " " <span aria-hidden="true">"→"</span>
            <span class="unseen">{words.becomes()}</span> " " <strong>{to}</strong> " "
            <small class="unit">{unit.to_owned()}</small>
        </li>
    }
    .into_any()
}
