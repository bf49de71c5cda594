//! Full-width and typographic signs: what an input method types counts as the plain sign, in formulas and units alike.

use std::ops::Range;

/// A text with its signs folded, which remembers where each part stood.
#[derive(Debug, Clone)]
pub struct Folded {
    text: String,
    /// Byte of the original for every byte of the folded text, and its end.
    origins: Vec<usize>,
}

impl Folded {
    /// Folds a text.
    pub fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len() + 1);
        for (origin, c) in original.char_indices() {
            text.push(fold(c));
            origins.resize(text.len(), origin);
        }
        origins.push(original.len());
        Self { text, origins }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a part of the folded text stands in the original; both in bytes.
    pub fn origin(&self, part: Range<usize>) -> Range<usize> {
        let end = self.origins.last().copied().unwrap_or(0);
        let at = |offset: usize| self.origins.get(offset).copied().unwrap_or(end);
        at(part.start)..at(part.end)
    }
}

/// The plain form of a character; letters stay as they are, so that ids keep their spelling.
pub fn fold(c: char) -> char {
    match c {
        '×' => '*',
        '÷' | '∕' => '/',
        '−' | '–' => '-',
        '≦' => '≤',
        '≧' => '≥',
        '\u{3000}' | '\u{a0}' => ' ',
        // The micro sign is compatible with the Greek letter.
        '\u{b5}' => 'μ',
        '￥' => '¥',
        '\u{ff01}'..='\u{ff5e}' => {
            let plain = char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
            if plain.is_ascii_alphabetic() {
                c
            } else {
                plain
            }
        }
        _ => c,
    }
}
