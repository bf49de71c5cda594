//! Says what is gone, and brings it back.

use leptos::html;
use leptos::prelude::*;

use crate::ui::erased::{effect, press};

/// A sentence and a button. It takes the focus: what had it is gone with what the sentence speaks of.
#[component]
pub fn WayBack(
    #[prop(into)] says: Signal<String>,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on_back: Callback<()>,
) -> impl IntoView {
    let button = NodeRef::<html::Button>::new();
    effect(move || {
        if let Some(button) = button.get() {
            // Where it cannot be had, it is where the browser puts it.
            drop(button.focus());
        }
    });
    view! {
        {says}
        " "
        <button
            type="button"
            class="button is-link"
            node_ref=button
            on:click=press(move || on_back.run(()))
        >
            {label}
        </button>
    }
}
