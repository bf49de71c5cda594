//! Labels and what they say, as a list of definitions.

use leptos::prelude::*;

use super::erased::each;

/// A list of facts.
pub fn facts(facts: impl Fn() -> Vec<(&'static str, String)> + Send + 'static) -> AnyView {
    let fact = |(label, says): (&'static str, String)| {
        view! {
            <dt>{label}</dt>
            <dd>{says}</dd>
        }
        .into_any()
    };
    view! { <dl class="facts">{each(facts, fact)}</dl> }.into_any()
}
