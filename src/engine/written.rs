//! A text of the plan that has parts worth pointing at: a formula, a unit. It knows where each of them was written, also
//! where escapes make the written text longer than what it says.

use std::ops::Range;

use super::diagnostic::{Span, Spanned};

/// A text with its escapes resolved, and where its parts stand in the plan text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Written {
    /// What it says.
    pub value: String,
    /// The characters between its quotation marks.
    pub span: Span,
    escapes: Escapes,
}

/// The escapes of a text, in order; most have none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Escapes(Option<Box<[Escape]>>);

/// The byte behind an escape.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Escape {
    /// In what the text says.
    meant: usize,
    /// In the text as written.
    written: usize,
}

impl Written {
    /// A text that stands at a place.
    pub fn new(value: String, span: Span, escapes: Escapes) -> Self {
        Self {
            value,
            span,
            escapes,
        }
    }

    /// The place of a part of the text, given in bytes of the value.
    pub fn part(&self, part: Range<usize>) -> Span {
        let at = |meant: usize| {
            let written = u32::try_from(self.escapes.written(meant)).unwrap_or(u32::MAX);
            self.span.start.saturating_add(written).min(self.span.end)
        };
        Span {
            start: at(part.start),
            end: at(part.end),
        }
    }

    /// A part of the text as a text of its own.
    pub fn slice(&self, part: Range<usize>) -> Self {
        Self {
            value: self.value.get(part.clone()).unwrap_or_default().to_owned(),
            span: self.part(part.clone()),
            escapes: self.escapes.slice(part),
        }
    }
}

impl From<Spanned<String>> for Written {
    /// A text without escapes.
    fn from(text: Spanned<String>) -> Self {
        Self::new(text.value, text.span, Escapes::default())
    }
}

impl Escapes {
    /// The escapes of a text as written between its quotation marks.
    pub fn of(raw: &str) -> Self {
        let mut escapes = Vec::new();
        let (mut meant, mut written) = (0, 0);
        while let Some((before, rest)) = raw.get(written..).and_then(|rest| rest.split_once('\\')) {
            let (length, means) = escape(rest);
            meant += before.len() + means;
            written += before.len() + 1 + length;
            escapes.push(Escape { meant, written });
        }
        Self((!escapes.is_empty()).then(|| escapes.into_boxed_slice()))
    }

    /// How far into the written text a byte of what it says stands.
    fn written(&self, meant: usize) -> usize {
        let escapes = self.0.as_deref().unwrap_or_default();
        let passed = escapes.partition_point(|escape| escape.meant <= meant);
        let last = passed.checked_sub(1).and_then(|last| escapes.get(last));
        last.map_or(meant, |last| last.written + (meant - last.meant))
    }

    fn slice(&self, part: Range<usize>) -> Self {
        let start = self.written(part.start);
        let inside = |escape: &&Escape| escape.meant > part.start && escape.meant <= part.end;
        let escapes = self.0.as_deref().unwrap_or_default().iter();
        let escapes: Box<[Escape]> = escapes
            .filter(inside)
            .map(|escape| Escape {
                meant: escape.meant - part.start,
                written: escape.written - start,
            })
            .collect();
        Self((!escapes.is_empty()).then_some(escapes))
    }
}

/// Bytes an escape takes behind its backslash, and bytes of what it means.
fn escape(rest: &str) -> (usize, usize) {
    let code = rest.strip_prefix('u').and_then(|digits| digits.get(..4));
    match code.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
        // Half of a pair: two escapes make one character of four bytes.
        Some(0xD800..=0xDFFF) => (11, 4),
        Some(code) => (5, char::from_u32(code).map_or(0, char::len_utf8)),
        None => (1, 1),
    }
}
