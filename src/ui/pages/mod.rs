//! What stands beside the assumptions: the targets, or a page on something else.

mod check;
mod measures;
mod members;
mod scenarios;
mod table;

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::session::Page;
use crate::app::store::Store;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::detail::Detail;
use crate::ui::erased::{changing, each, press, text};
use crate::ui::part::{parts, shown};
use crate::ui::targets::Targets;
use check::Check;
use measures::Measures;
use members::Members;
use scenarios::Scenarios;

/// The page that is chosen.
#[component]
pub fn Chosen() -> impl IntoView {
    let store = use_store();
    let page = Derived::new(move || store.view(|view| view.page));
    changing(move || match page.get() {
        Page::Targets => view! {
            <Targets />
            <Detail />
        }
        .into_any(),
        Page::Scenarios => shown(scenarios_page, ()),
        Page::Members => shown(members_page, ()),
        Page::Check => shown(check_page, ()),
        Page::Measures => shown(measures_page, ()),
    })
}

parts! {
    pages:
    scenarios_page(_given: ()) { view! { <Scenarios /> } }
    members_page(_given: ()) { view! { <Members /> } }
    check_page(_given: ()) { view! { <Check /> } }
    measures_page(_given: ()) { view! { <Measures /> } }
}

/// Leads to the pages the plan has something for.
#[component]
pub fn Pages() -> impl IntoView {
    let planner = use_planner();
    let (sets, has_measures) = (planner.sets(), planner.has_measures());
    let pages = move || {
        let has_sets = sets.with(|sets| !sets.is_empty());
        let pages = [
            (Page::Targets, true),
            (Page::Scenarios, true),
            (Page::Members, has_sets),
            (Page::Check, true),
            (Page::Measures, has_measures.get()),
        ];
        let some = pages.into_iter().filter(|(_, is_of_use)| *is_of_use);
        some.map(|(page, _)| page).collect()
    };
    view! { <nav class="pages" aria-label=say(Words::pages)>{each(pages, lead)}</nav> }
}

fn lead(page: Page) -> AnyView {
    let store = use_store();
    let is_chosen = move || store.view(|view| view.page == page);
    let current = text(move || if is_chosen() { "page" } else { "false" }.to_owned());
    view! {
        <button
            type="button"
            class="page-lead"
            aria-current=current
            on:click=press(move || store.choose_page(page))
        >
            {text(move || called(page, store).to_owned())}
        </button>
    }
    .into_any()
}

/// What a page is called.
pub fn called(page: Page, store: Store) -> &'static str {
    let words = store.words();
    match page {
        Page::Targets => words.targets(),
        Page::Scenarios => words.compare_scenarios(),
        Page::Members => words.member_table(),
        Page::Check => words.plan_check(),
        Page::Measures => words.measures(),
    }
}
