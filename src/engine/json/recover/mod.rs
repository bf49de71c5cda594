//! Everything that is wrong with a text that is no JSON. The parser stops at the first problem; this reads on behind it,
//! guessing what was meant, so that all can be mended at once. The guesses serve the list of problems alone: no value is
//! taken from such a text.
//!
//! Quotation marks pair up within a line, so a line with an odd one is broken: its first problem is told, and of the rest
//! only the brackets count. Whether brackets are missing or too many is known from counting them beforehand.

mod brackets;
mod entries;
mod open;
mod token;

use std::ops::Range;

use super::lexical::at;
use super::{JsonProblem, MAX_DEPTH};
use crate::engine::diagnostic::Diagnostic;
use brackets::{closing, missing_brackets, opening};
use open::{Expects, Open};
use token::{Kind, Token, Tokens};

/// Problems found at most.
const MOST: usize = 200;

/// The problems of a text, at least one if it is no JSON, in the order found.
pub(super) fn problems(text: &str) -> Vec<Diagnostic> {
    let mut recovery = Recovery {
        text,
        tokens: Tokens::new(text),
        stack: Vec::new(),
        root: Root::Awaited,
        missing: missing_brackets(text),
        before: None,
        quiet: false,
        found: Vec::new(),
    };
    recovery.run();
    recovery.found
}

struct Recovery<'a> {
    text: &'a str,
    tokens: Tokens<'a>,
    stack: Vec<Open>,
    root: Root,
    /// Closing brackets that are missing, or, below zero, too many.
    missing: isize,
    /// The token before.
    before: Option<Token>,
    /// Whether a problem was told since the last comma, bracket or line break: what follows may come of it.
    quiet: bool,
    found: Vec<Diagnostic>,
}

/// What became of the document itself.
enum Root {
    Awaited,
    /// It has ended; with the brackets that closed it, if it is no plain value.
    Ended(Option<(Open, usize)>),
    /// Something follows it that can be no part of it, or it is nested too deep: no use to read on.
    GivenUp,
}

/// The line is broken: nothing but its brackets can be made out from this byte on.
struct Broken {
    from: usize,
}

type Told = Result<(), Broken>;

impl Recovery<'_> {
    fn run(&mut self) {
        while let Some(token) = self.tokens.next() {
            if token.is_first {
                self.quiet = false;
            }
            let told = self.token(&token);
            if token.kind != Kind::Nothing {
                self.before = Some(token.clone());
            }
            if let Err(Broken { from }) = told {
                self.skip_line(from);
            }
            if self.found.len() >= MOST || matches!(self.root, Root::GivenUp) {
                return;
            }
            let is_sync = matches!(token.kind, Kind::Comma | Kind::Open(_) | Kind::Close(_));
            if is_sync {
                self.quiet = false;
            }
        }
        self.end();
    }

    fn token(&mut self, token: &Token) -> Told {
        let is_part_of_number = self.awaits_key() && self.grouped_digits(token).is_some();
        if let Some((problem, place)) = token.problem.as_ref().filter(|_| !is_part_of_number) {
            match problem {
                JsonProblem::Unexpected(_) => self.tell(problem.clone(), place.clone())?,
                _ => self.tell_always(problem.clone(), place.clone())?,
            }
        }
        match token.kind {
            Kind::Open(_) | Kind::Text | Kind::Scalar | Kind::Word => self.value(token),
            Kind::Close(sign) => self.close(sign, token),
            Kind::Colon => self.colon(token),
            Kind::Comma => self.comma(token),
            Kind::Nothing => Ok(()),
        }
    }

    fn awaits_key(&self) -> bool {
        let top = self.stack.last();
        top.is_some_and(|top| top.is_object() && top.expects == Expects::Entry)
    }

    /// Tells a problem unless it may come of one just told.
    fn tell(&mut self, problem: JsonProblem, place: Range<usize>) -> Told {
        if self.quiet {
            return Ok(());
        }
        self.quiet = true;
        self.tell_always(problem, place)
    }

    fn tell_always(&mut self, problem: JsonProblem, place: Range<usize>) -> Told {
        let line = self.tokens.line();
        let is_here = line.place.contains(&place.start) || line.place.end == place.start;
        if !line.is_broken || !is_here {
            self.found.push(at(problem, place.start, place.end));
            return Ok(());
        }
        // What follows a text without a gap: the mark in between was to open another one.
        let adjacent = self.before.as_ref().filter(|before| {
            before.kind == Kind::Text && before.place.end == place.start && !before.place.is_empty()
        });
        if let Some(text) = adjacent {
            let Range { start, end } = text.place;
            self.found.push(at(JsonProblem::UnclosedText, start, end));
            return Err(Broken { from: start });
        }
        self.found.push(at(problem, place.start, place.end));
        Err(Broken { from: place.start })
    }

    /// Takes what can be made out of the rest of a broken line: its brackets, and how it ends.
    fn skip_line(&mut self, from: usize) {
        let end = self.tokens.line().place.end;
        let rest = self.text.get(from..end).unwrap_or_default();
        let indent = self.tokens.indent();
        for (offset, sign) in rest.char_indices() {
            match sign {
                '{' | '[' if self.stack.len() < MAX_DEPTH => {
                    self.begin_value(from + offset);
                    let place = Some(from + offset);
                    self.stack.push(Open::new(sign, place, indent));
                }
                '}' | ']'
                    if self
                        .stack
                        .last()
                        .is_some_and(|top| top.sign == opening(sign)) =>
                {
                    self.pop(from + offset);
                }
                _ => {}
            }
        }
        let rest = rest.trim_end();
        match (self.stack.last_mut(), rest.chars().last()) {
            (None, _) if matches!(self.root, Root::Awaited) => self.root = Root::Ended(None),
            (None, _) | (_, Some('{' | '[')) => {}
            (Some(top), Some(sign @ (',' | '，'))) => {
                top.comma_at(from + rest.len() - sign.len_utf8());
            }
            (Some(top), Some(':' | '：')) if top.is_object() => top.expects = Expects::Value,
            (Some(top), _) => top.value_at(from),
        }
        self.before = Some(Token {
            kind: Kind::Nothing,
            place: from..from + rest.len(),
            is_first: false,
            problem: None,
        });
        self.tokens.skip_line();
    }

    /// The place of the character at a byte.
    fn sign_at(&self, start: usize) -> Range<usize> {
        let rest = self.text.get(start..).unwrap_or_default();
        start..start + rest.chars().next().map_or(0, char::len_utf8)
    }

    fn end_before(&self) -> usize {
        self.before.as_ref().map_or(0, |before| before.place.end)
    }

    fn comma(&mut self, token: &Token) -> Told {
        let start = token.place.start;
        let end = self.end_before();
        let Some(top) = self.stack.last_mut() else {
            return self.comma_behind(token);
        };
        let before = std::mem::replace(&mut top.expects, Expects::Entry);
        let is_first = top.comma.is_none();
        top.comma = Some(start);
        match before {
            Expects::Comma => Ok(()),
            Expects::Colon => self.tell(JsonProblem::MissingColon, token.place.clone()),
            Expects::Value => self.tell(JsonProblem::MissingValue, end..end),
            Expects::Entry if is_first => {
                // Nothing stands before it: it is no trailing comma either.
                if let Some(top) = self.stack.last_mut() {
                    top.comma = None;
                }
                self.tell(JsonProblem::Unexpected(','), token.place.clone())
            }
            Expects::Entry => self.tell(JsonProblem::Unexpected(','), token.place.clone()),
        }
    }

    /// A comma behind the end of the document: if something follows, that was closed too early.
    fn comma_behind(&mut self, token: &Token) -> Told {
        match std::mem::replace(&mut self.root, Root::Ended(None)) {
            Root::Ended(Some((mut open, closed))) if !self.tokens.is_over() => {
                let sign = closing(open.sign);
                open.comma_at(token.place.start);
                self.stack.push(open);
                self.missing += 1;
                self.tell_always(JsonProblem::Unexpected(sign), self.sign_at(closed))
            }
            _ => self.tell(JsonProblem::Unexpected(','), token.place.clone()),
        }
    }

    fn colon(&mut self, token: &Token) -> Told {
        if let Some(top) = self.stack.last_mut()
            && top.is_object()
        {
            let before = std::mem::replace(&mut top.expects, Expects::Value);
            if before == Expects::Colon {
                return Ok(());
            }
        }
        self.tell(JsonProblem::Unexpected(':'), token.place.clone())
    }

    fn end(&mut self) {
        let last = self.stack.last().map(|top| top.expects);
        let end = self.end_before();
        let problem = match last {
            Some(Expects::Colon) => Some(JsonProblem::MissingColon),
            Some(Expects::Value) => Some(JsonProblem::MissingValue),
            _ => None,
        };
        let unclosed: Vec<Diagnostic> = self
            .stack
            .iter()
            .rev()
            .filter_map(|open| {
                let place = open.place?;
                let Range { start, end } = self.sign_at(place);
                Some(at(JsonProblem::Unclosed(open.sign), start, end))
            })
            .collect();
        self.found
            .extend(problem.map(|problem| at(problem, end, end)));
        self.found.extend(unclosed);
        if self.found.is_empty() && matches!(self.root, Root::Awaited) {
            self.found.push(at(JsonProblem::Empty, 0, self.text.len()));
        }
    }
}
