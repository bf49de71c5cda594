//! One of a few, all in sight: radio buttons that look like chips.

use std::hash::Hash;

use leptos::prelude::*;

/// A row of options of which one is chosen. Arrow keys move between them, as the browser does for radio buttons.
#[component]
pub fn Choice<T>(
    /// What is chosen, for screen readers.
    #[prop(into)]
    legend: Signal<String>,
    /// A name that no other choice on the page has.
    #[prop(into)]
    name: String,
    #[prop(into)] options: Signal<Vec<T>>,
    #[prop(into)] chosen: Signal<T>,
    /// The text of an option; may follow signals.
    #[prop(into)]
    label: Callback<T, String>,
    #[prop(into)] on_choose: Callback<T>,
) -> impl IntoView
where
    T: Clone + Eq + Hash + Send + Sync + 'static,
{
    view! {
        <fieldset class="choice">
            <legend class="unseen">{legend}</legend>
            <For each=move || options.get() key=T::clone let(option)>
                {
                    let is_chosen = {
                        let option = option.clone();
                        Memo::new(move |_| chosen.with(|chosen| *chosen == option))
                    };
                    let text = {
                        let option = option.clone();
                        move || label.run(option.clone())
                    };
                    view! {
                        <label class="chip" class:is-on=is_chosen>
                            <input
                                type="radio"
                                class="unseen"
                                name=name.clone()
                                prop:checked=is_chosen
                                on:change=move |_| on_choose.run(option.clone())
                            />
                            {text}
                        </label>
                    }
                }
            </For>
        </fieldset>
    }
}
