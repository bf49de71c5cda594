//! A slider, with a mark where it stood before it was moved.

use leptos::prelude::*;

use crate::ui::erased::{flag, left, text};

/// The ends and the step of a slider.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Lower end.
    pub min: f64,
    /// Upper end, above the lower one.
    pub max: f64,
    /// Step, above zero.
    pub step: f64,
}

impl Scale {
    fn share(self, value: f64) -> f64 {
        ((value - self.min) / (self.max - self.min)).clamp(0.0, 1.0)
    }
}

/// A slider. Reports every move, when a value stands (`on_settle`), and when it is let go of or left (`on_let_go`).
#[component]
pub fn Slider(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] scale: Signal<Scale>,
    /// Its value; none if there is none yet.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// The value as it is read out, with unit.
    #[prop(into)]
    spoken: Signal<String>,
    /// Where it stood before it was moved.
    #[prop(into)]
    mark: Signal<Option<f64>>,
    #[prop(into)] is_off: Signal<bool>,
    #[prop(into)] on_move: Callback<f64>,
    #[prop(into)] on_settle: Callback<()>,
    #[prop(into)] on_let_go: Callback<()>,
) -> impl IntoView {
    let share = move |value: f64| scale.get().share(value).to_string();
    // Without a value the handle waits in the middle, and looks empty.
    let shown = move || {
        let middle = || f64::midpoint(scale.get().min, scale.get().max);
        value.get().unwrap_or_else(middle)
    };
    let moved = move |event| {
        if let Ok(value) = event_target_value(&event).parse() {
            on_move.run(value);
        }
    };
    view! {
        <span
            class="slider"
            class:is-empty=flag(move || value.get().is_none())
            class:is-marked=flag(move || mark.get().is_some())
            style:--at=text(move || share(shown()))
            style:--mark=text(move || share(mark.get().unwrap_or_else(shown)))
        >
            <input
                type="range"
                aria-label=label
                aria-valuetext=spoken
                disabled=is_off
                min=text(move || scale.get().min.to_string())
                max=text(move || scale.get().max.to_string())
                step=text(move || scale.get().step.to_string())
                prop:value=text(move || shown().to_string())
                on:input=moved
                on:change=move |_| on_settle.run(())
                on:pointerup=move |_| on_let_go.run(())
                on:blur=left(move || on_let_go.run(()))
            />
        </span>
    }
}
