//! What the user has to know about what is kept, and what is dragged over the page.

use leptos::prelude::*;

use crate::app::keep::Notice;
use crate::text::words::Words;

use super::context::{say, use_planner, use_store};
use super::erased::{changing, press, text, when};
use super::outside;
use super::widgets::{Glyph, Icon};

/// The notice, with a way out of it.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let store = use_store();
    changing(move || {
        store.notice().map_or_else(
            || ().into_any(),
            |notice| view! { <Bar notice /> }.into_any(),
        )
    })
}

#[component]
fn Bar(notice: Notice) -> impl IntoView {
    let store = use_store();
    let planner = use_planner();
    let found = notice.found().map(str::to_owned);
    let way_out = match &notice {
        Notice::Missing | Notice::Full => button(say(Words::download), move || {
            outside::download(&planner.file());
        }),
        Notice::Corrupt(_) | Notice::Newer(_) => button(say(Words::download_saved), move || {
            outside::download_found(found.as_deref().unwrap_or_default());
        }),
        Notice::Elsewhere => button(say(Words::reload), outside::reload),
    };
    view! {
        <div class="notice" role="alert">
            <Icon glyph=Glyph::Warning />
            <p>{text(move || notice.text(store.words()).to_owned())}</p>
            {way_out}
            {button(say(Words::dismiss), move || store.dismiss_notice())}
        </div>
    }
}

fn button(label: Signal<String>, act: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class="button" on:click=press(act)>
            {label}
        </button>
    }
    .into_any()
}

/// Says that a file may be dropped.
#[component]
pub fn DropHint() -> impl IntoView {
    let store = use_store();
    when(
        move || store.dragging(),
        || view! { <p class="drop-hint">{say(Words::drop_here)}</p> }.into_any(),
    )
}
