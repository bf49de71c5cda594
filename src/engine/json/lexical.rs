//! The gate before the parser: one pass over the text that bounds its depth, so that nothing hostile reaches recursion,
//! and that refuses what the parser is lenient about.

use super::JsonProblem;
use crate::engine::diagnostic::{Diagnostic, Problem, Span};

/// Longest text that is read, in bytes.
pub const MAX_BYTES: usize = 5_000_000;
/// Deepest nesting of lists and objects that is read.
pub const MAX_DEPTH: usize = 64;

/// Whether the parser may have a text: no deeper than allowed, and nothing in it the parser is lenient about.
pub(super) fn is_sound(text: &str) -> bool {
    let mut in_text = false;
    let mut escaped = false;
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' | ' ' if !in_text => {}
            '\0'..='\x1f' => return false,
            _ if escaped => escaped = false,
            '"' => in_text = !in_text,
            '\\' if in_text => escaped = true,
            _ if in_text => {}
            '{' | '[' => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return false;
                }
            }
            '}' | ']' => depth = depth.saturating_sub(1),
            '/' | '\'' => return false,
            ' '..='~' => {}
            _ => return false,
        }
    }
    !in_text
}

/// A problem at a stretch of bytes.
pub(super) fn at(problem: JsonProblem, start: usize, end: usize) -> Diagnostic {
    Diagnostic {
        problem: Problem::Json(problem),
        span: span(start, end),
    }
}

/// Bytes as a span. Texts are at most [`MAX_BYTES`] long here.
pub(super) fn span(start: usize, end: usize) -> Span {
    Span {
        start: start as u32,
        end: end as u32,
    }
}
