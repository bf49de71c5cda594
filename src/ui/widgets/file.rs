//! A button that asks for a file.

use leptos::html;
use leptos::prelude::*;

use crate::browser::file::{Unread, chosen};
use crate::ui::erased::press;

/// A file input that looks like a button.
#[component]
pub fn FileButton(
    #[prop(into)] label: Signal<String>,
    /// Which files are offered, as for `<input accept>`.
    accept: &'static str,
    #[prop(into)] on_file: Callback<Unread>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let ask = move || {
        if let Some(input) = input.get() {
            input.click();
        }
    };
    let take = move |event| {
        if let Some(file) = chosen(&event) {
            on_file.run(file);
        }
    };
    view! {
        <button type="button" class="button is-main" on:click=press(ask)>
            {label}
        </button>
        <input type="file" hidden accept=accept node_ref=input on:change=take />
    }
}
