//! Something that is shown on demand, below the button that asks for it.

use leptos::prelude::*;

use crate::ui::erased::{press, text, when};

use super::icon::{Glyph, Icon};

/// A button with an angle, and what it opens. What is inside is made when it is first asked for.
#[component]
pub fn Disclosure(
    #[prop(into)] summary: Signal<String>,
    #[prop(optional)] is_open: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(is_open);
    view! {
        <div class="disclosure">
            <button
                type="button"
                class="disclosure-button"
                aria-expanded=text(move || open.get().to_string())
                on:click=press(move || open.update(|open| *open = !*open))
            >
                <Icon glyph=Glyph::Down />
                {summary}
            </button>
            {when(move || open.get(), move || children())}
        </div>
    }
}
