//! A word with an icon and a tone, for what has been decided.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A badge. The tone is a class name; icon and word say the same without colour.
#[component]
pub fn Badge(tone: &'static str, glyph: Glyph, word: &'static str) -> impl IntoView {
    view! {
        <span class="badge" data-tone=tone>
            <Icon glyph />
            {word}
        </span>
    }
}
