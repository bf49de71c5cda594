//! The tree: values, each with the place it was written at.

use crate::engine::diagnostic::{Span, Spanned};
use crate::engine::written::{Escapes, Written};

/// A value and where it stands, quotation marks and brackets included.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
    /// The escapes it is written with, if it is a text.
    pub escapes: Escapes,
}

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A finite number.
    Number(f64),
    /// A text, escapes resolved.
    Text(String),
    /// `[…]`
    List(Vec<Node>),
    /// `{…}`, in the order written. A key may stand twice (and was reported); the last one counts, as in other readers.
    Object(Vec<Entry>),
    /// Something that could not be read and has been reported.
    Invalid,
}

/// One entry of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key; its span is what stands between the quotation marks.
    pub key: Spanned<String>,
    /// The value.
    pub value: Node,
}

/// The kinds of value JSON knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JsonKind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

impl Node {
    /// What kind of value it is; none if it could not be read.
    pub fn kind(&self) -> Option<JsonKind> {
        match self.value {
            Value::Null => Some(JsonKind::Null),
            Value::Bool(_) => Some(JsonKind::Bool),
            Value::Number(_) => Some(JsonKind::Number),
            Value::Text(_) => Some(JsonKind::Text),
            Value::List(_) => Some(JsonKind::List),
            Value::Object(_) => Some(JsonKind::Object),
            Value::Invalid => None,
        }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text and the place between its quotation marks, if it is one.
    pub fn spanned_text(&self) -> Option<Spanned<String>> {
        self.text().map(|text| Spanned {
            value: text.to_owned(),
            span: self.inner_span(),
        })
    }

    /// The text with the places of its parts, if it is one.
    pub fn written(&self) -> Option<Written> {
        let text = self.text()?.to_owned();
        Some(Written::new(text, self.inner_span(), self.escapes.clone()))
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The elements; none of anything but a list.
    pub fn elements(&self) -> &[Node] {
        match &self.value {
            Value::List(elements) => elements,
            _ => &[],
        }
    }

    /// The entries; none of anything but an object.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The entry of a key, if this is an object that has it.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().rfind(|entry| entry.key.value == key)
    }

    /// The value at a key, if this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The place without quotation marks or brackets.
    pub fn inner_span(&self) -> Span {
        match self.value {
            Value::Text(_) | Value::List(_) | Value::Object(_) => Span {
                start: self.span.start + 1,
                end: self.span.end - 1,
            },
            _ => self.span,
        }
    }
}

impl Entry {
    /// From the key's opening quotation mark to the end of the value.
    pub fn span(&self) -> Span {
        Span {
            start: self.key.span.start - 1,
            end: self.value.span.end,
        }
    }
}
