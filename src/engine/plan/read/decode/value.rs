//! The small parts every item is made of.

use super::super::spelling;
use crate::engine::diagnostic::{Span, Spanned};
use crate::engine::index::Year;
use crate::engine::json::Node;
use crate::engine::lang::Text;
use crate::engine::plan::{
    Accepted, Citation, FormulaText, Id, Interpolation, PriceBasis, UnitText,
};
use crate::engine::written::{Escapes, Written};

/// A text for people. Blank is missing.
pub(super) fn text(node: &Node, key: &str) -> Option<Text> {
    node.get(key).and_then(as_text)
}

/// A text for people. Blank is missing.
pub(in crate::engine::plan) fn as_text(node: &Node) -> Option<Text> {
    if let Some(text) = node.text() {
        return (!text.trim().is_empty()).then(|| Text::plain(text));
    }
    let text = Text::in_languages(line(node, "zh"), line(node, "en"));
    (!text.is_empty()).then_some(text)
}

/// The name of an item: its own, or its id.
pub(super) fn name(node: &Node, id: &Id) -> Text {
    text(node, "name").unwrap_or_else(|| Text::plain(id.value.as_str()))
}

/// A text in one language. Blank is missing.
pub(super) fn line(node: &Node, key: &str) -> Option<String> {
    node.get(key).and_then(as_line)
}

/// A text in one language. Blank is missing.
pub(in crate::engine::plan) fn as_line(node: &Node) -> Option<String> {
    let text = node.text()?;
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// A text in one language with its place. Blank is missing.
pub(super) fn spanned(node: &Node, key: &str) -> Option<Spanned<String>> {
    node.get(key).and_then(as_spanned)
}

/// A text in one language with its place. Blank is missing.
pub(super) fn as_spanned(node: &Node) -> Option<Spanned<String>> {
    let text = node.spanned_text()?;
    (!text.value.trim().is_empty()).then_some(text)
}

/// A formula or unit. Blank is missing.
pub(super) fn written(node: &Node, key: &str) -> Option<Written> {
    node.get(key).and_then(as_written)
}

/// A formula or unit. Blank is missing.
pub(super) fn as_written(node: &Node) -> Option<Written> {
    let text = node.written()?;
    (!text.value.trim().is_empty()).then_some(text)
}

/// A formula or unit that must be there: the empty text if it is not.
pub(super) fn formula_or_empty(node: &Node, key: &str) -> FormulaText {
    node.get(key)
        .map_or_else(|| empty(node.span), as_formula_or_empty)
}

/// A formula that must be here: the empty text if it is not.
pub(super) fn as_formula_or_empty(node: &Node) -> FormulaText {
    as_written(node).unwrap_or_else(|| empty(node.span))
}

/// A unit that must be there: the empty text if it is not.
pub(super) fn unit_or_empty(node: &Node, key: &str) -> UnitText {
    formula_or_empty(node, key)
}

/// The text that stands for a missing formula or unit.
pub(super) fn empty(span: Span) -> Written {
    Written::new(String::new(), span, Escapes::default())
}

/// Texts of a list.
pub(super) fn texts(node: &Node, key: &str) -> Vec<Text> {
    list(node, key).iter().filter_map(as_text).collect()
}

/// Ids of a list.
pub(super) fn ids(node: &Node, key: &str) -> Vec<Id> {
    list(node, key).iter().filter_map(as_spanned).collect()
}

fn list<'a>(node: &'a Node, key: &str) -> &'a [Node] {
    node.get(key).map_or(&[], Node::elements)
}

/// A number.
pub(super) fn number(node: &Node, key: &str) -> Option<f64> {
    node.get(key)?.number()
}

/// A year.
pub(super) fn year(node: &Node, key: &str) -> Option<Year> {
    node.get(key).and_then(as_year)
}

/// A year with its place.
pub(super) fn spanned_year(node: &Node, key: &str) -> Option<Spanned<Year>> {
    let node = node.get(key)?;
    let (value, span) = (as_year(node)?, node.span);
    Some(Spanned { value, span })
}

/// A year.
pub(super) fn as_year(node: &Node) -> Option<Year> {
    node.number().and_then(spelling::year_of_number)
}

/// A year, also one written as a text.
pub(super) fn as_year_or_text(node: &Node) -> Option<Year> {
    as_year(node).or_else(|| node.text().and_then(spelling::year))
}

/// Two of something, in a list of two.
pub(super) fn pair<T>(node: &Node, item: impl Fn(&Node) -> Option<T>) -> Option<(T, T)> {
    match node.elements() {
        [first, second] => Some((item(first)?, item(second)?)),
        _ => None,
    }
}

/// How values between stated years stand.
pub(super) fn path(node: &Node) -> Option<Interpolation> {
    match node.get("path")?.text()? {
        "step" => Some(Interpolation::Step),
        "linear" => Some(Interpolation::Linear),
        "compound" => Some(Interpolation::Compound),
        _ => None,
    }
}

/// The price basis.
pub(super) fn prices(node: &Node) -> Option<Spanned<PriceBasis>> {
    let text = spanned(node, "prices")?;
    let value = match text.value.as_str() {
        "current" => PriceBasis::Current,
        "comparable" => PriceBasis::Comparable,
        year => PriceBasis::Constant(spelling::year(year)?),
    };
    let span = text.span;
    Some(Spanned { value, span })
}

/// The citations of an item: one, or a list.
pub(super) fn sources(node: &Node) -> Vec<Citation> {
    let Some(node) = node.get("source") else {
        return Vec::new();
    };
    let several = node.elements();
    let citations = if several.is_empty() {
        std::slice::from_ref(node)
    } else {
        several
    };
    citations
        .iter()
        .filter(|node| !node.entries().is_empty())
        .map(|node| Citation {
            reference: spanned(node, "ref"),
            at: text(node, "at"),
            quote: line(node, "quote"),
        })
        .collect()
}

/// The warnings accepted at an item.
pub(super) fn accept(node: &Node) -> Accepted {
    let entries = node.get("accept").map_or(&[][..], Node::entries);
    entries
        .iter()
        .filter_map(|entry| Some((entry.key.clone(), as_text(&entry.value)?)))
        .collect()
}
