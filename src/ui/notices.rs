//! What the user has to know about what is kept, and what is dragged over the page.

use leptos::prelude::*;

use crate::app::keep::Notice;
use crate::text::words::Words;

use super::context::{say, use_planner, use_store};
use super::outside;
use super::widgets::{Glyph, Icon};

/// The notice, with a way out of it.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let store = use_store();
    let planner = use_planner();
    move || {
        store.notice().map(|notice| {
            let text = {
                let notice = notice.clone();
                move || notice.text(store.words())
            };
            let found = notice.found().map(str::to_owned);
            let is_unsaved = matches!(notice, Notice::Missing | Notice::Full);
            view! {
                <div class="notice" role="alert">
                    <Icon glyph=Glyph::Warning />
                    <p>{text}</p>
                    {found.map(|found| {
                        view! {
                            <button type="button" class="button" on:click=move |_| outside::download_found(&found)>
                                {say(Words::download_saved)}
                            </button>
                        }
                    })}
                    {is_unsaved.then(|| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| outside::download(&planner.file())
                            >
                                {say(Words::download)}
                            </button>
                        }
                    })}
                    <button type="button" class="button" on:click=move |_| store.dismiss_notice()>
                        {say(Words::dismiss)}
                    </button>
                </div>
            }
        })
    }
}

/// Says that a file may be dropped.
#[component]
pub fn DropHint() -> impl IntoView {
    let store = use_store();
    view! {
        <Show when=move || store.dragging()>
            <p class="drop-hint">{say(Words::drop_here)}</p>
        </Show>
    }
}
