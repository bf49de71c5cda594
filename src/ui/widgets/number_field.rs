//! A field for a number. What is typed stays as it is typed until the field is left; it is handed on as soon as it can be
//! taken, and the reason is shown while it cannot.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::ui::erased::{left, text};

/// Which way the arrow keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nudge {
    /// Up, to more.
    Up,
    /// Down, to less.
    Down,
}

/// A number field.
#[component]
pub fn NumberField(
    #[prop(into)] label: Signal<String>,
    /// The number as text while nobody types.
    #[prop(into)]
    value: Signal<String>,
    /// Shown in an empty field.
    #[prop(into)]
    placeholder: Signal<String>,
    /// Whether it is set apart from its neighbours.
    #[prop(into)]
    is_moved: Signal<bool>,
    #[prop(into)] is_off: Signal<bool>,
    /// Takes a text, or says why not.
    #[prop(into)]
    on_type: Callback<String, Result<(), String>>,
    /// Takes an arrow key.
    #[prop(into)]
    on_nudge: Callback<Nudge>,
    #[prop(into)] on_leave: Callback<()>,
) -> impl IntoView {
    let typed = RwSignal::new(None::<String>);
    let problem = RwSignal::new(None::<String>);
    let shown = move || typed.get().unwrap_or_else(|| value.get());
    let put_away = move || {
        typed.set(None);
        problem.set(None);
    };
    let input = move |event| {
        let text = event_target_value(&event);
        problem.set(on_type.run(text.clone()).err());
        typed.set(Some(text));
    };
    let leave = move || {
        put_away();
        on_leave.run(());
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" | "Escape" => leave(),
        "ArrowUp" | "ArrowDown" => {
            event.prevent_default();
            put_away();
            on_nudge.run(if event.key() == "ArrowUp" {
                Nudge::Up
            } else {
                Nudge::Down
            });
        }
        _ => {}
    };
    view! {
        <span class="number-field" class:is-moved=is_moved>
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-label=label
                aria-invalid=text(move || problem.get().is_some().to_string())
                placeholder=placeholder
                disabled=is_off
                prop:value=text(shown)
                on:input=input
                on:keydown=key
                on:blur=left(leave)
            />
            <span class="number-field-problem" role="alert">
                {text(move || problem.get().unwrap_or_default())}
            </span>
        </span>
    }
}
