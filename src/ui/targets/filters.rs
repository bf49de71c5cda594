//! Which targets are looked at: milestone year, order, groups, search.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::widgets::{Choice, Glyph, Icon, Select};
use crate::view::Year;
use crate::view::list::{Grouping, Order};
use crate::view::status::Status;

/// The line above the list.
#[component]
pub fn Filters() -> impl IntoView {
    view! {
        <div class="filters">
            <Milestones />
            <div class="filters-more">
                <Search />
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
    let options = Memo::new(move |_| {
        let years = years.get().into_iter().map(Some);
        std::iter::once(None)
            .chain(years)
            .collect::<Vec<Option<Year>>>()
    });
    let chosen = Memo::new(move |_| planner.criteria.with(|criteria| criteria.milestone));
    let label = move |year: Option<Year>| {
        let words = store.words();
        let tally = planner.headline.with(|headline| headline.tally(year));
        let part = words.part_of(tally.count(Status::Attained), tally.total());
        match year {
            None => format!("{} {part}", words.all_years()),
            Some(year) => format!("{year} {part}"),
        }
    };
    view! {
        <Choice
            legend=say(Words::milestone)
            name="milestone"
            options=options
            chosen=chosen
            label=label
            on_choose=move |year| store.choose_list(|criteria| criteria.milestone = year)
        />
    }
}

#[component]
fn Search() -> impl IntoView {
    let planner = use_planner();
    let text = move || planner.criteria.with(|criteria| criteria.search.clone());
    let search = move |event| {
        let text = event_target_value(&event);
        planner.store.choose_list(|criteria| criteria.search = text);
    };
    view! {
        <label class="search">
            <span class="unseen">{say(Words::search)}</span>
            <Icon glyph=Glyph::Lens />
            <input type="search" placeholder=say(Words::search) prop:value=text on:input=search />
        </label>
    }
}

#[component]
fn OrderChoice() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let options = move || {
        vec![
            store.words().order_plan().to_owned(),
            store.words().order_worst().to_owned(),
        ]
    };
    let chosen = move || {
        planner
            .criteria
            .with(|criteria| Some(usize::from(criteria.order == Order::Worst)))
    };
    let choose = move |position| {
        let order = if position == 0 {
            Order::Plan
        } else {
            Order::Worst
        };
        store.choose_list(|criteria| criteria.order = order);
    };
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
    let planner = use_planner();
    let store = planner.store;
    let options = move || {
        vec![
            store.words().grouped().to_owned(),
            store.words().ungrouped().to_owned(),
        ]
    };
    let chosen = move || {
        planner
            .criteria
            .with(|criteria| Some(usize::from(criteria.grouping == Grouping::Flat)))
    };
    let choose = move |position| {
        let grouping = if position == 0 {
            Grouping::Groups
        } else {
            Grouping::Flat
        };
        store.choose_list(|criteria| criteria.grouping = grouping);
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
