//! Changes to a text that leave everything else as its author wrote it: order, spacing, unknown fields.
//!
//! A patch is data, not a new tree, so that an editor can apply it without losing its place and undo it. What is put in
//! comes as a document of its own, whatever its spacing: new text follows the spacing of its neighbours.

use super::{Document, Entry, Node, Path, Step, Value};
use crate::engine::diagnostic::Span;

/// Longest line a value may make before it is broken into several.
const MAX_LINE: usize = 110;

/// One change: a stretch of the text and what stands there afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// By what.
    pub text: String,
}

impl Patch {
    /// The text after the change.
    pub fn apply(&self, text: &str) -> String {
        let mut changed = text.to_owned();
        let range = self.span.range();
        if text.get(range.clone()).is_some() {
            changed.replace_range(range, &self.text);
        }
        changed
    }
}

impl Document {
    /// Replaces the value at a path; none if there is no such value.
    pub fn replace(&self, path: &Path, value: &Self) -> Option<Patch> {
        let node = self.node(path)?;
        let indent = self.indent_at(node.span.start);
        Some(Patch {
            span: node.span,
            text: value.laid_out(value.root()?, &indent),
        })
    }

    /// Sets a key of the object at a path: replaces its value, or adds it after the last entry. None if there is no
    /// object at the path.
    pub fn set(&self, path: &Path, key: &str, value: &Self) -> Option<Patch> {
        let node = self.node(path)?;
        let Value::Object(entries) = &node.value else {
            return None;
        };
        if node.get(key).is_some() {
            return self.replace(&path.clone().key(key), value);
        }
        let name = serde_json::to_string(key).ok()?;
        let (root, before) = (value.root()?, entries.last().map(Entry::span));
        Some(self.append(node, before, |indent| {
            format!("{name}: {}", value.laid_out(root, indent))
        }))
    }

    /// Adds a value at the end of the list at a path. None if there is no list at the path.
    pub fn push(&self, path: &Path, value: &Self) -> Option<Patch> {
        let node = self.node(path)?;
        let Value::List(elements) = &node.value else {
            return None;
        };
        let (root, before) = (value.root()?, elements.last().map(|element| element.span));
        Some(self.append(node, before, |indent| value.laid_out(root, indent)))
    }

    /// Removes the value at a path, with its key and one comma. None if there is no such value, or it is the document.
    pub fn remove(&self, path: &Path) -> Option<Patch> {
        let (last, parent) = path.0.split_last()?;
        let parent = self.node(&Path(parent.to_vec()))?;
        let spans: Vec<Span> = match &parent.value {
            Value::Object(entries) => entries.iter().map(Entry::span).collect(),
            Value::List(elements) => elements.iter().map(|element| element.span).collect(),
            _ => return None,
        };
        let at = match last {
            Step::Index(index) => *index,
            Step::Key(key) => parent
                .entries()
                .iter()
                .rposition(|entry| &entry.key.value == key)?,
        };
        let own = *spans.get(at)?;
        let previous = at.checked_sub(1).and_then(|before| spans.get(before));
        let removed = match (previous, spans.get(at + 1)) {
            (Some(previous), _) => Span {
                start: previous.end,
                end: own.end,
            },
            (None, Some(next)) => Span {
                start: own.start,
                end: next.start,
            },
            (None, None) => parent.inner_span(),
        };
        Some(Patch {
            span: removed,
            text: String::new(),
        })
    }

    /// New content after the last entry of a container, spaced like that entry.
    fn append(
        &self,
        container: &Node,
        last: Option<Span>,
        content: impl FnOnce(&str) -> String,
    ) -> Patch {
        if let Some(last) = last {
            let space = self.space_before(last.start);
            return Patch {
                span: Span {
                    start: last.end,
                    end: last.end,
                },
                text: format!(",{space}{}", content(indent_of(space))),
            };
        }
        let outer = self.indent_at(container.span.start);
        let indent = format!("{outer}{}", self.indent_step());
        let content = content(&indent);
        let text = match container.value {
            _ if content.contains('\n') => format!("\n{indent}{content}\n{outer}"),
            Value::List(_) => content,
            _ => format!(" {content} "),
        };
        Patch {
            span: container.inner_span(),
            text,
        }
    }

    /// A value of this document as new text: on one line if it fits, else one entry a line.
    fn laid_out(&self, node: &Node, indent: &str) -> String {
        let line = self.on_one_line(node);
        let (open, close) = match &node.value {
            Value::List(elements) if !elements.is_empty() => ('[', ']'),
            Value::Object(entries) if !entries.is_empty() => ('{', '}'),
            _ => return line,
        };
        if indent.len() + line.chars().count() <= MAX_LINE {
            return line;
        }
        let inner = format!("{indent}  ");
        let parts = self.parts(node, |part| self.laid_out(part, &inner));
        format!(
            "{open}\n{inner}{}\n{indent}{close}",
            parts.join(&format!(",\n{inner}"))
        )
    }

    fn on_one_line(&self, node: &Node) -> String {
        let parts = self.parts(node, |part| self.on_one_line(part)).join(", ");
        match &node.value {
            Value::List(_) => format!("[{parts}]"),
            Value::Object(entries) if entries.is_empty() => "{}".to_owned(),
            Value::Object(_) => format!("{{ {parts} }}"),
            _ => self.written(node.span).to_owned(),
        }
    }

    /// The elements of a list, or the entries of an object with their keys.
    fn parts(&self, node: &Node, value: impl Fn(&Node) -> String) -> Vec<String> {
        let entry = |entry: &Entry| {
            let key = self.written(entry.key.span);
            format!("\"{key}\": {}", value(&entry.value))
        };
        match &node.value {
            Value::List(elements) => elements.iter().map(value).collect(),
            Value::Object(entries) => entries.iter().map(entry).collect(),
            _ => Vec::new(),
        }
    }

    fn written(&self, span: Span) -> &str {
        self.text().get(span.range()).unwrap_or_default()
    }

    /// The white space that ends at a byte.
    fn space_before(&self, at: u32) -> &str {
        let before = self.text().get(..at as usize).unwrap_or_default();
        before.get(before.trim_end().len()..).unwrap_or_default()
    }

    /// The white space the line of a byte begins with.
    fn indent_at(&self, at: u32) -> String {
        let before = self.text().get(..at as usize).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let end = line.len() - line.trim_start_matches([' ', '\t']).len();
        line.get(..end).unwrap_or_default().to_owned()
    }

    /// What one level of indentation is in this text: that of its first entry.
    fn indent_step(&self) -> &str {
        let first = self.root().and_then(|root| root.entries().first());
        let space = first.map_or("", |entry| self.space_before(entry.span().start));
        match indent_of(space) {
            "" => "  ",
            step => step,
        }
    }
}

/// The part of white space that follows its last line break; nothing if it has none.
fn indent_of(space: &str) -> &str {
    space.rsplit_once('\n').map_or("", |(_, indent)| indent)
}
