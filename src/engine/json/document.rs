//! A text with its tree: where things stand, for people and for edits.

use super::{Node, Path, Step, Value, parse};
use crate::engine::diagnostic::{Diagnostic, Span};

/// A text, and its tree if it has one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    text: String,
    root: Option<Node>,
    /// Byte at which each line begins.
    lines: Vec<u32>,
}

/// Where something stands, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The innermost value or key around it.
    pub path: Path,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Document {
    /// Reads a text. A byte order mark is dropped; spans count from after it.
    pub fn read(text: &str) -> (Self, Vec<Diagnostic>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut problems = Vec::new();
        let root = parse::parse(text, &mut problems);
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0)
            .chain(breaks.map(|(at, _)| at as u32 + 1))
            .collect();
        let document = Self {
            text: text.to_owned(),
            root,
            lines,
        };
        (document, problems)
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tree; none if the text is no JSON.
    pub fn root(&self) -> Option<&Node> {
        self.root.as_ref()
    }

    /// The value at the end of a path.
    pub fn node(&self, path: &Path) -> Option<&Node> {
        path.0
            .iter()
            .try_fold(self.root()?, |node, step| match step {
                Step::Key(key) => node.get(key),
                Step::Index(index) => node.elements().get(*index),
            })
    }

    /// The line a byte stands in, without its break, and how many bytes of it come before.
    pub fn line_at(&self, byte: u32) -> (&str, usize) {
        let next = self.lines.partition_point(|&start| start <= byte);
        let start = self.line_start(next);
        let end = self
            .lines
            .get(next)
            .map_or(self.text.len(), |&at| at as usize);
        let line = self.text.get(start..end).unwrap_or_default();
        let line = line.trim_end_matches(['\r', '\n']);
        (line, (byte as usize - start).min(line.len()))
    }

    /// The first byte of a line, counted from 1.
    fn line_start(&self, line: usize) -> usize {
        let start = self.lines.get(line.saturating_sub(1));
        start.map_or(0, |&at| at as usize)
    }

    /// Where a span begins, for people.
    pub fn locate(&self, span: Span) -> Place {
        let line = self.lines.partition_point(|&start| start <= span.start);
        let before = self.text.get(self.line_start(line)..span.start as usize);
        Place {
            path: self.path_to(span),
            line: line.max(1) as u32,
            column: before.unwrap_or_default().chars().count() as u32 + 1,
        }
    }

    /// The way to the innermost value, or its key, that holds the whole span.
    pub fn path_to(&self, span: Span) -> Path {
        let mut path = Path::default();
        let mut node = self.root();
        while let Some(parent) = node {
            let (step, inner) = match &parent.value {
                Value::Object(entries) => {
                    let at = entries.partition_point(|entry| entry.span().end < span.end);
                    match entries.get(at) {
                        Some(entry) if entry.span().start <= span.start => {
                            (Step::Key(entry.key.value.clone()), &entry.value)
                        }
                        _ => break,
                    }
                }
                Value::List(elements) => {
                    let at = elements.partition_point(|element| element.span.end < span.end);
                    match elements.get(at) {
                        Some(element) if element.span.start <= span.start => {
                            (Step::Index(at), element)
                        }
                        _ => break,
                    }
                }
                _ => break,
            };
            path.0.push(step);
            node = Some(inner);
        }
        path
    }
}
