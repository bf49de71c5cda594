//! Scenarios and measures.

use super::super::Problems;
use super::{table, value};
use crate::engine::json::Node;
use crate::engine::plan::{Measure, Scenario};

/// A scenario; none without id.
pub(super) fn scenario(node: &Node, _: &mut Problems) -> Option<Scenario> {
    let id = value::spanned(node, "id")?;
    let changes = node.get("set").map_or(&[][..], Node::entries);
    Some(Scenario {
        name: value::name(node, &id),
        set: changes
            .iter()
            .map(|change| (change.key.clone(), table::amounts(&change.value)))
            .collect(),
        base: value::spanned(node, "base"),
        author: value::line(node, "author"),
        date: value::line(node, "date"),
        reason: value::text(node, "reason"),
        id,
    })
}

/// A measure; none without id.
pub(super) fn measure(node: &Node, _: &mut Problems) -> Option<Measure> {
    Some(Measure {
        id: value::spanned(node, "id")?,
        text: value::text(node, "text").unwrap_or_default(),
        responsible: value::texts(node, "responsible"),
        serves: value::ids(node, "serves"),
        sources: value::sources(node),
    })
}
