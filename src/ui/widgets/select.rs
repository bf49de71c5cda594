//! One of several, out of sight until asked for.

use leptos::prelude::*;

/// A drop-down list. What is chosen is a position in `options`.
#[component]
pub fn Select(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<String>>,
    #[prop(into)] chosen: Signal<Option<usize>>,
    #[prop(into)] on_choose: Callback<usize>,
) -> impl IntoView {
    let choose = move |event| {
        if let Ok(position) = event_target_value(&event).parse() {
            on_choose.run(position);
        }
    };
    view! {
        <select class="select" aria-label=label on:change=choose>
            {move || {
                let entries = options.get().into_iter().enumerate();
                entries
                    .map(|(position, text)| {
                        let is_chosen = move || chosen.get() == Some(position);
                        view! {
                            <option value=position prop:selected=is_chosen>
                                {text}
                            </option>
                        }
                    })
                    .collect_view()
            }}
        </select>
    }
}
