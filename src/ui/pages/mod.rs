//! What stands beside the assumptions: the targets, or a page on something else.

mod check;
mod data;
mod editor;
mod measures;
mod members;
mod report;
mod scenarios;
mod table;

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::session::Page;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::detail::Detail;
use crate::ui::erased::{changing, each, effect, press, text};
use crate::ui::outside;
use crate::ui::part::{parts, shown};
use crate::ui::targets::Targets;
use check::Check;
use data::Data;
use editor::Editor;
use measures::Measures;
use members::Members;
use report::Report;
use scenarios::Scenarios;

/// The page that is chosen.
#[component]
pub fn Chosen() -> impl IntoView {
    let store = use_store();
    let page = Derived::new(move || store.view(|view| view.page));
    let plan = Derived::new(move || store.plan_ref());
    changing(move || {
        let page = page.get();
        // The editor stays as it is while the plan becomes another under it; all else is made anew.
        if page != Page::Editor {
            plan.track();
        }
        match page {
            Page::Targets => view! {
                <Targets />
                <Detail />
            }
            .into_any(),
            Page::Scenarios => shown(scenarios_page, ()),
            Page::Members => shown(members_page, ()),
            Page::Data => shown(data_page, ()),
            Page::Check => shown(check_page, ()),
            Page::Measures => shown(measures_page, ()),
            Page::Report => shown(report_page, ()),
            Page::Editor => shown(editor_page, ()),
        }
    })
}

parts! {
    editor:
    editor_page(_given: ()) { view! { <Editor /> } }
}

parts! {
    pages:
    scenarios_page(_given: ()) { view! { <Scenarios /> } }
    members_page(_given: ()) { view! { <Members /> } }
    data_page(_given: ()) { view! { <Data /> } }
    check_page(_given: ()) { view! { <Check /> } }
    measures_page(_given: ()) { view! { <Measures /> } }
    report_page(_given: ()) { view! { <Report /> } }
}

/// Leads to the pages the plan has something for.
#[component]
pub fn Pages() -> impl IntoView {
    let pages = use_planner().pages();
    let store = use_store();
    let page = Derived::new(move || store.view(|view| view.page));
    // Not all of them have room on a narrow screen.
    effect(move || outside::show(lead_id(page.get())));
    view! { <nav class="pages" aria-label=say(Words::pages)>{each(move || pages.get(), lead)}</nav> }
}

fn lead_id(page: Page) -> String {
    format!("page-{}", page.name())
}

fn lead(page: Page) -> AnyView {
    let store = use_store();
    let is_chosen = move || store.view(|view| view.page == page);
    let current = text(move || if is_chosen() { "page" } else { "false" }.to_owned());
    view! {
        <button
            type="button"
            id=lead_id(page)
            class="page-lead"
            aria-current=current
            on:click=press(move || store.choose_page(page))
        >
            {text(move || page.title(store.words()).to_owned())}
        </button>
    }
    .into_any()
}
