//! Sources.

use super::super::Problems;
use super::value;
use crate::engine::json::Node;
use crate::engine::plan::Source;

/// A source; none without id.
pub(super) fn source(node: &Node, _: &mut Problems) -> Option<Source> {
    let id = value::spanned(node, "id")?;
    Some(Source {
        title: value::text(node, "title").unwrap_or_else(|| value::name(node, &id)),
        issuer: value::text(node, "issuer"),
        date: value::line(node, "date"),
        url: value::line(node, "url"),
        id,
    })
}
