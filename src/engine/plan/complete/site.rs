//! The word at the caret, and what has to stand around another that is put in its place.

use std::ops::Range;

use crate::engine::json::Caret;

use super::{Candidate, Form, Offer};

/// The place in the text, and what has to stand around a word that is put there.
pub(super) struct Site {
    pub replaced: Range<usize>,
    /// The word that stands there.
    pub word: String,
    /// What of it stands before the caret.
    typed: String,
    pub is_quoted: bool,
    /// What follows it, but for spaces.
    next: Option<char>,
    lacks_comma: bool,
}

impl Site {
    /// The word at the caret. In a formula it is the name at the caret, not the whole text.
    pub fn new(text: &str, at: usize, caret: &Caret, is_formula: bool) -> Self {
        let is_part = |c: char| {
            c.is_alphanumeric() || c == '_' || (!is_formula && matches!(c, '-' | '.' | '$'))
        };
        let opening = caret.word.start + usize::from(caret.is_quoted);
        let before = text.get(opening..at).unwrap_or_default();
        let skipped = before.rfind(|c| is_formula && !is_part(c));
        let skipped = skipped.map_or(0, |at| {
            at + before[at..].chars().next().map_or(0, char::len_utf8)
        });
        let (skipped, typed) = before.split_at(skipped);
        let after = text.get(at..).unwrap_or_default();
        let rest = after.trim_start_matches(is_part);
        let end = at + after.len() - rest.len();
        let mark = if is_formula {
            None
        } else {
            rest.strip_prefix('"').filter(|_| caret.is_quoted)
        };
        let begin = if is_formula {
            opening + skipped.len()
        } else {
            caret.word.start
        };
        Self {
            replaced: begin..end + usize::from(mark.is_some()),
            word: text
                .get(opening + skipped.len()..end)
                .unwrap_or_default()
                .to_owned(),
            typed: typed.to_owned(),
            is_quoted: caret.is_quoted,
            next: mark.unwrap_or(rest).trim_start().chars().next(),
            lacks_comma: caret.follows,
        }
    }

    /// What fits to what is typed, what begins with it first. A word that is complete hides none of the others.
    pub fn likely(&self, found: Vec<Candidate>) -> Vec<Candidate> {
        let mut listed: Vec<Candidate> = Vec::with_capacity(found.len());
        for candidate in found {
            if listed.iter().all(|other| other.word != candidate.word) {
                listed.push(candidate);
            }
        }
        if listed.iter().any(|candidate| candidate.word == self.word) {
            return listed;
        }
        let typed = self.typed.to_lowercase();
        let (mut first, others): (Vec<_>, Vec<_>) = listed
            .into_iter()
            .partition(|candidate| candidate.word.to_lowercase().starts_with(&typed));
        first.extend(
            others
                .into_iter()
                .filter(|candidate| candidate.is_about(&typed)),
        );
        first
    }

    /// The candidate as it is put into the text.
    pub fn offer(&self, candidate: Candidate) -> Offer {
        let Candidate { word, about, form } = candidate;
        let (mut text, after) = match form {
            Form::Key(_) if self.next == Some(':') => (format!("\"{word}\""), 0),
            Form::Key(opening) => (format!("\"{word}\": {opening}"), opening.len() / 2),
            Form::Text => (format!("\"{word}\""), 0),
            Form::Call if self.next != Some('(') => (format!("{word}()"), 1),
            Form::Name | Form::Call | Form::Bare => (word.clone(), 0),
        };
        let mut caret = text.len() - after;
        if !matches!(form, Form::Name | Form::Call) {
            if self.lacks_comma {
                text.insert_str(0, ", ");
                caret += 2;
            }
            if self
                .next
                .is_some_and(|next| !matches!(next, ',' | ':' | '}' | ']'))
            {
                text.push(',');
            }
        }
        Offer {
            word,
            about,
            text,
            caret,
        }
    }
}
