//! Text as a field of the browser counts it: in units of UTF-16, a line break being one. And what is done to the text in
//! such a field.

use std::ops::Range;

use super::problem::At;

/// What a line is indented by.
const INDENT: &str = "  ";

/// Where a field has a place of the text.
pub fn range_of(text: &str, at: At) -> Range<u32> {
    let start = units(text, at.span.start as usize);
    start..units(text, at.span.end as usize)
}

/// How many units stand before a byte.
pub fn units(text: &str, byte: usize) -> u32 {
    let before = text.get(..byte).unwrap_or(text);
    let counted = before.chars().filter(|c| *c != '\r');
    counted.map(|c| c.len_utf16() as u32).sum()
}

/// The byte that so many units stand before. Beyond the end: the end.
pub fn byte_at(text: &str, unit: u32) -> usize {
    let mut left = unit as usize;
    for (byte, character) in text.char_indices().filter(|(_, c)| *c != '\r') {
        if left == 0 {
            return byte;
        }
        left = left.saturating_sub(character.len_utf16());
    }
    text.len()
}

/// A stretch of a field's text to be replaced, and what is selected then; all in its units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// What is replaced.
    pub range: Range<u32>,
    /// By what.
    pub text: String,
    /// What is selected afterwards.
    pub selected: Range<u32>,
}

/// Moves the lines of a selection to the right, or back to the left.
pub fn indent(text: &str, selected: Range<u32>, is_deeper: bool) -> Replacement {
    let [from, to] = [selected.start, selected.end].map(|unit| byte_at(text, unit));
    let start = text[..from].rfind('\n').map_or(0, |at| at + 1);
    let end = text[to..].find('\n').map_or(text.len(), |at| to + at);
    let moved = |line: &str| {
        if is_deeper {
            [INDENT, line].concat()
        } else {
            let spaces = line.chars().take(INDENT.len()).take_while(|c| *c == ' ');
            line[spaces.count()..].to_owned()
        }
    };
    let lines: Vec<String> = text[start..end].split('\n').map(moved).collect();
    let replaced = lines.join("\n");
    let range = units(text, start)..units(text, end);
    let selected = if from == to {
        // The caret stays at its character.
        let after = text[from..end].len().min(replaced.len());
        let caret = range.start + units(&replaced, replaced.len() - after);
        caret..caret
    } else {
        range.start..range.start + units(&replaced, replaced.len())
    };
    Replacement {
        range,
        text: replaced,
        selected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(text: &str, replacement: &Replacement) -> String {
        let Range { start, end } = &replacement.range;
        let [start, end] = [*start, *end].map(|unit| byte_at(text, unit));
        [&text[..start], &replacement.text, &text[end..]].concat()
    }

    #[test]
    fn units_are_those_of_utf_16_and_returns_do_not_count() {
        let text = "a中\r\n😀b";
        for (byte, unit) in [(0, 0), (1, 1), (4, 2), (6, 3), (10, 5), (11, 6)] {
            assert_eq!(units(text, byte), unit);
        }
        let text = "a中\n😀b";
        for (byte, unit) in [(0, 0), (1, 1), (4, 2), (5, 3), (9, 5), (10, 6), (10, 99)] {
            assert_eq!(byte_at(text, unit), byte);
        }
    }

    #[test]
    fn the_line_of_the_caret_moves_and_the_caret_stays_at_its_character() {
        let deeper = indent("a\nbc\nd", 3..3, true);
        assert_eq!(apply("a\nbc\nd", &deeper), "a\n  bc\nd");
        assert_eq!(deeper.selected, 5..5);
        let back = indent("a\n  bc\nd", 5..5, false);
        assert_eq!(apply("a\n  bc\nd", &back), "a\nbc\nd");
        assert_eq!(back.selected, 3..3);
    }

    #[test]
    fn all_lines_of_a_selection_move_and_stay_selected() {
        let text = "{\n中: 1,\n b\n}";
        let deeper = indent(text, 3..8, true);
        assert_eq!(apply(text, &deeper), "{\n  中: 1,\n   b\n}");
        assert_eq!(deeper.selected, 2..14);
        let back = indent("{\n  中: 1,\n   b\n}", deeper.selected, false);
        assert_eq!(apply("{\n  中: 1,\n   b\n}", &back), text);
    }

    #[test]
    fn a_line_without_spaces_stays() {
        assert_eq!(indent("a", 1..1, false).text, "a");
        assert_eq!(indent("", 0..0, false).text, "");
    }
}
