//! What the user wanted to open and did not get open: why, and whether it can be opened all the same or mended. What was
//! open still is.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::opened::Refused;
use crate::text::words::Words;
use crate::view::problem::List;

use super::context::{say, use_store};
use super::erased::{press, text, when};
use super::part::{parts, shown};
use super::problems;
use super::widgets::Dialog;

parts! {
    problems:
    content_part(can_open: Derived<bool>) { view! { <Content can_open /> } }
}

/// The dialog; there while something is put aside.
#[component]
pub fn RefusedDialog() -> impl IntoView {
    let store = use_store();
    let can_open = Derived::new(move || store.refused().is_some_and(|refused| refused.can_open()));
    let title = text(move || {
        let words = store.words();
        if can_open.get() {
            words.plan_faulty()
        } else {
            words.plan_refused()
        }
        .to_owned()
    });
    view! {
        <Dialog
            open=Signal::derive(move || store.refused().is_some())
            title
            close_label=say(Words::close)
            on_close=move |()| store.dismiss_refused()
        >
            {shown(content_part, can_open)}
        </Dialog>
    }
}

#[component]
fn Content(can_open: Derived<bool>) -> impl IntoView {
    let store = use_store();
    let list = Derived::new(move || {
        let refused = store.refused();
        let of = |refused: &Refused| refused.problems(store.lang());
        refused.map_or_else(List::default, |refused| of(&refused))
    });
    let summary = text(move || {
        let words = store.words();
        let counts = list.with(|list| list.count.text(words));
        let name = store
            .refused()
            .and_then(|refused| refused.name.as_deref().map(|name| words.file_named(name)));
        name.into_iter()
            .chain([counts])
            .collect::<Vec<_>>()
            .join(words.dot())
    });
    view! {
        <p class="refused-summary">{summary}</p>
        {when(
            move || store.has_plan(),
            || view! { <p class="hint">{say(Words::plan_kept)}</p> }.into_any(),
        )}
        {problems::list(list, None)}
        <footer class="dialog-foot">
            {when(
                move || can_open.get(),
                || view! { <p class="hint">{say(Words::open_anyway_help)}</p> }.into_any(),
            )}
            <button type="button" class="button is-main" on:click=press(move || store.dismiss_refused())>
                {say(Words::close)}
            </button>
            {when(
                move || store.can_mend(),
                move || {
                    view! {
                        <button type="button" class="button" on:click=press(move || store.mend_refused())>
                            {say(Words::mend_refused)}
                        </button>
                    }
                    .into_any()
                },
            )}
            {when(
                move || can_open.get(),
                move || {
                    view! {
                        <button type="button" class="button" on:click=press(move || store.open_anyway())>
                            {say(Words::open_anyway)}
                        </button>
                    }
                    .into_any()
                },
            )}
        </footer>
    }
}
