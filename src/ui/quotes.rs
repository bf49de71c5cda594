//! Quotes from the documents.

use leptos::prelude::*;

use crate::view::citation::Quote;

/// The quotes, each under the place it stands at.
#[component]
pub fn Quotes(#[prop(into)] quotes: Signal<Vec<Quote>>) -> impl IntoView {
    view! {
        <For each=move || quotes.get() key=Quote::clone let(quote)>
            <figure class="quote">
                {(!quote.text.is_empty()).then(|| view! { <blockquote>{quote.text.clone()}</blockquote> })}
                <figcaption>
                    {match quote.url.clone() {
                        Some(url) => {
                            let place = quote.place.clone();
                            view! { <a href=url rel="noreferrer" target="_blank">{place}</a> }.into_any()
                        }
                        None => quote.place.clone().into_any(),
                    }}
                </figcaption>
            </figure>
        </For>
    }
}
