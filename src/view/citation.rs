//! Quotes from the documents a plan is taken from.

use crate::engine::lang::Lang;
use crate::engine::plan::{Citation, Plan};
use crate::text::words::Words;

/// A quote and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quote {
    /// Document and place in it.
    pub place: String,
    /// The words that stand there; empty where only the place is given.
    pub text: String,
    /// Address of the document.
    pub url: Option<String>,
}

/// The quotes of an item.
pub fn quotes(plan: &Plan, citations: &[Citation], lang: Lang) -> Vec<Quote> {
    citations
        .iter()
        .map(|citation| quote(plan, citation, lang))
        .collect()
}

fn quote(plan: &Plan, citation: &Citation, lang: Lang) -> Quote {
    let source = citation.reference.as_ref().and_then(|reference| {
        plan.sources
            .iter()
            .find(|source| source.id.value == reference.value)
    });
    let title = source
        .map(|source| source.title.get(lang))
        .unwrap_or_default();
    let at = citation
        .at
        .as_ref()
        .map(|at| at.get(lang))
        .unwrap_or_default();
    Quote {
        place: Words(lang).cited(title, at),
        text: citation.quote.clone().unwrap_or_default(),
        // Only what a browser opens as a page; a plan file is written by anybody.
        url: source
            .and_then(|source| source.url.clone())
            .filter(|url| is_web_address(url)),
    }
}

fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
