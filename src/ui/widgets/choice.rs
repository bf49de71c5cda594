//! One of a few, all in sight: radio buttons that look like chips.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::ui::erased::{flag, keyed, text};

/// A row of options of which one is chosen, by position. Arrow keys move between them, as the browser does for radio
/// buttons. What an option says may change without losing the focus.
#[component]
pub fn Choice(
    /// What is chosen, for screen readers.
    #[prop(into)]
    legend: Signal<String>,
    /// A name that no other choice on the page has.
    #[prop(into)]
    name: String,
    #[prop(into)] options: Signal<Vec<String>>,
    #[prop(into)] chosen: Signal<Option<usize>>,
    #[prop(into)] on_choose: Callback<usize>,
) -> impl IntoView {
    let positions =
        Derived::new(move || options.with(|options| (0..options.len() as u32).collect()));
    let option = move |position: u32| {
        let position = position as usize;
        let says = text(move || options.with(|all| all.get(position).cloned().unwrap_or_default()));
        let is_chosen = flag(move || chosen.get() == Some(position));
        view! {
            <label class="chip" class:is-on=is_chosen>
                <input
                    type="radio"
                    class="unseen"
                    name=name.clone()
                    prop:checked=is_chosen
                    on:change=move |_| on_choose.run(position)
                />
                {says}
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="choice">
            <legend class="unseen">{legend}</legend>
            {keyed(positions, option)}
        </fieldset>
    }
}
