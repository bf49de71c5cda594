//! Which targets are looked at: milestone year, order, groups, search.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{text, when};
use crate::ui::widgets::{Choice, Glyph, Icon, Select};
use crate::view::headline::Tally;
use crate::view::list::{Grouping, Order};
use crate::view::status::Status;
use crate::view::{Kind, Year};

/// The line above the list.
#[component]
pub fn Filters() -> impl IntoView {
    view! {
        <div class="filters">
            <Milestones />
            <div class="filters-more">
                <Search />
                <KindChoice />
                <OrderChoice />
                <GroupingChoice />
            </div>
        </div>
    }
}

/// The milestone years, each with how many of its results are attained.
#[component]
fn Milestones() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let years = planner.milestone_years();
    let label = move |year: Option<Year>| {
        let words = store.words();
        let tally = planner.headline.with(|headline| headline.tally(year));
        let part = words.part_of(tally.count(Status::Attained), tally.total());
        let name = year.map_or_else(|| words.all_years().to_owned(), |year| year.to_string());
        format!("{name} {part}")
    };
    // The first option stands for all years.
    let labels = move || {
        let years = years.get().into_iter().map(Some);
        std::iter::once(None)
            .chain(years)
            .map(label)
            .collect::<Vec<_>>()
    };
    let chosen = move || {
        let chosen = planner.criteria.with(|criteria| criteria.milestone);
        years.with(|years| match chosen {
            None => Some(0),
            Some(year) => years
                .iter()
                .position(|known| *known == year)
                .map(|position| position + 1),
        })
    };
    let choose = move |position: usize| {
        let year = position
            .checked_sub(1)
            .and_then(|position| years.with_untracked(|years| years.get(position).copied()));
        store.choose_list(|criteria| criteria.milestone = year);
    };
    view! {
        <Choice
            legend=say(Words::milestone)
            name="milestone"
            options=Signal::derive(labels)
            chosen=Signal::derive(chosen)
            on_choose=choose
        />
    }
}

#[component]
fn Search() -> impl IntoView {
    let planner = use_planner();
    let wanted = text(move || planner.criteria.with(|criteria| criteria.search.clone()));
    let search = move |event| {
        let wanted = event_target_value(&event);
        planner
            .store
            .choose_list(|criteria| criteria.search = wanted);
    };
    view! {
        <label class="search">
            <span class="unseen">{say(Words::search)}</span>
            <Icon glyph=Glyph::Lens />
            <input type="search" placeholder=say(Words::search) prop:value=wanted on:input=search />
        </label>
    }
}

/// How binding the targets are that are listed, each with how many of its results are attained. Not where a plan knows
/// one kind only.
#[component]
fn KindChoice() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let kinds = planner.kinds();
    let options = move || {
        let words = store.words();
        let label = |(kind, tally): &(Kind, Tally)| {
            let part = words.part_of(tally.count(Status::Attained), tally.total());
            format!("{} {part}", words.kind(*kind))
        };
        let all = words.all_kinds().to_owned();
        kinds.with(|kinds| {
            std::iter::once(all)
                .chain(kinds.iter().map(label))
                .collect()
        })
    };
    let chosen = move || {
        let chosen = planner.criteria.with(|criteria| criteria.kind);
        kinds.with(|kinds| {
            let found = kinds.iter().position(|(kind, _)| Some(*kind) == chosen);
            found.map(|position| position + 1).or(Some(0))
        })
    };
    let choose = move |position: usize| {
        let kind = kinds.with_untracked(|kinds| {
            let found = position
                .checked_sub(1)
                .and_then(|position| kinds.get(position));
            found.map(|(kind, _)| *kind)
        });
        store.choose_list(|criteria| criteria.kind = kind);
    };
    let choice = move || {
        view! {
            <Select
                label=say(Words::kind_of_target)
                options=Signal::derive(options)
                chosen=Signal::derive(chosen)
                on_choose=choose
            />
        }
        .into_any()
    };
    when(move || kinds.with(|kinds| kinds.len() > 1), choice)
}

#[component]
fn OrderChoice() -> impl IntoView {
    const ORDERS: [Order; 2] = [Order::Plan, Order::Worst];
    let planner = use_planner();
    let store = planner.store;
    let options = move || {
        let words = store.words();
        [words.order_plan(), words.order_worst()]
            .map(str::to_owned)
            .to_vec()
    };
    let chosen = move || {
        planner
            .criteria
            .with(|criteria| ORDERS.iter().position(|order| *order == criteria.order))
    };
    let choose =
        move |position: usize| store.choose_list(|criteria| criteria.order = ORDERS[position]);
    view! {
        <Select
            label=say(Words::order)
            options=Signal::derive(options)
            chosen=Signal::derive(chosen)
            on_choose=choose
        />
    }
}

#[component]
fn GroupingChoice() -> impl IntoView {
    const GROUPINGS: [Grouping; 2] = [Grouping::Groups, Grouping::Flat];
    let planner = use_planner();
    let store = planner.store;
    let options = move || {
        let words = store.words();
        [words.grouped(), words.ungrouped()]
            .map(str::to_owned)
            .to_vec()
    };
    let chosen = move || {
        let grouping = planner.criteria.with(|criteria| criteria.grouping);
        GROUPINGS.iter().position(|known| *known == grouping)
    };
    let choose = move |position: usize| {
        store.choose_list(|criteria| criteria.grouping = GROUPINGS[position]);
    };
    view! {
        <Select
            label=say(Words::grouping)
            options=Signal::derive(options)
            chosen=Signal::derive(chosen)
            on_choose=choose
        />
    }
}
