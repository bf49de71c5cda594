//! Which item of a plan a place belongs to, read from the document itself, so that it can be named even where the item
//! is too broken to be in the plan.

use super::problem::ItemKind;
use super::read::{as_line, as_text};
use crate::engine::diagnostic::{Diagnostic, Severity, Span};
use crate::engine::json::{Document, Node, Step};
use crate::engine::lang::Text;

/// An item of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What kind of item.
    pub kind: ItemKind,
    /// Its id, if it has one.
    pub id: Option<String>,
    /// What people call it, if that is known.
    pub name: Option<Text>,
}

/// The item a place belongs to: the member of a set, else the item of one of the plan's lists. None for the plan's own
/// fields.
pub fn item_at(document: &Document, span: Span) -> Option<Item> {
    let (kind, item) = node_at(document, span)?;
    Some(described(kind, item, document.root()?))
}

/// Why a problem is accepted, if the item it is at accepts problems of its code. Nobody can accept an error: what it
/// makes unusable stays so.
pub fn accepted(document: &Document, found: &Diagnostic) -> Option<Text> {
    if found.problem.severity() == Severity::Error {
        return None;
    }
    let (_, item) = node_at(document, found.span)?;
    as_text(item.get("accept")?.get(found.problem.code())?)
}

fn node_at(document: &Document, span: Span) -> Option<(ItemKind, &Node)> {
    let path = document.path_to(span);
    let [Step::Key(section), Step::Index(index), inner @ ..] = path.0.as_slice() else {
        return None;
    };
    let kind = ItemKind::ALL
        .into_iter()
        .find(|kind| kind.section() == section)?;
    let item = document.root()?.get(section)?.elements().get(*index)?;
    if let (ItemKind::Set, [Step::Key(members), Step::Index(member), ..]) = (kind, inner)
        && members == "members"
    {
        let member = item.get(members)?.elements().get(*member)?;
        return Some((ItemKind::Member, member));
    }
    Some((kind, item))
}

fn described(kind: ItemKind, item: &Node, root: &Node) -> Item {
    let id = if kind == ItemKind::Unit {
        "symbol"
    } else {
        "id"
    };
    let called = ["name", "title", "event", "statement", "text"];
    let mut names = called.into_iter().filter_map(|key| as_text(item.get(key)?));
    Item {
        kind,
        id: item.get(id).and_then(as_line),
        name: names.next().or_else(|| indicator_name(item, root)),
    }
}

/// The name of the indicator that is all of a target's quantity.
fn indicator_name(target: &Node, root: &Node) -> Option<Text> {
    let quantity = target.get("of")?.text()?.trim();
    let mut indicators = root.get("indicators")?.elements().iter();
    let is_it = |node: &&Node| node.get("id").and_then(Node::text) == Some(quantity);
    indicators.find(is_it)?.get("name").and_then(as_text)
}
