//! One assumption: its name and mark, and what moves it.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{changing, flag, kept, press, text, when};
use crate::ui::marks;
use crate::ui::part::{added, parts};
use crate::ui::widgets::{Choice, Glyph, Icon, Select};
use crate::view::assumption::{Control, Level, Shift, Spot};
use crate::view::{AssumptionIdx, MemberIdx, Year};

use super::editor::{Entry, Handle, Lock, Reset, Switch};
use super::grounds::GroundsPanel;
use super::path::{PathChart, PathOf};
use super::row_id;

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
    let shift = planner.shift(index, member);
    let years = Derived::new(move || shift.with(Shift::years));
    let chosen_year = RwSignal::new(None::<Year>);
    let year = move || {
        let chosen = chosen_year.get();
        years.with(|years| {
            chosen
                .filter(|year| years.contains(year))
                .or(years.first().copied())
        })
    };
    let spot = Derived::new(move || Spot {
        assumption: index,
        member: member.get(),
        year: year(),
    });
    let level = planner.level(spot, shift);
    let is_open = RwSignal::new(false);
    let choose_member = move || {
        let chosen = Signal::derive(move || member.get().map(MemberIdx::at));
        let choose = move |position| chosen_member.set(Some(MemberIdx::new(position)));
        view! { <Select label=say(Words::member) options=members chosen on_choose=choose /> }
            .into_any()
    };
    view! {
        <li
            class="assumption"
            class:is-moved=flag(move || level.with(|level| level.is_moved))
            id=row_id(index)
        >
            <div class="assumption-head">
                <Name index is_open />
                <Field spot level />
            </div>
            {when(move || members.with(|members| !members.is_empty()), choose_member)}
            {when(
                move || years.with(|years| years.len() > 1),
                move || {
                    view! {
                        <YearChoice spot years chosen_year />
                        <Path spot shift years chosen_year />
                    }
                    .into_any()
                },
            )}
            <Mover spot level />
            {when(move || is_open.get(), move || view! { <GroundsPanel spot level years /> }.into_any())}
        </li>
    }
}

parts! {
    path:
    path_part(of: PathOf) { view! { <PathChart of /> } }
}

/// The values by year as a drawing; only over a range.
#[component]
fn Path(
    spot: Derived<Spot>,
    shift: Derived<Shift>,
    years: Derived<Vec<Year>>,
    chosen_year: RwSignal<Option<Year>>,
) -> impl IntoView {
    let control = use_planner().control(spot.get_untracked().assumption);
    changing(move || match control.get() {
        Control::Slider(range) => {
            let of = PathOf {
                spot,
                shift,
                years,
                range,
                chosen_year,
            };
            view! { <div class="path-room">{added(path_part, of)}</div> }.into_any()
        }
        Control::Switch(_) | Control::Field => ().into_any(),
    })
}

/// Where the value is typed; not for a switch.
#[component]
fn Field(spot: Derived<Spot>, level: Derived<Level>) -> impl IntoView {
    let control = use_planner().control(spot.get_untracked().assumption);
    changing(move || match control.get() {
        Control::Switch(_) => ().into_any(),
        Control::Slider(range) => view! { <Entry spot level range=Some(range) /> }.into_any(),
        Control::Field => view! { <Entry spot level range=None /> }.into_any(),
    })
}

/// The slider or the switch, and the way back.
#[component]
fn Mover(spot: Derived<Spot>, level: Derived<Level>) -> impl IntoView {
    let control = use_planner().control(spot.get_untracked().assumption);
    let mover = move || match control.get() {
        Control::Switch(options) => view! { <Switch spot level options /> }.into_any(),
        Control::Slider(range) => view! { <Handle spot level range /> }.into_any(),
        Control::Field => ().into_any(),
    };
    view! {
        <div class="assumption-move">
            {changing(mover)}
            <Reset spot level />
            <Lock spot />
        </div>
    }
}

/// The name, with the mark of what the value rests on. Pressing it tells more.
#[component]
fn Name(index: AssumptionIdx, is_open: RwSignal<bool>) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let name = kept(planner.assumption_name(index));
    let grounds = planner.grounds(index);
    let mark = move || match grounds.get() {
        None => ().into_any(),
        Some(grounds) => {
            let (glyph, word) = match grounds.awaits {
                Some(awaits) => (Glyph::Question, awaits),
                None => {
                    let word = store.words().basis(grounds.basis);
                    (marks::of_basis(grounds.basis), word.to_owned())
                }
            };
            view! { <span class="basis"><Icon glyph />{word}</span> }.into_any()
        }
    };
    let is_locked = planner.is_locked(index);
    let lock_mark = || {
        view! { <span class="basis is-locked"><Icon glyph=Glyph::Locked />{say(Words::locked)}</span> }
            .into_any()
    };
    view! {
        <button
            type="button"
            class="assumption-name"
            aria-expanded=text(move || is_open.get().to_string())
            title=say(Words::about_assumption)
            on:click=press(move || is_open.update(|open| *open = !*open))
        >
            {name}
            {changing(mark)}
            {when(move || is_locked.get(), lock_mark)}
        </button>
    }
}

/// Which of the stated years is moved.
#[component]
fn YearChoice(
    spot: Derived<Spot>,
    years: Derived<Vec<Year>>,
    chosen_year: RwSignal<Option<Year>>,
) -> impl IntoView {
    let labels = move || years.with(|years| years.iter().map(Year::to_string).collect::<Vec<_>>());
    let chosen = move || {
        let year = spot.get().year;
        years.with(|years| years.iter().position(|known| Some(*known) == year))
    };
    let choose = move |position: usize| {
        chosen_year.set(years.with_untracked(|years| years.get(position).copied()));
    };
    view! {
        <Choice
            legend=say(Words::year)
            name=format!("years-{}", spot.get_untracked().assumption.0)
            options=Signal::derive(labels)
            chosen=Signal::derive(chosen)
            on_choose=choose
        />
    }
}
