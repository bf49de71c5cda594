//! A word with an icon and a tone, for what has been decided.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A badge. The tone is a class name; icon and word say the same without colour.
#[component]
pub fn Badge(
    #[prop(into)] tone: Signal<&'static str>,
    #[prop(into)] glyph: Signal<Glyph>,
    #[prop(into)] word: Signal<String>,
) -> impl IntoView {
    view! {
        <span class="badge" data-tone=tone>
            <Icon glyph />
            {word}
        </span>
    }
}
