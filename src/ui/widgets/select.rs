//! One of several, out of sight until asked for.

use leptos::prelude::*;

use crate::ui::erased::{each, flag};

/// A drop-down list. What is chosen is a position in `options`.
#[component]
pub fn Select(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<String>>,
    #[prop(into)] chosen: Signal<Option<usize>>,
    #[prop(optional, into)] is_off: Signal<bool>,
    #[prop(into)] on_choose: Callback<usize>,
) -> impl IntoView {
    let choose = move |event| {
        if let Ok(position) = event_target_value(&event).parse() {
            on_choose.run(position);
        }
    };
    let numbered = move || options.get().into_iter().enumerate().collect();
    let option = move |(position, text): (usize, String)| {
        let is_chosen = flag(move || chosen.get() == Some(position));
        view! {
            <option value=position prop:selected=is_chosen>
                {text}
            </option>
        }
        .into_any()
    };
    view! {
        <select class="select" aria-label=label disabled=is_off on:change=choose>
            {each(numbered, option)}
        </select>
    }
}
