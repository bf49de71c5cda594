//! The left of the screen: scenarios, and the assumptions a user may move.

mod editor;
mod form;
mod grounds;
mod moved;
mod path;
mod row;
mod scenarios;

use leptos::html;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::store::Store;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::erased::{effect, either, keyed, press, text, when};
use crate::ui::more::{More, Steps};
use crate::ui::outside;
use crate::ui::widgets::{Glyph, Icon};
use crate::view::AssumptionIdx;
use crate::view::group::{self, Group};
use form::{Purpose, ScenarioDialog};
use moved::MovedBar;
use row::AssumptionRow;
use scenarios::Scenarios;

/// What is always there above the assumptions: it has the focus after something that had it has gone.
#[derive(Debug, Clone, Copy)]
struct Home(NodeRef<html::Button>);

impl Home {
    fn take_focus(self) {
        if let Some(button) = self.0.get_untracked() {
            // Where it cannot be had, it is where the browser puts it.
            drop(button.focus());
        }
    }
}

/// Leads the eye and the keyboard to an assumption, from wherever it is spoken of.
pub fn lead_to(store: Store, index: AssumptionIdx) {
    store.seek(index);
    outside::lead_to(row_id(index));
}

/// The id of its row on the page.
pub fn row_id(index: AssumptionIdx) -> String {
    format!("assumption-{}", index.0)
}

/// What the tools above the assumptions share.
#[derive(Debug, Clone, Copy)]
struct Tools {
    /// What the form of a scenario is asked for.
    asked: RwSignal<Option<Purpose>>,
    /// Adds a scenario.
    home: Home,
    /// Lists what is moved; there while something is.
    toggle: Home,
    /// Whether an own scenario was deleted.
    has_deleted: RwSignal<bool>,
}

/// Scenarios, the count of what is moved, and the assumptions under their headings.
#[component]
pub fn Assumptions() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let all = planner.assumption_groups();
    let (steps, groups) = Steps::of(all);
    // What is led to has to be there.
    effect(move || {
        let place = |sought| all.with_untracked(|all| group::place(all, sought));
        if let Some(row) = store.sought().and_then(place) {
            steps.reach(row);
        }
    });
    let tools = Tools {
        asked: RwSignal::new(None),
        home: Home(NodeRef::new()),
        toggle: Home(NodeRef::new()),
        has_deleted: RwSignal::new(false),
    };
    let adds = text(move || {
        let words = planner.store.words();
        let (is_moved, is_written) = planner
            .work
            .with(|work| (!work.moves.is_empty(), work.scenario.is_none()));
        match (is_moved, is_written) {
            (true, _) => words.save_scenario(),
            (false, true) => words.new_scenario(),
            (false, false) => words.copy_scenario(),
        }
        .to_owned()
    });
    let count = Derived::new(move || groups.with(|groups| (0..groups.len() as u32).collect()));
    view! {
        <section class="assumptions" aria-label=say(Words::assumptions)>
            <div class="assumptions-head">
                <Scenarios tools />
                <MovedBar tools adds />
            </div>
            <ScenarioDialog tools adds />
            {either(
                move || groups.with(|groups| !groups.is_empty()),
                move || keyed(count, move |position| view! { <AssumptionGroup groups position /> }.into_any()),
                || view! { <p class="empty">{say(Words::no_assumptions)}</p> }.into_any(),
            )}
            <More steps />
        </section>
    }
}

/// Assumptions under one heading, which folds them away.
#[component]
fn AssumptionGroup(groups: Derived<Vec<Group<AssumptionIdx>>>, position: u32) -> impl IntoView {
    let store = use_store();
    let of_group = move |read: fn(&Group<AssumptionIdx>) -> Option<String>| {
        groups.with(|groups| groups.get(position as usize).and_then(read))
    };
    let title = text(move || {
        of_group(|group| group.title.clone())
            .unwrap_or_else(|| store.words().other_assumptions().to_owned())
    });
    let indices = Derived::new(move || {
        groups.with(|groups| {
            let group = groups.get(position as usize);
            let assumptions = group
                .map(|group| group.items.as_slice())
                .unwrap_or_default();
            assumptions.iter().map(|index| index.0).collect()
        })
    });
    let is_open = RwSignal::new(true);
    effect(move || {
        let sought = store.sought();
        if sought
            .is_some_and(|sought| indices.with_untracked(|all: &Vec<u32>| all.contains(&sought.0)))
        {
            is_open.set(true);
        }
    });
    let row = |index| view! { <AssumptionRow index=AssumptionIdx(index) /> }.into_any();
    view! {
        <section class="assumption-group">
            <h2>
                <button
                    type="button"
                    class="group-title disclosure-button"
                    aria-expanded=text(move || is_open.get().to_string())
                    on:click=press(move || is_open.update(|open| *open = !*open))
                >
                    {title}
                    <Icon glyph=Glyph::Down />
                </button>
            </h2>
            {when(move || is_open.get(), move || view! { <ul>{keyed(indices, row)}</ul> }.into_any())}
        </section>
    }
}
