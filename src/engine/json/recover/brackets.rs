//! Brackets: which are missing, which are too many.

use std::ops::Range;

use super::open::Expects;
use super::token::{Kind, Token, Tokens};
use super::{Open, Recovery, Root, Told};
use crate::engine::json::{JsonProblem, MAX_DEPTH};

impl Recovery<'_> {
    /// A list or object where a key should stand: a bracket is missing before it.
    pub(super) fn value_for_key(&mut self, sign: char, token: &Token) -> Told {
        let start = token.place.start;
        let (below, top) = match self.stack.as_slice() {
            [.., below, top] => (Some(below), top),
            [.., top] => (None, top),
            [] => return Ok(()),
        };
        let in_list = below.is_some_and(|below| !below.is_object());
        if self.missing > 0 && in_list && sign == '{' {
            self.unclosed()?;
            if let Some(list) = self.stack.last_mut() {
                list.comma_at(start);
            }
            return self.value(token);
        }
        if self.missing < 0 && top.last.is_some() {
            return self.unopened_list(token);
        }
        self.tell(JsonProblem::Unexpected(sign), self.sign_at(start))?;
        self.begin(token)
    }

    /// Whether the innermost list or object has a value already.
    pub(super) fn has_value(&self) -> bool {
        self.stack.last().is_some_and(|top| top.last.is_some())
    }

    /// The second value of a key: the list they are in was to begin with the first.
    pub(super) fn unopened_list(&mut self, token: &Token) -> Told {
        let first = self.stack.last().and_then(|top| top.last);
        self.unopened('[', self.sign_at(first.unwrap_or_default()), token)
    }

    /// A key in a list: a bracket is missing before it.
    pub(super) fn key_in_list(&mut self, token: &Token) -> Told {
        let in_object = matches!(self.stack.as_slice(), [.., below, _] if below.is_object());
        if self.missing > 0 && in_object {
            self.unclosed()?;
            return self.key(token);
        }
        let start = token.place.start;
        self.unopened('{', self.sign_at(start), token)
    }

    /// Tells that a bracket is missing before a token, and reads on as if it was there.
    pub(super) fn unopened(&mut self, sign: char, place: Range<usize>, token: &Token) -> Told {
        let start = place.start;
        self.tell_always(JsonProblem::Unopened(sign), place)?;
        self.missing += 1;
        self.begin_value(start);
        let indent = self.tokens.indent();
        self.push(Open::new(sign, None, indent), token)?;
        if matches!(self.root, Root::GivenUp) {
            return Ok(());
        }
        self.value(token)
    }

    /// Tells that the innermost bracket is not closed, and closes it.
    pub(super) fn unclosed(&mut self) -> Told {
        self.missing -= 1;
        let Some(Open { sign, place, .. }) = self.stack.pop() else {
            return Ok(());
        };
        match place {
            Some(place) => self.tell_always(JsonProblem::Unclosed(sign), self.sign_at(place)),
            None => Ok(()),
        }
    }

    pub(super) fn push(&mut self, open: Open, token: &Token) -> Told {
        if self.stack.len() >= MAX_DEPTH {
            self.root = Root::GivenUp;
            let problem = JsonProblem::TooDeep { limit: MAX_DEPTH };
            return self.tell_always(problem, token.place.clone());
        }
        self.stack.push(open);
        Ok(())
    }

    pub(super) fn pop(&mut self, closed: usize) {
        if let Some(top) = self.stack.pop()
            && self.stack.is_empty()
        {
            self.root = Root::Ended(Some((top, closed)));
        }
    }

    pub(super) fn close(&mut self, sign: char, token: &Token) -> Told {
        let (start, open) = (token.place.start, opening(sign));
        let is_open = self.stack.iter().any(|open_one| open_one.sign == open);
        while let Some(top) = self.stack.last()
            && top.sign != open
        {
            if top.place.is_none() {
                self.stack.pop();
            } else if is_open && self.missing > 0 {
                self.unclosed()?;
            } else {
                match top.last.filter(|_| self.missing < 0 && sign == ']') {
                    // One object, and then the end of a list: it was to be in it.
                    Some(last) if self.starts_with('{', last) => {
                        self.tell_always(JsonProblem::Unopened('['), self.sign_at(last))?;
                    }
                    _ => self.tell_always(JsonProblem::Unexpected(sign), token.place.clone())?,
                }
                if self.missing < 0 {
                    self.missing += 1;
                } else {
                    self.pop(start);
                }
                return Ok(());
            }
        }
        if self.stack.is_empty() {
            self.missing += 1;
            return self.tell_always(JsonProblem::Unexpected(sign), token.place.clone());
        }
        if token.is_first {
            self.close_to_indent(open)?;
        }
        let top = self.stack.last().map(|top| (top.expects, top.comma));
        let end = self.end_before();
        match top {
            Some((Expects::Entry, Some(comma))) => {
                self.tell(JsonProblem::TrailingComma, self.sign_at(comma))?;
            }
            Some((Expects::Colon, _)) => {
                self.tell(JsonProblem::MissingColon, token.place.clone())?;
            }
            Some((Expects::Value, _)) => self.tell(JsonProblem::MissingValue, end..end)?,
            _ => {}
        }
        self.pop(start);
        Ok(())
    }

    fn starts_with(&self, sign: char, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.starts_with(sign)
    }

    /// Where brackets are missing: a closing one that begins its line belongs to the opening one whose line begins alike.
    pub(super) fn close_to_indent(&mut self, open: char) -> Told {
        let indent = self.tokens.indent();
        let is_its = |one: &Open| one.sign == open && one.indent == indent;
        let deeper = self.stack.last().is_some_and(|top| top.indent > indent);
        if !deeper || !self.stack.iter().any(is_its) {
            return Ok(());
        }
        while self.missing > 0 && self.stack.last().is_some_and(|top| !is_its(top)) {
            self.unclosed()?;
        }
        Ok(())
    }
}

pub(super) fn opening(closing: char) -> char {
    if closing == '}' { '{' } else { '[' }
}

pub(super) fn closing(opening: char) -> char {
    if opening == '{' { '}' } else { ']' }
}

/// Opening brackets less closing ones. In a broken line no text can be told from what surrounds it: all brackets count.
pub(super) fn missing_brackets(text: &str) -> isize {
    let mut tokens = Tokens::new(text);
    let mut missing = 0;
    let count = |sign: char| match sign {
        '{' | '[' => 1,
        '}' | ']' => -1,
        _ => 0,
    };
    while let Some(token) = tokens.next() {
        let line = tokens.line();
        if line.is_broken {
            let rest = text.get(token.place.start..line.place.end);
            missing += rest.unwrap_or_default().chars().map(count).sum::<isize>();
            tokens.skip_line();
        } else if let Kind::Open(sign) | Kind::Close(sign) = token.kind {
            missing += count(sign);
        }
    }
    missing
}
