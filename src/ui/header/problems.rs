//! What is wrong with the open plan.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{press, text, when};
use crate::ui::part::{parts, shown};
use crate::ui::problems;
use crate::ui::widgets::{Dialog, Glyph, Icon};
use crate::view::problem::At;

parts! {
    problems:
    list_part(lead: Callback<At>) { problems::list(use_planner().problems(), Some(lead)) }
}

/// The count in the header, and the dialog it opens.
#[component]
pub fn Problems() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let is_open = RwSignal::new(false);
    let lead = Callback::new(move |at| {
        is_open.set(false);
        store.edit_at(at);
    });
    let count = planner.problem_count();
    let button = move || {
        let says = text(move || count.get().text(store.words()));
        view! {
            <button
                type="button"
                class="button is-quiet"
                aria-haspopup="dialog"
                aria-label=says
                title=says
                on:click=press(move || is_open.set(true))
            >
                <Icon glyph=Glyph::Warning />
                {text(move || count.get().all().to_string())}
            </button>
        }
        .into_any()
    };
    view! {
        {when(move || count.get().all() != 0, button)}
        <Dialog
            open=is_open
            title=say(Words::problems)
            close_label=say(Words::close)
            on_close=move |()| is_open.set(false)
        >
            {shown(list_part, lead)}
        </Dialog>
    }
}
