//! One assumption: its name and mark, and what moves it.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::marks;
use crate::ui::widgets::{Choice, Glyph, Icon, Select};
use crate::view::assumption::{Control, Spot};
use crate::view::{AssumptionIdx, MemberIdx, Year};

use super::editor::{Entry, Handle, Reset, Switch};
use super::grounds::GroundsPanel;

/// An assumption. Which member and which of its years is moved is the row's own affair.
#[component]
pub fn AssumptionRow(index: AssumptionIdx) -> impl IntoView {
    let planner = use_planner();
    let members = planner.members(index);
    let chosen_member = RwSignal::new(None::<MemberIdx>);
    let member = Signal::derive(move || {
        let first = members
            .with(|members| !members.is_empty())
            .then(|| MemberIdx::new(0));
        chosen_member.get().or(first)
    });
    let years = planner.stated_years(index, member);
    let chosen_year = RwSignal::new(None::<Year>);
    let year = Memo::new(move |_| {
        years.with(|years| {
            let chosen = chosen_year.get().filter(|year| years.contains(year));
            chosen.or_else(|| years.first().copied())
        })
    });
    let spot = Memo::new(move |_| Spot {
        assumption: index,
        member: member.get(),
        year: year.get(),
    });
    let level = planner.level(spot);
    let control = planner.control(index);
    let is_open = RwSignal::new(false);
    view! {
        <li class="assumption" class:is-moved=move || level.with(|level| level.is_moved) id=format!("assumption-{}", index.0)>
            <div class="assumption-head">
                <Name index is_open />
                {move || match control.get() {
                    Control::Switch(_) => ().into_any(),
                    Control::Slider(range) => view! { <Entry spot level range=Some(range) /> }.into_any(),
                    Control::Field => view! { <Entry spot level range=None /> }.into_any(),
                }}
            </div>
            <Show when=move || members.with(|members| !members.is_empty())>
                <Select
                    label=say(Words::member)
                    options=members
                    chosen=Signal::derive(move || member.get().map(MemberIdx::at))
                    on_choose=move |position| chosen_member.set(Some(MemberIdx::new(position)))
                />
            </Show>
            <Show when=move || years.with(|years| years.len() > 1)>
                <YearChoice index years year chosen_year />
            </Show>
            <div class="assumption-move">
                {move || match control.get() {
                    Control::Switch(options) => view! { <Switch spot level options /> }.into_any(),
                    Control::Slider(range) => view! { <Handle spot level range /> }.into_any(),
                    Control::Field => ().into_any(),
                }}
                <Reset spot level />
            </div>
            <Show when=move || is_open.get()>
                <GroundsPanel index spot years />
            </Show>
        </li>
    }
}

/// The name, with the mark of what the value rests on. Pressing it tells more.
#[component]
fn Name(index: AssumptionIdx, is_open: RwSignal<bool>) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let name = planner.assumption_name(index);
    let grounds = planner.grounds(index);
    let mark = move || {
        grounds.get().map(|grounds| match grounds.awaits {
            Some(awaits) => (Glyph::Question, awaits),
            None => (
                marks::of_basis(grounds.basis),
                store.words().basis(grounds.basis).to_owned(),
            ),
        })
    };
    view! {
        <button
            type="button"
            class="assumption-name"
            aria-expanded=move || is_open.get().to_string()
            title=say(Words::about_assumption)
            on:click=move |_| is_open.update(|open| *open = !*open)
        >
            {name}
            <span class="basis">
                {move || mark().map(|(glyph, word)| view! { <Icon glyph />{word} })}
            </span>
        </button>
    }
}

/// Which of the stated years is moved.
#[component]
fn YearChoice(
    index: AssumptionIdx,
    years: Memo<Vec<Year>>,
    year: Memo<Option<Year>>,
    chosen_year: RwSignal<Option<Year>>,
) -> impl IntoView {
    let group = format!("years-{}", index.0);
    let label = |year: Option<Year>| year.map(|year| year.to_string()).unwrap_or_default();
    let options =
        Memo::new(move |_| years.with(|years| years.iter().copied().map(Some).collect::<Vec<_>>()));
    view! {
        <Choice
            legend=say(Words::year)
            name=group
            options=options
            chosen=year
            label=label
            on_choose=move |year| chosen_year.set(year)
        />
    }
}
