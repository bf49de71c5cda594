//! The gate before the parser: one pass over the text that bounds size and depth, so that nothing hostile reaches
//! recursion, and that refuses what the parser is lenient about.

use super::JsonProblem;
use crate::engine::diagnostic::{Diagnostic, Problem, Span};

/// Longest text that is read, in bytes.
pub const MAX_BYTES: usize = 5_000_000;
/// Deepest nesting of lists and objects that is read.
pub const MAX_DEPTH: usize = 64;

/// The first thing wrong with the characters of a text, if any.
pub(super) fn check(text: &str) -> Result<(), Diagnostic> {
    if text.len() > MAX_BYTES {
        let problem = JsonProblem::TooLarge {
            bytes: text.len(),
            limit: MAX_BYTES,
        };
        return Err(at(problem, 0, 0));
    }
    let mut open_text: Option<usize> = None;
    let mut escaped = false;
    let mut depth = 0_usize;
    for (index, character) in text.char_indices() {
        let end = index + character.len_utf8();
        if let Some(start) = open_text {
            match character {
                '\n' | '\r' => return Err(at(JsonProblem::UnclosedText, start, index)),
                '\0'..='\x1f' => {
                    return Err(at(JsonProblem::ControlCharacter(character), index, end));
                }
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => open_text = None,
                _ => {}
            }
            continue;
        }
        match character {
            '"' => open_text = Some(index),
            '{' | '[' => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(at(JsonProblem::TooDeep { limit: MAX_DEPTH }, index, end));
                }
            }
            '}' | ']' => depth = depth.saturating_sub(1),
            '/' => return Err(at(JsonProblem::Comment, index, end)),
            '\'' => return Err(at(JsonProblem::SingleQuotes, index, end)),
            ' ' | '\t' | '\n' | '\r' | '!'..='~' => {}
            stray => return Err(at(JsonProblem::StrayCharacter(stray), index, end)),
        }
    }
    match open_text {
        Some(start) => Err(at(JsonProblem::UnclosedText, start, text.len())),
        None => Ok(()),
    }
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
