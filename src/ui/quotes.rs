//! Quotes from the documents.

use leptos::prelude::*;

use crate::view::citation::Quote;

use super::erased::each;

/// The quotes, each under the place it stands at.
pub fn quotes(quotes: impl Fn() -> Vec<Quote> + Send + 'static) -> AnyView {
    each(quotes, |quote| {
        let words = (!quote.text.is_empty())
            .then(|| view! { <blockquote>{quote.text}</blockquote> }.into_any());
        let place = match quote.url {
            Some(url) => {
                view! { <a href=url rel="noreferrer" target="_blank">{quote.place}</a> }.into_any()
            }
            None => quote.place.into_any(),
        };
        view! {
            <figure class="quote">
                {words}
                <figcaption>{place}</figcaption>
            </figure>
        }
        .into_any()
    })
}
