//! Quotes from the documents.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::view::citation::Quote;

use super::context::say;
use super::erased::each;
use super::widgets::Disclosure;

/// The quotes, each under the place it stands at.
pub fn quotes(quotes: impl Fn() -> Vec<Quote> + Send + 'static) -> AnyView {
    each(quotes, quote)
}

/// The quotes, folded away; nothing where there are none.
pub fn folded(quotes: Vec<Quote>) -> Option<AnyView> {
    (!quotes.is_empty()).then(|| {
        view! {
            <Disclosure summary=say(Words::source_text)>
                {quotes.iter().cloned().map(quote).collect::<Vec<_>>()}
            </Disclosure>
        }
        .into_any()
    })
}

fn quote(quote: Quote) -> AnyView {
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
}
