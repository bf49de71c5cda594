//! Where a problem stands, in words.

use crate::engine::diagnostic::Span;
use crate::engine::json::Document;
use crate::engine::lang::{Lang, Words};
use crate::engine::plan::{Item, ItemKind, item_at};

/// Where a problem stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Line and column: “第 12 行第 8 列”.
    pub position: String,
    /// The item, by kind, name and id: “目标“亩均增加值”（a1-5）”. None outside of items.
    pub item: Option<String>,
    /// The way there through the document: `targets[3].at_least.2025`. Empty for the document itself.
    pub path: String,
}

/// Where a stretch of a document stands.
pub fn place(document: &Document, span: Span, lang: Lang) -> Place {
    let place = document.locate(span);
    let (line, column) = (place.line, place.column);
    Place {
        line,
        position: match lang {
            Lang::Zh => format!("第 {line} 行第 {column} 列"),
            Lang::En => format!("line {line}, column {column}"),
        },
        item: item_at(document, span).map(|item| item_words(&item, lang)),
        path: place.path.to_string(),
    }
}

fn item_words(item: &Item, lang: Lang) -> String {
    let kind = kind(item.kind).get(lang);
    let name = item.name.as_ref().map(|name| name.get(lang));
    let id = item.id.as_deref().filter(|id| Some(*id) != name);
    match (lang, name, id) {
        (Lang::Zh, Some(name), Some(id)) => format!("{kind}“{name}”（{id}）"),
        (Lang::Zh, Some(name), None) => format!("{kind}“{name}”"),
        (Lang::Zh, None, Some(id)) => format!("{kind} {id}"),
        (Lang::En, Some(name), Some(id)) => format!("{kind} “{name}” ({id})"),
        (Lang::En, Some(name), None) => format!("{kind} “{name}”"),
        (Lang::En, None, Some(id)) => format!("{kind} {id}"),
        (_, None, None) => kind.to_owned(),
    }
}

/// What a kind of item is called.
pub fn kind(kind: ItemKind) -> Words {
    let (zh, en) = match kind {
        ItemKind::Source => ("文件", "source"),
        ItemKind::Set => ("分组", "set"),
        ItemKind::Member => ("成员", "member"),
        ItemKind::LookupTable => ("对照表", "table"),
        ItemKind::Unit => ("单位", "unit"),
        ItemKind::Assumption => ("假设", "assumption"),
        ItemKind::Indicator => ("指标", "indicator"),
        ItemKind::Target => ("目标", "target"),
        ItemKind::Check => ("核对", "check"),
        ItemKind::Scenario => ("情景", "scenario"),
        ItemKind::Measure => ("措施", "measure"),
    };
    Words { zh, en }
}
