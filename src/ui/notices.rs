//! What the user has to know about what is kept, and what is dragged over the page.

use leptos::prelude::*;

use crate::app::keep::Notice;
use crate::text::words::Words;

use super::context::{say, use_planner, use_store};
use super::erased::{each, press, text, when};
use super::outside;
use super::widgets::{Glyph, Icon};

/// The notices, each with a way out of it.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let store = use_store();
    each(move || store.notices(), bar)
}

fn bar(notice: Notice) -> AnyView {
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
    let (says, done) = (notice.clone(), notice.clone());
    let put_away = match notice {
        Notice::Corrupt(_) => button(say(Words::delete_saved), move || {
            outside::forget_found(store);
            store.dismiss(&done);
        }),
        _ => button(say(Words::dismiss), move || store.dismiss(&done)),
    };
    view! {
        <div class="notice" role="alert">
            <Icon glyph=Glyph::Warning />
            <p>{text(move || says.text(store.words()).to_owned())}</p>
            {way_out}
            {put_away}
        </div>
    }
    .into_any()
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
